"""Answers that tell a citizen nothing: data/answers.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from server.text.heard import entry_key, longest, typed_key
from server.text.shapes import Word
from server.text.words import spelled, words
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import named_phrases, refuse_length
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read

FILE = "data/answers.yaml"
NOTHING, COURTESY = "says_nothing", "courtesies"
LONGEST_PHRASE = 8  # words


class Covered(NamedTuple):
    """Words that a phrase of the file says, and which of the two lists has it."""

    words: Sequence[Word]
    kind: str


class Answers(NamedTuple):
    """The phrases of both lists, each as its words sound: (kind, by phrase)."""

    kinds: Mapping[tuple[str, ...], str]

    def covered(self, normal: str) -> tuple[list[Covered], list[Word]]:
        """What the phrases say of a normal form, the longest first at each place, and the words that are left."""
        inside = words(normal)
        keys = [entry_key(word.text) for word in inside]
        found: list[Covered] = []
        left: list[Word] = []
        at = 0
        while at < len(inside):
            length = longest(keys, at, self.kinds, LONGEST_PHRASE)
            if length:
                found.append(Covered(inside[at : at + length], self.kinds[tuple(keys[at : at + length])]))
            else:
                left.append(inside[at])
            at += length or 1
        return found, left


def answers_in(folders: Sequence[Path]) -> Answers:
    """Those of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_answers)[0]


def read_answers(path: Path, faults: Faults) -> Answers:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    kinds: dict[tuple[str, ...], str] = {}
    typed: dict[tuple[str, ...], str] = {}  # as Bangla phrases are likely to be typed in Latin letters
    for name, phrases in named_phrases(fields, (COURTESY, NOTHING), faults).items():
        for phrase, said in zip(phrases, spelled(phrases), strict=True):
            if len(said) > LONGEST_PHRASE:
                refuse_length(phrase, LONGEST_PHRASE, fields[name].line, faults)
            kinds[tuple(map(entry_key, said))] = name
            typed.setdefault(tuple(map(typed_key, said)), name)
    return Answers({**typed, **kinds})
