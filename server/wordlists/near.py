"""Near-rules: different words, one of each group, close together in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from server.wordlists.match import Hit


def windows(groups: Sequence[Sequence[Hit]], within: int) -> Iterator[tuple[Hit, ...]]:
    """The narrowest sets of hits, one of each group, none overlapping, first to last at most `within` words apart.

    `groups`: the hits of each group in one sentence. Windows do not overlap; the earliest come first.
    """
    if not all(groups):
        return
    after = -1
    for first in sorted((hit for group in groups for hit in group), key=lambda hit: (hit.first, -hit.last)):
        if first.first <= after:
            continue
        window = _narrowest(first, groups, within)
        if window:
            after = max(hit.last for hit in window)
            yield window


def _narrowest(first: Hit, groups: Sequence[Sequence[Hit]], within: int) -> tuple[Hit, ...] | None:
    """The window that begins with `first`: the nearest hit of every other group behind it."""
    found: tuple[Hit, ...] | None = None
    for own, group in enumerate(groups):
        if first not in group:
            continue
        chosen = [first]
        for other in (*groups[:own], *groups[own + 1 :]):
            nearest = _next(other, chosen)
            if nearest is None or nearest.first - first.last > within:
                break
            chosen.append(nearest)
        else:
            chosen.sort(key=lambda hit: hit.start)
            if found is None or chosen[-1].last < found[-1].last:
                found = tuple(chosen)
    return found


def _next(group: Iterable[Hit], chosen: Sequence[Hit]) -> Hit | None:
    """The first hit of the group behind `chosen[0]` that shares no word with a chosen one."""
    for hit in group:
        if hit.first > chosen[0].last and all(hit.first > other.last or hit.last < other.first for other in chosen):
            return hit
    return None
