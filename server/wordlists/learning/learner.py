"""Learns the weights of learned/*.tsv: `flask wordlists learn`. Development only: needs scikit-learn.

Logistic regression, scaled by naive Bayes, for some clauses averaged with a plain one; one table a clause, of entries
that a lasso chose; thresholds by cross-validation. A table's weights are scaled so that 1 is
the threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression

from server.wordlists.learned.names import Names
from server.wordlists.learned.parts import BASE, BEYOND, ENGLISH, LATIN, NAME
from server.wordlists.learning.limits import Cut, each, shared, together
from server.wordlists.learning.matrix import Matrix, Reader
from server.wordlists.learning.plans import COMMENTS, COUNTS, IN_COMMON, LETTERS, POSTS, SHARED, Model, Plan
from server.wordlists.learning.rows import (
    ELSEWHERE,
    G1,
    G2,
    OFFICE,
    TALK,
    Array,
    Example,
    Truth,
    begun,
    in_banglish,
    taught_elsewhere,
    taught_examples,
)
from server.wordlists.learning.spoiled import plain_words, spoiled
from server.wordlists.reading.table import HEAVIEST, Row
from server.wordlists.ruleset import Ruleset

FOLDS = 5
AGAIN = {"banglish": 3.0, "begun": 10.0}  # a text shown once more weighs so many times less there
KIND_AT_MOST = 0.8  # a kind of name is no finding alone
LEAST = 0.03  # a weight under this is left out
ROOM = 0.3  # the least distance from nothing said to the threshold; where there is less, the `*` entry makes it


@dataclass(frozen=True, slots=True)
class Course:
    """Tables that are learned together. `plans`: by the label that a table's texts bear."""

    plans: Mapping[str, Plan]
    # from what each text scores
    thresholds: Callable[[Truth, Mapping[str, Array], Mapping[str, Plan]], Mapping[str, Cut]]
    fewest: int  # texts in which an entry must have been seen
    left_out: frozenset[str] = frozenset()  # kinds of labelled texts from which nothing is learned
    elsewhere: frozenset[str] = frozenset()  # tables of other courses, to which what they are taught is left
    shared: Plan | None = None  # of the table whose rows count in all others

    def texts(self, labelled: Iterable[Example], folders: Sequence[Path]) -> list[Example]:
        """What these tables are learned from, beside harmless sentences: labelled texts, and our own of taught/."""
        return [
            *(example for example in labelled if example.kind not in self.left_out),
            *taught_examples(folders, self.plans),
            *taught_elsewhere(folders, sorted(self.elsewhere)),
        ]


# Private messages and advertisements stand unlabelled among the harmless texts.
_UNSURE = ("personal", "sms", "promo", "greeting", "political-news", "political-post")
FROM_COMMENTS = Course(COMMENTS, together, 5)
FROM_LETTERS = Course(LETTERS, shared, 2, frozenset(_UNSURE), frozenset(POSTS), IN_COMMON)
FROM_POSTS = Course(POSTS, each, 2, frozenset((*TALK, *_UNSURE)))
COURSES = {"comments": FROM_COMMENTS, "letters": FROM_LETTERS, "posts": FROM_POSTS}


@dataclass(frozen=True, slots=True)
class Fitted:
    """`chosen`: the columns that have a row; `weights`: theirs; `base`: what every stretch begins with."""

    chosen: Array
    weights: Array
    base: float

    def scores(self, counts: Any) -> Array:
        """What rows of the matrix sum up to."""
        return counts[:, self.chosen] @ self.weights + self.base

    def beside(self, shared: Fitted) -> Fitted:
        """Both as one, the shared one counting as much as `COUNTS` says."""
        chosen = np.union1d(self.chosen, shared.chosen)
        weights = np.zeros(len(chosen))
        weights[np.searchsorted(chosen, self.chosen)] += self.weights
        weights[np.searchsorted(chosen, shared.chosen)] += COUNTS * shared.weights
        return Fitted(chosen, weights, self.base + COUNTS * shared.base)


class Learner:
    """Learns from examples. `ruleset`: the lists by hand, without learned evidence."""

    def __init__(
        self,
        examples: Sequence[Example],
        ruleset: Ruleset,
        names: Names,
        course: Course = FROM_COMMENTS,
        seed: int = 7,
    ) -> None:
        self._course = course
        self._plans = {**course.plans, SHARED: course.shared} if course.shared else course.plans
        spoken = [*in_banglish(examples), *begun(examples)]
        alike = np.unique([example.text for example in examples], return_inverse=True)[1]
        self._written = np.array([*range(len(examples)), *(number for number, _ in spoken)])  # as which each was given
        self._examples = [*examples, *(example for _, example in spoken)]
        self.truth = Truth(self._examples, ruleset, course.plans)
        self._names, self._ruleset = names, ruleset
        self._plain = plain_words(self._examples, ruleset.belongs)
        texts = [example.text for example in self._examples]
        self._matrix = Matrix(
            texts, Reader(texts, names, ruleset.kinds_of, ruleset.senses.names, ruleset.frames), course.fewest
        )
        folds = np.random.default_rng(seed).integers(0, FOLDS, len(texts))
        self._folds = folds[alike[self._written]]  # one text, however written, is in one fold
        self._stress = np.ones(len(texts))

    def without(self, left_out: Array) -> Learner:
        """One that sees none of these examples, however written; what is counted in the others stays as it is.

        `left_out`: which of the examples that this one was made with.
        """
        inside = ~left_out[self._written]
        other = copy(self)
        other._examples = [example for example, here in zip(self._examples, inside, strict=True) if here]
        other._written = np.cumsum(~left_out)[self._written[inside]] - 1
        other.truth = self.truth.only(inside)
        other._plain = plain_words(other._examples, self._ruleset.belongs)
        other._matrix = self._matrix.only(inside)
        other._folds, other._stress = self._folds[inside], self._stress[inside]
        return other

    def stress(self, numbers: Sequence[int], times: float) -> None:
        """Makes these examples weigh more."""
        self._stress[numbers] *= times

    def learn(self) -> dict[str, list[Row]]:
        """The rows of each clause's table, and of the one whose rows count in all of them."""
        clauses = [c for c in self._course.plans if self.truth.target(c).sum() >= FOLDS * 10]
        if not clauses:
            return {}
        own = self._fits([*clauses, SHARED] if self._course.shared else clauses)
        common = own.pop(SHARED, None)
        sums = {c: list(map(Fitted.beside, own[c], common)) for c in own} if common else own
        scores = {c: self._by_text(inner, self._plans[c].slope) for c, (_, *inner) in sums.items()}
        cuts = self._course.thresholds(self.truth, scores, self._course.plans)
        rooms = {c: (cuts[c].bangla - fits[0].base) / self._plans[c].lower for c, fits in sums.items()}
        scales = {c: max(room, ROOM) for c, room in rooms.items()}
        if common:  # what counts in all tables is scaled in one way
            scales = dict.fromkeys(scales, float(np.median(list(scales.values()))))
        rows = {
            c: [*self._weights(c, own[c][0], scales[c]), *self._unsaid(c, cuts[c], rooms[c], scales[c])] for c in own
        }
        if common:
            rows[SHARED] = self._weights(SHARED, common[0], scales[clauses[0]] / COUNTS)
        return rows

    def spoiled(self, rows: Mapping[str, Sequence[Row]]) -> frozenset[str]:
        """The plain words that these rows would find by themselves."""
        return spoiled(rows, self._plain, self._names, self._ruleset.kinds_of) if rows else frozenset()

    def _fits(self, clauses: Sequence[str]) -> dict[str, list[Fitted]]:
        """By clause: what is learned from all texts, then from those outside each fold."""
        folds = self._folds[self._matrix.owners]
        everything: Array = np.ones(len(folds), bool)
        parts = [everything, *(folds != fold for fold in range(FOLDS))]
        jobs = [(clause, part) for clause in clauses for part in parts]
        fitted = Parallel(n_jobs=-1, max_nbytes=None)(
            delayed(_fit)(*self._material(*job), self._course.fewest) for job in jobs
        )
        return {clause: list(fitted[n * len(parts) : (n + 1) * len(parts)]) for n, clause in enumerate(clauses)}

    def _by_text(self, fitted: Sequence[Fitted], slope: float) -> Array:
        """What each text scores by the fit that has not seen it: the most of its stretches."""
        scores = np.full(len(self._stress), -np.inf)
        folds = self._folds[self._matrix.owners]
        for fold, own in enumerate(fitted):
            held = np.flatnonzero((folds == fold) & self._matrix.asked)
            found = own.scores(self._matrix.counts[held]) - slope * self._matrix.beyond[held]
            np.maximum.at(scores, self._matrix.owners[held], found)
        return scores

    def _material(self, clause: str, inside: Array) -> tuple[Any, Array, Array, Plan, Array]:
        """What a clause's regression learns from: counts, target, how much each row weighs, its plan, columns to choose from."""
        owners = self._matrix.owners
        usable = inside & self._matrix.taught & self.truth.usable(clause)[owners]
        weights = self._sample(self._plans[clause]) * self._stress
        return (
            self._matrix.counts[usable],
            self.truth.target(clause)[owners][usable],
            weights[owners][usable],
            self._plans[clause],
            self._matrix.offered(self._plans[clause].senses),
        )

    def _sample(self, plan: Plan) -> Array:
        """How much each text weighs."""
        kinds = self.truth.kinds
        weights = np.where(self.truth.official, plan.weighs["other"], 1.0)
        for name in ("comment", ELSEWHERE):
            weights[kinds == name] = plan.weighs.get(name, 1.0)
        for name, inside in (("G1", G1), ("G2", G2), ("office", OFFICE), ("harmless", {"harmless"})):
            weights[self.truth.official & np.isin(kinds, list(inside))] = plan.weighs[name]
        weights[self.truth.official & self.truth.everyday] *= plan.everyday
        most = np.minimum(weights[self._written], plan.weighs["G1"])  # a text shown once more, no more than itself
        for kind, less in AGAIN.items():
            weights[kinds == kind] = most[kinds == kind] / less
        weights[self.truth.official & self.truth.latin & ~np.isin(kinds, list(AGAIN))] *= plan.latin
        return weights

    def _weights(self, clause: str, fitted: Fitted, scale: float) -> list[Row]:
        """A row for each entry that was chosen, scaled so that 1 is the threshold."""
        hits, misses = (self._matrix.counts[inside][:, fitted.chosen].getnnz(axis=0) for inside in self._sides(clause))
        return [
            Row(entry, float(f"{_bounded(entry, weight / scale):.3g}"), int(hit), int(miss))
            for entry, weight, hit, miss in zip(
                (self._matrix.entries[column] for column in fitted.chosen), fitted.weights, hits, misses, strict=True
            )
            if abs(weight / scale) >= LEAST
        ]

    def _unsaid(self, clause: str, cut: Cut, room: float, scale: float) -> Iterator[Row]:
        """What a stretch adds whatever its words. `room`: from one that says nothing to the threshold."""
        for entry, adds, seen in (
            (BASE, 1 - room / scale, self._matrix.taught),
            (LATIN, (cut.bangla - cut.latin) / scale, self._matrix.latin),
            (ENGLISH, (cut.latin - cut.english) / scale, self._matrix.english),
            (BEYOND, -self._plans[clause].slope / scale, self._matrix.beyond),
        ):
            if abs(adds) >= LEAST / 10:
                inside, outside = (int(seen[side].astype(bool).sum()) for side in self._sides(clause))
                yield Row(entry, float(f"{adds:.3g}"), inside, outside)

    def _sides(self, clause: str) -> tuple[Array, Array]:
        """The rows of the matrix that are texts of the clause, and those that are others."""
        owners = self._matrix.owners
        usable = self._matrix.taught & self.truth.usable(clause)[owners]
        target = self.truth.target(clause)[owners]
        return usable & target, usable & ~target


def _fit(counts: Any, target: Array, sample: Array, plan: Plan, offered: Array, fewest: int) -> Fitted:
    """The entries that matter most, and their weights where there are no others."""
    columns = offered[worth_a_row(counts[:, offered], target, sample, plan, fewest)]
    weights, base = _fitted(counts[:, columns], target, sample, plan.models)
    return Fitted(columns, weights, base)


def worth_a_row(counts: Any, target: Array, sample: Array, plan: Plan, fewest: int) -> Array:
    """The columns worth a row. A lasso keeps one of the entries that say the same: a word, its stem, its sound."""
    seen = counts.getnnz(axis=0)
    often = np.flatnonzero(seen >= fewest)
    ratio = _log_ratio(counts, target)[often] if plan.choice.by_bayes else np.ones(len(often))
    lasso = LogisticRegression(
        C=plan.choice.strength,
        l1_ratio=1,
        solver="liblinear",
        tol=1e-2,
        max_iter=60,
        intercept_scaling=5,
        random_state=0,
    )
    lasso.fit(counts[:, often].multiply(ratio).tocsr(), target, sample_weight=sample)
    matters = np.abs(lasso.coef_[0] * ratio) * np.sqrt(seen[often])
    best = np.argsort(-matters, kind="stable")[: min(plan.entries, int((matters > 0).sum()))]
    return np.sort(often[best])


def _fitted(counts: Any, target: Array, sample: Array, models: Sequence[Model]) -> tuple[Array, float]:
    """Weights for counts of entries, and the base: the models' average, which is linear too."""
    weights, base = np.zeros(counts.shape[1]), 0.0
    for model in models:
        ratio = _log_ratio(counts, target) if model.by_bayes else np.ones(counts.shape[1])
        regression = LogisticRegression(
            C=model.strength, solver="liblinear", tol=1e-3, max_iter=200, intercept_scaling=5, random_state=0
        )
        regression.fit(counts.multiply(ratio).tocsr(), target, sample_weight=sample)
        weights += model.share * regression.coef_[0] * ratio
        base += model.share * float(regression.intercept_[0])
    return weights, base


def _log_ratio(counts: Any, target: Array) -> Array:
    """How much likelier each entry is in flagged texts than in others, as a logarithm: naive Bayes."""
    inside = np.asarray(counts[target].sum(axis=0)).ravel() + 1
    outside = np.asarray(counts[~target].sum(axis=0)).ravel() + 1
    return np.asarray(np.log((inside / inside.sum()) / (outside / outside.sum())))


def _bounded(entry: str, weight: float) -> float:
    highest = KIND_AT_MOST if entry.startswith(NAME) and " " not in entry else HEAVIEST
    return min(max(weight, -HEAVIEST), highest)


def kept(old: Mapping[str, Row], new: Sequence[Row]) -> list[Row]:
    """The new rows, with what a maintainer struck or pinned in the old ones left as it was."""
    fixed = {entry: row for entry, row in old.items() if row.state}
    return [*fixed.values(), *(row for row in new if row.entry not in fixed)]
