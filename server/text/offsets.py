"""From places in the normal form back to the original, in code points and in UTF-16 units.

The map is built only when a match asks for it, in pieces, and only the pieces that hold a match are looked
at closely. It is exact because `normalise` never works across the border of a cluster.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from server.text.clusters import boundaries
from server.text.normalise import normalise

_PIECE = 64
# Between these two nothing can join, neither as cluster nor as grapheme.
_CUT = re.compile("(?:(?<=[ -~\u0985-\u09b9])|(?<=[\u0985-\u09b9][\u09be-\u09cc]))[ -~\u0985-\u09b9]")

_of_cluster = lru_cache(maxsize=4096)(normalise)


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 units, as a browser counts; a lone surrogate is one unit."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Offsets:
    """A text, its normal form, and the way back.

    `original` is the text as typed, `normal` what `normalise` makes of it.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.normal = normalise(original)
        self._pieces: list[_Piece] = []
        self._starts: list[int] = []

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the original that became `normal[start:end]`.

        Widened to whole clusters and graphemes, so a span never cuts a letter from its signs. An empty span
        stays empty.
        """
        first = self._piece(start)
        if end <= start:
            place = first.before(start)
            return place, place
        return first.before(start), self._piece(end - 1).after(end)

    def utf16(self, start: int, end: int) -> tuple[int, int]:
        """The same as `span`, in UTF-16 units of the original."""
        first, last = self.span(start, end)
        return self._units(first), self._units(last)

    def _piece(self, place: int) -> "_Piece":
        if not self._pieces:
            self._pieces = _cut_up(self.original)
            self._starts = [piece.normal_start for piece in self._pieces]
        return self._pieces[max(bisect_right(self._starts, place) - 1, 0)]

    def _units(self, place: int) -> int:
        by_start = bisect_right(self._pieces, place, key=lambda piece: piece.start) - 1
        piece = self._pieces[max(by_start, 0)]
        return piece.units_start + utf16_length(self.original[piece.start : place])


class _Piece:
    """A stretch of the original that can be normalised by itself."""

    def __init__(self, text: str, start: int, normal_start: int, units_start: int) -> None:
        self.text = text
        self.start = start
        self.normal_start = normal_start
        self.units_start = units_start
        self._borders: tuple[list[int], list[int]] | None = None

    def before(self, place: int) -> int:
        """The last border of the original at or before a place of the normal form."""
        own, normal = self._lines()
        return own[max(bisect_right(normal, place) - 1, 0)]

    def after(self, place: int) -> int:
        """The first border of the original at or after a place of the normal form."""
        own, normal = self._lines()
        return own[min(bisect_left(normal, place), len(own) - 1)]

    def _lines(self) -> tuple[list[int], list[int]]:
        """Borders in the original and, side by side, in the normal form."""
        if self._borders is None:
            cuts = boundaries(self.text)
            own, normal = [self.start], [self.normal_start]
            for left, right in pairwise(cuts):
                own.append(self.start + right)
                normal.append(normal[-1] + len(_of_cluster(self.text[left:right])))
            self._borders = own, normal
        return self._borders


def _cut_up(original: str) -> list[_Piece]:
    """The original in pieces of about 64 code points, cut where nothing joins."""
    pieces: list[_Piece] = []
    start = normal_start = units_start = 0
    while start < len(original) or not pieces:
        cut = _CUT.search(original, start + _PIECE)
        end = cut.start() if cut else len(original)
        text = original[start:end]
        pieces.append(_Piece(text, start, normal_start, units_start))
        start, normal_start, units_start = end, normal_start + len(normalise(text)), units_start + utf16_length(text)
    return pieces
