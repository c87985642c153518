"""Whether a report of a crime tells only of the accused and of the officers who saw to it.

An accused person's own father and village give no victim away, nor does the name of the magistrate who led the raid.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from server.personal.around.names import Name, names
from server.personal.around.surroundings import Mark, Surroundings
from server.text.normalise import normalise

PARTICULARS = ("kin", "locator")  # who somebody is, from where
TOLD_OF = (*PARTICULARS, "victim")  # by what a victim is known beside a name
FATHER = 12  # code points between a label and the name that it is about: পিতা- মৃত কাশেম
FINED = 48  # code points behind a relative in which a penalty stands: বরের পিতাকে ২০ হাজার টাকা জরিমানা
LED = 80  # code points beside an officer's name in which the raid stands that was led
_LABEL = re.compile(r" ?[:\-–—ঃ]")
_BESIDE = re.compile(r" ?\([^()\n]{1,24}\),? ?|, ?")  # সুজন (৩৬), পিতা কাশেম; not শিউলির স্বামী
_OBJECT = normalise("কে")


def tells_of_accused_only(around: Surroundings, start: int, end: int) -> bool:
    """Whether all who are named between two places are accused, or officers who led, and nothing tells to whom it was done."""
    named = list(names(around, start, end))
    accused = [name for name in named if name.role == "accused"]
    own = {mark for mark in around.between(start, end, PARTICULARS) if _is_of_accused(around, mark, accused)}
    fathers = {mark.end for mark in own}
    if not named or any(not name.role and not _is_behind(name, fathers) for name in named):
        return False
    if all(name.role == "official" for name in named) and not all(led_it(around, name) for name in named):
        return False
    return all(mark in own or _is_fined(around, mark, end) for mark in around.between(start, end, TOLD_OF))


def led_it(around: Surroundings, name: Name) -> bool:
    """Whether a name is that of an officer who led a raid or a mobile court; a teacher to whom it was done is no such one."""
    start, end = around.line(name.start)
    near = max(start, name.start - LED), min(end, name.end + LED)
    return name.role == "official" and around.has(*near, ("led",))


def _is_of_accused(around: Surroundings, mark: Mark, accused: Sequence[Name]) -> bool:
    """Whether a relative or a village is a field behind an accused person's name in its line, or stands right behind it."""
    index = bisect_right(accused, mark.start, key=lambda name: name.end)
    if not index or accused[index - 1].start < around.line(mark.start)[0]:
        return False
    last = accused[index - 1].end
    return bool(_LABEL.match(around.normal, mark.end) or _BESIDE.fullmatch(around.normal, last, mark.start))


def _is_behind(name: Name, places: set[int]) -> bool:
    """Whether a name begins right behind one of these places."""
    return any(place in places for place in range(name.start - FATHER, name.start + 1))


def _is_fined(around: Surroundings, mark: Mark, end: int) -> bool:
    """Whether a relative is the one who was punished."""
    whom = around.normal.endswith(_OBJECT, mark.start, mark.end)
    return whom and around.has(mark.end, min(end, mark.end + FINED), ("penalty",))
