"""What offices say with the words of the lists, in three scripts: nothing of it is told."""

from __future__ import annotations

from pathlib import Path

from server.checker import check_draft
from server.draft import Account, Draft
from server.wordlists.load import sentences_of
from server.wordlists.ruleset import Ruleset

ROWS = [text for _, text in sentences_of(Path(__file__).parent / "rows" / "offices.txt")]
ANSWER = "R:"  # what a row that answers a citizen begins with
NOT_OF_WORDS = "5.ja"  # the office's name and website, which a sentence alone lacks


def told(ruleset: Ruleset, row: str) -> list[str]:
    """The sources of what is told of a row."""
    action = "reply" if row.startswith(ANSWER) else "post"
    answer = check_draft(Draft(row.removeprefix(ANSWER), Account("institution"), action=action), ruleset, time_limit=20)
    return [finding.source for finding in answer.findings if finding.clause != NOT_OF_WORDS]


def test_nothing_is_told(ruleset: Ruleset) -> None:
    assert len(ROWS) == len(set(ROWS)) >= 150
    assert {row: sources for row in ROWS if (sources := told(ruleset, row))} == {}
