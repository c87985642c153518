"""From what sum on learned evidence may speak where nothing speaks against it: data/leanings.yaml, its faults as file:line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from server.bilingual import in_bangla
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read, text

FILE = "data/leanings.yaml"
LEAST = -2.0  # below it nearly every text lies
# Behind a table's id: the sum in a draft that holds hardly anything else, and the one that bears out another table's finding.
BARE, BESIDE = "-bare", "-beside"
# what a sum may have to be: to need no other sign, and of one sentence whatever stands around it, by a table's id with this behind it
MOST, SURE, SLIPPED = 3.0, "-sure", "-slipped"
SUFFIXES = (BARE, BESIDE, SURE, SLIPPED)


def leanings_in(folders: Sequence[Path]) -> Mapping[str, float]:
    """The least sum by a table's id, alone or with one of `SUFFIXES`, of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_leanings)[0]


def table_of(name: str) -> str:
    """The id of the table that a name of the file speaks of."""
    return next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)


def read_leanings(path: Path, faults: Faults) -> dict[str, float]:
    """One file; what is wrong in it is told in `faults`."""
    sums: dict[str, float] = {}
    for name, entry in mapping(read(path, faults), faults).items():
        try:
            sums[name] = float(text(entry, faults, name))
        except ValueError:
            sums[name] = LEAST - 1
        least, most = (ENOUGH, MOST) if name.endswith((SURE, SLIPPED)) else (LEAST, ENOUGH)
        if not least <= sums[name] <= most:
            faults.add(
                entry.line,
                f"{name}: {in_bangla(least)} থেকে {in_bangla(most)}-এর মধ্যে একটি সংখ্যা লিখুন",
                f"{name}: write a number, {least:g} to {most:g}",
            )
    return sums
