"""Shares, great numbers and counts, and what is none: money, ages, chances, the nation, half of a few."""

from __future__ import annotations

import pytest

from server.text.normalise import normalise
from server.text.quantities import digits_in, in_words, quantities, shares

SHARES = """
দেশের [৭০%] মানুষ
[12 million] people
[শতকরা ৫১] জন
[প্রতি ৪ জনে] ১ জন
[one in five] children
[1 in 5] boys
[অর্ধেক মানুষ]
[দুই-তৃতীয়াংশ] পরিবার
[৩ কোটি] ও [২০ লাখ] মানুষ
desher [60 vag] manush
১ জন রোগী, পরে ১,২০০ জন, [৫০%] নারী
[প্রতি বছর প্রায় ১৭ হাজার] শিশু
""".strip().splitlines()
NONE = """
প্রতি বছর আসে
২৭ কোটি ৮২ লাখ টাকা
Tk 25 lakh
৫ লাখ ডলার
BDT 3 crore
৳ ৪ কোটি
১৮ কোটি মানুষের
৬ কোটি বছর আগে
ঝুঁকি ২৫%
a chance of 25%
২৬ জন আসেন, অর্ধেক নারী
বিভাগ ও কোটিপতি
""".strip().splitlines()


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its [marks], and the spans between them."""
    plain, spans = "", []
    for piece in normalise(text).replace("]", "[").split("["):
        spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans[1::2]


@pytest.mark.parametrize("text", [*SHARES, *NONE])
def test_shares(text: str) -> None:
    plain, spans = marked(text)
    assert shares(plain) == spans


@pytest.mark.parametrize(
    "text",
    [
        "দেশে [চার কোটি] মানুষ",
        "[ten million] people",
        "dui koti taka",
        "চার কোটি টাকা",
        "সাড়ে সাত কোটি",
        "desher [dui koti] manush",
    ],
)
def test_great_numbers_in_words(text: str) -> None:
    plain, spans = marked(text)
    assert in_words(plain) == spans


def test_counts_beside_shares_but_no_ages_years_and_numbers_of_things() -> None:
    plain = normalise("২০২৪ সালে ৪৫ জন এলেন, ৩০% শিশু; ৬ কোটি বছর আগে; সকাল ১০টায়, ১২ নম্বর কক্ষ")
    shared, counted = quantities(plain, 0, len(plain))
    assert [plain[slice(*it)] for it in shared] == [normalise("৩০%")]
    assert [plain[slice(*it)] for it in counted] == [normalise("৪৫ জন এলেন"), normalise("৩০% শিশু")]
    assert quantities(plain, len(plain) - 4, len(plain)) == ([], [])


def test_the_digits_of_what_is_written_whatever_stands_between() -> None:
    assert digits_in(normalise("০১৭১২-৩৪৫ ৬৭৮, room 5")) == "017123456785" and digits_in("none") == ""
