"""Evidence: terms with a weight under 1 that add up within a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from server.wordlists.reading.fields import ENOUGH

ROUNDING = 1e-9  # .3 + .3 + .4 is enough, whatever binary fractions say


def adds_up(weights: Iterable[float]) -> bool:
    """Whether the weights of one sentence, for one clause, are a finding."""
    return sum(weights) >= ENOUGH - ROUNDING
