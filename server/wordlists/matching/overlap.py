"""Which spans lie in which, and which places of a text are taken already: one cause, one finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from server.text.spans import Span

__all__ = ["Cover", "Span", "Taken"]


class Cover:
    """Spans in which others may lie; asked in logarithmic time."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # the farthest end so far

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the spans holds this one whole."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._reach[index] >= end


class Taken:
    """The places that kept spans cover. Linear in the text, however many spans there are."""

    def __init__(self) -> None:
        self._places: set[int] = set()

    def touches_all(self, spans: Iterable[Span]) -> bool:
        """Whether each of these spans shares a place with one that was taken."""
        return all(any(place in self._places for place in range(*span)) for span in spans)

    def touches_any(self, spans: Iterable[Span]) -> bool:
        """Whether one of these spans shares a place with one that was taken."""
        return any(place in self._places for span in spans for place in range(*span))

    def take(self, spans: Iterable[Span]) -> None:
        """Takes these spans' places."""
        for span in spans:
            self._places.update(range(*span))
