"""Writes docs/licences.md from what is installed: `make licences`. Python's metadata, npm's lock file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from packaging.requirements import Requirement

from tests.conftest import ROOT

PAGE = ROOT / "docs/licences.md"
LOCK = ROOT / "tests/browser/package-lock.json"
RUN, TEST = ROOT / "requirements.txt", ROOT / "tests/requirements.txt"
BROUGHT = ROOT / "deploy/constraints.txt"  # what those bring along
EXTRA = sorted(path for path in (ROOT / "tests").glob("*/requirements*.txt"))
UNKNOWN = "?"
WIDTH = 160  # of the lines that name many packages
HELD = "\N{NO-BREAK SPACE}"  # a name and its version stay in one line
# Where a package's metadata names none, or none that one can read: looked up by hand in its files.
BY_HAND = {
    "async-timeout": "Apache-2.0", "itsdangerous": "BSD-3-Clause", "jinja2": "BSD-3-Clause", "mozdevice": "MPL-2.0", "mozinfo": "MPL-2.0",
    "mozsystemmonitor": "MPL-2.0", "mozversion": "MPL-2.0", "numpy": "BSD-3-Clause", "scikit-learn": "BSD-3-Clause",
    "scipy": "BSD-3-Clause", "schemathesis": "MIT",
}  # fmt: skip
ONE_NAME = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache 2.0": "Apache-2.0",
}


class Row(NamedTuple):
    """One package. `pinned`: named with its version by us, not brought by another."""

    name: str
    version: str
    licence: str
    pinned: bool


def pins(path: Path) -> list[Requirement]:
    """The packages that a file of requirements names."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def plain(name: str) -> str:
    """A package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(name: str) -> str:
    """What the installed package says of itself, as shortly as it can be said."""
    told = distribution(name).metadata
    short = told.get("License-Expression") or ""
    if not short:
        classes = [
            value.rpartition(" :: ")[2] for value in told.get_all("Classifier") or () if value.startswith("License ::")
        ]
        short = "; ".join(value for value in classes if value != "OSI Approved")
    if not short:
        short = (told.get("License") or "").strip().split("\n")[0]
    return BY_HAND.get(plain(name), ONE_NAME.get(short, short[:80] or UNKNOWN))


def closure(wanted: Iterable[Requirement]) -> Iterator[Row]:
    """Those packages and all that they bring along here, each once, by name."""
    asked = {plain(requirement.name): requirement for requirement in wanted}
    pinned, found = set(asked), dict[str, Row]()
    waiting = list(asked.values())
    while waiting:
        requirement = waiting.pop()
        name = plain(requirement.name)
        if name in found and not requirement.extras:
            continue
        own = distribution(requirement.name)
        found[name] = Row(name, own.version, licence_of(name), name in pinned)
        for text in own.requires or ():
            needed = Requirement(text)
            if any(
                needed.marker is None or needed.marker.evaluate({"extra": extra}) for extra in ("", *requirement.extras)
            ):
                waiting.append(needed)
    return (found[name] for name in sorted(found))


def on_other_pythons() -> Iterator[Row]:
    """What is brought along too, but not by this version of Python."""
    for requirement in pins(BROUGHT):
        if requirement.marker and not requirement.marker.evaluate():
            name = plain(requirement.name)
            yield Row(name, next(iter(requirement.specifier)).version, BY_HAND[name], False)


def of_npm() -> Iterator[Row]:
    """What the browser tests install; nothing of it is in the extension."""
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    own = packages[""]
    named = {**own.get("dependencies", {}), **own.get("devDependencies", {})}
    for path, told in sorted(packages.items()):
        name = path.rpartition("node_modules/")[2]
        if name and not told.get("optional") and not told.get("link"):
            yield Row(
                name,
                told["version"],
                str(told.get("license", UNKNOWN)),
                name in named and path.count("node_modules/") == 1,
            )


def table(rows: Iterable[Row]) -> str:
    """Rows of a page; what others brought along stands in brackets."""
    lines = ["| package | version | licence |", "|---|---|---|"]
    for row in rows:
        name = row.name if row.pinned else f"({row.name})"
        lines.append(f"| {name} | {row.version} | {row.licence} |")
    return "\n".join(lines)


def counted(rows: Iterable[Row]) -> str:
    """Many packages, told by their licence, by name."""
    by_licence: dict[str, set[str]] = {}
    for row in rows:
        by_licence.setdefault(row.licence, set()).add(f"{row.name}{HELD}{row.version}")
    return "\n".join(
        fill(
            f"- **{licence.strip('()')}** ({len(names)}): {', '.join(sorted(names))}",
            WIDTH, subsequent_indent="  ", break_on_hyphens=False,
        ).replace(HELD, " ")
        for licence, names in sorted(by_licence.items(), key=lambda told: told[0].strip("()"))
    )  # fmt: skip


def page() -> str:
    """The whole page."""
    run = sorted({*closure(pins(RUN)), *on_other_pythons()})
    known = {row.name for row in run}
    test = [row for row in closure(pins(TEST)) if row.name not in known]
    extra = [row for path in EXTRA for row in _installed(pins(path)) if row.name not in known]
    npm = list(of_npm())
    return HEAD + "\n".join(
        [
            "\n## The server at run time\n", table(run),
            "\n## Its tests and lint\n", table(test),
            "\n## Benches and the learning of weights, each installed by its own command\n", table(sorted(set(extra))),
            "\n## The browser tests, by npm\n", table(row for row in npm if row.pinned),
            "\n### Brought along by these\n", counted(row for row in npm if not row.pinned),
            TAIL,
        ]
    )  # fmt: skip


def _installed(wanted: list[Requirement]) -> Iterator[Row]:
    for requirement in wanted:
        name = plain(requirement.name)
        try:
            licence = licence_of(name)
        except PackageNotFoundError:
            licence = _as_written(name)
        yield Row(name, next(iter(requirement.specifier)).version, licence, True)


def _as_written(name: str) -> str:
    """What the page says already of a package that is not installed now."""
    row = re.search(
        rf"(?m)^\| {name} \| [^|]+ \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    )
    return BY_HAND.get(name, row[1] if row else UNKNOWN)


HEAD = """\
# Licences and versions

Made by `make licences` from what is installed; a test compares it. Names in brackets were brought along by another package: their version is the one of that day.
The extension holds no foreign code at all: what a browser runs is this project's own. Why each is there: [dependencies.md](dependencies.md).
"""
TAIL = """
## Debian's packages, used as they are and not passed on

| package | licence |
|---|---|
| python3-venv | PSF-2.0 |
| nginx | BSD-2-Clause |
| postgresql | PostgreSQL |
| sqlite3 | public domain |
| redis-server | AGPL-3.0, RSALv2 or SSPLv1 (version 8); BSD-3-Clause (up to 7.2) |
| chromium | BSD-3-Clause and others |
| firefox-esr | MPL-2.0 and others |
| nodejs, npm | MIT, Artistic-2.0 |
| fonts-beng, fonts-noto-core | GPL-2.0 with font exception, OFL-1.1 |
| strace | LGPL-2.1-or-later |
| wrk | Apache-2.0 |

## Data

| data | licence |
|---|---|
| `server/text/english.txt`, from SCOWL 2020.12.07 | SCOWL's own, like MIT; it stands in the file's head |
| `wordlists/` | this project's; the clauses quote the Cabinet Division's guideline of 2016, a public document |
"""

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {page().count(chr(10))} lines")
