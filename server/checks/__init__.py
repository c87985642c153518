"""The checks, one file each, found by listing this folder.

A check's file holds one value, CHECK: what it is called, what it looks for, and its own examples of both kinds.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.wordlists.reading.schema import WordList
from server.wordlists.reading.table import Table


@dataclass(frozen=True, slots=True)
class Example:
    """A draft and its surroundings. In `flags`, [[marks]] stand around what must be found; none: the whole draft."""

    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    institution: Institution | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `look` gives the findings; on no draft does it raise anything but TimeoutError, where there is no time left.

    `kinds`: what its findings are called where no list made them, as a profile's `severity` names them. `folder`: of the
    lists of which it makes something. `gates`: of words of which it makes something, where one of each group is open. A
    check that names a folder or gates is asked only where one of those lists matched or such gates are open.
    """

    id: str
    clauses: tuple[str, ...]
    look: Callable[[Posting], Iterable[Finding]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    kinds: tuple[str, ...] = ()
    folder: str = ""
    gates: tuple[tuple[str, ...], ...] = ()


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of the folder, in the order of their files' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").CHECK for name in names)


def known_checks(lists: Iterable[WordList], tables: Iterable[Table]) -> frozenset[str]:
    """What a finding's `check` may be: lists and tables that find by themselves, and what code calls its findings."""
    listed = {f"{word_list.folder}/{word_list.id}" for word_list in lists if not word_list.is_group}
    learned = {table.check for table in tables if not table.adds_to}
    return frozenset(listed | learned | {kind for check in all_checks() for kind in check.kinds})
