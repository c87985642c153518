"""A table that asks more than names and little words: `other_words` in its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.reading.table import written_head
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_beside import LISTED, clauses, write
from tests.wordlists.lists import ruleset

LINE = "# other_words: 0.2\n"
HEAD = f"# clause: 9.cha\n{LINE}"
ROWS = {"@state": 0.8, "তো": 0.5, "লাউ": 0.2, "শসা": 0.15, "তো শসা": 0.1}


def rules(base: Path, head: str = HEAD) -> Ruleset:
    write(base, cha=(head, ROWS))
    ruleset(base, LISTED)
    (base / "learned/names.txt").write_text("[state]\nনীলকান্দি\n", encoding="utf-8")
    (base / "learned/little.txt").write_text("তো\n", encoding="utf-8")
    return Ruleset(load([base])[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("নীলকান্দি তো এমন", []),  # 1.3 by a name and a little word
        ("নীলকান্দি তো লাউ", ["9.cha"]),  # .2 by another word
        ("নীলকান্দি তো, এমন শসা", []),  # .15
        ("নীলকান্দি, তো শসা", ["9.cha"]),  # and .1 by a pair of which one half is no little word
    ],
)
def test_other_words_have_to_add(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert clauses(rules(tmp_path), text) == expected


def test_without_the_line_they_need_not(tmp_path: Path) -> None:
    assert clauses(rules(tmp_path, HEAD.replace(LINE, "")), "নীলকান্দি তো এমন") == ["9.cha"]


def test_it_is_explained_and_kept_in_the_head(tmp_path: Path) -> None:
    own = rules(tmp_path)
    (line,) = [line for line in explain("নীলকান্দি তো এমন", own) if "cha.tsv" in line]
    assert "1.30" in line and "hardly more than names and little words" in line
    (table,) = own.learned.tables
    assert written_head(table)["other_words"] == "0.2"
