"""Reads the folders of lists, later ones over earlier ones: base, then what an office adds, changes or retires."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from server.wordlists.contexts import read_contexts
from server.wordlists.data import SHIPPED
from server.wordlists.faults import Fault, Faults, FaultyLists
from server.wordlists.guideline import FILE as GUIDELINE
from server.wordlists.guideline import Guideline, read_guideline
from server.wordlists.names import FILE as NAMES
from server.wordlists.names import Names, read_names
from server.wordlists.parties import FOLDER as PARTIES
from server.wordlists.parties import read_party
from server.wordlists.persons import Persons, read_people
from server.wordlists.schema import GROUP_FOLDER, LIST_FOLDERS, Term, WordList, read_list
from server.wordlists.senses import FILE as SENSES
from server.wordlists.senses import Senses, read_senses
from server.wordlists.table import FOLDER as LEARNED
from server.wordlists.table import Table, read_table

HARMLESS = "harmless"
NEAR_MISSES = "near"  # in it: beside each table's taught sentences what it must leave alone, tens of thousands
EVERYDAY = "everyday"  # in it: talk of every kind that breaks no letter of clause 9, though an office may not post it
POSTS = (
    "posts"  # in it: whole posts of offices that break nothing; their words and names would only fill a server's memory
)
ASIDE = (NEAR_MISSES, EVERYDAY, POSTS)  # not tried at every start: `wordlists lint` and `learn` read them
DATA = "data"
VERSION = "VERSION"


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists at one moment, as read: nothing compiled, nothing checked between the files yet."""

    guideline: Guideline
    lists: tuple[WordList, ...]  # groups among them
    version: str
    hash: str
    learned: tuple[Table, ...] = ()
    names: Names = field(default_factory=Names)
    senses: Senses = field(default_factory=Senses)
    persons: Persons = field(default_factory=Persons)
    folders: tuple[Path, ...] = ()


def load(folders: Sequence[Path]) -> tuple[Lists, list[Fault]]:
    """The lists of these folders, and every fault found in reading them. FaultyLists where there is no guideline."""
    faults: list[Fault] = []
    digest = hashlib.sha256()
    merged: dict[tuple[str, str], WordList] = {}
    contexts = read_contexts(folders, faults)
    for base in folders:
        paths = list(_list_files(base))
        if not paths:
            collected = Faults.of(base, base)
            collected.add(1, "এই ফোল্ডারে কোনো তালিকা নেই", "no list in this folder; name a folder that holds some")
            faults += collected.found
        for path in paths:
            digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
            collected = Faults.of(path, base)
            word_list = read_list(path, contexts, collected)
            if word_list:
                _merge(merged, word_list, collected)
            faults += collected.found
        for path in sorted((base / PARTIES).glob("*.yaml")):
            collected = Faults.of(path, base)
            for group in read_party(path, collected):
                _merge(merged, group, collected)
            faults += collected.found
        for path in sorted((base / DATA).rglob("*.yaml")):  # read by the checks; the hash names them too
            digest.update(f"{path.relative_to(base)}\0".encode() + path.read_bytes())
    guideline_file = _first_with(folders, GUIDELINE)
    digest.update(guideline_file.read_bytes())
    collected = Faults.of(guideline_file, guideline_file.parent)
    guideline = read_guideline(guideline_file, guideline_file.parent, collected)
    faults += collected.found
    if not guideline.clauses:
        raise FaultyLists(faults)
    version = _first_with(folders, VERSION).read_text(encoding="utf-8").strip()
    tables = _read_learned(folders, digest, faults)
    people = read_people(folders)
    names = read_names(folders, {**people, **_phrases_of_groups(merged.values())})
    senses = read_senses(folders, {word_list.id for word_list in merged.values()}, faults)
    lists = tuple(merged.values())
    persons = Persons(people)
    return Lists(guideline, lists, version, digest.hexdigest(), tables, names, senses, persons, tuple(folders)), faults


def _read_learned(folders: Sequence[Path], digest: hashlib._Hash, faults: list[Fault]) -> tuple[Table, ...]:
    """The tables of learned evidence, an office's own rows laid over the shipped ones."""
    tables: dict[str, Table] = {}
    for base in folders:
        for path in sorted((base / LEARNED).glob("*.tsv")):
            digest.update(f"{LEARNED}/{path.name}\0".encode() + path.read_bytes())
            collected = Faults.of(path, base)
            table = read_table(path, base, collected)
            faults += collected.found
            tables[table.id] = tables[table.id].under(table) if table.id in tables else table
        for name in (NAMES, SENSES):
            if (base / LEARNED / name).is_file():
                digest.update((base / LEARNED / name).read_bytes())
    rivals = {table.rival for table in tables.values()}
    for table in tables.values():
        if table.adds_to and table.adds_to not in rivals:
            collected = Faults(table.file)
            collected.add(
                1,
                f"adds_to: কোনো টেবিলে ‘rival: {table.adds_to}’ নেই; বানান মিলিয়ে লিখুন",
                f"adds_to: no table has 'rival: {table.adds_to}'; check the spelling",
            )
            faults += collected.found
    return tuple(tables.values())


def _phrases_of_groups(lists: Iterable[WordList]) -> dict[str, list[str]]:
    """Every phrase of each group, by the group's id."""
    return {
        group.id: [phrase for term in group.terms for phrase in term.spellings] for group in lists if group.is_group
    }


def _list_files(base: Path) -> Iterable[Path]:
    for folder in (*LIST_FOLDERS, GROUP_FOLDER):
        yield from sorted((base / folder).glob("*.yaml"))


def _first_with(folders: Sequence[Path], name: str) -> Path:
    return next((base / name for base in folders if (base / name).is_file()), SHIPPED / name)


def _merge(merged: dict[tuple[str, str], WordList], new: WordList, faults: Faults) -> None:
    """Adds a list, or lays it over the one of the same folder and id: its terms come in, change or retire the older."""
    key = (new.folder, new.id)
    old = merged.get(key)
    if old is None:
        merged[key] = new
        return
    terms: dict[str, Term] = {term.name: term for term in old.terms}
    for name, line in new.retire:
        if terms.pop(name, None) is None:
            faults.add(
                line,
                f"retire: ‘{name}’ তালিকায় নেই; বানান মিলিয়ে লিখুন",
                f"retire: no term '{name}' here; check the spelling",
            )
    terms.update((term.name, term) for term in new.terms)
    merged[key] = replace(old if not new.clause else new, terms=tuple(terms.values()), file=new.file, retire=())


def harmless_sentences(folders: Sequence[Path], near_misses: bool = True) -> Iterable[tuple[Path, int, str]]:
    """(file, 1-based line, sentence) of every harmless/*.txt, and of the folders in it where `near_misses`."""
    for base in folders:
        for within in ("", *ASIDE) if near_misses else ("",):
            for path in sorted((base / HARMLESS / within).glob("*.txt")):
                for number, sentence in sentences_of(path):
                    yield path, number, sentence


def sentences_of(path: Path) -> Iterable[tuple[int, str]]:
    """(1-based line, sentence) of a file of sentences, none where it is missing; lines that begin with "# " are comments."""
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else ()
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("# ") and line.strip() != "#":
            yield number, line.strip()
