"""A child who was caught or is accused, by name: the Children Act, 2013 lets nobody make it recognisable.

Told only beside an age under eighteen, or where a word for a child stands right at the name; not the child to whom it was done.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from server.personal.candidate import Candidate, joined
from server.personal.names import LONGEST, Name, names
from server.personal.surroundings import Mark, Surroundings
from server.text.normalise import normalise
from server.text.shapes import BANGLA

KIND = "child-accused"
HELD, MINOR = "held", "minor"
OF_AGE = 18  # years from which one is no child
BEFORE, BEHIND = 48, 110  # code points from who was caught to that word, before the name and behind it
AGE_REACH = 40  # code points beside a name in which its age stands
SURE = 24  # code points between the name and that word, so that it is surely about it
_YEARS = rf"(?:{normalise('বছর')}[{BANGLA}]*|bochor(?:er)?|bosor(?:er)?|years?(?:[ -]old)?)"
# রাকিব (১৫); রাকিব, বয়স ১৫ বছর; Rakib, 15,
_AGE_BEHIND = re.compile(
    rf"[a-z{BANGLA}]{{0,4}} ?(?:\((?:[^()\n0-9]{{0,8}}[ :])?([0-9]{{1,2}})(?: ?{_YEARS})?\)|,? ?(?:{normalise('বয়স')}|boyos|age|aged)[ :ঃ]{{0,3}}([0-9]{{1,2}})(?![0-9])"
    rf"|, ?([0-9]{{1,2}}),|,? ?([0-9]{{1,2}}) ?{_YEARS})"
)
_CHILD = (
    normalise("শিশু|কিশোর|কিশোরী|বালক|নাবালক|ছেলে|মেয়ে|ছাত্র|ছাত্রী|স্কুলছাত্র|স্কুলছাত্রী|সদস্য")
    + "|boy|girl|child|student|pupil|teenager|minor|kishor|chele|meye|shishu|chatro|balok"
)
# ১৫ বছরের কিশোর রাকিব, 15-year-old Rakib
_AGE_BEFORE = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})[ -]?{_YEARS}(?: {normalise('বয়সী')}| boyosi)? (?:(?:{_CHILD}) ){{0,2}}\Z"
)
_NAMED = re.compile(rf" (?:{normalise('নামে|নামের|নামক')}|name|namer|named)? ?(?:{normalise('এক|একজন')}|ek|ekjon)? ?\Z")
_BREAK = re.compile(r"[।;!?\n]|, ")
# what was done to it: not who was caught
_DONE_TO = re.compile(
    normalise("হত্যা|খুন|অপহরণ|অপহৃত|ধর্ষণ|বলাৎকার|পাচার|নির্যাতন|নিখোঁজ|নিহত|আহত|উদ্ধার|মারধর|মৃত্যু|লাশ|শিকার|হারিয়ে|হস্তান্তর|জিম্মায়")
    + r"|hotta|khun|opohoron|dhorshon|pachar|nirjaton|nikhoj|nihoto|ahoto|uddhar|rescue|murder|kill|kidnap|abduct|missing|rape|victim|handed over"
)
_ANOTHER = re.compile(
    rf"(?<![{BANGLA}])(?:{normalise('একজন|যুবক|ব্যক্তি|বাবাকে|মাকে|চাচা|মামা')})|[0-9] ?(?:{normalise('জন')}|jon)|ekjon|a man|two men"
)


def accused_children(around: Surroundings, start: int, end: int) -> Iterator[Candidate]:
    """Each child between two places who is named and was caught or is accused."""
    held = sorted(around.between(start, end, (HELD,)), key=lambda mark: mark.start)
    if not held:
        return
    starts, longest = [mark.start for mark in held], max(mark.end - mark.start for mark in held)
    for name in names(around, start, end):
        if _is_a_childs(around, name):
            near = slice(bisect_left(starts, name.start - BEFORE - longest), bisect_right(starts, name.end + BEHIND))
            mark = _caught(around, name, held[near])
            if mark:
                apart = max(mark.start - name.end, name.start - mark.end)
                yield joined(KIND, (mark.start, mark.end), (name.start, name.end), sure=apart <= SURE)


def _is_a_childs(around: Surroundings, name: Name) -> bool:
    age = _age(around, name)
    if age:
        return age < OF_AGE
    if name.role == "official":
        return False
    before = around.before(name.start, (MINOR,), LONGEST)
    if before and before.end == name.start - 1:
        return True
    behind = around.between(name.end, name.end + AGE_REACH, (MINOR,))
    return any(_NAMED.fullmatch(around.normal, name.end, mark.start) for mark in behind)


def _age(around: Surroundings, name: Name) -> int:
    """The age beside a name in years; 0 where none is told."""
    behind = _AGE_BEHIND.match(around.normal, name.end)
    if behind:
        return int(next(filter(None, behind.groups())))
    floor = max(around.line(name.start)[0], name.start - AGE_REACH)
    before = _AGE_BEFORE.search(around.normal, floor, name.start)
    return int(before[1]) if before else 0


def _caught(around: Surroundings, name: Name, held: list[Mark]) -> Mark | None:
    """The word that says that the bearer of a name was caught: right before it, or behind it with nobody else between."""
    normal = around.normal
    after = _AGE_BEHIND.match(normal, name.end)
    behind = after.end() if after else name.end
    done = _DONE_TO.search(normal, behind, behind + 20)
    for mark in held:
        if mark.end <= name.start and name.start - mark.end <= BEFORE:
            if not done and not _BREAK.search(normal, mark.end, name.start):
                return mark
        elif name.end <= mark.start <= name.end + BEHIND:
            between = normal[behind : mark.start]
            if not (_DONE_TO.search(between) or _ANOTHER.search(between)):
                return mark
    return None
