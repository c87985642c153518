"""The data beside the lists: each file of data/ from the first folder that has it, the shipped one last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from server.wordlists.faults import Faults, FaultyLists

SHIPPED = Path(__file__).resolve().parent.parent.parent / "wordlists"

T = TypeVar("T")


def seen(base: Path, pattern: str) -> list[Path]:
    """The files of a folder that match the pattern, sorted. Hidden ones (an editor's lock, .git) are none of ours."""
    return sorted(
        path for path in base.glob(pattern) if not any(part.startswith(".") for part in path.relative_to(base).parts)
    )


def files(folders: Sequence[Path], pattern: str) -> list[tuple[Path, Path]]:
    """(file, its lists' folder) of every name that matches the pattern, sorted by name."""
    found: dict[str, tuple[Path, Path]] = {}
    for base in (*folders, SHIPPED):
        for path in seen(base, pattern):
            found.setdefault(path.relative_to(base).as_posix(), (path, base))
    return [found[name] for name in sorted(found)]


def read_whole(folders: Sequence[Path], pattern: str, read: Callable[[Path, Faults], T]) -> list[T]:
    """What `read` makes of each of these files. FaultyLists, with every fault of all of them, where one cannot be used."""
    made, faults = [], []
    for path, base in files(folders, pattern):
        collected = Faults.of(path, base, folders)
        made.append(read(path, collected))
        faults += collected.found
    if faults:
        raise FaultyLists(faults)
    return made
