"""How long a text is as a platform counts it: UTF-16 units, what a reader sees as one character, or X's weights."""

from __future__ import annotations

import unicodedata
from collections import Counter

import regex

from server.text.links import links
from server.text.offsets import utf16_length
from server.text.shapes import TIMEOUT
from server.wordlists.facts.platforms import Platform

_TONE = "[\U0001f3fb-\U0001f3ff]"
MANY_HASHTAGS = 8  # from here on too many in one post, wherever
EMOJI = regex.compile(
    rf"\p{{RI}}\p{{RI}}|[0-9#*]\ufe0f?\u20e3"
    rf"|(?:\p{{Emoji_Presentation}}|\p{{Extended_Pictographic}}(?=[\ufe0f\u200d\U0001f3fb-\U0001f3ff]))"
    rf"(?:\ufe0f|{_TONE})?(?:\u200d\p{{Extended_Pictographic}}(?:\ufe0f|{_TONE})?)*+"
)
BIG = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def length(text: str, platform: Platform) -> int:
    """The length of a text as the platform counts it."""
    if platform.count == "utf16":
        return utf16_length(text)
    if platform.count == "characters":
        return _seen(text, platform)
    return _weighted(unicodedata.normalize("NFC", text), platform)


def _seen(text: str, platform: Platform) -> int:
    """What a reader counts; a link has one fixed length where the platform says so."""
    total = len(regex.findall(r"\X", text, timeout=TIMEOUT))
    linked = links(text.translate(BIG)) if platform.link else ()
    return total + sum(platform.link - (end - start) for start, end in linked if "@" not in text[start:end])


def _weighted(text: str, platform: Platform) -> int:
    """X's count: links and emoji have one fixed weight, rare scripts weigh two."""
    total, last = 0, 0
    for start, end in links(text.translate(BIG)):
        if "@" not in text[start:end] or "://" in text[start:end]:
            total += _light(text[last:start], platform) + platform.link
            last = end
    return total + _light(text[last:], platform)


def _light(text: str, platform: Platform) -> int:
    plain, emoji = EMOJI.subn("", text, timeout=TIMEOUT)
    counts = Counter(plain).items()  # a text has few different letters
    heavy = sum(
        count for letter, count in counts if not any(low <= ord(letter) <= high for low, high in platform.light)
    )
    return len(plain) + heavy + 2 * emoji
