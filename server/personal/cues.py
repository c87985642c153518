"""The words that say what a number is and whose, and the numbers that are everybody's: `wordlists/data/personal/`.

Faults are told as file:line, all at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from server.text.normalise import normalise
from server.text.shapes import LETTERS
from server.wordlists.data import read_whole
from server.wordlists.faults import Faults
from server.wordlists.fields import bilingual, date, refuse_unknown
from server.wordlists.source import Entry, items, mapping, read, text, texts

FOLDER = "data/personal"
PLAIN = ("hosts", "webmail", "mail")  # lists of texts
NUMBERS = ("numbers", "series")  # lists of {number, name}
FIELDS = ("title", "review", "cues", *PLAIN, *NUMBERS)
_TOKEN = re.compile(LETTERS)


@dataclass(frozen=True)
class Cue:
    """A cue's first word is its key in `Cues.phrases`; `rest` are the words behind it. `exact`: takes no ending."""

    kind: str
    rest: tuple[str, ...] = ()
    exact: bool = False


class Begun(NamedTuple):
    """What a word may begin: the kinds of the cues that it is by itself, longer cues by their second word, and the bits of those."""

    alone: tuple[str, ...] = ()
    onward: Mapping[str, Sequence[Cue]] = {}
    longer: int = 0


NOTHING = Begun()


@dataclass(frozen=True)
class Cues:
    """All cues by their first word in the normal form, and the public numbers and hosts."""

    phrases: dict[str, list[Cue]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)  # the longest later word of each cue, and its kinds
    kinds: set[str] = field(default_factory=set)
    public: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in (*PLAIN, *NUMBERS)})
    known: dict[str, Begun] = field(default_factory=dict)  # recent words, and what they may begin
    quiet: set[str] = field(default_factory=set)  # stretches of recent drafts that open no gate
    loud: dict[str, int] = field(default_factory=dict)  # those that do, with the gates' bits
    # words of recent stretches that may begin a cue, as `begun_in` tells them
    begins: dict[str, Sequence[tuple[int, int, Begun]]] = field(default_factory=dict)
    bit: dict[str, int] = field(default_factory=dict)  # of each gate
    bits: dict[tuple[str, ...], int] = field(default_factory=dict)  # of the gates that a finder asks for


def tokens(normal: str) -> list[str]:
    """The words of a cue: letters of one script, digits and signs away, a last ঃ too."""
    return [token for token in (found.rstrip("ঃ") for found in _TOKEN.findall(normal)) if token]


def cues_in(folders: Sequence[Path]) -> Cues:
    """The cues of these folders, each file from the first that has it. FaultyLists where one cannot be used."""
    cues = Cues()
    read_whole(folders, f"{FOLDER}/*.yaml", partial(_read_file, cues=cues))
    return cues


@cache
def shipped_cues() -> Cues:
    """The cues as shipped."""
    return cues_in(())


def _read_file(path: Path, faults: Faults, cues: Cues) -> None:
    fields = mapping(read(path, faults), faults)
    refuse_unknown(fields, FIELDS, faults)
    bilingual(fields.get("title"), faults, "title")
    if "review" in fields:
        date(fields["review"], faults, "review")
    for name in PLAIN:
        cues.public[name].update(normalise(value) for value, _ in texts(fields.get(name), faults, name) or ())
    for name in NUMBERS:
        cues.public[name].update(_numbers(fields.get(name), faults, name))
    if "cues" in fields:
        for kind, entry in mapping(fields["cues"].node, faults).items():
            _read_kind(kind, entry, cues, faults)


def _numbers(entry: Entry | None, faults: Faults, name: str) -> Iterable[str]:
    for node in items(entry, faults, name):
        fields = mapping(node, faults)
        refuse_unknown(fields, ("number", "name"), faults)
        digits = normalise(text(fields.get("number"), faults, "number"))
        if digits.isdecimal():
            yield digits
        else:
            line = node.start_mark.line + 1
            faults.add(line, "number: ঘরে শুধু সংখ্যা লিখুন", "number: write digits only")


def _read_kind(kind: str, entry: Entry, cues: Cues, faults: Faults) -> None:
    if kind in cues.kinds:
        faults.add(entry.line, f"‘{kind}’ অন্য ফাইলেও আছে", f"'{kind}' stands in another file too")
    cues.kinds.add(kind)
    seen: set[tuple[str, ...]] = set()
    for value, line in texts(entry, faults, kind) or ():
        words = tuple(tokens(normalise(value.removeprefix("="))))
        if not words:
            faults.add(line, f"‘{value}’: অক্ষরে লিখুন", f"'{value}': write it in letters")
        elif words in seen:
            faults.add(line, f"‘{value}’ আগেও আছে; একটি মুছুন", f"'{value}' stands already; delete one")
        else:
            cues.phrases.setdefault(words[0], []).append(Cue(kind, words[1:], value.startswith("=")))
            if len(words) > 1:
                cues.others.setdefault(max(words[1:], key=len), set()).add(kind)
        seen.add(words)
