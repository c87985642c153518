"""Whether a name is told in the other script: Rakib Hasan tagged, রাকিব হাসান written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from server.text.endings import cut
from server.text.romanised import key, keys, skeleton
from server.text.words import words

FEWEST = 2  # consonants by which a word is known though its vowels differ
TITLES = frozenset(
    ("md", "mst", "dr", "mr", "mrs", "ms", "engr", "prof", "professor", "adv", "advocate", "alhaj", "capt")
)


def is_heard(name: str, sentence: str) -> bool:
    """Whether every word of a name (both in the normal form) sounds like a word of the sentence."""
    wanted = [_sounds(word.text) for word in words(name) if word.text not in TITLES]
    heard = frozenset(sound for word in words(sentence) for sound in _sounds(word.text))
    return bool(wanted) and all(sound & heard for sound in wanted)


@lru_cache(maxsize=2048)
def _sounds(word: str) -> frozenset[str]:
    """How a word sounds, and its consonants if they are some; of a Bangla one without its endings too."""
    spelt = {spelling.replace("h", "") for spelling in _spellings(word)}
    bare = {f"-{skeleton(spelling)}" for spelling in spelt}
    return frozenset(spelt | {one for one in bare if len(one) > FEWEST})


def _spellings(word: str) -> Iterator[str]:
    if word.isascii():
        yield key(word)
        return
    for stem, _ in cut(word, "noun"):
        yield from keys(stem)
