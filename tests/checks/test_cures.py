"""What the writer is told to do instead: a cure that fits what was found, and none where the word put in would insult too."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset


def messages(ruleset: Ruleset, text: str, clause: str) -> list[str]:
    """The messages for one clause, as the wire has them."""
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=20)
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
    ],
)
def test_the_cure_fits_what_was_found(ruleset: Ruleset, text: str, clause: str, cure: str) -> None:
    found = messages(ruleset, text, clause)
    assert found and all(cure in message for message in found)


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
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=20)
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
    answer = check_draft(Draft.parse({"text": text, "account": {"kind": "institution"}}), ruleset, time_limit=20)
    assert answer.verdict == "warn"
