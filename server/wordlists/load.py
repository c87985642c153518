"""Reads the folders of lists, later ones over earlier ones: base, then what an office adds, changes or retires."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server.wordlists.facts.guideline import FILE as GUIDELINE
from server.wordlists.facts.guideline import Guideline, read_guideline
from server.wordlists.facts.parties import FOLDER as PARTIES
from server.wordlists.facts.parties import read_party, refuse_shared
from server.wordlists.facts.persons import Persons, read_people
from server.wordlists.learned.little import FILE as LITTLE
from server.wordlists.learned.little import read_little
from server.wordlists.learned.names import FILE as NAMES
from server.wordlists.learned.names import Names, read_names
from server.wordlists.learned.plain import FILE as PLAIN
from server.wordlists.learned.plain import Plain, read_plain
from server.wordlists.learned.senses import FILE as SENSES
from server.wordlists.learned.senses import Senses, read_senses
from server.wordlists.reading.contexts import read_contexts
from server.wordlists.reading.faults import Fault, Faults, FaultyLists, escaped
from server.wordlists.reading.folders import SHIPPED, refuse_closed, seen
from server.wordlists.reading.layers import Key, is_copy, is_misnamed, lay
from server.wordlists.reading.pieces import is_lost, refuse_ansi, refuse_lost
from server.wordlists.reading.schema import GROUP_FOLDER, LIST_FOLDERS, Term, WordList, read_list
from server.wordlists.reading.source import NO_FOLDER, NOT_A_FOLDER, bytes_of, lines_of
from server.wordlists.reading.table import FOLDER as LEARNED
from server.wordlists.reading.table import Table, read_table

HARMLESS = "harmless"
NEAR_MISSES = "near"  # in it: beside each table's taught sentences what it must leave alone, tens of thousands
EVERYDAY = "everyday"  # in it: talk of every kind that breaks no letter of clause 9, though an office may not post it
# in it: whole posts of offices that break nothing; their words and names would only fill a server's memory
POSTS = "posts"
ASIDE = (NEAR_MISSES, EVERYDAY, POSTS)  # not tried at every start: `wordlists lint` and `learn` read them
COMMON_WORDS = "words.tsv"  # in it: the words that are frequent in official texts
TAUGHT = "taught"  # our own sentences that must be found, one file a table
DATA = "data"
VERSION = "VERSION"
DATA_FOLDERS = tuple(f"{DATA}/{name}" for name in ("contexts", "parties", "personal", "selectors"))
AT_START = (*LIST_FOLDERS, GROUP_FOLDER, LEARNED, HARMLESS, DATA, *DATA_FOLDERS)  # where files are read at every start


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists at one moment, as read: nothing compiled, nothing checked between the files yet."""

    guideline: Guideline
    lists: tuple[WordList, ...]  # groups among them
    version: str
    hash: str
    learned: tuple[Table, ...] = ()
    names: Names = field(default_factory=Names)
    plain: Plain = field(default_factory=Plain)
    little: frozenset[str] = frozenset()
    senses: Senses = field(default_factory=Senses)
    persons: Persons = field(default_factory=Persons)
    folders: tuple[Path, ...] = ()


def load(folders: Sequence[Path]) -> tuple[Lists, list[Fault]]:
    """The lists of these folders, and every fault found in reading them. FaultyLists where there is no guideline, or no way in."""
    refuse_closed(folders, AT_START)
    faults: list[Fault] = []
    digest = hashlib.sha256()
    lists = _read_lists(folders, digest, faults)
    guideline = _read_guideline(folders, digest, faults)
    version = _read_version(folders, faults)
    tables = _read_learned(folders, digest, faults)
    people = read_people(folders)
    names = read_names(folders, {**people, **_phrases_of_groups(lists)}, faults)
    plain, little = read_plain(folders, faults), read_little(folders, faults)
    senses = read_senses(folders, {word_list.id for word_list in lists}, faults)
    persons = Persons(people)
    found = digest.hexdigest()
    return Lists(
        guideline, lists, version, found, tables, names, plain, little, senses, persons, tuple(folders)
    ), faults


def _read_lists(folders: Sequence[Path], digest: hashlib._Hash, faults: list[Fault]) -> tuple[WordList, ...]:
    """The lists and groups, later folders laid over earlier ones. The hash names what the checks read of data/, too."""
    merged: dict[Key, WordList] = {}
    of_parties: dict[tuple[str, str], Term] = {}  # which party's file has a name
    contexts = read_contexts(folders, faults)
    for base in folders:
        own: dict[Key, str] = {}  # which file of this folder has a list
        for path in _list_files(base):
            collected = Faults.of(path, base, folders)
            digest.update(_named(f"{path.parent.name}/{path.name}", path, collected))
            word_list = read_list(path, contexts, collected)
            if word_list and not is_copy(word_list, own, collected):
                lay(merged, word_list, collected)
            faults += collected.found
        for path in seen(base, f"{PARTIES}/*.yaml"):
            collected = Faults.of(path, base, folders)
            groups = read_party(path, collected)
            refuse_shared(groups, of_parties, collected)
            for group in groups:
                lay(merged, group, collected)
            faults += collected.found
        # "**" enters no folder that is a link, and what is read there is read so.
        linked = seen(base, f"{DATA}/*/*.yaml")
        for path in sorted({*linked, *seen(base, f"{DATA}/**/*.yaml")}):
            collected = Faults.of(path, base, folders)
            digest.update(_named(str(path.relative_to(base)), path, collected))
            faults += collected.found
    faults += _without_lists(folders)
    return tuple(merged.values())


def _named(name: str, path: Path, faults: Faults) -> bytes:
    """A file's name and what is in it, for the hash. A name that is no UTF-8 is a fault: answers and logs must name it."""
    if escaped(name) != name:
        faults.add(
            1,
            "ফাইলের নাম UTF-8-এ নয়; ছোট হাতের ইংরেজি অক্ষরে নতুন নাম দিন",
            "the file's name is not UTF-8; rename it with lower-case English letters",
        )
    return os.fsencode(name) + b"\0" + (bytes_of(path, faults) or b"")


def _without_lists(folders: Sequence[Path]) -> Iterator[Fault]:
    """A fault for a folder that is none, and one where all together hold no list. One of them may well be empty."""
    missing = [base for base in folders if not base.is_dir()]
    for base in missing:
        collected = Faults.of(base, base, folders)
        collected.add(1, *(NOT_A_FOLDER if base.exists() else NO_FOLDER))
        yield from collected.found
    if not missing and not any(True for base in folders for _ in _list_files(base)):
        collected = Faults.of(folders[0], folders[0], folders)
        collected.add(
            1,
            "এই ফোল্ডারে কোনো তালিকা নেই; যে ফোল্ডারের ভেতরে prohibited/, groups/ আছে তার নাম দিন, যেমন wordlists",
            "no list in this folder; name the one that holds prohibited/ and groups/, such as wordlists",
        )
        yield from collected.found


def _read_guideline(folders: Sequence[Path], digest: hashlib._Hash, faults: list[Fault]) -> Guideline:
    """The guideline of the first folder that has one. FaultyLists where it has no clause."""
    path = _first_with(folders, GUIDELINE)
    collected = Faults.of(path, path.parent, folders)
    digest.update(bytes_of(path, collected) or b"")
    guideline = read_guideline(path, collected)
    if guideline.clauses and path.parent != SHIPPED:
        _refuse_missing(guideline, collected)
    faults += collected.found
    if not guideline.clauses:
        raise FaultyLists(faults)
    return guideline


def _refuse_missing(guideline: Guideline, faults: Faults) -> None:
    """An office's own guideline needs every clause of the shipped one: the checks cite them, not the lists alone."""
    shipped = read_guideline(SHIPPED / GUIDELINE, Faults(GUIDELINE))
    missing = ", ".join(clause for clause in shipped.clauses if clause not in guideline.clauses)
    if missing:
        faults.add(
            1,
            f"এই অনুচ্ছেদগুলো নেই: {missing}; মূল guideline.yaml থেকে যোগ করুন",
            f"these clauses are missing: {missing}; take them from the shipped guideline.yaml",
        )


def _read_version(folders: Sequence[Path], faults: list[Fault]) -> str:
    path = _first_with(folders, VERSION)
    collected = Faults.of(path, path.parent, folders)
    version = "\n".join(lines_of(path, collected)).strip()
    faults += collected.found
    return version


def _read_learned(folders: Sequence[Path], digest: hashlib._Hash, faults: list[Fault]) -> tuple[Table, ...]:
    """The tables of learned evidence, an office's own rows laid over the shipped ones."""
    tables: dict[str, Table] = {}
    for base in folders:
        for path in seen(base, f"{LEARNED}/*.tsv"):
            collected = Faults.of(path, base, folders)
            digest.update(_named(f"{LEARNED}/{path.name}", path, collected))
            table = read_table(path, collected)
            if table.id in tables:
                tables[table.id] = tables[table.id].under(table, collected)
            elif base == folders[0] or not is_misnamed(table, tables, collected):
                tables[table.id] = table
            faults += collected.found
        for name in (LITTLE, NAMES, PLAIN, SENSES):
            if (base / LEARNED / name).is_file():
                digest.update(bytes_of(base / LEARNED / name, Faults(name)) or b"")  # a fault is told by its reader
    faults += _adding_to_nothing(tables.values())
    return tuple(tables.values())


def _adding_to_nothing(tables: Collection[Table]) -> Iterator[Fault]:
    """A fault for each table whose rows are to count in others (`adds_to`), where there are no such others."""
    rivals = {table.rival for table in tables}
    for table in tables:
        if table.adds_to and table.adds_to not in rivals:
            collected = Faults(table.file)
            collected.add(
                1,
                f"adds_to: কোনো সারণিতে ‘rival: {table.adds_to}’ নেই; বানান মিলিয়ে লিখুন",
                f"adds_to: no table has 'rival: {table.adds_to}'; check the spelling",
            )
            yield from collected.found


def _phrases_of_groups(lists: Iterable[WordList]) -> dict[str, list[str]]:
    """Every phrase of each group, by the group's id."""
    return {
        group.id: [phrase for term in group.terms for phrase in term.spellings] for group in lists if group.is_group
    }


def _list_files(base: Path) -> Iterable[Path]:
    for folder in (*LIST_FOLDERS, GROUP_FOLDER):
        yield from seen(base, f"{folder}/*.yaml")


def _first_with(folders: Sequence[Path], name: str) -> Path:
    return next((base / name for base in folders if (base / name).is_file()), SHIPPED / name)


def harmless_sentences(folders: Sequence[Path], aside: bool = True) -> Iterable[tuple[Path, int, str]]:
    """(file, 1-based line, sentence) of every file of `harmless_files`. FaultyLists where one is not UTF-8."""
    for _, path in harmless_files(folders, aside):
        for number, sentence in sentences_of(path):
            yield path, number, sentence


def harmless_files(folders: Sequence[Path], aside: bool = True) -> Iterable[tuple[Path, Path]]:
    """(lists' folder, file) of every harmless/*.txt, and with `aside` of the folders in it that no start tries (`ASIDE`)."""
    if aside:
        refuse_closed(folders, [f"{HARMLESS}/{name}" for name in ASIDE])
    for base in folders:
        for within in ("", *ASIDE) if aside else ("",):
            for path in seen(base / HARMLESS / within, "*.txt"):
                yield base, path


def sentences_of(path: Path, faults: Faults | None = None) -> Iterable[tuple[int, str]]:
    """(1-based line, sentence) of a file of sentences, none where it is missing; lines that begin with "# " are comments.

    A file that is not UTF-8 is a fault, and so is a line of which the letters were lost or are an old font's; FaultyLists where nobody collects them.
    """
    collected = Faults.of(path, path.parent) if faults is None else faults
    for number, line in enumerate(lines_of(path, collected), 1):
        if line.strip() and not line.startswith("# ") and line.strip() != "#":
            if is_lost(line):
                refuse_lost(line.strip(), number, collected)
            refuse_ansi(line.strip(), number, collected)
            yield number, line.strip()
    if faults is None and collected.found:
        raise FaultyLists(collected.found)
