"""The stretches of text that learned evidence adds up, and what each is: how long, in which letters, in English or not."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from server.text.known_words import is_english
from server.text.links import links
from server.text.sentences import stop_closes
from server.text.spans import Span, merged
from server.text.words import texts
from server.wordlists.learned.lookups import Forgives
from server.wordlists.learned.parts import FREE_WORDS, MOST_BEYOND

STRETCH = 200  # code points that short sentences are taken together to, so that a comment in three breaths is one text
_MAY_LINK = re.compile(r"\.\S|://")
_BREAK = re.compile(r"[।?؟!\n]+|[.|](?=\s)")


class Stretch(NamedTuple):
    """A part of a normal form that is added up by itself. `text`: the same without addresses and what frames a post, whose words
    do not count, and with its names of several words folded.

    `until`: by when (`time.monotonic`); later it is a TimeoutError. `forgives`: by clause, made once for all stretches of a text.
    """

    normal: str
    text: str
    start: int
    end: int
    until: float
    forgives: dict[str, Forgives]

    def tokens(self) -> list[str]:
        """Its words, in order."""
        return tokens_of(self.text, self.start, self.end)

    def is_english(self) -> bool:
        """Whether most of its words are English."""
        return mostly_english(self.text, self.start, self.end)

    def pieces(self, spans: Sequence[Span]) -> Iterator[Stretch]:
        """Those of these spans that begin in it, in order, each by itself."""
        first = bisect_left(spans, (self.start, 0))
        for start, end in spans[first : bisect_left(spans, (self.end, 0))]:
            yield self._replace(start=start, end=end)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is cut: at the ends of sentences, short ones taken together. Half-open, code points.

    Blanks around it do not count, as they stand where a frame was left out: the last sentence above a signature is no stretch.
    """
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    start = 0
    for mark in _BREAK.finditer(text, 0, last) if last - first > STRETCH else ():
        long_enough = mark.end() - max(start, first) >= STRETCH and last - mark.end() >= STRETCH // 2
        if long_enough and (mark[0] != "." or stop_closes(text, mark.start())):
            yield start, mark.end()
            start = mark.end()
    yield start, len(text)


def unlinked(normal: str, without: Sequence[Span] = ()) -> str:
    """The same text, place by place, with spaces where web and mail addresses stand: their letters are no words.

    `without`: other places whose words do not count.
    """
    left_out = [*(links(normal) if _MAY_LINK.search(normal) else ()), *without]
    parts, last = [], 0
    for start, end in merged(left_out):
        parts += [normal[last:start], " " * (end - start)]
        last = end
    return "".join((*parts, normal[last:]))


def weighable(
    normal: str,
    fold: Callable[[str], str],
    frames: Callable[[str], Sequence[Span]],
    without: Sequence[Span] = (),
) -> str:
    """A normal form as it is learned and added up, place by place: `unlinked`, without its frame, names of several words folded."""
    return fold(unlinked(normal, [*frames(normal), *without]))


def tokens_of(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The words of a stretch of a text without addresses (`unlinked`), in order: what is added up, learned and counted."""
    return texts(text[start:end])


def words_beyond(text: str, start: int = 0, end: int = sys.maxsize) -> int:
    """How many distinct words of a stretch `*+` counts."""
    return beyond(len(set(tokens_of(text, start, end))))


def mostly_latin(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether more distinct words of a stretch are in Latin letters than are not."""
    return sum(map(script_of, set(tokens_of(text, start, end)))) > 0


def mostly_english(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a stretch is mostly in Latin letters, and more of its distinct words in those are English than are not."""
    return mostly_latin(text, start, end) and sum(map(tongue, set(tokens_of(text, start, end)))) > 0


def tongue(token: str) -> int:
    """1 for an English word, -1 for another in Latin letters, 0 for one in others and for a number."""
    if not token.isascii() or not token[0].isalpha():
        return 0
    return 1 if is_english(token.rstrip("!@$")) else -1


def script_of(token: str) -> int:
    """1 for a word in Latin letters, -1 for one in others, 0 for a number."""
    if not token.isascii():
        return -1
    return 1 if token[0].isalpha() else 0


def beyond(distinct: int) -> int:
    """How many of so many distinct words `*+` counts."""
    return min(max(distinct - FREE_WORDS, 0), MOST_BEYOND)
