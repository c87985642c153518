"""Where sentences begin and end in normalised text."""

import re

from server.text.initials import LETTER_NAMES
from server.text.normalise import normalise

_ABBREVIATIONS = LETTER_NAMES | frozenset(
    normalise(
        "মো মোঃ মোছা মোসা মু মুহা ড ডা ডাঃ প্রফেসর অধ্যা ইঞ্জি প্রকৌ অ্যাড এড জনাবা লি লিমি নং রেজি পৃ খ্রি বাং তাং"
        " কি মি সে গ্রা মিলি মে হে ব দ্র বি উ পূ প দ রা কোং সা"
        " dr mr mrs ms md mst prof engr adv eng lt col maj gen capt sgt st jr sr no nos vol pp fig vs etc eg ie ltd co inc dept govt"
        " jan feb mar apr jun jul aug sep sept oct nov dec"
    ).split()
)
_DANDA = "।"
_OPENING = ".([\"'“‘"
_ENDERS = re.compile(r"[।\n|?؟!.]+")
_ALWAYS = re.compile(r"[।\n|]")
_GOES_ON = re.compile(r"[a-z0-9=&]")  # after ? and !: an address, leet
CLOSERS = '"”’)]'  # marks behind a sentence's end that still belong to it
_CLOSING = re.compile(r"[\"”’)\]]+")
_ONE_STOP = re.compile(r"(?<!\.)\.(?=\s)")
_AFTER_STOP = re.compile(r"[\s\"'”’)\]]|\Z")


def sentences(normal: str) -> list[tuple[int, int]]:
    """Spans (half-open, code points of the normal form) of the sentences, ascending, outer white space left out.

    । ? ! | and a line's end close one; "." only where it closes no abbreviation, initial or number.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _ENDERS.finditer(normal):
        marks, end = match[0], match.end()
        if marks != _DANDA and not _closes(normal, marks, match.start(), end):
            continue
        if normal[end : end + 1] in CLOSERS:
            closing = _CLOSING.match(normal, end)
            end = closing.end() if closing else end
        _add(found, normal, start, end)
        start = end
    _add(found, normal, start, len(normal))
    return found


def says_something(text: str) -> bool:
    """Whether a letter or digit stands in it: what lies between two ends may be an emoji alone."""
    return any(map(str.isalnum, text))


def stop_ends(normal: str, start: int, end: int) -> bool:
    """Whether a full stop with white space behind it, somewhere between two words, ends a sentence; dots in a row only pause."""
    dots = (match.start() for match in _ONE_STOP.finditer(normal, start, end))
    return any(stop_closes(normal, dot) for dot in dots)


def _add(found: list[tuple[int, int]], normal: str, start: int, end: int) -> None:
    text = normal[start:end].lstrip()
    if text:
        found.append((end - len(text), end - len(text) + len(text.rstrip())))


def _closes(normal: str, marks: str, start: int, end: int) -> bool:
    """Whether the marks in `normal[start:end]` end a sentence."""
    if _ALWAYS.search(marks):
        return True
    if "?" in marks or "!" in marks or "؟" in marks:
        return not _GOES_ON.match(normal, end)
    if not _AFTER_STOP.match(normal, end):
        return False
    return end - start > 1 or end == len(normal) or stop_closes(normal, start)


def stop_closes(normal: str, dot: int) -> bool:
    """Whether a single full stop ends a sentence, judged by the token before it."""
    token = _token_before(normal, dot)
    if token in _ABBREVIATIONS or len(token) == 1:
        return False
    return not _numbers_a_line(normal, dot, token)


def _token_before(normal: str, dot: int) -> str:
    start = dot
    while start > 0 and dot - start < 13 and not (normal[start - 1].isspace() or normal[start - 1] in _OPENING):
        start -= 1
    return normal[start:dot]


def _numbers_a_line(normal: str, dot: int, token: str) -> bool:
    """`12. ` at the beginning of a line numbers it."""
    start = dot - len(token)
    return token.isdecimal() and (start == 0 or normal[start - 1] == "\n")
