"""The words that say what a number is and whose, and the numbers that are everybody's: `wordlists/data/personal/`.

Faults are told as file:line, all at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple

from server.text.bounded import Bounded, ByText
from server.text.normalise import normalise
from server.text.shapes import LETTERS
from server.wordlists.facts.persons import FOLDER, PATTERN
from server.wordlists.reading.faults import Faults, closest
from server.wordlists.reading.fields import bilingual, date, refuse_no_phrases, refuse_unknown
from server.wordlists.reading.folders import SHIPPED, is_shipped, read_whole, seen
from server.wordlists.reading.source import Entry, items, mapping, read, text, texts

_HOST = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# lists of texts: the shape without which one is found in no address, and one of that shape
PLAIN = {"hosts": (_HOST, "example.org"), "webmail": (_HOST, "example.com"), "mail": (re.compile("[a-z]+"), "info")}
NUMBERS = ("numbers", "series")  # lists of {number, name}
EXACT = "="  # before a cue that takes no ending
FIELDS = ("title", "review", "cues", *PLAIN, *NUMBERS)
# how many words, stretches between spaces, and pieces of about a kilobyte each are remembered
MOST_WORDS, MOST_STRETCHES, MOST_PIECES = 8192, 16_384, 2048
LONGEST_STRETCH = 32  # code points of a remembered one
_TOKEN = re.compile(LETTERS)


@dataclass(frozen=True)
class Cue:
    """A cue's first word is its key in `Cues.phrases`; `rest` are the words behind it. `exact`: takes no ending."""

    kind: str
    rest: tuple[str, ...] = ()
    exact: bool = False

    @property
    def longest(self) -> str:
        """The longest of the words behind the first."""
        return max(self.rest, key=len)


class Begun(NamedTuple):
    """What a word may begin: the kinds of the cues that it is by itself, and longer cues by their second word."""

    alone: tuple[str, ...] = ()
    onward: Mapping[str, Sequence[Cue]] = {}
    longer: int = 0  # the bits of the longer ones' kinds
    firsts: int = 0  # those by which they find their longest other words


NOTHING = Begun()
# of a stretch: code points before it, its own without a last ঃ, what it may begin
Words = tuple[tuple[int, int, Begun], ...]


@dataclass(slots=True)
class Piece:
    """What the stretches of a piece of text open: the bits of all, and, once asked for, their words, each with the code points before it."""

    bits: int
    begun: tuple[tuple[int, Words], ...] | None = None


@dataclass(frozen=True)
class Cues:
    """All cues by their first word in the normal form, and the public numbers and hosts."""

    phrases: dict[str, list[Cue]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)  # the longest later word of each cue, and its kinds
    # of the shipped files: each kind that was read and where it stands; all kinds, once an office's own file is held to them
    kinds: dict[str, str] = field(default_factory=dict)
    shipped: list[str] = field(default_factory=list)
    public: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in (*PLAIN, *NUMBERS)})
    # recent words, and what they may begin
    known: ByText[Begun] = field(default_factory=lambda: ByText(MOST_WORDS))
    # further gates, and which stretches open them
    beside: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)
    # stretches of recent drafts, and the bits of what they open
    met: ByText[int] = field(default_factory=lambda: ByText(MOST_STRETCHES, LONGEST_STRETCH))
    # stretches, and their words that may begin a cue
    begins: ByText[Words] = field(default_factory=lambda: ByText(MOST_STRETCHES, LONGEST_STRETCH))
    # pieces of recent drafts, by their hash
    pieces: Bounded[int, Piece] = field(default_factory=lambda: Bounded(MOST_PIECES))
    bit: dict[str, int] = field(default_factory=dict)  # of each gate
    # each kind with the longest other word of one of its cues, numbered, and by that number the bit of the kind
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)
    paired: dict[int, int] = field(default_factory=dict)
    bits: dict[tuple[str, ...], int] = field(default_factory=dict)  # of the gates that a finder asks for

    def apart(self, beside: Mapping[str, Callable[[str], bool]]) -> Cues:
        """The same with these further gates, and with a memory of its own of what opens one."""
        return replace(self, beside=beside, met=ByText(MOST_STRETCHES, LONGEST_STRETCH), pieces=Bounded(MOST_PIECES))

    @cached_property
    def every_first(self) -> int:
        """A bit in every second place, the first included, for all `pairs` that may be numbered."""
        return ((1 << 2 * sum(map(len, self.others.values()))) - 1) // 3


def tokens(normal: str) -> list[str]:
    """The words of a cue: letters of one script, digits and signs away, a last ঃ too."""
    return [token for token in (found.rstrip("ঃ") for found in _TOKEN.findall(normal)) if token]


def cues_in(folders: Sequence[Path]) -> Cues:
    """The cues of these folders, each file from the first that has it. FaultyLists where one cannot be used.

    What an office's own file says of a shipped kind is added to it.
    """
    cues = Cues()
    read_whole(folders, PATTERN, partial(_read_file, cues=cues))
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
        cues.public[name].update(_plain(fields.get(name), faults, name))
    for name in NUMBERS:
        cues.public[name].update(_numbers(fields.get(name), faults, name))
    if "cues" in fields:
        is_ours = is_shipped(path, FOLDER)  # of others nobody has looked at each row
        refuse = _refuse_second if is_ours else _refuse_foreign
        for kind, entry in mapping(fields["cues"].node, faults).items():
            refuse(kind, entry.line, cues, faults)
            if not is_ours:
                refuse_no_phrases(entry, faults, kind, exact=EXACT)
            _read_kind(kind, entry, cues, faults)


def _plain(entry: Entry | None, faults: Faults, name: str) -> Iterable[str]:
    shape, example = PLAIN[name]
    for value, line in texts(entry, faults, name) or ():
        if shape.fullmatch(found := normalise(value)):
            yield found
        else:
            faults.add(
                line,
                f"{name}: ‘{value}’ কোনো ঠিকানায় মিলবে না; এভাবে লিখুন: {example}",
                f"{name}: '{value}' would match no address; write it as in {example}",
            )


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


def _refuse_second(kind: str, line: int, cues: Cues, faults: Faults) -> None:
    """A fault where another shipped file has the kind: whoever looks for it there would not see the rest."""
    other = cues.kinds.setdefault(kind, faults.file)
    if other != faults.file:
        faults.add(
            line,
            f"‘{kind}’ {other}-এও আছে; একটি ফাইলে রাখুন",
            f"'{kind}' stands in {other} too; keep it in one file",
        )


def _refuse_foreign(kind: str, line: int, cues: Cues, faults: Faults) -> None:
    """A fault for a kind that no shipped file has: nobody would ever look for its words."""
    if not cues.shipped:
        cues.shipped.extend(_kinds_of(SHIPPED))
    if kind not in cues.shipped:
        shown = ", ".join([*closest(kind, cues.shipped), f"… ({PATTERN})"])
        faults.add(
            line, f"‘{kind}’ নামে কোনো ধরন নেই; এগুলোর একটি লিখুন: {shown}", f"no kind '{kind}'; write one of: {shown}"
        )


def _kinds_of(base: Path) -> tuple[str, ...]:
    """The kinds of all files of a folder, those too that another folder's file of the same name hides."""
    found: list[str] = []
    for path in seen(base, PATTERN):
        faults = Faults.of(path, base)  # told where the file is read for its cues
        cues = mapping(read(path, faults), faults).get("cues")
        found += mapping(cues.node, faults) if cues else ()
    return tuple(found)


def _read_kind(kind: str, entry: Entry, cues: Cues, faults: Faults) -> None:
    above: set[tuple[str, ...]] = set()
    for value, line in texts(entry, faults, kind) or ():
        words = tuple(tokens(normalise(value.removeprefix(EXACT))))
        if not words:
            faults.add(line, f"‘{value}’: অক্ষরে লিখুন", f"'{value}': write it in letters")
        elif words in above:
            faults.add(line, f"‘{value}’ আগেও আছে; একটি মুছুন", f"'{value}' stands already; delete one")
        else:
            cue = Cue(kind, words[1:], value.startswith(EXACT))
            _add(cue, cues.phrases.setdefault(words[0], []))
            if cue.rest:
                cues.others.setdefault(cue.longest, set()).add(kind)
        above.add(words)


def _add(cue: Cue, to: list[Cue]) -> None:
    """Adds a cue once: where files differ in how exact it is, it takes endings, as one of them wants."""
    for place, other in enumerate(to):
        if other.kind == cue.kind and other.rest == cue.rest:
            if not cue.exact:
                to[place] = cue
            return
    to.append(cue)
