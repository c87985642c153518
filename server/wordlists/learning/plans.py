"""How each table of learned evidence is learned: how many entries, by which regressions, with what weight for which texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Model(NamedTuple):
    """One regression of a plan. `strength`: its C; `share`: of the plan's weights."""

    by_bayes: bool
    strength: float
    share: float = 1.0


LASSO = Model(True, 0.4)
SAID = "said-"  # how the tables of taught letters are called
SHARED = "said"  # the table whose rows count in all of those: what no office should say, whichever letter it breaks


@dataclass(frozen=True, slots=True)
class Plan:
    """How one table is learned. `weighs`: how much a kind of text weighs beside others, which weigh 1."""

    entries: int  # kept at most
    models: tuple[Model, ...]
    weighs: Mapping[str, float]
    choice: Model = LASSO  # what chooses the entries
    latin: float = 1.0  # how many times that in Latin letters, of which official texts are few
    senses: int = 2  # how many one row may name: a pair, one, none; comments say the same thing in few words
    slope: float = 0.0  # what each word counted by `*+` takes from a score, not yet scaled
    everyday: float = 1.0  # how many times the other harmless sentences each of harmless/everyday/ weighs
    # by what the threshold is divided: those of inner folds come out high, plain words being no finding alone
    lower: float = 1.0
    # Where a table has limits of its own: the shares that it may flag, of each script.
    official: float = 1.0  # of official texts
    harmless: float = 1.0  # of harmless/
    near: float = 1.0  # of its own near misses among those
    others: float = 1.0  # of comments that break other letters


TWO = (Model(True, 0.1, 0.67), Model(False, 0.3, 0.33))
STRICT = (Model(True, 0.03, 0.67), Model(False, 0.08, 0.33))
WIDE = (Model(True, 0.5, 0.67), Model(False, 1.5, 0.33))
# From labelled comments: the letters of clause 9 of which public data has many.
COMMENTS = {
    "nga": Plan(
        3_700,
        (Model(True, 0.05, 0.5), Model(False, 0.3, 0.5)),
        {"G1": 3, "office": 10, "G2": 2, "other": 2, "harmless": 0.24},
        Model(True, 0.7),
        latin=2,
        senses=0,
        everyday=3,
    ),
    "kha": Plan(
        520, STRICT, {"G1": 4, "office": 15, "G2": 2, "other": 2, "harmless": 0.4}, senses=0, slope=0.1, lower=1.15
    ),
    "cha": Plan(
        850,
        TWO,
        {"G1": 1, "office": 4, "G2": 1, "other": 1, "harmless": 0.12},
        Model(False, 0.8),
        8,
        0,
        slope=0.05,
        everyday=3,
    ),
    "chha": Plan(
        850,
        TWO,
        {"G1": 2, "office": 10, "G2": 1, "other": 1, "harmless": 0.16},
        Model(False, 1.6),
        3,
        0,
        slope=0.1,
        everyday=3,
    ),
    "ga": Plan(
        1_300,
        (Model(True, 0.1),),
        {"G1": 6, "office": 60, "G2": 60, "other": 1, "harmless": 0.4},
        Model(True, 0.8),
        slope=0.15,
        everyday=3,
        lower=1.12,
    ),
}
# From taught/: what is said politely, slyly or by an office itself, against official texts and comments of other kinds.
AGAINST = {"G1": 3, "office": 8, "G2": 3, "other": 1.5, "harmless": 3, "elsewhere": 0.2}
LETTERS = {
    f"{SAID}{letter}": Plan(
        880,
        WIDE,
        AGAINST,
        Model(True, 0.5),
        slope=0.35,
        others=0.08,
    )
    for letter in ("ka", "kha", "ga", "gha", "nga", "cha", "chha")
}
# What all of these share, from the taught sentences of every letter, and what a sum of it counts beside a letter's own.
IN_COMMON = Plan(3_130, WIDE, AGAINST, Model(True, 0.5))
COUNTS = 0.75
# From taught/: what an office does not post. Advice may err more often than a warning. Single senses only: pairs of them add up
# in long condolences and reports, which are an office's own.
POST = {"G1": 1, "office": 4, "G2": 1, "other": 0.5, "harmless": 2}
PLAIN_LASSO = Model(False, 0.5)
POSTS = {
    "family": Plan(800, WIDE, POST, senses=1, official=0.006, harmless=0.006, near=0.01),
    "flattery": Plan(770, WIDE, POST, senses=1, official=0.005, harmless=0.012, near=0.02),
    "purpose": Plan(1_150, WIDE, POST, senses=1, official=0.0055, harmless=0.012, near=0.02),
    "unimportant": Plan(1_000, WIDE, POST, senses=1, official=0.007, harmless=0.012, near=0.02),
    "figures": Plan(950, WIDE, POST, senses=1, official=0.008, harmless=0.012, near=0.025),
    # asked of replies alone
    "replies": Plan(800, WIDE, POST, PLAIN_LASSO, senses=1, official=0.045, harmless=0.03, near=0.05),
    "patient": Plan(850, WIDE, POST, PLAIN_LASSO, senses=1, official=0.006, harmless=0.0045, near=0.02),
    "victim": Plan(800, WIDE, POST, PLAIN_LASSO, senses=1, official=0.006, harmless=0.005, near=0.025),
    "complainant": Plan(850, WIDE, POST, PLAIN_LASSO, senses=1, official=0.006, harmless=0.008, near=0.03),
    "manners": Plan(600, WIDE, POST, PLAIN_LASSO, senses=1, official=0.003, harmless=0.003, near=0.03, lower=0.89),
    "critics": Plan(500, WIDE, POST, PLAIN_LASSO, senses=1, official=0.003, harmless=0.003, near=0.03, lower=0.83),
    "unlawful": Plan(550, WIDE, POST, PLAIN_LASSO, senses=1, official=0.003, harmless=0.003, near=0.03, lower=0.83),
    "leaks": Plan(500, WIDE, POST, PLAIN_LASSO, senses=1, official=0.002, harmless=0.002, near=0.02),
}
