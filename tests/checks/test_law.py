"""Secrets and questions given away, cases judged before the court does: never a report of leaks or of courts."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

GIVEN_AWAY = """
Kalker BCS viva board er prosno ekhane dilam, keu bolben na
Sharing here the intelligence report on border deployment. Download before it is removed.
মন্ত্রণালয়ের গোপনীয় চিঠিটি শেয়ার করলাম, সবাই পড়ুন
বদলির গোপন তালিকা হাতে পেলাম, কমেন্টে দিলাম
I am posting this internal memo so that you all can see it
Leaked copy of tomorrow's cabinet agenda, download before it is removed
কালকের নিয়োগ পরীক্ষার প্রশ্ন তুলে দিলাম, পরে মুছে ফেলব
Ajker porikkhar prosno upload korlam
বাজেটে কোন পণ্যের দাম বাড়ছে ফাঁস করে দিলাম
oprokashito gejet er copy post korlam
""".strip().splitlines()
JUDGED = """
মামলাটি এখনো বিচারাধীন, কিন্তু আসামি দোষী তাতে কোনো সন্দেহ নেই
হাইকোর্টে বিচারাধীন মামলায় রায় আমাদের পক্ষেই আসবে
The case is pending before the High Court but everyone knows he is guilty
mamla cholche, tobe sobai jane oi lok khuni
শুনানি চলছে, তবে এই মামলা পুরোটাই মিথ্যা
The trial is still going on and the accused should be hanged
""".strip().splitlines()
CLEAR = """
প্রশ্নপত্র ফাঁস চক্রের ৩ সদস্যকে গ্রেপ্তার করেছে পুলিশ
পরীক্ষার প্রশ্ন ফাঁসের গুজবে কান দেবেন না, আমরা লিংক শেয়ার করলাম
নমুনা প্রশ্নপত্র শেয়ার করলাম, প্রস্তুতি নিন
Last year's question paper is attached here for practice
গত বছরের প্রশ্নপত্র নিচে দিলাম
প্রশ্নপত্র কড়া নিরাপত্তায় কেন্দ্রে পাঠানো হয়েছে, ছবি শেয়ার করলাম
বার্ষিক গোপনীয় অনুবেদন ৩১ জানুয়ারির মধ্যে জমা দিন
গোপন তথ্য দিয়ে সহায়তা করুন, পরিচয় গোপন রাখা হবে
গোপনীয় নথি প্রকাশ করা শাস্তিযোগ্য অপরাধ
ওটিপি গোপন তথ্য, কাউকে বলবেন না
Confidential helpline 109 is open day and night
Your complaint is confidential; we do not share it
তথ্য অধিকার আইনে পাওয়া প্রতিবেদনটি শেয়ার করলাম
The exam question was leaked last night; a committee will look into it
The exam question was not leaked; do not pay anybody who offers it.
প্রজ্ঞাপনটি প্রকাশিত হয়েছে, লিংক দিলাম
ভোটার তালিকার খসড়া প্রকাশ করা হলো
কর্মশালার ছবি শেয়ার করলাম
We are sharing the notice of the cabinet meeting published on the website
বিষয়টি বিচারাধীন হওয়ায় মন্তব্য থেকে বিরত থাকার অনুরোধ
বিচারাধীন মামলার শুনানির তারিখ পরিবর্তন করা হয়েছে
The case is pending; the next hearing is on 12 December
মামলা চলছে, তদন্ত শেষে আইনানুগ ব্যবস্থা নেওয়া হবে
শুনানি চলছে, ফলাফল নিয়ে আমরা নিশ্চিত নই
The court found that the accused is guilty and passed sentence
আদালতের রায়ে আসামির সর্বোচ্চ শাস্তি হয়েছে
সাজানো মামলা থেকে খালাস পেলেন কৃষক
""".strip().splitlines()


@pytest.mark.parametrize("text", GIVEN_AWAY)
@pytest.mark.parametrize("kind", ["institution", "employee"])
def test_a_secret_given_away(ruleset: Ruleset, text: str, kind: str) -> None:
    found = told(ruleset, "law", text, account={"kind": kind})
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/secrets", "8", Severity.WARN)]
    assert found[0].spans


@pytest.mark.parametrize("text", JUDGED)
def test_a_case_judged_before_the_court_does(ruleset: Ruleset, text: str) -> None:
    found = told(ruleset, "law", text)
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/courts", "8", Severity.ADVISE)]


@pytest.mark.parametrize("text", CLEAR)
def test_near_misses(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "law", text)


def test_both_are_told_and_each_once(ruleset: Ruleset) -> None:
    text = f"{GIVEN_AWAY[2]}। {GIVEN_AWAY[3]}। {JUDGED[0]}। {JUDGED[1]}।"
    assert sorted(it.check for it in told(ruleset, "law", text)) == ["law/courts", "law/secrets"]
