"""What one check tells of a text, and the texts of a file of cases: the short way in for the tables beside this file."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from server.checker import check_draft
from server.checks import all_checks
from server.draft import Draft
from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.wordlists.load import sentences_of
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY

CASES = Path(__file__).resolve().parents[1] / "cases"


def told(ruleset: Ruleset, folder: str, text: str, office: Institution | None = None, **fields: Any) -> list[Finding]:
    """The findings of the checks "FOLDER/...", in the whole answer; `fields` as a composer sends them."""
    draft = Draft.parse({"text": text, "account": {"kind": "institution"}, **fields})
    answer = check_draft(draft, ruleset, office, time_limit=NO_HURRY)
    assert not answer.incomplete, answer.incomplete
    return [finding for finding in answer.findings if finding.check.startswith(f"{folder}/")]


def stays_linear(ruleset: Ruleset, name: str, text: str, **fields: Any) -> bool:
    """Whether a check takes for a text no more than seven times what a quarter of it takes: squared it would be 16 times.

    Counted is the processor's time of this check alone: beside all others nobody would see it grow.
    """
    (check,) = (check for check in all_checks() if check.id == name)

    def seconds(part: str) -> float:
        draft = Draft.parse({"text": part, "account": {"kind": "institution"}, **fields})
        best = 9.0
        for _ in range(3):
            posting = Posting(draft, ruleset, None)
            started = time.process_time()
            list(check.look(posting))
            best = min(best, time.process_time() - started)
        return best

    quarter = len(text) // 4
    return seconds(text[: 4 * quarter]) < 7 * seconds(text[:quarter]) + 0.002


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file of tests/cases/, one JSON object a line."""
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


def by_language(file: str) -> dict[str, list[str]]:
    """The texts of a file of tests/cases/, one a line below its [language]."""
    found: dict[str, list[str]] = {}
    own: list[str] = []
    for _, line in sentences_of(CASES / file):
        if line.startswith("["):
            own = found[line.strip("[]")] = []
        else:
            own.append(line)
    return found
