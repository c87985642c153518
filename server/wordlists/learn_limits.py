"""Thresholds of all tables together, so that lists and tables together stay within the limits. Development only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from server.wordlists.learn_plans import Plan
from server.wordlists.learn_rows import Array, Truth

# Shares of false alarms, of lists and all tables together, by inner folds; on texts not seen "office" comes out higher.
LIMITS = {"G1": 0.0034, "G2": 0.0118, "office": 0.0044}
WORTH_OF_ALL, ENOUGH_OF_ALL = 4.0, 0.80  # F1 over all texts beside one clause's; up to here
TRIES, STEPS, CHOICES = 4, 30_000, 400
HOT, COLD = 0.02, 0.0002  # how much worse a step may be, at the beginning and at the end


class Cut(NamedTuple):
    """The scores from which a text is flagged: one mostly in Bangla letters, one in Latin letters."""

    bangla: float
    latin: float


Place = tuple[str, bool]  # a table's threshold: its clause, whether for texts in Latin letters


class Thresholds:
    """Looks for the thresholds with the best F1, over all and by clause, among those that keep the limits.

    No table can be set by itself: what false alarms one takes, another cannot. Simulated annealing over each table's two
    thresholds, always from the same seed. `scores`: of every text, by a table that has not seen it.
    """

    def __init__(self, truth: Truth, scores: Mapping[str, Array], seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        limited = np.logical_or.reduce(list(truth.limited.values()))
        kept = np.flatnonzero(truth.talk | limited)
        self._talk = truth.talk[kept]
        self._target = truth.flagged[kept][self._talk]
        self._listed = truth.any_listed[kept]
        self._limited = {name: np.flatnonzero(inside[kept]) for name, inside in truth.limited.items()}
        self._most = {
            name: max(LIMITS[name] * len(inside), int(self._listed[inside].sum()))
            for name, inside in self._limited.items()
        }
        self._choices: dict[str, Array] = {
            c: np.append(np.quantile(own, np.linspace(0.3, 0.9999, CHOICES)), own.max() + 1)
            for c, own in scores.items()
        }
        self._flags: dict[Place, list[Array]] = {}
        self._said: dict[
            Place, list[tuple[int, int]]
        ] = {}  # how many of the clause's texts are flagged, how many of all
        self._true = {c: int((truth.labels[c] & truth.counts[c]).sum()) for c in scores}
        for clause, own in scores.items():
            for latin in (False, True):
                inside = truth.latin == latin
                choices = self._choices[clause]
                self._flags[clause, latin] = [((own >= choice) & inside)[kept] for choice in choices]
                inside = inside & truth.counts[clause]
                score, listed, label = own[inside], truth.listed[clause][inside], truth.labels[clause][inside]
                flags = ((score >= choice) | listed for choice in choices)
                self._said[clause, latin] = [(int((flag & label).sum()), int(flag.sum())) for flag in flags]

    def found(self) -> dict[str, Cut]:
        """By clause, the scores from which a text is flagged."""
        best = max((self._cooled() for _ in range(TRIES)), key=self._worth)
        cut = {place: float(self._choices[place[0]][step]) for place, step in best.items()}
        return {clause: Cut(cut[clause, False], cut[clause, True]) for clause in self._choices}

    def _cooled(self) -> dict[Place, int]:
        places = list(self._flags)
        here = dict.fromkeys(places, CHOICES)
        value = best_value = self._worth(here)
        best = dict(here)
        for step in range(STEPS):
            heat = HOT * (COLD / HOT) ** (step / STEPS)
            there = dict(here)
            for number in self._random.choice(len(places), self._random.integers(1, 3)):
                moved = there[places[number]] + round(self._random.normal(0, 3 + 60 * heat / HOT))
                there[places[number]] = min(max(moved, 0), CHOICES)
            worth = self._worth(there)
            if worth > value or self._random.random() < np.exp((worth - value) / heat):
                here, value = there, worth
                if value > best_value:
                    best, best_value = here, value
        return best

    def _worth(self, places: Mapping[Place, int]) -> float:
        flags = np.logical_or.reduce([self._listed, *(self._flags[place][step] for place, step in places.items())])
        for name, inside in self._limited.items():
            if flags[inside].sum() > self._most[name]:
                return -1e9
        over_all = f1(self._target, flags[self._talk])
        by_clause = sum(self._value(clause, places) for clause in self._choices)
        return WORTH_OF_ALL * min(over_all, ENOUGH_OF_ALL) + by_clause

    def _value(self, clause: str, places: Mapping[Place, int]) -> float:
        """F1 of one clause."""
        parts = (self._said[clause, latin][places[clause, latin]] for latin in (False, True))
        both, said = map(sum, zip(*parts, strict=True))
        return 2 * both / (self._true[clause] + said) if both else 0.0


def together(truth: Truth, scores: Mapping[str, Array], _: Mapping[str, Plan]) -> dict[str, Cut]:
    """By clause, where a text is flagged, within the limits of all tables together."""
    return Thresholds(truth, scores).found()


def each(truth: Truth, scores: Mapping[str, Array], plans: Mapping[str, Plan]) -> dict[str, Cut]:
    """By table, where a text is flagged: as low as its own limits allow."""
    harmless, comments = truth.official & (truth.kinds == "harmless"), truth.talk & ~truth.flagged
    found: dict[str, Cut] = {}
    for name, own in scores.items():
        plan = plans[name]
        others = truth.talk & truth.flagged & truth.counts[name] & ~truth.labels[name]
        sides = (
            (truth.official & ~harmless, plan.official),
            (harmless, plan.harmless),
            (comments, plan.comments),
            (others, plan.others),
        )
        least = max((float(np.quantile(own[side], 1 - most)) for side, most in sides if side.any()), default=0.0)
        found[name] = Cut(least, least)
    return found


def f1(target: Array, flags: Array) -> float:
    """The harmonic mean of precision and recall."""
    both = int((target & flags).sum())
    return 2 * both / (int(target.sum()) + int(flags.sum())) if both else 0.0
