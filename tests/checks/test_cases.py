"""Whole posts in an office's style, and numbers: what must be found, and the many that must not."""

from __future__ import annotations

from typing import Any

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.institution import load_institutions
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import CASES, rows

KINDS = {
    kind: f"personal/{kind.lower()}"
    for kind in ["MOBILE", "NID", "EMAIL", "PASSPORT", "BANK", "BLOOD", "ADDRESS", "PLATE", "CARD", "TIN"]
}
KINDS["DOB"] = "personal/birth-date"


def findings(ruleset: Ruleset, text: str) -> list[Finding]:
    return list(check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset).findings)


@pytest.mark.parametrize("row", rows("identifiers.jsonl"), ids=lambda row: row["text"][:24])
def test_identifiers(ruleset: Ruleset, row: dict[str, Any]) -> None:
    found = {finding.check for finding in findings(ruleset, row["text"])}
    assert found == {KINDS[kind] for kind in row["kinds"]}


@pytest.mark.parametrize("row", rows("posts-gov.jsonl"), ids=lambda row: row["id"])
def test_an_offices_post_is_not_flagged(ruleset: Ruleset, row: dict[str, Any]) -> None:
    assert not [finding for finding in findings(ruleset, row["text"]) if finding.severity >= Severity.WARN]


@pytest.mark.parametrize("name", ["posts-political.jsonl", "posts-personal.jsonl"])
def test_at_most_one_is_missed(ruleset: Ruleset, name: str) -> None:
    missed = [
        row["id"]
        for row in rows(name)
        if not any(finding.clause == row["expect"] for finding in findings(ruleset, row["text"]))
    ]
    assert len(missed) <= 1, missed


CLEAR_DRAFTS = [row for row in rows("drafts.jsonl") if row["expect"] == "clear"]


@pytest.mark.parametrize("row", CLEAR_DRAFTS, ids=lambda row: row["id"])
def test_a_clear_draft_is_clear(ruleset: Ruleset, row: dict[str, Any]) -> None:
    offices = load_institutions(CASES / "institutions")
    office = offices[row["profile"]] if "profile" in row else None
    answer = check_draft(Draft.parse(row["draft"]), ruleset, office)
    assert not [finding for finding in answer.findings if finding.severity >= Severity.WARN]
    assert not answer.incomplete
