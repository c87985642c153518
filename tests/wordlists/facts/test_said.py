"""data/said.yaml: what tells a citizen where to turn, what helps all the same, what only wants to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.facts.said import said_in
from server.wordlists.reading.faults import FaultyLists

OURS = "ways_on: [আগামী, grs]\nsettles: [ready]\nhelps: [=din, দেখছি]\nfor_attention: [=cc]\ntakes_part: [ছিলেন]\n"


def folder_with(tmp_path: Path, text: str, name: str = "said.yaml") -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "ways_on", "helps"),
    [
        ("আগামীকাল আসুন", True, False),
        ("GRS এ লিখুন", True, False),
        ("kagoj din, dekhbo", False, True),
        ("onek dine hobe", False, False),
        ("বিষয়টি দেখছিলাম", False, True),
        ("", False, False),
    ],
)
def test_whole_words_and_parts(tmp_path: Path, text: str, ways_on: bool, helps: bool) -> None:
    said = said_in([folder_with(tmp_path, OURS)])
    assert bool(said.ways_on.search(normalise(text))) == ways_on
    assert bool(said.helps.search(normalise(text))) == helps


def test_without_a_file_of_its_own_a_folder_has_the_shipped_one(tmp_path: Path) -> None:
    assert said_in([tmp_path]).ways_on.search(normalise("সোমবার আসুন"))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("ways_on: [আগামী]\n", r"said\.yaml:1.*write the phrases below 'helps'"),
        (OURS + "help: [ক]\n", r"said\.yaml:6.*unknown field 'help'; write 'helps'"),
        ("ways_on: {ক: খ}\nhelps: [ক]\nfor_attention: [ক]\ntakes_part: [ক]\n", r"said\.yaml:1.*give 'ways_on' a list"),
        (OURS.replace("ready", "আপিল (appeal)"), r"said\.yaml:2.*'আপিল \(appeal\)': the signs"),
        (OURS.replace("=cc", "=cc=, নজরে"), r"said\.yaml:4.*'=cc=': the signs"),
        (OURS.replace("=cc", "="), r"said\.yaml:4.*'=' holds no letter"),
        (OURS.replace("ছিলেন", "ছিলেন, ছিল; গেল"), r"said\.yaml:5.*'ছিল; গেল' is read as one phrase"),
    ],
)
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, text: str, cure: str) -> None:
    with pytest.raises(FaultyLists, match=cure):
        said_in([folder_with(tmp_path, text)])
