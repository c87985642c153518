"""What stands around a number: the cue words of a draft, marked once, and the nearest of them to any place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from server.personal.around.cues import Begun, Cues, shipped_cues
from server.personal.around.gates import COLON, TOKEN, begun_in, bits, longer_begun, opened, stems
from server.text.links import links
from server.text.sentences import sentences
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Stems, shipped_stems
from server.wordlists.matching.overlap import Cover

T = TypeVar("T")

# The next word of a cue, at most three code points away: a space, a dot, a hyphen, a ঃ that closes the word before.
_NEXT = re.compile(rf"(?:(?<=[{BANGLA}]){COLON}[^a-z{BANGLA}\n]{{0,2}}+|[^a-z{BANGLA}\n]{{0,3}}+)({TOKEN.pattern})")
HOME = ("home", "village")  # cues of which an address has one where it is somebody's
_new = tuple.__new__  # what Mark(...) does, in half the time


class Mark(NamedTuple):
    """A cue that stands in the draft; `start` and `end` (half-open) count code points of the normal form."""

    start: int
    end: int
    kind: str


class Surroundings:
    """One normal form and its marks. All lookups stay inside one line."""

    def __init__(
        self, normal: str, cues: Cues | None = None, stretches: Set[str] | None = None, stems: Stems | None = None
    ) -> None:
        """`stretches`: of those between spaces the ones that are not calm; None: all."""
        self.normal = normal
        self.cues = cues or shipped_cues()
        self.stems = stems or shipped_stems()
        self._kept: dict[Callable[[Surroundings], Any], Any] = {}
        self._stretches = (set(normal.split()) if stretches is None else stretches) - self.cues.quiet
        self._opened, self._alone = opened(normal, self._stretches, self.cues)

    def once(self, find: Callable[[Surroundings], T]) -> T:
        """What `find` gives for this text, found at the first asking and kept."""
        if find not in self._kept:
            self._kept[find] = find(self)
        found: T = self._kept[find]
        return found

    @cached_property
    def tokens(self) -> list[re.Match[str]]:
        """The words of letters, in order; a last ঃ, which stands for a colon, is among a word's letters here."""
        return list(TOKEN.finditer(self.normal))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return sentences(self.normal)

    @cached_property
    def marks(self) -> list[Mark]:
        """Every cue, by its place; a longer one stands before a shorter one that begins with it."""
        found: list[Mark] = []
        place, quiet, known, may_stand = 0, self.cues.quiet, self.cues.begins, self._opened
        for stretch in self.normal.split(" "):
            if stretch not in quiet:
                begins = known.get(stretch)
                for at, length, here in begun_in(stretch, self.cues) if begins is None else begins:
                    start, end = place + at, place + at + length
                    if here.longer & may_stand:
                        found += self._longer(start, end, here)
                    for kind in here.alone:
                        found.append(_new(Mark, (start, end, kind)))
            place += len(stretch) + 1
        return found

    def _longer(self, start: int, end: int, here: Begun) -> list[Mark]:
        """The cues of several words that begin with the word between two places, the longest first."""
        found: list[Mark] = []
        after = _NEXT.match(self.normal, end)
        for stem in stems(after[1]) if after else ():
            for cue in here.onward.get(stem, ()):
                last = _last(self.normal, end, cue.rest)
                if last:
                    found.append(Mark(start, last, cue.kind))
        return sorted(found, key=lambda mark: -mark.end) if len(found) > 1 else found

    def may_hold(self, *gates: str) -> bool:
        """Whether something may begin here that opens one of these gates: a kind of cue, a key of `BEGINNINGS`."""
        return self._opens(gates)

    def _opens(self, gates: tuple[str, ...]) -> bool:
        return self._opened & (self.cues.bits.get(gates) or bits(gates, self.cues)) != 0

    def may_hold_each(self, gates: Iterable[tuple[str, ...]]) -> bool:
        """Whether of each of these groups of gates one may be opened."""
        known = self.cues.bits
        return 0 not in [self._opened & (known.get(group) or bits(group, self.cues)) for group in gates]

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
        if not self._opened & asked:
            return False
        if "marks" in self.__dict__:
            return any(mark.kind in kinds for mark in self.marks)
        longer = (stretch for stretch, begun in self._begins_longer if begun & asked)
        return any(mark.kind in kinds for stretch in longer for mark in self._longer_in(stretch))

    @cached_property
    def _begins_longer(self) -> list[tuple[str, int]]:
        """The stretches in which cues of several words may begin, and the bits of their kinds."""
        may_stand, cues = self._opened, self.cues
        return [(one, kinds) for one in self._stretches if (kinds := longer_begun(one, cues) & may_stand)]

    def _longer_in(self, stretch: str) -> Iterator[Mark]:
        """The cues of several words that begin in a stretch between spaces, wherever it stands."""
        normal, begins = self.normal, begun_in(stretch, self.cues)
        place = normal.find(stretch)
        while place >= 0:
            around = normal[max(0, place - 1) : place] + normal[place + len(stretch) : place + len(stretch) + 1]
            if not around or around.isspace():
                for at, length, here in begins:
                    if here.onward:
                        yield from self._longer(place + at, place + at + length, here)
            place = normal.find(stretch, place + len(stretch))

    def in_link(self, place: int) -> bool:
        """Whether a place lies in a web or e-mail address."""
        return self._links.holds(place, place + 1)

    @cached_property
    def _links(self) -> Cover:
        return Cover(links(self.normal))

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

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
        """The last mark of these kinds that ends at most `reach` code points before a place, in its line."""
        if not self._opens(kinds):
            return None
        floor = max(self.line(place)[0], place - reach)
        index = bisect_left(self._starts, place) - 1
        while index >= 0 and self.marks[index].start >= floor:
            mark = self.marks[index]
            if mark.kind in kinds and mark.end <= place:
                return self._longest(index, kinds)
            index -= 1
        return None

    def _longest(self, index: int, kinds: Collection[str]) -> Mark:
        """Of marks that overlap the one at `index` from before, the longest: কার্ড নং inside স্মার্ট কার্ড নং."""
        mark = self.marks[index]
        for earlier in range(index - 1, max(-1, index - 6), -1):
            other = self.marks[earlier]
            longer = mark.kind == "other" or other.end - other.start >= mark.end - mark.start
            if longer and other.kind in kinds and other.end > mark.start:
                mark = other
        return mark

    def between(self, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Mark]:
        """The marks of these kinds that lie between two places."""
        if not self._opens(kinds):
            return
        for index in range(bisect_left(self._starts, start), bisect_right(self._starts, end)):
            mark = self.marks[index]
            if mark.kind in kinds and mark.end <= end:
                yield mark

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
