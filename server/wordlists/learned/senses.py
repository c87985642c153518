"""What words are about, as learned evidence counts them beside the words themselves: woman, mocking, burden, after all.

`learned/senses.txt` has words below the `[sense]`, in Bangla, Banglish and English, so that what is learned of one word
counts for others that say the same, in whatever script. A sense alone is never a finding.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from server.text.endings import cut
from server.text.heard import typed_key
from server.text.known_words import is_english
from server.text.latin_endings import latin_cut
from server.text.normalise import normalise
from server.text.romanised import key
from server.text.words import words
from server.wordlists.reading.faults import Fault, Faults, closest
from server.wordlists.reading.source import entries_of
from server.wordlists.reading.table import FOLDER

FILE = "senses.txt"
_NAME = re.compile("[a-z]+(?:-[a-z0-9]+)*")
SHORTEST_STEM = 3  # code points left of a Bangla word without its ending


class Senses:
    """Words by what they are about. English words stand for themselves, others for all that sound alike."""

    def __init__(self, words: Iterable[tuple[str, str]] = ()) -> None:
        """`words`: (sense, word of the normal form)."""
        self._written: dict[str, tuple[str, ...]] = {}  # in Latin letters
        self._typed: dict[str, tuple[str, ...]] = {}
        for sense, word in words:
            if word.isascii():
                _add(self._written, word, sense)
            if not (word.isascii() and is_english(word)):
                _add(self._typed, typed_key(word), sense)
        self.names = frozenset(name for found in (self._written, self._typed) for own in found.values() for name in own)

    def of(self, word: str) -> tuple[str, ...]:
        """The senses of a word of the normal form, else those of the longest stem that has one."""
        if word.isascii():
            stems = (stem for stem, _ in latin_cut(word))
            return next((own for stem in stems if (own := self._written.get(stem) or self._typed.get(key(stem)))), ())
        stems = (stem for stem, _ in cut(word, "noun") if len(stem) >= SHORTEST_STEM or stem == word)
        return next((own for stem in stems if (own := self._typed.get(typed_key(stem)))), ())


def _add(found: dict[str, tuple[str, ...]], word: str, sense: str) -> None:
    if word and sense not in found.get(word, ()):
        found[word] = (*found.get(word, ()), sense)


def read_senses(folders: Sequence[Path], taken: Container[str], faults: list[Fault]) -> Senses:
    """The words of all folders. `taken`: ids of lists and groups, which no sense may have: in a table both would be one."""
    found: list[tuple[str, str]] = []
    for base in folders:
        path = base / FOLDER / FILE
        collected = Faults.of(path, base, folders)
        found += _words(path, taken, collected)
        faults += collected.found
    return Senses(found)


def unknown_senses(folders: Sequence[Path], weighed: Container[str]) -> Iterator[Fault]:
    """A fault for each sense of a later folder that no earlier one has, nor a row of a table: its words would weigh nothing.

    `weighed`: the senses that tables have rows for.
    """
    known: list[str] = []
    for base in folders:
        path, own = base / FOLDER / FILE, list[str]()
        collected = Faults.of(path, base, folders)
        for number, line in entries_of(path, Faults(FILE)):  # what cannot be read is told by `read_senses`
            if not line.startswith("["):
                continue
            own.append(sense := line.strip("[]"))
            if known and sense not in known and sense not in weighed:
                close = ", ".join(f"[{name}]" for name in closest(sense, known)) or f"… ({FOLDER}/{FILE})"
                collected.add(
                    number,
                    f"[{sense}] নামে কোনো বিষয় শেখা হয়নি, তাই নিচের শব্দগুলোর ওজন নেই; এগুলোর একটি লিখুন: {close}",
                    f"nothing was learned of [{sense}], so the words below weigh nothing; write one of: {close}",
                )
        known += own
        yield from collected.found


def _words(path: Path, taken: Container[str], faults: Faults) -> Iterator[tuple[str, str]]:
    sense = ""
    for number, line in entries_of(path, faults):
        if line.startswith("["):
            sense = line.strip("[]")
            _refuse(sense, taken, number, faults)
            continue
        if not sense:
            faults.add(number, "শব্দের আগে [বিষয়] লিখুন, যেমন [woman]", "write a [sense] above the words, as in [woman]")
        for word in words(normalise(line)):
            yield sense, word.text


def _refuse(sense: str, taken: Container[str], line: int, faults: Faults) -> None:
    if not _NAME.fullmatch(sense):
        faults.add(
            line,
            f"[{sense}]: ছোট হাতের ইংরেজি অক্ষর ও - দিয়ে লিখুন, যেমন [own-kin]",
            f"[{sense}]: write small Latin letters and hyphens, as in [own-kin]",
        )
    elif sense in taken:
        faults.add(
            line,
            f"[{sense}]: এই নামে একটি তালিকা বা group আছে; অন্য নাম দিন",
            f"[{sense}]: a list or group has this id; give it another name",
        )
