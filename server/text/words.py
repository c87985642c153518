"""Where words begin and end in normalised text.

Boundaries come from explicit classes. `\\b` and `\\w` break words at Bangla vowel signs, so neither is used.
"""

import re
from collections.abc import Iterator, Sequence

from server.text.normalise import normalise
from server.text.shapes import BANGLA, Word

_WORD = re.compile(f"[a-z0-9@$!]++|[{BANGLA}]++")
_COLON = "\u0983"  # ঃ at the end of a word stands for a colon: বিষয়ঃ
_TIED = re.compile("(?<!!)!+(?=[a-z])")
_LEET = "@$!"
_LEET_BEFORE = re.compile("[a-z][@$!][a-z]|[a-z]{3}[@$]\\Z|\\A[@$][a-z]")
_SPACE = ("", " ")
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


def untied(normal: str) -> str:
    """The same text, place by place, where each ! before a letter ends a word and is no leet: wow!shala; "" where none is."""
    return _TIED.sub(_as_question, normal) if "!" in normal and _TIED.search(normal) else ""


def _as_question(marks: re.Match[str]) -> str:
    return "?" * len(marks[0])


def spelled(phrases: Sequence[str]) -> list[list[str]]:
    """The words of each phrase in the normal form; all are normalised at once, some times as fast as one by one."""
    lines = normalise("\n".join(phrases)).split("\n")
    if len(lines) != len(phrases):  # a line's end within a phrase
        lines = list(map(normalise, phrases))
    return [texts(line) for line in lines]


def texts(normal: str) -> list[str]:
    """The words of a normalised text, in order, without their places."""
    found = _WORD.findall(normal)
    return list(filter(None, map(_trimmed, found))) if _has_loose_ends(normal) else found


def distinct(normal: str) -> set[str]:
    """The different words of a normalised text: `{word.text for word in words(normal)}`, but faster."""
    found = set(_WORD.findall(normal))
    if _has_loose_ends(normal):
        found = {_trimmed(text) for text in found}
        found.discard("")
    return found


def places(normal: str, text: str) -> Iterator[int]:
    """Where a word of the normal form stands as a whole word: the code points at which it starts, ascending."""
    length, start = len(text), normal.find(text)
    while start >= 0:
        end = start + length
        before, after = normal[start - 1 : start], normal[end : end + 1]
        if (before in _SPACE or not _WORD.fullmatch(before + text[0])) and (
            after in _SPACE or _trimmed(_WORD.match(normal, start)[0]) == text  # type: ignore[index]  # it matches there
        ):
            yield start
        start = normal.find(text, end)


def onward(normal: str, place: int) -> Iterator[Word]:
    """The words at or behind a code point, in order."""
    for token in _WORD.finditer(normal, place):
        text = _trimmed(token[0])
        if text:
            yield Word(text, token.start(), token.start() + len(text))


def starts(normal: str) -> list[int]:
    """Where the words start, ascending: their numbers in the order of the text, at C speed."""
    return [match.start() for match in _WORD.finditer(normal)]


def _has_loose_ends(normal: str) -> bool:
    return _COLON in normal or "!" in normal or "@" in normal or "$" in normal


def _trimmed(text: str) -> str:
    """Without the ঃ, ! @ $ that only end it: they are leet inside and before letters alone.

    @ and $ behind letters (kutt@), and ! behind other leet (m@g!), may be a last letter: one stays.
    """
    if text[-1] >= "\u0980":
        return text.rstrip(_COLON)
    bare = text.rstrip(_LEET)
    longer = text[: len(bare) + 1]
    return longer if _LEET_BEFORE.search(longer) else bare
