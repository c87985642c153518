"""Learns the weights of learned/*.tsv: `flask wordlists learn`. Development only: needs scikit-learn.

Naive-Bayes-scaled logistic regression, one table a clause, pruned to the heaviest entries and fitted again; thresholds
by cross-validation, so that what the lists by hand find and what is learned stay within the limits of false alarms
together. A table's weights are scaled so that 1 is the threshold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from server.wordlists.learn_matrix import FEWEST, Matrix, Reader
from server.wordlists.learn_rows import ANY, Array, Example, Truth, in_banglish
from server.wordlists.names import Names
from server.wordlists.parts import BASE
from server.wordlists.ruleset import Ruleset
from server.wordlists.table import HEAVIEST, Row


@dataclass(frozen=True, slots=True)
class Plan:
    """How one clause is learned."""

    entries: int  # kept at most
    strength: float  # C of the regression
    share: float = 1.0  # of the false alarms allowed, up to which this table may fill them


# The order is that in which thresholds are set: what false alarms one table takes, the next cannot.
PLANS = {
    "nga": Plan(14_000, 0.05, 0.75),
    "kha": Plan(2_500, 0.1),
    "cha": Plan(2_500, 0.1),
    "chha": Plan(2_500, 0.1),
    "ga": Plan(3_000, 0.3),
}
LIMITS = {"G1": 0.0028, "G2": 0.0098, "office": 0.005}  # shares of false alarms, lists and all tables together
OFFICIAL = 4.0  # how much an official text weighs beside a comment
HARMLESS = 3.0  # how much a harmless sentence weighs beside an official text, and that one beside its Banglish
FOLDS = 3
NAME_AT_MOST = 0.3  # a kind of name alone, or two of them, make no finding
LEAST = 0.002  # a weight under this is left out
ROOM = 0.3  # the least distance from nothing said to the threshold; where there is less, the `*` entry makes it


class Learner:
    """Learns from examples. `ruleset`: the lists by hand, without learned evidence."""

    def __init__(self, examples: Sequence[Example], ruleset: Ruleset, names: Names, seed: int = 7) -> None:
        examples = [*examples, *in_banglish(examples)]
        self.truth = Truth(examples, ruleset, PLANS)
        texts = [example.text for example in examples]
        self._matrix = Matrix(texts, Reader(texts, names))
        self._folds = np.random.default_rng(seed).integers(0, FOLDS, len(examples))
        self._weights = np.where(self.truth.official, OFFICIAL, 1.0)
        self._weights[self.truth.kinds == "harmless"] *= HARMLESS
        self._weights[self.truth.kinds == "banglish"] /= HARMLESS

    def stress(self, numbers: Sequence[int], times: float) -> None:
        """Makes these examples weigh more."""
        self._weights[numbers] *= times

    def learn(self) -> dict[str, list[Row]]:
        """The rows of each clause's table."""
        taken = self.truth.any_listed.copy()
        tables = {}
        for clause, plan in PLANS.items():
            if self.truth.target(clause).sum() >= FOLDS * 10:
                tables[clause], flags = self._table(clause, plan, taken)
                taken |= flags
        return tables

    def _table(self, clause: str, plan: Plan, taken: Array) -> tuple[list[Row], Array]:
        """One table, and what it flags of the examples when it has not seen them."""
        scores = np.zeros(len(taken))
        for fold in range(FOLDS):
            held = self._folds == fold
            chosen, weights, base = self._fit(clause, plan, ~held)
            scores[held] = self._matrix.counts[held][:, chosen] @ weights + base
        threshold = self._threshold(clause, plan, scores, taken)
        chosen, weights, base = self._fit(clause, plan, np.ones(len(taken), bool))
        return self._rows(clause, chosen, weights, threshold - base), scores >= threshold

    def _fit(self, clause: str, plan: Plan, inside: Array) -> tuple[Array, Array, float]:
        """(the columns kept, their weights, what every text begins with)."""
        usable = inside & self.truth.usable(clause)
        target = self.truth.target(clause)[usable]
        counts, sample = self._matrix.counts[usable], self._weights[usable]
        weights, _ = _fitted(counts, target, sample, plan.strength)
        seen = np.asarray((counts > 0).sum(axis=0)).ravel()
        matters = np.abs(weights) * np.sqrt(seen) * (seen >= FEWEST)
        chosen = np.sort(np.argsort(-matters, kind="stable")[: min(plan.entries, int((matters > 0).sum()))])
        weights, base = _fitted(counts[:, chosen], target, sample, plan.strength)
        return chosen, weights, base

    def _threshold(self, clause: str, plan: Plan, scores: Array, taken: Array) -> float:
        """The score from which a text is flagged: the best F1 among those that keep the limits."""
        counted = self.truth.talk if clause == ANY else self.truth.counts[clause]
        target = self.truth.target(clause)[counted]
        listed = taken if clause == ANY else self.truth.listed[clause]
        best, threshold = -1.0, float(scores.max()) + 1
        for candidate in np.quantile(scores, np.linspace(0.3, 0.9999, 400)):
            flags = scores >= candidate
            value = f1(target, (flags | listed)[counted])
            if value > best and self._within(flags | taken, taken, plan.share):
                best, threshold = value, float(candidate)
        return threshold

    def _within(self, flags: Array, before: Array, share: float) -> bool:
        """Whether the false alarms keep the limits; where the lists alone break one, nothing may be added to it."""
        for name, limit in LIMITS.items():
            inside = self.truth.limited[name]
            if inside.any() and flags[inside].mean() > max(limit * share, before[inside].mean()):
                return False
        return True

    def _rows(self, clause: str, chosen: Array, weights: Array, room: float) -> list[Row]:
        """The table's rows, scaled so that 1 is the threshold. `room`: from a text that says nothing to the threshold."""
        scale = max(room, ROOM)
        usable = self.truth.usable(clause)
        target = self.truth.target(clause)
        present = self._matrix.counts[:, chosen] > 0
        hits = np.asarray(present[usable & target].sum(axis=0)).ravel()
        misses = np.asarray(present[usable & ~target].sum(axis=0)).ravel()
        rows = [
            Row(entry, float(f"{_bounded(entry, weight / scale):.3g}"), int(hit), int(miss))
            for entry, weight, hit, miss in zip(
                (self._matrix.entries[column] for column in chosen), weights, hits, misses, strict=True
            )
            if abs(weight / scale) >= LEAST
        ]
        if room < ROOM:
            rows.append(Row(BASE, round(1 - room / scale, 3), int(target.sum()), int((usable & ~target).sum())))
        return rows


def _bounded(entry: str, weight: float) -> float:
    highest = NAME_AT_MOST if entry.startswith("@") and " " not in entry else HEAVIEST
    return min(max(weight, -HEAVIEST), highest)


def _fitted(counts: Any, target: Array, sample: Array, strength: float) -> tuple[Array, float]:
    """Weights for counts of entries, and the base."""
    ratio = _log_ratio(counts, target)
    model = LogisticRegression(
        C=strength, solver="liblinear", tol=1e-3, max_iter=200, intercept_scaling=5, random_state=0
    )
    model.fit(counts.multiply(ratio).tocsr(), target, sample_weight=sample)
    return model.coef_[0] * ratio, float(model.intercept_[0])


def _log_ratio(counts: Any, target: Array) -> Array:
    """How much likelier each entry is in flagged texts than in others, as a logarithm: naive Bayes."""
    inside = np.asarray(counts[target].sum(axis=0)).ravel() + 1
    outside = np.asarray(counts[~target].sum(axis=0)).ravel() + 1
    return np.asarray(np.log((inside / inside.sum()) / (outside / outside.sum())))


def f1(target: Array, flags: Array) -> float:
    """The harmonic mean of precision and recall."""
    both = int((target & flags).sum())
    return 2 * both / (int(target.sum()) + int(flags.sum())) if both else 0.0


def kept(old: Mapping[str, Row], new: Sequence[Row]) -> list[Row]:
    """The new rows, with what a maintainer struck or pinned in the old ones left as it was."""
    fixed = {entry: row for entry, row in old.items() if row.state}
    return [*fixed.values(), *(row for row in new if row.entry not in fixed)]
