"""Rows of people: a list of beneficiaries, pasted as a table or as one sentence, is one finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

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
    """A list of people: everything private in its rows, how many rows, how bad it is."""

    members: frozenset[Candidate]
    rows: int
    severity: Severity


def people_in_rows(around: Surroundings, judged: Sequence[Judged]) -> People | None:
    """The list that the candidates form; None where they stand for themselves."""
    numbers = [(candidate, level) for candidate, level in judged if candidate.kind in ROW_KINDS]
    lines = {form_of(around, candidate.start).span for candidate, _ in numbers}
    same = max(Counter(candidate.kind for candidate, level in numbers if level >= Severity.WARN).values(), default=0)
    many = max(Counter(candidate.kind for candidate, _ in numbers).values(), default=0)
    count = max(len(lines), same, many if many >= MANY else 0)
    if count < FEWEST:
        return None
    members = {candidate: level for candidate, level in judged if form_of(around, candidate.start).span in lines}
    worst = max(members.values())
    return People(frozenset(members), count, max(worst, _of_rows(around, sorted(lines))))


def people_by_kin(around: Surroundings) -> People | None:
    """A list of those who get help, a father or husband and a village to each row, though no number stands there."""
    if "\n" not in around.normal or not (around.holds("benefit", "kin") and around.holds_any(*HOME)):
        return None
    rows = {}
    for mark in around.marks:
        start, end = around.line(mark.start)
        told = mark.kind == "kin" and end not in rows and around.has(mark.end, end, HOME)
        if told and not around.has(start, end, ("accused", *OFFICES)):
            rows[end] = one("address", mark.start, end)
    return People(frozenset(rows.values()), len(rows), Severity.WARN) if len(rows) >= MANY else None


def _of_rows(around: Surroundings, lines: Sequence[tuple[int, int]]) -> Severity:
    """Rows with names are people; a list of beneficiaries, as its heading says, is worst."""
    if len(lines) < FEWEST:
        return Severity.WARN
    heading = around.line(max(0, lines[0][0] - 1))
    if around.has(heading[0], lines[0][0], ("person",)):
        return Severity.BLOCK
    named = sum(1 for line in lines if private_names(around, *line) or around.has(*line, ("kin", "person")))
    return Severity.WARN if named >= FEWEST else Severity.ADVISE
