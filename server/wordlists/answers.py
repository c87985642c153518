"""Answers that tell a citizen nothing: data/answers.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from server.text.words import Word, spelled, words
from server.wordlists.data import read_whole
from server.wordlists.faults import Faults
from server.wordlists.fields import refuse_unknown
from server.wordlists.fields import words as phrases_of
from server.wordlists.parts import sound
from server.wordlists.source import mapping, read

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
        sounds = [sound(word.text) for word in inside]
        found: list[Covered] = []
        left: list[Word] = []
        at = 0
        while at < len(inside):
            length, kind = next(self._starting(sounds, at), (0, ""))
            if length:
                found.append(Covered(inside[at : at + length], kind))
            else:
                left.append(inside[at])
            at += length or 1
        return found, left

    def _starting(self, sounds: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
        for length in range(min(LONGEST_PHRASE, len(sounds) - at), 0, -1):
            kind = self.kinds.get(tuple(sounds[at : at + length]))
            if kind:
                yield length, kind


def answers_in(folders: Sequence[Path]) -> Answers:
    """Those of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_answers)[0]


def read_answers(path: Path, faults: Faults) -> Answers:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults), faults)
    refuse_unknown(fields, (NOTHING, COURTESY), faults)
    kinds: dict[tuple[str, ...], str] = {}
    for name in (COURTESY, NOTHING):
        entry = fields.get(name)
        phrases = phrases_of(entry, faults, name) if entry else ()
        if not phrases:
            faults.add(entry.line if entry else 1, f"‘{name}’ এর নিচে কথাগুলো লিখুন", f"write the phrases below '{name}'")
        for phrase, said in zip(phrases, spelled(phrases), strict=True):
            if not 0 < len(said) <= LONGEST_PHRASE:
                line = entry.line if entry else 1
                faults.add(
                    line,
                    f"‘{phrase}’: ১ থেকে {LONGEST_PHRASE} শব্দ লিখুন",
                    f"'{phrase}': write 1 to {LONGEST_PHRASE} words",
                )
            kinds[tuple(map(sound, said))] = name
    return Answers(kinds)
