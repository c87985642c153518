"""How bad a finding is."""

from __future__ import annotations

from enum import IntEnum


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
