"""Shops and private sales on an office's page, and the offices' own selling, lending and warning."""

from __future__ import annotations

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

FOUND = """
আমার মামার নতুন ডায়াগনস্টিক সেন্টার হাসপাতালের পাশে, টেস্ট করাতে ওখানেই যাবেন।
My cousin runs a travel agency; all staff get a discount on tickets.
রেডমি নোট ১২, ছয় মাস ব্যবহার, বক্স আছে, ১৪ হাজারে দিয়ে দেব।
Yamaha R15 version 3, last price 2 lakh 80, test drive den
ফ্ল্যাট লাগবে কারো? মালিক আমার বন্ধু।
মোবাইল দিয়ে ঘরে বসে দিনে এক হাজার টাকা আয়, আমার টিমে জয়েন করুন।
বাইন্যান্সে ট্রেড শিখতে চাইলে আমাদের সিগন্যাল গ্রুপে জয়েন করুন, লাভ নিশ্চিত।
sorkari chakri lagle knock den, kaj hoile taka
amar vlog channel ta subscribe kore pashe thaken
বিমা করতে চাইলে আমাকে বলবেন, আমি পার্ট টাইম এজেন্ট।
canada visa kore dei kom takay
Come to my private chamber after five.
bhai amar ekta microbus ase, picnic e lagle bolben
Brazil or Argentina? Our office is divided.
আমাদের শোরুমে নতুন কালেকশন এসেছে, অর্ডার করতে ইনবক্স করুন
ক্যাশ অন ডেলিভারি, সারাদেশে হোম ডেলিভারি
ধামাকা অফার! একটি কিনলে একটি ফ্রি
স্টক সীমিত, এখনই অর্ডার করুন
দাম জানতে ইনবক্স করুন
Order now, cash on delivery all over the country
Limited time offer: flat discount on all shoes
ghore bose income korun, inbox korun
ব্যবহৃত মোটরসাইকেল বিক্রি করব, দাম আলোচনা সাপেক্ষে
রাস্তার পাশে পাঁচ কাঠা জমি বিক্রয় হবে
বাসা ভাড়া দেওয়া হবে, দুই রুম, তৃতীয় তলা
Used laptop for sale, price negotiable
হানিমুন প্যাকেজ বুকিং চলছে
আমার প্রাইভেট চেম্বারে রোগী দেখি বিকাল ৫টা থেকে
amar bike ta bikri korbo
ঈদ কালেকশন চলে এসেছে, ভিজিট করুন আমাদের পেজ
খাঁটি মধু পাওয়া যাচ্ছে, কেজি ৮০০ টাকা, ইনবক্স করুন
অরিজিনাল জুতা ৫০% ছাড়ে
আমার ভাইয়ের রেস্টুরেন্টে সবাই আসবেন, উদ্বোধনী অফার চলছে
২ রুমের ফ্ল্যাট ভাড়া হবে
পুরাতন ফ্রিজটা বেচে দিব, লাগলে জানান
জমি কিনতে চাই, দালাল লাগবে না
Visit our showroom for the best prices
kapor er notun collection, inbox for price
Get 20% off with promo code EID20
গরুর খামার বিক্রি, আগ্রহীরা যোগাযোগ করুন
ফেসবুক বুস্টিং করাতে চাইলে যোগাযোগ করুন
হোম টিউটর দিচ্ছি, যোগাযোগ করুন
সেকেন্ড হ্যান্ড ল্যাপটপ, দাম ২৫ হাজার, ফিক্সড
Room rent available near office, contact inbox
আমার বন্ধুর রেস্টুরেন্ট চালু হয়েছে, একবার ঘুরে যান
পুরোনো আলমারি আছে, আগ্রহীরা মেসেজ দিন
বাচ্চার জন্য গৃহশিক্ষক লাগবে, ফার্মগেট এলাকায়
খাঁচাসহ কবুতর বিক্রি করা হবে, দাম ৪ হাজার
amar vaiyer dokan e shobai asben
হাঁসের মাংসের আচার, সারাদেশে ডেলিভারি
ছাত্রী মেসে সিট খালি আছে, ভাড়া ৩০০০
Double your money in three months, message now
এসএসসি ব্যাচে ভর্তি চলছে, আমার কোচিং সেন্টারে ভর্তি হোন
জামদানি শাড়ি পাওয়া যাচ্ছে, হোয়াটসঅ্যাপ করুন
Two laptops for sale, inbox please
ছাদে রুম খালি, ভাড়া হবে
শোরুম উদ্বোধন উপলক্ষে সব পণ্যে ৩০% ছাড়
অষ্টম শ্রেণির ছাত্র বাসায় গিয়ে পড়ানো হয়
Opening offer at our new shop, come today
আমাদের নতুন মুদি দোকান, সবাই আসবেন
ঘরে বসে দিনে হাজার টাকা আয় করুন
all cosmetics at 20% discount
আমার বোনের নতুন বুটিকে সবাই আসবেন
New batch starting at our coaching centre
কলেজের পাশে মেস, তিনটি সিট খালি আছে
কক্সবাজারের শুঁটকি আছে, লাগলে নক দিন
খাঁটি গরুর দুধ সকালে বাসায় পৌঁছে দেওয়া হয়
""".strip().splitlines()

CLEAR = """
কোচিং সেন্টার পরীক্ষা চলাকালে বন্ধ থাকবে।
সরকারি চিকিৎসকদের বৈকালিক চেম্বার চালু হয়েছে, ফি ৩০০ টাকা।
প্রশ্ন: আমার দোকানের ট্রেড লাইসেন্স কোথায় পাব?
গর্ভবতী স্ত্রীর চেকআপে কমিউনিটি ক্লিনিকে আসুন।
Motorcycle er papers update na thakle mamla hobe.
Lost iPhone with box returned to its owner by the police.
জমি কেনার আগে খতিয়ান ও নামজারি যাচাই করুন।
ফ্ল্যাটের মূল্য কিস্তিতে পরিশোধ করতে গৃহায়নের ফরম নিন।
ঘরে বসে আয়কর রিটার্ন জমা দিন, লিংক আমাদের ওয়েবসাইটে।
Bangladesh Bank does not approve bitcoin trading; do not join such groups.
চাকরি লাগলে জব পোর্টালে নিবন্ধন করুন, কোনো টাকা লাগে না।
ভিসা আবেদনের কাগজ দূতাবাস যাচাই করে দেয়।
Please subscribe to the department's YouTube channel for crop advice.
বিদেশগামী কর্মীদের বিমা পলিসি বাধ্যতামূলক।
আর্জেন্টিনা দূতাবাস বৃত্তি দেবে, আবেদন চলছে।
মিটার রিডার সেজে বাসায় ঢুকে টাকা চাইছে কেউ কেউ। আমাদের কর্মীর গলায় পরিচয়পত্র থাকে, টাকা নেন না।
আমার ছেলে রাত জাগে, টাকা চায়, পুরনো বন্ধু ছেড়েছে: মাদকের লক্ষণ হতে পারে। বকা নয়, নিরাময় কেন্দ্রে কথা বলুন।
Going abroad for a job? Dreaming of Europe by boat ends in a camp. Brokers keep your passport and ask your home for ransom.
কর্মজীবী মহিলা হোস্টেলে ৬টি সিট খালি আছে, আবেদন ১৫ তারিখের মধ্যে জমা দিন।
Shishu poribar e seat khali ache, baba na thaka 6-9 bochor er shishu vorti neya hobe. Somajseba office e form.
টিসিবির ট্রাকে সুলভ মূল্যে তেল ও ডাল বিক্রি হবে
পুরাতন গাছ ও আসবাব নিলামে বিক্রয় হবে
জলমহাল ইজারার দরপত্র বিক্রি হবে ১০ তারিখ পর্যন্ত
অফিসের পুরাতন গাড়ি বিক্রয়ের নিলাম বিজ্ঞপ্তি
ভেজাল পণ্য বিক্রি করায় জরিমানা
নকল প্রসাধনী অনলাইনে বিক্রির অভিযোগে দুজন আটক
অনলাইনে কেনাকাটায় ক্যাশ অন ডেলিভারি বেছে নিন, প্রতারণা এড়ান
‘ঘরে বসে আয়’ এমন ভুয়া বিজ্ঞাপনে সাবধান
নারী উদ্যোক্তাদের পণ্য মেলায় বিশেষ অফার
জমি বিক্রির আগে নামজারি ও খাজনা হালনাগাদ করুন
ট্রেনের অগ্রিম টিকিট বিক্রি হবে কাল সকাল ৮টা থেকে
ভর্তি ফরম বিক্রি চলছে, শেষ তারিখ ১০ জানুয়ারি
সারের ডিলার নিয়োগের আবেদন আহ্বান
সরকারি বাসা বরাদ্দের আবেদন আহ্বান
মাতৃসদনে বিনামূল্যে নরমাল ডেলিভারি সেবা
অফিস অর্ডার অনুযায়ী দায়িত্ব বণ্টন
সরকারি কোয়ার্টার ভাড়ার হার পুনর্নির্ধারণ
কৃষকের বাজারে সরাসরি সবজি বিক্রি করছেন কৃষক
নির্ধারিত মূল্যে সার বিক্রি নিশ্চিত করতে তদারকি
Savings certificates are sold at every post office.
The auction of seized goods will be held on Monday; cars for sale may be seen at the depot.
Normal delivery is free at the upazila health complex.
Beware of fake pages: order now and pay first is a fraud.
ইউনিয়ন ডিজিটাল সেন্টারে কম্পিউটার কোর্সে ২০% ছাড়ে ভর্তি
সরকারি মূল্যে ডিম পাওয়া যাচ্ছে
খামারিরা এখন অনলাইনে পণ্য বিক্রি করছেন
মোবাইল ফোনে ইনবক্সে লিঙ্ক এলে ক্লিক করবেন না
পাটজাত পণ্যের প্রদর্শনী ও বিক্রয় কেন্দ্র উদ্বোধন
কারাবন্দিদের তৈরি শাড়ি বিক্রির আউটলেট
ডাক বিভাগের নতুন সেবা: হোম ডেলিভারি
বিআরটিসি বাসের টিকিটে শিক্ষার্থীদের হাফ ভাড়া
আমের অর্ডার নিচ্ছে ডাক বিভাগ
ফ্রিল্যান্সিং প্রশিক্ষণ: ঘরে বসে আয় করুন, সরকারি কোর্স
বিমানের টিকিটে বিশেষ অফার
পর্যটন কর্পোরেশনের ট্যুর প্যাকেজ
কৃষি যন্ত্রে ৫০% ভর্তুকি
Used vehicles of the office for sale by auction
আগ্রহী উদ্যোক্তারা ইমেইলে মেসেজ পাঠিয়ে নিবন্ধন করুন
বন বিভাগের নার্সারিতে চারা বিক্রি করা হবে, দাম ১৫ টাকা
রেস্টুরেন্ট ও দোকানে খাবারের দাম টাঙিয়ে রাখুন
House rent allowance for teachers was raised
চোরাই মোটরসাইকেল বিক্রি চক্রের তিনজন ধরা পড়ল
ছাত্রী হলে সিট বরাদ্দের তালিকা
দুস্থ নারীদের মাঝে শাড়ি বিতরণ
জমি নিবন্ধনে ছাড়ের আদেশ জারি হয়নি
কৃষি অফিসে ফলের চারা পাওয়া যাচ্ছে
Laptops were sold at the auction of the court
Room rent of the circuit house was fixed
প্রতিবন্ধী শিশুদের বিনা বেতনে বাসায় পড়ানো হয় সমাজসেবা কেন্দ্রে
Dormitory rooms are available for trainees
বাজারের দোকানে মূল্যতালিকা না থাকলে জরিমানা, ছাড় নেই
জেলা প্রশাসনের হাটে সবাই আসবেন, কৃষকের পণ্য সরাসরি
Sorkari khamar e murgi o dim bikri hocche
Krishi doptor er stall e modhu pawa jay
গরুর দুধ পৌঁছে দেওয়া হয় বিদ্যালয়ে, জানায় প্রাণিসম্পদ দপ্তর
""".strip().splitlines()


@pytest.mark.parametrize("text", FOUND)
def test_an_advertisement_is_advised_once(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "purpose", text)
    assert (finding.clause, finding.severity) == ("6", Severity.ADVISE) and finding.spans
    assert not told(ruleset, "purpose", text, account={"kind": "employee"})
    assert not told(ruleset, "purpose", text, Institution("bank", name_bn="ব্যাংক", sells=True))


@pytest.mark.parametrize("text", CLEAR)
def test_public_selling_lending_and_warning_is_an_offices_work(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "purpose", text)


ANSWERS = """
হ্যাঁ, পারবেন।
জি, আজকেই পাবেন
কাগজ জমা দিন, কাল পাবেন
বিদ্যুৎ চলে এসেছে
Yes, it is open today till 5 pm.
form ta office theke free te paben
টাকা দেওয়া হয়েছে, এখন তুলতে পারবেন
""".strip().splitlines()


@pytest.mark.parametrize("action", ["reply", "comment"])
@pytest.mark.parametrize("address", ["", "ভাইয়া, ", "স্যার, ", "আপু, ", "ভাই, "])
def test_an_answer_is_no_advert_however_it_addresses_the_citizen(ruleset: Ruleset, address: str, action: str) -> None:
    assert not [text for text in ANSWERS if told(ruleset, "purpose", address + text, action=action)]
    for text in ("অর্ডার করতে পেজে লিখুন, সারাদেশে হোম ডেলিভারি", "Order now, free gift with every pair"):
        assert told(ruleset, "purpose", address + text, action=action)  # what the lists know


PRIVATE = """
আমাদের এলাকার মাইক একটু কম বাজানো উচিত, এটাই আমার মত।
দেখতে দেখতে বারোটি বছর একসাথে পথ চলা, আমার জীবনটা সুন্দর করার জন্য ধন্যবাদ।
আমার মতে এবার নতুনদের ক্ষমতায় আনা উচিত, পুরনোরা দেশটাকে শেষ করে দিয়েছে।
""".strip().splitlines()
TRADE = """
আমার কোচিংয়ে নতুন ব্যাচ শুরু, আসন সীমিত, ফি কম।
কার্পেন্টারি সেগুনের খাট, বক্স সহ, ফ্যাক্টরি রেটে; বানিয়েও দিই মাপ মতো
Friends, I have just started a cooking channel on YouTube. Do subscribe and press the bell icon!
""".strip().splitlines()
NEITHER = """
মেয়াদোত্তীর্ণ ওষুধ: কোন ব্যাচ কীভাবে চিনবেন? মোড়কের গায়ে তারিখ দেখে কিনুন, বিল নিন।
এই ব্যাচের প্রশিক্ষণার্থীদের সনদ কাল থেকে দেওয়া হবে।
নতুন ব্যাচের বুনিয়াদি প্রশিক্ষণ শুরু হয়েছে।
The new batch of teachers joined the training today.
ওষুধের ব্যাচ নম্বর মিলিয়ে নিন।
Ebarer bacher prosikkhon shesh, sonod bitoron kal.
নতুন ব্যাচ মুরগির টিকা কাল আসবে।
""".strip().splitlines()


def test_without_a_word_of_trade_it_is_a_private_matter(ruleset: Ruleset) -> None:
    for texts, check in ((PRIVATE, "purpose/opinions"), (TRADE, "purpose/adverts")):
        assert [finding.check for text in texts for finding in told(ruleset, "purpose", text)] == [check] * len(texts)
    assert not [text for text in NEITHER if told(ruleset, "purpose", text)]


BOUGHT = """
ভুয়া আইডি দিয়ে আমাদের পেজে লাইক বাড়ান
পাঁচ তারকা রিভিউ দিলে প্রতি আইডিতে ২০ টাকা
Fake id diye 5 star den, screenshot dile recharge deya hobe
We pay for every ten followers from fake accounts
""".strip().splitlines()
NOT_BOUGHT = """
ভুয়া আইডি দিয়ে লাইক কেনাবেচার চক্র ধরা পড়েছে
লাইক দিলে টাকা পাবেন বলে প্রতারণা হচ্ছে
সেবা নিয়ে রেটিং দিন যন্ত্রে
Do not buy followers; the platform may close your account
""".strip().splitlines()
FOR_TRADE = """
আমি থানার এসআই, আমার দোকান থেকে তেল নিলে পথে কেউ আটকাবে না
Ami vumi office er lok, amar chambare ashen, kaj hoye jabe
I am a customs clerk. Buy from my shop and no questions asked.
""".strip().splitlines()
NOT_FOR_TRADE = """
আমি থানার এসআই, আজ আমার দোকান থেকে মিষ্টি কিনেছি
আমার বোনের দোকানে ঈদের শাড়ি এসেছে, অর্ডার করতে ইনবক্স করুন
ভূমি অফিসের কর্মকর্তা হিসেবে বলছি, দালাল ধরবেন না, ঝামেলা হবে না
I work at the tax office; the last day for returns is 30 November
""".strip().splitlines()


def test_likes_that_are_bought(ruleset: Ruleset) -> None:
    for office in (None, Institution("bank", name_bn="ব্যাংক", sells=True)):
        found = [(it.check, it.clause) for text in BOUGHT for it in told(ruleset, "purpose", text, office)]
        assert found == [("purpose/bought-likes", "5.chha")] * len(BOUGHT)
    assert not [text for text in NOT_BOUGHT if told(ruleset, "purpose", text)]


def test_a_title_that_is_to_help_a_private_trade(ruleset: Ruleset) -> None:
    own = {"account": {"kind": "employee"}}
    found = [(it.check, it.clause) for text in FOR_TRADE for it in told(ruleset, "purpose", text, **own)]
    assert found == [("purpose/title-for-trade", "5.tta.aa")] * len(FOR_TRADE)
    assert not [text for text in NOT_FOR_TRADE if told(ruleset, "purpose", text, **own)]


SLIPPED_IN = """
যুব উন্নয়নের সেলাই প্রশিক্ষণ আজ শেষ হয়েছে, ২৫ জন সনদ পেয়েছেন। মেশিন লাগলে প্রশিক্ষকের স্বামীর শোরুম থেকে নিন, কিস্তিতে দেওয়া যায়, এত কম দাম আর কোথাও পাবেন না।
The computer lab reopened today with thirty machines. For laptops at the best prices visit TechNest, run by our instructor's brother, and get ten per cent off.
""".strip().splitlines()


@pytest.mark.parametrize("text", SLIPPED_IN)
def test_a_private_offer_amid_official_talk_is_told(ruleset: Ruleset, text: str) -> None:
    assert told(ruleset, "purpose", text)
    assert not told(ruleset, "purpose", text.partition("। " if "। " in text else ". ")[0])
