"""A child who was caught or is accused, by name: the Children Act, 2013 lets nobody make it recognisable.

Told only beside an age under eighteen, or where a word for a child stands right at the name; not the child to whom it was done.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from server.personal.around.names import LONGEST, SO_CALLED, Name, is_genitive, names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.text.spans import merged
from server.wordlists.facts.stems import Stems, Wording

KIND = "child-accused"
HELD, MINOR = "held", "minor"
OF_AGE = 18  # years from which one is no child
BEFORE, BEHIND = 48, 110  # code points from who was caught to that word, before the name and behind it
AGE_REACH = 40  # code points beside a name in which its age stands
SURE = 24  # code points between the name and that word, so that it is surely about it
_YEARS = rf"(?:{normalise('বছর')}[{BANGLA}]*+|bochor(?:er)?|bosor(?:er)?|years?(?:[ -]old)?)"
_MONTHS = rf"(?:,? ?[0-9]{{1,2}} ?(?:{normalise('মাস')}[{BANGLA}]*|mash|mas|months?))?"
_ABOUT = rf"(?:(?:{normalise('বয়স|আনুমানিক|প্রায়')}|boyos|anumanik|pray|aged?|about)[ .:\-ঃ]{{1,3}}){{0,2}}"
_CALLED = rf"(?:{SO_CALLED}|name|namer|named)"
_ONE = rf"(?:{normalise('এক|একজন')}|ek|ekjon|an?)"
_AGE = "([0-9]{1,2})"
_SPELLED = {
    normalise(word): years
    for years, words in {
        7: "সাত seven sat", 8: "আট eight at", 9: "নয় nine noy", 10: "দশ ten dosh", 11: "এগারো এগার eleven egaro",
        12: "বারো বার twelve baro", 13: "তেরো তের thirteen tero", 14: "চৌদ্দ চোদ্দ fourteen choddo", 15: "পনেরো পনের fifteen ponero",
        16: "ষোলো ষোল sixteen sholo", 17: "সতেরো সতের seventeen sotero",
    }.items()
    for word in words.split()
}  # fmt: skip


def _age_behind(stems: Stems) -> str:
    """Each way in which an age follows a name."""
    ways = (
        rf"\((?:[^()\n0-9]{{0,8}}[ :])?{_ABOUT}{_AGE}(?: ?{_YEARS}{_MONTHS})?\)",  # রাকিব (১৫)
        rf",? ?(?:{normalise('বয়স')}|boyos|age|aged)[ :ঃ]{{0,3}}{_ABOUT}{_AGE}(?![0-9])",  # রাকিব, বয়স ১৫ বছর
        rf", ?{_AGE}(?:,|(?=[.।](?:\s|\Z)))",  # Rakib, 15,
        # রাকিব, ১৫ বছর; not ১১ বছর পর, ১০ বছরের কারাদণ্ড: so long he hid, or is locked up
        rf",? ?{_AGE} ?{_YEARS}(?! ?(?:{stems.no_childs_age}|por |in ))",
        rf"{_CALLED} (?:{_ONE} )?{_AGE}[ -]?{_YEARS}",  # রাকিব নামে ১৫ বছরের
        rf",? (?:is|was)(?: only| just)? {_AGE}(?= and |,|\.(?:\s|\Z)| years)",  # Rakib was 15 and
    )
    return rf"[a-z{BANGLA}]{{0,4}} ?(?:{'|'.join(ways)})"


_AGE_BEHIND = Wording(re.compile, _age_behind)
# ১৫ বছরের কিশোর রাকিব, বারো বছরের আঁখি, 15-year-old Rakib
_AGE_BEFORE = Wording(
    re.compile,
    lambda stems: (
        rf"(?:(?<![0-9])([0-9]{{1,2}})|(?<![a-z{BANGLA}])({'|'.join(_SPELLED)}))[ -]?{_YEARS}(?: {normalise('বয়সী')}| boyosi)? (?:{stems.child_words} ){{0,2}}\Z"
    ),
)
_NAMED = re.compile(rf" {_CALLED}? ?{_ONE}? ?\Z")
CALLED = re.compile(rf" {_CALLED} ?{_ONE}? ?\Z")  # রাকিব নামের এক কিশোর; not করিম এক কিশোরকে
# classes one to ten; whoever is in class eleven may be of age
_NTH = normalise("প্রথম|দ্বিতীয়|তৃতীয়|চতুর্থ|পঞ্চম|ষষ্ঠ|সপ্তম|অষ্টম|নবম|দশম")
_NTH_BANGLISH = "prothom|ditiyo|tritiyo|choturtho|poncham|shoshtho|soptom|oshtom|astom|nobom|doshom|dosom"
_NUMBERED_CLASS = normalise("ওয়ান|টু|থ্রি|ফোর|ফাইভ|সিক্স|সেভেন|এইট|নাইন|টেন")
_TO_TEN = "10|[1-9]"
_TO_TEN_ENGLISH = rf"{_TO_TEN}|one|two|three|four|five|six|seven|eight|nine|ten|v?i{{1,3}}|i?[vx]"
_CLASS = (
    rf"(?<![0-9a-z{BANGLA}])(?:"
    rf"(?:{_NTH}|(?:{_TO_TEN})[{BANGLA}]{{0,4}}) {normalise('শ্রেণি')}[{BANGLA}]{{0,4}}"  # সপ্তম শ্রেণির, ৭ম শ্রেণি
    rf"|{normalise('ক্লাস')} (?:{_NUMBERED_CLASS}|{_TO_TEN})[{BANGLA}]{{0,3}}"  # ক্লাস সেভেনের
    rf"|(?:class|grade)[ -](?:{_TO_TEN_ENGLISH})(?:[ -]?er)?"  # class VII, class 7 er
    rf"|(?:{_NTH_BANGLISH}) sh?reni[a-z]{{0,2}})"  # soptom srenir
)
# সপ্তম শ্রেণির আরাফাত হোসেন; Farhana Akter of class ten
_IN_CLASS_BEFORE = re.compile(rf"{_CLASS}(?: er)?,? \Z")
_IN_CLASS_BEHIND = re.compile(rf",? (?:of|in|from) {_CLASS}")
# দশম শ্রেণির রোল ৩৩; of several nobody can say that one is shamed
_ROLL = re.compile(
    rf"{_CLASS}(?:[ ,](?:{normalise('শাখা')}|er|section|[{BANGLA}a-z])?){{0,3}}(?:{normalise('রোল')}|roll)(?: (?:{normalise('নং|নম্বর')}|no|number))?[ .:\-]{{0,3}}[0-9]{{1,3}}(?![0-9])(?! ?(?:,|{normalise('ও')}|and|o) ?[0-9])"
)
_PUPIL_BEFORE = Wording(re.compile, lambda stems: rf"{_CLASS} (?:{_ONE} )?{stems.pupil_words} \Z")
# সাকিব নামে দশম শ্রেণির এক ছাত্রকে; সাকিব (দশম শ্রেণির ছাত্র); Sakib, a class 9 student
_PUPIL_BEHIND = Wording(
    re.compile,
    lambda stems: (
        rf" {_CALLED} (?:{_ONE} )?{_CLASS} (?:{_ONE} )?{stems.pupil_words}"
        rf"| ?[(,] ?(?:{_ONE} )?{_CLASS} (?:{_ONE} )?{stems.pupil_words}(?![a-z{BANGLA}])"
        rf"| ?[(,] ?(?:{_ONE} )?{stems.pupil_words} of {_CLASS}"
    ),
)
# between who was caught and a name; a comma behind an age goes on with the next one
_BREAK = re.compile(r"[।;!?\n]|(?<![0-9]\))(?<!, [0-9]{2}), (?![0-9]{1,2},)")
# গ্রেফতারকৃত আসামি-, আটককৃতদের নাম ও ঠিকানা: all that follows are those who were caught
_LIST_BEGINS = re.compile(r"[^ :,;।!?()\n\-–—]{0,6}(?: [^ :,;।!?()\n\-–—]{1,20}){0,5} ?[:\-–—ঃ]{1,2}(?=[ \n0-9])")
_LIST_ENDS = re.compile(r"(?<![0-9])।|[!?\n]|(?<=[^\s.]{4})\.(?=\s)|\Z")  # ১। numbers a row
_NUMBERED = re.compile(r" ?[(\[]?[0-9]{1,2} ?[।.)\]]")
LISTED = 24  # code points of a row in which a name begins
MOST_ROWS = 60
OF_ROW = ("kin", "area", "village", "home")  # what goes on with a row: his father, his village
# what was done to it: not who was caught
_DONE_TO = Wording(
    re.compile,
    # not উদ্ধার ২০ পিস ইয়াবা
    lambda stems: rf"{stems.done_to_a_child}|(?:{normalise('উদ্ধার')}|uddhar|rescue)(?![ :\-]{{0,3}}[0-9])",
)
# উদ্ধার: রাকিব (৮), সাকিব (৯); উদ্ধারকৃত শিশু রাকিব; not মোবাইল উদ্ধার, রাকিব (১৫) আটক
_RESCUED = Wording(
    re.compile,
    lambda stems: (
        rf"(?:{normalise('উদ্ধার')}(?:{normalise('কৃত|কৃতরা')})?(?: {normalise('হওয়া|করা')})?|(?<![a-z])rescued?|(?<![a-z])uddhar(?:krito)?)"
        rf"(?: (?:{normalise('ভিকটিম')}|{stems.child_words})[ ,]?(?:{normalise('হলো')})?)? ?[:\-–ঃ]? ?(?:{stems.child_words} )?"
        rf"(?:[a-z{BANGLA} .]{{3,32}} ?\([0-9]{{1,2}}\)(?:,| {normalise('ও')}| and) ?(?:{stems.child_words} )?){{0,3}}\Z"
    ),
)
RESCUED_REACH = 120  # code points before a name in which it is said to be freed
_ANOTHER = re.compile(
    rf"(?<![{BANGLA}])(?:{normalise('একজন|যুবক|ব্যক্তি|বাবাকে|মাকে|চাচা|মামা')})|[0-9] ?(?:{normalise('জন')}|jon)|ekjon|a man|two men"
)


# রাকিবের মোবাইল ছিনতাইকারী আটক is somebody else; রাকিবের বিরুদ্ধে মামলা, রাকিবের কাছ থেকে
_HIS_OWN = re.compile(rf" ?(?:{normalise('বিরুদ্ধে|নামে|কাছ|নিকট|হেফাজত|দেহ|পকেট')})")


class Listing(NamedTuple):
    """Those who were caught, as a list: the word that says so, and where the names stand."""

    mark: Mark
    start: int
    end: int


def accused_children(around: Surroundings, start: int, end: int) -> Candidate | None:
    """All the children between two places who are named and were caught or are accused, and those in the list that begins there."""
    held = sorted(around.between(start, end, (HELD,)), key=lambda mark: mark.start)
    if not held or around.has(start, end, ("on-stage",)):
        return None
    listed = list(_listed(around, start, end))
    caught = [*listed, *_caught_children(around, held, start, end)]
    spans = {span for mark, name in caught for span in ((mark.start, mark.end), (name.start, name.end))}
    sure = bool(listed) or any(max(mark.start - name.end, name.start - mark.end) <= SURE for mark, name in caught)
    return Candidate(KIND, tuple(merged(spans)), sure) if caught else None


def _caught_children(around: Surroundings, held: list[Mark], start: int, end: int) -> Iterator[tuple[Mark, Name]]:
    starts, longest = [mark.start for mark in held], max(mark.end - mark.start for mark in held)
    for name in names(around, start, end):
        if is_a_childs(around, name):
            near = slice(bisect_left(starts, name.start - BEFORE - longest), bisect_right(starts, name.end + BEHIND))
            mark = _caught(around, name, held[near])
            if mark:
                yield mark, name


def _listed(around: Surroundings, start: int, end: int) -> Iterator[tuple[Mark, Name]]:
    """The children in the lists whose heading stands between two places."""
    lists = around.once(_lists)
    for listing in lists[bisect_left(lists, start, key=lambda one: one.mark.start) :]:
        if listing.mark.start >= end:
            return
        for name in names(around, listing.start, listing.end):
            harmed = around.before(name.start, ("victim", "complainant"), LONGEST)
            done = harmed or _is_done_to(around, name) or is_rescued(around, name)
            if is_a_childs(around, name) and not done:
                yield listing.mark, name


def _lists(around: Surroundings) -> list[Listing]:
    """Every list of those who were caught, in order."""
    found: list[Listing] = []
    for mark in around.between(0, len(around.normal), (HELD,)):
        begins = _LIST_BEGINS.match(around.normal, mark.end)
        if begins and (not found or mark.start >= found[-1].end):
            found.append(Listing(mark, begins.end(), _list_end(around, begins.end())))
    return found


def _list_end(around: Surroundings, start: int) -> int:
    """Where a list ends: with its sentence; where nothing follows in its line, with the rows below."""
    ends = _LIST_ENDS.search(around.normal, start)
    end = ends.start() if ends else len(around.normal)
    if around.normal[start:end].strip():
        return end
    if around.normal.startswith("\n\n", end):
        end += 1
    for _ in range(MOST_ROWS):
        row = around.line(min(end + 1, len(around.normal)))
        if row[0] <= end or not _is_row(around, *row):
            break
        end = row[1]
    return end


def _is_row(around: Surroundings, start: int, end: int) -> bool:
    if _NUMBERED.match(around.normal, start, end) or around.has(start, end, OF_ROW):
        return True
    first = next(names(around, start, end), None)
    return first is not None and first.start <= start + LISTED


def is_a_childs(around: Surroundings, name: Name, named: re.Pattern[str] = _NAMED) -> bool:
    """Whether a name's bearer is under age: by the age beside it, a word for a child, a class at school.

    `named`: what may stand between it and a word for a child behind.
    """
    age = _age(around, name)
    if age:
        return age < OF_AGE
    if name.role == "official":
        return False
    before = around.before(name.start, (MINOR,), LONGEST)
    if before and before.end == name.start - 1:
        return True
    floor = max(around.line(name.start)[0], name.start - AGE_REACH)
    before_it = _PUPIL_BEFORE.of(around.stems).search(around.normal, floor, name.start)
    if before_it or _PUPIL_BEHIND.of(around.stems).match(around.normal, name.end):
        return True
    behind = around.between(name.end, name.end + AGE_REACH, (MINOR,))
    return any(named.fullmatch(around.normal, name.end, mark.start) for mark in behind)


def is_in_class(around: Surroundings, name: Name) -> bool:
    """Whether a class at school stands right beside a name."""
    floor = max(around.line(name.start)[0], name.start - AGE_REACH)
    before = _IN_CLASS_BEFORE.search(around.normal, floor, name.start)
    return bool(before or _IN_CLASS_BEHIND.match(around.normal, name.end))


def rolls(around: Surroundings, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a single roll number of a class stands between two places."""
    yield from (found.span() for found in _ROLL.finditer(around.normal, start, end))


def _age(around: Surroundings, name: Name) -> int:
    """The age beside a name in years; 0 where none is told."""
    behind = _AGE_BEHIND.of(around.stems).match(around.normal, name.end)
    if behind:
        return int(next(filter(None, behind.groups())))
    floor = max(around.line(name.start)[0], name.start - AGE_REACH)
    before = _AGE_BEFORE.of(around.stems).search(around.normal, floor, name.start)
    return int(before[1] or _SPELLED[before[2]]) if before else 0


def _behind(around: Surroundings, name: Name) -> int:
    """Where a name ends with the age behind it."""
    after = _AGE_BEHIND.of(around.stems).match(around.normal, name.end)
    return after.end() if after else name.end


def _is_done_to(around: Surroundings, name: Name) -> bool:
    """Whether right behind a name stands what was done to its bearer."""
    behind = _behind(around, name)
    return _DONE_TO.of(around.stems).search(around.normal, behind, behind + 20) is not None


def is_rescued(around: Surroundings, name: Name) -> bool:
    """Whether before a name stands that its bearer was freed: আটক: করিম মিয়া (৩০), উদ্ধার শিশু রাকিব (৮)."""
    floor = max(around.line(name.start)[0], name.start - RESCUED_REACH)
    behind = _behind(around, name)
    freed = _RESCUED.of(around.stems).search(around.normal, floor, name.start)
    return freed is not None and not around.has(behind, behind + SURE, (HELD,))


def _is_of_another(around: Surroundings, name: Name) -> bool:
    """Whether a name only says whose phone it was or whose father: রাকিব হাসানের মোবাইল ছিনতাইকারী আটক."""
    return is_genitive(around, name) and not _HIS_OWN.match(around.normal, _behind(around, name))


def _caught(around: Surroundings, name: Name, held: list[Mark]) -> Mark | None:
    """The word that says that the bearer of a name was caught: right before it, or behind it with nobody else between."""
    normal, behind = around.normal, _behind(around, name)
    rescued = is_rescued(around, name)
    done = rescued or _is_done_to(around, name)
    of_another = rescued or _is_of_another(around, name)
    for mark in held:
        if mark.end <= name.start and name.start - mark.end <= BEFORE:
            if not done and not _BREAK.search(normal, mark.end, name.start):
                return mark
        elif name.end <= mark.start <= name.end + BEHIND and not of_another:
            between = normal[behind : mark.start]
            if not (_DONE_TO.of(around.stems).search(between) or _ANOTHER.search(between)):
                return mark
    return None
