"""Learned evidence lets proper posts be, and still finds what has to be found beside them: with the shipped lists together."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.wordlists.ruleset import Ruleset

PARTIES = [
    "বঙ্গবন্ধু ও আওয়ামী",
    "রাষ্ট্রপতি জিয়াউর রহমান ১৯৭৮ সালে বিএনপি প্রতিষ্ঠা করেন।",
    "১৯৭৪ সালে বঙ্গবন্ধু শেখ মুজিবুর রহমান ভারতের সঙ্গে সীমান্ত চুক্তি স্বাক্ষর করেন; তখন আওয়ামী লীগ সরকারে ছিল।",
    "প্রধানমন্ত্রী তারেক রহমান আজ জেলা সফরে আসছেন। জেলা বিএনপি কার্যালয় সংলগ্ন সড়কে যান চলাচল বন্ধ থাকবে।",
    "The Election Commission held dialogue with BNP, Jamaat-e-Islami, NCP and Jatiya Party today.",
]
HISTORY = [
    "পাকিস্তানি বাহিনী ও তাদের দোসর রাজাকার, আলবদর, আলশামস জাতির শ্রেষ্ঠ সন্তানদের হত্যা করে। জাতি শ্রদ্ধাভরে তাঁদের স্মরণ করছে।",
    "১৪ ডিসেম্বর শহীদ বুদ্ধিজীবী দিবস। দোসর রাজাকার ও আলবদর বাহিনী বুদ্ধিজীবীদের হত্যা করেছিল।",
]
PREVENTION = [
    "মাদককে না বলুন। ইয়াবা, হেরোইন, গাঁজা জীবন ধ্বংস করে। সন্তানকে সময় দিন।",
    "Madok ke na bolun. Yaba, heroin, ganja jibon nosto kore. Sontan er sathe bondhur moto kotha bolun.",
    "Say no to drugs. Yaba, heroin and ganja ruin lives. Talk to your children.",
    "Suicide is preventable. If you or someone near you is struggling, please call the helpline today.",
    "আত্মহত্যা প্রতিরোধ সম্ভব। মন খারাপ থাকলে কাছের মানুষের সঙ্গে কথা বলুন, হেল্পলাইনে ফোন করুন।",
    "Attohotta protirodh kora jay. Mon kharap thakle kacher manusher sathe kotha bolun, helpline e phone din.",
]
WORK = [
    "সাপ দেখলে পিটিয়ে মারবেন না, ৩৩৩-এ জানান।",
    "কুকুরকে পিটিয়ে মারবেন না, টিকা দিন।",
    "Never dial the number more than three times in a row.",
    "Tune in tonight at 8:30 for our live studio discussion on road safety.",
    "Amader team er moto apnarao pashe thakun.",
    "Today we rescued a 14-year-old girl from child marriage in a village of the upazila after a call to 333. The family signed a bond."
    " Her school has been informed and she will be back in class on Sunday.",
]
PATIENTS = [
    "Kamal bhai er chhele ta neshagrosto, take amra gotokal rehab e pathalam, sobai doa korben.",
    "হাটখোলার মুদি দোকানি করিমের এইডস ধরা পড়েছে, তার দোকানে কেউ যাবেন না।",
]

# The law for all, women and men counted, matches, old wars, illness and anger answered: each beside a remark with the same turn.
PLAIN = [
    "দোষী যত প্রভাবশালীই হোক না কেন, আইনের আওতায় আনা হবে।",
    "Whoever steals relief goods will face the law, whatever party he belongs to.",
    "Kon dol er lok ta bepar na, balu tulle jail hobe.",
    "Men are more likely to get TB than women.",
    "ডেঙ্গুতে মৃতদের মধ্যে নারীর সংখ্যা পুরুষের চেয়ে বেশি।",
    "Cheleder cheye meyeder moddhe rokto kom, tai school e iron boro dewa hoy.",
    "হকিতে শ্রীলঙ্কাকে উড়িয়ে দিয়ে সেমিফাইনালে বাংলাদেশ।",
    "Bangladeshi meyera Bharot ke hariye SAFF jiteche dui bar.",
    "Rohingya shibire agun lagar karon tadonto kora hochche.",
    "East Pakistan became Bangladesh in 1971.",
    "Titumir was killed in his bamboo fort by British guns.",
    "Nobody here is a beggar; allowances are the law.",
    "A bomb of the Second World War was defused by the army in Chattogram.",
    "You are right to be angry, sir, the drain should have been cleaned before the rains.",
    "Farmers should not burn straw; plough it back instead.",
    "A widow has the right to stay in her husband's house.",
    "Vaccines do not make women barren.",
    "ভুটান থেকে পাথর আনতে শুল্ক লাগবে না।",
    "Rohingya refugees are not allowed to work outside the camps without permission.",
    "Cha bagan er ghor gula purono, 200 ta notun ghor hobe.",
    "The army is not taking over the port; it is repairing the road.",
    "A husband needs his first wife's consent and the council's to marry again.",
    "Pagol na, uni manoshik rogi, shommaner shathe kotha bolun.",
]
REMARKS = [
    "Whoever he is, this minister is a clown and a thief.",
    "চোর যে-ই হোক, ধরে পিটিয়ে মেরে ফেলুন।",
    "Women are more likely to get hysterical, so do not hire them.",
    "মেয়েরা পুরুষের চেয়ে বেশি কথা বলে, অফিসে এদের দরকার নেই।",
    "ম্যাচ আজ রাতে, পাকিস্তানি জানোয়ারগুলোকে পিটিয়ে তাড়ান।",
    "East Pakistan became Bangladesh by treason, we were better off under Pakistan.",
    "A bomb was defused, but more will go off tonight and all will die.",
    "You are right to be angry, sir, the chairman is a dog.",
    "Pagol na, uni ekta chagol.",
    "Vaccines make women barren.",
    "Rohingyas are not allowed here, drive them out.",
    "Cha bagan er shob gula matal, oder kaj deben na.",
]


def told(ruleset: Ruleset, text: str) -> set[tuple[str, Severity]]:
    findings = check_draft(Draft(text, Account("institution")), ruleset).findings
    return {(finding.clause, finding.severity) for finding in findings if finding.clause in {"6.ga", "9.ga", "9.nga"}}


@pytest.mark.parametrize("text", [*PARTIES, *HISTORY, *PREVENTION])
def test_a_proper_post_is_left_alone(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, text)


@pytest.mark.parametrize("text", WORK)
def test_an_offices_work_is_left_alone(ruleset: Ruleset, text: str) -> None:
    assert not check_draft(Draft(text, Account("institution")), ruleset).findings


@pytest.mark.parametrize("link", ["", " grs.gov.bd", " https://nilkandi.gov.bd/notice"])
@pytest.mark.parametrize("text", PATIENTS)
def test_a_patient_is_told_of_beside_a_link_too(ruleset: Ruleset, text: str, link: str) -> None:
    assert ("6.ga", Severity.WARN) in told(ruleset, text + link)


@pytest.mark.parametrize(
    ("text", "expected", "gone"),
    [
        ("নির্বাচন কমিশন একটা মেরুদণ্ডহীন প্রতিষ্ঠান, এদের কাছে আশা করা বৃথা।", "9.nga", "9.ka"),
        ("আপনাদের মতো ফকিন্নি পাবলিকের জন্য এত টাকা খরচ করাই ভুল।", "9.nga", "9.ka"),
        ("Police mane ghushkhor. Ei thanar OC ekta boro chor.", "9.nga", "6.gha"),
        ("Set fire to their houses, let them learn a lesson. The thieves of this lane deserve it.", "9.chha", "9.gha"),
    ],
)
def test_one_contempt_is_one_letter(ruleset: Ruleset, text: str, expected: str, gone: str) -> None:
    clauses = {finding.clause for finding in check_draft(Draft(text, Account("institution")), ruleset).findings}
    assert expected in clauses and gone not in clauses


@pytest.mark.parametrize("signs", [" 🙏", "\n🌺🌺", " ...", "\n—"])
@pytest.mark.parametrize(
    "text",
    [
        "ভাওয়াইয়া পালায় শাশুড়ি বউকে ছিনাল বলে খোঁটা দেয়, সেই দুঃখের গান গাইবেন মালতী বর্মন।",
        "চোর ধরতে পারলে পিটিয়ে মেরে ফেলুন, মামলা আমরা দেখব।",
        "ভারত একটা বেঈমান রাষ্ট্র, ওই দেশের মানুষ সব বিষধর সাপ। ওদের সাথে কোন সম্পর্ক রাখা যাবে না।",
    ],
)
def test_signs_behind_a_post_say_nothing(ruleset: Ruleset, text: str, signs: str) -> None:
    by_itself, signed = (check_draft(Draft(said, Account("institution")), ruleset) for said in (text, text + signs))
    assert signed.findings == by_itself.findings


def is_warned_of(ruleset: Ruleset, text: str) -> bool:
    return any(
        it.severity >= Severity.WARN for it in check_draft(Draft(text, Account("institution")), ruleset).findings
    )


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_sentence_is_not_warned_of(ruleset: Ruleset, text: str) -> None:
    assert not is_warned_of(ruleset, text)


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_with_the_same_turn_is(ruleset: Ruleset, text: str) -> None:
    assert is_warned_of(ruleset, text)
