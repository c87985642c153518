"""What stands around a number: the cue words of a draft, marked once, and the nearest of them to any place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cached_property, reduce
from itertools import starmap
from operator import itemgetter, or_
from typing import Any, NamedTuple, TypeVar

from server.personal.around.cues import Begun, Cues, shipped_cues
from server.personal.around.gates import COLON, LISTED, TOKEN, begins, begun, bits, opened, stems
from server.personal.around.pieces import beginnings, listed, pieces, unlist
from server.text.links import links
from server.text.sentences import sentences
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Stems, shipped_stems
from server.wordlists.matching.overlap import Cover

T = TypeVar("T")

# The next word of a cue, at most three code points away: a space, a dot, a hyphen, a ঃ that closes the word before.
_NEXT = re.compile(rf"(?:(?<=[{BANGLA}]){COLON}[^a-z{BANGLA}\n]{{0,2}}+|[^a-z{BANGLA}\n]{{0,3}}+)({TOKEN.pattern})")
HOME = ("home", "village")  # cues of which an address has one where it is somebody's
MOST_OVERLAPPING = 5  # marks before one that are looked at
_new = tuple.__new__  # what Mark(...) does, in half the time


class Mark(NamedTuple):
    """A cue that stands in the draft; `start` and `end` (half-open) count code points of the normal form."""

    start: int
    end: int
    kind: str


class Surroundings:
    """One normal form and its marks. All lookups stay inside one line."""

    def __init__(self, normal: str, cues: Cues | None = None, stems: Stems | None = None) -> None:
        self.normal = normal
        self.cues = cues or shipped_cues()
        self.stems = stems or shipped_stems()
        self._marks_of: dict[tuple[str, ...], list[Mark]] = {}
        self._kept: dict[Callable[[Surroundings], Any], Any] = {}
        self._pieces = pieces(normal, self.cues)
        there = reduce(or_, (piece.bits for _, _, piece in self._pieces), 0)
        self._opened, self._alone = opened(normal, there, self.cues)

    def once(self, find: Callable[[Surroundings], T]) -> T:
        """What `find` gives for this text, found at the first asking and kept."""
        if find not in self._kept:
            self._kept[find] = find(self)
        found: T = self._kept[find]
        return found

    def words_from(self, place: int) -> Iterator[re.Match[str]]:
        """The words that begin at or behind a place, in order; a last ঃ, which stands for a colon, is among a word's letters here."""
        cut = TOKEN.match(self.normal, place - 1) if place else None
        return TOKEN.finditer(self.normal, max(place, cut.end()) if cut else place)

    def word_before(self, place: int) -> re.Match[str] | None:
        """The word that ends a single space before a place; None where none does."""
        end = place - 1
        if self.normal[max(0, end) : place] != " ":
            return None
        found = list(TOKEN.finditer(self.normal, self.normal.rfind(" ", 0, end) + 1, end))
        return found[-1] if found and found[-1].end() == end else None

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return sentences(self.normal)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence in which a place lies, or behind which."""
        return max(0, bisect_right(self.sentences, place, key=itemgetter(0)) - 1)

    @cached_property
    def marks(self) -> list[Mark]:
        """Every cue, by its place; a longer one stands before a shorter one that begins with it."""
        return self._marked(self._opened)

    def marks_of(self, kinds: tuple[str, ...]) -> list[Mark]:
        """Of all marks those of these kinds, in their order; others are not looked for."""
        found = self._marks_of.get(kinds)
        if found is None:
            asked = self._opened & (self.cues.bits.get(kinds) or bits(kinds, self.cues))
            found = self._marks_of[kinds] = self._marked(asked) if asked else []
        return found

    def _marked(self, asked: int) -> list[Mark]:
        """The cues of the kinds that have one of these bits."""
        found: list[Mark] = []
        bit, may_begin = self.cues.bit, begins(asked)
        for place, text, piece in self._pieces:
            if not piece.bits & may_begin:
                continue
            for before, words in beginnings(text, piece, self.cues):
                for at, length, here in words:
                    start = place + before + at
                    if here.longer & asked:
                        found += self._longer(start, start + length, here, asked)
                    for kind in here.alone:
                        if bit[kind] & asked:
                            found.append(_new(Mark, (start, start + length, kind)))
        return found

    def _longer(self, start: int, end: int, here: Begun, asked: int) -> list[Mark]:
        """The cues of several words that begin with the word between two places, the longest first."""
        found: list[Mark] = []
        after, bit = _NEXT.match(self.normal, end), self.cues.bit
        for stem in stems(after[1]) if after else ():
            for cue in here.onward.get(stem, ()):
                last = _last(self.normal, end, cue.rest) if bit[cue.kind] & asked else 0
                if last:
                    found.append(Mark(start, last, cue.kind))
        return sorted(found, key=lambda mark: -mark.end) if len(found) > 1 else found

    def listed(self) -> Set[str]:
        """The stretches between spaces that may be of use to a list; in most drafts of known words none is."""
        return listed(self._pieces, self.cues) if self._opened & LISTED else frozenset()

    def unlist(self, stretches: Set[str]) -> None:
        """Remembers of these that no list has a use for them: in another draft they are not looked at."""
        unlist(stretches, self.cues)

    def may_hold(self, *gates: str) -> bool:
        """Whether something may begin here that opens one of these gates: a kind of cue, a key of `BEGINNINGS`."""
        return self._opened & (self.cues.bits.get(gates) or bits(gates, self.cues)) != 0

    def holds(self, *kinds: str) -> bool:
        """Whether a cue of each of these kinds stands here; the gates are asked first."""
        for kind in kinds:
            if not self.may_hold(kind):
                return False
        return all(map(self.holds_any, kinds))

    def holds_any(self, *kinds: str) -> bool:
        """Whether a cue of one of these kinds stands here; the gates are asked first, and not every cue is marked for it."""
        asked = self.cues.bits.get(kinds) or bits(kinds, self.cues)
        if self._alone & asked:
            return True
        return self._opened & asked != 0 and bool(self.marks_of(kinds))

    def opens_each(self, gates: Iterable[tuple[str, ...]]) -> bool:
        """Whether each of these groups has a gate that is open: whose cue stands here, or whose beginning a stretch has."""
        return all(starmap(self.holds_any, gates))

    def in_link(self, place: int) -> bool:
        """Whether a place lies in a web or e-mail address."""
        return self._links.holds(place, place + 1)

    @cached_property
    def _links(self) -> Cover:
        return Cover(links(self.normal))

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.normal)]

    def line(self, place: int) -> tuple[int, int]:
        """The span of the line in which a place lies."""
        if not self._breaks:
            return 0, len(self.normal)
        after = bisect_left(self._breaks, place)
        start = self._breaks[after - 1] + 1 if after else 0
        return start, self._breaks[after] if after < len(self._breaks) else len(self.normal)

    def before(self, place: int, kinds: tuple[str, ...], reach: int) -> Mark | None:
        """The last mark of these kinds that lies within `reach` code points before a place, in its line."""
        found = self.marks_of(kinds)
        floor = max(self.line(place)[0], place - reach) if found else 0
        for index in range(bisect_left(found, (place,)) - 1, -1, -1):
            mark = found[index]
            if mark.start < floor:
                return None
            if mark.end <= place:
                beside = found[max(0, index - MOST_OVERLAPPING) : index]
                return self._longest(mark, kinds) if any(other.end > mark.start for other in beside) else mark
        return None

    def _longest(self, mark: Mark, kinds: Collection[str]) -> Mark:
        """Of marks that overlap one from before, the longest: কার্ড নং inside স্মার্ট কার্ড নং."""
        index = bisect_right(self.marks, mark.start, key=lambda other: other.start) - 1
        while self.marks[index] != mark:
            index -= 1
        for earlier in range(index - 1, max(-1, index - MOST_OVERLAPPING - 1), -1):
            other = self.marks[earlier]
            longer = mark.kind == "other" or other.end - other.start >= mark.end - mark.start
            if longer and other.kind in kinds and other.end > mark.start:
                mark = other
        return mark

    def between(self, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Mark]:
        """The marks of these kinds that lie between two places."""
        found = self.marks_of(kinds)
        for index in range(bisect_left(found, (start,)), len(found)):
            mark = found[index]
            if mark.start >= end:
                return
            if mark.end <= end:
                yield mark

    def is_one(self, word: re.Match[str], kinds: Collection[str]) -> bool:
        """Whether a word is by itself a cue of one of these kinds: what `has` would say of its place."""
        return any(kind in kinds for kind in begun(word[0], self.cues).alone)

    def has(self, start: int, end: int, kinds: tuple[str, ...]) -> bool:
        """Whether a mark of these kinds lies between two places."""
        return next(self.between(start, end, kinds), None) is not None


def _last(normal: str, end: int, rest: Sequence[str]) -> int:
    """Where a cue ends whose first word ends at a place; 0 where its other words do not follow."""
    for word in rest:
        token = _NEXT.match(normal, end)
        if token is None or word not in stems(token[1]):
            return 0
        end = token.end() - (token[1][-1] == COLON)
    return end


def word_end(token: re.Match[str]) -> int:
    """Where a word ends, its colon left out."""
    return token.end() - (token[0][-1] == COLON)
