"""People, addresses and numbers as `faker` makes them for Bangladesh, beside the generated spellings: seeded, so the same each time."""

from __future__ import annotations

import phonenumbers
import pytest
from faker import Faker

from tests.personal.told import told

SEED, COUNT = 1952, 120
EACH = range(COUNT)


@pytest.fixture
def people() -> Faker:
    """A new source for each test, so that tests do not change each other's people."""
    made = Faker("bn_BD")
    made.seed_instance(SEED)
    return made


def test_a_phone_number_is_told_if_it_is_a_mobile(people: Faker) -> None:
    for number in (people.phone_number() for _ in EACH):
        kind = phonenumbers.number_type(phonenumbers.parse(number, "BD"))
        mobile = kind == phonenumbers.PhoneNumberType.MOBILE
        assert ("mobile" in told(f"যোগাযোগ {number}")) == mobile, number


def test_a_private_mail_is_told(people: Faker) -> None:
    for mail in (people.ascii_free_email() for _ in EACH):
        assert "email" in told(f"উত্তর পাঠানো হয়েছে {mail} ঠিকানায়"), mail


def test_a_persons_date_of_birth_is_told(people: Faker) -> None:
    for _ in EACH:
        text = f"{people.name()}, জন্ম তারিখ {people.date_of_birth(minimum_age=5, maximum_age=80):%d/%m/%Y}"
        assert "birth-date" in told(text), text


@pytest.mark.parametrize("before", ["ঠিকানা: ", "পিতা মৃত আবদুল গনি, "])
def test_home_addresses_are_told(people: Faker, before: str) -> None:
    """All but those in which an invented place is called a station, as offices are."""
    missed = [address for _ in EACH if "address" not in told(before + (address := people.address()))]
    assert len(missed) <= COUNT // 25, missed


@pytest.mark.parametrize(
    "kind, text",
    [
        ("victim", "ধর্ষণের শিকার {} এখন সুস্থ"),
        ("patient", "ডেঙ্গু রোগী {} এর অবস্থা ভালো"),
        ("complainant", "অভিযোগকারী {} আমাদের জানিয়েছেন"),
    ],
)
def test_most_names_are_known_beside_a_case(people: Faker, kind: str, text: str) -> None:
    """A first name that no list has, before a surname that is a word too (বিশ্বাস, সরকার), is left alone."""
    missed = [name for _ in EACH if kind not in told(text.format(name := people.name()))]
    assert len(missed) <= COUNT // 4, missed


@pytest.mark.parametrize(
    "text",
    [
        "সভায় সভাপতিত্ব করেন {name}, উপজেলা নির্বাহী অফিসার",
        "রচনা প্রতিযোগিতায় পুরস্কার পেয়েছে {name}, {other} ও {name}",
        "ধর্ষণ মামলায় আসামি {name} গ্রেপ্তার",
        "ডেঙ্গু রোগী দেখবেন ডা. {name}",
        "সাবেক সহকর্মী {name} এর মৃত্যুতে জেলা প্রশাসনের শোক",
        "পাসপোর্ট অফিসের নতুন ঠিকানা: {address}",
        "নিয়ন্ত্রণ কক্ষ: {phone}",
        "ডিউটি অফিসার {name}: {phone}",
        "নিলাম: {address} এর পাশে উপজেলা ভূমি অফিস প্রাঙ্গণে",
    ],
)
def test_offices_and_their_people_pass(people: Faker, text: str) -> None:
    for _ in EACH:
        made = text.format(
            name=people.name(), other=people.name(), address=people.address(), phone=people.phone_number()
        )
        assert not told(made), made


NAMES = (
    *("রহিমা খাতুন", "সালমা বেগম", "মরিয়ম বিবি", "উমা দেবী", "মাধবী দাস", "টুম্পা পাল", "শেফালী রানী দাস", "লিপি বড়ুয়া"),
    *("মেরি পেরেরা", "লুসি রোজারিও", "সুচিত্রা তঞ্চঙ্গ্যা", "মায়া চাকমা", "কবিতা সরেন", "রিতা কিসকু", "পিংকি রবিদাস", "অনিমা রানী"),
)


@pytest.mark.parametrize(
    "text",
    [
        "ধর্ষণের শিকার {} এখন হাসপাতালে ভর্তি।",
        "{} এর স্তন ক্যান্সার ধরা পড়েছে, সবাই দোয়া করবেন।",
        "বাল্যবিবাহ থেকে রক্ষা পেল নবম শ্রেণির {}।",
        "যৌন হয়রানির অভিযোগ করেছেন {}।",
        "{} এইচআইভি পজিটিভ, সাবধান থাকুন।",
        "বিতর্ক প্রতিযোগিতায় প্রথম হয়েছে {}।",
        "মাসিক সভায় উপস্থিত ছিলেন {}।",
    ],
)
def test_whoever_bears_the_name(text: str) -> None:
    """Of whichever faith or people: what is told of one is told of all."""
    said = {name: set(told(text.format(name))) for name in NAMES}
    assert {name for name, found in said.items() if found != said[NAMES[0]]} == set()
