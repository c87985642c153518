"""How many letters of a text belong to which script."""

import re

_BANGLA = re.compile("[\u0980-\u09e3\u09fc]+")
_LATIN = re.compile("[a-z]+")
# letters of other scripts, and rare signs
NO_BANGLA = re.compile("[^\x00-`{-\x7f\u0964\u0965\u0980-\u09ff\u2010-\u2027]")
# Outside Bangla, ASCII, punctuation and emoji: only then are other scripts looked for.
_OTHER = re.compile("[^\x00-\u0370\u0964\u0965\u0980-\u09ff\u2000-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff]")
_SCRIPTS = {
    "hi": "\u0900-\u0963\u0966-\u097f",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "my": "\u1000-\u109f",
    "ar": "\u0600-\u06ff\u0750-\u077f",
    "el": "\u0370-\u03ff",
    "ru": "\u0400-\u052f",
    "he": "\u0590-\u05ff",
    "ko": "\uac00-\ud7a3\u1100-\u11ff",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u9fff",
    "ccp": "\U00011100-\U0001114f",
}
_PATTERNS = {code: re.compile(f"[{letters}]+") for code, letters in _SCRIPTS.items()}
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")
# normalise writes Cyrillic and Greek lookalikes as Latin: in a word with another letter of the script they are its own.
_MIXED = {
    code: re.compile(f"(?<![a-z{own}])[a-z]*+[{own}][a-z{own}]*+") for code in ("ru", "el") if (own := _SCRIPTS[code])
}


def is_bangla(normal: str) -> bool:
    """Whether letters stand in a text whose stretches hold no `NO_BANGLA`: they are Bangla then."""
    return _BANGLA.search(normal) is not None


def script_shares(normal: str) -> dict[str, float]:
    """How many letters of a text (normal form) each language has, by its code; Latin letters as "Latn". None has 0.

    The numbers are good for shares alone: a text that is all Bangla is not counted, and told as 1.0.
    """
    if not NO_BANGLA.search(normal):
        return {"bn": 1.0} if is_bangla(normal) else {}
    counts = {"bn": _letters(_BANGLA, normal), "Latn": _letters(_LATIN, normal)}
    if _OTHER.search(normal):
        for code, pattern in _PATTERNS.items():
            counts[code] = _letters(pattern, normal)
        _give_back_lookalikes(counts, normal)
        if counts["ar"] and _URDU.search(normal):
            counts["ur"] = counts.pop("ar")
        if counts["ja"]:
            counts["ja"] += counts.pop("zh")
    return {code: float(count) for code, count in counts.items() if count}


def _letters(pattern: re.Pattern[str], normal: str) -> int:
    return sum(map(len, pattern.findall(normal)))


def _give_back_lookalikes(counts: dict[str, int], normal: str) -> None:
    for code, mixed in _MIXED.items():
        if counts[code]:
            whole = _letters(mixed, normal)
            counts["Latn"] -= whole - counts[code]
            counts[code] = whole
