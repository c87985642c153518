"""Little words (the, তো, amar), which break no clause: learned evidence underlines them only where nothing else adds.

`learned/little.txt` has one a line, as it is written; `!word` takes one out again. What they weigh counts all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from server.wordlists.learned.plain import LET_GO, lines_of_words
from server.wordlists.reading.faults import Fault, Faults
from server.wordlists.reading.table import FOLDER

FILE = "little.txt"


def read_little(folders: Sequence[Path], faults: list[Fault]) -> frozenset[str]:
    """The little words of all folders, in the normal form."""
    words: set[str] = set()
    for base in folders:
        path = base / FOLDER / FILE
        collected = Faults.of(path, base, folders)
        lines = list(lines_of_words(path, collected))
        words.update(line for line in lines if not line.startswith(LET_GO))
        words.difference_update(line.removeprefix(LET_GO) for line in lines if line.startswith(LET_GO))
        faults += collected.found
    return frozenset(words)
