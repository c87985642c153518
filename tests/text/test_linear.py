"""No text makes the work grow faster than its length: hostile runs of 50,000 characters against an ordinary text."""

import time
from collections.abc import Callable

import pytest

from server.text.ansi import is_ansi
from server.text.days import is_day
from server.text.disguises import variants
from server.text.endings import cut, latin_cut
from server.text.language import shares
from server.text.links import links
from server.text.offsets import Offsets
from server.text.quotes import quotes
from server.text.sentences import sentences
from server.text.split_letters import joined
from server.text.words import distinct, untied, words
from server.text.wrapped import unwrapped

pytestmark = pytest.mark.timed
LENGTH = 50_000
ORDINARY = "বাংলাদেশ সরকারের মন্ত্রিপরিষদ বিভাগ আজ একটি কর্মশালার আয়োজন করেছে। "
HOSTILE = [
    "a.", "a ", "ক ", "ক.", "@", "া", "\u09c7\u09be\u09bf", "\u09cd\u09bc", "ক\u200d", "👩\u200d💻", "a\u0301\u0300", "a", "ক", "1", "ab@",
    "a.com", "http://", "..", "Ｓ", "\u1100\u1161\u11a8", "\ud800", "a-", "কা-", "!", "!a", "কa", "\n", "v ", "†a", "শা ল ", "\u09cd",
    "bv av @ \0a", "Привет мир \0w", "Привет \0й", "αβγ \0w", "\u0981", " ", "?", "।", "www.", "aaa", "শ 😀", "s h ", "\u200b", "1.", "কুত্তা*", "_", "১ ", "মে ", "abcd\n", "(ক) ", "শa", " া", "s(", "ক ািa ", "ক।", "“", "'", '"', " '", "x" * 300 + "@",
]  # fmt: skip


def work(text: str) -> None:
    offsets = Offsets(text)
    normal = offsets.normal
    for step in STEPS:
        step(normal)
    for word in distinct(normal):
        variants(word)
        list(cut(word, "noun"))
        list(cut(word, "verb"))
        list(latin_cut(word))
    middle = len(normal) // 2
    offsets.utf16(middle, min(middle + 1, len(normal)))


STEPS: list[Callable[[str], object]] = [
    words,
    sentences,
    links,
    joined,
    untied,
    shares,
    is_ansi,
    quotes,
    unwrapped,
    is_day,
]


def seconds(text: str) -> float:
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


@pytest.fixture(scope="module")
def ordinary() -> float:
    text = (ORDINARY * LENGTH)[:LENGTH]
    work(text)
    return max(seconds(text) for _ in range(3))


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_hostile_run(unit: str, ordinary: float) -> None:
    begun, _, again = unit.rpartition("\0")  # what stands once before it
    text = (begun + again * LENGTH)[:LENGTH]
    assert min(seconds(text) for _ in range(2)) < 60 * ordinary  # squared it would be thousands


@pytest.mark.parametrize("unit", [unit for unit in HOSTILE if len(unit) < 20], ids=ascii)
def test_twice_the_length_takes_no_four_times_the_time(unit: str) -> None:
    short, long = (min(seconds((unit * length)[:length]) for _ in range(2)) for length in (LENGTH // 10, LENGTH // 2))
    assert long < 5 * 4 * short + 0.02  # five times as long: squared it would be 25 times
