"""Papers whose numbers hold letters: passport, driving licence, number plate, a student's or patient's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from server.personal.around.gates import FOUR_DIGITS, PASSPORT, SOME_DIGITS
from server.personal.around.names import SENTENCE_ENDS, is_many, private_names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate, one
from server.personal.particulars.runs import is_mobile
from server.text.normalise import normalise
from server.text.quantities import digits_in
from server.text.shapes import BANGLA, TIMEOUT

# What may stand between a paper's name and its number: "নম্বরটি হলো: ", " no. - "
_LINK = regex.compile(
    "(?:[ :;#=.,()\\-–]|ঃ|(?<![a-z])(?:no|nos|number|num|id|is|er|holo|nong|nombor)(?![a-z])|"
    + "|".join(map(normalise, ("নাম্বারটি", "নম্বরটি", "নাম্বার", "নম্বর", "নং", "সংখ্যা", "আইডি", "হলো", "হচ্ছে", "রেজি", "এর")))
    + "){0,9}+"
)
_LETTERS = "|".join(
    sorted(
        normalise("এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড").split(),
        key=len,
        reverse=True,
    )
)
_PASSPORT = regex.compile(
    rf"(?:(?!tk)[a-z](?: ?[a-z])?|(?:{_LETTERS})(?: ?(?:{_LETTERS}))?)[ \-]?"
    r"(?:[0-9]{7,8}|[0-9]{3,4}[ \-][0-9]{4}|[0-9]{4}[ \-][0-9]{3}|[0-9](?: [0-9]){6,7})(?![0-9a-z])"
)
_PASSPORTS = normalise("পাসপোর্ট")
# in Bangla letters with no name right before it, or with the name glued to it
_SPELLED_PASSPORT = regex.compile(
    rf"(?<![{BANGLA}0-9])(?:{_PASSPORTS}(?:{normalise('নং|নম্বর')})?)?+(?:{normalise('(?:এ|বি|সি|ই|ও)')} ?(?:{_LETTERS}) ?[0-9]{{7}}|{normalise('(?:এ|বি)(?:(?<=(?:নম্বর|নং):? ..?) )?')}[0-9]{{8}})(?![0-9])"
)
_GLUED_PASSPORT = re.compile(r"(?<![a-z])passport(?:no)?(?:[a-z]{1,2}[0-9]{7}|[a-z][0-9]{8})(?![0-9a-z])")
_BARE_PASSPORT = re.compile(r"(?<![a-z0-9])(?:[abceo][a-z] ?[0-9]{7}|[ab] ?[0-9]{8})(?![0-9a-z])")
# a licence in full, its parts apart or not: DK0123456CL0001, ডিকে ০১২৩৪৫৬ এল ০০০০১
_FULL = (
    rf"(?:[a-z]{{2,3}}|(?:{_LETTERS}) ?(?:{_LETTERS}))(?:[ \-]?[0-9]){{7}}[ \-]?(?:c ?l|c|l|(?:{normalise('সি')} ?)?{normalise('এল')}|{normalise('সি')})"
    r"(?:[ \-]?[0-9]){3,6}+(?![0-9a-z])"
)
_FULL_LICENCE = regex.compile(_FULL)
_LICENCE = regex.compile(rf"(?:[a-z]{{1,3}}|(?:{_LETTERS}){{1,3}})?[ \-/]?[0-9][0-9a-z/\-]{{6,18}}+")
_PLACED = regex.compile(
    rf"([a-z]{{3,12}}+|[{BANGLA}]{{3,12}}+)(?: (?:metro|{normalise('মেট্রো')}))?[ \-–/]{{1,3}}+[0-9]{{7}}(?![0-9/\-.])"
)
_DRIVERS = re.compile(r"(?:[a-z]{1,3}[ \-]?)?[0-9]{6,12}(?:[a-z]{1,2}[0-9]{3,6})?(?![0-9a-z/\-])")
_DRIVER = re.compile(
    "(?<![a-z])(?:driver|chalok|chalak)|(?<!["
    + BANGLA
    + "])(?:"
    + normalise("চালক|ড্রাইভার|গাড়িচালক")
    + ")(?!"
    + normalise("ল")
    + ")"
)
_LETTERED = regex.compile(rf"(?<![a-z0-9{BANGLA}]){_FULL}")
_WORD_BEFORE = re.compile(rf"([a-z{BANGLA}]+) $")
_OF_SOMEBODY = (*map(normalise, ("র", "ের")), "s", "her", "his", "the", "er")
_NUMBER = regex.compile(
    rf"(?:[a-z]{{0,4}}|(?:{_LETTERS}){{1,3}})[ \-]?(?:[0-9]{{1,6}}(?:[ .][0-9]{{1,6}}){{1,4}}+(?![0-9a-z/\-])|[0-9][0-9a-z/\-]{{2,18}}+)"
)
CLASS = normalise("অ|এ|ই|উ|ক|খ|গ|ঘ|ঙ|চ|ছ|জ|ঝ|ঞ|ট|ঠ|ড|ঢ|ত|থ|দ|ধ|ন|প|ফ|ব|ভ|ম|য|র|ল|শ|স|হ")
_PLATE = regex.compile(
    rf"(?<![{BANGLA}a-z])(?:{CLASS}|[a-z]{{1,3}})[ \-–.]{{0,3}}+[0-9]{{2}}(?: ?[\-–. ] ?)?[0-9]{{4}}(?![0-9]|[\-./][0-9])"
)
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}[\-/](?:[0-9]{2}|(?:19|20)[0-9]{2})|[0-9]{1,2}[\-/.][0-9]{1,2}[\-/.](?:(?:19|20)[0-9]{2}|[0-9]{2})"
    r"|(?:19|20)[0-9]{2}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}"
)
_SOME_PLATE = re.compile("(?<![0-9])[0-9]{2}(?: ?[-–. ] ?)?[0-9]{4}(?![0-9])")
_CLASS_REACH = 6  # code points of a class with the signs behind it
_OLD = 6  # code points between a plate's area and its class
READS = {
    "passport": _PASSPORT,
    "licence": _LICENCE,
    "student": _NUMBER,
    "patient-number": _NUMBER,
    "enrolment": _NUMBER,
}
LICENCES = ("licence", "old-licence")
GATES = (*READS, *LICENCES, PASSPORT, "plate-area", "vehicle")  # without one of these nothing is found
ENROLLED = ((("pupil", "enrolled"), "student"), (("patient", "disease", "treated"), "patient-number"))
FORM_LINES = 3
STUDENT_REACH = 60  # code points around a registration number in which a student is named
FEWEST_OF_A_SAMPLE = 4  # digits, all alike
TRADE_REACH = 16  # before a licence, in which a trade's is named


def papers(around: Surroundings) -> Iterator[Candidate]:
    """Named papers and number plates; a draft without digits has none."""
    if around.may_hold(SOME_DIGITS) and around.holds_any(*READS, *LICENCES):
        for mark in around.marks_of((*READS, *LICENCES)):
            found = _behind(around, mark) if mark.kind in READS else None
            if found and mark.kind == "enrolment":
                found = _enrolled(around, mark, found)
            if not found and mark.kind in LICENCES:
                found = _old_licence(around, mark)
            if found:
                yield found
    if around.may_hold(PASSPORT):
        yield from _bare_passports(around)
        for lettered in _LETTERED.finditer(around.normal, timeout=TIMEOUT):
            yield one("licence", *lettered.span(), sure=False)
    if around.may_hold(FOUR_DIGITS) and around.may_hold("plate-area", "vehicle"):
        yield from _plates(around)


def _behind(around: Surroundings, mark: Mark) -> Candidate | None:
    """The number right behind a paper's name."""
    link = _LINK.match(around.normal, mark.end, timeout=TIMEOUT)
    after = link.end() if link else mark.end
    full = _FULL_LICENCE.match(around.normal, after, timeout=TIMEOUT) if mark.kind == "licence" else None
    found = full or READS[mark.kind].match(around.normal, after, timeout=TIMEOUT)
    if not found or len(digits_in(found[0])) < 3 or "\n" in around.normal[mark.end : found.start()]:
        return None
    number = one(mark.kind, found.start(), found.end()) if _is_number(found[0]) and not _is_a_sample(found[0]) else None
    mobile = mark.kind in ("student", "patient-number", "enrolment") and is_mobile(digits_in(found[0]))
    return None if mobile else number


def _enrolled(around: Surroundings, mark: Mark, number: Candidate) -> Candidate | None:
    """A registration number beside one student or patient who is named: ছাত্রী তানিয়া ইসলাম, রেজি ১২৩৪৫৬."""
    above, below = _form(around, mark)
    start, end = max(above, mark.start - STUDENT_REACH), min(below, number.end + STUDENT_REACH)
    if not private_names(around, start, end):
        return None
    for who, kind in ENROLLED:
        spoken = around.between(start, end, who)
        if any(not is_many(around.normal[found.start : found.end]) for found in spoken):
            return one(kind, *number.spans[0], sure=False)
    return None


def _form(around: Surroundings, mark: Mark) -> tuple[int, int]:
    """The form of which a number's name begins a line, with some lines above and one below; else the line."""
    start, end = around.line(mark.start)
    if start != mark.start:
        return start, end
    for _ in range(FORM_LINES):
        above = around.line(start - 1)[0] if start else 0
        if not start or not around.normal[above : start - 1].strip():
            break
        start = above
    return start, around.line(min(end + 1, len(around.normal)))[1]


def _old_licence(around: Surroundings, mark: Mark) -> Candidate | None:
    """A driver's of seven digits behind a place: লাইসেন্স নং খুলনা-৩৪৫৬৭৮৯. A trade's is none, nor a dealer's."""
    link = _LINK.match(around.normal, mark.end, timeout=TIMEOUT)
    after = link.end() if link else mark.end
    full = _FULL_LICENCE.match(around.normal, after, timeout=TIMEOUT)
    if full:
        return one("licence", *full.span())
    placed = _PLACED.match(around.normal, after, timeout=TIMEOUT)
    if not placed or not around.has(*placed.span(1), ("plate-area",)):
        return _drivers(around, mark, after)
    word = _WORD_BEFORE.search(around.normal, max(0, mark.start - TRADE_REACH), mark.start)
    trade = around.before(mark.start, ("trade",), TRADE_REACH) or (
        word and mark.kind == "old-licence" and not word[1].endswith(_OF_SOMEBODY)
    )
    return None if trade else one("licence", *placed.span())


def _drivers(around: Surroundings, mark: Mark, after: int) -> Candidate | None:
    """A bare licence of a driver who is spoken of in the line: চালক জসিম, লাইসেন্স নং ১২৩৪৫৬৭৮৯."""
    found = _DRIVERS.match(around.normal, after)
    if not found or not _is_number(found[0]) or around.before(mark.start, ("trade",), TRADE_REACH):
        return None
    return (
        one("licence", *found.span(), sure=False) if _DRIVER.search(around.normal, *around.line(mark.start)) else None
    )


def _is_number(written: str) -> bool:
    """Neither a year nor years nor a date: 2025, 2024-25, 12-05-2025, on 12-05-2025."""
    return len(digits_in(written)) > 4 and not _DATE.fullmatch(written.rpartition(" ")[2])


def _is_a_sample(written: str) -> bool:
    """Whether it only shows how such a number looks: A00000000."""
    digits = digits_in(written)
    return len(digits) > FEWEST_OF_A_SAMPLE and len(set(digits)) == 1


def _bare_passports(around: Surroundings) -> Iterator[Candidate]:
    """A passport's number with no word right before it: only where passports are spoken of, or beside a person."""
    for found in _BARE_PASSPORT.finditer(around.normal):
        naming = around.before(found.start(), ("other", "phone", "licence"), 24)
        if naming and SENTENCE_ENDS.search(around.normal, naming.end, found.start()):
            naming = None  # হারানো পাসপোর্টের জিডি পেয়েছি। B01234567 ...
        if _is_a_sample(found[0]):
            continue
        beside = ("passport",) if " " in found[0] else ("passport", "kin", "person", "honorific", "surname")
        if not naming and around.has(*around.line(found.start()), beside):
            yield one("passport", found.start(), found.end(), sure=False)
    if _PASSPORTS in around.normal:
        for spelled in _SPELLED_PASSPORT.finditer(around.normal, timeout=TIMEOUT):
            if _PASSPORTS in around.normal[slice(*around.line(spelled.start()))]:
                yield one("passport", *spelled.span())
    for found in _GLUED_PASSPORT.finditer(around.normal):
        yield one("passport", *found.span())


def _plates(around: Surroundings) -> Iterator[Candidate]:
    """An area, a class letter, two and four digits: ঢাকা মেট্রো-গ ১২-৩৪৫৬."""
    for digits in _SOME_PLATE.finditer(around.normal):
        found = _PLATE.search(around.normal, max(0, digits.start() - _CLASS_REACH), digits.end() + 2, timeout=TIMEOUT)
        if not found:
            continue
        area = around.before(found.start(), ("plate-area",), 14)
        if area and found.start() - area.end <= _OLD:
            first = around.before(area.start, ("plate-area",), 14)
            start = first.start if first and area.start - first.end <= 2 else area.start
            yield one("plate", start, found.end())
        elif not found[0][-6:].isdigit() and around.before(found.start(), ("vehicle",), 24):
            yield one("plate", found.start(), found.end(), sure=False)
