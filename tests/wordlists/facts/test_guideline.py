"""The guideline's clauses: what a reader is told where a clause is written in Bangla alone, and what a file may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.facts.guideline import Guideline, read_guideline
from server.wordlists.reading.faults import Faults

GUIDELINE = """\
edition: "2016"
heads:
  "9":
    bn: "যা প্রকাশ করা যাবে না:"
    en: "What must not be published:"
clauses:
  - id: "9.ka"
    label:
      "2016": "৯(ক)"
    bn: "এমন কনটেন্ট;"
    instead:
      bn: "বাদ দিন।"
"""
ENGLISH = GUIDELINE.replace("    instead:", '    en: "Such content;"\n    instead:')


def read(tmp_path: Path, text: str) -> tuple[Guideline, list[str]]:
    """The guideline, and what is wrong with it."""
    path = tmp_path / "guideline.yaml"
    path.write_text(text, encoding="utf-8")
    faults = Faults("guideline.yaml")
    return read_guideline(path, faults), [fault.said.en for fault in faults.found]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (ENGLISH, "bn", "যা প্রকাশ করা যাবে না: এমন কনটেন্ট;"),
        (ENGLISH, "en", "What must not be published: Such content;"),
        (GUIDELINE, "bn", "যা প্রকাশ করা যাবে না: এমন কনটেন্ট;"),
        (GUIDELINE, "en", "যা প্রকাশ করা যাবে না: এমন কনটেন্ট;"),
    ],
)
def test_a_clause_is_told_whole_or_in_bangla(tmp_path: Path, text: str, language: str, told: str) -> None:
    guideline, faults = read(tmp_path, text)
    assert faults == []
    assert guideline.clauses["9.ka"].text.in_language(language) == told


@pytest.mark.parametrize(("name", "is_told"), [("9.circular-26-03", False), ("9.circular-2026-03", True)])
def test_an_id_is_no_longer_than_a_record_takes(tmp_path: Path, name: str, is_told: bool) -> None:
    _, faults = read(tmp_path, GUIDELINE.replace('"9.ka"', f'"{name}"'))
    assert faults == (["id: write at most 16 characters, such as 9.nga"] if is_told else [])


@pytest.mark.parametrize("more", ["title: {bn: নির্দেশিকা}\n", "    applies_to: institution\n"])
def test_what_nobody_reads_is_told(tmp_path: Path, more: str) -> None:
    _, faults = read(tmp_path, GUIDELINE + more)
    assert len(faults) == 1 and faults[0].startswith("unknown field")


def test_a_clause_copied_with_its_id_takes_no_ones_place(tmp_path: Path) -> None:
    copied = GUIDELINE.partition("clauses:\n")[2].replace("এমন কনটেন্ট;", "অন্য কনটেন্ট;")
    guideline, faults = read(tmp_path, GUIDELINE + copied)
    assert faults == ["a clause above has the id '9.ka' too; write another, or delete one of the two"]
    assert guideline.clauses["9.ka"].text.bn.endswith("এমন কনটেন্ট;")
