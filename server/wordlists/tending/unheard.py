"""Names in the data by which nothing goes: a check that a mandate forgives, a table of learned evidence that may lean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from server.wordlists.facts.leanings import FILE as LEANINGS
from server.wordlists.facts.leanings import table_of
from server.wordlists.facts.mandates import FILE as MANDATES
from server.wordlists.reading.faults import Fault, Faults, closest
from server.wordlists.reading.folders import files
from server.wordlists.reading.source import mapping, read, texts
from server.wordlists.reading.table import FOLDER as LEARNED
from server.wordlists.ruleset import Ruleset

Named = Iterator[tuple[str, int]]  # a name and its line


def unheard_of(ruleset: Ruleset, checks: Collection[str], folders: Sequence[Path]) -> Iterator[Fault]:
    """A fault for each such name in these folders' data. `checks`: what a finding's `check` may be.

    Where learned evidence is off, nobody can tell what its tables are called.
    """
    tables = {table.id for table in ruleset.learned.tables}
    for fault, name in _unknown(MANDATES, _forgiven, checks, folders):
        if tables or not name.startswith(f"{LEARNED}/"):
            yield fault
    if tables:
        yield from (fault for fault, _ in _unknown(LEANINGS, _leaning, tables, folders))


def _unknown(
    file: str, names: Callable[[Path, Faults], Named], known: Collection[str], folders: Sequence[Path]
) -> Iterator[tuple[Fault, str]]:
    for path, base in files(folders, file):
        if base not in folders:
            continue  # the shipped file is read, which speaks of shipped lists
        faults = Faults.of(path, base, folders)
        for name, line in names(path, Faults(faults.file)):  # what else is wrong there is told by its own reader
            if name not in known:
                close = ", ".join(closest(name, known) or sorted(known))
                faults.add(line, f"‘{name}’ নেই; লিখুন: {close}", f"there is no '{name}'; write {close}")
                yield faults.found[-1], name


def _forgiven(path: Path, faults: Faults) -> Named:
    for name, entry in mapping(read(path, faults), faults).items():
        yield from texts(entry, faults, name) or ()


def _leaning(path: Path, faults: Faults) -> Named:
    for name, entry in mapping(read(path, faults), faults).items():
        yield table_of(name), entry.line
