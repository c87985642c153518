"""The cues and public numbers as data: the shipped ones are fine, faults are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.personal.cues import FOLDER, cues_in, shipped_cues
from server.personal.numbers import LENGTHS, is_public
from server.personal.surroundings import Surroundings
from server.text.normalise import normalise
from server.wordlists.faults import FaultyLists


def test_the_shipped_cues_are_fine() -> None:
    assert set(LENGTHS) <= shipped_cues().kinds  # FaultyLists otherwise


def faults_of(tmp_path: Path, **files: str) -> list[str]:
    (tmp_path / FOLDER).mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / FOLDER / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLists) as failed:
        cues_in([tmp_path])
    return [str(fault) for fault in failed.value.faults]


@pytest.mark.parametrize(
    "text, line, said",
    [
        ("cues:\n  nid:\n    - nid\n    - NID\n", 4, "stands already"),
        ("cues:\n  nid:\n    - '123'\n", 3, "in letters"),
        ("queues:\n  nid: [nid]\n", 1, "write 'cues'"),
        ("numbers:\n  - number: ৯৯৯\n    nam: x\n", 3, "write 'name'"),
        ("numbers:\n  - number: nine\n", 2, "digits only"),
        ("review: soon\n", 1, "2026-11-24"),
        ("title: x\n", 1, "bn:"),
        ("cues: [\n", 2, "broken YAML"),
    ],
)
def test_a_fault_has_its_line_and_cure(tmp_path: Path, text: str, line: int, said: str) -> None:
    faults = faults_of(tmp_path, some=text)
    assert any(f"some.yaml:{line}:" in fault and said in fault for fault in faults), faults


def test_a_kind_belongs_to_one_file(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, a="cues:\n  ours: [nid]\n", b="cues:\n  ours: [voter]\n")
    assert "b.yaml:2:" in fault and "stands in another file too" in fault


@pytest.mark.parametrize("number", ["01944333222", "+8801944333222", "01320000888", "01320123456", "01769123456"])
def test_hotlines_and_official_series_are_public(number: str) -> None:
    assert is_public(number.lstrip("+"), shipped_cues())


@pytest.mark.parametrize("number", ["01944333223", "01321123456", "01712345678"])
def test_a_mobile_beside_them_is_not(number: str) -> None:
    assert not is_public(number, shipped_cues())


def test_every_short_code_has_few_digits_or_is_a_mobile() -> None:
    for number in shipped_cues().public["numbers"]:
        assert len(number) <= 5 or (len(number) == 11 and number.startswith("01")), number


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("জাতীয় পরিচয়পত্রের নম্বর", {"nid"}),
        ("এন.আই.ডি", {"nid"}),
        ("সঞ্চয়ী হিসাবের", {"bank"}),
        ("প্রধান অতিথি হিসাবে", set()),
        ("national\nid", set()),
        ("কার্যালয়ের", {"office"}),
        ("ওসিলা", set()),
        ("মোঃ করিম", {"honorific", "surname"}),
        ("কার্যালয় ঃ", {"office"}),
        ("ঃ ঃঃ", set()),
    ],
)
def test_cues_are_whole_words_with_their_endings(text: str, kinds: set[str]) -> None:
    assert {mark.kind for mark in Surroundings(normalise(text)).marks} & {
        "nid",
        "bank",
        "office",
        "post",
        "honorific",
        "surname",
    } == kinds
