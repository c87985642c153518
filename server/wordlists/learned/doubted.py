"""What learned evidence doubts: words that a near-rule brings together, and what blocks, where all else reads as an office writes.

Ordinary words meet by chance (a vulture is nature's cleaner; a leak found at night), and an office reports who shouted what, or
keeps a child from a fire. Hardly anything that does break a clause reads so: what is said of it was measured (docs/experiments.md).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from math import inf
from operator import itemgetter

from server.severity import Severity
from server.text.sentences import sentences
from server.text.words import texts
from server.wordlists.learned.stretches import Stretch, unlinked
from server.wordlists.learned.sums import Learned
from server.wordlists.matching.look import Match, capped
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.fields import ENOUGH

AGAINST = -1.0  # below it the clause's tables speak against a match, in each stretch where it stands
BESIDE = 0.5  # and below it in the words beside it: an office's clause does not hide what is said behind its comma
REACH = 300  # code points on each side in which these are looked for
HOLDS = 0.7  # from it on in the stretch, by whichever table of clause 9, what blocks does; in its sentence a finding's sum is asked
SPOKEN = 2.0  # the same beside "was arrested", "is an offence": who would forgive a quotation speaks of it
FEWEST = 8  # words of a sentence that may speak against what blocks
WORDS = 7  # so many on each side, no further than a comma or the sentence's end


def doubted(matches: list[Match], normal: str, learned: Learned, until: float = inf) -> list[Match]:
    """The matches of lists, where near-rules that learned evidence doubts only advise, and what blocks and it doubts only warns.

    A term that warns is never doubted: who wrote it into a list meant it. What is not added up by the moment `until`
    (`time.monotonic`) is not doubted.
    """
    blocking = [place for place, match in enumerate(matches) if match.severity is capped(match.term) is Severity.BLOCK]
    by_chance = [place for place, match in enumerate(matches) if _may_be_chance(match, learned)]
    if not learned.content or not (blocking or by_chance):
        return matches
    found = list(matches)
    with suppress(TimeoutError):
        sums = _Sums(normal, learned, until)
        for place in blocking:
            if sums.speak_of(matches[place]):
                found[place] = matches[place]._replace(severity=Severity.WARN)
        for place in by_chance:
            if sums.speak_against(matches[place]):
                found[place] = matches[place]._replace(severity=Severity.ADVISE, eased="doubted")
    return found


class _Sums:
    """What the tables sum up to around matches of one normal form. TimeoutError after the moment `until`."""

    def __init__(self, normal: str, learned: Learned, until: float) -> None:
        self._learned, self._until = learned, until
        # an address or a hashtag beside a word says nothing of it
        self._text = unlinked(normal, learned.frames(normal))
        self._parts = [(stretch, learned.said(stretch)) for stretch in learned.stretched(normal, until)]
        self._inside = sentences(normal)

    def speak_of(self, match: Match) -> bool:
        """Whether the text around what would block reads as an office's that reports, forbids or explains it."""
        content, tokens = self._learned.content, _sentence(self._text, self._inside, match)
        stretch = self._most(_within(self._parts, match), content)
        if match.is_spoken_of:
            return stretch < SPOKEN
        return len(tokens) >= FEWEST and stretch < HOLDS and self._most([self._of(tokens)], content) < ENOUGH

    def speak_against(self, match: Match) -> bool:
        """Whether what a near-rule brings together stands there by chance."""
        own = self._learned.places_of(match.word_list.clause)
        return (
            self._most(_within(self._parts, match), own) < AGAINST
            and self._most([self._of(_beside(self._text, self._inside, match))], own) < BESIDE
            and self._most([self._of(_sentence(self._text, self._inside, match))], own) < ENOUGH
        )

    def _of(self, tokens: list[str]) -> Sequence[float]:
        return self._learned.sums_of(tokens, self._until)

    @staticmethod
    def _most(parts: Iterable[Sequence[float]], tables: Iterable[int]) -> float:
        """The highest sum that one of these tables has in one of these parts."""
        return max((sums[table] for sums in parts for table in tables), default=-inf)


def _may_be_chance(match: Match, learned: Learned) -> bool:
    """A near-rule's that warns for good: one that will block, on trial still, is shown as it is."""
    warns = match.severity is match.term.severity is Severity.WARN
    return warns and bool(match.term.near) and not match.is_sure and bool(learned.places_of(match.word_list.clause))


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
