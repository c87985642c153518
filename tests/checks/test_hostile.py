"""Rows that were written without a look at the lists, as offices and people write: what must be told, and what must not.

`check`: how the finding's check may begin; a row that must pass shows nothing at all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.institution import load_institutions
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY

HERE = Path(__file__).parent
ROWS = [json.loads(line) for line in (HERE / "hostile.jsonl").read_text(encoding="utf-8").splitlines()]
OFFICES = load_institutions(HERE.parents[1] / "deploy/institutions")
DRAFT = {"platform": "facebook", "account": {"kind": "institution"}}


def told(ruleset: Ruleset, row: dict[str, Any]) -> list[str]:
    draft = Draft.parse({**DRAFT, **row.get("fields", {}), "text": row["text"]})
    answer = check_draft(draft, ruleset, OFFICES.get(row.get("institution", "")), time_limit=NO_HURRY)
    return [finding.check for finding in answer.findings]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:28])
def test_a_row_is_told_or_passes(ruleset: Ruleset, row: dict[str, Any]) -> None:
    found = told(ruleset, row)
    if row["found"]:
        assert any(check.startswith(tuple(row["check"])) for check in found), found
    else:
        assert not found


def test_there_are_as_many_near_misses_as_hits() -> None:
    hits = sum(row["found"] for row in ROWS)
    assert len(ROWS) > 200 and len(ROWS) - hits >= 0.95 * hits
