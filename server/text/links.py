"""Web and e-mail addresses in normalised text: their letters are no words."""

import re

from server.text.spans import merged

_TOP = "com|org|net|info|gov|edu|mil|bd|io|tv|ly|co|uk|dev|xyz|gl"
_WORDS = "in|me|us|be|app|online|news|live|site"  # words too: "he left.In Dhaka" lacks a space and is no address
_WEB = re.compile(r"(?<![a-z0-9])(?:https?://|www\.)[^\s<>\"'।\u0980-\u09ff]++")
# A start behind a look-behind and possessive counts keep both linear on hostile runs.
_MAIL = re.compile(r"(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}+(?:\.[a-z0-9-]{1,63}+)+")
_DOMAIN = re.compile(
    rf"(?<![a-z0-9.@_-])(?:[a-z0-9][a-z0-9-]{{0,62}}+\.){{1,6}}(?:{_TOP}|({_WORDS}))(?![a-z0-9-])(?!\.[a-z0-9])(?:/[^\s<>\"'।\u0980-\u09ff]*+)?"
)
_CLOSING = ".,;:!?)]}"


def links(normal: str) -> list[tuple[int, int]]:
    """Spans (half-open, code points of the normal form) of web and e-mail addresses, ascending, not overlapping."""
    if "." not in normal and "://" not in normal:
        return []
    found = [match.span() for match in _WEB.finditer(normal)]
    if "@" in normal:
        found += [match.span() for match in _MAIL.finditer(normal)]
    found += [match.span() for match in _DOMAIN.finditer(normal) if not match[1] or _is_address(match[0])]
    return merged([_without_closing(normal, start, end) for start, end in found])


def _is_address(typed: str) -> bool:
    """Whether what ends in a word is more than two words with a full stop between: it has a path or a longer name."""
    return "/" in typed or typed.count(".") > 1


def _without_closing(normal: str, start: int, end: int) -> tuple[int, int]:
    """A full stop or bracket that follows an address belongs to the sentence."""
    return start, start + len(normal[start:end].rstrip(_CLOSING))
