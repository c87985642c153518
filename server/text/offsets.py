"""A draft's normal form, and from places in it back to the original, in code points and in UTF-16 units.

The map is built only when a match asks for it: first the lengths of the words between spaces, then the inside of the
words that a match cuts. It is exact because `normalise` never works across the border of a cluster; of blanks in a row,
which no list and no finder knows, one is left afterwards.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from server.text.bounded import remembered
from server.text.clusters import boundaries
from server.text.normalise import normalise
from server.text.wrapped import unwrapped

_LONGEST_KEPT = 48
_LONGEST_WORD, _PIECE = 256, 64
# Characters that join neither what stands before nor what stands behind them.
_FREE = re.compile("[!-~\u0985-\u09b9\u09dc-\u09e1]")
_FREE_AT_END = re.compile("[!-~\u0982\u0983\u0985-\u09cc\u0964\u09dc-\u09e1]")

# Between these two nothing can join, neither as cluster nor as grapheme.
_CUT = re.compile("(?:(?<=[!-~\u0985-\u09b9])|(?<=[\u0985-\u09b9][\u09be-\u09cc]))[!-~\u0985-\u09b9]")

_BLANKS = re.compile(" {2,}")

Lines = tuple[list[int], list[int]]  # borders in the original and, side by side, in the normal form


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 units, as a browser counts; a lone surrogate is one unit."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Offsets:
    """A text, its normal form, and the way back.

    `original` is the text as typed, `normal` what `normalise` makes of it, with one blank for several and for a line's end that
    a width alone made.
    """

    _pieces: Sequence[str] = ()  # words between spaces; where one is endless, pieces of it
    _gap = 1  # the space between two pieces
    _starts: Lines = ([], [])
    _units: Sequence[int] | None = None
    _whole: Lines | None = None
    _dropped: Lines = ([], [])  # behind which places of `normal` blanks were left out, and how many up to there

    def __init__(self, original: str) -> None:
        self.original = original
        self._spaced = normalise(original)
        self.normal = unwrapped(self._spaced)
        if "  " in self.normal:
            self._drop_blanks()
        self._inside: dict[int, Lines] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the original that became `normal[start:end]`.

        Widened to whole clusters and graphemes, so a span never cuts a letter from its signs. An empty span
        stays empty.
        """
        if self._dropped[0]:
            start, end = self._in_spaced(start), self._in_spaced(end)
        if self.original == self._spaced and self._free_at(start) and self._free_at(end):
            return start, end
        if not self._pieces:
            self._split()
        first = self._before(start)
        return first, (first if end <= start else self._after(end))

    def utf16(self, start: int, end: int) -> tuple[int, int]:
        """The same as `span`, in UTF-16 units of the original."""
        first, last = self.span(start, end)
        if self._units is None:
            self._count_units()
        return self._in_units(first), self._in_units(last)

    def _drop_blanks(self) -> None:
        runs = [match.span() for match in _BLANKS.finditer(self.normal)]
        counts = list(accumulate(end - start - 1 for start, end in runs))
        self._dropped = [end - count for (_, end), count in zip(runs, counts, strict=True)], counts
        self.normal = _BLANKS.sub(" ", self.normal)

    def _in_spaced(self, place: int) -> int:
        """A place of `normal` where no blank is left out yet."""
        places, counts = self._dropped
        index = bisect_right(places, place)
        return place + counts[index - 1] if index else place

    def _free_at(self, place: int) -> bool:
        """Whether a border stands at a place of the original for certain: between a space and a letter by itself."""
        text = self.original
        before, after = text[place - 1 : place], text[place : place + 1]
        if before in ("", " "):
            return after in ("", " ") or _FREE.match(after) is not None
        return after in ("", " ") and _FREE_AT_END.match(before) is not None

    def _split(self) -> None:
        self._pieces = self.original.split(" ")
        if max(map(len, self._pieces)) > _LONGEST_WORD:
            self._pieces, self._gap = _cut_up(self.original), 0
        own = accumulate((len(piece) + self._gap for piece in self._pieces), initial=0)
        made = self._spaced.split(" ")  # no space is ever lost: as many pieces are the same ones
        alike = self._gap and len(made) == len(self._pieces)
        lengths = map(len, made) if alike else map(_normal_length, self._pieces)
        self._starts = list(own), list(accumulate((length + self._gap for length in lengths), initial=0))

    def _before(self, place: int) -> int:
        """The last border of the original at or before a place of the normal form."""
        own, normal = self._lines_at(place)
        return own[max(bisect_right(normal, place) - 1, 0)]

    def _after(self, place: int) -> int:
        """The first border of the original at or after a place of the normal form."""
        own, normal = self._lines_at(place)
        return own[min(bisect_left(normal, place), len(own) - 1)]

    def _lines_at(self, place: int) -> Lines:
        """The borders to look at for a place of the normal form: those of its piece."""
        index = min(bisect_right(self._starts[1], place), len(self._pieces)) - 1
        own, normal = self._starts[0][index], self._starts[1][index]
        own_end, normal_end = self._starts[0][index + 1] - self._gap, self._starts[1][index + 1] - self._gap
        if self._gap and not (self._free_at(own) and self._free_at(own_end)):
            return self._whole_text()
        if place in (normal, normal_end):
            return [own, own_end], [normal, normal_end]
        if index not in self._inside:
            self._inside[index] = _lines(self._pieces[index], own, normal)
        return self._inside[index]

    def _whole_text(self) -> Lines:
        """Borders of the whole text, for the rare one in which signs lean on spaces."""
        if self._whole is None:
            self._whole = _lines(self.original, 0, 0)
        return self._whole

    def _count_units(self) -> None:
        if utf16_length(self.original) == len(self.original):
            self._units = []
        else:
            self._split()
            self._units = list(accumulate((utf16_length(piece) + self._gap for piece in self._pieces), initial=0))

    def _in_units(self, place: int) -> int:
        if not self._units:
            return place
        index = bisect_right(self._starts[0], place) - 1
        return self._units[index] + utf16_length(self.original[self._starts[0][index] : place])


def _cut_up(text: str) -> list[str]:
    """The text in pieces of about 64 code points, cut where nothing joins."""
    pieces, start = [], 0
    while start < len(text):
        cut = _CUT.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        pieces.append(text[start:end])
        start = end
    return pieces


def _lines(text: str, own_start: int, normal_start: int) -> Lines:
    own, normal = [own_start], [normal_start]
    for left, right in pairwise(boundaries(text)):
        own.append(own_start + right)
        normal.append(normal[-1] + _normal_length(text[left:right]))
    return own, normal


@remembered(8192, _LONGEST_KEPT)
def _normal_length(text: str) -> int:
    return len(normalise(text))
