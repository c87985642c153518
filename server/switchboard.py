"""The switch's file, watched: a change holds within a second in every process, with no reload."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from server.switch import Switch, in_force, read_switches
from server.wordlists.faults import FaultyLists

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds between looks at the file


class Switchboard:
    """What is in force. A file that turns faulty changes nothing; `fault` then says where it is wrong."""

    def __init__(self, path: Path | None, offices: Collection[str]) -> None:
        """FaultyLists where the file is wrong from the start."""
        self._path = path
        self._offices = offices
        self._next = time.monotonic() + EVERY
        self._mark = _mark_of(path) if path else ()
        self._switches = read_switches(path, offices) if path else {}
        self.fault = ""  # file:line: what is wrong

    def is_set(self) -> bool:
        """Whether the file says anything, be its hour come or not."""
        self._look_if_due()
        return bool(self._switches)

    def now(self, office: str) -> Switch | None:
        """What is in force for that office ("" for none known)."""
        self._look_if_due()
        return in_force(self._switches, office, datetime.now(UTC)) if self._switches else None

    def state(self) -> dict[str, object]:
        """{"set": whether the file says anything, "fault": where it is wrong}, for /ready."""
        self.look()
        return {"set": bool(self._switches), "fault": self.fault}

    def _look_if_due(self) -> None:
        if self._path and time.monotonic() >= self._next:
            self.look()

    def look(self) -> None:
        """Reads the file again if it has changed."""
        self._next = time.monotonic() + EVERY
        if not self._path or (mark := _mark_of(self._path)) == self._mark:
            return
        self._mark = mark
        try:
            self._switches, self.fault = read_switches(self._path, self._offices), ""
            log.warning(
                "the switch is now: %s", ", ".join(f"{name} {it.mode}" for name, it in self._switches.items()) or "off"
            )
        except FaultyLists as error:
            self.fault = str(error.faults[0])
            log.error("the switch stays as it was: %s", self.fault)
        except OSError as error:
            self.fault = type(error).__name__
            log.error("the switch stays as it was: %s", self.fault)


def _mark_of(path: Path) -> tuple[int, ...]:
    """What changes with the file; () where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
