"""Of overlapping matches those that a writer is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from server.severity import Severity
from server.wordlists.matching.overlap import Span, Taken

if TYPE_CHECKING:
    from server.wordlists.matching.look import Match


def told(matches: Iterable[Match]) -> Iterator[Match]:
    """Of overlapping matches for one clause those that are told: first what blocks, then the longest, then the worst.

    What blocks is told at its own words: they must go, its message and replacements are about them, and a warning of
    more words around them is shown as soon as they are gone. What warns by itself is hidden by no near-rule that advises.
    """
    taken: dict[str, Taken] = defaultdict(Taken)
    blocked: dict[str, Taken] = defaultdict(Taken)
    ranked = sorted(matches, key=_rank)
    plain: dict[str, Taken] = defaultdict(Taken)  # what warns by itself, and may be hidden by a near-rule
    for match in ranked:
        if not match.term.near and match.term.weight >= 1 and match.severity >= Severity.WARN:
            plain[match.word_list.clause].take(match.spans)
    for match in ranked:
        clause, blocks = match.word_list.clause, match.severity is Severity.BLOCK
        if taken[clause].touches_all(match.spans) or (not blocks and blocked[clause].touches_any(match.spans)):
            continue
        if match.term.near and match.severity < Severity.WARN and plain[clause].touches_any(match.spans):
            continue
        taken[clause].take(match.spans)
        if blocks:
            blocked[clause].take(match.spans)
        yield match._replace(is_sure=True) if match.term.near and plain[clause].touches_any(match.spans) else match


def _rank(match: Match) -> tuple[bool, int, int, tuple[Span, ...]]:
    return match.severity is not Severity.BLOCK, -_length(match), -match.severity, match.spans


def _length(match: Match) -> int:
    return match.spans[-1][1] - match.spans[0][0]
