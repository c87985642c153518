"""What a learned entry can be: how one word of the normal form, and two side by side, are looked up.

`শালা`    a Bangla word as it stands
`শাল*`    how Bangla words begin, with whatever ending they go on
`~সল`     the consonants of words, one for শ ষ স and one for জ য: so that spellings meet
`sala`    how a word sounds, in Latin letters or in Bangla: its Banglish key
`*aram*`  what is heard inside words; ^ and $ are their beginning and end
`@party`  any name of that kind
`a b`     two words side by side, each without its endings
`*`       what every stretch of text begins with
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from server.text.endings import cut
from server.text.romanised import key, skeleton
from server.text.spellings import typed

BASE = "*"
SHORTEST, LONGEST = 2, 6  # code points of a beginning; consonants of a word, at least
FRAGMENTS, FRAGMENTS_OF_BANGLA = (3, 4, 5), (4,)  # letters heard inside; Bangla spelling leaves less to guess
SHORTEST_STEM = 3  # code points; shorter ones are cut from words of all kinds
LONGEST_WORD = 40  # code points; what is longer is no word, and is not looked at
LONGEST_HEARD = 20  # code points of a Bangla word whose sound is looked at
_VOWELS = dict.fromkeys(map(ord, "\u09be\u09bf\u09c1\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd\u0982\u0983"))
_ALIKE = str.maketrans("ষশযঙ\u09dc", "সসজংর") | _VOWELS


def sound(word: str) -> str:
    """The word as entries write it: a Latin one by its Banglish key, a Bangla one as it is."""
    return key(word) if word.isascii() else word


def heard(word: str) -> str:
    """How a word is likely to be typed in Latin letters: its Banglish key; "" for a Bangla word too long to tell."""
    if word.isascii():
        return key(word)
    return typed(word) if len(word) <= LONGEST_HEARD else ""


def parts(word: str) -> tuple[str, ...]:
    """Every entry for one word by which it could be found, each once."""
    if len(word) > LONGEST_WORD:
        return ()
    own = _of_latin(heard(word)) if word.isascii() else _of_bangla(word)
    return tuple(dict.fromkeys(own))


def _of_latin(spoken: str) -> Iterator[str]:
    yield spoken
    consonants = skeleton(spoken)
    if len(consonants) >= SHORTEST:
        yield f"~{consonants}"
    yield from _fragments(spoken, FRAGMENTS)


def _of_bangla(word: str) -> Iterator[str]:
    yield word
    for length in range(SHORTEST, min(LONGEST, len(word) - 1) + 1):
        yield f"{word[:length]}*"
    consonants = word.translate(_ALIKE)
    if len(consonants) >= SHORTEST:
        yield f"~{consonants}"
    spoken = heard(word)
    if spoken:
        yield spoken
        yield from _fragments(spoken, FRAGMENTS_OF_BANGLA)


def _fragments(spoken: str, lengths: tuple[int, ...]) -> Iterator[str]:
    bounded = f"^{spoken}$"
    for length in lengths:
        for place in range(len(bounded) - length + 1):
            yield f"*{bounded[place : place + length]}*"


def stem_of(word: str, known: Container[str]) -> str:
    """The word as pairs of words write it: the shortest of its stems that is `known`, else the word itself."""
    if word.isascii() or len(word) > LONGEST_WORD:
        return sound(word)
    stems = [stem for stem, _ in cut(word, "noun") if len(stem) >= SHORTEST_STEM and stem in known]
    return stems[-1] if stems else word
