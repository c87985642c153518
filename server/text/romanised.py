"""Bangla in Latin letters: one key for the many spellings of a sound, and a guard of English words.

শালা is typed shala, sala, shalaa, xala. `key` folds such spellings, `keys` says which keys a Bangla word can have;
what is left over (a vowel heard otherwise) is one edit inside the same consonants.
"""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

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

_CONSONANTS = {
    **dict.fromkeys("কখ", "k"), **dict.fromkeys("গঘ", "g"), "ঙ": "ng", "চ": "c", "ছ": "cs", **dict.fromkeys("জঝয", "j"),
    **dict.fromkeys("ঞনণ", "n"), **dict.fromkeys("টঠতথ", "t"), **dict.fromkeys("ডঢদধ", "d"), "প": "p", "ফ": "f",
    "ব": "b", "ভ": "v", "ম": "m", **dict.fromkeys("র\u09dc\u09dd", "r"), "ল": "l", **dict.fromkeys("শষস", "s"), "হ": "h",
}  # fmt: skip
_VOWEL_LETTERS = {"আ": "a", "ই": "i", "উ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi", "ও": "o", "ঔ": "o"}
_SIGNS = {
    "\u09be": "a", "\u09bf": "i", "\u09c1": "u", "\u09c3": "ri", "\u09c7": "e", "\u09c8": "oi", "\u09cb": "o",
    "\u09cc": "o",
}  # fmt: skip
_HASANTA, _NG, _YA = "\u09cd", "\u0982", "\u09df"
_SPOKEN_AS_ONE = (("ক্ষ", ("k",)), ("জ্ঞ", ("g",)), ("\u0982ক", ("nk", "ngk")), ("\u0982খ", ("nk", "ngk")))
_FIRST_OF_ONE = frozenset(pair[0][0] for pair in _SPOKEN_AS_ONE)
_MANY = 3  # places of doubt in a word after which only the likeliest readings are built


def key(latin: str) -> str:
    """The folded key of a Latin word (normal form): consonants and vowels as they sound, doubled letters once."""
    folded = _FOLD.sub(lambda found: _FOLDS[found[0]], latin)
    folded = _GLIDE.sub("", folded).replace("y", "i")
    return _DOUBLED.sub(r"\1", folded)


def skeleton(folded: str) -> str:
    """The consonants of a key."""
    return _VOWELS.sub("", folded)


def frame(folded: str) -> str:
    """A key without a and o, which may stand for no sign at all, a run of one letter once: all its spellings share it."""
    return _DOUBLED.sub(r"\1", _UNSURE.sub("", folded))


def near_frames(shared: str) -> list[str]:
    """A frame, and each that is left when one of its vowels goes: two keys one edit apart have one of these in common."""
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
    choices = [choice if _sounds_differ(choice) else (choice[0] or choice[-1],) for choice in _sounds(bangla)]
    return frozenset(frame(key("".join(sounds))) for sounds in product(*choices))


@cache
def _sounds_differ(choice: tuple[str, ...]) -> bool:
    """Whether the ways to type a sound differ in more than a and o."""
    return len({_UNSURE.sub("", way) for way in choice}) > 1


_CONSONANT = re.compile("[^aeiou]")


def vowels(folded: str) -> list[str]:
    """The vowels of a key before, between and behind its consonants: "rajakar" has "", "a", "a", "a", ""."""
    return _CONSONANT.split(folded)


def one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes `b` of `a`; equal strings count."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    same = 0
    while same < len(a) and a[same] == b[same]:
        same += 1
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]


def keys(bangla: str) -> frozenset[str]:
    """The keys under which a Bangla word (normal form) is likely to be typed; at most a few dozen.

    A letter of no sign is heard o, a or nothing; ছ is typed ch or s; y and w after a consonant are heard or not.
    """
    choices = _sounds(bangla)
    doubts = [index for index, choice in enumerate(choices) if len(choice) > 1]
    for index in doubts[_MANY:]:
        choices[index] = choices[index][:1]
    return frozenset(_DOUBLED.sub(r"\1", "".join(sounds)) for sounds in product(*choices))


def sounds(bangla: str) -> int:
    """How many letters the longest key of a Bangla word has, about; of a Latin word, its own."""
    if bangla.isascii():
        return len(key(bangla))
    return sum(max(map(len, choice)) for choice in _sounds(bangla))


def _sounds(bangla: str) -> list[tuple[str, ...]]:
    """For each sound of the word, the ways it is typed, the likeliest first."""
    sounds: list[tuple[str, ...]] = []
    place = 0
    while place < len(bangla):
        together = None
        if bangla[place] in _FIRST_OF_ONE:
            together = next((pair for pair in _SPOKEN_AS_ONE if bangla.startswith(pair[0], place)), None)
        if together:
            place += len(together[0])
            sounds += [together[1], *_unwritten(bangla, place)]
        else:
            sounds += _of_letter(bangla, place)
            place += 1
    return sounds


def _of_letter(bangla: str, place: int) -> list[tuple[str, ...]]:
    letter, before = bangla[place], bangla[place - 1 : place]
    if letter in _SIGNS or letter in _VOWEL_LETTERS:
        return [(_SIGNS.get(letter) or _VOWEL_LETTERS[letter],)]
    if letter == "অ":
        return [("o", "a")]
    if letter == _NG:
        return [("ng",)]
    if letter == _YA:
        return [_glide(bangla[place + 1 : place + 2])]
    if before == _HASANTA and letter in "যব":  # hardly heard, often typed: ব্যক্তি, বিশ্বাস
        return [("", "i" if letter == "য" else "b"), *_unwritten(bangla, place + 1)]
    if letter in _CONSONANTS:
        return [tuple(_CONSONANTS[letter]) if letter == "ছ" else (_CONSONANTS[letter],), *_unwritten(bangla, place + 1)]
    return []


def _unwritten(bangla: str, place: int) -> list[tuple[str, ...]]:
    """The vowel that no sign shows, after the consonant that ends at `place`."""
    follower = bangla[place : place + 1]
    if not follower:
        after_conjunct = bangla[place - 2 : place - 1] == _HASANTA
        return [("o", "a", "")] if after_conjunct else []
    if follower in _SIGNS or follower == _HASANTA:
        return []
    return [("o", "a", "")] if _may_be_silent(bangla, place) else [("o", "a")]


def _may_be_silent(bangla: str, place: int) -> bool:
    """Whether the unwritten vowel before `place` stands between two open syllables: the second of হারামজাদা's three."""
    before = bangla[place - 2 : place - 1]
    is_inner = bool(before) and before != _HASANTA
    return is_inner and (bangla[place + 1 : place + 2] in _SIGNS or bangla[place : place + 1] in _VOWEL_LETTERS)


def _glide(follower: str) -> tuple[str, ...]:
    """How য় is typed: not at all between vowels, i or e at the end, i or o before a consonant (শয়তান, আয়তন)."""
    if not follower:
        return "i", "e"
    return ("",) if follower in _SIGNS or follower == _NG else ("i", "o")


def is_english(word: str) -> bool:
    """Whether a word of the normal form is a common English one: such a word is never read as Banglish."""
    return word in _english()


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    lines = (Path(__file__).parent / "english.txt").read_text("ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
