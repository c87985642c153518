"""A few bytes that one process writes and all its forks read: memory that they share.

It has two halves and before them a byte that says which one holds: what is read is never half written.
"""

from __future__ import annotations

import mmap
import struct

LENGTH = struct.Struct("<I")


class Shared:
    """Made before the fork; one process alone may write."""

    def __init__(self, room: int) -> None:
        """`room`: bytes that it can hold."""
        self._half = room + LENGTH.size
        self._memory = mmap.mmap(-1, 1 + 2 * self._half)

    def put(self, data: bytes) -> bool:
        """Whether there was room for it; where there is none, what was there stays."""
        if len(data) + LENGTH.size > self._half:
            return False
        other = 1 - self._memory[0]
        start = 1 + other * self._half
        self._memory[start : start + LENGTH.size + len(data)] = LENGTH.pack(len(data)) + data
        self._memory[0] = other
        return True

    def read(self) -> bytes:
        """What was last put; nothing at first."""
        start = 1 + self._memory[0] * self._half
        (length,) = LENGTH.unpack_from(self._memory, start)
        start += LENGTH.size
        return bytes(self._memory[start : start + length])
