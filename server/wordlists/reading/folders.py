"""The data beside the lists: each file of data/ from the first folder that has it, the shipped one last."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from server.wordlists.reading.faults import Fault, Faults, FaultyLists
from server.wordlists.reading.source import unreadable

SHIPPED = Path(__file__).resolve().parents[3] / "wordlists"

# by which thousands of paths are sorted sooner: a path takes itself apart at each comparison
PARTS = attrgetter("parts")
HIDDEN = (".", "~$")  # the second is how Word and Excel name the lock beside a file that somebody has open

T = TypeVar("T")


def seen(base: Path, pattern: str) -> list[Path]:
    """The files of a folder that match the pattern, sorted. Hidden ones (an editor's lock, .git) are none of ours."""
    above = len(base.parts)
    found = (path for path in base.glob(pattern) if not any(part.startswith(HIDDEN) for part in path.parts[above:]))
    return sorted(found, key=PARTS)


def refuse_closed(folders: Sequence[Path], patterns: Iterable[str]) -> None:
    """FaultyLists where a folder, or one in it that matches a pattern, may not be looked into: `seen` would find it empty."""
    patterns = tuple(patterns)
    faults: list[Fault] = []
    for base in folders:
        closed = list(_closed(base, base, folders))
        inside = () if closed else {path for pattern in patterns for path in seen(base, pattern)}
        faults += closed + [fault for path in inside for fault in _closed(path, base, folders)]
    if faults:
        raise FaultyLists(faults)


def _closed(path: Path, base: Path, folders: Sequence[Path]) -> Iterator[Fault]:
    try:
        os.scandir(f"{path}/.").close()  # the dot: its files' names may be told and they themselves not given out
    except (FileNotFoundError, NotADirectoryError):
        return  # not there, which is no fault of it
    except OSError as error:
        faults = Faults.of(path, base, folders)
        faults.add(1, *unreadable(path, error))
        yield from faults.found


def files(folders: Sequence[Path], pattern: str) -> list[tuple[Path, Path]]:
    """(file, its lists' folder) of every name that matches the pattern, sorted by name."""
    found: dict[str, tuple[Path, Path]] = {}
    for base in (*folders, SHIPPED):
        for path in seen(base, pattern):
            found.setdefault(path.relative_to(base).as_posix(), (path, base))
    return [found[name] for name in sorted(found)]


def base_of(folders: Sequence[Path]) -> Path:
    """Over which of these folders others are laid: the shipped one, before which an office may name one with data of its own; else the first."""
    return next((folder for folder in folders if folder.resolve() == SHIPPED), folders[0])


def is_shipped(path: Path, folder: str) -> bool:
    """Whether a file of `folder` is no office's own: the shipped lists may be named by a link, or from where the server was started."""
    return path.parent.resolve() == (SHIPPED / folder).resolve()


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
