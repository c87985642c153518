"""What learned evidence doubts: words that a near-rule brings together, where all else reads as an office writes.

Ordinary words meet by chance (a vulture is nature's cleaner; a leak found at night). Hardly anything that does break a
clause reads so: what is said of it was measured (docs/experiments.md).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import suppress
from math import inf
from operator import itemgetter

from server.severity import Severity
from server.text.sentences import sentences
from server.text.words import texts
from server.wordlists.learned.stretches import Stretch
from server.wordlists.learned.sums import Learned
from server.wordlists.matching.look import Match
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.fields import ENOUGH

AGAINST = -1.0  # below it the clause's tables speak against a match, in each stretch where it stands
BESIDE = 0.5  # and below it in the words beside it: an office's clause does not hide what is said behind its comma
REACH = 300  # code points on each side in which these are looked for
WORDS = 7  # so many on each side, no further than a comma or the sentence's end


def doubted(matches: list[Match], normal: str, learned: Learned, until: float = inf) -> list[Match]:
    """The matches of lists, where those that learned evidence doubts are only advised.

    What blocks is never doubted, nor what is a finding without a near-rule: who wrote it into a list meant it. What is not added up
    by the moment `until` (`time.monotonic`) is not doubted.
    """
    asked = [
        place
        for place, match in enumerate(matches)
        if _may_be_chance(match) and learned.places_of(match.word_list.clause)
    ]
    if not asked:
        return matches
    found = list(matches)
    with suppress(TimeoutError):
        parts = [(stretch, learned.said(stretch)) for stretch in learned.stretched(normal, until)]
        inside = sentences(normal)
        for place in asked:
            match = matches[place]
            own = learned.places_of(match.word_list.clause)
            around = _within(parts, match)
            if max(sums[table] for sums in around for table in own) >= AGAINST:
                continue
            near = learned.sums_of(_beside(normal, inside, match), until)
            if max(near[table] for table in own) >= BESIDE:
                continue
            whole = learned.sums_of(_sentence(normal, inside, match), until)
            if max(whole[table] for table in own) < ENOUGH:
                found[place] = match._replace(severity=Severity.ADVISE, eased="doubted")
    return found


def _may_be_chance(match: Match) -> bool:
    """A near-rule's that warns for good: one that will block, on trial still, is shown as it is."""
    return bool(match.term.near) and not match.is_sure and match.severity is match.term.severity is Severity.WARN


def _within(parts: Sequence[tuple[Stretch, Sequence[float]]], match: Match) -> list[Sequence[float]]:
    """The sums of the stretches in which a match stands."""
    start, end = match.spans[0][0], match.spans[-1][1]
    return [sums for stretch, sums in parts if stretch.start < end and start < stretch.end]


def _sentence(normal: str, inside: Sequence[Span], match: Match) -> list[str]:
    """The words of the sentence in which a match begins: a remark among proper ones is told by itself."""
    start = match.spans[0][0]
    first, last = inside[max(0, bisect_right(inside, (start, inf)) - 1)]
    return texts(normal[max(first, start - REACH) : min(last, start + REACH)])


def _beside(normal: str, inside: Sequence[Span], match: Match) -> list[str]:
    """The words of a match and those beside it."""
    start, end = match.spans[0][0], match.spans[-1][1]
    begun = bisect_right(inside, (start, inf)) - 1
    first = inside[begun][0] if begun >= 0 else 0
    ended = bisect_left(inside, end, key=itemgetter(1))
    last = inside[ended][1] if ended < len(inside) else len(normal)
    first = max(first, normal.rfind(",", first, start) + 1)
    comma = normal.find(",", end, last)
    last = last if comma < 0 else comma
    # Seven words lie within so many code points; a sentence of 50,000 is not read again for each match.
    before, after = texts(normal[max(first, start - REACH) : start]), texts(normal[end : min(last, end + REACH)])
    return [*before[-WORDS:], *texts(normal[start:end]), *after[:WORDS]]
