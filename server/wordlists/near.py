"""Near-rules: different words, one of each group, close together in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from server.wordlists.match import Hit


class Placed(NamedTuple):
    """A hit with the numbers of its first and last word in the text."""

    first: int
    last: int
    hit: Hit


def windows(groups: Sequence[Sequence[Placed]], within: int) -> Iterator[tuple[Hit, ...]]:
    """The narrowest sets of hits, one of each group, none overlapping, first to last at most `within` words apart.

    `groups`: the hits of each group in one sentence, by place. The earliest windows come first; they do not overlap.
    """
    after = -1
    beginnings = [(placed, own) for own, group in enumerate(groups) for placed in group]
    for first, own in sorted(beginnings, key=lambda item: (item[0].first, -item[0].last)):
        if first.first > after:
            window = _beginning_with(first, [*groups[:own], *groups[own + 1 :]], within)
            if window:
                after = window[-1].last
                yield tuple(placed.hit for placed in window)


def _beginning_with(first: Placed, others: Sequence[Sequence[Placed]], within: int) -> list[Placed] | None:
    """The window that begins with `first`: behind it the nearest hit of every other group."""
    chosen = [first]
    for group in others:
        nearest = _next(group, chosen)
        if nearest is None or nearest.first - first.last > within:
            return None
        chosen.append(nearest)
    return sorted(chosen)


def _next(group: Sequence[Placed], chosen: Sequence[Placed]) -> Placed | None:
    """The group's first hit behind `chosen[0]` that shares no word with a chosen one."""
    for index in range(bisect_right(group, chosen[0].last, key=lambda placed: placed.first), len(group)):
        placed = group[index]
        if all(placed.first > other.last or placed.last < other.first for other in chosen[1:]):
            return placed
    return None
