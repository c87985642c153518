"""The switch's file, watched: a change holds within a second in every process, with no reload."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import orjson

from server.digest import digest
from server.shared import Shared
from server.switch import Switch, in_force, look_through

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds between looks at the file
ROOM = 1 << 20  # bytes reserved for the last good switches; only the pages actually written use memory

Mark = tuple[int, ...]


class Switchboard:
    """What is in force. A file that turns faulty changes nothing; `fault` then says where it is wrong.

    Made before the fork. Whoever reads a good file keeps its switches where all see them: a worker may not have been asked
    anything while the file was good, the master was busy with a reload, another worker may be new.
    """

    def __init__(self, path: Path | None, offices: Collection[str]) -> None:
        """Of a file that is faulty from the start, what is flawless in it holds: nobody's checks wait for its mending."""
        self._path = path
        self._offices = offices
        self._kept = Shared(ROOM) if path else None
        self._next = 0.0
        self._mark: Mark | None = None
        self._is_new = True  # whether it has not been looked at yet
        self._switches: dict[str, Switch] = {}
        self._read_at = 0.0  # time.monotonic(), which all processes share
        self.fault = ""  # file:line: what is wrong
        self.hint = ""  # the same, of what stops nothing
        self.look()

    def is_set(self) -> bool:
        """Whether anything is in force for anybody."""
        self._look_if_due()
        return not all(map(_has_ended, self._switches.values()))

    def now(self, office: str) -> Switch | None:
        """What is in force for that office ("" for none known)."""
        self._look_if_due()
        return in_force(self._switches, office, datetime.now(UTC)) if self._switches else None

    def state(self) -> dict[str, object]:
        """{"set": whether anything is in force, "hash": of what, "fault": where it is wrong, "hint": what is idle}, for /ready."""
        self.look()
        return {"set": self.is_set(), "hash": self._hash(), "fault": self.fault, "hint": self.hint}

    def _hash(self) -> str:
        """What tells what is in force from another server's; "" where nothing is."""
        set_now = {
            name: switch.moved(UTC).as_json() for name, switch in self._switches.items() if not _has_ended(switch)
        }
        return digest(set_now) if set_now else ""

    def go_on_from(self, old: Switchboard) -> None:
        """At a reload: where the file is faulty now, what the old board said holds on."""
        if self.fault:
            self._read_at = old._read_at
            self._switches = old._switches
            self._take_newer(old._kept)
            self._keep()

    def _look_if_due(self) -> None:
        if self._path and time.monotonic() >= self._next:
            self.look()

    def look(self) -> None:
        """Reads the file again if it has changed. No fault of it, or of the disk, is raised."""
        self._next = time.monotonic() + EVERY
        if not self._path or (mark := _mark_of(self._path)) == self._mark:
            return
        is_first, said_before, self._is_new = self._is_new, (self.fault, self.hint), False
        found, self.fault, self.hint, is_read = _read(self._path, self._offices)
        self._mark = mark if is_read else None  # what could not be read is tried again, changed or not
        if said_before == (self.fault, self.hint) and not is_read:
            self._take_newer(self._kept)
            return
        if self.hint:
            log.warning("the switch: %s", self.hint)
        if self.fault:
            log.error("the switch %s: %s", "is faulty from the start" if is_first else "stays as it was", self.fault)
        if is_first or not self.fault:
            said = ", ".join(f"{name} {switch.mode}" for name, switch in found.items() if not _has_ended(switch))
            if said or not is_first:
                log.warning("the switch is now: %s", said or "off")
            self._hold(found)
        else:
            self._take_newer(self._kept)

    def _hold(self, switches: dict[str, Switch]) -> None:
        self._switches, self._read_at = switches, time.monotonic()
        self._keep()

    def _keep(self) -> None:
        if self._kept:
            switches = {name: switch.as_json() for name, switch in self._switches.items()}
            self._kept.put(orjson.dumps({"at": self._read_at, "switches": switches}))

    def _take_newer(self, kept: Shared | None) -> None:
        """What another process read of a good file, where that was after this one did."""
        other = orjson.loads(kept.read() or b"{}") if kept else {}
        if other and other["at"] > self._read_at:
            self._read_at = other["at"]
            self._switches = {name: Switch.of_json(it) for name, it in other["switches"].items()}


def _read(path: Path, offices: Collection[str]) -> tuple[dict[str, Switch], str, str, bool]:
    """(the flawless switches, the first fault, the first hint, whether the file was read at all)."""
    try:
        found, faults = look_through(path, offices)
    except PermissionError as error:
        why, cure = type(error).__name__, f"chown jachai: {path}; chmod 644 {path}"
        told = f"{path}: পড়ার অনুমতি নেই ({why}); root হিসেবে চালান: {cure} | cannot be read ({why}); run as root: {cure}"
        return {}, told, "", False
    except Exception as error:  # a disk's, or a file made to be too much for YAML: the switch must not end the server
        why = type(error).__name__
        told = (
            f"{path}: পড়া যায়নি ({why}); ঠিক করুন, বা চালান: switch off | cannot be read ({why}); mend it, or run: switch off"
        )
        return {}, told, "", not isinstance(error, OSError)
    fatal, idle = ([str(it) for it in faults if it.fatal is wanted] for wanted in (True, False))
    return found, next(iter(fatal), ""), next(iter(idle), ""), True


def _has_ended(switch: Switch) -> bool:
    return switch.ends(datetime.now(UTC))


def _mark_of(path: Path) -> Mark:
    """What changes with the file and with who may read it; () where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
