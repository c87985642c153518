"""How bad a finding is, and the two languages in which it is told."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """Ordered: a higher one wins. In Bangla: পরামর্শ, সতর্কতা, স্থগিত."""

    ADVISE = 1
    WARN = 2
    BLOCK = 3

    @property
    def word(self) -> str:
        """The word on the wire and in a list: advise, warn, block."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        """The severity of that word. KeyError where there is none."""
        return BY_WORD[word]


BY_WORD = {severity.name.lower(): severity for severity in Severity}
_BANGLA_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def in_bangla(number: float) -> str:
    """A number as a Bangla message writes it: ১২০."""
    return f"{number:.10g}".translate(_BANGLA_DIGITS)


class Bilingual(NamedTuple):
    """One text in Bangla, the first language of every message, and in English."""

    bn: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in that language; Bangla where the English is missing."""
        return self.en if language == "en" and self.en else self.bn

    def with_words(self, words: str) -> Bilingual:
        """The texts with {match} replaced by the words found."""
        return Bilingual(self.bn.replace("{match}", words), self.en.replace("{match}", words))
