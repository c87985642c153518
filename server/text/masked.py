"""Words of English abuse that a writer masks with stars: f*ck, b**ch. Only they are: a sum (2*3) or bold type is none."""

import re

from server.text.shapes import LATIN, Word

_MASKED = re.compile(f"(?<![{LATIN}*])[a-z]{{1,6}}\\*{{1,4}}+[a-z]{{1,6}}(?![a-z0-9*])")
_WORDS = [
    "fuck",
    "fucks",
    "fucked",
    "fucker",
    "fuckers",
    "fucking",
    "fuckin",
    "motherfucker",
    "motherfuckers",
    "bitch",
    "bitches",
    "shit",
    "shitty",
    "bullshit",
    "bastard",
    "bastards",
    "asshole",
    "assholes",
    "cunt",
    "cunts",
    "whore",
    "whores",
    "slut",
    "sluts",
]


def masked(normal: str) -> list[Word]:
    """Words of the normal form of which stars hide letters, one star for each; all letters put back."""
    if "*" not in normal:
        return []
    return [Word(word, *match.span()) for match in _MASKED.finditer(normal) for word in _meant(match[0])]


def _meant(typed: str) -> list[str]:
    return [word for word in _WORDS if len(word) == len(typed) and all(map(_fits, typed, word))]


def _fits(typed: str, letter: str) -> bool:
    return typed in ("*", letter)
