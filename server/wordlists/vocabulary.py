"""The words of all lists, and how a word of a draft is read as one of them: with an ending, in Banglish, in disguise.

A verdict for each distinct word, given once and remembered in bounded memory; it goes with the ruleset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from server.text.disguises import variants
from server.text.endings import cut, latin_cut
from server.text.romanised import frame, frames, is_english, key, keys, one_edit, skeleton

LONGEST = 64  # code points of a word; no term is longer
MAX_KEPT = 50_000  # distinct words whose verdict is remembered
NEAR_KEY = 5  # a Banglish key of so many letters may differ by one edit


class Reading(NamedTuple):
    """A way to read a word: a `stem` of the vocabulary and an `ending`. `how`: written, folded (Banglish), disguised."""

    stem: str
    ending: str
    forms: str
    how: str


class Vocabulary:
    """Grows by `learn`, then is only read."""

    def __init__(self) -> None:
        self._forms: dict[str, str] = {}  # word → whose endings it may take: "n", "v", "nv"
        self._beginnings: set[str] = set()  # what a word must begin with to be a Bangla noun of the vocabulary
        self._verb_letters: set[str] = set()  # a verb's root may change all but its first letter
        self._by_frame: dict[str, list[str]] = {}  # consonants of a Banglish key → Bangla words
        self._keys: dict[str, dict[str, list[str]]] = {}  # Bangla word → its keys by skeleton, built when needed
        self._known: dict[str, tuple[Reading, ...]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    @property
    def kept(self) -> set[str]:
        """The words whose verdict is remembered."""
        return set(self._known)

    def learn(self, word: str, verb: bool, folds: bool) -> None:
        """One more word; `folds`: its Banglish spellings count too."""
        mark = "v" if verb else "n"
        known = self._forms.get(word, "")
        if mark not in known:
            self._forms[word] = known + mark
            self._beginnings.update(_beginnings(word))
            if verb:
                self._verb_letters.add(word[0])
        if folds and not word.isascii():
            for shared in frames(word):
                alike = self._by_frame.setdefault(shared, [])
                if word not in alike:
                    alike.append(word)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word of the normal form; () for a stranger."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= MAX_KEPT:
                self._known.clear()
            found = self._known[word] = tuple(dict.fromkeys(self._read(word)))
        return found

    def forget(self) -> None:
        """Drops the remembered verdicts."""
        self._known.clear()

    def _read(self, word: str) -> Iterator[Reading]:
        if len(word) > LONGEST:
            return
        yield from self._written(word, "written")
        if word.isascii():
            yield from self._folded(word)
        for variant in variants(word):
            yield from self._written(variant, "disguised")
            if variant.isascii():
                yield from self._folded(variant)

    def _written(self, word: str, how: str) -> Iterator[Reading]:
        if word.isascii():
            for stem, ending in latin_cut(word):
                if stem in self._forms:
                    yield Reading(stem, ending, "noun", how)
            return
        beginnings = self._beginnings
        if any(word[:length] in beginnings for length in range(1, len(word) + 1)):
            for stem, ending in cut(word, "noun"):
                if "n" in self._forms.get(stem, ""):
                    yield Reading(stem, ending, "noun", how)
        if word[0] in self._verb_letters:
            for stem, ending in cut(word, "verb"):
                if "v" in self._forms.get(stem, ""):
                    yield Reading(stem, ending, "verb", how)

    def _folded(self, word: str) -> Iterator[Reading]:
        if is_english(word):
            return
        for stem, ending in latin_cut(word):
            banglish = key(stem)
            alike = self._by_frame.get(frame(banglish))
            if alike:
                consonants = skeleton(banglish)
                for bangla in alike:
                    if _sounds_like(banglish, self._keys_of(bangla).get(consonants, ())):
                        yield Reading(bangla, ending, "noun", "folded")

    def _keys_of(self, bangla: str) -> dict[str, list[str]]:
        found = self._keys.get(bangla)
        if found is None:
            found = self._keys[bangla] = {}
            for banglish in keys(bangla):
                found.setdefault(skeleton(banglish), []).append(banglish)
        return found


def _sounds_like(banglish: str, own: Sequence[str]) -> bool:
    """Whether a key is one of a word's with the same consonants, or one edit away from one."""
    if banglish in own:
        return True
    return len(banglish) >= NEAR_KEY and any(len(other) >= NEAR_KEY and one_edit(banglish, other) for other in own)


def _beginnings(word: str) -> Iterator[str]:
    """The word, and what is left of it where its last sound changes before an ending: বিদ্যুৎ, বিদ্যুতের; রং, রঙের."""
    yield word
    if word.endswith("\u09cd"):
        yield word[:-1]
    elif word.endswith("\u0982"):
        yield word[:-1] + "ঙ"
