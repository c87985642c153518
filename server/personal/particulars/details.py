"""What is private with no number of its own: date of birth, blood group, home address."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

import regex

from server.personal.around.columns import Cell, cells
from server.personal.around.gates import BEGINNINGS, BLOOD
from server.personal.around.names import Name, private_names
from server.personal.around.surroundings import HOME, Mark, Surroundings
from server.personal.candidate import Candidate, one
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT

MONTH = normalise(
    "জানু|ফেব্রু|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|আগষ্ট|সেপ্টে|অক্টো|নভে|ডিসে|"
    "বৈশাখ|জ্যৈষ্ঠ|আষাঢ়|শ্রাবণ|ভাদ্র|আশ্বিন|কার্তিক|অগ্রহায়ণ|পৌষ|মাঘ|ফাল্গুন|চৈত্র|"
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
_DAY, _DAY_IN_WORDS = "[0-9]{1,2}", rf"[0-9]{{1,2}}[^0-9\s]{{0,3}} (?:{MONTH})"
_DATES = (
    rf"{_DAY} ?[/.\-–।] ?{_DAY} ?[/.\-–।] ?(?:[0-9]{{4}}|[0-9]{{2}})",  # ১২/০৩/১৯৯০, 12-3-90
    rf"[0-9]{{4}}[/.\-–]{_DAY}[/.\-–]{_DAY}",  # 1990-03-12
    rf"{_DAY} {_DAY} (?:19|20)[0-9]{{2}}",  # 12 03 1990
    rf"[0-9]{{4}} {normalise('সালের')} {_DAY_IN_WORDS}[^0-9\s,]{{0,8}}",  # ১৯৯০ সালের ১২ই মার্চ
    rf"[0-9]{{4}} (?:sal|saler|shaler) {_DAY} (?:{MONTH})[a-z]{{0,8}}",  # 1990 saler 12 march
    rf"{_DAY_IN_WORDS}[^0-9\s,]{{0,8}},? ?[0-9]{{4}}",  # ১২ মার্চ, ১৯৯০; 12th March 1990
    rf"(?:{MONTH})[^0-9\s,]{{0,8}} {_DAY}[^0-9\s]{{0,2}} ?[0-9]{{4}}",  # March 12, 1990
)
_DATE = rf"(?:{'|'.join(_DATES)})(?![0-9])"
# জন্ম, জন্ম সাল ও তারিখ; no জন্মশতবার্ষিকী, জন্মভূমি
_OF_BIRTH = rf"{normalise('জন্ম')}(?!{normalise('শত|বার্ষ| বার্ষ|জয়|দিবস|োৎসব|ভূমি|াষ্টমী')}){normalise('(?: সাল)?(?: ও)? ?-?(?:তারিখ|তাং|দিন|ডেট|date)?')}"
# date of birth, DOB (Karim), jonmo tarikh
_OF_BIRTH_LATIN = (
    r"(?<![a-z])(?:date of birth|birth ?date|birthday|d\.?o\.?b\.?|born(?: on)?|jonmo(?: ?(?:tarikh|din|dibos|date|sal))?)"
    r"(?: of [a-z. ]{2,24}?| ?\([^)0-9\n]{2,24}\))?"
)
_IS = rf"(?:[ :=(\-–.,ঃ\t|]|{normalise('টি|টা|হলো|হচ্ছে|ছিল|কি|কী')}|is|was|ki(?![a-z])|holo|hocche|chilo){{0,6}}"
_BIRTH = regex.compile(rf"(?:{_OF_BIRTH}|{_OF_BIRTH_LATIN}){_IS}({_DATE})")
_WAS_BORN = f"(?:jonmogrohon|{normalise('জন্মগ্রহণ|জন্ম নেন|জন্ম নিয়েছেন')})"
_BORN_AT_ALL = re.compile(f" {_WAS_BORN}")
_BORN = regex.compile(rf"({_DATE})[^0-9\n]{{0,8}}? {_WAS_BORN}")
# over a column: জন্ম তারিখ, DOB; not জন্ম নিবন্ধনের তারিখ
_BIRTHS = re.compile(
    normalise("জন্ম(?! ?নিবন্ধন|স্থান|দিবস)") + r"|birth(?! ?(?:reg|cert|place))|d\.?o\.?b(?![a-z])|jonmo(?! ?nib)|born"
)
_BLOODS = BEGINNINGS[BLOOD]
_BORN_ON = regex.compile(rf"[^0-9]{{0,4}}({_DATE})\s*\Z")  # all that a cell holds
_LABELLED = re.compile(normalise("তারিখ|তাং") + r"|date|tarikh|d\.?o\.?b|[:=(ঃ]")
_SIGNS = normalise("পজিটিভ|নেগেটিভ|পজেটিভ")
_SOME_SIGN = ("+", "-", "–", "pos", "neg", "ve", *_SIGNS.split("|"))  # one stands in every group, however it is written
_WRITTEN = (
    rf"((?<![a-z])(?:ab|a|b|o)(?![a-z])[ (]{{0,2}}(?:\+|-|–|positive|negative|pos|neg|\+?ve|{_SIGNS})\)?"  # AB+, O (positive)
    rf"|(?:{normalise('এবি|এ বি|এ|বি|ও')})[ (]{{0,2}}(?:\+|-|–|{_SIGNS}|positive|negative)\)?)(?![0-9])"  # ও পজিটিভ
)
_OF_BLOOD = rf"(?:{normalise('রক্ত(?:ের)?|ব্লাড')}|(?<![a-z])(?:blood|rokter|rokto|bg(?![a-z0-9])))"
_TYPE = rf"(?:{normalise('গ্রুপ|টাইপ')}|group|gr\.?|type|grp)?(?:{normalise('টি|টা|ের|এর')})?"
_TYPE_IS = rf"(?:[ :=()\-–\t|]|ঃ|is|changed|from|{normalise('হলো|হচ্ছে|থেকে|বদলে')}){{0,6}}"
_GROUP = regex.compile(rf"{_OF_BLOOD}[ -]?{_TYPE}{_TYPE_IS}{_WRITTEN}")
_BLOOD = regex.compile(rf"\s*{_WRITTEN}\s*\Z")
# right behind a name: Anika Roy AB+
_ONES_GROUP = regex.compile(
    rf"[ :,(\-–]{{1,3}}(?:ab|a|b|o|{normalise('এবি|এ|বি|ও')}) ?(?:\+|\(?(?:-|–)(?![0-9a-z])|positive|negative|\+?ve|{_SIGNS})"
)
ASKED_FOR = "benefit"
_COMMA = re.compile(r"[।\n;]")
_HERS = re.compile("(?:^|[ ,])(?:" + normalise("তার|তাঁর|ওর|মেয়েটির|ছেলেটির|শিশুটির") + "|her|his|tar) \\Z")
# years in which somebody alive was born or for which an office plans; before them is history
PRESENT = range(1920, 2060)
PRESENT_BANGLA = range(PRESENT.start - 593, PRESENT.stop - 593)
NAME_BEFORE = 30  # code points before the word of birth in which whose it is stands
HOMES = (*HOME, "residence")
PARTS = (*HOMES, "area", "plate-area")
FEWEST = 2  # different parts of an address; areas alone where they have no labels
_WORDED = re.compile(
    rf" (?!(?:{normalise('থেকে|হতে|পর্যায়ে|পর্যায়ের|ভিত্তিক|পর্যন্ত|এবং|বিক্রি|বিক্রয়|ভাড়া|বিক্রির|ভাড়ার|কিনতে')}|bikri|bikroy|vara|bhara)[ ,])[{BANGLA}a-z]{{3,20}}(?: [{BANGLA}a-z]{{2,12}})?,"
)
# ফ্ল্যাট বিক্রি হবে, names no flat; বাড়ি: ৫০টি counts houses, গ্রাম-বাংলা and জেলা-উপজেলা are words of their own
_NO_LABEL = (
    r"[ :\-]{0,3}[0-9]+ ?" + normalise("(?:টি|টা|জন|খানা)") + "|-" + normalise("(?:বাংলা|গঞ্জ|শহর|উপজেলা|জেলা|ইউনিয়ন|থানা|পুলিশ)")
)
# gold of 700 grams. সোনা ৭০০ গ্রাম, ...: no village
_WEIGHT = re.compile(rf"[0-9] ?(?:grams?|{normalise('গ্রাম')})(?:[.,;।)\n]|\Z)")
_ADDRESS = re.compile(normalise("ঠিকানা") + "|address|thikana")
# The name or number of the last part: what stands up to a comma, or one word.
_TAIL = re.compile(r"[^\S\n]?[:\-–ঃ#.]?[^\S\n]?([^,\n।;:]{1,20}(?=\s*(?:[,।;]|\n|\Z))|[^\s,।;:(]+)")
_SIGNS_BEHIND = re.compile(rf"[^a-z0-9{BANGLA}]+\Z")
_RESIDENCE = re.compile(r"\s{0,2}[:\-–ঃ]?\s{0,2}[0-9]")
MOST_APART, FARTHEST = 30, 64  # code points between two parts of one address; to the district at its end
BEHIND = 24  # code points before the first part, in which বর্তমান ঠিকানা stands
_SEVERAL = re.compile(rf"^[^।\n;:]{{1,30}},(?:[ {BANGLA}a-z0-9/.\-]{{2,30}},){{0,2}} ?$")
LABEL = re.compile(
    r"(?!" + _NO_LABEL + r")(?:\s{0,2}[:\-–ঃ#.]|\s{0,2}(?:no|" + normalise("নং|নম্বর") + r")|\s{0,2}[0-9])"
)


def births(around: Surroundings) -> Iterator[Candidate]:
    """Dates of birth. The date from which one is eligible is none, and nobody's birth lies before 1920."""
    for found in _BIRTH.finditer(around.normal, timeout=TIMEOUT):
        old = _is_history(found[1])
        eligible = around.has(found.end(), found.end() + 16, ("eligible",)) and not private_names(
            around, *around.line(found.start())
        )
        known = ("famous",) if _is_somebodys(around, found) else ("famous", "founded")
        if not old and not eligible and not _is_known(around, found.start(), known):
            yield one("birth-date", *found.span(1))
    yield from _born(around)
    for cell in _below(around, _BIRTHS):
        dated = _BORN_ON.match(around.normal, cell.start, cell.end, timeout=TIMEOUT)
        if dated and not _is_history(dated[1]) and not _is_known(around, cell.start, ("famous", "founded")):
            yield one("birth-date", *dated.span(1))


def _is_history(date: str) -> bool:
    years = _years(date)
    return bool(years) and years[0] not in PRESENT and years[0] not in PRESENT_BANGLA


def _below(around: Surroundings, head: re.Pattern[str]) -> Iterator[Cell]:
    """The cells of the columns with such a head, in the rows that name a person: bags of blood are nobody's."""
    known: dict[int, bool] = {}
    for cell in cells(around):
        if cell.head_start not in known:
            known[cell.head_start] = head.search(around.normal, cell.head_start, cell.head_end) is not None
        if known[cell.head_start] and private_names(around, *around.line(cell.start)):
            yield cell


def _is_somebodys(around: Surroundings, birth: regex.Match[str]) -> bool:
    """Whether a label stands before the date, or a person's name or "her" before the word: রিয়া মনি, তার জন্ম ৫ মে ২০১১."""
    start = birth.start()
    before = max(around.line(start)[0], start - NAME_BEFORE)
    return (
        _LABELLED.search(around.normal, start, birth.start(1)) is not None
        or _HERS.search(around.normal, before, start) is not None
        or any(name.end + 4 >= start for name in private_names(around, before, start))
    )


def _years(date: str) -> list[int]:
    return [int(part) for part in re.findall("[0-9]{4}", date)]


def _is_known(around: Surroundings, place: int, kinds: tuple[str, ...]) -> bool:
    """Whether a poet or an institution is spoken of; কবির হোসেন is neither."""
    line = around.line(place)
    marks = list(around.between(*line, kinds))
    named = private_names(around, *line) if marks else []
    return any(not any(_is_part_of(around, mark, name) for name in named) for mark in marks)


def _is_part_of(around: Surroundings, mark: Mark, name: Name) -> bool:
    """Whether more of the name follows, or মোঃ stands before: কবির হোসেন, মোঃ কবির; not বিদ্রোহী কবির."""
    inside = name.start <= mark.start < name.end
    return inside and (name.end > mark.end or around.has(name.start, mark.start, ("honorific",)))


def _born(around: Surroundings) -> Iterator[Candidate]:
    """The day before the word, of one who receives or asks for something: ... ১৯৫৫ সালের ১০ মে জন্মগ্রহণ করেন, ভাতা পান."""
    if not (around.may_hold(ASKED_FOR) and _BORN_AT_ALL.search(around.normal)):
        return
    for found in _BORN.finditer(around.normal, timeout=TIMEOUT):
        line = around.line(found.start())
        years = _years(found[1])
        asks = around.has(*line, (ASKED_FOR,)) and not around.has(*line, ("famous",))
        if years and years[0] >= PRESENT.start and asks and private_names(around, *line):
            yield one("birth-date", *found.span(1))


def blood_groups(around: Surroundings) -> Iterator[Candidate]:
    """A blood group that is somebody's: none that is asked for, none in a row of several."""
    if not any(sign in around.normal for sign in _SOME_SIGN):
        return
    found = list(_GROUP.finditer(around.normal, timeout=TIMEOUT))
    for group in found:
        start, end = around.line(group.start())
        asked = around.has(max(start, group.start() - 40), min(end, group.end() + 30), ("donors",))
        several = re.match(r"[ ,/\t|]{1,3}(?:ab|a|b|o|এবি|এ|বি|ও)[+\-]", around.normal[group.end() : group.end() + 10])
        if not asked and not several:
            yield one("blood", *group.span(1))
    for cell in _below(around, _BLOODS):
        written = _BLOOD.match(around.normal, cell.start, cell.end, timeout=TIMEOUT)
        if written:
            yield one("blood", *written.span(1))
    for name in private_names(around, 0, len(around.normal)):
        beside = _ONES_GROUP.match(around.normal, name.end, timeout=TIMEOUT)
        if beside and not any(group.start() < beside.end() and name.end < group.end() for group in found):
            yield one("blood", name.start, beside.end())


def addresses(around: Surroundings) -> Iterator[Candidate]:
    """Home addresses: a village, house or flat with its label, and at least one more part beside it."""
    if not around.holds_any(*HOME) and not (around.holds_any("residence") and _ADDRESS.search(around.normal)):
        return
    parts: list[Mark] = []
    for mark in around.marks_of(PARTS):
        if parts and mark.start < parts[-1].end:
            continue
        if mark.kind == "village" and _WEIGHT.search(around.normal, max(0, mark.start - 2), mark.end + 1):
            continue
        near = bool(parts) and _hang_together(around, parts[-1], mark)
        if not (_is_labelled(around, mark) or _is_worded(around, mark) or (near and mark.kind not in HOME)):
            continue
        if not near:
            yield from _address(around, parts)
            parts = []
        parts.append(mark)
    yield from _address(around, parts)


def _hang_together(around: Surroundings, last: Mark, mark: Mark) -> bool:
    """A few words apart; a district stands at the end of several parts with commas: বাসা নং ৮, কালিয়াঘাট, মানিকগ্রাম, ভোলা."""
    between = around.normal[last.end : mark.start]
    if mark.kind == "plate-area":
        return len(between) <= FARTHEST and _SEVERAL.search(between.lstrip(" :-–ঃ")) is not None
    return len(between) <= MOST_APART and not _COMMA.search(between)


def _is_labelled(around: Surroundings, mark: Mark) -> bool:
    """বাড়ি ৩২, গ্রাম: চরপাড়া, ব্লক সি: a colon, a hyphen, a number or a letter follows; বর্তমান ঠিকানা: ৪৫/২ a number."""
    if mark.kind == "residence":
        return _RESIDENCE.match(around.normal, mark.end) is not None
    return LABEL.match(around.normal, mark.end) is not None or _is_lettered(around, mark)


def _is_worded(around: Surroundings, mark: Mark) -> bool:
    """গ্রাম চরপাড়া, ডাকঘর কালীগঞ্জ: one word and a comma follow."""
    return _WORDED.match(around.normal, mark.end) is not None


def _is_lettered(around: Surroundings, mark: Mark) -> bool:
    """ব্লক সি, block c."""
    after = around.normal[mark.end : mark.end + 8]
    return (
        re.match(
            rf" (?:[a-df-z]|e(?=[ ,-]?[0-9]|[,।]|$)|{normalise('এ|বি|সি|ডি|ই|এফ|ক|খ|গ|ঘ')})(?:-?[0-9]{{1,3}})?(?:[ ,।]|$)",
            after,
        )
        is not None
    )


def _address(around: Surroundings, parts: list[Mark]) -> Iterator[Candidate]:
    """The address of these parts, if enough of them differ: three houses of a school are no address."""
    plain = not any(_is_labelled(around, part) for part in parts)
    homes = {around.normal[part.start : part.end] for part in parts if part.kind in HOMES}
    areas = {around.normal[part.start : part.end] for part in parts if part.kind not in HOMES}
    if parts:
        plain = plain and not around.before(parts[0].start, ("residence",), BEHIND)
    if not homes or len(homes | areas) < FEWEST or (plain and len(areas) < FEWEST) or _speaks_of_offices(around, parts):
        return
    yield one("address", parts[0].start, _end(around, parts[-1]))


def _end(around: Surroundings, last: Mark) -> int:
    """Where the last part ends with its name or number: in its sentence, without what closes that."""
    tail = _TAIL.match(around.normal, last.end)
    if not tail:
        return last.end
    # a district is a name itself, and has none behind it
    named = last.start if last.kind == "plate-area" else tail.start(1)
    place = bisect_right(around.sentences, named, key=itemgetter(1))
    end = min(tail.end(), around.sentences[place][1]) if place < len(around.sentences) else tail.end()
    return last.end + len(_SIGNS_BEHIND.sub("", around.normal[last.end : end]))


def _speaks_of_offices(around: Surroundings, parts: list[Mark]) -> bool:
    """গ্রাম আদালত, ইউনিয়ন পরিষদ ও থানা: places of service, nobody's home."""
    areas = {part.start for part in parts}
    offices = around.between(parts[0].start, parts[-1].end + 16, ("office", "post"))
    return any(mark.start not in areas for mark in offices)
