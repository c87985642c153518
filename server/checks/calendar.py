"""Clause ৬(খ): dates that cannot be right: that no calendar has, on another day of the week, by two calendars apart.

A mismatch is told only where the date has a year, and neither it nor the day of the week fits another that stands near.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from server.bilingual import Bilingual, in_bangla
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import FOUR_DIGITS, LATE_DAY
from server.personal.around.surroundings import Surroundings
from server.posting import Posting
from server.severity import Severity
from server.text.dates import SINCE, Dated, Weekday, dates, in_bangla_calendar, weekdays
from server.text.days import BANGLA_MONTHS, MONTHS, WEEKDAYS
from server.text.normalise import normalise
from server.text.shapes import BANGLA, EMOJI
from server.wordlists.facts.stems import Wording
from server.wordlists.matching.overlap import Span, Taken

_SHORT = normalise("এপ্রিল|জুন|সেপ্টেম্বর|নভেম্বর") + "|april|june|september|november|apr|jun|sept?|nov"
_FEBRUARY = normalise("ফেব্রুয়ারি") + "|february|feb"
_DAY_ENDS = rf"(?:{normalise('শে|এ|ই')}|st|th|e)?"
# ৩১ জুনের মধ্যে is a day, in টোকেন ৩১ জুনের ভাতা পাবেন none is
_BY_THEN = (
    rf"(?:{normalise('ের|র')}|er|r)(?= (?:{normalise('মধ্যে|মধ্যেই|আগে|আগেই|পূর্বে|পূর্বেই|পর|পরে|ভিতর|ভিতরে|ভেতর|ভেতরে')}"
    rf"|moddhe|modhye|age|agei|por|pore|bhitor)(?![a-z{BANGLA}]))"
)
# ৩১ নভেম্বর, but neither টোকেন নং ৩১ nor the allowance of ৩১ জুন মাসের; behind the month a day closes its clause: "নভেম্বর ৩১ জন"
_LATE = (rf"31{_DAY_ENDS} (?:of )?(?:{_SHORT})", rf"3[01]{_DAY_ENDS} (?:of )?(?:{_FEBRUARY})")  # ৩১ নভেম্বর, 30 February
_NUMBERS_IT = normalise("নং"), normalise("নম্বর"), "no"
_CLOSES = r"(?=,? ?(?:20\d\d|[.\n]|\Z))"
_NO_DAY = re.compile(
    rf"(?<![\d.,/–-]){''.join(f'(?<!{word} )' for word in _NUMBERS_IT)}(?:{'|'.join(_LATE)})"
    rf"(?:(?![a-z{BANGLA}]| {normalise('মাস')})|{_BY_THEN})"
    rf"|(?<![a-z])(?:november|september|april|june) 31{_CLOSES}|(?<![a-z])february 3[01]{_CLOSES}"
)
_REFERENCE = re.compile(normalise(r"(?:নং|নম্বর|স্মারক|memo|no)") + r"[ .:ঃ-]*\Z")  # what looks like a date is a number

_MARKS = rf"[ \t,.:ঃ()\[\]/|=*{EMOJI}–—-]*"  # 📅 ... 🗓️ সোমবার, *সোমবার*
_ERA = (
    normalise("খ্রি|খ্রিঃ|খ্রিস্টাব্দ|খ্রীষ্টাব্দ|খৃষ্টাব্দ|খৃঃ|ইং|ইংরেজি|সাল|সন|বঙ্গাব্দ|বাংলা|তারিখ|তাং|রোজ|মোতাবেক")
    + "|ad|ce|date|tarikh|roj"
)
_DAYS = (
    normalise("রবি|সোম|মঙ্গল|বুধ|বৃহস্পতি|বৃহঃ|শুক্র|শনি")
    + "|(?:sun|mon|tues|wednes|thurs|fri|satur)day|robi|shom|som|mongol|budh|brihospoti|shukro|shoni"
)
_DAY = rf"(?:{_DAYS})(?:{normalise('বার')}|bar)?"
_BETWEEN = re.compile(rf"{_MARKS}(?:(?:{_ERA})(?:{normalise('ে|ের|র|টি')})?{_MARKS}){{0,4}}")
_BESIDE = re.compile(rf"{_MARKS}\n?(?:(?:{_ERA}|{_DAY})(?:{normalise('ে|ের|র|টি')})?{_MARKS}\n?{_MARKS}){{0,5}}")
_LABELLED = re.compile(rf"{_MARKS}(?:(?:{_ERA}){_MARKS})?\n{_MARKS}(?:{normalise('বার|দিন')}|day|bar) ?[:ঃ–-]{_MARKS}")
_LONGEST, _NEAR = 40, 60  # code points between a date and its other name, and with that name
_AND = normalise("ও|এবং|আর|থেকে|হতে|বা") + "|to|and|or|till|until|through|theke|o|ar|ba"
_BOUND = rf"(?:[,/–-]|(?:{_AND})(?![a-z{BANGLA}]))"
# one day of several, or of every week: রবি থেকে বৃহস্পতিবার, প্রতি শুক্রবার
_SEVERAL_BEFORE = re.compile(
    rf"(?:(?:{_DAYS})[a-z{BANGLA}]{{0,6}} ?{_BOUND}|{normalise('প্রতি')}|every|each|proti|weekly|{normalise('সাপ্তাহিক')}) ?\Z"
)
_SEVERAL_BEHIND = re.compile(rf" ?{_BOUND} ?(?:{_DAYS})")
_MONTH = "|".join(normalise(name) for both in MONTHS for name in both)
# the end of a stretch of days: ১৫–১৭ ডিসেম্বর; and a date with no year, to which a day of the week behind it belongs
_STRETCH = re.compile(rf"[0-9]{{1,2}}[a-z{BANGLA}]{{0,3}}(?: (?:{_MONTH}))? ?(?:[/–-]|(?:{_AND})) ?\Z")
_YEARLESS = re.compile(rf"[0-9]{{1,2}}[a-z{BANGLA}]{{0,3}} (?:{_MONTH})[ ,(]*\Z")
_REACH = 24  # code points before a date or a day in which these stand

# what is corrected stands before one of these, ...-এর স্থলে ... পড়তে হবে, or in a line that says so and has the right beside it
_INSTEAD = Wording(re.compile, lambda stems: str(stems.instead_of))
_CORRECTED = Wording(re.compile, lambda stems: str(stems.corrections))
_NUMBERED = re.compile(rf"(?<![0-9])[0-9]{{1,2}}[a-z{BANGLA}]{{0,3}} (?:{_MONTH})")
_LINE, _BEFORE_IT = 200, 40  # code points of a line around what is wrong; behind it, in which its স্থলে stands

_NO_DATE = Bilingual("এমন কোনো তারিখ নেই।", "There is no such date.")
_COMPARE = Bilingual("মূল নথির সঙ্গে মিলিয়ে ঠিক করে লিখুন।", "Compare it with the document and mend it.")
_MATCH_THEM = Bilingual("তারিখ ও বার মিলিয়ে নিন।", "Match the date and the day.")
_MATCH_BOTH = Bilingual("তারিখ দুটি মিলিয়ে নিন।", "Match the two dates.")


def look(posting: Posting) -> Iterator[Finding]:
    """A finding for each such date of an institution's own words."""
    if posting.kind != "institution" or posting.draft.action == "share":
        return
    normal = posting.normal
    found = dates(normal) if posting.around.may_hold(FOUR_DIGITS) else []
    for span in _impossible(posting.around, found):
        yield _finding("checks/calendar#none", (span,), _NO_DATE, _COMPARE)
    valid = [it for it in found if it.days]
    if valid:
        yield from _on_other_days(posting.around, valid)
        yield from _apart(normal, valid)


def _finding(
    source: str, spans: tuple[Span, ...], message: Bilingual, instead: Bilingual, cure: tuple[str, ...] = ()
) -> Finding:
    return Finding("figures/date", "6.kha", Severity.ADVISE, message, source, spans, cure, instead=instead)


def _impossible(around: Surroundings, found: list[Dated]) -> Iterator[Span]:
    """Dates that no calendar has: with their years, and those of which none is needed to know it."""
    normal, taken = around.normal, Taken()
    for start, end in ((it.start, it.end) for it in found if not it.days):
        if not _REFERENCE.search(normal, max(0, start - _REACH), start):
            taken.take([(start, end)])
            if not _is_corrected(around, start, end):
                yield start, end
    for late in _NO_DAY.finditer(normal) if around.may_hold(LATE_DAY) else ():
        if not taken.touches_any([late.span()]) and not _is_corrected(around, *late.span()):
            yield late.span()


def _is_corrected(around: Surroundings, start: int, end: int) -> bool:
    """Whether the line of what is wrong says that it was, and has another date or day of the week, which may be the right one."""
    normal = around.normal
    first, last = max(0, start - _LINE), end + _LINE
    cut = normal.find("\n", end, last)
    first, last = normal.rfind("\n", first, start) + 1 or first, cut if cut >= 0 else last
    if _INSTEAD.of(around.stems).search(normal, first, last):
        return _INSTEAD.of(around.stems).search(normal, end, min(last, end + _BEFORE_IT)) is not None
    if not _CORRECTED.of(around.stems).search(normal, first, last):
        return False
    line = normal[first:last]
    places = {it.start for it in dates(line)} | {it.start() for it in _NUMBERED.finditer(line)}
    return len(places) > 1 or len(weekdays(line, 0, len(line))) > 1


def _on_other_days(around: Surroundings, found: list[Dated]) -> Iterator[Finding]:
    """Days of the week that no date beside them has, beside dates of which the same holds."""
    normal = around.normal
    pairs = list(_pairs(normal, found))
    fitting = [pair for pair in pairs if _fit(*pair)]
    settled_dates, settled_days = {it for it, _ in fitting}, {day for _, day in fitting}
    told_days = set[Weekday]()
    for dated, day in pairs:
        if dated not in settled_dates and day not in settled_days and day not in told_days:
            told_days.add(day)
            if _is_corrected(around, day.start, day.end):
                continue
            right = dated.days[0].weekday()
            span, message = (day.start, day.end), _other_day(dated, right, day.number)
            yield _finding("checks/calendar#day", (span,), message, _MATCH_THEM, (_as_written(normal, day, right),))


def _fit(dated: Dated, day: Weekday) -> bool:
    return any(it.weekday() == day.number for it in dated.days)


def _pairs(normal: str, found: list[Dated]) -> Iterator[tuple[Dated, Weekday]]:
    """Each date with the day of the week right behind or before it; neither is one of several."""
    ends = [it.end for it in found]
    for day in _days_near(normal, found):
        if _SEVERAL_BEHIND.match(normal, day.end) or _SEVERAL_BEFORE.search(
            normal, max(0, day.start - _REACH), day.start
        ):
            continue
        place = bisect_right(ends, day.start)
        if place and _stand_together(normal[ends[place - 1] : day.start], _BETWEEN, _LABELLED):
            yield from _single(normal, found[place - 1], day)
        elif _YEARLESS.search(normal, max(0, day.start - _REACH), day.start):
            continue  # it is that date's
        if place < len(found) and _stand_together(normal[day.end : found[place].start], _BETWEEN):
            yield from _single(normal, found[place], day)


def _days_near(normal: str, found: list[Dated]) -> Iterator[Weekday]:
    """The days of the week that stand so near a date that they may be its own."""
    seen = 0
    for dated in found:
        start, end = max(seen, dated.start - _NEAR), dated.end + _NEAR
        yield from weekdays(normal, start, end)
        seen = end


def _single(normal: str, dated: Dated, day: Weekday) -> Iterator[tuple[Dated, Weekday]]:
    """The two, unless the date ends a stretch of days."""
    if not _STRETCH.search(normal, max(0, dated.start - _REACH), dated.start):
        yield dated, day


def _stand_together(gap: str, *patterns: re.Pattern[str]) -> bool:
    return len(gap) <= _LONGEST and any(pattern.fullmatch(gap) for pattern in patterns)


def _apart(normal: str, found: list[Dated]) -> Iterator[Finding]:
    """Two dates side by side, one of each calendar, that are not one day."""
    for one, other in pairwise(found):
        if one.is_bangla == other.is_bangla or {*one.days} & {*other.days}:
            continue
        if _stand_together(normal[one.end : other.start], _BESIDE):
            gregorian = other if one.is_bangla else one
            if gregorian.days[0] >= SINCE:
                spans = (one.start, one.end), (other.start, other.end)
                yield _finding("checks/calendar#calendars", spans, _by_other_calendar(gregorian.days[0]), _MATCH_BOTH)


def _written(day: date, is_bangla: bool) -> Bilingual:
    """A date as a message has it: ১৬ ডিসেম্বর ২০২৬."""
    if is_bangla:
        year, month, number = in_bangla_calendar(day)
        bn, en = BANGLA_MONTHS[month - 1]
    else:
        year, (bn, en), number = day.year, MONTHS[day.month - 1], day.day
    return Bilingual(f"{in_bangla(number)} {bn} {in_bangla(year)}", f"{number} {en} {year}")


def _other_day(dated: Dated, right: int, wrong: int) -> Bilingual:
    bn, en = _written(dated.days[0], dated.is_bangla)
    return Bilingual(
        f"{bn} তারিখটি {WEEKDAYS[right][0]}, {WEEKDAYS[wrong][0]} নয়।",
        f"{en} is a {WEEKDAYS[right][2]}, not a {WEEKDAYS[wrong][2]}.",
    )


def _by_other_calendar(day: date) -> Bilingual:
    (bn, en), (bangla, romanised) = _written(day, False), _written(day, True)
    return Bilingual(f"{bn} তারিখটি বাংলা পঞ্জিকায় {bangla}।", f"{en} is {romanised} by the Bangla calendar.")


def _as_written(normal: str, day: Weekday, right: int) -> str:
    """The right day of the week in the letters of the wrong one, with its ending."""
    bangla, romanised, english = WEEKDAYS[right]
    word = normal[day.start : day.end]
    if not word.isascii():
        return bangla + day.ending
    return english if word.endswith("day") else romanised


CHECK = Check(
    id="calendar",
    clauses=("6.kha",),
    look=look,
    kinds=("figures/date",),
    gates=((FOUR_DIGITS, LATE_DAY),),
    flags=(
        Example("সভা হবে আগামী [[৩১ নভেম্বর]] সকাল ১০টায়।"),
        Example("সভা [[২৯ ফেব্রুয়ারি ২০২৭]] তারিখে।"),
        Example("১৬ ডিসেম্বর ২০২৬ তারিখ রোজ [[সোমবার]] কুচকাওয়াজ।"),
        Example("The fair opens on [[Monday]], 16 December 2026."),
        Example("তারিখঃ১৬/১২/২০২৬ইং রোজ [[সোমবার]]"),
        Example("আবেদনের শেষ সময় [[৩১ জুনের]] মধ্যে"),
        Example("Mela shuru 16 December 2026, [[shombar]]"),
        Example("তারিখ: [[৩ পৌষ ১৪৩৩]] বঙ্গাব্দ / [[১৬ ডিসেম্বর ২০২৬]] খ্রিস্টাব্দ"),
    ),
    passes=(
        Example("সভা হবে ৩০ নভেম্বর, পরেরটি ৩১ ডিসেম্বর।"),
        Example("নভেম্বরে ৩১ জন প্রশিক্ষণ নিয়েছেন।"),
        Example("সভা ২৯ ফেব্রুয়ারি ২০২৮ তারিখে।"),
        Example("১৬ ডিসেম্বর ২০২৬ তারিখ রোজ বুধবার কুচকাওয়াজ।"),
        Example("৩৬ জুলাই ২০২৪ স্মরণে আলোচনা সভা।"),
        Example("সংশোধনী: ৩১ জুন ২০২৬-এর স্থলে ৩০ জুন ২০২৬ পড়তে হবে।"),
        Example("১৫–১৭ ডিসেম্বর ২০২৬ (মঙ্গলবার থেকে বৃহস্পতিবার) মেলা।"),
        Example("১ জানুয়ারি ২০২৭ থেকে প্রতি সোমবার গণশুনানি।"),
        Example("তারিখ: ১ পৌষ ১৪৩৩ বঙ্গাব্দ / ১৬ ডিসেম্বর ২০২৬ খ্রিস্টাব্দ"),
        Example("১৬ ডিসেম্বর ২০২৬, সোমবার", {"account": {"kind": "employee"}}),
        Example("১৬ ডিসেম্বর ২০২৬, সোমবার", {"action": "share"}),
    ),
)
