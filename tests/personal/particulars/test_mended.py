"""A number typed in pieces is read in one, at the places where it stands; every other draft stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.personal.around.surroundings import Surroundings
from server.personal.particulars.mended import mended
from server.text.normalise import normalise
from tests.personal.told import told

PIECES = st.sampled_from(
    ["\n", "\n", " ", "o", "O", "1", "0171", "2345", "678901", "নম্বর", "NID", "মোবাইল: ", "হিসাব নং", ":", "-", "সঠিক: ",
     "ঢাকা মেট্রো-গ", "জন্ম: ", "মার্চ", "রক্তের গ্রুপ:", "B+", "@gmail.com", "রহিম", "।"]
)  # fmt: skip


def calls(act: Callable[[], object]) -> int:
    """How many functions are called: twice as many for twice the text, on any machine."""
    profile = Profile()
    profile.runcall(act)
    return sum(entry.callcount for entry in profile.getstats())


def read(text: str) -> str:
    return mended(Surroundings(normalise(text))).normal


@pytest.mark.parametrize(
    "text, whole",
    [
        ("NID55O 123 88O1", "nid550 123 8801"),
        ("card 4OOO OOO1", "card 4000 0001"),
        ("মোবাইল: ০১৭\n২২৩৩\n৪৪৫৫\nধন্যবাদ", "মোবাইল: 017 2233 4455\nধন্যবাদ"),
        ("NID:\n৭৩১৪০৯৮২৬৫\n৭৩১৪০৯৮২৬৬", "nid: 7314098265\n7314098266"),
        ("হিসাব নং ভুল।\nসঠিক: ১২৩৪৫৬৭৮৯", "হিসাব নং ভুল। সঠিক: 123456789"),
        ("জন্ম: ৭\nমার্চ\n২০১৯", "জন্ম: 7 মার্চ 2019"),
        ("rahim7\n@gmail.com", "rahim7 @gmail.com"),
    ],
)
def test_pieces_are_put_together(text: str, whole: str) -> None:
    assert read(text) == normalise(whole)


@pytest.mark.parametrize(
    "text",
    [
        "H2O, CO2 ও no1 pro5 5or 6 o 7",
        "১. মোবাইল ১২\n২. ফোন ১৩",
        "ফোন: ১৬২৬৩\n১৬১০৬\n৩৩৩",
        "স্মারক নং ১২৩\n৪৫৬\n৭৮৯",
        "ওয়ার্ড ১: ১২৩৪\n৫৬৭৮",
        "ধন্যবাদ\n@rahim",
        "রক্তের গ্রুপ:\nA+\nB+",
    ],
)
def test_what_is_no_number_stays_as_it_is(text: str) -> None:
    around = Surroundings(normalise(text))
    assert mended(around) is around


@given(st.lists(PIECES, max_size=24).map("".join))
def test_places_stay(text: str) -> None:
    normal = normalise(text)
    whole = read(text)
    assert len(whole) == len(normal)
    assert {(old, new) for old, new in zip(normal, whole, strict=True) if old != new} <= {("\n", " "), ("o", "0")}
    told(text)


@pytest.mark.parametrize("piece", ["o0", "0", "\n1", "nid\n12\n", "জন্ম 1\n", "+o", "নম্বর: 1\n", "\n "])
def test_it_is_read_in_one_go(piece: str) -> None:
    told(piece * 400)  # what is read at first use is read
    assert calls(lambda: told(piece * 4000)) < 2.2 * calls(lambda: told(piece * 2000))
