"""An office that scolds, mocks or threatens citizens: in posts and answers, over whole sentences, on an institution's account alone."""

from __future__ import annotations

from typing import Any

import pytest

from server.checks.manners import SHORT
from server.finding import Finding
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

RUDE = """
নোটিশ পড়তে না জানলে অফিসে আসেন কেন, আমরা কি আপনাদের চাকর?
ফোন করে মাথা খারাপ করবেন না, কাজ হলে হবে, না হলে নাই।
যারা এক পাতার ফরম পূরণ করতে পারেন না, তাদের পাসপোর্টের দরকার কী?
এত কান্নাকাটি না করে আগে লেখাপড়া শিখুন, তারপর আবেদন করুন।
লাইনে দাঁড়াতে কষ্ট হলে বাসায় গিয়ে ঘুমান, অফিসটা আপনাদের শ্বশুরবাড়ি না।
যারা বারবার একই প্রশ্ন করেন, তারা কি লেখাপড়া জানেন না?
Office ta apnader shoshur bari na, line e darate na parle basay jan.
"""
FIRM = """
আবেদনের আগে নোটিশটি পড়ুন; বুঝতে অসুবিধা হলে তথ্যকেন্দ্রে আসুন।
ফোন বারবার ব্যস্ত পেলে অফিস সময়ের পর আমরাই ফোন করব।
ফরমের একটি পাতা ফাঁকা থাকলেও আবেদন জমা নেওয়া যাবে না।
লেখাপড়া না জানলেও আবেদন করা যায়, আমাদের কর্মী ফরম পূরণ করে দেবেন।
ফেসবুকে যাঁরা সমালোচনা করেছেন, তাঁদের ধন্যবাদ; ভুলগুলো আমরা ঠিক করছি।
লাইনে দাঁড়াতে কষ্ট হলে বলুন, প্রবীণদের জন্য আলাদা আসন আছে।
একই প্রশ্ন অনেকে করছেন, তাই উত্তরটি এখানে দেওয়া হলো।
নাগরিককে ‘কাল আসেন’ বলা যাবে না, প্রশিক্ষণে কর্মীদের তা জানানো হয়।
Faka akkhore likhe fela abedon bujhte koshto hoy, porishkar kore likhle taratari kaj hobe.
Please do not stop on the bridge; one careless minute may cost a life.
"""
REPORT = (
    "উপজেলা মিলনায়তনে গতকাল মাসিক সমন্বয় সভা হয়েছে। সভায় কৃষি, মৎস্য ও শিক্ষা বিভাগের কর্মকর্তারা কাজের অগ্রগতি তুলে ধরেন। "
    "আগামী মাসে বোরো ধানের বীজ বিতরণ ও টিকাদান কর্মসূচি চলবে। সেবাগ্রহীতারা সকাল ৯টা থেকে তথ্যকেন্দ্রে আসতে পারবেন। "
)


def rude(ruleset: Ruleset, text: str, **fields: Any) -> list[Finding]:
    return [it for it in told(ruleset, "manners", text, **fields) if it.check == "manners/rude"]


@pytest.mark.parametrize("text", RUDE.strip().split("\n"))
@pytest.mark.parametrize("action", ["post", "reply"])
def test_rude(ruleset: Ruleset, text: str, action: str) -> None:
    (found,) = rude(ruleset, text, action=action)
    assert found.clause == "7.gha" and found.instead.bn


@pytest.mark.parametrize("text", FIRM.strip().split("\n"))
@pytest.mark.parametrize("action", ["post", "reply"])
def test_firm_or_kind(ruleset: Ruleset, text: str, action: str) -> None:
    assert not rude(ruleset, text, action=action)


def test_on_an_own_account_friends_are_not_scolded_by_an_office(ruleset: Ruleset) -> None:
    for text in RUDE.strip().split("\n"):
        assert not rude(ruleset, text, account={"kind": "employee"})


def test_of_a_long_post_the_sentence_is_underlined_that_is_rude_by_itself(ruleset: Ruleset) -> None:
    remark = RUDE.strip().split("\n")[3]
    text = REPORT + REPORT + remark
    assert len(normalise(REPORT + REPORT)) >= SHORT and not rude(ruleset, REPORT)
    (found,) = rude(ruleset, text)
    assert found.severity == Severity.ADVISE
    normal = normalise(text)
    assert [normal[start:end] for start, end in found.spans] == [normalise(remark)]


def test_of_a_long_post_no_sentence_is_told_that_is_rude_only_beside_others(ruleset: Ruleset) -> None:
    nearly = RUDE.strip().split("\n")[2]
    assert rude(ruleset, nearly) and not rude(ruleset, REPORT + REPORT + nearly)


def test_only_what_leaves_no_doubt_is_warned_of(ruleset: Ruleset) -> None:
    plain, nearly = RUDE.strip().split("\n")[3], RUDE.strip().split("\n")[0]
    assert [it.severity for it in rude(ruleset, plain)] == [Severity.WARN]
    assert [it.severity for it in rude(ruleset, nearly)] == [Severity.ADVISE]


def test_words_of_scorn_in_a_notice_need_a_citizen_turned_away(ruleset: Ruleset) -> None:
    """The table alone comes to its sum; the table of answers that turn away does not bear it out."""
    text = "Bank er ATM booth e mukhosh pore dhuka nishedh, helmet khule dhukun. CCTV te mukh dekha na gele guard thamate pare."
    assert not rude(ruleset, text)
