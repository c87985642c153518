"""What a learned entry can be: how one word of the normal form, and two side by side, are looked up.

`শালা`    a Bangla word, as it stands or with an ending cut off
`sala`    how a word sounds, in Latin letters or in Bangla: its Banglish key
`শাল*`    how Bangla words begin, with whatever ending they go on
`sal*`    how words sound at their beginning; `*ala`: at their end
`&insults` a word that is a term by itself of that group or list, in whatever spelling, or is about that (senses.txt)
`@party`  any name of that kind
`a b`     two words side by side, each without its endings
`&a+&b`   words of two senses, anywhere in one stretch of text
`*`       what every stretch of text begins with
`*a-z`    what a stretch begins with that is mostly in Latin letters
`*en`     what one begins with beside that, of whose words in Latin letters most are English
`*+`      each distinct word of a stretch from the eleventh to the fiftieth: what is said at length has to say more
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations

from server.text.endings import cut
from server.text.heard import entry_key, typed_key

BASE, BEYOND, LATIN, ENGLISH = "*", "*+", "*a-z", "*en"
FREE_WORDS, MOST_BEYOND = 10, 40  # distinct words of a stretch that `*+` does not count, that it does at most
FULL_WORDS = 12  # distinct words of a stretch from which on `few_words` of a head takes nothing
NAME, GROUP = "@", "&"  # what entries for a kind of name, for a group, list or sense begin with
WITH = "+"  # between two senses
TIES = frozenset(("ও", "এবং", "আর", "o", "ebong", "ar", "and"))  # words that say no more than that two things are named
MOST_SENSES = 60  # of one stretch
BEGINNINGS, HEARD_BEGINNINGS, HEARD_ENDINGS = (2, 6), (3, 6), (3, 5)  # code points, letters of a key: from, to
SHORTEST_STEM = 3  # code points; shorter ones are cut from words of all kinds
LONGEST_WORD = 40  # code points; what is longer is no word, and is not looked at
_PIECES = re.compile(r"[@&*]\S*|\S+\*")


def entries_of(word: str, stem: str, groups: Iterable[str]) -> tuple[str, ...]:
    """Every entry by which a word that is no name could be found, each once.

    `stem`: as `stem_of` cuts it; `groups`: the groups and lists of which it is a term by itself.
    """
    found: list[str] = []
    if len(word) <= LONGEST_WORD:
        found += () if word.isascii() else _of_letters(word, stem)
        found += _of_sound(typed_key(word))
    return tuple(dict.fromkeys((*found, *(f"{GROUP}{name}" for name in sorted(groups)))))


def _of_letters(word: str, stem: str) -> Iterator[str]:
    yield word
    yield stem
    for length in _lengths(BEGINNINGS, word):
        yield f"{word[:length]}*"


def _of_sound(spoken: str) -> Iterator[str]:
    if spoken:
        yield spoken
    for length in _lengths(HEARD_BEGINNINGS, spoken):
        yield f"{spoken[:length]}*"
    for length in _lengths(HEARD_ENDINGS, spoken):
        yield f"*{spoken[-length:]}"


def _lengths(bounds: tuple[int, int], word: str) -> range:
    return range(bounds[0], min(bounds[1], len(word) - 1) + 1)


def stem_of(word: str, known: Container[str]) -> str:
    """The word as pairs of words write it: the shortest of its stems that is `known`, else the word itself."""
    if word.isascii() or len(word) > LONGEST_WORD:
        return entry_key(word)
    stems = [stem for stem, _ in cut(word, "noun") if len(stem) >= SHORTEST_STEM and stem in known]
    return stems[-1] if stems else word


def together(senses: Iterable[str]) -> Iterator[str]:
    """The entries for each two of the senses that words of one stretch have; none of a stretch that is about everything."""
    about: Sequence[str] = sorted(set(senses))
    return (f"{one}{WITH}{other}" for one, other in combinations(about if len(about) <= MOST_SENSES else (), 2))


def is_kind(entry: str) -> bool:
    """Whether an entry names only kinds: of names, groups, lists, senses."""
    return all(word.startswith((NAME, GROUP)) for word in entry.split())


def is_name(entry: str) -> bool:
    """Whether an entry names only kinds of names, parties, leaders, faiths, and what stands between two of them."""
    inside = entry.split()
    return any(word.startswith(NAME) for word in inside) and all(
        word.startswith(NAME) or word in TIES for word in inside
    )


def is_said(entry: str) -> bool:
    """Whether an entry names a word that is there, not only a piece of one, a kind of name or a group."""
    return any(not _PIECES.fullmatch(word) for word in entry.split())
