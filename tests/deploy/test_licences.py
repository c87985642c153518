"""docs/licences.md names every package that is installed, with the licence it has, and every version that we pin."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import ROOT
from tests.deploy.licences import BROUGHT, EXTRA, LOCK, PAGE, RUN, TEST, UNKNOWN, Row, closure, of_npm, pins, plain

CURE = "run `make licences` and look at what changed"
ROWS = re.findall(r"(?m)^\| (\(?)([^|)]+)\)? \| ([^|]+) \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"))
TOLD = {name: (version, licence) for _, name, version, licence in ROWS}
# What an office may run and pass on without owing anybody its own source.
FREE = re.compile(
    r"MIT|MIT-0|BSD|BSD-[23]-Clause|0BSD|ISC|Apache-2\.0|MPL-2\.0|PSF-2\.0|Python-2\.0|LGPL-3\.0-only|CNRI-Python|Unlicense|CC0-1\.0|"
    r"CC-BY-[34]\.0|BlueOak-1\.0\.0|Zlib|WTFPL|Public-Domain|Artistic-2\.0|PostgreSQL|MPL-1\.1"
)


def free(licence: str) -> bool:
    """Whether it asks for no more than names and texts; of a choice (OR) one free one is enough."""
    return any(
        all(FREE.fullmatch(part.strip(" ()")) for part in re.split(r" (?:AND|and) |; ", choice))
        for choice in licence.strip("()").split(" OR ")
    )


@pytest.mark.parametrize("row", sorted({*closure(pins(RUN)), *closure(pins(TEST))}), ids=lambda row: row.name)
def test_what_is_installed_is_told(row: Row) -> None:
    assert row.name in TOLD, CURE
    version, licence = TOLD[row.name]
    assert licence == row.licence, CURE
    assert not row.pinned or version == row.version, CURE


@pytest.mark.parametrize("path", [RUN, TEST, *EXTRA], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_version_that_we_pin_is_told_and_is_one(path: object) -> None:
    for requirement in pins(path):  # type: ignore[arg-type]
        [pin] = requirement.specifier
        assert pin.operator == "==", requirement
        assert TOLD[plain(requirement.name)][0] == pin.version, CURE


def test_every_version_that_is_brought_along_is_pinned() -> None:
    """Else a package of a stranger's, published tomorrow, makes another server of the same checkout."""
    installed = {row.name: row.version for row in (*closure(pins(RUN)), *closure(pins(TEST))) if not row.pinned}
    pinned = {plain(one.name): str(one.specifier).removeprefix("==") for one in pins(BROUGHT)}
    assert installed.items() <= pinned.items()


def test_the_packages_of_npm_that_we_name_are_told() -> None:
    named = [row for row in of_npm() if row.pinned]
    assert named and {row.name: (row.version, row.licence) for row in named}.items() <= TOLD.items(), CURE


def test_every_licence_is_known_and_free() -> None:
    rows = [*closure(pins(RUN)), *closure(pins(TEST)), *of_npm()]
    assert [row for row in rows if row.licence == UNKNOWN or not free(row.licence)] == []
    assert UNKNOWN not in {licence for _, licence in TOLD.values()}


@pytest.mark.parametrize("licence", ["GPL-3.0-or-later", "AGPL-3.0", "MIT AND GPL-2.0", "SSPL-1.0", "?", ""])
def test_another_licence_would_be_seen(licence: str) -> None:
    assert not free(licence)


def test_every_package_of_ours_has_its_reason() -> None:
    reasons = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower().replace("_", "-")
    for path in (RUN, TEST):
        for requirement in pins(path):
            assert plain(requirement.name) in reasons, requirement.name


def test_the_extension_brings_nothing_along() -> None:
    assert not [
        path for path in (ROOT / "extension").rglob("*") if path.name in ("node_modules", "package.json", "vendor")
    ]
    assert json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
