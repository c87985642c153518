"""The reasons for an override: `data/reasons.yaml`, read with its faults told as file:line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from server.severity import Bilingual
from server.wordlists.data import SHIPPED
from server.wordlists.faults import Faults, FaultyLists
from server.wordlists.fields import bilingual
from server.wordlists.source import mapping, read

FILE = SHIPPED / "data" / "reasons.yaml"
OTHER = "other"  # says nothing by itself: it needs a note
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def read_reasons(path: Path, faults: Faults) -> dict[str, Bilingual]:
    """Every reason by its id, in the file's order."""
    found = {}
    for name, entry in mapping(read(path, faults), faults).items():
        if not _ID.match(name) or len(name) > 32:
            faults.add(
                entry.line,
                f"‘{name}’: ইংরেজি ছোট হাতের অক্ষরে লিখুন, যেমন court-order",
                f"'{name}': write small letters and hyphens, such as court-order",
            )
        found[name] = bilingual(entry, faults, name)
    return found


@cache
def shipped_reasons() -> dict[str, Bilingual]:
    """The shipped reasons. FaultyLists where the file cannot be used."""
    faults = Faults.of(FILE, FILE.parent)
    found = read_reasons(FILE, faults)
    if faults.found:
        raise FaultyLists(faults.found)
    return found
