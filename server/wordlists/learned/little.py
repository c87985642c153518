"""Little words (the, তো, amar), which break no clause: learned evidence underlines them only where nothing else adds.

`learned/little.txt` has one a line, as it is written; `!word` takes one out again. What they weigh counts all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from server.wordlists.learned.plain import words_by_folder
from server.wordlists.reading.faults import Fault

FILE = "little.txt"


def read_little(folders: Sequence[Path], faults: list[Fault]) -> frozenset[str]:
    """The little words of all folders, in the normal form."""
    words: set[str] = set()
    for own, let_go in words_by_folder(folders, FILE, str, faults):
        words = (words | own) - let_go
    return frozenset(words)
