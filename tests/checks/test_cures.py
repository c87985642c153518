"""What the writer is told to do instead: a cure that fits what was found, and none where the word put in would insult too."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY


def messages(ruleset: Ruleset, text: str, clause: str) -> list[str]:
    """The messages for one clause, as the wire has them."""
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=NO_HURRY)
    return [one["message"] for one in answer.as_json()["findings"] if one["clause"] == clause]


@pytest.mark.parametrize(
    "text, clause, cure",
    [
        ("সরকারের পদত্যাগ চাই", "9.ga", "দাবির কথা (পদত্যাগ, হরতাল, সরকার পরিবর্তন) বাদ দিন"),
        ("হরতাল সফল করুন", "9.ga", "দাবির কথা (পদত্যাগ, হরতাল, সরকার পরিবর্তন) বাদ দিন"),
        ("তাঁর দল ক্ষমতায় গেলে প্রতি পরিবার কার্ড পাবে", "9.ga", "সরকার বা ভোটের পক্ষে-বিপক্ষে কথা বাদ দিন"),
        ("এবার ধানের শীষে ভোট চাই", "9.ga", "ভোটের আহ্বান বাদ দিন"),
        ("ধর্ষণের শিকার রহিমা খাতুন, বাবা করিম, গ্রাম রামপুর", "6.ga", "বয়স ও মামলার অবস্থা লেখা যায়"),
        ("আমার মেয়ের আজ জন্মদিন, সবাই দোয়া করবেন", "6.ga", "শুধু দাপ্তরিক তথ্য লিখুন"),
        ("চাকরিজীবী ছেলের জন্য পাত্রী চাই", "6.ga", "পাত্র বা পাত্রী চাওয়া ব্যক্তিগত বিষয়"),
        ("রোগীর মোবাইল ০১৭১২৩৪৫৬৭৮", "6.ga", "যোগাযোগের জন্য দপ্তরের নম্বর বা ঠিকানা দিন"),
        ("জাতীয় পরিচয়পত্র নম্বর ১৯৯০২৬৯২৫০৩০০", "6.ga", "মনে হচ্ছে। ব্যক্তিগত তথ্যটি বাদ দিয়ে শুধু দাপ্তরিক তথ্য লিখুন।"),
        ("যোগাযোগ: ০১৮১২৩৪৫৬৭৮", "6.ga", "দপ্তরের নিজের হলে রাখতে পারেন"),  # nobody can tell whose it is
        ("নাম\tএনআইডি\nকরিম মিয়া\t৭৩১৪০৯৮২৬৫\nরহিমা খাতুন\t৭৩১৪০৯৮২৬৬", "6.ga", "শুধু মোট সংখ্যা লিখুন"),
        ("ডিসি স্যার একজন মানবতার ফেরিওয়ালা", "6.gha", "প্রশংসা বাদ দিয়ে শুধু কাজ ও তার ফল লিখুন"),
        ("আমাদের ডিসি চৌকস একজন মানুষ", "6.gha", "প্রশংসা বাদ দিয়ে শুধু কাজ ও তার ফল লিখুন"),
        ("পোর্টালের ইউজার আইডি: zilaoffice, পাসওয়ার্ড: Zila#4455", "8", "পাসওয়ার্ডটি বদলে নিন"),
        ("মন্ত্রণালয়ের গোপনীয় চিঠিটি শেয়ার করলাম", "8", "কর্তৃপক্ষ যা প্রকাশ করেছে, শুধু তা-ই লিখুন"),
        (
            "নিয়োগের চূড়ান্ত তালিকা সইয়ের অপেক্ষায়, তবু জানিয়ে রাখি আমাদের এলাকার তিনজন আছে।",
            "8",
            "সূত্র বা লিংক দিন; না হলে প্রকাশিত না হওয়া পর্যন্ত",
        ),
        ("মামলাটি এখনো বিচারাধীন, কিন্তু আসামি দোষী তাতে কোনো সন্দেহ নেই", "8", "মামলার তারিখ ও বর্তমান অবস্থা জানাতে পারেন"),
        ("তথ্যটি যাচাই করা হয়নি, তবু জানালাম", "6.kha", "নিশ্চিত হওয়া না গেলে বাদ দিন"),
    ],
)
def test_the_cure_fits_what_was_found(ruleset: Ruleset, text: str, clause: str, cure: str) -> None:
    found = messages(ruleset, text, clause)
    assert found and all(cure in message for message in found)


def test_an_answer_that_says_nothing_is_told_once_what_to_write(ruleset: Ruleset) -> None:
    answer = check_draft(Draft.parse({"text": "Noted. Thank you.", "action": "reply"}), ruleset)
    (told,) = [one["message"] for one in answer.as_json()["findings"]]
    assert told.endswith("করণীয়ের কথা নেই। নাগরিক কোথায় যাবেন বা কবে জানতে পারবেন, তা লিখুন।")


@pytest.mark.parametrize(
    "text, replacement",
    [
        ("netar chamchara khay", ""),  # an ending in Latin letters would be lost
        ("meyecheleder kotha", ""),
        ("নেতার চামচারা খায়", "অনুসারীরা"),
        ("netar chamcha", "onusari follower"),  # in the letters of the draft
        ("meyechele der kotha", "nari woman"),
        ("ও একটা ফকিন্নি", ""),
        ("#মেথরপট্টির উন্নয়ন", "হরিজন_কলোনির"),
        ("oi fokinnir kotha", ""),
        ("প্রতিবেদক একজন ধান্দাবাজ লোক", ""),  # what was put in insulted too
        ("ওই বাটপারের কথা", ""),
        ("এই গণ্ডমূর্খকে কে আনল", ""),
        ("ওই বার্মাইয়ার কথা শুনবেন না", ""),  # what is from Burma is not always a Rohingya's
    ],
)
def test_a_replacement_keeps_the_ending_or_is_not_offered(ruleset: Ruleset, text: str, replacement: str) -> None:
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=NO_HURRY)
    found = [one for finding in answer.findings for one in finding.replacements]
    assert answer.findings and found == replacement.split()


@pytest.mark.parametrize("text", ["দুইটি মেথর এল", "মেথর গুলো এল"])
def test_one_match_keeps_its_cure_though_it_takes_in_more_than_was_matched(ruleset: Ruleset, text: str) -> None:
    normal = normalise(text)
    (match,) = ruleset.look(normal)
    found = Finding.of_matches([match], normal)
    assert found == Finding.of_match(match, normal) and found.replacements and found.spans != match.spans


@pytest.mark.parametrize("text", ["মেথর আর চামার", "পরিচ্ছন্নতাকর্মী আর চামার", "porichchhonnota kormi ar chamar"])
def test_a_cure_leaves_what_else_is_wrong(ruleset: Ruleset, text: str) -> None:
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=NO_HURRY)
    assert answer.verdict == "warn"
