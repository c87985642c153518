"""How words sound, whatever their script: Rakib is রাকিব."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from server.text.endings import cut
from server.text.romanised import key, keys, skeleton

FEWEST = 2  # consonants by which a word is known though its vowels differ
TITLES = frozenset(
    ("md", "mst", "dr", "mr", "mrs", "ms", "engr", "prof", "professor", "adv", "advocate", "alhaj", "capt")
)


@lru_cache(maxsize=2048)
def sounds(word: str) -> frozenset[str]:
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
