"""What a file of newer selectors may name: data/selector_names.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import refuse_unknown, words
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import Entry, mapping, read

FILE = "data/selector_names.yaml"
ANY = "any"  # the row of what every platform may have


@dataclass(frozen=True, slots=True)
class Names:
    """Which selectors and labels the extension knows of a platform."""

    selectors: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def names_in(folders: Sequence[Path]) -> dict[str, Names]:
    """The names by platform, of the first folder that has them. FaultyLists where the file cannot be used."""
    return read_whole(folders, FILE, read_names)[0]


def read_names(path: Path, faults: Faults) -> dict[str, Names]:
    """By platform, what it has of its own and what any may have; what is wrong in the file is told in `faults`."""
    rows = {name: _read_row(entry, faults) for name, entry in mapping(read(path, faults), faults).items()}
    shared = rows.pop(ANY, Names())
    return {name: Names(shared.selectors + own.selectors, shared.labels + own.labels) for name, own in rows.items()}


def _read_row(entry: Entry, faults: Faults) -> Names:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, ("selectors", "labels"), faults)
    return Names(**{kind: words(field, faults, kind) for kind, field in fields.items() if kind in Names.__slots__})
