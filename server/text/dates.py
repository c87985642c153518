"""Dates with their years and days of the week in a normal form, and what stands between a date and its other name.

Of dates in figures the day comes first, as Bangladesh writes them, else the month. The Bangla calendar is that of
Bangladesh since 1426 (2019): six months of 31 days, then of 30, but Falgun of 29, of 30 in a leap year; a year begins on
14 April. All spans are half-open and count code points of the normal form.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from server.text.days import BANGLA_MONTH_NUMBERS, CASES, GLUED, MONTH_NUMBERS, MONTHS, ORDINAL, WEEKDAY_NUMBERS, any_of
from server.text.shapes import BANGLA

REFORMED = 1426  # the first year of the Bangla calendar as it is now
_FALGUN, _AHEAD = 11, 593  # so many years the Bangla year is behind, from April on
SINCE = date(REFORMED + _AHEAD + 1, 4, 14)  # from here on `in_bangla_calendar` is right

# a month that is counted on beyond its end: (year, month): its last day. The July uprising ended on 5 August 2024, the 36th of July
COUNTED_ON = {(2024, 7): 36}

_NO_COLON = BANGLA.replace("\u0983", "\u0982")  # the letters but ঃ, which stands for a colon
_END = rf"(?:(?![a-z0-9{BANGLA}])|(?=(?:{GLUED})(?![a-z{BANGLA}])))(?![-/][0-9])"
_YEAR, _BANGLA_YEAR = "(?:19|20)[0-9]{2}", "1[34][0-9]{2}"
_START = rf"(?<![a-z0-9{_NO_COLON}])(?<![0-9]\u0983)(?<![0-9][./:–-])"
_DAY_OF = rf"([0-9]{{1,2}}){ORDINAL}"
# the ways of writing a date, the first that fits counts; `_days` takes what stands in the groups of one, in this order
_WAYS = {
    # ১২ ডিসেম্বর ২০২৫, ৩রা মার্চ, ২০২৬, 12th of December 2025
    "day_first": rf"{_DAY_OF} ?(?:of )?({any_of(MONTH_NUMBERS)})\.?,? ({_YEAR})",
    # ১লা বৈশাখ ১৪৩২, 1 Boishakh, 1432
    "bangla": rf"{_DAY_OF} ?(?:of )?({any_of(BANGLA_MONTH_NUMBERS)}),? ({_BANGLA_YEAR})",
    # December 12th, 2025, ডিসেম্বর ১২, ২০২৫
    "month_first": rf"({any_of(MONTH_NUMBERS)})\.? {_DAY_OF},? ({_YEAR})",
    # ১২/১২/২০২৫, 12.12.2025
    "figures": rf"([0-9]{{1,2}})(?P<mark>[./-])([0-9]{{1,2}})(?P=mark)({_YEAR})",
    # 2025-12-12
    "year_first": rf"({_YEAR})-([0-9]{{2}})-([0-9]{{2}})",
}
_DATE = re.compile(f"{_START}(?:{'|'.join(f'(?P<{way}>{pattern})' for way, pattern in _WAYS.items())}){_END}")
_DAY = re.compile(rf"(?<![a-z{BANGLA}])({any_of(WEEKDAY_NUMBERS)})((?:{CASES})?)(?![a-z{BANGLA}])")
_ANY_YEAR = re.compile("(?:1[349]|20)[0-9]{2}")
_LONGEST = 32  # code points of a date, and more than those of a day of the week
MOST_DAYS = 31


class Dated(NamedTuple):
    """A date with its year. `days`: those that it may mean, none where no calendar has it."""

    days: tuple[date, ...]
    is_bangla: bool
    start: int
    end: int


class Weekday(NamedTuple):
    """A day of the week by its number (0: Monday) and its ending."""

    number: int
    ending: str
    start: int
    end: int


def dates(normal: str) -> list[Dated]:
    """All dates with their years, ascending. Of the Bangla calendar those since its reform."""
    return list(_dates(normal))


def _dates(normal: str) -> Iterator[Dated]:
    for found in _around_years(normal):
        _, *parts = filter(None, found.groups())  # behind the whole what stands in its way's own groups
        days = _days(found.lastgroup, parts)
        if days is not None:
            yield Dated(tuple(days), found.lastgroup == "bangla", *found.span())


def _days(way: str | None, parts: Sequence[str]) -> Iterable[date] | None:
    """The days that what is written in a way may mean; None where it is no date, or one before the Bangla calendar's reform."""
    match way, parts:
        case ("day_first", (day, month, year)) | ("month_first", (month, day, year)):
            named = int(year), MONTH_NUMBERS[month], int(day)
            return (*_of(*named), *_counted_on(*named))
        case "bangla", (day, month, year):
            return _of_bangla(int(year), BANGLA_MONTH_NUMBERS[month], int(day)) if int(year) >= REFORMED else None
        case ("figures", (day, _, month, year)) | (_, (year, month, day)):
            days = [*_of(int(year), int(month), int(day))]
            days += _of(int(year), int(day), int(month)) if way == "figures" else ()
            return days if days or (int(day) <= MOST_DAYS and int(month) <= len(MONTHS)) else None
    return None


def _around_years(normal: str) -> Iterator[re.Match[str]]:
    """The dates by where a year stands: the dear pattern need not look elsewhere."""
    end = 0
    for year in _ANY_YEAR.finditer(normal):
        found = _DATE.search(normal, max(end, year.start() - _LONGEST), year.end() + _LONGEST)
        if found and found.start() <= year.start() < found.end():
            end = found.end()
            yield found


def _of(year: int, month: int, day: int) -> Iterator[date]:
    """That day, if there is one."""
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _counted_on(year: int, month: int, day: int) -> Iterator[date]:
    """The day behind a month's end that goes by its name: ৩৬ জুলাই ২০২৪ is 5 August."""
    last = monthrange(year, month)[1]
    if last < day <= COUNTED_ON.get((year, month), last):
        yield date(year, month, last) + timedelta(day - last)


def _days_of(year: int, month: int) -> int:
    """How many days a month of the Bangla calendar has."""
    if month == _FALGUN:
        return 30 if isleap(year + _AHEAD + 1) else 29
    return 31 if month <= 6 else 30


def _of_bangla(year: int, month: int, day: int) -> Iterator[date]:
    if 1 <= day <= _days_of(year, month):
        before = sum(_days_of(year, earlier) for earlier in range(1, month))
        yield date(year + _AHEAD, 4, 14) + timedelta(before + day - 1)


def in_bangla_calendar(day: date) -> tuple[int, int, int]:
    """(year, month, day) of a day from `SINCE` on."""
    year = day.year - _AHEAD - ((day.month, day.day) < (4, 14))
    left = (day - date(year + _AHEAD, 4, 14)).days
    month = 1
    while left >= _days_of(year, month):
        left -= _days_of(year, month)
        month += 1
    return year, month, left + 1


def weekdays(normal: str, start: int, end: int) -> list[Weekday]:
    """The days of the week, by their full names, that begin between two places, ascending."""
    days = _DAY.finditer(normal, start, end + _LONGEST)
    return [Weekday(WEEKDAY_NUMBERS[day[1]] - 1, day[2], *day.span()) for day in days if day.start() < end]
