"""Remarks on a faith (9.kha), a people (9.gha) and a gender (9.cha) that were missed, and notices in the same words that were not
to be flagged, both by the kind: by the hand-written lists alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Match, Ruleset

pytestmark = pytest.mark.thorough

ROWS = Path(__file__).parent / "rows" / "told-apart.txt"


def rows(sign: str) -> list[tuple[str, str]]:
    """(clause, sentence) of the rows that begin with that sign."""
    clause, found = "", []
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            clause = line.strip("[]")
        elif line.startswith(f"{sign} "):
            found.append((clause, line[2:]))
    return found


def warned(hand: Ruleset, text: str) -> list[Match]:
    """What the lists of clause 9 warn of."""
    found = [match for match in hand.look(normalise(text)) if match.severity >= Severity.WARN]
    return [match for match in found if match.word_list.folder == "prohibited"]


def test_remarks_are_found(hand: Ruleset) -> None:
    found = [(clause, text, {match.word_list.clause for match in warned(hand, text)}) for clause, text in rows("+")]
    assert found and [row for row in found if row[0] not in row[2]] == []


def test_notices_are_left_alone(hand: Ruleset) -> None:
    told = [(text, [match.term.source for match in warned(hand, text)]) for _, text in rows("-")]
    assert told and [row for row in told if row[1]] == []


@pytest.mark.parametrize("clause", ["9.kha", "9.gha", "9.cha"])
def test_notices_outnumber_remarks(clause: str) -> None:
    remarks, notices = ([text for at, text in rows(sign) if at == clause] for sign in "+-")
    assert len(notices) >= len(remarks) > 0
