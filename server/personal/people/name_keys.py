"""The keys under which a name is known, whatever its script: Rakib is রাকিব."""

from __future__ import annotations

from collections.abc import Iterator

from server.text.bounded import remembered
from server.text.endings import cut
from server.text.romanised import key, keys, skeleton

FEWEST = 2  # consonants by which a word is known though its vowels differ
TITLES = frozenset(
    ("md", "mst", "dr", "mr", "mrs", "ms", "engr", "prof", "professor", "adv", "advocate", "alhaj", "capt")
)


@remembered(2048)
def name_keys(word: str) -> frozenset[str]:
    """The keys of how a word sounds, and of its consonants if they are some; of a Bangla one without its endings too."""
    spelt = {spelling.replace("h", "") for spelling in _spellings(word)}
    bare = {f"-{skeleton(spelling)}" for spelling in spelt}
    return frozenset(spelt | {one for one in bare if len(one) > FEWEST})


def _spellings(word: str) -> Iterator[str]:
    if word.isascii():
        yield key(word)
        return
    for stem, _ in cut(word, "noun"):
        yield from keys(stem)
