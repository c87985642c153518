"""English drafts as officials write them, in tests/cases/english-*.jsonl: what is warned of, what is only advised, and what is not told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.wordlists.ruleset import Ruleset

CASES = Path(__file__).resolve().parents[1] / "cases"
ROWS = [
    pytest.param(json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("english-*.jsonl"))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
]


@pytest.mark.thorough
@pytest.mark.parametrize("row", ROWS)
def test_an_english_draft(ruleset: Ruleset, row: dict[str, Any]) -> None:
    found = check_draft(Draft(row["text"], Account("institution")), ruleset).findings
    told = [finding for finding in found if not finding.check.startswith(("branding/", "platform/"))]
    warned = [finding for finding in told if finding.severity >= Severity.WARN]
    expected = {"warn": bool(warned), "advise": bool(told), "none": not warned}
    assert expected[row["told"]], [(finding.check, finding.source) for finding in told]
