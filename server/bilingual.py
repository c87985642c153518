"""The two languages in which everything is told: Bangla first, English second."""

from __future__ import annotations

from typing import NamedTuple

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
