"""What an office's own work must speak of: data/mandates.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from server.wordlists.faults import Faults, FaultyLists
from server.wordlists.fields import words
from server.wordlists.load import SHIPPED
from server.wordlists.source import mapping, read

FILE = SHIPPED / "data" / "mandates.yaml"


def read_mandates(path: Path, faults: Faults) -> dict[str, frozenset[str]]:
    """Mandate → the checks that it forgives, as findings name them."""
    return {name: frozenset(words(entry, faults, name)) for name, entry in mapping(read(path, faults), faults).items()}


def forgiven(mandates: Iterable[str]) -> frozenset[str]:
    """The checks that these mandates forgive together."""
    known = _shipped()
    return frozenset().union(*(known.get(name, frozenset()) for name in mandates))


@cache
def _shipped() -> Mapping[str, frozenset[str]]:
    faults = Faults.of(FILE, FILE.parent)
    found = read_mandates(FILE, faults)
    if faults.found:
        raise FaultyLists(faults.found)
    return found
