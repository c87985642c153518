"""One thing in a draft that may tell a private person from others."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """`spans`: code points of the normal form, ascending. `sure`: named or unmistakable, not only of the right shape."""

    kind: str
    spans: tuple[tuple[int, int], ...]
    sure: bool = True

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1][1]


def joined(kind: str, first: tuple[int, int], second: tuple[int, int], sure: bool) -> Candidate:
    """A candidate of what is said and of whom, in either order: two spans, or one where they overlap."""
    first, second = sorted((first, second))
    overlap = second[0] < first[1]
    return Candidate(kind, ((first[0], max(first[1], second[1])),) if overlap else (first, second), sure)


def one(kind: str, start: int, end: int, sure: bool = True) -> Candidate:
    """A candidate that stands in one piece."""
    return Candidate(kind, ((start, end),), sure)
