"""The shape of a word list and of a group: what a file may hold, and how each field is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from server.bilingual import Bilingual
from server.severity import Severity
from server.wordlists.reading.broken import no_colon
from server.wordlists.reading.contexts import Contexts, PhraseSet, shared_context
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import (
    NO_TEXT,
    Example,
    bilingual,
    cures,
    date,
    examples,
    filled,
    groups,
    id_of,
    message,
    number,
    one_of,
    phrase,
    phrases,
    refuse_missing,
    row_names,
    rows_of,
    severity,
    spellings,
    weight,
)
from server.wordlists.reading.pieces import refuse_pieces
from server.wordlists.reading.places import group_places, list_places, refuse_foreign, refuse_lone_within
from server.wordlists.reading.source import (
    Entry,
    Fields,
    Node,
    line_of,
    mapping,
    read,
    refuse_colon,
    text,
    texts,
)

T = TypeVar("T")

FORMS = ("noun", "verb", "exact")
KINDS = ("person", "thing")
PUT_OFF, RANKS, CHAIN = "put-off", "ranks", "chain"  # what a check must know of a list, and its clause does not say
SAYS = (PUT_OFF, RANKS, CHAIN)
SHADOW = "shadow"
STAGES = (SHADOW, "warn", "live")
CLAUSES_OF = {  # a folder's clauses, or how their ids begin: its check looks for no other
    "prohibited": ("9.",),
    "personal": ("6.ga",),
    "tagging": ("6.gha", "5.tta.i"),
    "flattery": ("6.gha",),
    "unimportant": ("6.gha",),
    "purpose": ("6", "4", "5.chha", "5.tta.aa"),
    "replies": ("5.jha", "7.ga", "7.gha"),
    "figures": ("6.kha",),
    "law": ("8",),
}
LIST_FOLDERS = tuple(CLAUSES_OF)
GROUP_FOLDER = "groups"
COLON = re.compile("([:ঃ\uff1a])")  # and what is typed for one: a visarga, a full-width colon


@dataclass(frozen=True, slots=True)
class Traits:
    """What an entry says beside its word. The bare rows of a list share one: there are tens of thousands of them."""

    file: str  # from the lists' folder on, as faults name it: "wordlists/prohibited/NAME.yaml"
    near: tuple[str, ...] = ()
    within: int = 0
    romanised: tuple[str, ...] | None = None  # None: found by the fold; (): Banglish off
    forms: str = "noun"
    weight: float = 1.0
    severity: Severity = Severity.WARN
    stage: str = "live"
    message: Bilingual = NO_TEXT
    exceptions: tuple[PhraseSet, ...] = ()  # the head's, its own
    context: tuple[PhraseSet, ...] = ()  # the head's, those of the files that it names, its own
    replace: tuple[str, ...] = ()
    kind: str = "person"  # what `replace` names
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    review: str = ""


class _Trait(Generic[T]):
    """A trait of an entry, read as if it were the entry's own."""

    def __set_name__(self, _: type, name: str) -> None:
        self._read = attrgetter(name)

    def __get__(self, term: Term, _: type | None = None) -> T:
        found: T = self._read(term.traits)
        return found


class Term:
    """One entry: a word or phrase (`text`), or a near-rule (`near`). What it says never changes; known by itself, not by that."""

    __slots__ = ("line", "text", "traits")

    def __init__(self, text: str, file: str, line: int, **said: Any) -> None:
        self.text = text
        self.line = line
        self.traits = Traits(file, **said)

    @classmethod
    def bare(cls, text: str, line: int, traits: Traits) -> Term:
        """An entry that says nothing but what others say too."""
        made = cls.__new__(cls)
        made.text, made.line, made.traits = text, line, traits
        return made

    file = _Trait[str]()
    near = _Trait[tuple[str, ...]]()
    within = _Trait[int]()
    romanised = _Trait[tuple[str, ...] | None]()
    forms = _Trait[str]()
    weight = _Trait[float]()
    severity = _Trait[Severity]()
    stage = _Trait[str]()
    message = _Trait[Bilingual]()
    exceptions = _Trait[tuple[PhraseSet, ...]]()
    context = _Trait[tuple[PhraseSet, ...]]()
    replace = _Trait[tuple[str, ...]]()
    kind = _Trait[str]()
    flags = _Trait[tuple[Example, ...]]()
    passes = _Trait[tuple[Example, ...]]()
    review = _Trait[str]()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The word or phrase, and how its list spells it in Latin letters; () for a near-rule."""
        return (self.text, *(self.romanised or ())) if self.text else ()

    @property
    def most(self) -> Severity:
        """The most that it can be, whatever an office wishes: on trial (`stage: warn`) or mere evidence, it never blocks."""
        return Severity.WARN if self.stage == "warn" or self.weight < 1 else Severity.BLOCK

    @property
    def name(self) -> str:
        """What a finding's `source` calls it."""
        return self.text or " + ".join(self.near)

    @property
    def source(self) -> str:
        """The line of the list that made a finding: "prohibited/NAME.yaml#কুলাঙ্গার"."""
        parts = self.file.split("/")
        inside = parts[-3:] if parts[-3:-1] == ["data", "parties"] else parts[-2:]
        return f"{'/'.join(inside)}#{self.name}"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says for every term that says nothing else."""

    severity: Severity = Severity.WARN
    stage: str = "live"
    forms: str = "noun"
    message: Bilingual = NO_TEXT
    exceptions: tuple[PhraseSet, ...] = ()
    context: tuple[PhraseSet, ...] = ()
    context_files: tuple[str, ...] = ()
    shared: tuple[PhraseSet, ...] = ()  # what stands in these files
    review: str = ""
    romanised: tuple[str, ...] | None = None
    said: frozenset[str] = frozenset()  # the names above that it says itself

    def over(self, old: Head) -> Head:
        """For the rows of a later folder: what the older head of their list says holds where this one says nothing."""
        return replace(self, **{name: getattr(old, name) for name in INHERITED if name not in self.said})

    def plain(self, file: str) -> Traits:
        """What a row has that says nothing but its word."""
        own = {name: getattr(self, name) for name in OF_ROWS}
        return Traits(file, context=(*self.context, *self.shared), **own)


INHERITED = ("severity", "stage", "forms", "romanised", "exceptions", "context", "context_files", "shared")
OF_THE_OLDER = ("title", "message")  # what a list need not say that is laid over another
OF_ROWS = ("severity", "stage", "forms", "romanised", "exceptions", "review", "message")


@dataclass(frozen=True, slots=True)
class WordList:
    """One file. `clause` is "" for a group."""

    folder: str
    id: str
    file: str  # as in Term
    clause: str
    title: Bilingual
    message: Bilingual
    terms: tuple[Term, ...]
    retire: tuple[tuple[str, int], ...] = ()
    says: str = ""  # one of SAYS
    instead: Bilingual = NO_TEXT  # what to write instead, where the clause's own words do not fit
    clause_line: int = 1
    id_line: int = 1
    head: Head = Head()
    missing: tuple[str, ...] = ()  # what the head must say, unless the list is laid over an older one
    read_again: Callable[[Head], tuple[Term, ...]] | None = None  # the terms, with another head; until it is laid
    retired: tuple[tuple[str, str, int], ...] = ()  # (term, file, line) of what later folders took out
    unlearned: tuple[Term, ...] = ()  # these as they were, and rows that later folders only advise: no learned evidence

    @property
    def is_group(self) -> bool:
        """Whether only near-rules use it."""
        return self.folder == GROUP_FOLDER


def read_list(path: Path, contexts: Contexts, faults: Faults) -> WordList | None:
    """The word list or group in that file; None where there is none. Every fault is told, none stops the reading."""
    is_group = path.parent.name == GROUP_FOLDER
    needed = ("id", "title", "terms") if is_group else ("id", "clause", "title", "message", "terms")
    node = read(path, faults, needed)
    if node is None:
        return None
    fields = mapping(node, faults)
    known, places = (GROUP_FIELDS, GROUP_PLACES) if is_group else (HEAD_FIELDS, HEAD_PLACES)
    refuse_foreign(fields, known, places, faults)
    missing = _missing_of(fields, needed, faults)
    head = read_head(fields, faults, contexts)
    list_id, clause = id_of(fields.get("id"), faults), fields.get("clause")
    rows, allowed = rows_of(fields, faults), GROUP_TERM_FIELDS if is_group else TERM_FIELDS

    def terms(head: Head, faults: Faults) -> tuple[Term, ...]:
        return tuple(read_terms(rows, head, faults, allowed))

    return WordList(
        folder=path.parent.name,
        id=list_id or path.stem,
        file=faults.file,
        clause=text(clause, faults, "clause"),
        clause_line=clause.line if clause else 1,
        id_line=fields["id"].line if "id" in fields else 1,
        title=bilingual(fields.get("title"), faults, "title"),
        message=head.message,
        instead=bilingual(fields.get("instead"), faults, "instead"),
        says=_says_of(fields, faults),
        terms=terms(replace(head, message=NO_TEXT), faults),  # which is the list's
        read_again=lambda head: terms(head, Faults(faults.file)),  # its faults are told already
        retire=tuple(filled(row_names)(fields["retire"], faults, "retire")) if "retire" in fields else (),
        head=head,
        missing=missing,
    )


def _missing_of(fields: Fields, needed: Iterable[str], faults: Faults) -> tuple[str, ...]:
    """`WordList.missing`; a fault for what a list must say that is laid over an older one, too."""
    missing = [name for name in needed if name not in fields and not (name == "terms" and "retire" in fields)]
    for name in missing:
        if name not in OF_THE_OLDER:
            refuse_missing(name, faults)
    return tuple(name for name in missing if name in OF_THE_OLDER)


def _says_of(fields: Fields, faults: Faults) -> str:
    says = one_of(SAYS)(fields["says"], faults, "says") if "says" in fields else None
    return says or ""


def read_head(fields: Fields, faults: Faults, contexts: Contexts) -> Head:
    """What the fields of a file's head say for its terms."""
    values: dict[str, Any] = {}
    for name in HEAD_DEFAULTS:
        if name in fields:
            value = TERM_FIELDS[name](fields[name], faults, name)
            if value is not None:
                key = FIELD_OF.get(name, name)
                values[key] = (value,) if key in PHRASE_SETS else value
    if "context_files" in fields:
        values["shared"] = shared_context(fields["context_files"], contexts, faults)
        named = texts(fields["context_files"], Faults(faults.file), "") or ()
        values["context_files"] = tuple(name for name, _ in named)
    return Head(**values, said=frozenset(values))


def read_terms(nodes: Iterable[Node], head: Head, faults: Faults, known: Collection[str]) -> Iterable[Term]:
    """The terms of a list of rows. `known`: the fields that a row may have."""
    shared = head.plain(faults.file)
    defaults: dict[str, Any] = {name: getattr(shared, name) for name in (*OF_ROWS, "context")}
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            if node.value.strip():
                if not _refuse_no_colon(node, faults):
                    refuse_pieces(node, faults)
                yield Term.bare(node.value.strip(), line_of(node), shared)
            else:
                faults.add(line_of(node), "খালি সারি; শব্দ লিখুন বা সারিটি মুছুন", "an empty row; write a word or delete it")
        elif isinstance(node, yaml.SequenceNode):
            refuse_colon(node, faults)
        else:
            term = _read_term(node, defaults, known, faults)
            if term:
                yield term


def _refuse_no_colon(row: yaml.ScalarNode, faults: Faults) -> bool:
    """A fault for `term:word` and `termঃ word`: YAML knows a colon by the space behind it, and reads one word that nobody ever writes."""
    name, *colon = COLON.split(row.value, maxsplit=1)
    is_meant = bool(colon) and not row.style and name.strip() in TERM_FIELDS
    if is_meant:
        faults.add(line_of(row), *no_colon(name.strip(), *colon))
    return is_meant


def _read_term(node: Node, defaults: dict[str, Any], known: Collection[str], faults: Faults) -> Term | None:
    fields = mapping(node, faults)
    if len(fields) == 1 and not next(iter(fields)).isascii():
        refuse_colon(node, faults)
        return None
    refuse_foreign(fields, known, GROUP_ROW_PLACES if known is GROUP_TERM_FIELDS else ROW_PLACES, faults)
    refuse_lone_within(fields, faults)
    values = dict(defaults)
    for name, reader in TERM_FIELDS.items():
        if name in fields:
            value = reader(fields[name], faults, name)
            if value is not None and name not in FOR_READERS:
                key = FIELD_OF.get(name, name)
                values[key] = (*defaults[key], value) if key in PHRASE_SETS else value
    line = line_of(node)
    if bool(values.get("text")) == bool(values.get("near")):
        faults.add(line, "term অথবা near-এর যেকোনো একটি লিখুন", "write either term or near, just one")
        return None
    if values.get("near"):
        if not _is_near_rule(values, "within" in fields, line, faults):
            return None
        values["text"] = ""
    return Term(file=faults.file, line=line, **values)


def _is_near_rule(values: dict[str, Any], is_within_written: bool, line: int, faults: Faults) -> bool:
    """Whether a row with `near` says how far apart the words of which groups may stand; a fault where it does not."""
    if "within" not in values:
        if not is_within_written:  # else its reader has told what is wrong with it
            faults.add(line, "near-এর সঙ্গে within: সংখ্যা লিখুন", "write within: NUMBER beside near")
        return False
    if len(set(values["near"])) < 2:  # one beside another
        faults.add(
            line,
            "near-এ কমপক্ষে দুটি ভিন্ন group লিখুন, যেমন near: [a, b]; একটি group-এর কথা একা ধরা হয় না",
            "name two different groups at least, such as near: [a, b]; what stands in one group is never found alone",
        )
        return False
    return True


TERM_FIELDS: dict[str, Callable[[Entry, Faults, str], Any]] = {
    "term": phrase,
    "near": groups,
    "within": number,
    "romanised": spellings,
    "forms": one_of(FORMS),
    "weight": weight,
    "severity": severity,
    "stage": one_of(STAGES),
    "message": message,
    "except": filled(phrases),
    "context": filled(phrases),
    "replace": filled(cures),
    "kind": one_of(KINDS),
    "flags": filled(examples),
    "passes": filled(examples),
    "note": text,
    "approved_by": text,
    "added": date,
    "review": date,
}
FOR_READERS = ("note", "approved_by", "added")  # of the file: looked at, but nothing is made of them
GROUP_TERM_FIELDS = ("term", "romanised", "forms", "except", "context", "note", "added", "review")
FIELD_OF = {"except": "exceptions", "term": "text"}  # where a key is no word of Python's
PHRASE_SETS = ("exceptions", "context")
HEAD_DEFAULTS = ("message", "severity", "stage", "forms", "romanised", "except", "context", "review")
HEAD_FIELDS = (
    *("id", "clause", "title", "says", "instead", "owner", "note", "retire", "terms", "context_files"),
    *HEAD_DEFAULTS,
)
GROUP_FIELDS = (
    *("id", "title", "owner", "forms", "romanised", "except", "context", "context_files"),
    *("review", "note", "retire", "terms"),
)
HEAD_PLACES, ROW_PLACES = list_places(HEAD_FIELDS, TERM_FIELDS)
GROUP_PLACES, GROUP_ROW_PLACES = group_places(GROUP_FIELDS, TERM_FIELDS)
