"""One cause, one finding: which places of a text are taken already."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


class Taken:
    """The places that kept spans cover. Linear in the text, however many spans there are."""

    def __init__(self) -> None:
        self._places: set[int] = set()

    def touches_all(self, spans: Iterable[Span]) -> bool:
        """Whether each of these spans shares a place with one that was taken."""
        return all(any(place in self._places for place in range(*span)) for span in spans)

    def take(self, spans: Iterable[Span]) -> None:
        """Takes these spans' places."""
        for span in spans:
            self._places.update(range(*span))
