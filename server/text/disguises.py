"""Other readings of words that someone disguised: drawn out, leet, or with their letters set apart."""

import re

_DRAWN = re.compile(r"([^0-9])\1{2,}")
_DRAWN_VOWEL = re.compile(
    "(?<=\u09be)(?:আ{2,}|আ\\Z)|(?<=\u09bf)ই{2,}|(?<=\u09c1)উ{2,}|(?<=\u09c7)এ{2,}|(?<=\u09cb)ও{2,}|(?<=\u0982)\u0982+"
)
_LAST_HASANTA = re.compile("(?<!ত)\u09cd\\Z")
# More than one on a letter: one of them is meant.
_VOWEL_SIGNS = re.compile("([\u09be-\u09cc])[\u09be-\u09cc]*([\u09be-\u09cc])")
_LEET = {"@": "a", "$": "s", "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "!": "i", "1": "i"}
_LEET_TABLE = str.maketrans(_LEET)
_LEET_OTHER = str.maketrans({**_LEET, "1": "l"})
_LEET_SIGN = re.compile("[0-9@$!]")
# 10th, 2nd, 5kg, covid19, user2024: numbers stand before and behind words without disguise.
_NUMBERED = re.compile(r"[0-9]{2,}[a-z]*|[0-9](?:st|nd|rd|th|[a-z]{1,2})|[a-z]+[0-9]+|[0-9@$!]+")
_DIGITS = "0123456789"
_FEWEST_BESIDE_DIGITS = 4  # letters of a word before or behind a number: shala2, 2shala
_LONGEST_WORD = 64
# What any of these begins with, and little more: no look-behind, since it is asked of every new word.
_ODD = re.compile("(.)\\1\\1|[0-9@$!]|[\u09be-\u09cc]{2}|[ইউএও]{2}|আ(?:আ|\\Z)|\u0982{2}|\u09cd\\Z")


def variants(word: str) -> tuple[str, ...]:
    """Other readings of one odd word of the normal form, likeliest first; () for an ordinary word.

    Letters drawn out are written once or twice (শশশালা, shaaala), leet is read as letters (sh@la, $hala, 5hala).
    """
    if not _ODD.search(word):
        return ()
    if len(word) > _LONGEST_WORD:
        word = _DRAWN.sub(r"\1", word)[:_LONGEST_WORD]
    found = _bangla_readings(word) if word[:1] >= "\u0980" else _latin_readings(word)
    return tuple(reading for reading in dict.fromkeys(found) if reading and reading != word)


def _bangla_readings(word: str) -> list[str]:
    plain = _LAST_HASANTA.sub("", _DRAWN_VOWEL.sub("", word))
    found = [_DRAWN.sub(r"\1", plain), _DRAWN.sub(r"\1\1", plain)]
    if _VOWEL_SIGNS.search(plain):
        found += [_VOWEL_SIGNS.sub(r"\1", found[0]), _VOWEL_SIGNS.sub(r"\2", found[0])]
    return found


def _is_leet(word: str, signs: int) -> bool:
    """Few signs among letters (sh4la), or more than any code has (5h4l4): h5n1 and b2b are what they are."""
    letters = len(word) - signs
    return 0 < signs < letters or (letters > 1 and (signs > letters or not word.isalnum()))


def _latin_readings(word: str) -> list[str]:
    found = [_DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word)]
    signs = len(_LEET_SIGN.findall(word))
    if len(word) > 1 and word[-1] in "@$!":  # leet, or the mark behind a word
        found += [word[:-1], *_latin_readings(word[:-1])]
    bare = word.strip(_DIGITS)
    if bare != word and len(bare) >= _FEWEST_BESIDE_DIGITS and bare.isalpha():
        found.append(bare)
    if _is_leet(word, signs) and not _NUMBERED.fullmatch(word):
        read = [word.translate(_LEET_TABLE), word.translate(_LEET_OTHER)]
        read += [read[0][1:]] if word[0] == "@" else []
        found += [_DRAWN.sub(r"\1", reading) for reading in read]
    return found
