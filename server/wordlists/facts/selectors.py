"""Newer selectors of the platforms' composers: data/selectors/NAME.yaml, one file a platform, read with faults as file:line.

None is shipped: the extension has its own. A file here goes over them where its `written` is not older.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from server.bilingual import in_bangla
from server.text.offsets import utf16_length
from server.wordlists.facts.selector_names import Names, names_in
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import date, one_of, refuse_unknown, words
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import Entry, mapping, read, text

PATTERN = "data/selectors/*.yaml"
FIELDS = ("name", "confirmed", "written", "selectors", "labels", "note")
MAX_LENGTH = 8_000  # UTF-16 units of one selector, as the extension counts; built-in ones have up to 2,320
MAX_WORDS = 60
MAX_WORD = 80
NAME = re.compile(r"[a-z][a-z0-9-]{0,31}\Z")
STRING = re.compile(r"\"[^\"]*\"|'[^']*'")  # an attribute's value
UNSAFE = re.compile(r"[\\\x00-\x1f]")  # nowhere: by a backslash a string may end elsewhere than it seems
FOREIGN = re.compile(r"[{};@<\"']")  # not outside a string: a style sheet or markup has these, a selector has none
PAIRS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Selectors:
    """One platform's. `confirmed`: a date, or "never ..."; `written`: 2026-11-25."""

    name: str
    confirmed: str
    written: str
    selectors: dict[str, str]
    labels: dict[str, tuple[str, ...]]

    def as_json(self) -> dict[str, Any]:
        """As the extension reads it."""
        labels = {use: list(said) for use, said in self.labels.items()}
        return {
            "name": self.name,
            "confirmed": self.confirmed,
            "written": self.written,
            "selectors": self.selectors,
            "labels": labels,
        }


def selectors_in(folders: Sequence[Path]) -> tuple[Selectors, ...]:
    """Those of the lists' folders, by file name. FaultyLists where one cannot be used."""
    read = partial(read_selectors, known=names_in(folders))
    return tuple(found for found in read_whole(folders, PATTERN, read) if found)


def version_of(all_selectors: Sequence[Selectors]) -> str:
    """The last day and a hash of what they say; "" where there are none."""
    if not all_selectors:
        return ""
    said = json.dumps([one.as_json() for one in all_selectors], sort_keys=True, ensure_ascii=False)
    last = max(one.written for one in all_selectors)
    return f"{last}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def read_selectors(path: Path, faults: Faults, known: Mapping[str, Names]) -> Selectors | None:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    refuse_unknown(fields, FIELDS, faults)
    for needed in ("name", "confirmed", "written", "selectors"):
        if needed not in fields:
            faults.add(1, f"‘{needed}’ ঘরটি নেই; লিখুন", f"'{needed}' is missing; write it")
            return None
    name = one_of(known)(fields["name"], faults, "name")
    if not name:
        return None
    confirmed = text(fields["confirmed"], faults, "confirmed")
    if not confirmed.startswith("never"):
        date(fields["confirmed"], faults, "confirmed")
    return Selectors(
        name=name,
        confirmed=confirmed,
        written=date(fields["written"], faults, "written") or "",
        selectors=_read_selectors(fields["selectors"], known[name].selectors, faults),
        labels=_read_labels(fields["labels"], known[name].labels, faults) if "labels" in fields else {},
    )


def _read_selectors(entry: Entry, names: Sequence[str], faults: Faults) -> dict[str, str]:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, names, faults)
    if not fields:
        faults.add(entry.line, "selectors: কমপক্ষে একটি লিখুন", "selectors: write at least one")
    return {use: _selector(use, field, faults) for use, field in fields.items()}


def _selector(use: str, entry: Entry, faults: Faults) -> str:
    value = text(entry, faults, use)
    if utf16_length(value) > MAX_LENGTH:
        faults.add(
            entry.line,
            f"{use}: সর্বোচ্চ {in_bangla(MAX_LENGTH)}টি অক্ষরে লিখুন",
            f"{use}: write at most {MAX_LENGTH} characters",
        )
    elif not _is_selector(value):
        faults.add(
            entry.line,
            f'{use}: একটি CSS selector লিখুন, যেমন [role="textbox"]',
            f'{use}: write a CSS selector, such as [role="textbox"]',
        )
    return value


def _is_selector(value: str) -> bool:
    """Whether it looks like one; the browser parses it."""
    bare = STRING.sub("", value)
    return bool(value) and not UNSAFE.search(value) and not FOREIGN.search(bare) and _is_balanced(bare)


def _is_balanced(bare: str) -> bool:
    """Whether the brackets of a selector without its strings close."""
    open_ones: list[str] = []
    for letter in bare:
        if letter in PAIRS:
            open_ones.append(PAIRS[letter])
        elif letter in PAIRS.values() and (not open_ones or open_ones.pop() != letter):
            return False
    return not open_ones


def _read_labels(entry: Entry, names: Sequence[str], faults: Faults) -> dict[str, tuple[str, ...]]:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, names, faults)
    found = {}
    for use, field in fields.items():
        said = words(field, faults, use)
        if len(said) > MAX_WORDS or any(len(word) > MAX_WORD for word in said):
            faults.add(field.line, f"{use}: তালিকাটি ছোট করুন", f"{use}: fewer or shorter words")
        found[use] = said
    return found
