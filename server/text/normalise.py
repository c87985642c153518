"""One spelling for one word: `normalise`.

Drafts, list terms, endings and patterns all pass through the same function, so two ways to type a word
always meet. It works on whole strings, each step behind a cheap test, since it runs on every keystroke.
Every step stays inside a cluster (see `clusters`).
"""

import re
import unicodedata
from functools import lru_cache

import regex

from server.text.clusters import DROPPED
from server.text.lookalikes import TABLE

# Common enough in real posts to be dropped before asking whether the text is a plain one; the line ends come first, while
# what stands between them still does.
_FREQUENT = (
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("\u200d", ""),
    ("\u200c", ""),
    ("\u200b", ""),
    ("\ufe0f", ""),
    ("\u00a0", " "),
    ("\u2026", "..."),
)

# Text of these characters only needs no NFKC: its Bangla is settled by `_bangla`.
_CALM = "\\t\\n -@\\[-~\u0964\u0965\u0980-\u09fb\u2013\u2014\u2018-\u201d\u2600-\u27bf\U0001f300-\U0001faff"
_PLAIN = re.compile(f"[{_CALM}]*+")
_PLAIN_BUT_CAPITALS = re.compile(f"[{_CALM}A-Z]*+")

_ACCENTS = regex.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0951-\u0954\u1cd0-\u1cd2\u1cd4-\u1ce0\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+"
)

_NUKTA = "\u09bc"
_ASSAMESE = (("\u09f0", "\u09b0"), ("\u09f1", "\u09ac"))  # ৰ ৱ, before a dot makes র of ব
_CHANDRABINDU = "\u0981"
_HASANTA = "\u09cd"
_HASANTA_NUKTA = re.compile("[\u09bc\u09cd]{2,}")
_WITH_NUKTA = (
    ("\u09af\u09bc", "\u09df"),  # য়
    ("\u09a1\u09bc", "\u09dc"),  # ড়
    ("\u09a2\u09bc", "\u09dd"),  # ঢ়
    ("\u09ac\u09bc", "\u09b0"),  # ব with a dot: how old keyboards wrote র
    ("\u09bc", ""),
)
_SAFE_FOLDS = (
    (_CHANDRABINDU, ""),
    ("\u09c0", "\u09bf"),  # ী ি
    ("\u09c2", "\u09c1"),  # ূ ু
    ("\u0988", "\u0987"),  # ঈ ই
    ("\u098a", "\u0989"),  # ঊ উ
    ("\u09a3", "\u09a8"),  # ণ ন
    ("\u09ce", "\u09a4\u09cd"),  # ৎ ত্
    ("\u09f7", "\u0964"),  # ৷, a fraction that keyboards offer for ।
    ("\u0965", "\u0964"),  # ॥, which closes a verse
)
_DIGITS = tuple((chr(0x9E6 + n), str(n)) for n in range(10))
_VOWELS_JOINED = (
    ("\u09c7\u09be", "\u09cb"),  # ে া
    ("\u09c7\u09d7", "\u09cc"),  # ে ৗ
    ("\u09c7\u09bf", "\u09cc"),  # ে ী, a wrong ৌ
)
_VOWELS_APART = (("\u09cb", "\u09c7\u09be"), ("\u09cc", "\u09c7\u09d7"))
_SIGNS = re.compile("[\u09be-\u09c4\u09c7\u09c8\u09cb-\u09cd\u09d7]{2,}")  # what lies between is not assigned: no marks
_REPEATED = re.compile(r"(.)\1+", re.DOTALL)
_LAST = (
    ("\u0985\u09be", "\u0986"),  # অ া
    ("\u0999\u09cd", "\u0982"),  # ঙ্ ং
)

# Of Bangla letters the low bytes tell what a text needs in a third of the time; an emoji's may call for a step in vain.
_FOLDS = {ord(old) & 0xFF: (old, new) for old, new in (*_ASSAMESE, *_SAFE_FOLDS, *_DIGITS)}
_NUKTA_LOW = ord(_NUKTA) & 0xFF
_DOT_TWICE, _DOT_BEHIND_HASANTA = bytes((_NUKTA_LOW, _NUKTA_LOW)), bytes((ord(_HASANTA) & 0xFF, _NUKTA_LOW))
_AS_THEY_ARE = bytes(set(range(256)) - {*_FOLDS, _NUKTA_LOW})
_GOES = bytes(ord(sign) & 0xFF for sign in (_CHANDRABINDU, _NUKTA))  # what stood around it stands together then
_ENDS_IN_SIGN, _MAY_JOIN = 2, 3  # ৎ, and অ and ঙ
_KINDS = bytes(
    1 if 0xBE <= low <= 0xCD or low == 0xD7 else {0xCE: _ENDS_IN_SIGN, 0x85: _MAY_JOIN, 0x99: _MAY_JOIN}.get(low, 0)
    for low in range(256)
)
_TWO_SIGNS, _SIGN_BEHIND_SIGN, _JOINING = bytes((1, 1)), bytes((_ENDS_IN_SIGN, 1)), bytes((_MAY_JOIN, 1))


def normalise(text: str) -> str:
    """The normal form of `text`: two spellings of one word give one string.

    Lower case, NFKC, Latin accents and every invisible character away; lookalike letters as Latin; digits, hyphens and
    line ends as ASCII; each Bangla letter as one code point (য় is U+09DF); spellings that Bangla writers mix up folded
    (ী/ি ূ/ু ঈ/ই ঊ/উ ণ/ন ঙ্/ং ত্/ৎ, ঁ away). Idempotent. Takes any string, lone surrogates too, and raises nothing.
    """
    if _is_all(_PLAIN, text):
        return _bangla(text)
    for sign, plain in _FREQUENT:
        text = text.replace(sign, plain)
    if _is_all(_PLAIN_BUT_CAPITALS, text):
        return _bangla(text.lower())
    return _unusual(text)


def _is_all(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.match(text)
    return found is not None and found.end() == len(text)


def _unusual(text: str) -> str:
    """The normal form of a text that holds more than Bangla, ASCII and emoji."""
    before = None
    while text != before:  # folding one thing can uncover another; two rounds settle all but freaks
        before = text
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", DROPPED.sub("", text)))
        text = unicodedata.normalize("NFKC", text).casefold().translate(TABLE)
        text = _bangla(text)
    return text


def _bangla(text: str) -> str:
    """Bangla signs and letters in one way; ASCII passes untouched."""
    if text.isascii():
        return text
    low = text.encode("utf-16-le", "surrogatepass")[::2]
    there = set(low.translate(None, _AS_THEY_ARE))
    if _NUKTA_LOW in there:
        there.remove(_NUKTA_LOW)
        text = _without_nukta(text, in_order=not (_DOT_TWICE in low or _DOT_BEHIND_HASANTA in low))
    for byte in there:
        text = text.replace(*_FOLDS[byte])
    kinds = low.translate(_KINDS, _GOES)
    if _TWO_SIGNS in kinds or _SIGN_BEHIND_SIGN in kinds:
        text = _SIGNS.sub(_settled, _replaced(text, _VOWELS_JOINED))
    return _replaced(text, _LAST) if _JOINING in kinds else text


def _without_nukta(text: str, in_order: bool) -> str:
    """Each letter and its dot as one; a dot that belongs to none goes. `in_order`: each dot stands behind its letter, once."""
    text = _replaced(text, _ASSAMESE)
    if not in_order:
        text = _HASANTA_NUKTA.sub(_nukta_first, text)
    for old, new in _WITH_NUKTA:
        text = text.replace(old, new)
        if _NUKTA not in text:
            break
    return text


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def _nukta_first(run: re.Match[str]) -> str:
    """Canonical order: the dot belongs to the letter, the hasanta comes after it."""
    return "".join(sorted(set(run[0])))


def _settled(run: re.Match[str]) -> str:
    return _settle(run[0]) if len(run[0]) < 16 else _settle.__wrapped__(run[0])


@lru_cache(maxsize=1024)
def _settle(run: str) -> str:
    """A run of signs with each repeated sign once, vowels in two parts joined and no hasanta beside a vowel."""
    before = None
    if _HASANTA in run and run.strip(_HASANTA):  # it silences a vowel that is written: nothing but a disguise or a slip
        run = run.replace(_HASANTA, "")
    while run != before:
        before = run
        run = _REPEATED.sub(r"\1", _replaced(run, _VOWELS_APART))
        run = _REPEATED.sub(r"\1", _replaced(run, _VOWELS_JOINED))
    return run
