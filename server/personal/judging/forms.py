"""A form of one field a line (নাম: ..., পিতা: ..., মোবাইল: ...): its lines are one person's, as one line is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from server.personal.around.names import LABELS
from server.personal.around.surroundings import Surroundings
from server.text.normalise import normalise
from server.text.shapes import LETTERS
from server.text.spans import lines

FEWEST_FIELDS, MOST_FIELDS = 2, 16  # a longer run of labels is no form
_FIELD = re.compile(
    rf"[ \t]*+((?:{LETTERS})(?:[ .]{{1,2}}(?:{LETTERS})){{0,3}}+)[ .]{{0,2}}(?:no|{normalise('নং')})?[ .]{{0,2}}[:=\-–]"
)


class Form(NamedTuple):
    """Its span, how many lines it has, and whether its label says that a citizen is asked for: রোগীর নাম, আবেদনকারীর নাম."""

    start: int
    end: int
    lines: int
    of_citizen: bool

    @property
    def span(self) -> tuple[int, int]:
        """Half-open, code points of the normal form."""
        return self.start, self.end


def form_of(around: Surroundings, place: int) -> Form:
    """The form in which a place lies; its line where it lies in none."""
    start, end = around.line(place)
    return around.once(_forms).get(start) or Form(start, end, 1, False)


def _forms(around: Surroundings) -> dict[int, Form]:
    """Each line of a form by its start, and the form."""
    return dict(_lines_of_forms(around)) if "\n" in around.normal else {}


def _lines_of_forms(around: Surroundings) -> Iterator[tuple[int, Form]]:
    run: list[tuple[int, int, re.Match[str]]] = []
    for start, end in lines(around.normal):
        label = _FIELD.match(around.normal, start, end)
        if label:
            run.append((start, end, label))
        else:
            yield from _in_run(around, run)
            run = []
    yield from _in_run(around, run)


def _in_run(around: Surroundings, run: list[tuple[int, int, re.Match[str]]]) -> Iterator[tuple[int, Form]]:
    """The forms in a run of labelled lines: each name that is asked for begins one."""
    heads = [place for place, (_, _, label) in enumerate(run) if _asks_for_a_person(around, label)]
    for first, behind in pairwise([0, *heads[1:], len(run)] if heads else ()):
        if FEWEST_FIELDS <= behind - first <= MOST_FIELDS:
            labels = (label for _, _, label in run[first:behind])
            citizen = any(around.has(label.start(1), label.end(1), ("person",)) for label in labels)
            form = Form(run[first][0], run[behind - 1][1], behind - first, citizen)
            yield from ((start, form) for start, _, _ in run[first:behind])


def _asks_for_a_person(around: Surroundings, label: re.Match[str]) -> bool:
    """Whether a label asks whose form it is: নাম, রোগীর নাম; not প্রশিক্ষণের নাম, nor পিতার নাম, which is a field of it."""
    before, _, last = label[1].rpartition(" ")
    return last.rstrip("ঃ") in LABELS and (not before or around.has(label.start(1), label.end(1), ("person",)))
