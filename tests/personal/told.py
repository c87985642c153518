"""What is told of a text: the short way in for the tables beside this file."""

from __future__ import annotations

from server.checks.identifiers import candidates
from server.draft import Draft
from server.personal.around.surroundings import Surroundings
from server.personal.judging.severities import severity
from server.personal.particulars.mended import mended
from server.text.normalise import normalise


def told(text: str) -> dict[str, list[str]]:
    """What is told of a text: the words found, by kind."""
    around = mended(Surroundings(normalise(Draft.parse({"text": text}).text)))
    found: dict[str, list[str]] = {}
    for candidate in candidates(around):
        if severity(around, candidate):
            found.setdefault(candidate.kind, []).append(around.normal[candidate.start : candidate.end])
    return found
