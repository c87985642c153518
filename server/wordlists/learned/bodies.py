"""A stretch without the few words around it: a title, a closing, who is quoted.

What an office usually writes there would pull the sum of a remark under the threshold. `data/frames.yaml` knows the usual
ones, which never count; here it is asked what is said without them, whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.text.sentences import says_something, sentences
from server.text.spans import Span, lines
from server.wordlists.learned.speakers import SCALE
from server.wordlists.learned.stretches import Stretch

SHORT_LINE = 5  # words of a line at the beginning or end, or before a colon there
SHORT_SENTENCE = 3  # and of a sentence
FEWEST_LEFT = 7  # words of a body: fewer say little by themselves
# a stretch whose highest sum is lower speaks so plainly for an office that nothing around it hides a remark
PROPER = -SCALE
_LED_IN = re.compile(r"[^:।?!\n]{1,60}:\s+")


def bodies(stretch: Stretch) -> Iterator[Stretch]:
    """It without the short lines that begin or end the text and what a colon sets before it, then without short sentences too.

    None where that leaves nothing out, or too little over.
    """
    begins, ends = stretch.start == 0, stretch.end == len(stretch.normal)
    if not (begins or ends):
        return
    text = stretch.text[stretch.start : stretch.end]
    first, last = start, end = 0, len(text)
    for within in (_within_lines, _within_sentences):
        inner = within(text[first:last])
        first, last = (first + inner[0] if begins else first), (first + inner[1] if ends else last)
        left_out = _words(text[start:first]) or _words(text[last:end])
        if left_out and _words(text[first:last]) >= FEWEST_LEFT:
            yield stretch._replace(start=stretch.start + first, end=stretch.start + last)
        start, end = first, last


def _within_lines(text: str) -> Span:
    """From the first line that is not short, or what a colon leads in there, to the last."""
    long = [line for line in lines(text) if _words(text[slice(*line)]) > SHORT_LINE]
    if not long:
        return 0, len(text)
    first, last = long[0][0], long[-1][1]
    led_in = _LED_IN.match(text, first)
    return (led_in.end() if led_in and _words(led_in[0]) <= SHORT_LINE else first), last


def _within_sentences(text: str) -> Span:
    """From the first sentence that is not short to the last."""
    long = [sentence for sentence in sentences(text) if _words(text[slice(*sentence)]) > SHORT_SENTENCE]
    return (long[0][0], long[-1][1]) if long else (0, len(text))


def _words(text: str) -> int:
    """How many stretches between spaces hold a letter or digit: an emoji or a danda that stands apart is no word."""
    return sum(map(says_something, text.split()))
