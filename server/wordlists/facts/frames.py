"""What frames a post and is not what it says: greeting, heading, date and place, an office's name, closing, hashtags. data/frames.yaml.

Learned evidence leaves it out: an office's usual words below a remark would pull its sum under the threshold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from server.text.days import is_day
from server.text.endings import noun_cuts
from server.text.hashtags import HASHTAG
from server.text.heard import entry_key, longest, typed_key
from server.text.sentences import sentences
from server.text.shapes import BANGLA, LETTERS, Word
from server.text.spans import Span, lines, merged
from server.text.words import spelled, words
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import named_phrases, refuse_length
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import mapping, read

FILE = "data/frames.yaml"
FIELDS = ("greetings", "headings", "labels", "closings", "offices")
LONGEST = 8  # words of a line that may be a name, of a phrase
WIDEST = 120  # code points of such a line
MOST_LABELLED = 12  # words of a line behind a label, the label with them
MOST_MARKS = 3  # of those that may set a heading off
LINES = 5  # at the top and at the end in which a frame is looked for
FEWEST = 3  # words that must be left: less says nothing without its frame
_MARKS = re.compile(r"[\s,;:।.!\-–—~|*•]*")
_DASH = re.compile(r"\s*[-–—~]")
_ENDED = re.compile(r"[।?!]")  # a sentence is no name
_NUMBER = re.compile(r"[^\S\n]*[(\[]?[0-9]{1,2}(?:/[0-9]{1,2}[.।):\]]?|[.।):\]/])(?=\s)")
_PLACE = re.compile(r"\s*(?:[^\s\d,:।?!]+ ){0,2}[^\s\d,:।?!]+,")
_SET_OFF = re.compile(r"\s?[:!|–—](?=\s)|\s-(?=\s)")
_DATED = re.compile(r"[^\n:।?!]{0,60}?[0-9][^\n:।?!]{0,60}[:!|–—-]\s")
_COLON = re.compile(r"(?: (?:no|nong)| নং)?[\u0983.]?\s*[:\u0983=–-]")
_PLACED = re.compile(r" ?[,(\-–]| of(?![a-z])")  # কার্যালয়, নীলকান্দি; office of the commissioner
_LAST = re.compile(r"(?<=[।?!.])\s*[-–—~]+[^।?!\n]*\Z")  # ... হবে। - উপজেলা প্রশাসন

_FIRST = re.compile(LETTERS)
_FINAL = re.compile(rf"{LETTERS}(?=[^a-z{BANGLA}]*\Z)")

Phrases = Set[tuple[str, ...]]  # as their words sound


@dataclass(frozen=True)
class Frames:
    """The phrases of each field; `offices`: of one word each."""

    greetings: Phrases
    headings: Phrases
    labels: Phrases
    closings: Phrases
    offices: Phrases

    @cached_property
    def _heads(self) -> Phrases:
        """What may stand by itself above a post."""
        return self.headings | self.greetings

    @cached_property
    def _feet(self) -> Phrases:
        """What may stand by itself below one."""
        return self.closings | self.greetings

    @cached_property
    def _begun(self) -> Set[str]:
        """The words with which greetings and headings begin."""
        return {said[0] for said in self._heads if said}

    @cached_property
    def _ended(self) -> Set[str]:
        """The words with which closings end."""
        return {said[-1] for said in self.closings if said}

    def spans(self, normal: str) -> list[Span]:
        """Where the frame of a post stands in its normal form; nowhere where hardly anything else does."""
        if not self._may_be_framed(normal):
            return []
        found = merged(span for span in self._found(normal) if span[0] < span[1])
        if not found:
            return found
        left = len(words(normal)) - sum(len(words(normal[start:end])) for start, end in found)
        return found if left >= FEWEST else []

    def _may_be_framed(self, normal: str) -> bool:
        """Whether a text has lines, hashtags, a number, a day or a greeting before it, a signature or a closing behind it: most notices do not."""
        if "\n" in normal or "#" in normal or _NUMBER.match(normal) or _DATED.match(normal):
            return True
        tail = normal[-WIDEST:]
        first, last = _FIRST.search(normal), _FINAL.search(tail)
        return bool(
            (first and entry_key(first[0]) in self._begun)
            or (last and entry_key(last[0]) in self._ended)
            or _LAST.search(tail)
        )

    def _found(self, normal: str) -> Iterator[Span]:
        written = [line for line in lines(normal) if normal[slice(*line)].strip()]
        bodies = [_without_tags(normal, *line) for line in written]
        for line, body in zip(written, bodies, strict=True):
            yield line[0], body[0]
            yield body[1], line[1]
        first, last = 0, len(written)
        while first < min(LINES, last - 1) and self._is_head(normal, *bodies[first]):
            yield bodies[first]
            first += 1
        dashed = sum(bool(_DASH.match(normal, *body)) for body in bodies)  # several are a list of points
        while last - 1 > max(first, len(written) - 1 - LINES) and self._is_foot(normal, *bodies[last - 1], dashed == 1):
            last -= 1
            yield bodies[last]
        for start, end in bodies[first:last]:
            number = _NUMBER.match(normal, start, end)
            if number:
                yield number.span()
            if self._is_labelled(normal[start:end]):
                yield start, end
        if first < last:
            yield from self._set_off(normal, *bodies[first])
            yield from self._greeting(normal, *bodies[first])
            yield from _signature(normal, *bodies[last - 1])
            yield from self._closing(normal, *bodies[last - 1])

    def _is_head(self, normal: str, start: int, end: int) -> bool:
        """Whether a line is a heading, a greeting by itself, or an office's name."""
        line = normal[start:end]
        return _is_all(line, self._heads) or _is_only_day(line) or self._is_labelled(line) or self._is_name(line)

    def _is_foot(self, normal: str, start: int, end: int, may_be_signed: bool) -> bool:
        """Whether a line closes a post, or signs it; nothing is left of one of hashtags alone. `may_be_signed`: by a dash."""
        line = normal[start:end]
        if not line.strip() or _is_all(line, self._feet) or _is_only_day(line):
            return True
        if self._is_labelled(line) or self._is_name(line):
            return True
        signed = may_be_signed and _DASH.match(line) and not _ENDED.search(line)
        return bool(signed) and 0 < len(_short(line)) <= LONGEST

    def _is_name(self, line: str) -> bool:
        """Whether a short line names an office or officer and goes on, if at all, with the place."""
        inside = _short(line)
        if len(inside) > LONGEST or _ENDED.search(line.rstrip("। ")):
            return False
        named = [word for word in inside if any((entry_key(stem),) in self.offices for stem, _ in noun_cuts(word.text))]
        return any(not line[word.end :].strip("। ") or _PLACED.match(line, word.end) for word in named)

    def _is_labelled(self, line: str) -> bool:
        """Whether a short line is a label and what it names: স্থান: উপজেলা পরিষদ মিলনায়তন; no sentence."""
        inside = _short(line)
        keys = [entry_key(word.text) for word in inside]
        length = longest(keys, 0, self.labels, LONGEST) if len(inside) <= MOST_LABELLED else 0
        if not length or _ENDED.search(line.rstrip("। ")):
            return False
        return bool(_COLON.match(line, inside[length - 1].end))

    def _set_off(self, normal: str, start: int, end: int) -> Iterator[Span]:
        """The day or heading that a mark sets before what a line says: ঢাকা, ৩০ নভেম্বর: ..., জরুরি বিজ্ঞপ্তি: ..."""
        for mark in islice(_SET_OFF.finditer(normal, start, min(end, start + WIDEST)), MOST_MARKS):
            before = normal[start : mark.start()]
            if _is_only_day(before) or _is_all(before, self.headings):
                yield start, mark.end()

    def _greeting(self, normal: str, start: int, end: int) -> Iterator[Span]:
        """The greetings with which a line begins: each ends at a mark."""
        line = normal[start:end]
        inside, place, reached = words(line), 0, 0
        while place < len(inside):
            keys = [entry_key(word.text) for word in inside[place : place + LONGEST]]
            length = longest(keys, 0, self.greetings, LONGEST)
            behind = _MARKS.match(line, inside[place + length - 1].end) if length else None
            if not behind or behind[0].isspace() or not behind[0]:
                break
            place, reached = place + length, behind.end()
        if reached:
            yield start, start + reached

    def _closing(self, normal: str, start: int, end: int) -> Iterator[Span]:
        """The last sentences of a line that only close: বিস্তারিত কমেন্টে। ধন্যবাদ।"""
        tail = max(start, end - WIDEST)
        inside = sentences(normal[tail:end])
        while len(inside) > 1 and _is_all(normal[tail + inside[-1][0] : tail + inside[-1][1]], self.closings):
            first, last = inside.pop()
            yield tail + first, tail + last


def _signature(normal: str, start: int, end: int) -> Iterator[Span]:
    """What a dash sets behind the last sentence of a line."""
    found = _LAST.search(normal, max(start, end - WIDEST), end)
    if found and len(words(found[0])) <= LONGEST:
        yield found.span()


def _is_only_day(line: str) -> bool:
    """Whether a short line says a day and nothing else, behind the place at most: নীলকান্দি, ৩০ নভেম্বর ২০২৬ খ্রি."""
    if len(line) > WIDEST:
        return False
    place = _PLACE.match(line)
    return is_day(line[place.end() :] if place else line)


def _short(line: str) -> Sequence[Word]:
    """The words of a line that is no longer than a name or label may be; () of another."""
    return words(line) if len(line) <= WIDEST else ()


def _is_all(line: str, phrases: Phrases) -> bool:
    """Whether these phrases, one or several, and numbers are all that a short line says."""
    keys = [entry_key(word.text) for word in _short(line) if not word.text.isdecimal()]
    place = 0
    while place < len(keys):
        length = longest(keys, place, phrases, LONGEST)
        if not length:
            return False
        place += length
    return bool(keys)


def _without_tags(normal: str, start: int, end: int) -> Span:
    """A line without the hashtags with which it begins and ends: those within a sentence are words of it."""
    tags = [tag.span() for tag in HASHTAG.finditer(normal, start, end)] if "#" in normal[start:end] else []
    while tags and not normal[tags[-1][1] : end].strip():
        end = tags.pop()[0]
    for first, last in tags:
        if normal[start:first].strip():
            break
        start = last
    return start, end


def frames_in(folders: Sequence[Path]) -> Frames:
    """Those of the first folder that has the file. FaultyLists where it cannot be used."""
    return read_whole(folders, FILE, read_frames)[0]


def read_frames(path: Path, faults: Faults) -> Frames:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    phrases = named_phrases(fields, FIELDS, faults)
    for name, found in phrases.items():
        for phrase, said in zip(found, spelled(found), strict=True):
            if name == "offices" and len(said) != 1:
                _refuse_name(phrase, fields[name].line, faults)
            elif len(said) > LONGEST:
                refuse_length(phrase, LONGEST, fields[name].line, faults)
    return Frames(**{name: frozenset(_as_heard(found)) for name, found in phrases.items()})


def _refuse_name(phrase: str, line: int, faults: Faults) -> None:
    faults.add(
        line,
        f"‘{phrase}’: offices-এ এক শব্দে লিখুন, যেমন অধিদপ্তর; পুরো নাম দপ্তরের প্রোফাইলে (names)",
        f"'{phrase}': write one word in offices, such as অধিদপ্তর; whole names belong in the office's profile (names)",
    )


def _as_heard(phrases: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each phrase as it is typed in its own letters, and as it is likely to be in Latin ones."""
    for said in spelled(phrases):
        yield tuple(map(entry_key, said))
        yield tuple(map(typed_key, said))
