"""Tables as they are pasted: a line of column heads above its rows, down to a blank line.

Their cells are parted by tabs or bars; where spaces took the place of these a whole row stands below all heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from server.personal.around.gates import BEGINNINGS, BIRTH, BLOOD
from server.personal.around.names import LABELS, private_names
from server.personal.around.surroundings import Surroundings
from server.text.spans import lines

PARTS = "\t|"  # what stands between two cells
NAMES = ("phone", "nid", "birth-registration", "tin", "bin", "bank", "card", "passport")  # cues that head a column
MOST_CELLS = 40  # of one line
LONGEST_HEADS, LONGEST_UNPARTED = 200, 48  # code points of a line of heads, and of one with nothing between them
_PART = re.compile(f"[{PARTS}]")
_SENTENCE = re.compile(r"[।?!.:]\s*\Z")
_LONG = re.compile("[0-9]{5}")  # a row has its number; a head at most a year


class Cell(NamedTuple):
    """A cell of a row and the head of its column; places in the normal form, half-open."""

    start: int
    end: int
    head_start: int
    head_end: int


def cells(around: Surroundings) -> list[Cell]:
    """The cells of all rows that stand below a line of heads, ascending."""
    return around.once(_all_cells)


def head_of(around: Surroundings, place: int) -> tuple[int, int] | None:
    """The span of the head over the cell in which a place lies; None where it lies in no column."""
    cell = around.once(_by_line).get(around.line(place)[0], ())
    return next(((it.head_start, it.head_end) for it in cell if it.start <= place < it.end), None)


def is_heads(around: Surroundings, start: int, end: int) -> bool:
    """Whether a line heads columns: it says what stands in one, and holds neither a number nor somebody's name."""
    longest = LONGEST_HEADS if _PART.search(around.normal, start, end) else LONGEST_UNPARTED
    if not start < end <= start + longest or not _has_columns(around, start, end):
        return False
    return _names_a_column(around, start, end) and not (
        _LONG.search(around.normal, start, end) or private_names(around, start, end)
    )


def _has_columns(around: Surroundings, start: int, end: int) -> bool:
    """Parted cells, or the label of names among a few words: নাম মোবাইল."""
    if _PART.search(around.normal, start, end):
        return True
    line = around.normal[start:end]
    return not LABELS.isdisjoint(line.split()) and not _SENTENCE.search(line)


def _names_a_column(around: Surroundings, start: int, end: int) -> bool:
    return around.has(start, end, NAMES) or any(
        BEGINNINGS[gate].search(around.normal, start, end) for gate in (BIRTH, BLOOD)
    )


def _by_line(around: Surroundings) -> dict[int, list[Cell]]:
    """The cells of each row by the place at which its line begins."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells(around):
        rows.setdefault(around.line(cell.start)[0], []).append(cell)
    return rows


def _all_cells(around: Surroundings) -> list[Cell]:
    return list(_each_cell(around)) if "\n" in around.normal else []


def _each_cell(around: Surroundings) -> Iterator[Cell]:
    """One pass over the lines: the last heads hold until others, or a blank line."""
    heads: list[tuple[int, int]] = []
    for start, end in lines(around.normal):
        parted = _parted(around, start, end)
        if not around.normal[start:end].strip():
            heads = []
        elif is_heads(around, start, end):
            heads = parted
        elif min(len(parted), len(heads)) > 1 or len(parted) == len(heads):
            yield from (Cell(*own, *head) for own, head in zip(parted, heads, strict=False))


def _parted(around: Surroundings, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the parts of a line, empty ones too: they keep the others in their columns."""
    parts = (found.start() for found in islice(_PART.finditer(around.normal, start, end), MOST_CELLS - 1))
    return [(one + 1, other) for one, other in pairwise([start - 1, *parts, end])]
