"""How a Bangla word is typed in Latin letters: for each of its sounds, the ways to type it.

What is typed is folded already (see `romanised.key`): sh as s, ch as c, aspirated letters as plain ones.
"""

import re
from itertools import product

_DOUBLED = re.compile(r"(.)\1+")
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


def keys(bangla: str) -> frozenset[str]:
    """The keys under which a Bangla word (normal form) is likely to be typed; at most a few dozen.

    A letter of no sign is heard o, a or nothing; ছ is typed ch or s; y and w after a consonant are heard or not.
    """
    choices = ways(bangla)
    doubts = [index for index, choice in enumerate(choices) if len(choice) > 1]
    for index in doubts[_MANY:]:
        choices[index] = choices[index][:1]
    return frozenset(_DOUBLED.sub(r"\1", "".join(typing)) for typing in product(*choices))


def typed(bangla: str) -> str:
    """The likeliest key of a piece of a Bangla word (normal form), no vowel behind its last consonant."""
    return _DOUBLED.sub(r"\1", "".join(choice[0] for choice in ways(bangla)))


def letters(bangla: str) -> int:
    """How many letters the longest key of a Bangla word has, about."""
    return sum(max(map(len, choice)) for choice in ways(bangla))


def ways(bangla: str) -> list[tuple[str, ...]]:
    """For each sound of the word, the ways it is typed, the likeliest first."""
    found: list[tuple[str, ...]] = []
    place = 0
    while place < len(bangla):
        together = None
        if bangla[place] in _FIRST_OF_ONE:
            together = next((pair for pair in _SPOKEN_AS_ONE if bangla.startswith(pair[0], place)), None)
        if together:
            place += len(together[0])
            found += [together[1], *_unwritten(bangla, place)]
        else:
            found += _of_letter(bangla, place)
            place += 1
    return found


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
