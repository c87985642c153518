"""Thresholds of all tables together, so that lists and tables together stay within the limits. Development only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from server.wordlists.learning.plans import Plan
from server.wordlists.learning.rows import OURS, Array, Truth
from server.wordlists.load import TAUGHT

# Shares of false alarms, of lists and all tables together, by inner folds; on texts not seen "office" comes out higher.
LIMITS = {"G1": 0.0022, "G2": 0.0118, "office": 0.0044, "everyday": 0.07}
WORTH_OF_ALL, ENOUGH_OF_ALL = 4.0, 0.80  # F1 over all texts beside one clause's; up to here
# Shares that taught tables may flag together, with no list beside them: what they add to the false alarms of the rest.
SHARED = {
    "G1": 0.0018,
    "G2": 0.002,
    "office": 0.0036,
    "harmless": 0.04,
    "comments": 0.07,
    "latin comments": 0.07,
    "everyday": 0.065,
}
IN_ENGLISH = {"G1": 0.006, "G2": 0.006, "comments": 0.25}  # likewise of English ones, few and mostly from abroad
SCRIPTS = range(3)  # Bangla, Banglish, English
FEWEST = 100  # texts in one script, of which a share can be told
TRIES, STEPS, CHOICES = 4, 30_000, 400
TAUGHT_STEPS, WITHIN = 6_000, (0.1, 0.95, 80)  # thresholds of a taught table: so many of its texts' scores, from, to
HOT, COLD = 0.02, 0.0002  # how much worse a step may be, at the beginning and at the end


class Cut(NamedTuple):
    """The scores from which a text is flagged: one mostly in Bangla letters, one in Banglish, one in English."""

    bangla: float
    latin: float
    english: float


Place = tuple[str, int]  # a table's threshold: its clause, for which texts of `Cut`
Steps = Mapping[Place, int]  # which of its choices each threshold is at


def cooled(most: Steps, worth: Callable[[Steps], float], steps: int, random: np.random.Generator) -> dict[Place, int]:
    """The steps of most worth that simulated annealing meets. `most`: the last step of each, from which it sets out."""
    places = list(most)
    here = dict(most)
    value = best_value = worth(here)
    best = dict(here)
    for step in range(steps):
        heat = HOT * (COLD / HOT) ** (step / steps)
        there = dict(here)
        for number in random.choice(len(places), random.integers(1, 3)):
            place = places[number]
            moved = there[place] + round(random.normal(0, (0.0075 + 0.15 * heat / HOT) * most[place]))
            there[place] = min(max(moved, 0), most[place])
        found = worth(there)
        if found > value or random.random() < np.exp((found - value) / heat):
            here, value = there, found
            if value > best_value:
                best, best_value = here, value
    return best


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
        labelled = ~np.isin(truth.kinds, list(OURS))
        self._true = {c: int((truth.labels[c] & truth.counts[c]).sum()) for c in scores}
        for clause, own in scores.items():
            for latin in (False, True):
                inside = truth.latin == latin
                choices = self._choices[clause]
                self._flags[clause, latin] = [((own >= choice) & inside)[kept] for choice in choices]
                inside = inside & truth.counts[clause] & labelled
                score, listed, label = own[inside], truth.listed[clause][inside], truth.labels[clause][inside]
                flags = ((score >= choice) | listed for choice in choices)
                self._said[clause, latin] = [(int((flag & label).sum()), int(flag.sum())) for flag in flags]

    def found(self) -> dict[str, Cut]:
        """By clause, the scores from which a text is flagged."""
        most = dict.fromkeys(self._flags, CHOICES)
        tried = (cooled(most, self._worth, STEPS, self._random) for _ in range(TRIES))
        steps = max(tried, key=self._worth)
        alike = {(c, script): steps[c, min(script, 1)] for c in self._choices for script in SCRIPTS}
        return _cuts({c: (own, own, own) for c, own in self._choices.items()}, alike)

    def _worth(self, places: Steps) -> float:
        flags = np.logical_or.reduce([self._listed, *(self._flags[place][step] for place, step in places.items())])
        for name, inside in self._limited.items():
            if flags[inside].sum() > self._most[name]:
                return -1e9
        over_all = f1(self._target, flags[self._talk])
        by_clause = sum(self._value(clause, places) for clause in self._choices)
        return WORTH_OF_ALL * min(over_all, ENOUGH_OF_ALL) + by_clause

    def _value(self, clause: str, places: Steps) -> float:
        """F1 of one clause."""
        parts = (self._said[clause, latin][places[clause, latin]] for latin in (False, True))
        both, said = map(sum, zip(*parts, strict=True))
        return 2 * both / (self._true[clause] + said) if both else 0.0


class TaughtThresholds:
    """Looks for the thresholds by which most taught texts are told, by whichever table, within limits that all share.

    Official texts are few beside what is flagged of comments, and English ones fewer: a limit of each table's own would
    be half a text. No table is given up for the others' sake: the root of what each tells of its own counts as well.
    `scores`: of every text, by a table that has not seen it.
    """

    def __init__(self, truth: Truth, scores: Mapping[str, Array], plans: Mapping[str, Plan], seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        harmless, comments = truth.official & (truth.kinds == "harmless"), truth.talk & ~truth.flagged
        limited = {
            **truth.limited,
            "harmless": harmless,
            "comments": comments & ~truth.latin,
            "latin comments": comments & truth.latin & ~truth.english,
        }
        english = {**truth.limited, "comments": comments}
        limited |= {f"English {name}": english[name] & truth.english for name in IN_ENGLISH}
        self._most = {**SHARED, **{f"English {name}": most for name, most in IN_ENGLISH.items()}}
        taught = truth.kinds == TAUGHT
        kept = np.flatnonzero(np.logical_or.reduce([taught, *limited.values()]))
        self._taught = np.flatnonzero(taught[kept])
        self._limited = {name: np.flatnonzero(inside[kept]) for name, inside in limited.items() if inside.any()}
        scripts = truth.latin.astype(int) + truth.english
        self._choices: dict[str, tuple[Array, ...]] = {}
        self._flags: dict[Place, list[Array]] = {}
        self._own: dict[Place, list[float]] = {}  # the root of the share that each threshold tells of the table's own
        for name, own in scores.items():
            others = truth.talk & truth.flagged & truth.counts[name] & ~truth.labels[name]
            sides = []
            for script in SCRIPTS:
                inside = scripts == script
                aimed, least = own[taught & truth.labels[name] & inside], own[others & inside]
                choices: Array = np.append(
                    np.quantile(aimed, np.linspace(*WITHIN)) if len(aimed) else [], own.max() + 1
                )
                if len(least):
                    choices = choices[choices >= np.quantile(least, 1 - plans[name].others)]
                self._flags[name, script] = [((own >= choice) & inside)[kept] for choice in choices]
                self._own[name, script] = [
                    float(np.sqrt((aimed >= choice).sum() / max(1, len(aimed)))) for choice in choices
                ]
                sides.append(choices)
            self._choices[name] = tuple(sides)

    def found(self) -> dict[str, Cut]:
        """By table, the scores from which a text is flagged."""
        most = {place: len(flags) - 1 for place, flags in self._flags.items()}
        tried = (cooled(most, self._worth, TAUGHT_STEPS, self._random) for _ in range(TRIES))
        return _cuts(self._choices, max(tried, key=self._worth))

    def _worth(self, places: Steps) -> float:
        flags = np.logical_or.reduce([self._flags[place][step] for place, step in places.items()])
        for name, inside in self._limited.items():
            if flags[inside].sum() > self._most[name] * len(inside):
                return -1e9
        own = sum(self._own[place][step] for place, step in places.items())
        return float(flags[self._taught].mean()) + own / len(places)


def _cuts(choices: Mapping[str, tuple[Array, ...]], steps: Steps) -> dict[str, Cut]:
    """The scores at which each table's thresholds stand."""
    return {
        name: Cut(*(float(own[steps[name, script]]) for script, own in enumerate(sides)))
        for name, sides in choices.items()
    }


def together(truth: Truth, scores: Mapping[str, Array], _: Mapping[str, Plan]) -> dict[str, Cut]:
    """By clause, where a text is flagged, within the limits of all tables together."""
    return Thresholds(truth, scores).found()


def shared(truth: Truth, scores: Mapping[str, Array], plans: Mapping[str, Plan]) -> dict[str, Cut]:
    """By taught table, where a text is flagged, within limits that they share."""
    return TaughtThresholds(truth, scores, plans).found()


def each(truth: Truth, scores: Mapping[str, Array], plans: Mapping[str, Plan]) -> dict[str, Cut]:
    """By table and script, where a text is flagged: as low as the table's own limits allow."""
    harmless = truth.official & (truth.kinds == "harmless")
    scripts = truth.latin.astype(int) + truth.english
    found: dict[str, Cut] = {}
    for name, own in scores.items():
        plan = plans[name]
        sides = (
            (truth.official & ~harmless, plan.official),
            (harmless, plan.harmless),
            (truth.near[name], plan.near),
        )
        found[name] = Cut(
            *(
                max((_least(own, side, scripts == script, most) for side, most in sides if side.any()), default=0.0)
                for script in SCRIPTS
            )
        )
    return found


def _least(own: Array, side: Array, script: Array, most: float) -> float:
    """The score that a share of these texts at most reaches; where few are in that script, of those in any."""
    inside = side & script
    return float(np.quantile(own[inside if inside.sum() >= FEWEST else side], 1 - most))


def f1(target: Array, flags: Array) -> float:
    """The harmonic mean of precision and recall."""
    both = int((target & flags).sum())
    return 2 * both / (int(target.sum()) + int(flags.sum())) if both else 0.0
