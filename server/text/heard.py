"""A word by its sound, in whatever script it is typed: the keys under which it is looked up."""

from collections.abc import Container, Sequence

from server.text.romanised import key
from server.text.spellings import typed

LONGEST_HEARD = 20  # code points of a Bangla word whose sound is looked at


def entry_key(word: str) -> str:
    """The word as entries write it: a Latin one by its Banglish key, a Bangla one as it is."""
    return key(word) if word.isascii() else word


def typed_key(word: str) -> str:
    """How a word is likely to be typed in Latin letters: its Banglish key; "" for a Bangla word too long to tell."""
    if word.isascii():
        return key(word)
    return typed(word) if len(word) <= LONGEST_HEARD else ""


def longest(keys: Sequence[str], place: int, phrases: Container[tuple[str, ...]], most: int) -> int:
    """How many words, `most` of them, the longest of these phrases has that begins at a place of these keys; 0 where none does."""
    ahead = tuple(keys[place : place + most])
    return next((length for length in range(len(ahead), 0, -1) if ahead[:length] in phrases), 0)
