"""Which languages a draft is in.

Scripts are counted first; Latin text is Banglish or English by two small word lists; langdetect is asked only where
they leave a Latin text undecided, since it takes Banglish for Slovene.
"""

import re
from functools import cache
from pathlib import Path

import orjson
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

from server.text.function_words import BANGLISH, ENGLISH
from server.text.links import links
from server.text.romanised import is_english
from server.text.scripts import script_shares

_BANGLISH, _ENGLISH = "bn-Latn", "en"
_LEAST_SHARE = 0.01
_SURE = 0.95
_ENOUGH_LETTERS, _MOST_LETTERS = 40, 400
_LATIN_WORD = re.compile("[a-z]+")

_ASKED = re.compile("[a-z ]*")


@cache
def profiles() -> DetectorFactory:
    """langdetect's profiles of all languages, but only what a text of the letters a to z can ask them: a tenth of the memory."""
    paths = sorted(Path(PROFILES_DIRECTORY).iterdir())
    known = DetectorFactory()
    for index, path in enumerate(paths):
        told = orjson.loads(path.read_bytes())
        told["freq"] = {
            part: count for part, count in told["freq"].items() if part.isascii() and _ASKED.fullmatch(part)
        }
        known.add_profile(LangProfile(**told), index, len(paths))
    known.set_seed(0)
    return known


def shares(normal: str) -> dict[str, float]:
    """The share of each language in a text of the normal form, by letters; the largest first, {} where no letter stands.

    Codes are those of BCP 47: bn, en, bn-Latn for Banglish, others by script or, for Latin text, by langdetect.
    """
    letters = script_shares(normal)
    latin = letters.pop("Latn", 0)
    if latin:
        for code, part in _latin_parts(_without_links(normal)).items():
            letters[code] = letters.get(code, 0) + latin * part
    total = sum(letters.values())
    rounded = {code: round(count / total, 2) for code, count in letters.items()} if total else {}
    return {code: part for code, part in sorted(rounded.items(), key=_largest_first) if part >= _LEAST_SHARE}


def _largest_first(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _without_links(normal: str) -> str:
    for start, end in reversed(links(normal)):
        normal = f"{normal[:start]} {normal[end:]}"
    return normal


def _latin_parts(normal: str) -> dict[str, float]:
    """How the Latin letters of a text are shared out; the parts sum to 1."""
    words = _LATIN_WORD.findall(normal)
    banglish = sum(len(word) for word in words if word in BANGLISH)
    english = sum(len(word) for word in words if word in ENGLISH)
    if not banglish and not english:
        return {_undecided(words): 1.0}
    likely = sum(len(word) for word in words if word not in BANGLISH and word not in ENGLISH and is_english(word))
    strange = sum(map(len, words)) - banglish - english - likely
    return _shared_out(banglish, english, likely, strange)


def _shared_out(banglish: int, english: int, likely: int, strange: int) -> dict[str, float]:
    """Little words decide; what they leave open goes with them, an English word to English where English is there."""
    if not banglish:
        return {_ENGLISH: 1.0}
    if not english and likely < 2 * banglish:
        english = likely if likely > banglish + strange else 0
        banglish += strange + (0 if english else likely)
    else:
        english += likely
        banglish += strange
    whole = banglish + english
    return {code: part / whole for code, part in ((_BANGLISH, banglish), (_ENGLISH, english)) if part}


def _undecided(words: list[str]) -> str:
    """The language of Latin words among which no little word gave itself away."""
    known = sum(len(word) for word in words if is_english(word))
    letters = sum(map(len, words))
    if 2 * known >= letters:
        return _ENGLISH
    if letters >= _ENOUGH_LETTERS:
        return _detected(" ".join(words)[:_MOST_LETTERS]) or _BANGLISH
    return _BANGLISH


def _detected(text: str) -> str | None:
    """langdetect's answer where it is sure, for the languages that it does not mistake Banglish for."""
    detector = profiles().create()
    detector.n_trial = 1
    try:
        detector.append(text)
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return None
    return str(best.lang) if best.prob >= _SURE and best.lang in _TRUSTED else None


_TRUSTED = frozenset(["en", "es", "fr", "de", "it", "pt", "nl", "pl", "ro", "tr", "vi", "cs", "hu"])
