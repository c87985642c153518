"""From what sum on learned evidence may speak where nothing speaks against it: data/leanings.yaml, its faults as file:line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from server.wordlists.data import read_whole
from server.wordlists.evidence import ENOUGH
from server.wordlists.faults import Faults
from server.wordlists.source import mapping, read, text

FILE = "data/leanings.yaml"
LEAST = -2.0  # below it nearly every text lies


def leanings_in(folders: Sequence[Path]) -> Mapping[str, float]:
    """The least sum by a table's id, of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_leanings)[0]


def read_leanings(path: Path, faults: Faults) -> dict[str, float]:
    """One file; what is wrong in it is told in `faults`."""
    sums: dict[str, float] = {}
    for name, entry in mapping(read(path, faults), faults).items():
        try:
            sums[name] = float(text(entry, faults, name))
        except ValueError:
            sums[name] = LEAST - 1
        if not LEAST <= sums[name] <= ENOUGH:
            faults.add(
                entry.line,
                f"{name}: {LEAST:g} থেকে {ENOUGH:g} এর একটি সংখ্যা লিখুন",
                f"{name}: write a number, {LEAST:g} to {ENOUGH:g}",
            )
    return sums
