"""Two cues that mean something only together: goods and an offer, a superior and praise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from server.personal.around.surroundings import Mark, Surroundings


def pairs(
    around: Surroundings, start: int, end: int, first: str, second: str, within: int
) -> Iterator[tuple[Mark, Mark]]:
    """Each mark of the first kind with the nearest of the second, no word in both, at most `within` code points apart."""
    others = list(around.between(start, end, (second,)))
    if not others:
        return
    for mark in around.between(start, end, (first,)):
        apart = [(_gap(mark, other), other) for other in others if _gap(mark, other) >= 0]
        nearest = min(apart, default=None)
        if nearest and nearest[0] <= within:
            yield mark, nearest[1]


def spans_of(pair: Iterable[Mark]) -> tuple[tuple[int, int], ...]:
    """Where the two stand, in the text's order."""
    return tuple(sorted((mark.start, mark.end) for mark in pair))


def _gap(mark: Mark, other: Mark) -> int:
    """Code points between two marks; below 0 where they share some."""
    return max(other.start - mark.end, mark.start - other.end)
