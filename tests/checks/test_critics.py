"""An office against its critics: threats, scorn and revenge told over whole sentences, thanks, rejoinders and rules never."""

from __future__ import annotations

from typing import Any

import pytest

from server.checks.critics import SHORT
from server.finding import Finding
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

ATTACKS = """
আমাদের বিরুদ্ধে যে সাংবাদিক লিখেছেন, তাঁকে চিনে রাখলাম; পরেরবার অফিসে ঢুকলে বুঝবেন।
আমাদের নামে জিআরএসে অভিযোগ দিয়েছেন যিনি, তাঁর ফাইলটা এখন সবার নিচে।
যিনি আমাদের নামে ভিডিও ছেড়েছেন, তাঁর লাইসেন্স নবায়নের আবেদন আমার টেবিলেই আছে।
সাংবাদিক ভাইয়েরা, আপনাদের চিনি; কার সংসার কীভাবে চলে তাও জানি, কলম সামলে রাখুন।
যে ছাত্র হলের খাবার নিয়ে লাইভ করেছে, তার সিট থাকবে না।
ফেসবুকে বড় বড় কথা না বলে পারলে এই চেয়ারে বসে দেখান, কী-বোর্ড বীরেরা।
Oi reporter er bari kothay amra jani, abar likhle bujhbe.
Jara group e amader birudhdhe likhen, shobar screenshot rakha ase, shomoy hole bujhben.
Those who filmed our counter should remember that their licences come up for renewal.
The reporter who wrote about our office should ask himself who signs his renewal.
"""
SOBER = """
খবরটি পড়েছি; যেখানে ভুল ছিল, সেখানে তথ্যসহ প্রতিবাদলিপি পাঠিয়েছি।
জিআরএসে যে অভিযোগ এসেছে, তার উত্তর ৩০ দিনের মধ্যে দেওয়া হবে।
যাঁরা পেজে এক তারকা দিয়েছেন, তাঁদের কাছে কারণটি জানতে চাই, যেন সেবা ঠিক করা যায়।
তথ্য চেয়ে যাঁরা আবেদন করেছেন, তাঁদের উত্তর ২০ কার্যদিবসের মধ্যে ডাকে যাবে।
মানববন্ধনের কারণে আজ কলেজ সড়কে যান চলাচল বন্ধ ছিল, এখন স্বাভাবিক।
সাংবাদিক পরিচয়ে চাঁদা চাওয়ায় একজনকে আটক করেছে পুলিশ।
হলের খাবার নিয়ে যে ছাত্র লাইভ করেছেন, তাঁর সঙ্গে প্রাধ্যক্ষ কথা বলেছেন, আজ থেকে নতুন বাবুর্চি।
যাঁদের লাইসেন্স নবায়নের সময় হয়েছে, তাঁরা অনলাইনে আবেদন করুন।
Page er comment e gali dile comment muche deya hobe, niyom upore pin kora ache.
Reporter der jonno briefing shokal egarotay, press card niye ashben.
Filming inside the courtroom is not allowed; the gallery is open to reporters.
The reporter who wrote about our office was right on two points; both are mended.
"""
REPORT = (
    "উপজেলা মিলনায়তনে গতকাল মাসিক সমন্বয় সভা হয়েছে। সভায় কৃষি, মৎস্য ও শিক্ষা বিভাগের কর্মকর্তারা কাজের অগ্রগতি তুলে ধরেন। "
    "আগামী মাসে বোরো ধানের বীজ বিতরণ ও টিকাদান কর্মসূচি চলবে। সেবাগ্রহীতারা সকাল ৯টা থেকে তথ্যকেন্দ্রে আসতে পারবেন। "
)
PLAIN, NEARLY = ATTACKS.strip().split("\n")[0], ATTACKS.strip().split("\n")[4]


def attacks(ruleset: Ruleset, text: str, **fields: Any) -> list[Finding]:
    return [it for it in told(ruleset, "critics", text, **fields) if it.check == "critics/attacked"]


@pytest.mark.parametrize("text", ATTACKS.strip().split("\n"))
@pytest.mark.parametrize("action", ["post", "reply"])
def test_an_attack(ruleset: Ruleset, text: str, action: str) -> None:
    (found,) = attacks(ruleset, text, action=action)
    assert found.clause == "7.gha" and found.instead.bn


@pytest.mark.parametrize("text", SOBER.strip().split("\n"))
@pytest.mark.parametrize("action", ["post", "reply"])
def test_sober_words(ruleset: Ruleset, text: str, action: str) -> None:
    assert not attacks(ruleset, text, action=action)


def test_on_an_own_account_it_is_not_an_office_that_speaks(ruleset: Ruleset) -> None:
    for text in ATTACKS.strip().split("\n"):
        assert not attacks(ruleset, text, account={"kind": "employee"})


def test_only_what_leaves_no_doubt_is_warned_of(ruleset: Ruleset) -> None:
    assert [it.severity for it in attacks(ruleset, PLAIN)] == [Severity.WARN]
    assert [it.severity for it in attacks(ruleset, NEARLY)] == [Severity.ADVISE]


def test_of_a_long_post_the_sentence_is_underlined_that_says_it_by_itself(ruleset: Ruleset) -> None:
    assert len(normalise(REPORT + REPORT)) >= SHORT and not attacks(ruleset, REPORT)
    (found,) = attacks(ruleset, REPORT + REPORT + PLAIN)
    assert found.severity == Severity.ADVISE
    normal = normalise(REPORT + REPORT + PLAIN)
    assert [normal[start:end] for start, end in found.spans] == [normalise(PLAIN)]
    assert not attacks(ruleset, REPORT + REPORT + NEARLY)
