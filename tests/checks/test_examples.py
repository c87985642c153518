"""Every check shows by its own examples what it finds and what it leaves alone."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.checks import Check, Example, all_checks, known_checks
from server.draft import Draft
from server.finding import Finding
from server.wordlists.reading.fields import example
from server.wordlists.ruleset import Ruleset

CASES = [(check, shown) for check in all_checks() for shown in (*check.flags, *check.passes)]


def found(check: Check, shown: Example, text: str, ruleset: Ruleset) -> tuple[list[tuple[int, int]], list[Finding]]:
    draft = Draft.parse({**shown.fields, "text": text})
    answer = check_draft(draft, ruleset, shown.institution, [check])
    assert not answer.incomplete
    spans = [answer.posting.offsets.span(*span) for finding in answer.findings for span in finding.spans]
    return sorted(spans), list(answer.findings)


@pytest.mark.parametrize("check, shown", CASES, ids=[f"{check.id}-{shown.text[:24]}" for check, shown in CASES])
def test_example(check: Check, shown: Example, ruleset: Ruleset) -> None:
    marked = example(shown.text, 0)
    spans, findings = found(check, shown, marked.text, ruleset)
    if shown in check.flags:
        assert findings, "not found"
        assert spans == sorted(marked.marked)
        assert {finding.clause for finding in findings} <= set(check.clauses)
        unknown = {finding.check for finding in findings} - known_checks(ruleset.lists, ruleset.learned.tables)
        assert not unknown, "write it in CHECK's kinds: no profile can name it"
    else:
        assert not findings


def test_near_misses_are_no_fewer_than_hits() -> None:
    for check in all_checks():
        assert check.flags and len(check.passes) >= len(check.flags) - 1, check.id


def test_every_clause_exists(ruleset: Ruleset) -> None:
    for check in all_checks():
        assert set(check.clauses) <= set(ruleset.guideline.clauses), check.id
