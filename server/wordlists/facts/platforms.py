"""The limits of each platform: data/platforms.yaml, read with its faults told as file:line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from server.bilingual import in_bangla
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import date, one_of, refuse_unknown, words
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import Entry, Fields, mapping, read, text

FILE = "data/platforms.yaml"
COUNTS = ("utf16", "characters", "weighted")
NUMBERS = ("post", "reply", "hashtags", "mentions", "link")
LONGEST_NAME = 32  # code points of a name or an alias: as much as a record takes
NAME = re.compile(rf"[a-z0-9][a-z0-9.-]{{0,{LONGEST_NAME - 1}}}")
DIGITS = 7  # of a number; a code point has no more
FIELDS = ("count", *NUMBERS, "light", "aliases", "seen", "note")


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform's limits; 0: none. `post`, `reply`, `link`: in the units of `count`."""

    count: str
    post: int
    reply: int = 0
    hashtags: int = 0
    mentions: int = 0
    link: int = 0
    light: tuple[tuple[int, int], ...] = ()  # code points that weigh one, first to last

    def limit(self, is_answer: bool) -> int:
        """How long a post, or an answer to somebody, may be there."""
        return self.reply if is_answer and self.reply else self.post


def read_platforms(path: Path, faults: Faults) -> dict[str, Platform]:
    """Every platform of the file by name and alias; what is wrong in it is told in `faults`."""
    found: dict[str, Platform] = {}
    for name, entry in mapping(read(path, faults), faults).items():
        fields = mapping(entry.node, faults)
        refuse_unknown(fields, FIELDS, faults)
        platform = _read_platform(entry, fields, faults)
        aliases = words(fields["aliases"], faults, "aliases") if "aliases" in fields else ()
        if platform:
            found.update(dict.fromkeys((name, *aliases), platform))
        for odd in (own for own in (name, *aliases) if not NAME.fullmatch(own)):
            faults.add(
                entry.line,
                f"‘{odd}’: সর্বোচ্চ {in_bangla(LONGEST_NAME)}টি ছোট হাতের ইংরেজি অক্ষরে লিখুন, এক্সটেনশন যেভাবে পাঠায়, যেমন facebook",
                f"'{odd}': write at most {LONGEST_NAME} small Latin letters, as the extension sends it, such as facebook",
            )
    return found


def _read_platform(entry: Entry, fields: Fields, faults: Faults) -> Platform | None:
    for name in ("count", "post", "seen"):
        if name not in fields:
            faults.add(entry.line, f"‘{name}’ ঘরটি নেই; লিখুন", f"'{name}' is missing; write it")
            return None
    count = one_of(COUNTS)(fields["count"], faults, "count")
    date(fields["seen"], faults, "seen")
    numbers = {name: _number(fields[name], faults, name) for name in NUMBERS if name in fields}
    light = _ranges(fields["light"], faults) if "light" in fields else ()
    return Platform(count, light=light, **numbers) if count and all(numbers.values()) else None


def _number(entry: Entry, faults: Faults, name: str) -> int:
    value = text(entry, faults, name)
    if _is_number(value) and 0 < int(value) < 1_000_000:
        return int(value)
    faults.add(entry.line, f"{name}: একটি সংখ্যা লিখুন, যেমন 280", f"{name}: write a number, such as 280")
    return 0


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) <= DIGITS


def _ranges(entry: Entry, faults: Faults) -> tuple[tuple[int, int], ...]:
    found = []
    for value in words(entry, faults, "light"):
        low, dash, high = value.partition("-")
        if dash and _is_number(low) and _is_number(high) and int(low) <= int(high):
            found.append((int(low), int(high)))
        else:
            faults.add(entry.line, f"light: ‘{value}’; লিখুন 0-4351", f"light: not '{value}'; write 0-4351")
    return tuple(found)


def platforms_in(folders: Sequence[Path]) -> dict[str, Platform]:
    """The limits of the first folder that has them. FaultyLists where the file cannot be used."""
    return read_whole(folders, FILE, read_platforms)[0]
