"""What says a day and nothing else, and where days and their months stand."""

import pytest

from server.text.days import days_of_months, is_day
from server.text.normalise import normalise

DAYS = """
৩০ নভেম্বর ২০২৬
৩০শে নভেম্বর
সোমবার, ৩০ নভেম্বর ২০২৬ খ্রি.
১৫ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ / ৩০ নভেম্বর ২০২৬ খ্রিষ্টাব্দ
তারিখ: ৩০/১১/২০২৬ ইং
📅 ৩০-১১-২০২৬
২০২৬ সাল
Monday, November 30th, 2026
30 nov 2026
1 Poush 1433
shombar, 30 november
""".strip().splitlines()
NO_DAYS = """
সোমবার
নভেম্বর
৩০ জন
সকাল ১০টা
৩০ নভেম্বর সভা
৩০ নভেম্বরের মধ্যে আবেদন করুন
৫ মেয়ে
May be 30
november rain 1992
30 novembers
…
""".strip().splitlines()


@pytest.mark.parametrize("text", DAYS)
def test_a_day_and_nothing_else(text: str) -> None:
    assert is_day(normalise(text))


@pytest.mark.parametrize("text", [*NO_DAYS, ""])
def test_what_says_more_or_no_day(text: str) -> None:
    assert not is_day(normalise(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("সভা ৩০ নভেম্বর, মেলা ১লা ডিসেম্বর ২০২৬", ["৩০ নভেম্বর", "১লা ডিসেম্বর ২০২৬"]),
        ("৩০ নভেম্বরের সভা", ["৩০ নভেম্বরের"]),
        ("১৫ অগ্রহায়ণ ১৪৩৩ তারিখে", ["১৫ অগ্রহায়ণ ১৪৩৩"]),
        ("December 16, 2026 and 5th of May", ["December 16, 2026", "5th of May"]),
        ("৫ মে ৩০ জন", ["৫ মে"]),
        ("৫ মেয়ে ও ৩ ছেলে", []),
        ("It may 30 times fail", []),
        ("২০০৫ মে", []),  # no day of two figures
        ("নভেম্বর ৩০০ জন", []),
        ("", []),
    ],
)
def test_days_and_their_months(text: str, found: list[str]) -> None:
    normal = normalise(text)
    assert [normal[start:end] for start, end in days_of_months(normal, 0, len(normal))] == list(map(normalise, found))


def test_only_between_two_places() -> None:
    normal = normalise("৫ মে ও ৬ মে ও ৭ মে")
    assert len(days_of_months(normal, 4, 12)) == 1
