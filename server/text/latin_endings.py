"""Endings that Bangla words take when typed in Latin letters, and the English plural."""

from collections.abc import Iterator

from server.text.known_words import is_english

_CASES = (
    "r er ar re ere ke k ra era der dr derke derk derre go gore te e y ye yer te"
    " ta ti tar tir take tike tate tite tare gula gulo guli gulla gulan gular gulor gulir gulake guloke gulite gulare gulore gulire gularo"
    " gon gonke soho"
)
_EMPHASIS = ("", "i", "o", "to", "ito", "oto")
LATIN = frozenset(case + emphasis for case in ["", *_CASES.split()] for emphasis in _EMPHASIS) - {""}
_LONGEST = max(map(len, LATIN))
_SHORTEST_STEM = 4  # endings on shorter stems hit too many innocent words
_SHORTEST_FOREIGN_PLURAL = 5


def latin_cut(word: str) -> Iterator[tuple[str, str]]:
    """Every (stem, ending) of a Latin word of the normal form: (word, "") first, then longer stems first.

    Stems have 4 letters or more. Beside the Banglish endings the English s and es after an English stem, and s after a
    long one that is not (rajakars).
    """
    yield word, ""
    for place in range(len(word) - 1, max(_SHORTEST_STEM, len(word) - _LONGEST) - 1, -1):
        stem, ending = word[:place], word[place:]
        if ending in LATIN or _is_plural(stem, ending):
            yield stem, ending


def _is_plural(stem: str, ending: str) -> bool:
    if ending == "s":
        return len(stem) >= _SHORTEST_FOREIGN_PLURAL or is_english(stem)
    return ending == "es" and is_english(stem)
