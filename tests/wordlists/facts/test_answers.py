"""data/answers.yaml: which words of an answer say nothing, which are polite, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.facts.answers import answers_in
from server.wordlists.reading.faults import FaultyLists
from tests.wordlists.facts.test_said import folder_with

OURS = "says_nothing: [noted, অপেক্ষা করুন, office e asun]\ncourtesies: [sir, অপেক্ষা]\n"


@pytest.mark.parametrize(
    ("text", "kinds", "left"),
    [
        ("Noted, sir", ["says_nothing", "courtesies"], []),
        ("অপেক্ষা করুন।", ["says_nothing"], []),  # the longest phrase first
        ("অপেক্ষা করা", ["courtesies"], ["করা"]),
        ("ofice e ashun", ["says_nothing"], []),  # by its sound
        ("denoted", [], ["denoted"]),
        ("", [], []),
    ],
)
def test_phrases_are_whole_words_by_their_sound(tmp_path: Path, text: str, kinds: list[str], left: list[str]) -> None:
    found, others = answers_in([folder_with(tmp_path, OURS, "answers.yaml")]).covered(normalise(text))
    assert [part.kind for part in found] == kinds
    assert [word.text for word in others] == left


def test_a_folder_without_the_file_has_the_shipped_one(tmp_path: Path) -> None:
    found, left = answers_in([tmp_path]).covered("noted")
    assert [part.kind for part in found] == ["says_nothing"] and not left


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("says_nothing: [noted]\n", r"answers\.yaml:1.*write the phrases below 'courtesies'"),
        (OURS + "courtesy: [ক]\n", r"answers\.yaml:3.*unknown field 'courtesy'; write 'courtesies'"),
        ("says_nothing: [ক খ গ ঘ ঙ চ ছ জ ঝ]\ncourtesies: [ক]\n", r"answers\.yaml:1.*write 1 to 8 words"),
        ("says_nothing: ['!']\ncourtesies: [ক]\n", r"answers\.yaml:1.*'!' holds no letter"),
        ("says_nothing: [ক]\ncourtesies:\n  - স্যার, ম্যাডাম\n", r"answers\.yaml:3.*is read as one phrase"),
        ("says_nothing:\n  - noted - নতুন\ncourtesies: [ক]\n", r"answers\.yaml:2.*'- noted  # নতুন'"),
    ],
)
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, text: str, cure: str) -> None:
    with pytest.raises(FaultyLists, match=cure):
        answers_in([folder_with(tmp_path, text, "answers.yaml")])
