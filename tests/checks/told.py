"""What one check tells of a text, and the texts of a file of cases: the short way in for the tables beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.institution import Institution
from server.wordlists.load import sentences_of
from server.wordlists.ruleset import Ruleset

CASES = Path(__file__).resolve().parents[1] / "cases"


def told(ruleset: Ruleset, folder: str, text: str, office: Institution | None = None, **fields: Any) -> list[Finding]:
    """The findings of the checks "FOLDER/...", in the whole answer; `fields` as a composer sends them."""
    draft = Draft.parse({"text": text, "account": {"kind": "institution"}, **fields})
    answer = check_draft(draft, ruleset, office, time_limit=20)  # patterns have their own limit; a busy machine none
    assert not answer.incomplete, answer.incomplete
    return [finding for finding in answer.findings if finding.check.startswith(f"{folder}/")]


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
