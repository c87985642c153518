"""Secrets and questions given away, cases judged before the court does: never a report of leaks or of courts."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

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
অতি গোপনীয় চিঠি প্রকাশ করা হলো
গোপন প্রতিবেদন সংযুক্ত করা হলো
নিরাপত্তা পরিকল্পনার অতি গোপনীয় চিঠিটি সবার জন্য শেয়ার করলাম
গোয়েন্দা প্রতিবেদনটি শেয়ার করলাম: জনগণের মতামত চাই
সময়সূচিসহ অতি গোপনীয় চিঠি শেয়ার করলাম
গোপনীয় নথি: মন্ত্রিসভার আলোচ্যসূচির খসড়া ছবিসহ দেওয়া হলো
Gopon nothi: montrishovar alochchosuchi nichey dilam
The confidential memo is attached below, please read it
কালকের পরীক্ষার প্রশ্ন নিচে দেওয়া হলো
আগামীকালের পরীক্ষার প্রশ্ন আমি দেখেছি, ৩ নম্বরে ভেক্টর আসবে
HSC porikkhar proshno ami dekhechi, kal vector theke ashbe
এবার রচনা আসবে নদীভাঙন নিয়ে, পরীক্ষার্থীরা পড়ে নিন
Set gha te paragraph ashbe 'Our River', age pore asen
The essay will be on river erosion, so read that tonight
গোপনীয় চিঠিতে লেখা আছে দুজনকে সরিয়ে দেওয়া হবে
Ekta confidential chithi te dekhlam ke ke bodli hocche
A letter marked secret reached us: two of the staff are to go
আজকের গোপনীয় কার্যবিবরণী হাতে পেলাম, কাউকে বলবেন না
""".strip().splitlines()
UNDER_WAY = """
অতি গোপনীয়: মাননীয় প্রধানমন্ত্রীর আগামীকালের যাতায়াত রুট – সংসদ ভবন, খামারবাড়ি
মন্ত্রীর সফরের নিরাপত্তা ছক সংযুক্ত করা হলো
VIP movement route: airport theke Mohakhali hoye Bangabhaban
আগামীকাল ভোরে চরে গোপন অভিযান চালাবে পুলিশ ও কোস্টগার্ড
Aaj rate bazare gopon ovijan hobe, police ready
A secret raid on the den will be made tonight
দরপত্র মূল্যায়ন কমিটির গোপন মূল্যায়ন: প্রথম ৯১, দ্বিতীয় ৭৪
Tender evaluation er gopon marks: ekjon 91, arekjon 74
আজ মাঝরাতে টিলায় অভিযানে নামছি আমরা, সাদা পোশাকে ২০ জন পুলিশ
Kal vore char e ovijan hobe, 20 joner team e speed boat thakbe
We will raid the gambling den behind the mill tonight
রাষ্ট্রপতি কাল ৯টায় বের হবেন পেছনের গেট দিয়ে, সঙ্গে দুটি এসকর্ট গাড়ি
VVIP kal 9 tay jaben bypass dhore, escort gari 2 ta
The VVIP will leave by the rear gate with two escort cars
দরপত্র খোলার আগেই বলে রাখি, প্রাক্কলন ৫৫ লাখ
Official estimate 55 lakh, kachakachi dor diyen
The evaluation committee has not yet signed, but Rahman will get the contract
""".strip().splitlines()
LOGINS = """
Server er password holo Sagor@1234, username operator
পোর্টালের ইউজার আইডি: zilaoffice, পাসওয়ার্ড: Zila#4455
Server login: operator / Sagor@7788. Team members please use this.
Login: zilaadmin, password: Nothi@7788
ইউজার: nilkandi_office, পাসওয়ার্ড: Nil#2026
আইডি: nilkandi_office, পাসওয়ার্ড: Nil#2026
User: nilkandi_office, Password: Nil#2026
User ID: 104567, password: Nil#2026
পোর্টালের ব্যবহারকারীর নাম: nilkandi, পাসওয়ার্ডঃ Nil#2026
Server login: 104567 / Nil#2026
""".strip().splitlines()
# a row each: the line breaks are written as such
LOGINS_BELOW = (
    "ইউজারনেম: nilkandi_office\nপাসওয়ার্ড: Nil#2026",
    "১. ইউজার আইডি – nilkandi\n২. পাসওয়ার্ড – Nil#2026",
    "পাসওয়ার্ড: Nil#2026\nইউজার: nilkandi_office",
    "User: nilkandi_office\n\nPassword: Nil#2026",
    "পাসওয়ার্ড পরিবর্তন করা হলো:\nইউজার: nilkandi_office\nপাসওয়ার্ড: Nil#2026",
)
NO_LOGINS_BELOW = (
    "ইউজার আইডি: আপনার রোল নম্বর\nপাসওয়ার্ড: জন্মতারিখ",
    "ইউজার আইডি: 104567\nপাসওয়ার্ড: আপনার মোবাইলের শেষ ছয় অঙ্ক",
    "ইউজার: reader (ওয়াই-ফাই)\nপাসওয়ার্ড: boi2026",
    "ইউজার: reader\nওয়াই-ফাই পাসওয়ার্ড: boi2026",
    "পাঠাগারের ওয়াই-ফাই\nইউজার: reader\nপাসওয়ার্ড: boi2026",
    "মিটিং আইডি: 873 4455\nপাসওয়ার্ড: abc123",
    "এনআইডি: 1234567890\nপাসওয়ার্ডে বড় হাতের অক্ষর দিন: Abc@1234",
    "User: office manager\nPassword rules are in circular 12a-2026.",
    "Username: reader\nOpening hours: 10am-5pm\nBring a pass.\nPassword: boi2026",
)
JUDGED = """
হাইকোর্টে বিচারাধীন মামলায় রায় আমাদের পক্ষেই আসবে
শুনানি চলছে, তবে এই মামলা পুরোটাই মিথ্যা
The trial is still going on and the accused should be hanged
বিচারাধীন মামলায় আদালতের রায় যে আমাদের পক্ষে আসবে এটা নিশ্চিত
জজ সাহেব আমাদের লোক, চিন্তার কিছু নেই
The judge is our man
এই লোকটাই আসল খুনি, আদালতে প্রমাণের দরকার নাই
Court e case cholche but amra bolte pari oi lok taka chor
""".strip().splitlines()
GUILTY = """
মামলাটি এখনো বিচারাধীন, কিন্তু আসামি দোষী তাতে কোনো সন্দেহ নেই
The case is pending before the High Court but everyone knows he is guilty
mamla cholche, tobe sobai jane oi lok khuni
বালু চুরির মামলায় শুনানি শুরু হয়েছে। বালু যে সে-ই নিয়েছে, তা সবার চোখের সামনে।
রায় যেদিনই হোক, এই প্রতারকের সাজা হবেই
অভিযোগপত্র গেছে আদালতে, বাকি বিচার কেবল আনুষ্ঠানিকতা
চাল চোরকে জামিন দেওয়া হলো, এটা কেমন বিচার!
Chal churir mamla court e, kintu amra jani dealer e churi korse, kono sondeho nai
Oke jamin deya vul hoyeche, mamla to ekhono cholche
The trial opened on Sunday. Make no mistake, he stole the relief rice.
The verdict is a mere formality for a man like him
To give the dealer bail was a mistake
""".strip().splitlines()
CLEAR = """
চাল চুরির মামলায় আসামি আদালতে স্বীকার করেছেন, চাল সে-ই নিয়েছে
আদালত ডিলারকে দোষী সাব্যস্ত করে দুই বছরের সাজা দিয়েছেন
রাষ্ট্রপক্ষ জানান, জামিন দেওয়া ঠিক হয়নি; আপিল করা হবে
জামিন পেতে টাকা লাগে না, লিগ্যাল এইড অফিসে আসুন। ভুল হয়েছে এমন আবেদন ঠিক করে দেওয়া হয়।
বিচার শেষ না হওয়া পর্যন্ত কাউকে অপরাধী বলা যায় না, এ নিয়ে কোনো সন্দেহ নেই
The tribunal ruled that he stole the rice and sentenced him to two years
দোষী প্রমাণিত হলে সাজা হবে; মামলার তদন্ত চলছে
কাল ভোর ৫টায় মহড়া: ফায়ার সার্ভিসের ২০ জনের দল নদীপথে অভিযানে যাবে
কাল বাজারে উচ্ছেদ অভিযান হবে, ৩০ জন পুলিশ থাকবে
মাননীয় মন্ত্রী কাল সকাল ১০টায় আসবেন ও নতুন সেতু দেখতে যাবেন
রাষ্ট্রপতির গাড়িবহর যাবে বলে কাল স্টেশন রোডে যান চলাচল বন্ধ থাকবে
The Prime Minister will leave for the airport after the convocation
প্রকল্পের প্রাক্কলন ৪০ লাখ টাকা, কাজ চলছে
দরপত্র খোলার আগে প্রাক্কলন গোপন রাখা হয়
Tender khola hobe kal dupure, estimate er boi office e ache
প্রতিযোগিতার রচনা আসবে ডাকে
লিখিত পরীক্ষায় বাংলা ও গণিতের প্রশ্ন থাকবে, কাল প্রবেশপত্র আনুন
গোপনীয় চিহ্নিত খামে আবেদন পাঠাতে বলা হয়েছে
The envelope marked confidential must reach the office by Sunday
রোগীর গোপন তথ্য দিলে শাস্তি। সবাইকে মনে করিয়ে দিলাম।
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
মামলা চলছে, আইন অনুযায়ী ব্যবস্থা হবে, এটা নিশ্চিত করেছে মন্ত্রণালয়
মামলাটি বিচারাধীন; বাদীর পক্ষে আসবেন তাঁর আইনজীবী
আপস হলে আদালতে যাওয়ার দরকার নেই, লিগ্যাল এইড অফিসে আসুন
বয়স প্রমাণের দরকার নেই, এনআইডি আনলেই হবে
এইচএসসি পরীক্ষার সময়সূচি প্রকাশ করা হলো
আগামীকালের পরীক্ষার জন্য প্রশ্নব্যাংক নিচে দেওয়া হলো
আগামীকালের পরীক্ষার প্রশ্ন পাঠ্যবই থেকে আসবে
মডেল টেস্টের প্রশ্ন সংযুক্ত করা হলো
পরীক্ষার ফলাফল প্রকাশ করা হলো
গোপনীয় অনুবেদনের ফরম সংযুক্ত করা হলো
গোপনীয় প্রতিবেদন যথাসময়ে দাখিলের নির্দেশ দেওয়া হলো
নিজের গোপন তথ্য কাউকে বলবেন না
The archive has declassified the secret files of 1971; the list is attached
The confidential helpline number is given below
জাতীয় নীতিমালার খসড়া সংযুক্ত করা হলো, মতামত আহ্বান করা হচ্ছে
প্রধানমন্ত্রীর আগমন উপলক্ষে সড়কে যান চলাচল সীমিত, বিকল্প রুট ব্যবহার করুন
ভিআইপি চলাচলের রুট এড়িয়ে মগবাজার হয়ে যান
প্রধানমন্ত্রীর সফরের নিরাপত্তা পরিকল্পনা নিয়ে সভা অনুষ্ঠিত হয়েছে
গোপন অভিযানে তিনজন মাদক ব্যবসায়ী গ্রেফতার
গোপন সংবাদে অভিযান চালিয়ে দুজনকে আটক, কাল আদালতে পাঠানো হবে
কাল সকাল ১০টায় উচ্ছেদ অভিযান চালানো হবে
ভেজালের বিরুদ্ধে গোপন অভিযান চালানো হবে
দরপত্র বিজ্ঞপ্তি: ই-জিপি পোর্টালে দরপত্র দাখিল করুন
দরপত্র মূল্যায়ন শেষে কার্যাদেশ দেওয়া হয়েছে
পাসওয়ার্ড কাউকে দেবেন না, পিন কাউকে বলবেন না
Username: your roll number, password: the year of your birth
লগইন: আপনার জন্মনিবন্ধন নম্বর, পাসওয়ার্ড: আপনার মোবাইল নম্বর
পাঠাগারের ওয়াই-ফাই: ইউজারনেম reader, পাসওয়ার্ড boi2026
ইউজার আইডি ও পাসওয়ার্ড দিয়ে লগইন করুন
User manual and password rules are in form B12-2026
The office ID card and the password are told in notice12
পোর্টালে লগইন: 09:00 / 10:00
Zoom meeting ID 873 4455 1122, password 445566
""".strip().splitlines()


@pytest.mark.parametrize("text", GIVEN_AWAY)
@pytest.mark.parametrize("kind", ["institution", "employee"])
def test_a_secret_given_away(ruleset: Ruleset, text: str, kind: str) -> None:
    found = told(ruleset, "law", text, account={"kind": kind})
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/secrets", "8", Severity.WARN)]
    assert found[0].spans


@pytest.mark.parametrize(
    "check, text", [*(("law/operations", it) for it in UNDER_WAY), *(("law/logins", it) for it in LOGINS)]
)
def test_what_must_stay_secret_meanwhile(ruleset: Ruleset, check: str, text: str) -> None:
    found = told(ruleset, "law", text)
    assert [(it.check, it.clause, it.severity) for it in found] == [(check, "8", Severity.WARN)]
    assert found[0].spans


@pytest.mark.parametrize("text", LOGINS_BELOW)
def test_a_login_in_two_lines(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "law", text)
    assert (finding.check, finding.severity, len(finding.spans)) == ("law/logins", Severity.WARN, 2)


@pytest.mark.parametrize("text", NO_LOGINS_BELOW)
def test_no_login_in_two_lines(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "law", text)


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    ["user id: abcd, password: a1b2c3 " * 1_800, "user: abc\n" * 6_000, "পাসওয়ার্ড: " * 5_000, "login: aaa/" * 5_000],
)
def test_linear_on_hostile_logins(ruleset: Ruleset, text: str) -> None:
    assert stays_linear(ruleset, "law", text)


@pytest.mark.parametrize("text", JUDGED)
def test_a_case_judged_before_the_court_does(ruleset: Ruleset, text: str) -> None:
    found = told(ruleset, "law", text)
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/courts", "8", Severity.ADVISE)]


@pytest.mark.parametrize("text", GUILTY)
@pytest.mark.parametrize("kind", ["institution", "employee"])
def test_somebody_called_guilty_before_the_verdict(ruleset: Ruleset, text: str, kind: str) -> None:
    found = told(ruleset, "law", text, account={"kind": kind})
    assert [(it.check, it.clause, it.severity) for it in found] == [("law/judged", "8", Severity.WARN)]


@pytest.mark.parametrize("text", CLEAR)
def test_near_misses(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "law", text)


def test_both_are_told_and_each_once(ruleset: Ruleset) -> None:
    text = f"{GIVEN_AWAY[2]}। {GIVEN_AWAY[3]}। {JUDGED[0]}। {JUDGED[1]}।"
    assert sorted(it.check for it in told(ruleset, "law", text)) == ["law/courts", "law/secrets"]
