"""The files in which each process keeps its figures: their room is taken beforehand, and none of them is worth an answer.

prometheus_client lays a file out as one hole and writes to it as to memory: where the disk below is full, that ends the process.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from prometheus_client.mmap_dict import MmapedDict

FIRST = 1 << 16  # bytes, as prometheus_client begins; a file that is full is doubled
ENTRY = 64  # bytes at most that an entry takes beside its key


class FigureFile(MmapedDict):
    """As prometheus_client has it. OSError where there is no room for one more entry."""

    def __init__(self, filename: str) -> None:
        """Where there is no room for the file at all, or no folder, this process counts for itself, seen by nobody."""
        unseen = -1 if _has_room(Path(filename)) else os.memfd_create("figures")
        super().__init__(filename if unseen < 0 else f"/proc/self/fd/{unseen}")  # type: ignore[no-untyped-call]
        if unseen >= 0:
            os.close(unseen)

    def _init_value(self, key: str) -> None:
        if self._used + len(key.encode()) + ENTRY > self._capacity:
            os.posix_fallocate(self._f.fileno(), 0, 2 * self._capacity)
        super()._init_value(key)  # type: ignore[no-untyped-call]


def _has_room(path: Path) -> bool:
    """Whether the file lies there with all its room; its folder is made where somebody has taken it away."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with path.open("ab") as file:
            os.posix_fallocate(file.fileno(), 0, os.fstat(file.fileno()).st_size or FIRST)
    except OSError:
        with suppress(OSError):
            if not path.stat().st_size:
                path.unlink()  # who adds up all figures cannot read an empty file
        return False
    return True
