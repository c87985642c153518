"""Files of newer selectors: what is taken, and every fault told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    return read_selectors(path, faults), [(fault.line, fault.said.en) for fault in faults.found]


def test_a_good_file_is_taken_whole(tmp_path: Path) -> None:
    found, faults = read(tmp_path, GOOD)
    assert faults == [] and found
    assert (found.name, found.written, list(found.selectors)) == ("x", "2026-12-01", ["composer", "scope"])
    assert found.labels == {"publish": ("Post", "পোস্ট করুন")}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("name: x", "name: 'X Twitter'", 1, "name: such as"),
        ("name: x\n", "", 1, "'name' is missing"),
        ("written: 2026-12-01\n", "", 1, "'written' is missing"),
        ("written: 2026-12-01", "written: soon", 3, "write the date"),
        ("confirmed: never on the live site", "confirmed: yes", 2, "write the date"),
        ("note:", "remark:", 11, "unknown field 'remark'"),
        ("  scope:", "  'a b':", 6, "name it in letters"),
        ("selectors:\n", "selectors: none\nothers:\n", 4, "name: value"),
        (":is(main, article)", ":is(main, article", 6, "write a CSS selector"),
        (":is(main, article)", ":is(main], article)", 6, "write a CSS selector"),
        (":is(main, article)", "main { color: red }", 6, "write a CSS selector"),
        (":is(main, article)", "<script>", 6, "write a CSS selector"),
        (":is(main, article)", "@import x", 6, "write a CSS selector"),
        (":is(main, article)", "a" * 1_001, 6, "write a CSS selector"),
        ("    - Post\n", "".join(f"    - word {n}\n" for n in range(61)), 8, "fewer or shorter"),
        ("    - Post\n", f"    - {'a' * 81}\n", 8, "fewer or shorter"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    _, faults = read(tmp_path, GOOD.replace(old, new, 1))
    assert any(at == line and said in told for at, told in faults), faults


def test_more_selectors_than_a_page_needs_are_refused(tmp_path: Path) -> None:
    many = "".join(f"  name{number}: div\n" for number in range(41))
    _, faults = read(tmp_path, GOOD.replace("selectors:\n", f"selectors:\n{many}", 1))
    assert any("write one to 40" in told for _, told in faults)
