"""What is said beside a finding and changes it: data/said.yaml, read with its faults told as file:line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import regex

from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import named_phrases, phrases
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read

FILE = "data/said.yaml"
WHOLE = "="  # what an entry begins with that is no part of a longer word
_LETTER = f"[a-z{BANGLA}]"


class Said(NamedTuple):
    """Patterns over the normal form.

    `ways_on`: where or when to turn; `settles`: what gives what was asked for, or is kind; `helps`: what is done or
    asked for all the same; `for_attention`: that somebody is tagged to look; `takes_part`: what those did whose names
    stand in a row.
    """

    ways_on: regex.Pattern[str]
    settles: regex.Pattern[str]
    helps: regex.Pattern[str]
    for_attention: regex.Pattern[str]
    takes_part: regex.Pattern[str]


def said_in(folders: Sequence[Path]) -> Said:
    """Those of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_said)[0]


def read_said(path: Path, faults: Faults) -> Said:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    named = named_phrases(fields, Said._fields, faults, partial(phrases, exact=WHOLE))
    return Said(**{name: _any_of(found) for name, found in named.items()})


def _any_of(phrases: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile("|".join(map(_pattern, phrases)) or r"(?!)")


def _pattern(phrase: str) -> str:
    said = regex.escape(normalise(phrase.removeprefix(WHOLE)))
    return f"(?<!{_LETTER}){said}(?!{_LETTER})" if phrase.startswith(WHOLE) else said
