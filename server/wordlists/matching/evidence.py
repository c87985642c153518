"""Evidence: terms with a weight under 1 that add up within a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from server.wordlists.matching.overlap import Taken
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.schema import Term

if TYPE_CHECKING:
    from server.wordlists.matching.look import Match

ROUNDING = 1e-9  # .3 + .3 + .4 is enough, whatever binary fractions say


def adds_up(weights: Iterable[float]) -> bool:
    """Whether the weights of one sentence, for one clause, are a finding."""
    return sum(weights) >= ENOUGH - ROUNDING


def each_word_once(matches: Mapping[Term, Sequence[Match]]) -> list[Match]:
    """One match of each term, the heaviest first; of terms that sit on the same word (দালাল, দালালি) only the heaviest.

    Of equals the one that stands in fewer places chooses first.
    """
    taken, found = Taken(), []
    for term in sorted(matches, key=lambda term: (-term.weight, len(matches[term]))):
        free = next((match for match in matches[term] if not taken.touches_any(match.spans)), None)
        if free:
            taken.take(free.spans)
            found.append(free)
    return found
