"""Counters of `limits` in memory that all processes of one server share: made before the fork, bounded, no thread.

`limits`' own memory storage counts each process for itself and starts a thread at nearly every request.
"""

from __future__ import annotations

import mmap
import struct
import time
from time import monotonic

from limits.storage import Storage

SLOTS = 1 << 16
NEAR = 8  # slots that a key may lie in
SLOT = struct.Struct("<QII")  # key's hash, when it ends (seconds of time.monotonic), count; count and end 0: free


class Tally(Storage):
    """Two processes that count in the same microsecond may count one too few; a limit can bear that.

    Windows are counted on the clock that nobody sets, which is one for all processes: a clock set back locks nobody out.
    """

    STORAGE_SCHEME = ["jachai-tally"]  # noqa: RUF012  # as limits' own storages have it

    def __init__(self) -> None:
        super().__init__()
        self._table = mmap.mmap(-1, SLOTS * SLOT.size)

    @property
    def base_exceptions(self) -> type[Exception]:
        """What it may raise."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """One more; the count since the key's window began. `expiry`: the window's seconds."""
        now = monotonic()
        place, known, ends, count = self._find(key, now)
        if not count:
            ends = int(now + expiry) + 1
        SLOT.pack_into(self._table, place, known, ends, count + amount)
        return count + amount

    def _find(self, key: str, now: float) -> tuple[int, int, int, int]:
        """(place, key's hash, end, count) of the key's slot; count 0 where it has a free one, or pushed out the oldest."""
        wanted = hash(key) & 0xFFFF_FFFF_FFFF_FFFF  # the same in all processes, since they are forks of one
        free, oldest = -1, 1 << 32
        for step in range(NEAR):
            place = (wanted + step) % SLOTS * SLOT.size
            known, ends, count = SLOT.unpack_from(self._table, place)
            if known == wanted and ends > now:
                return place, wanted, ends, count
            if ends < oldest:
                free, oldest = place, ends
        return free, wanted, 0, 0

    def get(self, key: str) -> int:
        """The count in the key's present window."""
        return self._find(key, monotonic())[3]

    def get_expiry(self, key: str) -> float:
        """When the key's present window ends, in seconds of the clock as `limits` has it; now where there is none."""
        now = monotonic()
        return time.time() + (self._find(key, now)[2] or now) - now

    def check(self) -> bool:
        """It is always there."""
        return True

    def reset(self) -> int | None:
        """Forgets all counts."""
        self._table[:] = bytes(len(self._table))
        return None

    def clear(self, key: str) -> None:
        """Forgets the key's count."""
        place, _, _, count = self._find(key, monotonic())
        if count:
            SLOT.pack_into(self._table, place, 0, 0, 0)
