"""Replies that leave a citizen with nowhere to turn, and those that say where."""

from __future__ import annotations

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

CLOSED = """
দুঃখিত, এ বিষয়ে আমাদের কিছু করার নেই
আপনার অভিযোগটি নিষ্পত্তি করা হলো
আপনার অভিযোগ সঠিক নয়
আপনার অভিযোগটি ভিত্তিহীন
এই মুহূর্তে সংযোগ দেওয়া সম্ভব নয়
এখানে অভিযোগ করে লাভ নেই
amader kichu korar nei
Sorry, there is nothing we can do.
Your complaint has been closed.
আমাদের কাছে এসে লাভ নাই
আবেদন নিয়ে আর মেসেজ দিবেন না
Your request has been denied.
Not possible, please do not comment again
অভিযোগের কোনো সত্যতা পাওয়া যায়নি
এ ব্যাপারে আমরা সাহায্য করতে পারছি না
আপনার কথা আমলে নেওয়া হবে না
আপনার আবেদন নাকচ করা হয়েছে
Nothing more can be done about your holding number
এ নিয়ে কিছু করা যাবে না
Complaint rejected.
kono upay nai bhai
আপনার দাবি আমরা মানতে পারছি না
apnar abedon grohonjoggo na
We are not liable for this drain
Application refused
এ নিয়ে আপনাকে কিছু বলা যাবে না
ফেসবুকে অভিযোগ নেওয়া হয় না
এ নিয়ে আমাদের কাছে কোনো তথ্য নেই
We have no idea, ask around
বারবার মেসেজ করবেন না
এটা আমাদের section এর কাজ না
আপনাদের দাবি ভিত্তিহীন
এ ধরনের কাজ আমরা করি না
""".strip().splitlines()

ELSEWHERE = """
এটা আমাদের দায়িত্ব নয়
বিষয়টি আমাদের এখতিয়ারভুক্ত নয়
এটা আমাদের কাজ না, অন্য অফিসে যান
সংশ্লিষ্ট দপ্তরে যোগাযোগ করুন
eta amader dayitto na
This is not our responsibility.
Please contact the concerned office.
এইটা আমাদের এলাকার মধ্যে পড়ে না
এটা দেখা আমাদের কাজ নয়
We have no responsibility in this matter
আমাদের দপ্তরের কাজ নয়, যাদের কাজ তাদের বলুন
This matter does not fall under us
We do not deal with land matters
এসব আমরা দেখি না, অন্য জায়গায় দেখুন
amader ekhtiyarer baire
""".strip().splitlines()

EMPTY = """
Noted.
Noted with thanks, sir
Duly noted, we value your feedback.
Inbox koren.
inbox korun bhai
ইনবক্স করুন
বিষয়টি যথাযথ কর্তৃপক্ষের সঙ্গে কথা বলুন
আপনার মূল্যবান মতামতের জন্য ধন্যবাদ। আমাদের সাথেই থাকুন।
নিয়ম অনুযায়ী হবে, অপেক্ষা করুন।
প্রয়োজনীয় ব্যবস্থা নেওয়া হবে, ধন্যবাদ
সম্মানিত গ্রাহক, আপনার অভিযোগটি গুরুত্বের সাথে দেখা হবে। ভালো থাকবেন।
It is under process. Please wait.
Dear customer, your concern is very important to us. Rest assured, necessary action will be taken in due course.
pore janabo, dhonnobad
sir chutite achen
অফিসে এসে যোগাযোগ করুন
website e dekhen bhai
Rules are rules.
""".strip().splitlines()

CLEAR = """
Noted and sent to the engineer of the water section
অপেক্ষা করুন, রবিবার জানাব
অফিসে এসে ৩ নম্বর কক্ষে যোগাযোগ করুন
অফিসে এসে কাউন্টারে যোগাযোগ করুন
প্রয়োজনীয় ব্যবস্থা নেওয়া হবে; উপজেলা প্রকৌশলী দেখছেন
ট্র্যাকিং নম্বরটি ইনবক্স করুন, খোঁজ নিয়ে বলছি
tracking number ta inbox korun, ami nije dekhbo
It is under process: the survey is done and the order is with the Land Office
স্যার ছুটিতে আছেন, তাঁর কাজ করছেন সহকারী কমিশনার (ভূমি)
ওয়েবসাইটে দেখুন: land.gov.bd
ধন্যবাদ
ধন্যবাদ, ভালো থাকবেন
জি স্যার, আছে
আপনাকে আর লাইনে দাঁড়াতে হবে না, টোকেন অনলাইনেই নেওয়া যায়।
ধন্যবাদ, আপনার অভিযোগটি পেয়েছি; তিন দিনের মধ্যে জানাব
বিষয়টি দেখছি, আগামী রবিবার মেরামত হবে
দুঃখিত, কাজটি শেষ হতে আরও দুই দিন লাগবে
এটা আমাদের দায়িত্ব, আজই লোক পাঠাচ্ছি
এটা আমাদের দায়িত্ব নয়; উপজেলা ভূমি অফিসে যোগাযোগ করুন
বিষয়টি পৌরসভার, আমাদের এখতিয়ারভুক্ত নয়
এ বিষয়ে আমাদের কিছু করার নেই, তবে অভিযোগ প্রতিকার ব্যবস্থায় জানাতে পারেন: www.grs.gov.bd
আপনার অভিযোগ সঠিক নয়। সন্তুষ্ট না হলে জিআরএসে আপিল করুন।
সংযোগ দেওয়া সম্ভব নয়; পল্লী বিদ্যুৎ সমিতিতে আবেদন করুন
অভিযোগ নিষ্পত্তির সময়সীমা ৩০ কার্যদিবস
ভয়ের কিছু নেই, সব ঠিক হয়ে যাবে
আপনার আবেদন অনুমোদিত হয়েছে
কাগজ ছাড়া আবেদন নেওয়া হয় না, জন্ম সনদ আনুন
This is not our matter; please write to the Department of Agricultural Extension.
Your complaint has been received and sent to the engineer.
@BRTA_BD please look into this, it is not under our jurisdiction
আপনার ফাইলটি এখন জেলা অফিসে আছে, দুই দিন পর খোঁজ নিন
দুঃখিত, আজ সম্ভব নয়, কাল সকালে আসুন
এটি গুজব, অভিযোগটি সত্য নয় মর্মে তদন্ত প্রতিবেদন পাওয়া গেছে; বিস্তারিত grs.gov.bd
অনলাইনে আবেদন না করলে নেওয়া সম্ভব নয়, লিংক: br.lgd.gov.bd
It is not possible today; please come tomorrow at 10 am
আবেদনটি নামঞ্জুর হয়েছে; ৩০ দিনের মধ্যে জেলা প্রশাসক বরাবর আপিল করুন
Your request has been denied; you may appeal to the Divisional Commissioner
জি, করে দেওয়া যাবে, কাগজ নিয়ে আসুন
Your claim is accepted
আমাদের অফিসে কোনো দালাল নেই, সরাসরি আসুন
Your complaint is not closed yet
আপনার আবেদন এখনো বাতিল হয়নি, যাচাই চলছে
We do not charge a fee for birth registration
আবেদনটি এখনো আসেনি
চিন্তা করবেন না, আবেদন বাতিল হয়নি
এখনই তারিখ বলা যাচ্ছে না, রবিবার জানাব, আগামী সপ্তাহে খোঁজ নিন
তথ্যটি আমাদের কাছে আছে, কাল সকালে জানাব
আমাদের server এখন চালু নেই, আগামী রবিবার চেষ্টা করুন
""".strip().splitlines()


@pytest.mark.parametrize("text", [*CLOSED, *ELSEWHERE, *EMPTY])
@pytest.mark.parametrize("action", ["reply", "comment"])
def test_a_citizen_is_shown_where_to_turn(ruleset: Ruleset, text: str, action: str) -> None:
    (finding,) = told(ruleset, "replies", text, action=action)
    assert finding.severity is Severity.ADVISE
    assert finding.clause == ("5.jha" if text in CLOSED else "7.ga")
    assert finding.insert is not None and "grs.gov.bd" in finding.insert.text
    cured = f"{text}\n{finding.insert.text}"
    assert not told(ruleset, "replies", cured, action=action), "one click is enough"


@pytest.mark.parametrize("text", CLEAR)
def test_an_answer_that_says_where(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "replies", text, action="reply")


@pytest.mark.parametrize("text", [*CLOSED, *ELSEWHERE, *EMPTY])
def test_a_post_is_no_reply_and_a_tag_is_an_answer(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "replies", text)
    assert not told(ruleset, "replies", text, action="reply", account={"kind": "employee"})
    tagged = [{"text": "উপজেলা ভূমি অফিস", "kind": "page"}]
    assert not told(ruleset, "replies", text, action="reply", mentions=tagged)


def test_the_profiles_own_grievance_address_is_inserted(ruleset: Ruleset) -> None:
    office = Institution("bank", name_bn="ব্যাংক", grievance="bank.com.bd/complaint")
    (finding,) = told(ruleset, "replies", CLOSED[0], office, action="reply")
    assert finding.insert is not None and finding.insert.text.endswith("bank.com.bd/complaint")
    assert not told(ruleset, "replies", f"{CLOSED[0]}. {finding.insert.text}", office, action="reply")
