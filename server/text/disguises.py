"""Other readings of words that someone disguised: drawn out, leet, or with their letters set apart."""

import re

from server.text.apart import joined

__all__ = ["joined", "variants"]

_DRAWN = re.compile(r"([^0-9])\1{2,}")
_DRAWN_VOWEL = re.compile(
    "(?<=\u09be)(?:আ{2,}|আ\\Z)|(?<=\u09bf)ই{2,}|(?<=\u09c1)উ{2,}|(?<=\u09c7)এ{2,}|(?<=\u09cb)ও{2,}|(?<=\u0982)\u0982+"
)
_LOOSE_HASANTA = re.compile("\u09cd+(?=[\u09be-\u09cc])")
_LEET = {"@": "a", "$": "s", "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "!": "i", "1": "i"}
_LEET_TABLE = str.maketrans(_LEET)
_LEET_OTHER = str.maketrans({**_LEET, "1": "l"})
_LEET_SIGN = re.compile("[0-9@$!]")
# 10th, 2nd, 5kg, covid19, user2024: numbers stand before and behind words without disguise.
_NUMBERED = re.compile(r"[0-9]{2,}[a-z]*|[0-9](?:st|nd|rd|th|[a-z]{1,2})|[a-z]+[0-9]+|[0-9@$!]+")
_LONGEST_WORD = 64
_ODD = re.compile(f"(.)\\1\\1|[0-9@$!]|{_DRAWN_VOWEL.pattern}|{_LOOSE_HASANTA.pattern}")


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
    plain = _LOOSE_HASANTA.sub("", _DRAWN_VOWEL.sub("", word))
    return [_DRAWN.sub(r"\1", plain), _DRAWN.sub(r"\1\1", plain)]


def _latin_readings(word: str) -> list[str]:
    found = [_DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word)]
    signs = len(_LEET_SIGN.findall(word))
    if 0 < signs < len(word) - signs and not _NUMBERED.fullmatch(word):
        read = [word.translate(_LEET_TABLE), word.translate(_LEET_OTHER)]
        read += [read[0][1:]] if word[0] == "@" else []
        found += [_DRAWN.sub(r"\1", reading) for reading in read]
    return found
