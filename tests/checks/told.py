"""What one check tells of a text: the short way in for the tables beside this file."""

from __future__ import annotations

from typing import Any

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.institution import Institution
from server.wordlists.ruleset import Ruleset


def told(ruleset: Ruleset, folder: str, text: str, office: Institution | None = None, **fields: Any) -> list[Finding]:
    """The findings of the checks "FOLDER/...", in the whole answer; `fields` as a composer sends them."""
    draft = Draft.parse({"text": text, "account": {"kind": "institution"}, **fields})
    answer = check_draft(draft, ruleset, office, time_limit=20)  # patterns have their own limit; a busy machine none
    assert not answer.incomplete, answer.incomplete
    return [finding for finding in answer.findings if finding.check.startswith(f"{folder}/")]
