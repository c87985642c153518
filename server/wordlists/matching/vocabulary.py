"""The words of all lists, and how a word of a draft is read as one of them: with an ending, in Banglish, in disguise.

A verdict for each distinct word, given once and remembered in bounded memory; it goes with the ruleset.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from server.text.bounded import ByText
from server.text.disguises import variants
from server.text.endings import cut, latin_cut
from server.text.romanised import Heard, frames, hear_all, is_english, keys, near_frames, one_edit, skeleton, vowels

LONGEST = 64  # code points of a word; no term is longer
MAX_KEPT = 50_000  # distinct words whose verdict is remembered
UNHEARD = Heard("", "")
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
        # word → whose endings it may take ("n", "v") and whether it folds ("f"); "" for what is left of one before an ending
        self._forms: dict[str, str] = {}
        self._shortest = LONGEST  # of them, code points
        self._verb_letters: set[str] = set()  # a verb's root may change all but its first letter
        self._by_frame: dict[str, str] = {}  # consonants of a Banglish key → Bangla words, by spaces: mostly one
        self._sounds: dict[str, dict[str, _Sounds]] = {}  # Bangla word → its keys by skeleton, built when needed
        self._known: ByText[tuple[Reading, ...]] = ByText(MAX_KEPT, LONGEST)

    def __contains__(self, word: str) -> bool:
        return bool(self._forms.get(word))

    @property
    def kept(self) -> set[str]:
        """The words whose verdict is remembered."""
        return set(self._known)

    def learn(self, word: str, verb: bool, folds: bool) -> None:
        """One more word; `folds`: its Banglish spellings count too."""
        known = self._forms.get(word, "")
        if ("v" if verb else "n") not in known:
            known += "v" if verb else "n"
            for beginning in _beginnings(word):
                self._forms.setdefault(beginning, "")
                self._shortest = min(self._shortest, len(beginning))
            if verb:
                self._verb_letters.add(word[0])
        if folds and "f" not in known and not word.isascii():
            known += "f"
            for shared in {near for own in frames(word) for near in near_frames(own)}:
                alike = self._by_frame.get(shared)
                self._by_frame[shared] = f"{alike} {word}" if alike else word
        self._forms[word] = intern(known)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word of the normal form; () for a stranger."""
        found = self._known.get(word)
        if found is None:
            self.meet([word])
            found = self._known.get(word, ())  # no term is longer
        return found

    def meet(self, words: Collection[str]) -> None:
        """Reads words met for the first time, the Latin ones together: folding is quick over many at once."""
        fresh = [word for word in words if word not in self._known and len(word) <= LONGEST]
        latin = {word: list(latin_cut(word)) for word in fresh if word.isascii()}
        heard = hear_all({stem for word, cuts in latin.items() if not _is_guarded(word) for stem, _ in cuts})
        for word in fresh:
            if word in latin:
                found = self._latin(latin[word], {} if _is_guarded(word) else heard)
            else:
                found = self._bangla(word, "written")
            for variant in variants(word):
                found += self._disguised(variant)
            self._known.keep(word, tuple(dict.fromkeys(found)))

    def forget(self) -> None:
        """Drops the remembered verdicts."""
        self._known.clear()

    def _disguised(self, variant: str) -> list[Reading]:
        if not variant.isascii():
            return self._bangla(variant, "disguised")
        cuts = list(latin_cut(variant))
        heard = {} if _is_guarded(variant) else hear_all({stem for stem, _ in cuts})
        return self._latin(cuts, heard, "disguised")

    def _bangla(self, word: str, how: str) -> list[Reading]:
        found: list[Reading] = []
        if len(word) > LONGEST:
            return found
        forms = self._forms
        for length in range(self._shortest, len(word) + 1):
            if word[:length] in forms:  # else it has no stem of the vocabulary
                nouns = cut(word, "noun")
                found += [Reading(stem, end, "noun", how) for stem, end in nouns if "n" in forms.get(stem, "")]
                break
        if word[0] in self._verb_letters:
            verbs = cut(word, "verb")
            found += [Reading(stem, end, "verb", how) for stem, end in verbs if "v" in forms.get(stem, "")]
        return found

    def _latin(
        self, cuts: Sequence[tuple[str, str]], heard: Mapping[str, Heard], how: str = "written"
    ) -> list[Reading]:
        """As one of our Latin words; where it was `heard`, since it is no English one, as a Bangla word too."""
        found: list[Reading] = []
        for stem, ending in cuts:
            if stem in self._forms:
                found.append(Reading(stem, ending, "noun", how))
            banglish, shared = heard.get(stem, UNHEARD)
            alike = [bangla for near in near_frames(shared) for bangla in self._by_frame.get(near, "").split()]
            if alike:
                consonants, between = skeleton(banglish), vowels(banglish)
                for bangla in dict.fromkeys(alike):
                    own = self._sounds_of(bangla).get(consonants)
                    if own and own.holds(banglish, between):
                        found.append(Reading(bangla, ending, "noun", "folded"))
        return found

    def _sounds_of(self, bangla: str) -> dict[str, _Sounds]:
        found = self._sounds.get(bangla)
        if found is None:
            by_skeleton: dict[str, list[str]] = {}
            for banglish in keys(bangla):
                by_skeleton.setdefault(skeleton(banglish), []).append(banglish)
            found = self._sounds[bangla] = {consonants: _Sounds(own) for consonants, own in by_skeleton.items()}
        return found


class _Sounds:
    """The keys of a Bangla word that have the same consonants: they differ in vowels alone."""

    __slots__ = ("_between", "_keys")

    def __init__(self, own: Iterable[str]) -> None:
        self._keys = tuple(own)
        self._between = tuple(map(_kept_once, zip(*map(vowels, self._keys), strict=True)))

    def holds(self, banglish: str, between: Sequence[str]) -> bool:
        """Whether a key with these consonants and `vowels` is one of them, or one edit away from one."""
        wrong = 0
        for heard, own in zip(between, self._between, strict=True):
            if heard not in own:
                wrong += 1
                if wrong > 1:  # an edit mends one place
                    return False
        if banglish in self._keys:
            return True
        return len(banglish) >= NEAR_KEY and any(
            len(other) >= NEAR_KEY and one_edit(banglish, other) for other in self._keys
        )


def _is_guarded(word: str) -> bool:
    """Whether a word is an English one, or the plural of one (Malayans): it is never read as Banglish."""
    return is_english(word) or (word[-1] == "s" and is_english(word[:-1]))


@lru_cache(maxsize=4096)
def _kept_once(vowels_there: tuple[str, ...]) -> frozenset[str]:
    """The vowels that may stand in one place: thousands of words have the same few."""
    return frozenset(vowels_there)


def _beginnings(word: str) -> Iterator[str]:
    """How forms of a word can begin: as it does, or with another last letter before an ending: বিদ্যুৎ, বিদ্যুতের; রং, রঙের."""
    yield word
    if word.endswith("\u09cd"):
        yield word[:-1]
    elif word.endswith("\u0982"):
        yield word[:-1] + "ঙ"
