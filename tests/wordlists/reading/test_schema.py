"""The fields of lists and groups: each is in the manual, in Bangla and English, and does what stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.reading.schema import FOR_READERS, GROUP_FIELDS, GROUP_TERM_FIELDS, HEAD_FIELDS, TERM_FIELDS
from tests.conftest import ROOT
from tests.wordlists.lists import found, rows, ruleset

BANGLA, ENGLISH, _ = re.split(r"(?m)^---$", (ROOT / "wordlists/README.md").read_text(encoding="utf-8"), maxsplit=2)
FIELDS = sorted({*TERM_FIELDS, *HEAD_FIELDS, *GROUP_TERM_FIELDS, *GROUP_FIELDS})


@pytest.mark.parametrize("field", FIELDS)
def test_the_manual_names_every_field(field: str) -> None:
    named = re.compile(rf"(?m)`[^`\n]*(?<![\w-]){field}(?![\w-])[^`\n]*`|^ *-? ?{field}:")
    assert [bool(named.search(half)) for half in (BANGLA, ENGLISH)] == [True, True]


@pytest.mark.parametrize(
    ("term", "forms", "hit", "missed"),
    [
        ("কুলাঙ্গার", "noun", ["কুলাঙ্গারকে", "kulangarke"], []),
        ("অফিস কুলাঙ্গার", "noun", ["অফিস কুলাঙ্গারকে"], ["অফিসের কুলাঙ্গার"]),
        ("মারা", "verb", ["মারা", "মারব", "মারছে", "মেরে"], ["marbo"]),
        ("মার", "verb", ["মারব", "মারছে", "মেরে"], ["মারকে"]),
        ("কল্লা ফেলা", "verb", ["কল্লা ফেলব", "kolla fel"], ["kolla felbo"]),
        ("কুলাঙ্গার", "exact", ["কুলাঙ্গার", "kulangar", "কু*লাঙ্গার"], ["কুলাঙ্গারকে", "কুলাঙ্গারই", "kulangarke"]),
    ],
)
def test_forms_are_what_the_manual_says(
    tmp_path: Path, term: str, forms: str, hit: list[str], missed: list[str]
) -> None:
    rules = ruleset(tmp_path, rows(f"- term: {term}\n  forms: {forms}\n"))
    assert [text for text in hit + missed if found(rules, text)] == hit


def test_what_is_for_readers_of_the_file_changes_nothing(tmp_path: Path) -> None:
    assert set(FOR_READERS) == {"note", "approved_by", "added"}
    said = "- term: শালা\n  note: কেন\n  approved_by: দ্বিতীয় জন\n  added: 2026-11-24\n"
    bare, told = (ruleset(tmp_path / name, rows(row)) for name, row in (("bare", "- শালা\n"), ("told", said)))
    [one], [other] = ([term for _, term in rules.owners] for rules in (bare, told))
    assert (one.text, one.severity, one.forms, one.review) == (other.text, other.severity, other.forms, other.review)
    path = tmp_path / "told/prohibited/test.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-24", "গতকাল"), encoding="utf-8")
    [fault] = load([tmp_path / "told"])[1]
    assert "added: write the date as 2026-11-24" in fault.said.en
