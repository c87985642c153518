"""Where words begin and end in normalised text; sentences and links have their own files behind this one.

Boundaries come from explicit classes. `\\b` and `\\w` break words at Bangla vowel signs, so neither is used.
"""

import re

from server.text.links import links
from server.text.sentences import sentences
from server.text.shapes import BANGLA, Word

__all__ = ["BANGLA", "Word", "distinct", "links", "sentences", "words"]

_WORD = re.compile(f"[a-z0-9@$!]++|[{BANGLA}]++")
_COLON = "\u0983"  # ঃ at the end of a word stands for a colon: বিষয়ঃ
_LEET = "@$!"
_new = tuple.__new__  # what Word(...) does, in half the time


def words(normal: str) -> list[Word]:
    """The words of a normalised text, in order."""
    if not _has_loose_ends(normal):
        return [_new(Word, (match[0], match.start(), match.end())) for match in _WORD.finditer(normal)]
    found = []
    for match in _WORD.finditer(normal):
        text = _trimmed(match[0])
        if text:
            start = match.start()
            found.append(Word(text, start, start + len(text)))
    return found


def distinct(normal: str) -> set[str]:
    """The different words of a normalised text: `{word.text for word in words(normal)}`, but faster."""
    found = set(_WORD.findall(normal))
    if _has_loose_ends(normal):
        found = {_trimmed(text) for text in found}
        found.discard("")
    return found


def _has_loose_ends(normal: str) -> bool:
    return _COLON in normal or "!" in normal or "@" in normal or "$" in normal


def _trimmed(text: str) -> str:
    """Without the ঃ, ! @ $ that only end it: they are leet inside and before letters alone."""
    return text.rstrip(_COLON) if text[-1] >= "\u0980" else text.rstrip(_LEET)
