"""What a row is about. Only names that the server itself knows are kept, so that no field can carry a draft."""

from __future__ import annotations

from server.checks import known_checks
from server.institution import PLATFORMS
from server.personal.messages import MESSAGES
from server.wordlists.platforms import shipped_platforms
from server.wordlists.ruleset import Ruleset


def known_platform(name: str) -> str:
    """The platform where it is a known one, else "other"."""
    return name if name in PLATFORMS or name in shipped_platforms() else "other"


def is_check(name: str, ruleset: Ruleset) -> bool:
    """Whether a finding's `check` may be called so."""
    folder, _, kind = name.partition("/")
    if folder == "learned":
        return kind in {clause.rpartition(".")[2] for clause in ruleset.guideline.clauses}
    if folder == "personal" and (kind in MESSAGES or kind == "list"):
        return True
    return not name.endswith("/") and name in known_checks(ruleset.lists)


def known_term(source: str, ruleset: Ruleset) -> str:
    """The line of a list where there is such a line, else ""."""
    return source if any(term.source == source for _, term in ruleset.owners) else ""
