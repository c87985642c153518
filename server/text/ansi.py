"""Text typed for a Bijoy (SutonnyMJ) font: Bangla on the screen of its writer, Latin junk everywhere else."""

import re

_WORD = re.compile("[A-Za-z\u00a0-\u00ff\u0152-\u0192\u02c6\u02dc\u2018-\u2022\u2026\u2030\u2039\u203a\u2122]+")
_LINK = re.compile(r"\S*(?:://|www\.|@)\S*")
# What stands for vowel signs and conjuncts in the font, written into words: †mvbvi, Kg©KZ©v, wk¶v.
_JUNK = re.compile("[A-Za-z]?[\u2020\u2021\u02c6\u2030\u00a1-\u00bf\u00c6\u00d7\u00de\u00df\u00f0\u00fe\u00ff\u0192\u2122](?=[A-Za-z])|"
                   "(?<=[A-Za-z])[\u2020\u2021\u02c6\u2030\u00a1-\u00bf\u00c6\u00d7\u00de\u00df\u00f0\u00fe\u00ff\u0192]")  # fmt: skip
_AA_SIGN = re.compile("v(?![aeiouyv]|s?$)|[^aeiou]v$|(?<=[b-df-hj-np-tw-zA-Z])v(?=[a-zA-Z])")
_CAPITAL_INSIDE = re.compile("[a-z][A-Z]")
_FEWEST_WORDS, _FEWEST_JUNK = 2, 2


def is_ansi(text: str) -> bool:
    """Whether the original `text` holds, for a good part, Bangla in the encoding of an old font (Avgvi †mvbvi evsjv)."""
    if "v" not in text and not _JUNK.search(text):
        return False
    words = _WORD.findall(_LINK.sub(" ", text))
    junk = [word for word in words if _is_junk(word)]
    return len(words) >= _FEWEST_WORDS and len(junk) >= _FEWEST_JUNK and 3 * len(junk) >= len(words)


def _is_junk(word: str) -> bool:
    return bool(_JUNK.search(word)) or (bool(_AA_SIGN.search(word)) and not word.istitle())
