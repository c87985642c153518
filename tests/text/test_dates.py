"""Dates with their years in three scripts and two calendars, days of the week, and what only looks like them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from server.text.dates import dates, in_bangla_calendar, weekdays
from server.text.days import WEEKDAYS
from server.text.normalise import normalise

SIXTEENTH = """
১৬ ডিসেম্বর ২০২৬
১৬ই ডিসেম্বর, ২০২৬ খ্রিঃ
সভা ১৬ ডিসেম্বর ২০২৬-এর মধ্যে
১৬/১২/২০২৬ইং
১৬ ডিসেম্বর ২০২৬খ্রিঃ
১৬ ডিসেম্বর ২০২৬এর মধ্যে
তারিখঃ১৬/১২/২০২৬
১ পৌষ ১৪৩৩বঙ্গাব্দ
Dec 16, 2026
16th December 2026
the 16th of Dec. 2026
december 16th, 2026
১৬/১২/২০২৬
16.12.2026
12-16-2026
2026-12-16
১ পৌষ ১৪৩৩ বঙ্গাব্দ
০১লা পৌষ, ১৪৩৩
1 Poush 1433
""".strip().splitlines()
NO_DAY = """
৩১ নভেম্বর ২০২৬
২৯ ফেব্রুয়ারি ২০২৭
31 June 2026
৩১/১১/২০২৬
2026-02-30
৩১ কার্তিক ১৪৩৩
৩০ ফাল্গুন ১৪৩১
০ মে ২০২৬
৩৭ জুলাই ২০২৪
৩৬ জুন ২০২৪
৩২ জুলাই ২০২৩
""".strip().splitlines()
NONE = """
১৬ ডিসেম্বর
৫০.০১.০০০০.২৩.০৪.২০২৬
৩২/১৩/২০২৬
১৬/১২/২০২৬-২৭
১৬ মেলা ২০২৬
১৬/১২/২০২৬ইউনিট
১২ঃ১৬/১২/২০২৬
৩৬/০৭/২০২৪
ফোন ০১২-৩৪৫৬
৫ চৈত্রসংক্রান্তি ১৪৩৩
৩১ চৈত্র ১৩৯৮
May 2026
""".strip().splitlines()


@pytest.mark.parametrize("text", SIXTEENTH)
def test_one_day_however_it_is_written(text: str) -> None:
    (found,) = dates(normalise(text))
    assert found.days == (date(2026, 12, 16),)
    assert found.is_bangla == ("১৪৩৩" in text or "1433" in text)


@pytest.mark.parametrize("text", NO_DAY)
def test_a_day_that_no_calendar_has(text: str) -> None:
    (found,) = dates(normalise(text))
    assert not found.days
    assert (found.start, found.end) == (0, len(normalise(text)))


@pytest.mark.parametrize("text", NONE)
def test_no_date_with_its_year(text: str) -> None:
    assert not dates(normalise(text))


@pytest.mark.parametrize(
    "text, day", [("৩২ জুলাই ২০২৪", 1), ("৩৬শে জুলাই, ২০২৪", 5), ("July 36, 2024", 5), ("36 July 2024", 5)]
)
def test_july_2024_is_counted_on(text: str, day: int) -> None:
    (found,) = dates(normalise(text))
    assert found.days == (date(2024, 8, day),)


def test_in_figures_the_day_comes_first_but_both_ways_are_known() -> None:
    (found,) = dates("05/06/2026")
    assert found.days == (date(2026, 6, 5), date(2026, 5, 6))


@pytest.mark.parametrize(
    "bangla, gregorian",
    [
        ((1433, 1, 1), date(2026, 4, 14)),
        ((1432, 11, 8), date(2026, 2, 21)),
        ((1432, 12, 12), date(2026, 3, 26)),
        ((1433, 9, 1), date(2026, 12, 16)),
        ((1430, 11, 30), date(2024, 3, 14)),
        ((1430, 12, 30), date(2024, 4, 13)),
    ],
)
def test_the_days_that_the_reform_keeps_where_they_were(bangla: tuple[int, int, int], gregorian: date) -> None:
    assert in_bangla_calendar(gregorian) == bangla


def test_both_calendars_count_every_day_once() -> None:
    day, seen = date(2020, 4, 14), set()
    while day < date(2060, 4, 14):
        seen.add(in_bangla_calendar(day))
        day += timedelta(1)
    assert len(seen) == (date(2060, 4, 14) - date(2020, 4, 14)).days


@pytest.mark.parametrize("number, names", list(enumerate(WEEKDAYS)), ids=str)
def test_days_of_the_week_with_endings(number: int, names: tuple[str, str, str]) -> None:
    text = normalise(" ".join(names) + f" {names[0]}ের পরদিন")
    found = weekdays(text, 0, len(text))
    assert [it.number for it in found] == [number] * 4
    assert found[-1].ending == "ের"


@pytest.mark.parametrize("text", ["সোমপুর বিহার", "বুধ গ্রহ", "শনির দশা", "রবি মৌসুমে", "Fridays", "sunbar", "মঙ্গলবারতা"])
def test_no_day_of_the_week(text: str) -> None:
    assert not weekdays(normalise(text), 0, 99)
