"""What silences a finding of learned evidence whose sum is enough: a plain word alone, a phrase beside, a quotation, few words."""

from __future__ import annotations

from collections.abc import Sequence

from server.text.sentences import sentences
from server.wordlists.learned.lookups import Forgives, Lookups
from server.wordlists.learned.parts import FULL_WORDS
from server.wordlists.learned.speakers import Reached
from server.wordlists.learned.stretches import Stretch
from server.wordlists.learned.weighed import Weighed, heaviest
from server.wordlists.learned.weights import Weights
from server.wordlists.reading.fields import ENOUGH

FEWEST = 9  # words of a stretch that may lean: a few words lean to many sides
MANY_ENGLISH = 15  # distinct words that make as much as FULL_WORDS of Bangla: endings stand apart in it
FEWEST_CUED = 7  # and of one in which a cue may help
BESIDE_PLAIN = 0.05  # what others have to add beside a plain word
# Why a table whose sum is enough tells nothing:
UNLESS = "unless"  # a phrase of its `unless` stands there
CONDEMNED = "condemned"  # its words are quoted to be condemned
PLAIN_ALONE = "plain"  # a plain word is all there is
KINDS_ALONE = "kinds"  # only names, groups and senses add to the sum, or hardly more than names and little words
RIVAL = "rival"  # a rival sums higher
TOLD = "told"  # the same was told already
LISTED = "listed"  # a list warns of its clause there
OTHER_LETTER = "letter"  # another letter is told, so more is asked
SHORT = "short"  # the sum is low and the words are few, or none of its cues stands there
PROPER = "proper"  # all around the sentence plainly speaks for an office


class Silences:
    """What each table, by its place, does not tell."""

    def __init__(self, weights: Weights, lookups: Lookups) -> None:
        self._weights = weights
        self._tables = weights.tables
        self._lookups = lookups

    def underlined(self, place: int, weighed: Sequence[Weighed]) -> list[Weighed] | None:
        """What is told of a stretch, the heaviest first. A plain word never by itself; None where it is all there is."""
        heavy = heaviest(weighed)
        if len(heavy) != 1 or len(heavy[0].words) > 1 or not self._is_plain_enough(place, heavy[0].words[0].text):
            return self._without_little(heavy, weighed)
        others = sorted(
            (part for part in weighed if part.weight > 0 and part is not heavy[0]), key=lambda part: -part.weight
        )
        return [*heavy, others[0]] if sum(part.weight for part in others) >= BESIDE_PLAIN else None

    def _without_little(self, heavy: list[Weighed], weighed: Sequence[Weighed]) -> list[Weighed]:
        """The same without little words, which break no clause; where they are all, the heaviest of the others that add."""
        said = list(filter(None, map(self._larger, heavy)))
        if said or not heavy:
            return said
        others = [larger for part in weighed if part.row and part.weight > 0 and (larger := self._larger(part))]
        return [max(others, key=lambda part: part.weight)] if others else heavy

    def _larger(self, part: Weighed) -> Weighed | None:
        """The same with its little word left out; None where it has no other."""
        larger = tuple(word for word in part.words if word.text not in self._lookups.little)
        return part._replace(words=larger) if larger else None

    def _is_plain_enough(self, place: int, word: str) -> bool:
        """Whether a plain word would be a finding of the table by itself."""
        return word in self._lookups.plain and self._weights.alone(word)[place] >= ENOUGH

    def say_something(self, place: int, weighed: Sequence[Weighed]) -> bool:
        """Whether words make the sum of a table: not kinds and groups alone, and others than names and little words enough of it."""
        if not any(part.is_said for part in weighed):
            return False
        others = (part.weight for part in weighed if not part.is_name and part.weight > 0 and self._larger(part))
        return sum(others) >= self._tables[place].other_words

    def silenced(self, place: int, stretch: Stretch, underlined: Sequence[Weighed]) -> str:
        """Why a table has nothing to tell of these words: CONDEMNED or UNLESS; "" where it has."""
        if self._are_condemned(place, stretch, underlined):
            return CONDEMNED
        return UNLESS if self._unless_stands(place, stretch, underlined) else ""

    def _are_condemned(self, place: int, stretch: Stretch, underlined: Sequence[Weighed]) -> bool:
        """Whether the words, names aside, are quoted to be condemned: for clause 9 alone."""
        if not self._weights.content[place]:
            return False
        spans = [(word.start, word.end) for part in underlined if not part.is_name for word in part.words]
        return bool(spans) and self._forgiving(self._tables[place].clause, stretch)(spans)

    def _forgiving(self, clause: str, stretch: Stretch) -> Forgives:
        """What forgives a clause in the text of a stretch: its marks and sentences are looked for once."""
        if clause not in stretch.forgives:
            stretch.forgives[clause] = self._lookups.forgives(clause, stretch.normal)
        return stretch.forgives[clause]

    def _unless_stands(self, place: int, stretch: Stretch, underlined: Sequence[Weighed]) -> bool:
        """Whether a phrase with which the table has nothing to tell stands in the sentences of the words."""
        unless, starts = self._tables[place].unless, [word.start for part in underlined for word in part.words]
        if not unless or not starts:
            return False
        normal = stretch.normal[stretch.start : stretch.end]
        first, last = min(starts) - stretch.start, max(starts) - stretch.start
        inside = [span for span in sentences(normal) if span[1] > first and span[0] <= last]
        return self._lookups.stands(normal[inside[0][0] : inside[-1][1]], unless)

    def is_short(self, one: Reached, stretch: Stretch) -> bool:
        """Of a table whose sum is under 1: whether nothing makes up for that.

        What does: words enough, for one that leans; a phrase of its cues; a rival that leans the same way, in many words.
        """
        if one.leans:
            return len(stretch.tokens()) < FEWEST
        if one.is_joined and _has_many_words(stretch):
            return False
        if one.is_cued:
            normal = stretch.normal[stretch.start : stretch.end]
            return len(stretch.tokens()) < FEWEST_CUED or not self._lookups.stands(normal, self._tables[one.place].cues)
        return one.is_joined


def _has_many_words(stretch: Stretch) -> bool:
    """Whether a stretch has so many distinct words that two tables seldom lean to it by chance."""
    return len(set(stretch.tokens())) >= (MANY_ENGLISH if stretch.is_english() else FULL_WORDS)
