"""Hashtags, and the words of those that capitals alone keep apart: #RazakarDalal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import regex

_END = r"\s#.,;:!?।()\[\]{}'\""  # none of these stands in a hashtag
HASHTAG = regex.compile(rf"#(?=[^\p{{L}}{_END}]*+\p{{L}})[^{_END}]++")  # with a letter: #12 is a room
_TAG = re.compile("#[A-Za-z0-9]++")
_OF_SEVERAL = re.compile("#[A-Za-z0-9]*(?:[a-z0-9][A-Z]|[A-Z]{2}[a-z])")
_JOINT = re.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Parted(NamedTuple):
    """A normal form in which a space parts the words of such hashtags. `places`: before which places of the text it is put."""

    normal: str
    places: tuple[int, ...]
    spaces: tuple[int, ...]

    def back(self, place: int) -> int:
        """A place of this reading in the normal form without the spaces."""
        return place - bisect_left(self.spaces, place)

    def holds(self, start: int, end: int) -> bool:
        """Whether a span of the normal form without the spaces is one of the words that were parted, or holds some."""
        first = bisect_left(self.places, start)
        return first < len(self.places) and self.places[first] <= end


def parted(original: str, normal: str) -> Parted | None:
    """The other reading of a text in which hashtags are cut at their capitals; None where none is."""
    if "#" not in original or not _OF_SEVERAL.search(original):
        return None
    places = tuple(_places(original, normal))
    if not places:
        return None
    pieces = [normal[start:end] for start, end in zip((0, *places), (*places, len(normal)), strict=True)]
    return Parted(" ".join(pieces), places, tuple(joint + before for before, joint in enumerate(places)))


def _places(original: str, normal: str) -> Iterator[int]:
    """The joints of the hashtags, in the normal form: an ASCII tag is there what it was, in small letters.

    Those without a joint are looked for too: #razakardalal before #RazakarDalal must not be taken for it.
    """
    end = 0
    for tag in _TAG.finditer(original):
        start = normal.find(tag[0].lower(), end)
        if start < 0:  # something is written on it
            continue
        yield from (start + joint.start() for joint in _JOINT.finditer(tag[0]))
        end = start + len(tag[0])
