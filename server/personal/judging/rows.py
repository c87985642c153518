"""Rows of people: a list of beneficiaries, pasted as a table or as one sentence, is one finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from server.personal.around.columns import is_heads
from server.personal.around.names import private_names
from server.personal.around.surroundings import HOME, Surroundings
from server.personal.candidate import Candidate, one
from server.personal.judging.forms import form_of
from server.personal.judging.severities import Judged
from server.personal.judging.whose import OFFICES
from server.severity import Severity

ROW_KINDS = ("mobile", "nid", "birth-registration", "passport", "bank", "card", "tin")
FEWEST, MANY = 2, 3  # rows; numbers of one kind in one line, whosever they are


class People(NamedTuple):
    """A list of people: everything private in its rows, how many rows, how bad it is. `numbers`: how many are told, where all is one row."""

    members: frozenset[Candidate]
    rows: int
    severity: Severity
    numbers: int = 0


def people_in_rows(around: Surroundings, judged: Sequence[Judged]) -> People | None:
    """The list that the candidates form; None where they stand for themselves."""
    numbers = [(candidate, level) for candidate, level in judged if candidate.kind in ROW_KINDS]
    lines = {form_of(around, candidate.start).span for candidate, _ in numbers}
    same = max(Counter(candidate.kind for candidate, level in numbers if level >= Severity.WARN).values(), default=0)
    many = max(Counter(candidate.kind for candidate, _ in numbers).values(), default=0)
    count = max(same, many if many >= MANY else 0)
    if max(len(lines), count) < FEWEST:
        return None
    members = {candidate: level for candidate, level in judged if form_of(around, candidate.start).span in lines}
    worst = max(members.values())
    level = max(worst, _of_rows(around, sorted(lines)))
    return People(frozenset(members), len(lines), level, count if len(lines) < FEWEST else 0)


def people_by_kin(around: Surroundings) -> People | None:
    """A list of those who get help, a father or husband and a village to each row, though no number stands there."""
    if "\n" not in around.normal or not (around.holds("benefit", "kin") and around.holds_any(*HOME)):
        return None
    rows = {}
    for mark in around.marks_of(("kin",)):
        start, end = around.line(mark.start)
        lives = end not in rows and around.has(mark.end, end, HOME)
        if lives and not around.has(start, end, ("accused", *OFFICES)):
            rows[end] = one("address", mark.start, end)
    return People(frozenset(rows.values()), len(rows), Severity.WARN) if len(rows) >= MANY else None


def _of_rows(around: Surroundings, lines: Sequence[tuple[int, int]]) -> Severity:
    """Rows with names are people; a list of beneficiaries, as its heading says, is worst."""
    if len(lines) < FEWEST:
        return Severity.WARN
    if around.has(_heading(around, lines[0][0]), lines[0][0], ("person",)):
        return Severity.BLOCK
    named = sum(1 for line in lines if private_names(around, *line) or around.has(*line, ("kin", "person")))
    return Severity.WARN if named >= FEWEST else Severity.ADVISE


def _heading(around: Surroundings, first: int) -> int:
    """Where the heading of the rows begins: the line above the first, or above the heads of its columns and a blank line."""
    start, end = around.line(max(0, first - 1))
    if not is_heads(around, start, end):
        return start
    start, end = around.line(max(0, start - 1))
    blank = not around.normal[start:end].strip()
    return around.line(max(0, start - 1))[0] if blank else start
