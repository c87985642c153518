"""The central switch: a small YAML file by which IT lets every check only warn, or holds all publishing until an hour.

all:                        # or an office's id, which then holds for that office instead
  mode: hold                # hold | warn_only
  until: 2026-11-25 18:00   # Bangladesh time; none: until it is taken out
  message:
    bn: "নির্বাচনের কারণে বিকেল ৬টা পর্যন্ত সব প্রকাশ স্থগিত।"
    en: "All publishing is held until 6 pm for the election."
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from server.severity import Bilingual
from server.wordlists.faults import Faults, FaultyLists
from server.wordlists.fields import one_of, refuse_unknown
from server.wordlists.source import Entry, mapping, read, text

MODES = ("hold", "warn_only")
ALL = "all"
DHAKA = timezone(timedelta(hours=6))
MAX_MESSAGE = 300  # characters
FIELDS = ("mode", "until", "message")


@dataclass(frozen=True)
class Switch:
    """What is in force. `until` None: until it is taken out."""

    mode: str
    until: datetime | None
    message: Bilingual

    def as_json(self) -> dict[str, Any]:
        """As answers and /api/v1/office have it."""
        until = self.until.isoformat() if self.until else ""
        return {"mode": self.mode, "until": until, "message": {"bn": self.message.bn, "en": self.message.en}}


def read_switches(path: Path, offices: Collection[str]) -> dict[str, Switch]:
    """The switches of a file by office ("all" for every one); none where there is no file. FaultyLists where it is wrong."""
    if not path.exists() or not path.read_bytes().strip():
        return {}
    faults = Faults(path.name)
    fields = mapping(read(path, faults), faults)
    refuse_unknown(fields, (ALL, *sorted(offices)), faults)
    found = {name: _switch(entry, faults) for name, entry in fields.items()}
    if faults.found:
        raise FaultyLists(faults.found)
    return {name: switch for name, switch in found.items() if switch}


def _switch(entry: Entry, faults: Faults) -> Switch | None:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, FIELDS, faults)
    mode = one_of(MODES)(fields["mode"], faults, "mode") if "mode" in fields else None
    if "mode" not in fields:
        faults.add(entry.line, "mode: hold বা warn_only লিখুন", "write mode: hold or warn_only")
    message = _message(fields.get("message"), faults)
    if mode == "hold" and not message.bn:
        faults.add(
            entry.line, "message এর নিচে bn: লিখুন; লেখক এটিই দেখবেন", "write bn: below message; the writer sees it"
        )
    until = read_until(text(fields["until"], faults, "until")) if "until" in fields else None
    if "until" in fields and until is None:
        faults.add(fields["until"].line, "until: লিখুন 2026-11-25 18:00", "until: write 2026-11-25 18:00")
    return Switch(mode, until, message) if mode else None


def _message(entry: Entry | None, faults: Faults) -> Bilingual:
    fields = mapping(entry.node if entry else None, faults)
    refuse_unknown(fields, ("bn", "en"), faults)
    said = Bilingual(text(fields.get("bn"), faults, "bn"), text(fields.get("en"), faults, "en"))
    if entry and max(map(len, said)) > MAX_MESSAGE:
        faults.add(entry.line, f"message: {MAX_MESSAGE} অক্ষরের মধ্যে লিখুন", f"message: at most {MAX_MESSAGE} characters")
    return said


def read_until(written: str) -> datetime | None:
    """A moment, in Bangladesh time where no offset is written; None where it is none."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    if ":" not in written:
        return None  # a day alone: from its first minute or to its last?
    return found if found.tzinfo else found.replace(tzinfo=DHAKA)


def in_force(switches: Mapping[str, Switch], office: str, now: datetime) -> Switch | None:
    """The office's own switch, else that of all; None where there is none or its hour has come."""
    for name in (office, ALL):
        found = switches.get(name)
        if found and (found.until is None or now < found.until):
            return found
    return None
