"""What a learned entry can be: how one word of the normal form, and two side by side, are looked up.

`শালা`    a word as it stands; a Latin one by how it sounds (its Banglish key)
`শাল*`    how words begin, with whatever ending they go on
`*aram*`  what stands inside words, Latin ones only: their spelling is anyone's guess
`~সল`     the consonants of words, one for শ ষ স and one for জ য: so that spellings meet
`a b`     two words side by side, each without its endings
`*`       what every stretch of text begins with
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from server.text.endings import cut
from server.text.romanised import key, skeleton

BASE = "*"
SHORTEST, LONGEST = 2, 6  # code points of a beginning
FRAGMENTS = (3, 4, 5)  # letters of what is looked for inside a Latin word; ^ and $ are its ends
SHORTEST_STEM = 3  # code points; shorter ones are cut from words of all kinds
LONGEST_WORD = 40  # code points; what is longer is no word, and is not looked at
_VOWELS = dict.fromkeys(map(ord, "\u09be\u09bf\u09c1\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd\u0982\u0983"))
_ALIKE = str.maketrans("ষশযঙ\u09dc", "সসজংর") | _VOWELS


def sound(word: str) -> str:
    """The word as entries write it: a Latin one by its Banglish key, a Bangla one as it is."""
    return key(word) if word.isascii() else word


def parts(word: str) -> tuple[str, ...]:
    """Every entry for one word by which it could be found, each once."""
    if len(word) > LONGEST_WORD:
        return ()
    return tuple(dict.fromkeys(_parts(word)))


def _parts(word: str) -> Iterator[str]:
    heard = sound(word)
    yield heard
    for length in range(SHORTEST, min(LONGEST, len(heard) - 1) + 1):
        yield f"{heard[:length]}*"
    consonants = skeleton(heard) if word.isascii() else word.translate(_ALIKE)
    if len(consonants) >= SHORTEST:
        yield f"~{consonants}"
    if word.isascii():
        yield from _fragments(f"^{heard}$")


def _fragments(bounded: str) -> Iterator[str]:
    for length in FRAGMENTS:
        for place in range(len(bounded) - length + 1):
            yield f"*{bounded[place : place + length]}*"


def stem_of(word: str, known: Container[str]) -> str:
    """The word as pairs of words write it: the shortest of its stems that is `known`, else the word itself."""
    heard = sound(word)
    if word.isascii() or len(word) > LONGEST_WORD:
        return heard
    stems = [stem for stem, _ in cut(word, "noun") if len(stem) >= SHORTEST_STEM and stem in known]
    return stems[-1] if stems else word
