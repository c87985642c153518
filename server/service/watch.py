"""Watches folders of lists and profiles: calls when something has changed and then lain still."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

# Folders within each other below a lists' folder: nothing is used from deeper ones, and a link may lead anywhere.
DEEPEST = 3

Mark = tuple[str, int, int, int, int]
Marks = frozenset[Mark]


def watch(folders: Sequence[Path], every: float, changed: Callable[[], None], known: Marks) -> None:
    """Starts a thread that looks every so many seconds and calls `changed` once a change has lain still for one look.

    `known`: how the folders were before they were read, so that what came in meanwhile is a change.
    """
    ticks = changes(lambda: marks(folders), _beat(every), known)
    threading.Thread(target=_look_on, args=(ticks, changed), name="watch", daemon=True).start()


def _look_on(ticks: Iterable[None], changed: Callable[[], None]) -> None:
    for _ in ticks:
        changed()


def _beat(every: float) -> Iterator[None]:
    pause = threading.Event()
    while True:
        pause.wait(every)
        yield


def changes(look: Callable[[], Marks], beat: Iterable[None], known: Marks) -> Iterator[None]:
    """One item for each change from what is known, when two looks were alike: not in the middle of an upload."""
    last = known
    for _ in beat:
        now = look()
        if now == last and now != known:
            known = now
            yield
        last = now


def marks(folders: Iterable[Path]) -> Marks:
    """What changes when a file is written, added, moved, taken out or made readable. Hidden files (.git) are none of ours.

    Folders that are links are looked through as those are that they lead to.
    """
    found: set[Mark] = set()
    for folder in folders:
        seen: set[tuple[int, int]] = set()
        for place, names, files in os.walk(folder, followlinks=True):
            if _is_known(place, seen):
                names.clear()  # links in a circle
                continue
            is_deep = len(Path(place).relative_to(folder).parts) >= DEEPEST
            names[:] = [name for name in names if not name.startswith(".") and not is_deep]
            for name in files:
                if not name.startswith("."):
                    found |= _mark(Path(place) / name)
    return frozenset(found)


def _is_known(place: str, seen: set[tuple[int, int]]) -> bool:
    """Whether that folder was looked through before, under whatever name; it is added."""
    try:
        it = Path(place).stat()
    except OSError:  # gone between two looks
        return True
    is_known = (it.st_dev, it.st_ino) in seen
    seen.add((it.st_dev, it.st_ino))
    return is_known


def _mark(path: Path) -> set[Mark]:
    try:
        seen = path.stat()
    except OSError:  # gone between two looks
        return set()
    return {(str(path), seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)}
