"""Beginnings of words that code looks for in a sentence of a certain build: data/stems.yaml, read with its faults told as file:line.

The build (what may stand between, which endings) is a `Wording` beside the code that asks for it; the words are data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from server.text.normalise import normalise
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import named_phrases
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import Entry, mapping, read, texts

FILE = "data/stems.yaml"
FEWEST = 2  # letters of a row: with one begins nearly anything

P = TypeVar("P")


class AnyOf(NamedTuple):
    """The rows below a name, as patterns over the normal form: all of them, in Bangla letters, in Latin ones."""

    all: str
    bangla: str
    latin: str

    def __str__(self) -> str:
        return self.all


class Stems(NamedTuple):
    """What stands below each name of the file; there each says what it is for."""

    refused_matters: AnyOf
    refused_matters_banglish: AnyOf
    refused_matters_english: AnyOf
    refusable: AnyOf
    refusable_banglish: AnyOf
    refusable_english: AnyOf
    refusals_english: AnyOf
    many_people: AnyOf
    child_words: AnyOf
    pupil_words: AnyOf
    done_to_a_child: AnyOf
    one_of_them: AnyOf
    held_children: AnyOf
    campaign_words: AnyOf
    works_on_topics: AnyOf
    works_on_topics_english: AnyOf
    court_parts: AnyOf
    accused_adjectives: AnyOf
    no_culprit: AnyOf
    no_childs_age: AnyOf
    other_women: AnyOf
    girl_words_english: AnyOf
    advice: AnyOf
    asked_for_somebody: AnyOf
    people_served: AnyOf
    people_served_banglish: AnyOf
    others_sorrow: AnyOf
    addressed: AnyOf
    told_of_others: AnyOf
    owns_nobody: AnyOf
    known_kin: AnyOf
    known_kin_adjectives: AnyOf
    family_advice: AnyOf
    family_wishes: AnyOf
    number_names: AnyOf
    sample_words: AnyOf
    shamed_asked: AnyOf
    vehicle_owned: AnyOf
    vehicle_told_by_law: AnyOf
    instead_of: AnyOf
    corrections: AnyOf
    rates_of_all: AnyOf
    goals: AnyOf
    land: AnyOf
    surveys: AnyOf
    joke_speakers: AnyOf
    pointers: AnyOf
    honours: AnyOf
    offices_told: AnyOf
    open_to_all: AnyOf
    only_examples: AnyOf
    whom_to_tag: AnyOf
    whom_to_tag_english: AnyOf
    office_handles: AnyOf
    office_handle_ends: AnyOf
    office_handle_words: AnyOf


class Wording(Generic[P]):
    """A pattern that is made of stems, and anew where a ruleset has others: `Wording(re.compile, lambda stems: f"{stems.surveys} of")`."""

    known: ClassVar[list[Wording[Any]]] = []  # compiled as the stems are read, not with a draft

    def __init__(self, compile_: Callable[[str], P], write: Callable[[Stems], str]) -> None:
        self.write = write
        self._compile = compile_
        self._made: tuple[Stems, P] | None = None
        self.known.append(self)

    def of(self, stems: Stems) -> P:
        """The pattern with these stems."""
        made = self._made
        if made is None or made[0] is not stems:
            made = self._made = (stems, self._compile(self.write(stems)))
        return made[1]


def stems_in(folders: Sequence[Path]) -> Stems:
    """Those of the first folder that has the file. FaultyLists where it cannot be used."""
    stems = read_whole(folders, FILE, read_stems)[0]
    for wording in Wording.known:
        wording.of(stems)
    return stems


@cache
def shipped_stems() -> Stems:
    """Those as shipped."""
    return stems_in(())


def read_stems(path: Path, faults: Faults) -> Stems:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    named = named_phrases(fields, Stems._fields, faults)
    for name in named.keys() & fields.keys():
        _refuse_short(fields[name], name, faults)
    return Stems(**{name: _any_of(found) for name, found in named.items()})


def _refuse_short(entry: Entry, name: str, faults: Faults) -> None:
    if faults.found:
        return  # whatever is wrong with the rows is told once
    for value, line in texts(entry, faults, name) or ():
        if len(normalise(value)) < FEWEST:
            faults.add(
                line,
                f"‘{value}’: এক অক্ষরে প্রায় সব শব্দই মেলে; দুই অক্ষর বা বেশি লিখুন",
                f"'{value}': one letter is found nearly everywhere; write two or more",
            )


def _any_of(rows: Iterable[str]) -> AnyOf:
    """The longest first: where a row stands in the file changes nothing."""
    said = sorted(set(map(normalise, rows)), key=lambda row: (-len(row), row))
    latin = [row for row in said if row.isascii()]
    return AnyOf(*map(_pattern, (said, [row for row in said if not row.isascii()], latin)))


def _pattern(said: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, said))})" if said else "(?!)"
