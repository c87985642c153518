"""What an office's own work must speak of: data/mandates.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import words
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read

FILE = "data/mandates.yaml"


def read_mandates(path: Path, faults: Faults) -> dict[str, frozenset[str]]:
    """Mandate → the checks that it forgives, as findings name them."""
    return {
        name: frozenset(words(entry, faults, name)) for name, entry in mapping(read(path, faults, None), faults).items()
    }


def mandates_in(folders: Sequence[Path]) -> Mapping[str, frozenset[str]]:
    """The mandates of the first folder that has them. FaultyLists where the file cannot be used."""
    return read_whole(folders, FILE, read_mandates)[0]


def forgiven(mandates: Iterable[str], known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The checks that these mandates forgive together. `known`: what `mandates_in` gives."""
    return frozenset().union(*(known.get(name, frozenset()) for name in mandates))
