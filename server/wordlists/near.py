"""Near-rules: different words, one of each group, close together in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from server.wordlists.match import Hit


def windows(groups: Sequence[Sequence[Hit]], within: int) -> Iterator[tuple[Hit, ...]]:
    """The narrowest sets of hits, one of each group, none overlapping, first to last at most `within` words apart.

    `groups`: the hits of each group in one sentence, by place. The earliest windows come first; they do not overlap.
    """
    if not all(groups):
        return
    after = -1
    beginnings = sorted(
        ((hit, own) for own, group in enumerate(groups) for hit in group),
        key=lambda item: (item[0].first, -item[0].last),
    )
    for first, own in beginnings:
        if first.first > after:
            window = _beginning_with(first, [*groups[:own], *groups[own + 1 :]], within)
            if window:
                after = window[-1].last
                yield window


def _beginning_with(first: Hit, others: Sequence[Sequence[Hit]], within: int) -> tuple[Hit, ...] | None:
    """The window that begins with `first`: behind it the nearest hit of every other group."""
    chosen = [first]
    for group in others:
        nearest = _next(group, chosen)
        if nearest is None or nearest.first - first.last > within:
            return None
        chosen.append(nearest)
    return tuple(sorted(chosen, key=lambda hit: hit.start))


def _next(group: Sequence[Hit], chosen: Sequence[Hit]) -> Hit | None:
    """The group's first hit behind `chosen[0]` that shares no word with a chosen one."""
    for index in range(bisect_right(group, chosen[0].last, key=lambda hit: hit.first), len(group)):
        hit = group[index]
        if all(hit.first > other.last or hit.last < other.first for other in chosen[1:]):
            return hit
    return None
