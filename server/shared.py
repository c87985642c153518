"""A few bytes that a process and all its forks write and read: memory that they share.

It has two halves and before them a byte that says which one holds: what is read is never half written.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
from weakref import finalize

LENGTH = struct.Struct("<I")


class Shared:
    """Made before the fork. One writes at a time."""

    def __init__(self, room: int) -> None:
        """`room`: bytes that it can hold."""
        self._half = room + LENGTH.size
        self._file = os.memfd_create("jachai")  # for its lock
        finalize(self, os.close, self._file)
        os.ftruncate(self._file, 1 + 2 * self._half)
        self._memory = mmap.mmap(self._file, 1 + 2 * self._half)

    def put(self, data: bytes) -> bool:
        """Whether there was room for it; where there is none, what was there stays."""
        if len(data) + LENGTH.size > self._half:
            return False
        fcntl.lockf(self._file, fcntl.LOCK_EX)
        try:
            other = 1 - self._memory[0]
            start = 1 + other * self._half
            self._memory[start : start + LENGTH.size + len(data)] = LENGTH.pack(len(data)) + data
            self._memory[0] = other
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN)
        return True

    def read(self) -> bytes:
        """What was last put; nothing at first."""
        start = 1 + self._memory[0] * self._half
        (length,) = LENGTH.unpack_from(self._memory, start)
        start += LENGTH.size
        return bytes(self._memory[start : start + length])
