"""What a change of the lists would newly flag, and what it would newly leave alone: `flask wordlists diff OLD NEW`."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from server.bilingual import in_bangla
from server.wordlists.load import Lists, harmless_sentences, load
from server.wordlists.reading.faults import Fault, Faults, FaultyLists, refuse_fatal
from server.wordlists.reading.schema import CLAUSES_OF, SHADOW
from server.wordlists.reading.source import lines_of
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.lint import Read, broken_rules
from server.wordlists.tending.own_process import made_in_parts

SHOWN = 3  # texts shown for each term
WIDTH = 80  # code points shown of a text


class BadRevision(ValueError):
    """Neither a folder nor a revision of git that holds wordlists/."""


class Side(NamedTuple):
    """One of the two: its folders, the lists as read, the ruleset that they make, what is wrong in them, and in their data.

    `of_data`: where it is told, the other side's data stands in for what cannot be read.
    """

    folders: tuple[Path, ...]
    lists: Lists
    ruleset: Ruleset
    faults: list[Fault]
    of_data: tuple[Fault, ...] = ()


class Flag(NamedTuple):
    """One term that flags one text."""

    clause: str
    source: str
    severity: str  # or "shadow": counted, not shown


Told = Callable[[Ruleset, str], set[Flag]]


class Compared(NamedTuple):
    """One text, what the old lists flag in it and what the new ones do."""

    text: str
    was: set[Flag]
    now: set[Flag]


class Change(NamedTuple):
    """What differs for one term: the texts that it newly flags (`sign` "+") or newly leaves alone ("-")."""

    sign: str
    flag: Flag
    texts: tuple[str, ...]


def folder_of(name: str, scratch: Path) -> Path:
    """The lists' folder: `name` itself, or what git has under wordlists/ at that revision, unpacked below `scratch`."""
    if Path(name).is_dir():
        return Path(name).resolve()
    # a release is root's, and who asks is the server's user: git would refuse to read what belongs to another
    trusting = ["git", "-c", f"safe.directory={Path.cwd()}"]
    try:
        archive = subprocess.run([*trusting, "archive", name, "wordlists"], capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        why = type(error).__name__
        raise BadRevision(
            f"‘{name}’ ফোল্ডার নয়, আর git-এর সংস্করণ হলেও git চালানো যায়নি ({why}); git বসান (apt-get install git), অথবা ফোল্ডারের নাম দিন | "
            f"'{name}' is no folder, and git, which would read a revision, cannot be run ({why}); install it (apt-get install git), or name a folder"
        ) from None
    if archive.returncode:
        raise BadRevision(
            f"‘{name}’ ফোল্ডার নয়, git-এর সংস্করণও নয় | '{name}' is neither a folder nor a git revision with wordlists/"
        )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2, which Debian 12 has, knows none
        tar.extractall(scratch)  # noqa: S202  # git's own archive
    return scratch / "wordlists"


def layers(sides: Sequence[Path], named: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The folders of each side, as `named` (JACHAI_WORDLISTS) lays them over each other.

    A side that is not among them, such as yesterday's state of an office's folder, is laid over the same folders as that one.
    """
    known = [folder.resolve() for folder in named]
    under = known[: max((known.index(side) for side in sides if side in known), default=0)]
    return [tuple(known[: known.index(side) + 1]) if side in known else (*under, side) for side in sides]


def read_side(folders: Sequence[Path], learned: bool = True, is_new: bool = False) -> Side:
    """What these folders make. FaultyLists without any list. An old list may break a newer rule: only `is_new` is held to them.

    `learned`: whether their learned evidence counts.
    """
    lists, faults = load(folders)
    if not lists.lists:
        raise FaultyLists(faults)
    if is_new:
        faults += broken_rules(lists)
    return Side(tuple(folders), lists, Ruleset(lists, learned), faults)


def filled_in(old: Side, new: Side, data: Iterable[Read]) -> Side:
    """OLD with NEW's data for what of its own cannot be read today: a check without it would find nothing, or not run."""
    faults: list[Fault] = []
    for read in data:
        try:
            old.ruleset.data(read)
        except FaultyLists as error:
            faults += error.faults
            old.ruleset.take_data(read, new.ruleset)
    return old._replace(of_data=tuple(faults))


def compare(old: Side, new: Side, texts: Iterable[str], told: Told | None = None) -> list[Compared]:
    """Those of these texts, each once, in which the two flag not the same. `told`: what else a ruleset makes of a text."""
    tried = list(dict.fromkeys(texts))

    def flagged(side: Side, text: str) -> set[Flag]:
        return _flags(side.ruleset, text) | (told(side.ruleset, text) if told else set())

    def differing(part: int, parts: int) -> list[Compared]:
        first, behind = (len(tried) * it // parts for it in (part, part + 1))
        pairs = (Compared(text, flagged(old, text), flagged(new, text)) for text in tried[first:behind])
        return [pair for pair in pairs if pair.was != pair.now]

    return made_in_parts(differing)


def changes(compared: Iterable[Compared]) -> Iterator[Change]:
    """Per term, what the new lists flag and the old do not, and the other way round."""
    gained: dict[Flag, list[str]] = {}
    lost: dict[Flag, list[str]] = {}
    for text, was, now in compared:
        for flag in now - was:
            gained.setdefault(flag, []).append(text)
        for flag in was - now:
            lost.setdefault(flag, []).append(text)
    for sign, found in (("+", gained), ("-", lost)):
        for flag in sorted(found):
            yield Change(sign, flag, tuple(found[flag]))


def own_texts(old: Side, new: Side) -> list[str]:
    """What the lists of both sides bring to be tried with: their harmless/ and each term's `flags` and `passes`."""
    folders = dict.fromkeys((*old.folders, *new.folders))
    sentences = [sentence for _, _, sentence in harmless_sentences(list(folders))]
    terms = (term for side in (old, new) for own in side.lists.lists for term in own.terms)
    shown = (example.text for term in terms for example in (*term.flags, *term.passes))
    return list(dict.fromkeys([*sentences, *shown]))


def _flags(ruleset: Ruleset, text: str) -> set[Flag]:
    offsets, matches = ruleset.read(text)
    shown = {Flag(match.word_list.clause, match.term.source, match.severity.word) for match in matches}
    shadowed = ruleset.shadowed(offsets.normal)
    return shown | {Flag(match.word_list.clause, match.term.source, SHADOW) for match in shadowed}


def read_texts(path: Path) -> list[str]:
    """The texts of a file: JSON lines with a `text` each, else one text a line. FaultyLists, with every line that is neither."""
    faults = Faults(str(path))
    texts = []
    for number, line in enumerate(lines_of(path, faults), 1):
        text = _text_in(line) if line.startswith("{") else line.strip()
        if text is None:
            faults.add(
                number,
                '{ দিয়ে শুরু হলে লাইনটি এভাবে লিখুন: {"text": "লেখা"}',
                'a line that begins with { is JSON; write it as {"text": "..."}',
            )
        elif text:
            texts.append(text)
    refuse_fatal(faults.found)
    return texts


def _text_in(line: str) -> str | None:
    """The `text` of a line of JSON; None where there is none."""
    try:
        text = json.loads(line).get("text")  # what begins with { is an object
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def report(compared: Collection[Compared]) -> Iterator[str]:
    """What changes per term as lines to read, then how many texts for each clause."""
    for change in changes(compared):
        yield f"{change.sign} {change.flag.clause} {change.flag.severity} {change.flag.source}: {len(change.texts)}"
        for text in change.texts[:SHOWN]:
            yield f"      {text[:WIDTH]}"
        more = len(change.texts) - SHOWN
        if more > 0:
            yield f"      … আরও {in_bangla(more)}টি | {more} more"
    for clause in sorted({flag.clause for pair in compared for flag in pair.was ^ pair.now}):
        yield _sum(clause, compared)
    if not compared:
        yield "এই লেখাগুলোর কোনোটি ভিন্নভাবে ধরা পড়ে না | none of these texts is flagged otherwise"


def _sum(clause: str, compared: Iterable[Compared]) -> str:
    """How many texts a clause newly flags, newly leaves alone and tells otherwise, as the writer sees it."""
    gained = lost = otherwise = 0
    for _, *sides in compared:
        was, now = ({flag for flag in side if flag.clause == clause and flag.severity != SHADOW} for side in sides)
        gained += bool(now and not was)
        lost += bool(was and not now)
        otherwise += bool(was and now and was != now)
    if clause in CLAUSES_OF["replies"]:
        clause += " (উত্তর হলে | where it is a reply)"
    told = f"{clause}: +{gained} নতুন ধরা | newly flagged, -{lost} আর ধরা নয় | newly silent"
    return f"{told}, ~{otherwise} ভিন্নভাবে ধরা | told otherwise" if otherwise else told
