"""Each kind of identifier as people write it, and the many numbers, dates and names that are nobody's secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.checks.identifiers import FINDERS
from server.personal.around.surroundings import Surroundings
from server.personal.judging.messages import MESSAGES
from server.personal.particulars.mended import mended
from server.personal.particulars.numbers import LENGTHS
from server.text.normalise import normalise
from tests.personal.told import told

HERE = Path(__file__).parent


def rows(path: Path) -> list[str]:
    r"""A draft a line; \n in it stands for a line break."""
    return [row.replace("\\n", "\n") for row in path.read_text(encoding="utf-8").splitlines()]


KINDS = {path.stem: rows(path) for path in sorted((HERE / "kinds").glob("*.txt"))}
PASSES = rows(HERE / "passes.txt")


@pytest.mark.parametrize("kind", KINDS)
def test_found(kind: str) -> None:
    assert [text for text in KINDS[kind] if kind not in told(text)] == []


def test_nothing_is_told() -> None:
    assert {text: found for text in PASSES if (found := told(text))} == {}


def test_every_number_that_is_told_has_its_message() -> None:
    told = set(LENGTHS) - {"routing"}  # a branch's, told as "bank"
    assert told - MESSAGES.keys() == set(), "write it in judging/messages.py"


def test_every_kind_has_its_table_and_more_pass_than_are_found() -> None:
    assert KINDS.keys() ^ MESSAGES.keys() == set(), "write its drafts in kinds/NAME.txt"
    assert all(5 <= len(rows) < len(PASSES) for rows in KINDS.values())


@pytest.mark.parametrize(
    "text, whole",
    [
        ("ফোন +৮৮০ (১৭১২) ৩৪৫-৬৭৮।", "+880 (1712) 345-678"),
        ("(০১৬১২)৩৪৫৬৭৮ এ", "(01612)345678"),
        ("রকেট ০১৭১২৩৪৫৬৭৮৯ এ", "017123456789"),
        ("(01712345678)", "01712345678"),
        ("০১৭১২৩৪৫৬৭৮/৭৯", "01712345678"),
        ("নম্বর০১৭১২৩৪৫৬৭৮টি", "01712345678"),
    ],
)
def test_a_span_is_the_whole_number(text: str, whole: str) -> None:
    assert told(text) == {"mobile": [whole]}


@pytest.mark.parametrize(
    "text", ["০১৭১২৩৪৫৬৭৮/০১৮১২৩৪৫৬৭৮", "01712345678 01812345678", "০১৭১২৩৪৫৬৭৮-০১৮১২৩৪৫৬৭৮", "01712345678,01812345678"]
)
def test_two_in_a_row_are_two(text: str) -> None:
    assert told(text) == {"mobile": ["01712345678", "01812345678"]}


def test_different_numbers_beside_each_other_keep_their_kinds() -> None:
    text = "এনআইডি ৭৩১৪০৯৮২৬৫ মোবাইল ০১৭১২৩৪৫৬৭৮ জন্ম তারিখ ০১/০২/১৯৮০ হিসাব নং ২১০১২৩৪৫৬৭৮৯০ রহিমা খাতুন"
    assert set(told(text)) == {"nid", "mobile", "birth-date", "bank"}


def test_money_beside_a_named_number_does_not_hide_it() -> None:
    assert set(told("এনআইডি ৭৩১৪০৯৮২৬৫ কে ৫০০০ টাকা দিন")) == {"nid"}


@pytest.mark.parametrize(
    "text, address",
    [
        ("ফ্ল্যাট বিক্রি হবে, মিরপুর ১০, রোড ৩, বাড়ি ১২", "রোড ৩, বাড়ি ১২"),  # what is sold names no flat
        ("flat bikri hobe, road 3, house 12", "road 3, house 12"),
        ("ফ্ল্যাট মেঘনা, রোড ৩, বাড়ি ১২", "ফ্ল্যাট মেঘনা, রোড ৩, বাড়ি ১২"),
    ],
)
def test_an_address_begins_with_its_first_part(text: str, address: str) -> None:
    assert told(text)["address"] == [normalise(address)]


def test_no_finder_finds_anything_without_its_gates() -> None:
    for text in (*PASSES, *(text for texts in KINDS.values() for text in texts)):
        around = mended(Surroundings(normalise(text)))
        for find, gates in FINDERS:
            assert around.may_hold(*gates) or not list(find(around)), (find, text)
