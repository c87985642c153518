"""The reasons for an override: `data/reasons.yaml`, read with its faults told as file:line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from server.bilingual import Bilingual, in_bangla
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import bilingual
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read

FILE = "data/reasons.yaml"
OTHER = "other"  # says nothing by itself: it needs a note
MOST = 30  # that the extension shows (MOST_REASONS of background/office.js)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def reasons_in(folders: Sequence[Path]) -> Mapping[str, Bilingual]:
    """The reasons of the first folder that has them. FaultyLists where the file cannot be used."""
    return read_whole(folders, FILE, read_reasons)[0]


def read_reasons(path: Path, faults: Faults) -> dict[str, Bilingual]:
    """Every reason by its id, in the file's order."""
    found: dict[str, Bilingual] = {}
    for name, entry in mapping(read(path, faults), faults).items():
        if len(found) == MOST:
            faults.add(
                entry.line,
                f"সর্বোচ্চ {in_bangla(MOST)}টি কারণ দেখানো যায়; এখান থেকে বাকিগুলো বাদ দিন বা ওপরের কোনোটির সঙ্গে মেলান",
                f"at most {MOST} reasons are shown; from here on leave them out, or put them together with one above",
            )
        if not _ID.match(name) or len(name) > 32:
            faults.add(
                entry.line,
                f"‘{name}’: ইংরেজি ছোট হাতের অক্ষরে লিখুন, যেমন court-order",
                f"'{name}': write small letters and hyphens, such as court-order",
            )
        found[name] = bilingual(entry, faults, name)
    return found
