"""Bangla in Latin letters: one key for the many spellings of a sound.

শালা is typed shala, sala, shalaa, xala. `key` folds such spellings, `keys` says which keys a Bangla word can have;
what is left over (a vowel heard otherwise) is one edit inside the same consonants.
"""

import re
from collections.abc import Collection
from functools import cache
from itertools import product
from typing import NamedTuple

from server.text.known_words import is_english as is_english
from server.text.known_words import is_ordinary
from server.text.spellings import keys as keys
from server.text.spellings import letters, ways

# Longest first. Aspirated and plain, s and sh, j and z are written for each other; v (ভ) stays apart from b (ব).
_FOLDS = {
    "chh": "c", "kkh": "k", "ksh": "k",
    "ch": "c", "sh": "s", "kh": "k", "gh": "g", "jh": "j", "th": "t", "dh": "d", "ph": "f", "bh": "v", "rh": "r",
    "ck": "k", "ee": "i", "oo": "u", "ou": "o", "ow": "o",
    "z": "j", "q": "k", "x": "ks", "w": "o",
}  # fmt: skip
_FOLD = re.compile("|".join(_FOLDS))
_GLIDE = re.compile("(?<=[aeiou])y(?=[aeiou])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]+")
_UNSURE, _SURE = re.compile("[ao]+"), "eiu"


def key(latin: str) -> str:
    """The folded key of a Latin word (normal form): consonants and vowels as they sound, doubled letters once."""
    folded = _FOLD.sub(lambda found: _FOLDS[found[0]], latin)
    folded = _GLIDE.sub("", folded).replace("y", "i")
    return _DOUBLED.sub(r"\1", folded)


def sound_count(word: str) -> int:
    """How many letters the key of a Latin word has; of a Bangla word about the longest."""
    return len(key(word)) if word.isascii() else letters(word)


def skeleton(folded: str) -> str:
    """The consonants of a key."""
    return _VOWELS.sub("", folded)


def frame(folded: str) -> str:
    """A key without a and o, which many write where others write nothing, and with a run of one letter written once.

    All spellings of a word that differ in these alone share it.
    """
    return _DOUBLED.sub(r"\1", _UNSURE.sub("", folded))


def near_frames(shared: str) -> list[str]:
    """A frame, and each frame that is left when one vowel is taken out of it.

    Two keys that are one edit apart have at least one of these in common: so words are looked up by them.
    """
    return [shared, *(shared[:place] + shared[place + 1 :] for place, letter in enumerate(shared) if letter in _SURE)]


class Heard(NamedTuple):
    """How a Latin word sounds: its key, and the key's frame."""

    key: str
    frame: str


def hear_all(words: Collection[str]) -> dict[str, Heard]:
    """Key and frame of many Latin words at once, some times as fast as one by one: no fold reaches over a line's end."""
    folded = key("\n".join(words))
    return dict(zip(words, map(Heard, folded.split("\n"), frame(folded).split("\n")), strict=True)) if words else {}


def frames(bangla: str) -> frozenset[str]:
    """The frames of all `keys` of a Bangla word (normal form), without building the keys."""
    choices = [choice if _sounds_differ(choice) else (choice[0] or choice[-1],) for choice in ways(bangla)]
    return frozenset(frame(key("".join(typing))) for typing in product(*choices))


@cache
def _sounds_differ(choice: tuple[str, ...]) -> bool:
    """Whether the ways to type a sound differ in more than a and o."""
    return len({_UNSURE.sub("", way) for way in choice}) > 1


_CONSONANT = re.compile("[^aeiou]")


def vowels(folded: str) -> list[str]:
    """The vowels of a key before, between and behind its consonants: "rajakar" has "", "a", "a", "a", ""."""
    return _CONSONANT.split(folded)


def one_edit(typed: str, own: str) -> bool:
    """Whether a key may be a slip for a word's `own`: one letter put in, left out or changed, and no ordinary word's key.

    Equal keys count.
    """
    return typed == own or (one_letter_apart(typed, own) and not is_ordinary(typed))


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes `b` of `a`; equal strings count."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    same = 0
    while same < len(a) and a[same] == b[same]:
        same += 1
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]
