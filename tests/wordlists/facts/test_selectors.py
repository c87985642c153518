"""Files of newer selectors: what is taken, and every fault told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.facts.selector_names import names_in, read_names
from server.wordlists.facts.selectors import Selectors, read_selectors
from server.wordlists.reading.faults import Faults

GOOD = """\
name: x
confirmed: never on the live site
written: 2026-12-01
selectors:
  composer: '[data-testid^="tweetTextarea_"][contenteditable="true"]'
  scope: 'div[role="dialog"] > form, :is(main, article):not([aria-label="a)b"])'
labels:
  publish:
    - Post
    - পোস্ট করুন
note: "tried on a copy of the page"
"""


def read(folder: Path, text: str) -> tuple[Selectors | None, list[tuple[int, str]]]:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    faults = Faults.of(path, folder)
    return read_selectors(path, faults, names_in([])), [(fault.line, fault.said.en) for fault in faults.found]


def test_a_good_file_is_taken_whole(tmp_path: Path) -> None:
    found, faults = read(tmp_path, GOOD)
    assert faults == [] and found
    assert (found.name, found.written, list(found.selectors)) == ("x", "2026-12-01", ["composer", "scope"])
    assert found.labels == {"publish": ("Post", "পোস্ট করুন")}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("name: x", "name: facebok", 1, "name: not 'facebok'; write one of: bluesky, facebook"),
        ("name: x", "name: twitter", 1, "name: not 'twitter'"),
        ("name: x", "name: any", 1, "name: not 'any'"),
        ("name: x\n", "", 1, "'name' is missing"),
        ("written: 2026-12-01\n", "", 1, "'written' is missing"),
        ("written: 2026-12-01", "written: soon", 3, "write the date"),
        ("confirmed: never on the live site", "confirmed: yes", 2, "write the date"),
        ("note:", "remark:", 11, "unknown field 'remark'"),
        ("  scope:", "  scpoe:", 6, "unknown field 'scpoe'; write 'scope'"),
        ("  scope:", "  dialog:", 6, "unknown field 'dialog'"),
        ("  publish:", "  publsh:", 8, "unknown field 'publsh'; write 'publish'"),
        ("  publish:", "  save:", 8, "unknown field 'save'"),
        ("selectors:\n", "selectors: none\nothers:\n", 4, "name: value"),
        (":is(main, article)", ":is(main, article", 6, "write a CSS selector"),
        (":is(main, article)", ":is(main], article)", 6, "write a CSS selector"),
        (":is(main, article)", "main { color: red }", 6, "write a CSS selector"),
        (":is(main, article)", "<script>", 6, "write a CSS selector"),
        (":is(main, article)", "@import x", 6, "write a CSS selector"),
        (":is(main, article)", '[alt="a', 6, "write a CSS selector"),
        (":is(main, article)", '[alt="a\\"]', 6, "write a CSS selector"),
        (":is(main, article)", "a" * 8_001, 6, "write at most 8000 characters"),
        (":is(main, article)", "😀" * 4_001, 6, "write at most 8000 characters"),
        ("    - Post\n", "".join(f"    - word {n}\n" for n in range(61)), 8, "fewer or shorter"),
        ("    - Post\n", f"    - {'a' * 81}\n", 8, "fewer or shorter"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    _, faults = read(tmp_path, GOOD.replace(old, new, 1))
    assert any(at == line and said in told for at, told in faults), faults


@pytest.mark.parametrize("selector", ['img[alt^="@"]', "[alt^='{;<@(']", "div" + ":not(main)" * 700])
def test_what_a_selector_may_hold_is_taken(tmp_path: Path, selector: str) -> None:
    quoted = selector.replace("'", "''")
    found, faults = read(tmp_path, GOOD.replace("labels:", f"  handle: '{quoted}'\nlabels:"))
    assert faults == [] and found and found.selectors["handle"] == selector


def test_a_file_without_a_selector_is_refused(tmp_path: Path) -> None:
    head, _, rest = GOOD.partition("  composer:")
    _, faults = read(tmp_path, f"{head.rstrip()} {{}}\nlabels:{rest.partition('labels:')[2]}")
    assert faults == [(4, "selectors: write at least one")]


def test_the_names_of_a_platform_are_its_own_and_those_of_any(tmp_path: Path) -> None:
    path = tmp_path / "selector_names.yaml"
    path.write_text(
        "any:\n  selectors: [composer]\n  labels: [publish]\nx:\n  selectors: [quoted]\n  lables: [save]\n",
        encoding="utf-8",
    )
    faults = Faults.of(path, tmp_path)
    [(name, names)] = read_names(path, faults).items()
    assert (name, names.selectors, names.labels) == ("x", ("composer", "quoted"), ("publish",))
    assert [(fault.line, fault.said.en) for fault in faults.found] == [(6, "unknown field 'lables'; write 'labels'")]
