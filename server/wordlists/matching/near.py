"""Near-rules: different words, one of each group, close together in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from server.wordlists.matching.match import Hit


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
    """The window that begins with `first`: behind it a hit of every other group, whatever the order of the groups."""
    behind = []
    for group in others:
        found = _behind(group, first, within)
        if not found:
            return None
        behind.append(found)
    # The group with the least choice chooses first: a word of two groups is left to the one that has no other.
    return _one_of_each([first], sorted(behind, key=len))


def _behind(group: Sequence[Placed], first: Placed, within: int) -> list[Placed]:
    """The group's hits that begin behind `first`, at most `within` words after it; one for each place, of a word's the longest first."""
    found: dict[tuple[int, int], Placed] = {}
    for index in range(bisect_right(group, first.last, key=lambda placed: placed.first), len(group)):
        placed = group[index]
        if placed.first - first.last > within:
            break
        found.setdefault(placed[:2], placed)
    return list(found.values())


def _one_of_each(chosen: list[Placed], left: Sequence[Sequence[Placed]]) -> list[Placed] | None:
    """`chosen` and the nearest hit of each group that is left, no two of which share a word; None where there are none."""
    if not left:
        return sorted(chosen)
    for placed in left[0]:
        if all(placed.first > other.last or placed.last < other.first for other in chosen[1:]):
            found = _one_of_each([*chosen, placed], left[1:])
            if found:
                return found
    return None
