"""Dates that cannot be right: none such, another day of the week, two calendars apart; and many that can."""

from __future__ import annotations

import pytest

from server.finding import Finding
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

NO_DATE = """
সভা হবে আগামী ৩১ নভেম্বর সকাল ১০টায়
The office will be closed on 30 February
আবেদনের শেষ তারিখ ২৯ ফেব্রুয়ারি ২০২৭
শেষ তারিখ ৩১/০৬/২০২৬
Sobha hobe 31 november 2026 tarikhe
স্মরণসভা ৩১ পৌষ ১৪৩৩ বঙ্গাব্দে
৩১/০৪/২০২৬ইং তারিখে সভা
তারিখঃ৩১/০৪/২০২৬
কর পরিশোধের শেষ সময় ৩১ জুনের মধ্যে
৩০ ফেব্রুয়ারির আগে আবেদন করুন
Kor dite hobe 31 juner moddhe
৩৭ জুলাই ২০২৪ স্মরণে
৩৬ জুন ২০২৪
৩৬ জুলাই ২০২৩
সংশোধনী: সভা ৩১ জুন ২০২৬ তারিখে হবে
২৫ জুন ২০২৬-এর পরিবর্তে ৩১ জুন ২০২৬ তারিখে সভা হবে
জন্ম নিবন্ধন সংশোধনের ক্যাম্প ২৯ জুন ও ৩১ জুন ২০২৬
""".strip().splitlines()
# the text, the day that is wrong, and what it should be; 16 December 2026 is a Wednesday
OTHER_DAY = [
    ("১৬ ডিসেম্বর ২০২৬ তারিখ রোজ সোমবার কুচকাওয়াজ", "সোমবার", "বুধবার"),
    ("১৬/১২/২০২৬ খ্রি., শনিবার সকাল ১০টায়", "শনিবার", "বুধবার"),
    ("শুক্রবার (১৬ ডিসেম্বর ২০২৬) ছুটি", "শুক্রবার", "বুধবার"),
    ("তারিখ: ১৬ ডিসেম্বর ২০২৬\nবার: রবিবার", "রবিবার", "বুধবার"),
    ("📅 তারিখ: ১৬ ডিসেম্বর ২০২৬\n🗓️ বার: রবিবার", "রবিবার", "বুধবার"),
    ("📅 *১৬ ডিসেম্বর ২০২৬* 🗓️ *রবিবার* ⏰ সকাল ১০টা", "রবিবার", "বুধবার"),
    ("১৬ ডিসেম্বর ২০২৬, মঙ্গলবারের সভা", "মঙ্গলবারের", "বুধবারের"),
    ("১ পৌষ ১৪৩৩ বঙ্গাব্দ, সোমবার", "সোমবার", "বুধবার"),
    ("The fair opens on Monday, 16 December 2026.", "monday", "Wednesday"),
    ("The fair opens on Dec 16, 2026 (Tuesday).", "tuesday", "Wednesday"),
    ("Mela shuru 16 December 2026, shombar", "shombar", "Budhbar"),
    ("বুধবার ১৬ ডিসেম্বর ২০২৬ মেলা, শনিবার ১৭ ডিসেম্বর ২০২৬ সমাপনী", "শনিবার", "বৃহস্পতিবার"),
    ("৬ মার্চ ২০২৬, শনিবার; ৩ জুন ২০২৬, বুধবার", "শনিবার", "শুক্রবার"),
    ("সভার তারিখ ১৬/১২/২০২৬ইং রোজ সোমবার", "সোমবার", "বুধবার"),
    ("১৬/১২/২০২৬খ্রিঃ রোজ সোমবার", "সোমবার", "বুধবার"),
    ("১৬/১২/২০২৬খ্রিস্টাব্দ, সোমবার", "সোমবার", "বুধবার"),
    ("তারিখঃ১৬/১২/২০২৬ (সোমবার)", "সোমবার", "বুধবার"),
    ("তারিখ\tবার\n১৬ ডিসেম্বর ২০২৬\tবুধবার\n১৭ ডিসেম্বর ২০২৬\tশনিবার", "শনিবার", "বৃহস্পতিবার"),
    ("১৫ ডিসেম্বর ২০২৬-এর পরিবর্তে ১৬ ডিসেম্বর ২০২৬ সোমবার সভা হবে", "সোমবার", "বুধবার"),
    ("৩৬ জুলাই ২০২৪, শনিবার", "শনিবার", "সোমবার"),
    ("প্রথম সভা ১৫ ডিসেম্বর ২০২৬ মঙ্গলবার, দ্বিতীয়টি ১৬ ডিসেম্বর ২০২৬ সোমবার", "সোমবার", "বুধবার"),
]  # fmt: skip
APART = """
তারিখ: [৩ পৌষ ১৪৩৩] বঙ্গাব্দ / [১৬ ডিসেম্বর ২০২৬] খ্রিস্টাব্দ
[১৬ ডিসেম্বর ২০২৬] মোতাবেক [২ পৌষ ১৪৩৩] বঙ্গাব্দ
[২৮ অগ্রহায়ণ ১৪৩৩] বঙ্গাব্দ, রোজ বুধবার, [১৬ ডিসেম্বর ২০২৬]
[০৩ পৌষ ১৪৩৩] বঙ্গাব্দ
[১৬ ডিসেম্বর ২০২৬] খ্রিস্টাব্দ
""".strip().splitlines()
APART[-2:] = ["\n".join(APART[-2:])]
RIGHT = """
১৬ ডিসেম্বর ২০২৬ তারিখ রোজ বুধবার কুচকাওয়াজ
Wednesday, 16 December 2026
Mela shuru 16 December 2026, budhbar
২৫ মার্চ ১৯৭১ বৃহস্পতিবার রাতে
২৯ ফেব্রুয়ারি ২০২৮, মঙ্গলবার
১৫–১৭ ডিসেম্বর ২০২৬ (মঙ্গলবার থেকে বৃহস্পতিবার) মেলা
১৫ ও ১৬ ডিসেম্বর ২০২৬, মঙ্গলবার ও বুধবার
১৫ ডিসেম্বর ২০২৬ থেকে ১৭ ডিসেম্বর ২০২৬, মঙ্গলবার থেকে বৃহস্পতিবার
১৫ থেকে ১৬ ডিসেম্বর ২০২৬ মঙ্গলবার সকাল থেকে
মঙ্গলবার ১৫ ডিসেম্বর ২০২৬, বুধবার ১৬ ডিসেম্বর ২০২৬
১৫ ডিসেম্বর ২০২৬ মঙ্গলবার ১৬ ডিসেম্বর ২০২৬ বুধবার
১ জানুয়ারি ২০২৭ থেকে প্রতি সোমবার গণশুনানি
প্রতি শুক্রবার ১ জানুয়ারি ২০২৭ থেকে
রবি থেকে বৃহস্পতিবার, ১ মার্চ ২০২৭ থেকে
Open Sunday to Thursday, 1 January 2027 onwards
১৪ ডিসেম্বর সোমবার, ১৬ ডিসেম্বর ২০২৬ তারিখের সভার প্রস্তুতি
১৬ ডিসেম্বর সোমবার
১৬ ডিসেম্বর ২০২৬ তারিখে সভা, সোমবার ফল প্রকাশ
০৫/০৬/২০২৬, বুধবার
০৫/০৬/২০২৬, শুক্রবার
সভা ১৬ ডিসেম্বর ২০২৬ তারিখে।
রবিবার অফিস খোলা
১ পৌষ ১৪৩৩ বঙ্গাব্দ / ১৬ ডিসেম্বর ২০২৬ খ্রিস্টাব্দ
৩ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ, ১৮ নভেম্বর ২০২৬, বুধবার
জন্ম ১ পৌষ ১৪৩৩; মেলা ২০ ডিসেম্বর ২০২৬
৮ ফাল্গুন ১৩৫৮ বঙ্গাব্দ (২১ ফেব্রুয়ারি ১৯৫২)
স্মারক নং ৩১/১১/২০২৬
স্মারক নং-০৫.৪২.০০০০.০০৪.৩১.০৬.২০২৬
অফিস বন্ধ ২৯, ৩০ ও ৩১ মার্চ; খোলা ১ এপ্রিল
৩১ জুলাই, ৩১ আগস্ট ও ৩০ সেপ্টেম্বর সভা
নভেম্বরে ৩১টি অভিযান হয়েছে
নভেম্বর ৩১ জন নতুন সদস্য এসেছেন
টোকেন নং ৩১ জুন মাসের ভাতা পাবেন
ক্রমিক নম্বর ৩১ জুন মাসের টাকা তুলবেন
টোকেন ৩১ জুন মাসের ভাতা পাবেন
টোকেন ৩১ জুনের ভাতা পাবেন
টোকেন ৩১ জুন মাসের মধ্যে তুলবেন
৩০ জুনের মধ্যে কর দিন, ৩১ ডিসেম্বরের মধ্যে রিটার্ন
১৬/১২/২০২৬ইং রোজ বুধবার
তারিখঃ১৬/১২/২০২৬ (বুধবার)
স্মারকঃ৩১/০৪/২০২৬
স্মারক নং ৩১/০৪/২০২৬ইং
৩১/০৪/২০২৬ইউনিট
৩৬ জুলাই ২০২৪
৩৬শে জুলাই, ২০২৪ (৫ আগস্ট ২০২৪)
৩৬ জুলাই ২০২৪, সোমবার
৩৫ জুলাই ২০২৪ ও ৩২ জুলাই ২০২৪
36 July 2024
জুলাই ৩৬, ২০২৪
জুলাই ৩৬ স্মৃতি হল, ৩৬ জুলাই স্মরণে
সংশোধনী: ৩১ জুন ২০২৬-এর স্থলে ৩০ জুন ২০২৬ পড়তে হবে।
বিজ্ঞপ্তির ৩১ জুনের স্থলে ৩০ জুন পড়তে হবে
সংশোধনী: গত বিজ্ঞপ্তিতে ২৫ ডিসেম্বর ২০২৫ শুক্রবার লেখা হয়েছিল, সঠিক হবে ২৫ ডিসেম্বর ২০২৫ বৃহস্পতিবার।
Correction: read 30 June 2026 instead of 31 June 2026.
""".strip().splitlines()


def found(ruleset: Ruleset, text: str, **fields: object) -> list[Finding]:
    return [it for it in told(ruleset, "figures", text, **fields) if it.check == "figures/date"]


def words(finding: Finding, text: str) -> list[str]:
    return [normalise(text)[slice(*span)] for span in finding.spans]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_such_date(ruleset: Ruleset, text: str) -> None:
    (one,) = found(ruleset, text)
    assert (one.clause, one.severity, one.source) == ("6.kha", Severity.ADVISE, "checks/calendar#none")


@pytest.mark.parametrize("text, day, right", OTHER_DAY)
def test_another_day_of_the_week_and_its_cure(ruleset: Ruleset, text: str, day: str, right: str) -> None:
    (one,) = found(ruleset, text)
    assert words(one, text) == [normalise(day)]
    assert one.replacements == (right,)


@pytest.mark.parametrize("letters", range(40, 64))
def test_a_day_is_its_dates_however_far_another_date_stands(ruleset: Ruleset, letters: int) -> None:
    text = f"১৫ ডিসেম্বর ২০২৬। {'ক' * letters}। সোমবারে, ১৬ ডিসেম্বর ২০২৬"
    (one,) = found(ruleset, text)
    assert (words(one, text), one.replacements) == (["সোমবারে"], ("বুধবারে",))


def test_the_message_names_the_date_and_the_day_that_it_is(ruleset: Ruleset) -> None:
    (one,) = found(ruleset, "১৬/১২/২০২৬, সোমবার")
    assert one.message == (
        "১৬ ডিসেম্বর ২০২৬ তারিখটি বুধবার, সোমবার নয়।",
        "16 December 2026 is a Wednesday, not a Monday.",
    )
    (one,) = found(ruleset, "২৫ ডিসেম্বর ২০২৫ শুক্রবারের সভা স্থগিত")
    assert one.message == (
        "২৫ ডিসেম্বর ২০২৫ তারিখটি বৃহস্পতিবার, শুক্রবার নয়।",
        "25 December 2025 is a Thursday, not a Friday.",
    )
    (one,) = found(ruleset, "২ পৌষ ১৪৩৩ / ১৬ ডিসেম্বর ২০২৬")
    assert one.message.bn == "১৬ ডিসেম্বর ২০২৬ তারিখটি বাংলা পঞ্জিকায় ১ পৌষ ১৪৩৩।"


@pytest.mark.parametrize("text", APART)
def test_two_calendars_apart(ruleset: Ruleset, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    (one,) = found(ruleset, plain)
    assert words(one, plain) == [normalise(piece.split("]")[0]) for piece in text.split("[")[1:]]
    assert not one.replacements


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_be_right(ruleset: Ruleset, text: str) -> None:
    assert not found(ruleset, text)


@pytest.mark.parametrize("fields", [{"account": {"kind": "employee"}}, {"action": "share"}], ids=str)
def test_an_own_account_and_what_others_wrote_are_left_alone(ruleset: Ruleset, fields: dict[str, object]) -> None:
    assert not any(found(ruleset, text, **fields) for text in (*NO_DATE, *(row[0] for row in OTHER_DAY)))


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece",
    [
        "৩১ নভেম্বর ",
        "১৬ ডিসেম্বর ২০২৬, সোমবার ",
        "সোমবার ",
        "১৬/১২/২০২৬ ",
        "২ পৌষ ১৪৩৩ / ১৬ ডিসেম্বর ২০২৬ ",
        "১, ২ ও ৩ ",
        "তারিখ ",
        "৩১ জুনের ",
        "সংশোধনী: ৩১ জুন ২০২৬ ",
        "১৬/১২/২০২৬ইং\tসোমবার ",
    ],
)
def test_dates_stay_linear(ruleset: Ruleset, piece: str) -> None:
    assert stays_linear(ruleset, "calendar", piece * 600)
