"""Days as they are written: the names of months and weekdays, numbers of days, eras, and texts that say nothing but a day.

All spans are half-open and count code points of the normal form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from server.text.normalise import normalise
from server.text.shapes import BANGLA

MONTHS = (
    *(("জানুয়ারি", "January"), ("ফেব্রুয়ারি", "February"), ("মার্চ", "March"), ("এপ্রিল", "April"), ("মে", "May"), ("জুন", "June")),
    *(("জুলাই", "July"), ("আগস্ট", "August"), ("সেপ্টেম্বর", "September"), ("অক্টোবর", "October"), ("নভেম্বর", "November")),
    ("ডিসেম্বর", "December"),
)  # fmt: skip
BANGLA_MONTHS = (
    *(("বৈশাখ", "Boishakh"), ("জ্যৈষ্ঠ", "Joishtho"), ("আষাঢ়", "Asharh"), ("শ্রাবণ", "Srabon"), ("ভাদ্র", "Bhadro"), ("আশ্বিন", "Ashwin")),
    *(("কার্তিক", "Kartik"), ("অগ্রহায়ণ", "Ogrohayon"), ("পৌষ", "Poush"), ("মাঘ", "Magh"), ("ফাল্গুন", "Falgun"), ("চৈত্র", "Choitro")),
)  # fmt: skip
# in the order of date.weekday()
WEEKDAYS = (
    *(("সোমবার", "Shombar", "Monday"), ("মঙ্গলবার", "Mongolbar", "Tuesday"), ("বুধবার", "Budhbar", "Wednesday")),
    *(("বৃহস্পতিবার", "Brihospotibar", "Thursday"), ("শুক্রবার", "Shukrobar", "Friday")),
    *(("শনিবার", "Shonibar", "Saturday"), ("রবিবার", "Robibar", "Sunday")),
)

# as they are written beside the names above
_OTHER_MONTHS = (
    "jan", "feb", "mar", "apr", "", "jun", "jul", "আগষ্ট|aug", "sept|sep", "oct", "nov", "dec",
)  # fmt: skip
_OTHER_BANGLA = (
    "baishakh", "joistho|jyoishtho", "ashar", "shrabon|sraban", "", "asshin|aswin", "", "agrahayan|অঘ্রান", "", "", "phalgun", "chaitra|choitra",
)  # fmt: skip
_OTHER_WEEKDAYS = (
    "sombar|shombaar|sombaar", "mongalbar|mangalbar|mongolbaar", "budbar|budhbaar|budhobar",
    "brihoshpotibar|brihaspatibar|bihospotibar|brihospotibaar|brihosshotibar", "sukrobar|shukrabar|shukkurbar|sukkurbar|shukrobaar",
    "sonibar|shanibar|shonibaar", "rabibar|robbar|robibaar",
)  # fmt: skip


def _numbered(names: tuple[str, ...], others: tuple[str, ...]) -> dict[str, int]:
    """The number, from 1, of each name in normal form."""
    spelled = (f"{name}|{other}" for name, other in zip(names, others, strict=True))
    return {normalise(one): number for number, own in enumerate(spelled, 1) for one in own.split("|") if one}


MONTH_NUMBERS = _numbered(tuple("|".join(both) for both in MONTHS), _OTHER_MONTHS)
BANGLA_MONTH_NUMBERS = _numbered(tuple("|".join(both) for both in BANGLA_MONTHS), _OTHER_BANGLA)
WEEKDAY_NUMBERS = _numbered(tuple("|".join(all_) for all_ in WEEKDAYS), _OTHER_WEEKDAYS)


def any_of(names: Iterable[str]) -> str:
    """A pattern of these names, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


ORDINAL = rf"(?:{normalise('শে|এ|ই|লা|রা|ঠা')}|st|nd|rd|th|e|i|la|ra)?"
# glued to a year: ২০২৫ইং, ২০২৫খ্রিঃ, ২০২৫এর মধ্যে; and the colon before a date: তারিখঃ২৫/১২/২০২৫
GLUED = (
    rf"(?:{normalise('ইং|ইংরেজি|ইংরেজী|খ্রি|খ্রিঃ|খৃ|খৃঃ|খ্রিস্টাব্দ|খ্রিষ্টাব্দ|খৃষ্টাব্দ|খৃস্টাব্দ|সাল|সন|সনে|বঙ্গাব্দ|বাংলা|তারিখ|তাং')})"
    rf"(?:{normalise('ে|ের|র')})?|{normalise('এর')}"
)
CASES = normalise("ে|ের|েই|েও|েরই|েরও|ই|ও|টি|টা|টিতে|টায়|কে")  # endings of a day's name
_PART = rf"[0-9]+{ORDINAL}|{any_of(MONTH_NUMBERS | BANGLA_MONTH_NUMBERS | WEEKDAY_NUMBERS)}|{GLUED}"
_NOTHING_ELSE = re.compile(rf"(?=\D*[0-9])[^0-9a-z{BANGLA}]*(?:(?:{_PART})(?![0-9a-z{BANGLA}])[^0-9a-z{BANGLA}]*)+\Z")
_ANY_MONTH = rf"(?:{any_of(MONTH_NUMBERS | BANGLA_MONTH_NUMBERS)})"
_YEAR = r"(?:,? ?(?:1[34]|19|20)[0-9]{2}(?![0-9]))?"
_OF_MONTH = re.compile(
    rf"(?<![0-9a-z{BANGLA}])(?:[0-9]{{1,2}}{ORDINAL} ?(?:of )?{_ANY_MONTH}(?:{CASES})?(?![a-z{BANGLA}])"
    rf"|(?!may|{normalise('মে')}){_ANY_MONTH} [0-9]{{1,2}}(?![0-9]){ORDINAL}){_YEAR}"
)


def is_day(normal: str) -> bool:
    """Whether a day, with its month, year and era, or some of them, is all that a text says: সোমবার, ৩০ নভেম্বর ২০২৬ খ্রি."""
    return _NOTHING_ELSE.match(normal) is not None


def days_of_months(normal: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where days and their months stand between two places, ascending: ৩০শে নভেম্বর ২০২৬, May 3."""
    return [found.span() for found in _OF_MONTH.finditer(normal, start, end)]
