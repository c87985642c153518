"""Thresholds of all tables together, so that lists and tables together stay within the limits. Development only."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from server.wordlists.learn_rows import Array, Truth

# Shares of false alarms, of lists and all tables together, by inner folds; on texts not seen "office" comes out higher.
LIMITS = {"G1": 0.0042, "G2": 0.0122, "office": 0.0040}
WORTH_OF_ALL, ENOUGH_OF_ALL = 4.0, 0.80  # F1 over all texts beside one clause's; up to here
TRIES, STEPS, CHOICES = 4, 30_000, 400
HOT, COLD = 0.02, 0.0002  # how much worse a step may be, at the beginning and at the end


class Thresholds:
    """Looks for the thresholds with the best F1, over all and by clause, among those that keep the limits.

    No table can be set by itself: what false alarms one takes, another cannot. Simulated annealing over each table's
    threshold, always from the same seed. `scores`: of every text, by a table that has not seen it.
    """

    def __init__(self, truth: Truth, scores: Mapping[str, Array], seed: int = 0) -> None:
        self._truth = truth
        self._scores = scores
        self._random = np.random.default_rng(seed)
        limited = np.logical_or.reduce(list(truth.limited.values()))
        self._kept = np.flatnonzero(truth.talk | limited)
        self._talk = truth.talk[self._kept]
        self._target = truth.flagged[self._kept][self._talk]
        self._listed = truth.any_listed[self._kept]
        self._limited = {name: np.flatnonzero(inside[self._kept]) for name, inside in truth.limited.items()}
        self._most = {
            name: max(LIMITS[name] * len(inside), int(self._listed[inside].sum()))
            for name, inside in self._limited.items()
        }
        self._choices: dict[str, Array] = {
            c: np.append(np.quantile(own, np.linspace(0.3, 0.9999, CHOICES)), own.max() + 1)
            for c, own in scores.items()
        }
        self._flags = {c: [scores[c][self._kept] >= choice for choice in own] for c, own in self._choices.items()}
        self._values = {c: [self._value(c, choice) for choice in own] for c, own in self._choices.items()}

    def _value(self, clause: str, choice: float) -> float:
        counted = self._truth.counts[clause]
        flags = (self._scores[clause] >= choice) | self._truth.listed[clause]
        return f1(self._truth.labels[clause][counted], flags[counted])

    def found(self) -> dict[str, float]:
        """By clause, the score from which a text is flagged."""
        best = max((self._cooled() for _ in range(TRIES)), key=self._worth)
        return {clause: float(self._choices[clause][place]) for clause, place in best.items()}

    def _cooled(self) -> dict[str, int]:
        clauses = list(self._scores)
        here = dict.fromkeys(clauses, CHOICES)
        value = best_value = self._worth(here)
        best = dict(here)
        for step in range(STEPS):
            heat = HOT * (COLD / HOT) ** (step / STEPS)
            there = dict(here)
            for clause in self._random.choice(clauses, self._random.integers(1, 3)):
                moved = there[clause] + round(self._random.normal(0, 3 + 60 * heat / HOT))
                there[clause] = min(max(moved, 0), CHOICES)
            worth = self._worth(there)
            if worth > value or self._random.random() < np.exp((worth - value) / heat):
                here, value = there, worth
                if value > best_value:
                    best, best_value = here, value
        return best

    def _worth(self, places: Mapping[str, int]) -> float:
        flags = np.logical_or.reduce([self._listed, *(self._flags[c][place] for c, place in places.items())])
        for name, inside in self._limited.items():
            if flags[inside].sum() > self._most[name]:
                return -1e9
        over_all = f1(self._target, flags[self._talk])
        by_clause = sum(self._values[c][place] for c, place in places.items())
        return WORTH_OF_ALL * min(over_all, ENOUGH_OF_ALL) + by_clause


def f1(target: Array, flags: Array) -> float:
    """The harmonic mean of precision and recall."""
    both = int((target & flags).sum())
    return 2 * both / (int(target.sum()) + int(flags.sum())) if both else 0.0
