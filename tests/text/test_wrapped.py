"""Line ends that only a width made, and lines that are lines."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.text.normalise import normalise
from server.text.offsets import Offsets
from server.text.wrapped import unwrapped

NOTICE = (
    "আগামী রবিবার সকাল ১০টায় উপজেলা পরিষদ মিলনায়তনে বার্ষিক উন্নয়ন পরিকল্পনা নিয়ে উন্মুক্ত সভা হবে। সভায় সকল"
    " ইউনিয়নের প্রতিনিধি, শিক্ষক, কৃষক ও সেবাগ্রহীতাদের উপস্থিত থাকার জন্য অনুরোধ করা হলো। ৫০ জনের আসন আছে।"
)
ENGLISH = (
    "The office of the upazila will hold an open meeting on the yearly plan next Sunday. Members of all unions,"
    " teachers, farmers and whoever needs a service are asked to come. There is room for fifty people in the hall."
)


@pytest.mark.parametrize("width", [50, 60, 70, 80])
@pytest.mark.parametrize("text", [NOTICE, ENGLISH], ids=["bangla", "english"])
def test_a_paragraph_that_was_wrapped_is_one_line(text: str, width: int) -> None:
    normal = normalise(text)
    assert unwrapped("\n".join(wrap(normal, width))) == normal


def test_so_is_each_of_two_and_one_below_a_heading() -> None:
    first, second = "\n".join(wrap(NOTICE, 50)), "\n".join(wrap(ENGLISH, 60))
    assert unwrapped(normalise(f"{first}\n\n{second}")) == normalise(f"{NOTICE}\n\n{ENGLISH}")
    assert unwrapped(normalise(f"জরুরি বিজ্ঞপ্তি\n{first}")) == normalise(f"জরুরি বিজ্ঞপ্তি\n{NOTICE}")


@pytest.mark.parametrize(
    "text",
    [
        "আগামী রবিবার সকাল ১০টায় উপজেলা পরিষদে সভা হবে।\nসবাই আসবেন।",  # two lines tell no width
        "আমাদের ছোট নদী চলে বাঁকে বাঁকে\nবৈশাখ মাসে তার হাঁটু জল থাকে\nপার হয়ে যায় গরু পার হয় গাড়ি\nদুই ধার উঁচু তার ঢালু তার পাড়ি।",
        "করিম মিয়া, পিতা রহিম মিয়া, গ্রাম নীলকান্দি\nসেলিম মিয়া, পিতা জসিম মিয়া, গ্রাম চরপাড়া\nরহিমা খাতুন, পিতা করিম মিয়া, গ্রাম হাটখোলা",
        "সভা হবে রবিবার সকাল দশটায় উপজেলা মিলনায়তনে।\nমেলা হবে সোমবার সকাল নয়টায় উপজেলা ময়দানে।\nখেলা হবে বুধবার বিকাল চারটায় উপজেলা ময়দানে।",
        "- কৃষকদের মধ্যে বীজ বিতরণ করা হবে সকাল থেকে\n- জেলেদের মধ্যে জাল বিতরণ করা হবে দুপুর থেকে\n- সকলকে খাবার দেওয়া হবে বিকাল থেকে, সবাই আসুন।",
        "1. seeds for farmers will be given from morning\n2. nets for fishermen will be given from noon on\n3. food for all will be given from afternoon on.",
        "নাম\tগ্রাম ও উপজেলার নাম এখানে লেখা আছে\nকরিম\tগ্রাম ও উপজেলার নাম এখানে লেখা আছে\nরহিম\tগ্রাম ও উপজেলার নাম এখানে লেখা আছে।",
        "স্থান: উপজেলা মিলনায়তন\nসময়: সকাল ১০টা\nযোগাযোগ: উপজেলা পরিষদ",
        "ক\nখ\nগ\nঘ।",
        "\n\n\n",
        "",
    ],
)
def test_lines_that_are_lines_stay(text: str) -> None:
    assert unwrapped(normalise(text)) == normalise(text)


def test_a_phrase_over_the_border_is_found_where_it_was_typed() -> None:
    typed = "\n".join(wrap(NOTICE, 50))
    offsets = Offsets(typed)
    phrase = "বার্ষিক উন্নয়ন পরিকল্পনা"
    start = offsets.normal.index(normalise(phrase))
    end = start + len(normalise(phrase))
    first, last = offsets.span(start, end)
    assert typed[first:last].split() == phrase.split()
    assert offsets.utf16(start, end) == (first, last)


def test_blanks_at_the_border_are_one() -> None:
    typed = " \n ".join(wrap(NOTICE, 50))
    offsets = Offsets(typed)
    assert offsets.normal == normalise(NOTICE)
    last = offsets.normal.rindex(normalise("আসন"))
    first, end = offsets.span(last, last + 3)
    assert typed[first:end] == "আসন"


@given(st.lists(st.text("কখগ ab1।.\n-", min_size=0, max_size=60), max_size=12).map("\n".join))
def test_nothing_moves_and_once_is_enough(text: str) -> None:
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(now == was or (was, now) == ("\n", " ") for was, now in zip(text, found, strict=True))
    assert unwrapped(found) == found
