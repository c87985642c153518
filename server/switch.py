"""The central switch: a small YAML file by which IT lets every check only warn, or holds all publishing until an hour.

all:                        # or an office's id, which then holds for that office instead
  mode: hold                # hold | warn_only
  until: 2026-11-25 18:00   # Bangladesh time; none: until it is taken out
  message:
    bn: "আজ ভোটগ্রহণ চলছে; জরুরি প্রয়োজনে আইসিটি শাখায় যোগাযোগ করুন।"
    en: "Polls are open today; in an emergency call the ICT cell."
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

from server.bilingual import Bilingual, in_bangla
from server.wordlists.reading.faults import Fault, Faults, FaultyLists
from server.wordlists.reading.fields import DIGITS, one_of, refuse_unknown
from server.wordlists.reading.source import Entry, mapping, read, text

ALL = "all"  # every office; no profile may have it for its id
MODES = ("hold", "warn_only")
DHAKA = timezone(timedelta(hours=6))
MAX_MESSAGE = 300  # characters
FIELDS = ("mode", "until", "message")


@dataclass(frozen=True)
class Switch:
    """What is in force. `until` None: until it is taken out."""

    mode: str
    until: datetime | None
    message: Bilingual

    @classmethod
    def of_json(cls, fields: Mapping[str, Any]) -> Switch:
        """The one of which `as_json` made this."""
        until = datetime.fromisoformat(fields["until"]) if fields["until"] else None
        return cls(fields["mode"], until, Bilingual(**fields["message"]))

    def moved(self, zone: tzinfo) -> Switch:
        """The same, its hour told in another time zone."""
        return replace(self, until=self.until.astimezone(zone)) if self.until else self

    def ends(self, now: datetime) -> bool:
        """Whether its hour has come."""
        return self.until is not None and now >= self.until

    def as_json(self) -> dict[str, Any]:
        """As answers and /api/v1/office have it."""
        until = self.until.isoformat() if self.until else ""
        return {"mode": self.mode, "until": until, "message": {"bn": self.message.bn, "en": self.message.en}}


def read_switches(path: Path, offices: Collection[str]) -> dict[str, Switch]:
    """As `look_through`; FaultyLists, with every fault and hint, where there is one: for who writes the file."""
    found, faults = look_through(path, offices)
    if faults:
        raise FaultyLists(faults)
    return found


def look_through(path: Path, offices: Collection[str]) -> tuple[dict[str, Switch], list[Fault]]:
    """(the flawless switches of a file by office, "all" for every one; what is wrong); nothing where there is no file.

    What hurts nobody is a hint: an office that is not known (its profile may be gone), an entry whose hour has come.
    """
    if not path.exists() or _says_nothing(path.read_bytes()):
        return {}, []
    faults = Faults(path.name)
    fields = mapping(read(path, faults), faults)
    found, all_faults = dict[str, Switch](), faults.found
    for name, entry in fields.items():
        own = Faults(path.name)
        switch = _switch(entry, own)
        is_idle = (switch is not None and switch.ends(datetime.now(UTC))) or name not in (ALL, *offices)
        refuse_unknown({name: entry}, (ALL, *sorted(offices)), own)
        all_faults += [replace(fault, fatal=False) for fault in own.found] if is_idle else own.found
        if switch and not any(fault.fatal for fault in own.found):
            found[name] = switch
    return found, sorted(set(all_faults))


def _says_nothing(data: bytes) -> bool:
    """Whether there are comments and empty lines alone: that is how many switch a file off."""
    lines = (line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").splitlines())
    return all(not line or line.startswith(b"#") or line == b"---" for line in lines)


def _switch(entry: Entry, faults: Faults) -> Switch | None:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, FIELDS, faults)
    mode = one_of(MODES)(fields["mode"], faults, "mode") if "mode" in fields else None
    if "mode" not in fields:
        faults.add(entry.line, "mode: hold বা warn_only লিখুন", "write mode: hold or warn_only")
    message = _message(fields.get("message"), faults)
    if mode == "hold" and not message.bn:
        faults.add(
            entry.line, "message-এর নিচে bn: লিখুন; লেখক এটিই দেখবেন", "write bn: below message; the writer sees it"
        )
    until = read_until(text(fields["until"], faults, "until")) if "until" in fields else None
    if "until" in fields and until is None:
        faults.add(fields["until"].line, "until: এভাবে লিখুন, যেমন 2026-11-25 18:00", "until: write 2026-11-25 18:00")
    switch = Switch(mode, until, message) if mode else None
    if until and switch and switch.ends(datetime.now(UTC)):
        over = hour(until)
        faults.add(
            fields["until"].line,
            f"until: সময়টি ({over}) পেরিয়ে গেছে, তাই এটি চালু নেই; পরের কোনো সময় লিখুন বা মুছুন",
            f"until: {over} has passed, so this is not in force; write a later hour, or take it out",
            fatal=False,
        )
    return switch


def _message(entry: Entry | None, faults: Faults) -> Bilingual:
    fields = mapping(entry.node if entry else None, faults)
    refuse_unknown(fields, ("bn", "en"), faults)
    said = Bilingual(text(fields.get("bn"), faults, "bn"), text(fields.get("en"), faults, "en"))
    if entry and max(map(len, said)) > MAX_MESSAGE:
        faults.add(
            entry.line,
            f"message: {in_bangla(MAX_MESSAGE)} অক্ষরের মধ্যে লিখুন",
            f"message: at most {MAX_MESSAGE} characters",
        )
    return said


def read_until(written: str) -> datetime | None:
    """A moment, in Bangladesh time where no offset is written; None where it is none. Digits may be Bangla."""
    written = written.translate(DIGITS)
    if ":" not in written:
        return None  # a day alone: from its first minute or to its last?
    try:
        found = datetime.fromisoformat(written)
        found = found if found.tzinfo else found.replace(tzinfo=DHAKA)
        found.astimezone(DHAKA)
    except (ValueError, OverflowError):  # no moment, or one of the last day of year 9999
        return None
    return found


def hour(moment: datetime) -> str:
    """The moment as it is written and shown: in Bangladesh time, with seconds where it has any."""
    moment = moment.astimezone(DHAKA)
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"


def in_force(switches: Mapping[str, Switch], office: str, now: datetime) -> Switch | None:
    """The office's own switch, else that of all; None where there is none or its hour has come."""
    for name in (office, ALL):
        found = switches.get(name)
        if found and not found.ends(now):
            return found
    return None
