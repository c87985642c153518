"""Text typed for a Bijoy (SutonnyMJ) font: Bangla on the screen of its writer, Latin junk everywhere else."""

import re

from server.text.known_words import is_english

# What stands for vowel signs and conjuncts in the font and is written into words: †mvbvi, Kg©KZ©v, wk¶v.
_SIGNS = "\u2020\u2021\u02c6\u2030\u00a1-\u00bf\u00c6\u00d7\u00de\u00df\u00f0\u00fe\u00ff\u0152\u0160\u0161\u0192\u2122"
_ANY_SIGN = re.compile(f"[{_SIGNS}]")
_SIGN_IN_WORD = re.compile(f"[{_SIGNS}][A-Za-z]|(?<=[A-Za-z])[{_SIGNS}]")
_WORD = re.compile(f"[A-Za-z{_SIGNS}\u00c0-\u00ff\u2018-\u201d&]+")
_BANGLA = re.compile("[\u0980-\u09e3]+")
# Degrees, squares and cubes, millionths, (kilo)volts, IPv6, 5×3, a bullet: signs and v that no old font wrote.
_UNIT = re.compile(
    f"(?<![A-Za-z{_SIGNS}])(?:[°º] ?[CFK]|(?:[kcdmnµμ]?m|ft|in|yd|[A-Za-z])[²³]|[µμ][A-Za-z]{{1,3}}|[km]?v(?:ar?)?)"
    f"(?![A-Za-z{_SIGNS}])|(?-i:[A-Z]{{2,}}v)(?=\\d)|×(?= ?\\d)|(?<=\\d)×|(?<![^\\s])·",
    re.IGNORECASE,
)
_STRETCH, _LINK = re.compile(r"\S+"), re.compile(r"://|www\.|@")
# v is the sign া: it stands behind consonants and, inside a word, before them, where Latin spelling seldom has it.
_AA_SIGN = re.compile("[b-df-hj-np-tw-zB-DF-HJ-NP-TW-Z]v|(?<=[a-uw-zA-Z])v[b-df-gj-np-tw-zB-DF-HJ-NP-TW-Z]")
# Banglish has ভ there too (somvob, nirvor, udvabon): no sign of an old font where no other is.
_OF_BANGLISH = re.compile("(?<=[mnrd])v")
_FEWEST_WORDS, _FEWEST_JUNK, _LEAST_SHARE = 2, 2, 1 / 3
# Within a word, or before it, nobody else writes these: not letters of other languages, accents typed for an
# apostrophe (can´t), middle dots, soft hyphens, degrees or the cross of 5×3.
_SURE = re.compile(
    "(?<=[A-Za-z])(?![\u00ad\u00b0\u00b4\u00b7\u00ba\u00c6\u00d7\u00de\u00df\u00f0\u00fe\u00ff\u0152\u0160\u0161])"
    f"[{_SIGNS}](?=[A-Za-z])|(?<![A-Za-z])[\u2020\u2021](?=[A-Za-z])"
)
_MIXED = re.compile("[a-z][A-Z]")
_ENOUGH_SIGNS = 2  # of a word with capitals amid small letters: ivRvKvi, no TvNews


def _unlinked(stretch: re.Match[str]) -> str:
    return " " if _LINK.search(stretch[0]) else stretch[0]


def is_ansi(text: str) -> bool:
    """Whether the original `text` is, for a good part, Bangla in the encoding of an old font (Avgvi †mvbvi evsjv)."""
    if not ("v" in text and _AA_SIGN.search(text)) and not _ANY_SIGN.search(text):
        return False
    if "://" in text or "www" in text or "@" in text:
        text = _STRETCH.sub(_unlinked, text)
    text = _UNIT.sub(" ", text)
    if not _ANY_SIGN.search(text):
        text = _OF_BANGLISH.sub("", text)
    words = _WORD.findall(text)
    junk = [word for word in words if _is_junk(word)]
    if len(words) < _FEWEST_WORDS or len(junk) < _FEWEST_JUNK:
        return False
    letters = sum(map(len, words)) + sum(map(len, _BANGLA.findall(text)))
    return sum(map(len, junk)) >= _LEAST_SHARE * letters


def _is_junk(word: str) -> bool:
    if _SIGN_IN_WORD.search(word):
        return True
    return _AA_SIGN.search(word) is not None and not is_english(word.lower())


def is_ansi_word(text: str) -> bool:
    """Whether one word or more in `text` is such Bangla by itself: †mevMªnxZv, ivRvKvi."""
    return any(map(_is_sure, _WORD.findall(text)))


def _is_sure(word: str) -> bool:
    if _SURE.search(word):
        return True
    return _MIXED.search(word) is not None and len(_AA_SIGN.findall(word)) >= _ENOUGH_SIGNS


def may_be_ansi(text: str) -> bool:
    """Whether `text` would be such Bangla if there were more of it: Svgjv, and of English words govt."""
    return is_ansi(f"{text} {text}")
