"""What a row is about. Only names that the server itself knows are kept, so that no field can carry a draft."""

from __future__ import annotations

import inspect
import re
import sys
from collections import defaultdict
from functools import cache

from server.checks import all_checks, known_checks
from server.institution import UNMEASURED
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.reading.schema import WordList
from server.wordlists.reading.table import Table
from server.wordlists.ruleset import Ruleset


def known_platform(name: str, ruleset: Ruleset) -> str:
    """The platform as the lists' data has it, or one without limits; else "other"."""
    name = name.lower()
    return name if name in ruleset.data(platforms_in) or name in UNMEASURED else "other"


def is_check(name: str, ruleset: Ruleset) -> bool:
    """Whether a finding's `check` may be called so."""
    return name in known_checks(ruleset.lists, ruleset.learned.tables)


def known_term(source: str, ruleset: Ruleset) -> str:
    """The line of a list, the row of a learned table or the rule of a check where there is such a one, else ""."""
    return source if _is_listed(source, ruleset) or _is_learned(source, ruleset) or source in _rules() else ""


def _is_listed(source: str, ruleset: Ruleset) -> bool:
    file, _, entry = source.partition("#")
    lists = ruleset.once(_by_file).get(file, ())
    return any(term.name == entry and term.source == source for word_list in lists for term in word_list.terms)


def _by_file(ruleset: Ruleset) -> dict[str, list[WordList]]:
    """The lists by the files of their terms, named as a finding's `source` has them: a later folder's lie over a list too."""
    found: dict[str, list[WordList]] = defaultdict(list)
    for word_list in ruleset.lists:
        for file in {term.source.partition("#")[0] for term in word_list.terms}:
            found[file].append(word_list)
    return found


def _is_learned(source: str, ruleset: Ruleset) -> bool:
    file, _, entry = source.partition("#")
    tables = (*ruleset.learned.tables, *ruleset.learned.shared)
    return any(_named(table) == file and any(row.entry == entry for row in table.rows) for table in tables)


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
