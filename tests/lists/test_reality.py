"""What offices really post, what would embarrass them, and hostile rows for every letter of clause 9, near misses outnumbering hits.

The rows stand in rows/reality.txt: `9.ka|text` must be found for that clause, `-|text` must carry no warning of any hand-written list.
"""

from __future__ import annotations

from pathlib import Path

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Match, Ruleset

LINES = (Path(__file__).parent / "rows" / "reality.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("|", 1)) for line in LINES if line and not line.startswith("#")]
FOUND = [row for row in ROWS if row[0] != "-"]
CLEAR = [text for clause, text in ROWS if clause == "-"]


def warned(hand: Ruleset, text: str) -> list[Match]:
    """What the lists warn of, or worse; advice left out."""
    return [match for match in hand.look(normalise(text)) if match.severity >= Severity.WARN]


def test_are_found(hand: Ruleset) -> None:
    told = [(clause, text, {match.word_list.clause for match in warned(hand, text)}) for clause, text in FOUND]
    assert [row for row in told if row[0] not in row[2]] == []


def test_are_left_alone(hand: Ruleset) -> None:
    assert {text: found for text in CLEAR if (found := [match.term.source for match in warned(hand, text)])} == {}


def test_every_letter_has_rows_and_near_misses_outnumber_hits() -> None:
    letters = {clause for clause, _ in FOUND}
    assert letters == {"9.ka", "9.kha", "9.ga", "9.gha", "9.nga", "9.cha", "9.chha"}
    assert all(sum(clause == letter for clause, _ in FOUND) >= 15 for letter in letters)
    assert len(CLEAR) > len(FOUND)
    assert len({text for _, text in ROWS}) == len(ROWS)
