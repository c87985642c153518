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

from server.draft import Draft
from server.finding import Finding
from server.institution import Institution
from server.posting import Posting
from server.text.links import links
from server.text.normalise import normalise
from server.wordlists.lengths import length
from server.wordlists.platforms import Platform, platforms_in
from server.wordlists.schema import WordList

ANSWERS = ("reply", "comment")  # actions that answer somebody
MANY_HASHTAGS = 8  # from here on too many


@dataclass(frozen=True, slots=True)
class Example:
    """A draft and its surroundings. In `flags`, [[marks]] stand around what must be found; none: the whole draft."""

    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    institution: Institution | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `look` gives the findings; it raises nothing on any draft.

    `kinds`: what its findings are called where no list made them, as a profile's `severity` names them. `folder`: of the
    lists without whose matches it finds nothing, so that it need not be asked; "" where other things make it find.
    `gates`: of words of which it can make something all the same, where one of each group is open.
    """

    id: str
    clauses: tuple[str, ...]
    look: Callable[[Posting], Iterable[Finding]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    kinds: tuple[str, ...] = ()
    folder: str = ""
    gates: tuple[tuple[str, ...], ...] = ()


def limit_of(draft: Draft, platform: Platform) -> int:
    """How long this draft may be there, as the platform counts."""
    return platform.reply if draft.action in ANSWERS and platform.reply else platform.post


def fits(posting: Posting, text: str) -> bool:
    """Whether a line more keeps the draft within its platform's limit; where that is unknown it does."""
    draft = posting.draft
    platform = posting.ruleset.data(platforms_in).get(draft.platform.lower())
    return platform is None or length(f"{draft.text}\n{text}", platform) <= limit_of(draft, platform)


def leading_links(posting: Posting) -> list[tuple[int, int]]:
    """The links of a draft that lead to something: the bare address of the office's own website signs it and leads to nothing."""
    own = set(map(_bare, posting.institution.websites)) if posting.institution else set()
    return [(start, end) for start, end in links(posting.normal) if _bare(posting.normal[start:end]) not in own]


def _bare(address: str) -> str:
    return normalise(address).rpartition("://")[2].removeprefix("www.").rstrip("/")


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of the folder, in the order of their files' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").CHECK for name in names)


def known_checks(lists: Iterable[WordList]) -> frozenset[str]:
    """What a finding's `check` may be: lists that find by themselves, kinds, and the beginning of learned evidence."""
    named = {f"{word_list.folder}/{word_list.id}" for word_list in lists if not word_list.is_group}
    kinds = {kind for check in all_checks() for kind in check.kinds}
    return frozenset(named | kinds | {"learned/"})
