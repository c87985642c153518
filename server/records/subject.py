"""What a row is about. Only names that the server itself knows are kept, so that no field can carry a draft."""

from __future__ import annotations

import inspect
import re
import sys
from functools import cache

from server.checks import all_checks, known_checks
from server.institution import known_platforms
from server.personal.messages import MESSAGES
from server.wordlists.ruleset import Ruleset
from server.wordlists.table import Table


def known_platform(name: str) -> str:
    """The platform where it is a known one, else "other"."""
    return name if name in known_platforms() else "other"


def is_check(name: str, ruleset: Ruleset) -> bool:
    """Whether a finding's `check` may be called so."""
    folder, _, kind = name.partition("/")
    if folder == "learned":
        return kind in {clause.rpartition(".")[2] for clause in ruleset.guideline.clauses}
    if folder == "personal" and (kind in MESSAGES or kind == "list"):
        return True
    return not name.endswith("/") and name in known_checks(ruleset.lists)


def known_term(source: str, ruleset: Ruleset) -> str:
    """The line of a list, the row of a learned table or the rule of a check where there is such a one, else ""."""
    return source if _is_listed(source, ruleset) or _is_learned(source, ruleset) or source in _rules() else ""


def _is_listed(source: str, ruleset: Ruleset) -> bool:
    return any(term.source == source for _, term in ruleset.owners)


def _is_learned(source: str, ruleset: Ruleset) -> bool:
    file, _, entry = source.partition("#")
    tables = (*ruleset.learned.tables, *ruleset.learned.shared)
    return any(_named(table) == file and entry in {row.entry for row in table.rows} for table in tables)


def _named(table: Table) -> str:
    """A table's file as a finding's `source` has it: its folder and its name."""
    return "/".join(table.file.split("/")[-2:])


@cache
def _rules() -> frozenset[str]:
    """What the findings of code may have as `source`: "checks/FILE#", and a kind or what the check's file writes out."""
    found: set[str] = set()
    for check in all_checks():
        module = check.look.__module__
        start = f"checks/{module.rpartition('.')[2]}#"
        found.update(start + kind.partition("/")[2] for kind in check.kinds)
        found.update(re.findall(rf"{start}[a-z-]+", inspect.getsource(sys.modules[module])))
    return frozenset(found)
