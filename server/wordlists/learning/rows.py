"""What weights are learned from: labelled texts and the harmless sentences of the lists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from server.text.heard import typed_key
from server.text.normalise import normalise
from server.text.words import words
from server.wordlists.learned.stretches import mostly_english, mostly_latin, unlinked
from server.wordlists.learning.labelled import Fields, labelled_rows, texts_of
from server.wordlists.learning.plans import SAID, SHARED
from server.wordlists.load import EVERYDAY, NEAR_MISSES, TAUGHT, harmless_sentences, sentences_of
from server.wordlists.ruleset import Ruleset

Array = Any  # of numpy, which is not there where types are checked
TALK = {"hate", "comment"}
G1 = {"gov", "gov-announce", "notice", "health", "law", "law-hard", "jobs-news", "health-news"}
G2 = {"govlike-news"}
OFFICE = {"gov", "gov-announce", "notice"}
PLAIN = G1 | G2 | {"harmless"}
ELSEWHERE = "elsewhere"  # the kind of such as another course's tables are taught: not wanted here, and no official text
SHOWN_AGAIN = {"banglish", "begun"}  # the kinds of a text that is shown once more, in another spelling or cut short
OURS = {"harmless"} | SHOWN_AGAIN  # kinds that nobody else labelled
FIRST_WORDS = (2, 4)  # of an official text, as which it is shown once more each
NEVER_RULED_OUT = ("ka", "gha", "nga")  # letters that sources leave unlabelled, and the one that all abuse breaks
ANY = "nga"  # abuse of whatever kind demeans someone: this clause's table learns from every label


@dataclass(frozen=True, slots=True)
class Example:
    """One text (normal form). `labels`: clauses of 9 without the 9, empty for a harmless text; `maybe`: cannot be ruled out."""

    text: str
    labels: frozenset[str]
    maybe: frozenset[str]
    kind: str
    source: str
    script: str = ""

    @property
    def is_official(self) -> bool:
        """Whether it is harmless and no comment: what must not be flagged."""
        return not self.labels and self.kind not in TALK and self.kind != ELSEWHERE


def read_examples(folder: Path) -> list[Example]:
    """The rows of every *.jsonl of a folder. FaultyLists as `labelled_rows`."""
    return list(map(_example, labelled_rows(folder)))


def _example(row: Fields) -> Example:
    labels = frozenset(row["labels"]) - {"benign"}
    kind = row.get("kind") or ("hate" if labels else "comment")
    maybe = frozenset(row.get("maybe", ()))
    if labels:  # nobody said whether abuse that breaks a letter does it as the taught sentences do
        maybe |= {SAID + letter for letter in (*labels, *maybe, *NEVER_RULED_OUT)}
    return Example(
        normalise(row["text"]),
        labels,
        maybe,
        kind,
        row.get("source", ""),
        row.get("script", ""),
    )


def harmless_examples(folders: Sequence[Path], files: Sequence[Path] = ()) -> Iterator[Example]:
    """The sentences of harmless/, and the texts of JSON lines files, as examples that must not be flagged. FaultyLists where one cannot be read."""
    for path, _, sentence in harmless_sentences(folders):
        source = {NEAR_MISSES: near_to(path.stem), EVERYDAY: EVERYDAY}.get(path.parent.name, "harmless")
        yield Example(normalise(sentence), frozenset(), frozenset(), "harmless", source)
    for text in texts_of(files):
        yield Example(normalise(text), frozenset(), frozenset(), "harmless", "harmless")


def near_to(table: str) -> str:
    """The source of that table's own near misses."""
    return f"{NEAR_MISSES}/{table}"


def taught_examples(folders: Sequence[Path], tables: Collection[str]) -> Iterator[Example]:
    """The sentences of taught/ for these tables; whether one belongs to another of them too is not known."""
    for base in folders:
        for name in tables:
            for _, text in sentences_of(base / TAUGHT / f"{name}.txt"):
                yield Example(normalise(text), frozenset({name}), frozenset(tables) - {name}, TAUGHT, TAUGHT)


def taught_elsewhere(folders: Sequence[Path], tables: Collection[str]) -> Iterator[Example]:
    """The sentences of taught/ for these tables, for a course that should leave them to those."""
    for example in taught_examples(folders, tables):
        yield replace(example, labels=frozenset(), maybe=frozenset(), kind=ELSEWHERE)


def in_banglish(examples: Iterable[Example]) -> Iterator[tuple[int, Example]]:
    """Some official texts as they sound in Latin letters: hardly any stand in the data, and offices do write so. By number."""
    for number, example in enumerate(examples):
        if example.is_official and example.kind in PLAIN and number % (2 if example.kind == "harmless" else 3) == 0:
            yield number, replace(example, text=_spelled(example.text), kind="banglish", script="latin")


def begun(examples: Iterable[Example]) -> Iterator[tuple[int, Example]]:
    """Official texts as a writer has them who has just begun: their first words; of harmless/ every third. By number."""
    for number, example in enumerate(examples):
        shown = example.kind != "harmless" or number % 3 == 0
        if shown and example.is_official and example.kind in PLAIN and not example.maybe:
            parts = example.text.split()
            for count in FIRST_WORDS:
                if len(parts) > count:
                    yield number, replace(example, text=" ".join(parts[:count]), kind="begun")


def _spelled(text: str) -> str:
    """The text with each word as it sounds in Latin letters; what stands between stays, so that sentences do."""
    parts, end = [], 0
    for word in words(text):
        parts += [text[end : word.start], typed_key(word.text)]
        end = word.end
    return "".join((*parts, text[end:]))


class Truth:
    """The examples as arrays: what is true of each, and what the lists by hand already find in it."""

    def __init__(self, examples: Sequence[Example], ruleset: Ruleset, clauses: Iterable[str]) -> None:
        self.kinds = np.array([example.kind for example in examples])
        self.official = np.array([example.is_official for example in examples])
        self.everyday = np.array([example.source == EVERYDAY for example in examples])
        self.latin = np.array([mostly_latin(unlinked(example.text)) for example in examples])
        self.english = np.array([mostly_english(unlinked(example.text)) for example in examples])
        self.flagged = np.array([bool(example.labels) for example in examples])
        self.labels = {c: np.array([c in example.labels for example in examples]) for c in clauses}
        self.counts = {
            c: np.array([c in example.labels or c not in example.maybe for example in examples]) for c in clauses
        }
        talk, harmless = np.isin(self.kinds, list(TALK)), ~self.flagged
        self.talk = talk
        sure = np.array([not example.maybe for example in examples])
        self.limited = {
            "G1": harmless & np.isin(self.kinds, list(G1)),
            "G2": harmless & np.isin(self.kinds, list(G2)) & sure,
            "office": harmless & np.isin(self.kinds, list(OFFICE)),
            "everyday": self.everyday & (self.kinds == "harmless"),
        }
        self.near = {
            c: np.array([e.kind == "harmless" and e.source == near_to(c) for e in examples], bool) for c in clauses
        }
        found = [
            {match.word_list.clause[2:] for match in ruleset.look(e.text) if match.severity >= 2} for e in examples
        ]
        self.listed = {c: np.array([c in clauses_found for clauses_found in found]) for c in clauses}
        self.any_listed = np.array([bool(clauses_found) for clauses_found in found])

    def only(self, inside: Array) -> Truth:
        """The same of these examples alone."""
        other = copy(self)
        for name, value in vars(self).items():
            whole = {key: own[inside] for key, own in value.items()} if isinstance(value, dict) else value[inside]
            setattr(other, name, whole)
        return other

    def target(self, clause: str) -> Array:
        """What the clause's table should flag."""
        if clause == SHARED:
            return self.kinds == TAUGHT
        return self.flagged if clause == ANY else self.labels[clause]

    def usable(self, clause: str) -> Array:
        """The examples whose truth is known for that clause."""
        if clause == SHARED:
            return (self.kinds == TAUGHT) | ~self.flagged
        return self.talk | self.official if clause == ANY else self.counts[clause]
