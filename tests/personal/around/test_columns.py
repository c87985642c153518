"""Tables as they are pasted: which line heads them, and the head over each cell."""

from __future__ import annotations

import pytest

from server.personal.around.columns import cells, head_of, is_heads
from server.personal.around.surroundings import Surroundings
from server.text.normalise import normalise


def heads(text: str) -> list[tuple[str, str]]:
    """Each cell that is not empty, and its head."""
    around = Surroundings(normalise(text))
    found = ((around.normal[it.start : it.end], around.normal[it.head_start : it.head_end]) for it in cells(around))
    return [(cell.strip(), head.strip()) for cell, head in found if cell.strip()]


@pytest.mark.parametrize(
    "text, told",
    [
        ("নাম\tমোবাইল\nসেলিম\t17", [("সেলিম", "নাম"), ("17", "মোবাইল")]),
        ("| নাম | মোবাইল |\n| সেলিম | 17 |", [("সেলিম", "নাম"), ("17", "মোবাইল")]),
        ("নাম\tএনআইডি\tমোবাইল\nসেলিম\t\t17", [("সেলিম", "নাম"), ("17", "মোবাইল")]),  # an empty cell keeps its place
        ("নাম\tমোবাইল\nসেলিম\t17\tউত্তর", [("সেলিম", "নাম"), ("17", "মোবাইল")]),  # no head, no cell
        (
            "নাম\tমোবাইল\nসেলিম\t17\nনাম\tDOB\nসেলিম\t18",
            [("সেলিম", "নাম"), ("17", "মোবাইল"), ("সেলিম", "নাম"), ("18", "dob")],
        ),
        ("নাম\tমোবাইল\n\nসেলিম\t17", []),  # a blank line ends a table
        ("নাম\tমোবাইল\nসেলিম 17", []),
        ("নাম মোবাইল\nসেলিম 17\n১\tসেলিম", [("সেলিম 17", "নাম মোবাইল")]),
        ("নাম\tগ্রাম\nসেলিম\t17", []),  # heads nothing that is asked for
    ],
)
def test_each_cell_has_the_head_over_it(text: str, told: list[tuple[str, str]]) -> None:
    assert heads(text) == told


def test_the_heads_hold_down_to_the_end_of_a_long_table() -> None:
    text = normalise("নাম\tমোবাইল" + "\nসেলিম\t17" * 400)
    around = Surroundings(text)
    assert len(cells(around)) == 800
    start, end = head_of(around, len(text) - 1) or (0, 0)
    assert text[start:end] == normalise("মোবাইল")
    assert head_of(around, 0) is None


@pytest.mark.parametrize("text", ["নাম\tমোবাইল", "Sl | Name | NID", "নাম মোবাইল", "নাম\tজন্ম তারিখ", "ক্রম\tরক্তের গ্রুপ\t২০২৬"])
def test_heads(text: str) -> None:
    around = Surroundings(normalise(text))
    assert is_heads(around, 0, len(around.normal))


@pytest.mark.parametrize(
    "text",
    [
        "মোবাইল নম্বর দিন",
        "আবেদনে নাম ও মোবাইল লিখুন।",
        "",
        "নাম\tগ্রাম",
        "করিম মিয়া\tমোবাইল নেই",
        "ফোন\t1712345678",
        "ভাতাভোগীর তালিকা",
        "নাম\tমোবাইল" + " নম্বর" * 60,
    ],
)
def test_no_heads(text: str) -> None:
    around = Surroundings(normalise(text))
    assert not is_heads(around, 0, len(around.normal))
