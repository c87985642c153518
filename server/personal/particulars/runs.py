"""Runs of digits, as groups between separators, and the mobile numbers among them.

One scan finds every run; the groups are then walked once. `phonenumbers` says what a Bangladeshi mobile is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from phonenumbers import (
    COUNTRY_CODE_TO_REGION_CODE,
    NumberParseException,
    PhoneMetadata,
    PhoneNumberType,
    is_valid_number,
    number_type,
    parse,
)

_APART = r"[ \-\u2013\u2014._/()\u2022\u00b7]{0,3}+"
_RUN = re.compile(rf"(?<![0-9])(?:\+ ?|\((?=[0-9+]{{2,7}}\)))?[0-9](?:{_APART}[0-9]){{8,}}+")
_SOME = re.compile(rf"[0-9](?:{_APART}[0-9]){{8}}")  # a cheap look before the real one
_GROUP = re.compile(r"[0-9]+")
MOBILE_LENGTHS = (10, 11, 12, 13, 15)
MOST_GROUPS = 15
FIRST_DIGITS = ("0", "8")  # 017..., 88017..., 0088017...; only a named one may lack them
COUNTRY = ("88", "880", "0088", "00880")
FOREIGN_LENGTHS = range(8, 16)  # digits, the country's with them
# what a person may carry; a number that no plan has may be a slip
CARRIED = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.UNKNOWN)


class Group(NamedTuple):
    """Digits with nothing between them. `apart`: what stands before them in the run; places in the normal form."""

    digits: str
    start: int
    end: int
    apart: str


def runs(normal: str) -> Iterator[list[Group]]:
    """The groups of every run of nine or more digits."""
    if not _SOME.search(normal):
        return
    for run in _RUN.finditer(normal):  # its counts are possessive and its classes apart: linear on any input
        yield _groups(run[0], run.start())


def _groups(run: str, offset: int) -> list[Group]:
    groups, end = [], 0
    for found in _GROUP.finditer(run):
        groups.append(Group(found[0], offset + found.start(), offset + found.end(), run[end : found.start()]))
        end = found.end()
    return groups


def digits_of(groups: Sequence[Group], first: int = 0, count: int | None = None) -> str:
    """The digits of `count` groups from `first` on, of all by default."""
    return "".join(group.digits for group in groups[first : None if count is None else first + count])


def mobile_at(groups: Sequence[Group], first: int, named: bool) -> int:
    """How many groups from `first` on are a mobile number; 0 where they are none. `named`: a word says it is one."""
    if groups[first].digits[0] not in FIRST_DIGITS and not named:
        return 0
    digits = ""
    for index in range(first, min(len(groups), first + MOST_GROUPS)):
        digits += groups[index].digits
        if len(digits) > MOBILE_LENGTHS[-1]:
            return 0
        if len(digits) in MOBILE_LENGTHS and _is_mobile(digits, named):
            written = groups[first : index + 1]
            if _well_written(written) and _stands_alone(groups, first, index, named):
                return len(written)
    return 0


def foreign_at(groups: Sequence[Group], first: int) -> int:
    """How many groups from `first` on are a mobile of another country, of which the + is known; 0 where they are none."""
    digits, fitting = "", 0
    for count, group in enumerate(groups[first : first + MOST_GROUPS], 1):
        digits += group.digits
        if len(digits) > FOREIGN_LENGTHS[-1] or digits.startswith(("0", *COUNTRY)):
            break
        if len(digits) in FOREIGN_LENGTHS:
            carried, valid = _is_foreign(digits)
            if valid:
                return count if carried else 0
            fitting = count if carried else fitting
    return fitting if fitting == len(groups) - first else 0  # an unknown one is the whole run


def _is_foreign(digits: str) -> tuple[bool, bool]:
    """(whether somebody may carry such a telephone, whether its country's plan has the number)."""
    try:
        number = parse(f"+{digits}")
    except NumberParseException:
        return False, False
    known = number.country_code in COUNTRY_CODE_TO_REGION_CODE
    return known and number_type(number) in CARRIED, is_valid_number(number)


def is_mobile(digits: str) -> bool:
    """Whether these digits (no separators, perhaps with 880 in front) are a Bangladeshi mobile number."""
    return _is_mobile(digits, False)


def local(digits: str) -> str:
    """A mobile's eleven digits: without 0088, 88 or 880 in front, with the first 0 where it went missing."""
    short = digits.removeprefix("00")
    short = short.removeprefix("880" if short.startswith("8800") else "88") if len(short) > 11 else short
    return "0" + short if len(short) == 10 and short.startswith("1") else short


def _is_mobile(digits: str, named: bool) -> bool:
    if named and len(digits) == 12 and digits.startswith("01"):
        digits = digits[:-1]  # Rocket puts a check digit behind
    number = local(digits)
    missing = len(digits) == 10 and not named  # 1712345678 is a mobile only where a word says so
    return not missing and number.startswith("01") and _pattern().fullmatch(number[1:]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """What `phonenumbers` takes for a mobile of Bangladesh; parsing each number would cost a hundred times as much."""
    metadata = PhoneMetadata.metadata_for_region("BD", None)
    assert metadata is not None and metadata.mobile is not None  # noqa: S101  # shipped with the package
    return re.compile(metadata.mobile.national_number_pattern or "")


def _well_written(groups: Sequence[Group]) -> bool:
    """Grouped as people group a number, not as a date or a memo is: ০১৭১২ ৩৪৫৬৭৮, 0 1 7 1 2 ..., 01 712 345 678."""
    numbers = [len(group.digits) for group in groups if group.digits not in COUNTRY or group is not groups[0]]
    signs = "".join(group.apart for group in groups[1:])
    if not numbers:
        return False
    if numbers[0] >= 3 or (len(numbers) >= 5 and max(numbers) <= 3):
        return signs.count(".") + signs.count("/") <= 3 or max(numbers[1:], default=0) <= 2
    return numbers[0] <= 2 and len(numbers) > 1 and numbers[1] >= 3 and "." not in signs and "/" not in signs


def _stands_alone(groups: Sequence[Group], first: int, last: int, named: bool) -> bool:
    """Whether what stands beside it in the run is no part of it: an account number may begin like a mobile."""
    if first and groups[first].apart in (".", "-") and not mobile_before(groups, first):
        return False
    if last + 1 == len(groups):
        return True
    after = groups[last + 1]
    if after.apart.strip("()") in (" ", "/", " / ", "  ", "", " - ", " – "):
        return True
    ending = after.apart in ("-", "/", "–") and len(after.digits) <= 3 and len(groups[last].digits) >= 6
    return ending or mobile_at(groups, last + 1, named) > 0


def mobile_before(groups: Sequence[Group], first: int) -> bool:
    """Whether a mobile number ends right before a group: two in a row, joined by a hyphen."""
    digits = ""
    for index in range(first - 1, max(-1, first - 5), -1):
        digits = groups[index].digits + digits
        if len(digits) in MOBILE_LENGTHS and is_mobile(digits):
            return True
    return False
