"""How bad it is to tell something private: whose it is, who posts, and a list of people as one finding."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from server.bilingual import Bilingual
from server.checker import check_draft
from server.checks import Check, identifiers
from server.checks.identifiers import CHECK
from server.draft import Draft
from server.finding import Answer, Finding
from server.institution import Institution
from server.personal.judging.messages import MESSAGES
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.learned.sums import LEARNED
from server.wordlists.reading.fields import example
from server.wordlists.ruleset import Ruleset

OFFICE = {"account": {"kind": "institution"}}
PROFILE = Institution(
    "demo", phones=("০১৭০০-৭১০০০১",), emails=("nilkandi2025@gmail.com",), bank_accounts=("৩৪১২০০১০০০৫৫৭",)
)


def answer(ruleset: Ruleset, text: str, profile: Institution | None = None, **fields: Any) -> Answer:
    return check_draft(Draft.parse({**OFFICE, **fields, "text": text}), ruleset, profile, [CHECK])


def findings(ruleset: Ruleset, text: str, profile: Institution | None = None, **fields: Any) -> list[Finding]:
    return list(answer(ruleset, text, profile, **fields).findings)


SEVERITIES = [
    ("block", "mobile", "রোগীর মোবাইল [[০১৭১২৩৪৫৬৭৮]]"),
    ("warn", "mobile", "নিখোঁজ শিশুর বাবার নম্বর [[০১৭১২৩৪৫৬৭৮]]"),
    ("block", "mobile", "শিশুর বাবার নম্বর [[০১৭১২৩৪৫৬৭৮]]"),
    ("block", "mobile", "করিম, [[০১৭১২৩৪৫৬৭৮]] (রোগীর ভাই)"),
    ("block", "nid", "আপনার এনআইডি [[৭৩১৪০৯৮২৬৫]] সার্ভারে আছে"),
    ("warn", "nid", "[[১৯৯০২৬৯২৫০৩০০০১২৩]]"),
    ("warn", "nid", "মোছাঃ রহিমা, স্বামী- করিম, [[৭৩১৪০৯৮২৬৫]]"),
    ("block", "passport", "পাসপোর্ট নং [[BX0123456]]"),
    ("block", "card", "কার্ড নম্বর [[5555 5555 5555 4444]]"),
    ("warn", "card", "[[4111 1111 1111 1111]]"),
    ("warn", "tin", "টিআইএন [[১২৩৪৫৬৭৮৯০১২]]"),
    ("block", "bank", "রহিমা খাতুন, হিসাব নং [[২১০১২৩৪৫৬৭৮৯০]]"),
    ("advise", "bank", "হিসাব নং [[২১০১২৩৪৫৬৭৮৯০]]"),
    ("advise", "mobile", "যোগাযোগ: [[০১৭১২৩৪৫৬৭৮]]"),
    ("advise", "mobile", "রোগী ভর্তির জন্য যোগাযোগ [[০১৭১২৩৪৫৬৭৮]]"),
    ("advise", "email", "লেখা পাঠান [[rahim@gmail.com]] ঠিকানায়"),
    ("warn", "email", "আবেদনকারীর ই-মেইল [[rahim@gmail.com]]"),
    ("advise", "plate", "আটক গাড়ি [[ঢাকা মেট্রো-গ ১২-৩৪৫৬]]"),
    ("advise", "birth-date", "জন্ম তারিখ: [[১২/০৫/১৯৯০]]"),
    ("advise", "birth-date", "জন্ম তারিখ: [[১২/০৫/২০৩৪]]"),  # who is born then is a child of the office's days to come
    ("block", "birth-date", "রহিমা খাতুন, জন্ম তারিখ: [[১২/০৫/১৯৯০]]"),
    ("advise", "blood", "রক্তের গ্রুপ [[ও পজিটিভ]]"),
    ("warn", "blood", "রহিমা খাতুন, রক্তের গ্রুপ [[ও পজিটিভ]]"),
    ("advise", "address", "[[গ্রাম: নয়াপাড়া, ডাকঘর: বকুলতলী]]"),
    ("block", "address", "পিতা: করিম মিয়া, [[গ্রাম: নয়াপাড়া, ডাকঘর: বকুলতলী]]"),
    ("block", "address", "পিতা: করিম মিয়া, [[গ্রাম: নয়াপাড়া, ডাকঘর: বকুলতলী]]! সাহায্য করুন"),
    ("block", "address", "পিতা: করিম মিয়া, [[গ্রাম: নয়াপাড়া, ডাকঘর: বকুলতলী]] 🙏"),
    (
        "block",
        "address",
        "Beneficiary Sultana Razia, [[House 9, Road 6, Block C, Nirala, Khulna]]. Please help the postman.",
    ),
    ("block", "address", "Beneficiary Sultana Razia, [[House 9, Road 6, Block C, Nirala, Khulna-9100]]."),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[রহিমা খাতুন]] এখন সুস্থ"),
    ("warn", "victim", "[[বাল্যবিবাহ]] থেকে রক্ষা পেল নীলকান্দি স্কুলের ৮ম শ্রেণির ছাত্রী [[মারিয়া খাতুন]]"),
    ("warn", "patient", "[[রোগী]] [[রহিমা খাতুন]] এখন সুস্থ"),
    ("block", "complainant", "[[তথ্যদাতা]] [[রহিম উদ্দিন]] জানিয়েছেন"),
    # an office's name beside a citizen's does not make the number its own
    ("advise", "mobile", "ভূমি অফিসে নামজারি করালেন মোছাঃ রহিমা খাতুন ([[০১৭১১২২৩৩৪৪]])"),
    ("advise", "mobile", "UNO office e abedon korechen Karim Mia, mobile [[01711223344]]"),
    ("advise", "mobile", "জরিনা বেগম, চরপাড়া, থানা নীলকান্দি, [[০১৭১১২২৩৩৪৪]]"),
    ("advise", "mobile", "হাট ইজারা পেয়েছেন করিম মিয়া [[০১৭১১২২৩৩৪৪]]"),
    # nor does one behind it, unless it is signed so
    ("advise", "mobile", "রহিমা বেগম (মোবাইল [[০১৭১২-৩৪৫৬৭৮]]) জেলা প্রশাসকের কাছ থেকে হুইলচেয়ার নিয়েছেন।"),
    ("advise", "mobile", "আহত রহিম মিয়া ([[০১৭১২-৩৪৫৬৭৮]]) হাসপাতালে ভর্তি।"),
    ("advise", "mobile", "রহিমা বেগম, মোবাইল [[০১৭১২-৩৪৫৬৭৮]], থানায় এসেছিলেন।"),
    ("advise", "mobile", "রহিমা বেগম, [[০১৭১২-৩৪৫৬৭৮]], উপজেলা চেয়ারম্যান কর্তৃক লাঞ্ছিত হন।"),
    ("advise", "mobile", "Rahima Begum ([[01712-345678]]) thanked the chairman."),
    ("advise", "mobile", "Rahima Begum ([[01712345678]]) chairman er biruddhe likhechen"),
    ("advise", "email", "রহিমা বেগম [[rahima@gmail.com]] থানায় এসেছিলেন।"),
    ("block", "bank", "কৃষি অফিস থেকে সার পেলেন কৃষক আব্দুল হাই, হিসাব নং [[১২৩৪৫৬৭৮৯০১২৩]]"),
    ("block", "bank", "জেলা প্রশাসকের কার্যালয়\nঘর বরাদ্দ\nমোছাঃ জরিনা বেগম, হিসাব নং [[১২৩৪৫৬৭৮৯০১২৩]]"),
    # a form with one field a line is one person's, as it is in one line
    ("block", "bank", "নাম: করিম মিয়া\nহিসাব নং: [[৩৪১২১০১০০১২৩৪]]"),
    ("block", "mobile", "আবেদনকারীর নাম: রহিমা খাতুন\nমোবাইল: [[০১৭১১২২৩৩৪৪]]"),
    ("advise", "mobile", "প্রতিষ্ঠানের নাম: শেখ রাসেল শিশু প্রশিক্ষণ কেন্দ্র\nঠিকানা: নীলকান্দি\nমোবাইল: [[০১৭১১২২৩৩৪৪]]"),
    ("advise", "mobile", "অনুষ্ঠানের নাম: শেখ রাসেল দিবস\nতারিখ: ১৮ অক্টোবর\nযোগাযোগ: [[০১৭১১২২৩৩৪৪]]"),
    ("advise", "mobile", "Name: Md. Rafiqul Islam\nMobile: [[01711223344]]\nUpazila Agriculture Office, Nilkandi"),
    ("advise", "mobile", "উপজেলা প্রশাসন\nনাম: রহিমা খাতুন\nমোবাইল: [[০১৭১১২২৩৩৪৪]]"),
    ("block", "mobile", "নাম: রহিমা খাতুন\nপিতার নাম: করিম মিয়া\nথানা: নীলকান্দি\nমোবাইল: [[০১৭১১২২৩৩৪৪]]"),
    # the nearest word says whose name it is
    ("block", "victim", "[[ধর্ষণের শিকার]] [[রহিমা খাতুন]], আসামি জুয়েল গ্রেফতার"),
    ("block", "victim", "[[অপহৃত শিশু]] [[আয়ান হোসেন]] উদ্ধার, আসামি গ্রেফতার"),
    ("block", "victim", "ইউএনও [[ধর্ষণের শিকার]] [[রহিমা খাতুনকে]] চেক দিলেন"),
    ("block", "complainant", "মাদকে আসামি আটক, [[তথ্যদাতা]] [[সেলিম মিয়া]]"),
    ("warn", "patient", "ডাক্তার বললেন, কিডনি [[রোগী]] [[সালাম মিয়া]] সুস্থ"),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[সুমন করকে]] দেখতে গেলেন"),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[শাহনাজকে]] উদ্ধার করে হাসপাতালে নেওয়া হয়"),
    ("block", "birth-date", "জন্ম তারিখ [[০৭/০৩/১৯২৮]], নাম রহিমা খাতুন, বয়স্ক ভাতা"),
    # though somebody was caught, the name in -কে beside the crime is hers to whom it was done
    ("warn", "victim", "[[শরিফা খাতুনকে]] [[ধর্ষণের]] অভিযোগে একজন গ্রেপ্তার।"),
    ("warn", "victim", "Police arrested a man for [[raping]] [[Mim Akter]], a girl of 12."),
    ("warn", "pupil", "ছাত্র [[ফাহিম রহমানকে]] [[বহিষ্কার]] করা হয়েছে"),
    # a case that goes by a name goes by hers to whom it was done
    ("block", "victim", "[[রহিমা খাতুন]] [[ধর্ষণ]] মামলায় তিন আসামির যাবজ্জীবন কারাদণ্ড।"),
    ("block", "victim", "[[Salma Khatun]] [[rape]] case: accused arrested."),
    ("block", "victim", "শিশু [[নাঈম]] [[ধর্ষণ]] মামলার আসামির যাবজ্জীবন"),
    ("block", "complainant", "[[রহিমা খাতুন]] ধর্ষণ [[মামলার বাদী]]"),
    # a child goes by a first name alone, though it is a word too or stands in no list
    ("warn", "victim", "শিশু [[নাঈমকে]] [[বলাৎকারের]] অভিযোগে শিক্ষক গ্রেফতার।"),
    ("warn", "victim", "প্রতিবন্ধী কিশোরী [[আঁখিকে]] [[ধর্ষণের]] অভিযোগে যুবক গ্রেফতার।"),
    ("block", "victim", "[[ধর্ষণের শিকার]] শিশু [[আঁখি]] (৯) এখন হাসপাতালে।"),
    # a child is told of by the sentence before too; who was freed is a victim, not accused
    ("warn", "victim", "বাবা [[লিজা খাতুনের]] (১৩) [[বিয়ের আয়োজন]] করেছিলেন।"),
    ("warn", "victim", "আটক: করিম মিয়া (৩০), উদ্ধার শিশু [[রাকিব হাসান]] (৮)"),
    ("warn", "child-accused", "তিনজনকে [[গ্রেফতার]] করেছে পুলিশ। তাদের একজন [[সাকিব আহমেদ]] (১৬)।"),
    ("warn", "pupil", "[[দশম শ্রেণির রোল ৩৩]] এবারও [[ফেল করেছে]]"),
    # whose vehicle it is
    ("warn", "plate", "[[ঢাকা মেট্রো-গ ১২-৩৪৫৬]] গাড়ির মালিক রফিকুল ইসলাম, বাসা খিলক্ষেত।"),
    ("warn", "plate", "The car [[Dhaka Metro-Ga 12-3456]] belongs to Mr. Kamrul Hasan of Banani."),
    ("warn", "plate", "Oi gari [[Dhaka Metro-Cha 12-3456]], malik Rashed Khan."),
    ("advise", "plate", "চুরি যাওয়া [[ঢাকা মেট্রো-ল ১২-৩৪৫৬]] উদ্ধার করে মালিক করিম মিয়াকে ফেরত দেওয়া হলো"),
    ("advise", "plate", "[[ঢাকা মেট্রো-ব ১২-৩৪৫৬]] বাসের মালিককে নোটিশ দিয়েছেন সহকারী পরিচালক মোঃ রেজাউল করিম"),
    ("advise", "plate", "[[ঢাকা মেট্রো-গ ১২-৩৪৫৬]] রেকারে আনা হয়েছে, মালিক রফিকুল ইসলাম কাগজ নিয়ে আসুন"),
    ("advise", "plate", "[[Dhaka Metro-Ga 12-3456]] was towed; its owner Kamrul Hasan may fetch it"),
    # a marked name is whole, and hers, not her father's
    (
        "warn",
        "victim",
        "দক্ষিণপাড়ার আব্দুর রশিদের মেয়ে [[সুমাইয়া]] গত রাতে দুই যুবকের হাতে [[ধর্ষণের শিকার]] হয়েছে",
    ),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[আব্দুর রশিদ]]"),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[আব্দুস রউফ]]"),
    ("block", "victim", "[[ধর্ষণের শিকার]] [[জনাব কবির হোসেন]]"),
    # the reader's own number, whatever office rings him up
    ("block", "mobile", "থানা থেকে আপনার মোবাইল [[০১৭১৬৮৮৯৯০০]] নম্বরে যোগাযোগ করা হবে।"),
    ("block", "mobile", "কন্ট্রোল রুম থেকে আপনার [[০১৭১৬-৮৮৯৯০০]] নম্বরে কল করা হয়েছিল, ধরেননি।"),
    ("block", "mobile", "আমাদের অফিস থেকে আপনার নম্বরে [[০১৭১৬৮৮৯৯০০]] ফোন করা হয়েছিল।"),
    ("block", "mobile", "হাসপাতাল থেকে আপনাকে [[০১৭১৬৮৮৯৯০০]] নম্বরে ফোন দেওয়া হবে।"),
    ("block", "mobile", "Our hotline team called your number [[01716-889900]] twice."),
    ("block", "mobile", "Apnar number [[01716889900]] e thana theke call dibe."),
    ("advise", "mobile", "আপনার অভিযোগ জানাতে [[০১৭১২৩৪৫৬৭৮]]"),
    ("advise", "mobile", "For your complaint call [[01712345678]]"),
    ("advise", "mobile", "আপনার মোবাইলে [[০১৭১২৩৪৫৬৭৮]] নম্বর থেকে কল যাবে"),
    ("advise", "mobile", "আপনার মোবাইল নম্বর [[০১৭১২৩৪৫৬৭৮]] নম্বরে পাঠান"),
    ("advise", "mobile", "আপনাকে [[০১৭১২৩৪৫৬৭৮]] নম্বরে ফোন করতে হবে।"),
    # his of whom one speaks, and somebody's who is held up to shame
    ("block", "mobile", "এই লোক ভুয়া পেজ চালায়। নাম মাসুদ, মোবাইল [[০১৭৫৫১১২২৩৩]]। সবাই ফোন দিয়ে জিজ্ঞেস করুন।"),
    ("block", "mobile", "খেলাপি গ্রাহক মোতালেব হোসেন, পাঠানটুলী। তাঁর নম্বর [[০১৮৮৮৯৯০০১১]]।"),
    ("block", "mobile", "মাসুদ রানা, ফোন [[০১৬৭৪৫৫৬৬৭৭]]। চিনে রাখুন।"),
    ("block", "mobile", "He posted lies about us. His number is [[01911667788]]. Call him."),
    ("advise", "mobile", "প্রতারক চক্র [[০১৭১২৩৪৫৬৭৮]] নম্বর থেকে টাকা চাইছে, সতর্ক থাকুন।"),
    # a link that opens a chat tells its number; one of another country is somebody's too
    ("block", "mobile", "ভাতাভোগী করিম মিয়ার নম্বর https://wa.me/[[8801712345678]]"),
    ("block", "mobile", "রোগীর নম্বর https://api.whatsapp.com/send?phone=[[8801712345678]]&text=salam"),
    ("advise", "mobile", "যোগাযোগ: wa.me/[[8801712345678]]"),
    ("block", "mobile", "ভাতাভোগী করিম মিয়ার মোবাইল [[+966501234567]]"),
    ("block", "mobile", "সৌদি প্রবাসী করিম মিয়ার মোবাইল [[+966 50 123 4567]], পরিবারকে জানান"),
    ("block", "mobile", "বয়স্ক ভাতা: মফিজ উদ্দিনের নগদ নম্বর [[০১৬৭০৮৮৩১২৫]], টাকা যায়নি"),
    ("block", "mobile", "Jorina Khatun er bKash [[01845-110963]], SMS na paile janaben"),
    ("block", "mobile", "Karim Mia's phone [[01845-110963]] is off"),
    ("advise", "mobile", "যোগাযোগ: মফিজ উদ্দিনের মোবাইল [[০১৬৭০৮৮৩১২৫]]"),  # he is to be called
    ("advise", "mobile", "মফিজ উদ্দিনের মোবাইল [[০১৬৭০৮৮৩১২৫]] নম্বরে যোগাযোগ করুন"),
    ("advise", "mobile", "টিকাদান কর্মী শিউলি আক্তারের ফোন [[০১৯১২৩৪৫৬৭৮]], শিশুকে নিয়ে আসুন"),
    ("advise", "mobile", "ঠিকাদার আবুল হোসেনের মোবাইল [[০১৭১২৩৪৫৬৭৮]]"),
    ("advise", "mobile", "Shar dealer Abul Hossain er mobile [[01712345678]]"),
    ("advise", "mobile", "মফিজ উদ্দিন ভাতা পাবেন, নগদ নম্বর [[০১৬৭০৮৮৩১২৫]]"),  # nobody says whose
    ("block", "mobile", "ঘর হারানো চাচার ব্যক্তিগত বিকাশ [[০১৩০৯-৭৭২৫৪৬]]। ইউএনও অফিস থেকে শেয়ার করা হলো"),
    ("block", "mobile", "রকেট [[০১৯৪৮৩৩৬১২০]] হিসাবে উপবৃত্তি চলে গেছে"),
    ("block", "mobile", "Bhata [[01845-110963]] e pathano hoyeche"),
    ("block", "mobile", "We called you on [[01971-538206]] about your gas line"),
    ("warn", "email", "পাসওয়ার্ড রিসেট লিংক [[sabrina.mou97@gmail.com]] ঠিকানায় পাঠানো হয়েছে"),
    ("warn", "email", "Certificate mail kora hoise [[jahangir.rana88@gmail.com]], dekhe niben"),
    ("advise", "mobile", "টাকা [[০১৭১২৩৪৫৬৭৮]] নম্বরে পাঠানো হয়েছে বলে যে মেসেজ আসছে তা ভুয়া"),
    ("advise", "mobile", "রহিমা খাতুনের নম্বর [[০১৭১২৩৪৫৬৭৮]] থেকে কল এলে ধরবেন না"),
    ("warn", "email", "আপনার মেইল [[arman.kb97@gmail.com]] দেখে নিন"),
    ("advise", "email", "আবেদন [[sabrina.mou97@gmail.com]] ঠিকানায় পাঠাতে হবে"),
    ("advise", "mobile", "এই লোকটিকে চিনলে যোগাযোগ করুন: [[০১৭১২৩৪৫৬৭৮]]"),
    ("advise", "mobile", "নিখোঁজ: এই ব্যক্তির খোঁজ পেলে মোবাইল [[০১৭১২৩৪৫৬৭৮]]"),
]

# beside the name of a paper: telephones with their area's code, stretches of days and hours, a memo's number, an example
NO_PAPERS = [
    "ভাতার জন্য জাতীয় পরিচয়পত্রের ফটোকপি লাগবে। বিস্তারিত: ০৭২১-৭৭৬৫৪৩",
    "জাতীয় পরিচয়পত্রের তথ্য জানতে টেলিফোন ০৭২১-৭৭৬৫৪৩",
    "এনআইডি উইং, আগারগাঁও, ঢাকা, ০২-৫৫০০৭৬০০",
    "এনআইডি উইং: +৮৮-০২-২২৩৩৮৫৫৬৬",
    "টিআইএন সেবা কেন্দ্র ০২-২২২২১৭৭৭১২",
    "স্মার্ট জাতীয় পরিচয়পত্র বিতরণ ১০-১২/০১/২০২৬ তারিখ সকাল ৯টা থেকে।",
    "স্মার্ট জাতীয় পরিচয়পত্র বিতরণ: ১০.০১.২৬-১৫.০১.২৬",
    "এনআইডি কার্ড বিতরণ ২৫-৩০/১২/২০২৫, ২৬-৩১/১২/২০২৫",
    "এনআইডি বিতরণ সময়সূচি ১০.০০-১২.৩০ ০১.০০-০৪.৩০",
    "জাতীয় পরিচয়পত্র ফি নির্ধারণ। নং- ১৭.০০.০০০০.০২৬.৩২.০১৫.২৫-১২৩",
    "যেমন: NID 12345678 01-01-1990 লিখে ১০৫ নম্বরে পাঠান",
    "ব্যাংক হিসাব সংক্রান্ত মেলা ১০-১২/০১/২০২৬",
]
PAPERS = [
    "করিম মিয়ার এনআইডি [[731 409 8265]]",
    "রহিমার এনআইডি [[7314-098-265]]",
    "রহিমার জাতীয় পরিচয়পত্র নম্বর [[০১১৬৭১২৩৪৫৬৭৮]]",  # an older one, of the district ০১
    "ভোটার করিম, NID: [[1234567890]], জন্ম 01-01-1990",
]


@pytest.mark.parametrize("text", [*NO_PAPERS, *PAPERS])
def test_what_stands_beside_a_papers_name_is_not_always_its_number(ruleset: Ruleset, text: str) -> None:
    asked = example(normalise(text), 1)
    told = [it for it in findings(ruleset, asked.text) if it.check in ("personal/nid", "personal/tin", "personal/bank")]
    assert [span for it in told for span in it.spans] == list(asked.marked)


CLEAR = [
    "অষ্টম শ্রেণির ছাত্র রাকিব হাসান মানব পাচার বিষয়ে দেয়ালিকায় লিখেছে।",
    "Rakib (11), a class five pupil, drew a poster against child traffickers.",
    "প্রশিক্ষণের নাম: হাঁস-মুরগি পালন\nস্থান: উপজেলা পরিষদ মিলনায়তন\nআবেদনের শেষ তারিখ: ১০ ডিসেম্বর\nমোবাইল: ০১৭১১২২৩৩৪৪",
    "তথ্য প্রদানকারী কর্মকর্তা\nনাম: মোঃ আব্দুল করিম\nমোবাইল: ০১৭১১২২৩৩৪৪",
    "উপজেলা কৃষি অফিস, নীলকান্দি\nঅফিস প্রধানের নাম: মোঃ আব্দুল করিম\nফোন: ০১৭১১২২৩৩৪৪\nইমেইল: nilkandi@dae.gov.bd",
    "ইউনিয়ন ভূমি অফিসসমূহের মোবাইল নম্বর\nচরপাড়া: মোঃ আব্দুল করিম ০১৭১১২২৩৩৪৪\nনীলকান্দি: মোঃ জামাল মিয়া ০১৭১১২২৩৩৪৫",
    "জরুরি যোগাযোগ\nকন্ট্রোল রুম ০১৭১১২২৩৩৪৪\nফায়ার সার্ভিস ০১৭১১২২৩৩৪৫",
    "ঘূর্ণিঝড় নিয়ন্ত্রণ কক্ষ\nমোঃ রফিকুল ইসলাম ০১৭১১২২৩৩৪৪\nমোঃ শফিক মিয়া ০১৭১১২২৩৩৪৫",
    "উপজেলা কৃষি অফিস, নীলকান্দি\nদায়িত্বপ্রাপ্ত কর্মকর্তাদের তালিকা\nমোঃ রফিকুল ইসলাম ০১৭১১২২৩৩৪৪\nমোঃ শফিক মিয়া ০১৭১১২২৩৩৪৫",
    "মোঃ রহিম উদ্দিন, উপজেলা কৃষি অফিস, ০১৭১১২২৩৩৪৪",
    "নাম: মোঃ রহিম উদ্দিন\nপদবি: উপজেলা কৃষি কর্মকর্তা\nমোবাইল: ০১৭১১২২৩৩৪৪",
    "ভিকটিমের স্বামী জুয়েল রানা গ্রেফতার",
    "ভিকটিমকে উদ্ধার, আটক জুয়েল রানা",
    "কিশোর গ্যাংয়ের সদস্য নাহিদকে ছুরিসহ আটক করেছে পুলিশ",
    "ভুয়া ডাক্তার পরিচয়ে রোগী দেখায় রুহুল আমিনকে এক বছরের জেল ও জরিমানা",
    "সিভিল সার্জন ডা. করিম উদ্দিন রোগী দেখেন",
    "অভিযোগকারীর নাম প্রকাশ করে না দুদক। নির্ভয়ে জানান।",
    "ধর্ষণের শিকার নারীর নাম-পরিচয় প্রকাশ করে সংবাদ ছাপানো নিষেধ।",
    "যাদের জন্ম ০১/০১/২০০৭ এর আগে তারা ভোটার হবেন। খসড়া তালিকা প্রকাশ করে আপত্তি নেওয়া হবে।",
    "ডেঙ্গু আক্রান্তের হার নিয়ে প্রতিবেদন প্রকাশ করে স্বাস্থ্য অধিদপ্তর।",
    "শহীদ আবু সাঈদের জন্ম ১০ ডিসেম্বর ২০০১, রংপুরের পীরগঞ্জে",
    "সংগীতশিল্পী সাবিনা ইয়াসমিনের জন্ম ৪ সেপ্টেম্বর ১৯৫৪",
    "বিদ্যুৎ থাকবে না: গ্রাম: চরপাড়া, ইউনিয়ন: রাজাপুর, ওয়ার্ড ৩, শুক্রবার সকাল ৮টা থেকে",
    "ওয়ার্ড নং ৩, গ্রাম: চরপাড়া রাস্তার কাজ শুরু হয়েছে",
    "উপজেলা কৃষি অফিস, নীলকান্দি: https://wa.me/8801712345678",
    "বাংলাদেশ দূতাবাসের মোবাইল +966501234567",
    "সহকারী কমিশনার মফিজ উদ্দিনের মোবাইল ০১৬৭০৮৮৩১২৫",
    "উপজেলা কৃষি অফিসের ০১৮৪৫-১১০৯৬৩ নম্বরে তালিকা পাঠানো হয়েছে",
    "উপজেলা কৃষি অফিস\nপদ\tমোবাইল\nউপজেলা কৃষি কর্মকর্তা\t1712345678\nঅফিস সহকারী\t1812345679",
]


@pytest.mark.parametrize("text", CLEAR)
def test_near_misses_are_clear(ruleset: Ruleset, text: str) -> None:
    assert findings(ruleset, text) == []


@pytest.mark.parametrize("level, kind, text", SEVERITIES)
def test_severity_and_place(ruleset: Ruleset, level: str, kind: str, text: str) -> None:
    marked = example(text, 0)
    told = answer(ruleset, marked.text)
    assert [(finding.severity.word, finding.check) for finding in told.findings] == [(level, f"personal/{kind}")]
    (finding,) = told.findings
    assert sorted(told.posting.offsets.span(*span) for span in finding.spans) == sorted(marked.marked)
    assert finding.clause == "6.ga" and "{match}" not in "".join(finding.message)


def test_a_vehicle_whose_owner_has_no_name_hides_nothing_beside_it(ruleset: Ruleset) -> None:
    told = findings(ruleset, "ভাতাভোগীর গাড়ি ঢাকা মেট্রো-গ ১২-৩৪৫৬, মোবাইল ০১৭১২৩৪৫৬৭৮")
    assert {it.check: it.severity.word for it in told} == {"personal/plate": "warn", "personal/mobile": "block"}


@pytest.mark.parametrize("level, kind, text", SEVERITIES)
def test_on_an_own_account_the_law_is_cited(ruleset: Ruleset, level: str, kind: str, text: str) -> None:
    (finding,) = findings(ruleset, example(text, 0).text, account={"kind": "employee"})
    assert (finding.clause, finding.severity.word) == ("8", "warn")


@pytest.mark.parametrize("level, kind, text", SEVERITIES)
def test_an_assumed_account_is_never_blocked(ruleset: Ruleset, level: str, kind: str, text: str) -> None:
    (finding,) = findings(ruleset, example(text, 0).text, account={"kind": "unknown"})
    assert finding.severity.word == ("advise" if level == "advise" else "warn")


def test_what_stands_beside_a_sure_one_belongs_to_the_same_person(ruleset: Ruleset) -> None:
    told = findings(ruleset, "NID 7314098265, জন্ম তারিখ 03/11/1988, মোবাইল ০১৭১২৩৪৫৬৭৮")
    assert {(finding.check, finding.severity.word) for finding in told} == {
        ("personal/nid", "block"),
        ("personal/birth-date", "block"),
        ("personal/mobile", "block"),
    }


@pytest.mark.parametrize(
    "text, level",
    [
        ("অভিযোগ দিয়েছেন জসিম উদ্দিন, মোবাইল ০১৭১২-৩৪৫৬৭৮", "warn"),
        ("Rahima Begum (01712-345678) complained that the chairman took a bribe.", "warn"),
        ("রহিমা বেগম (০১৭১২-৩৪৫৬৭৮) চেয়ারম্যানের বিরুদ্ধে অভিযোগ করেছেন।", "warn"),
        ("অভিযোগ করেছেন জসিম উদ্দিন। যোগাযোগ: ০১৭১২-৩৪৫৬৭৮", "advise"),
        ("০১৭১২-৩৪৫৬৭৮ নম্বর থেকে ফোনে জানা গেল, অভিযোগ দিয়েছেন জসিম উদ্দিন", "advise"),
    ],
)
def test_a_number_right_behind_a_complainant_is_warned_of_too(ruleset: Ruleset, text: str, level: str) -> None:
    told = {finding.check: finding.severity.word for finding in findings(ruleset, text)}
    assert told == {"personal/complainant": "warn", "personal/mobile": level}


OFFICERS = """
তথ্য প্রদানকারী কর্মকর্তা: মোছাঃ ফাতেমা বেগম, সহকারী প্রোগ্রামার। ফোন: ০২-৯৫৭৪৪২৫
বিকল্প তথ্য প্রদানকারী কর্মকর্তা: জনাব রফিকুল ইসলাম, ফোন: ০২-৯৫৭৪৪২৫
তথ্য দেবেন যে কর্মকর্তা: মোছাঃ ফাতেমা বেগম, সহকারী প্রোগ্রামার। ফোন: ০২-৯৫৭৪৪২৫
""".strip().splitlines()
INFORMERS = """
তথ্য দিয়েছেন রফিকুল ইসলাম, ফোন: ০২-৯৫৭৪৪২৫
তথ্য প্রদানকারী: রফিকুল ইসলাম, ফোন: ০২-৯৫৭৪৪২৫
মাদকের তথ্যটা ওসি জনাব করিম উদ্দিনকে দেন পাশের বাড়ির এক গৃহবধূ, ফোন করে।
""".strip().splitlines()


def test_an_information_officer_is_no_complainant(ruleset: Ruleset) -> None:
    assert not [text for text in OFFICERS if findings(ruleset, text)]
    assert all(findings(ruleset, text) for text in INFORMERS)


@pytest.mark.parametrize(
    "text, masked",
    [
        ("যোগাযোগ ০১৭১২-৩৪৫৬৭৮", "০১৭১২-•••৬৭৮"),
        ("যোগাযোগ +880 1712 345 678", "+880 1712 ••• 678"),
        ("এনআইডি ৭৩১৪০৯৮২৬৫", "•••••••২৬৫"),
        ("জন্ম তারিখ ০৩/১১/১৯৮৮", "••/••/••••"),
        ("মেইল rahim@gmail.com", "•••@gmail.com"),
        ("পাসপোর্ট BX0123456", "BX••••456"),
    ],
)
def test_a_single_one_is_masked(ruleset: Ruleset, text: str, masked: str) -> None:
    (finding,) = findings(ruleset, text)
    assert finding.replacements == (masked,)
    left = findings(ruleset, text.replace(answer(ruleset, text).as_json()["findings"][0]["match"], masked))
    assert not left, "what is masked is not told again"


@pytest.mark.parametrize(
    "text, hides",
    [
        ("আবেদন করতে ০১৭১২৩৪৫৬৭৮ নম্বরে ফোন করুন।", False),
        ("সদস্য হতে যোগাযোগ করুন: ০১৭১২৩৪৫৬৭৮", False),
        ("টাকা দিতে বিকাশ করুন ০১৭১২৩৪৫৬৭৮", False),
        ("abedon korte 01712345678 number e call korun", False),
        ("To join, please call 01712345678.", False),
        ("আগ্রহীরা rahim@gmail.com ঠিকানায় যোগাযোগ করুন।", False),
        ("আবেদনকারী রহিম, মোবাইল ০১৭১২৩৪৫৬৭৮। জানতে হলে ফোন করুন।", True),
        ("আবেদনকারী রহিম, ০১৭১২৩৪৫৬৭৮ নম্বরে টাকা পাঠানো হয়েছে।", True),
        ("এনআইডি ৭৩১৪০৯৮২৬৫, আগে অফিসে যোগাযোগ করুন।", True),
    ],
)
def test_nobody_is_asked_to_call_a_masked_number(ruleset: Ruleset, text: str, hides: bool) -> None:
    found = findings(ruleset, text)
    assert found and [bool(finding.replacements) for finding in found] == [hides]


def test_a_number_told_in_words_cannot_be_masked(ruleset: Ruleset) -> None:
    (finding,) = findings(ruleset, "ফোন শূন্য এক সাত এক দুই তিন চার পাঁচ ছয় সাত আট")
    assert finding.check == "personal/mobile" and not finding.replacements


LISTS = [
    ("warn", 2, "উপজেলা প্রশাসন, নীলকান্দি\nজরিনা বেগম ০১৭১১২২৩৩৪৪\nআছিয়া বেওয়া ০১৮১১২২৩৩৪৪"),
    (
        "warn",
        2,
        "সমাজসেবা কার্যালয়\nবয়স্ক ভাতা প্রাপ্তদের তালিকা\n১) মোছাঃ জরিনা বেগম, মোবাইল ০১৭১১২২৩৩৪৪\n২) মোঃ হাসেম আলী, মোবাইল ০১৭১১২২৩৩৪৫",
    ),
    (
        "warn",
        2,
        "Nilkandi Upazila Administration\nSewing machines given to:\n1. Zarina Begum 01711223344\n2. Asia Bewa 01811223344",
    ),
    ("block", 3, "ভাতাভোগীদের তালিকা\n১. করিম মিয়া ০১৭১২৩৪৫৬৭৮\n২. রহিমা খাতুন ০১৮১২৩৪৫৬৭৮\n৩. সাদিয়া ০১৯১২৩৪৫৬৭৮"),
    ("block", 2, "নাম\tএনআইডি\tমোবাইল\nকরিম মিয়া\t৭৩১৪০৯৮২৬৫\t০১৭১২৩৪৫৬৭৮\nরহিমা খাতুন\t৭৩১৪০৯৮২৬৬\t০১৮১২৩৪৫৬৭৮"),
    ("block", 2, "নাম | এনআইডি\nকরিম | ১৯৯০২৬৯২৫০৩০০০১২৩\nজামাল | ১৯৯১২৬৯২৫০৩০০০১২৪"),
    ("block", 2, "ভাতাভোগীর তালিকা\nনাম\tমোবাইল\nকরিম মিয়া\t০১৭১২৩৪৫৬৭৮\nরহিমা খাতুন\t০১৮১২৩৪৫৬৭৯"),
    ("block", 2, "ভাতাভোগীর তালিকা\n\nনাম মোবাইল\nকরিম মিয়া ০১৭১২৩৪৫৬৭৮\nরহিমা খাতুন ০১৮১২৩৪৫৬৭৯"),
    ("warn", 2, "ভাতাভোগীর তালিকা\n\nআজকের সভায় আসেন\nকরিম মিয়া\t০১৭১২৩৪৫৬৭৮\nরহিমা খাতুন\t০১৮১২৩৪৫৬৭৯"),
    # a sheet drops a number's first 0
    ("block", 2, "ভাতাভোগীর তালিকা\nনাম\tমোবাইল\nকরিম মিয়া\t1712345678\nরহিমা খাতুন\t1812345679"),
    ("block", 2, "নাম | এনআইডি | মোবাইল\nকরিম মিয়া | ৭৩১৪০৯৮২৬৫ | 1712345678\nরহিমা খাতুন | ৭৩১৪০৯৮২৬৬ | 1812345679"),
    ("block", 30, "নাম\tএনআইডি\n" + "\n".join(f"করিম মিয়া\t73140982{row}" for row in range(10, 40))),
    ("block", 30, "নাম এনআইডি\n" + "\n".join(f"করিম মিয়া 73140982{row}" for row in range(10, 40))),
    ("warn", 2, "করিম মিয়া ০১৭১২৩৪৫৬৭৮, ০১৯১২৩৪৫৬৭৮\nরহিমা খাতুন ০১৮১২৩৪৫৬৭৯, ০১৬১২৩৪৫৬৭৮"),
    ("warn", 2, "যাঁরা পাননি\nমোঃ করিম মিয়া ০১৭১২৩৪৫৬৭৮\nমোঃ জামাল মিয়া ০১৮১২৩৪৫৬৭৮"),
    ("advise", 2, "০১৭১২৩৪৫৬৭৮\n০১৮১২৩৪৫৬৭৮"),
    ("warn", 3, "বিধবা ভাতা\n১. মালেকা, স্বামী মৃত নুরু, গ্রাম চরপাড়া\n২. ফজিলা, স্বামী মৃত ছমির, গ্রাম চরপাড়া\n৩. রমা, পিতা হরি, গ্রাম চরপাড়া"),
]


@pytest.mark.parametrize("level, rows, text", LISTS)
def test_a_list_of_people_is_one_finding(ruleset: Ruleset, level: str, rows: int, text: str) -> None:
    (finding,) = findings(ruleset, text)
    assert (finding.check, finding.severity.word) == ("personal/list", level)
    assert f"{rows} rows" in finding.message.en and f"{rows}টি" not in finding.message.bn
    assert len(finding.spans) >= rows and not finding.replacements


def test_of_one_line_the_numbers_are_counted(ruleset: Ruleset) -> None:
    text = "সাদিয়া জন্মনিবন্ধন ২০১২৮৮১২৭৪৩১০৫৫৬৩, তামিম জন্মনিবন্ধন ২০১২৮৮১২৭৪৩১০৭৭২০"
    (finding,) = findings(ruleset, text)
    assert (finding.check, finding.severity.word) == ("personal/list", "block")
    assert "2 numbers" in finding.message.en and "২টি নম্বর" in finding.message.bn


def test_a_column_of_births_or_blood_groups_is_told(ruleset: Ruleset) -> None:
    text = "ভাতাভোগীর তালিকা\nনাম\tজন্ম তারিখ\tরক্তের গ্রুপ\nকরিম মিয়া\t12/05/1950\tA+\nরহিমা খাতুন\t13/06/1951\tও পজিটিভ"
    told = [finding.check.removeprefix("personal/") for finding in findings(ruleset, text)]
    assert told == ["birth-date", "blood"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "কন্ট্রোল রুমের নম্বর:\nনীলকান্দি সদর ০১৭১২৩৪৫৬৭৮\nবকুলতলী ০১৮১২৩৪৫৬৭৮",
        "ইউএনও: ০১৭১২৩৪৫৬৭৮\nওসি: ০১৮১২৩৪৫৬৭৮\nকৃষি কর্মকর্তা: ০১৯১২৩৪৫৬৭৮",
        "ফলাফল\nরোল ১২৩৪৫৬৭৮৯০ পাস\nরোল ১২৩৪৫৬৭৮৯১ পাস",
        "ভাতার আবেদনে লাগবে\n১. পিতার সনদ\n২. মাতার সনদ\n৩. গ্রামের ঠিকানা",
        "ভাতা ও ত্রাণ\n১. আসামি করিম, পিতা রহিম, গ্রাম চরপাড়া\n২. আসামি জামাল, পিতা কামাল, গ্রাম চরপাড়া\n৩. আসামি সেলিম, পিতা হালিম, গ্রাম চরপাড়া",
        "আবেদন নং ৭৮৪৫১২৩৬৯০\nআবেদন নং ৭৮৪৫১২৩৬৯১",
    ],
)
def test_a_list_of_offices_or_files_is_none(ruleset: Ruleset, text: str) -> None:
    assert not findings(ruleset, text)


@pytest.mark.parametrize(
    "text",
    [
        "ফোন +8801700710001",
        "লিখুন nilkandi2025@gmail.com",
        "হিসাব নং ৩৪১২-০০১-০০০৫৫৭",
        "রোগীর জন্য ০১৭০০ ৭১০০০১",
        "নম্বর wa.me/8801700710001",
    ],
)
def test_the_offices_own_pass(ruleset: Ruleset, text: str) -> None:
    assert findings(ruleset, text)
    assert not findings(ruleset, text, PROFILE)


def test_a_name_that_was_learned_of_is_marked_whole(ruleset: Ruleset) -> None:
    text = "মানসিক হাসপাতালে ভর্তি হলেন জনাব ফরিদ উদ্দিন। তিনি দীর্ঘদিন সিজোফ্রেনিয়ায় ভুগছেন।"
    (told,) = answer(ruleset, text).as_json()["findings"]
    assert told["source"].startswith("learned/") and "জনাব ফরিদ উদ্দিন" in told["match"].split(" … ")


OF_ACCUSED = r"""
গ্রেফতারকৃতরা:\nরফিক মিয়া (৪৫), পিতা- কালাম
ধর্ষণ মামলার আসামি মোঃ সুজন (৩৬), পিতা- মৃত কাশেম, গ্রেফতার।
ধর্ষণ মামলার আসামি মোঃ সুজন (৩৬), পিতা- মৃত কাশেম, গ্রাম- পূর্বপাড়া, গ্রেফতার।
বাল্যবিয়ে বন্ধ: কনের বয়স ১৫ বছর হওয়ায় বরের পিতাকে ২০ হাজার টাকা জরিমানা করা হয়েছে। অভিযান পরিচালনা করেন সহকারী কমিশনার (ভূমি) জনাব নুসরাত জাহান।
বাল্যবিয়ে বন্ধ: কনের বয়স ১৫ বছর হওয়ায় বরের পিতাকে ২০ হাজার টাকা জরিমানা করা হয়। মোবাইল কোর্ট পরিচালনা করেন উপজেলা নির্বাহী অফিসার জনাব নুসরাত জাহান।
বাল্যবিয়ে বন্ধ\nকনের বয়স ১৫ বছর হওয়ায় বরের পিতাকে ২০ হাজার টাকা জরিমানা করা হয়।\nঅভিযান পরিচালনা করেন সহকারী কমিশনার (ভূমি) জনাব নুসরাত জাহান।
""".strip().splitlines()
OF_VICTIMS = """
ধর্ষণ মামলার আসামি মোঃ সুজন (৩৬) গ্রেফতার। মেয়েটির বাবা কাশেম মিয়া, বাড়ি পূর্বপাড়া।
নিহত গৃহবধূ শিউলির স্বামী আটক, লাশ মর্গে, শিউলির ভাই বাদী হয়ে মামলা করেছেন
শ্রমিক নেত্রী শাহানা বেগমকে আটকে রেখে নির্যাতন করেছে মালিকপক্ষের লোক, শিল্প পুলিশ তাকে উদ্ধার করে
Justice for Farhana Rahman, second-year student of our Botany department, who was gang-raped on Saturday. The university stands with her.
আসামি তার নিজের সৎ মেয়েকে নিপীড়ন করেছে; আসামির নাম আব্বাস আলী, ঠিকানা পশ্চিম শালিখা।
""".strip().splitlines()


@pytest.mark.parametrize("text", OF_ACCUSED)
def test_particulars_of_the_accused_and_a_magistrates_name_give_no_victim_away(ruleset: Ruleset, text: str) -> None:
    assert not findings(ruleset, text.replace("\\n", "\n"))


@pytest.mark.parametrize("text", OF_VICTIMS)
def test_hers_to_whom_it_was_done_do(ruleset: Ruleset, text: str) -> None:
    assert "personal/victim" in [finding.check for finding in findings(ruleset, text)]


def test_of_who_led_a_raid_the_name_is_not_underlined(ruleset: Ruleset) -> None:
    text = "বাল্যবিয়ে বন্ধ: কনের পিতাকে সতর্ক করা হয়, বাড়ি চরপাড়া। অভিযান পরিচালনা করেন উপজেলা নির্বাহী অফিসার জনাব নুসরাত জাহান।"
    (told,) = answer(ruleset, text).as_json()["findings"]
    assert told["check"] == "personal/victim" and "নুসরাত" not in told["match"]


UNCLEAR = [
    ("mobile", "যোগাযোগ: ০১৭১২৩৪৫৬৭৮"),
    ("email", "লেখা পাঠান rahim@gmail.com ঠিকানায়"),
    ("bank", "হিসাব নং ২১০১২৩৪৫৬৭৮৯০"),
    ("plate", "আটক গাড়ি ঢাকা মেট্রো-গ ১২-৩৪৫৬"),
    ("address", "গ্রাম: নয়াপাড়া, ডাকঘর: বকুলতলী"),
    ("list", "০১৭১২৩৪৫৬৭৮\n০১৮১২৩৪৫৬৭৮"),
]
SOMEBODYS = [
    ("mobile", "রোগীর মোবাইল ০১৭১২৩৪৫৬৭৮"),
    ("email", "আবেদনকারীর ই-মেইল rahim@gmail.com"),
    ("nid", "আপনার এনআইডি ৭৩১৪০৯৮২৬৫"),
    ("card", "4111 1111 1111 1111"),
    ("birth-date", "জন্ম তারিখ: ১২/০৫/১৯৯০"),
    ("blood", "রক্তের গ্রুপ ও পজিটিভ"),
    ("list", "মোঃ করিম মিয়া ০১৭১২৩৪৫৬৭৮\nমোঃ জামাল মিয়া ০১৮১২৩৪৫৬৭৮"),
]


@pytest.mark.parametrize("kind, text", UNCLEAR)
def test_what_may_be_the_offices_own_says_so(ruleset: Ruleset, kind: str, text: str) -> None:
    (told,) = answer(ruleset, text).as_json()["findings"]
    assert (told["check"], told["severity"], told.get("may_be_own")) == (f"personal/{kind}", "advise", True)
    (assumed,) = answer(ruleset, text, account={"kind": "unknown"}).as_json()["findings"]
    assert assumed["may_be_own"] is True
    (own_account,) = answer(ruleset, text, account={"kind": "employee"}).as_json()["findings"]
    assert "may_be_own" not in own_account, "an own account is no office's"


@pytest.mark.parametrize("kind, text", SOMEBODYS)
def test_what_is_somebodys_does_not(ruleset: Ruleset, kind: str, text: str) -> None:
    (told,) = answer(ruleset, text).as_json()["findings"]
    assert told["check"] == f"personal/{kind}" and "may_be_own" not in told


def test_a_profile_decides_the_severity(ruleset: Ruleset) -> None:
    from server.severity import Severity

    strict = Institution("demo", severities={"personal/mobile": Severity.BLOCK})
    (finding,) = findings(ruleset, "যোগাযোগ: ০১৭১২৩৪৫৬৭৮", strict)
    assert finding.severity is Severity.BLOCK


def test_reading_the_checks_costs_the_first_draft_no_time(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]

    def read_slowly() -> tuple[Check, ...]:
        clock[0] += 60
        return (CHECK,)

    monkeypatch.setattr("server.checker.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("server.checker.all_checks", read_slowly)
    told = check_draft(Draft.parse({**OFFICE, "text": "যোগাযোগ: ০১৭১২৩৪৫৬৭৮"}), ruleset)
    assert told.findings and not told.incomplete


def test_a_number_right_behind_an_owner_is_warned_of_too(ruleset: Ruleset) -> None:
    found = findings(ruleset, "ঢাকা মেট্রো-গ ১২-৩৪৫৬ গাড়িটির মালিক রফিকুল ইসলাম, বাসা খিলক্ষেত, ফোন ০১৬১২৩৪৫৬৭৮।")
    assert {(finding.check, finding.severity.name.lower()) for finding in found} == {
        ("personal/plate", "warn"),
        ("personal/mobile", "warn"),
    }


def test_who_is_looked_for_may_be_named(ruleset: Ruleset) -> None:
    text = "নিখোঁজ বিজ্ঞপ্তি: রাকিব হাসান (১২), পিতা করিম মিয়া, স্কুল থেকে বাড়ি ফেরেনি। সন্ধান পেলে থানায় জানান।"
    assert not findings(ruleset, text)


HOSTILE = [
    "1" * 60_000, "0171 " * 12_000, "1-" * 30_000, "a@" * 30_000, "o1" * 30_000, "1234567890\n" * 5_000, "victim rahim khan " * 3_500,
    "রহিম খানকে ধর্ষণের অভিযোগে " * 2_000, "ছাত্র রহিম খান বহিষ্কার " * 2_500, "raped Rahim Khan " * 3_500, "আপনার নম্বর 01712345678 " * 2_500,
    "father 1234567890 " * 3_500, "rogi md " * 8_000, "গ্রাম: " * 8_000, "blood group " * 5_000, "4111 1111 1111 1111 " * 3_000,
    "রহিমা খাতুন ধর্ষণ মামলার " * 2_300, "শিশু আঁখিকে ধর্ষণ " * 3_000, "ধর্ষণ আসামি করিম মিয়া, পিতা- " * 2_000,
    "patient id : : no no " * 3_000, "ঢাকা মেট্রো-গ " * 4_000, "01712345678 " * 5_000, "নাম: মোঃ " * 6_000, "জন্ম তারিখ " * 5_000,
    "আটক: শাওন মিয়া (১৬), পিতা- কালাম মিয়া, " * 1_500, "গ্রেফতারকৃত আসামি-\n" + "১। মোঃ শাওন (১৬)\n" * 3_000,
    "রহিমা বেগম ০১৭১২৩৪৫৬৭৮ থানায় " * 2_000, "nirjaton Rakib Hasan, 12, " * 2_300, "Rakib Hasan, 12, jake nirjaton prize " * 1_600,
    "আটক: রাকিব হাসান (১৬), উদ্ধার: সাকিব হাসান (৮), " * 1_200, "ঢাকা মেট্রো-গ ১২-৩৪৫৬ মালিক রহিম খান " * 1_500,
    "আটক করেছে। তাদের একজন রাকিব হাসান (১২)। " * 1_400, "দশম শ্রেণির রোল ৩৩ ফেল করেছে " * 2_000,
    "নাম\tমোবাইল\n" + "করিম মিয়া\t1712345678\n" * 2_500, "নাম\tজন্ম তারিখ\n" * 4_000, "\t" * 60_000, "নাম\tমোবাইল" + "\t" * 50_000,
    "মোবাইল +966501234567 " * 2_500, "wa.me/8801712345678 " * 3_000, "+1 " * 20_000,
    "ফেল করেছে " * 3_000 + "দশম শ্রেণির রোল ৩৩ " * 1_500,
]  # fmt: skip


@pytest.mark.timed
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_linear_on_hostile_drafts(ruleset: Ruleset, text: str) -> None:
    """Four times the text takes no sixteenth of what a quadratic search would: at most nine times as long."""

    def seconds(part: str) -> float:
        best = 9.0
        for _ in range(2):
            started = time.process_time()  # what else runs on the machine does not count
            assert not answer(ruleset, part).incomplete
            best = min(best, time.process_time() - started)
        return best

    assert seconds(text[: len(text) // 4 * 4]) < 9 * seconds(text[: len(text) // 4]) + 0.05


NOTHING_OF_IT = """
মুদ্রার অন্য পিঠও আছে ভাই: সেদিন একজন ডেস্কে ছিলেন। তাই দেরিটা আমাদের।
ব্রিজ ভেঙে পড়েছে বলে যে পোস্ট দেখেছেন, ওটা পুরোনো ছবি। আমাদের ব্রিজ ঠিক আছে।
এইমাত্র বদলির তালিকাটা হাতে পেলাম, ছবিতে দেখে নিন কে কোথায় যাচ্ছেন।
তোমার হাত ধরে পার করে দিলাম কুড়িটি বছর। ভালোবাসি তোমায়।
Chairman shaheb taka niye rasta korse, eta shobai jane.
Grandmother's pitha won all our hearts again this year.
Mr. Rahim at the desk knows every rule by heart. Ask him, he is the one with the cap.
খাল পরিষ্কারে নিজের নৌকা দিয়েছেন জেলে সুধীর জলদাস, মাইক দিয়েছেন মোঃ পারভেজ।
হাসপাতালের বাগান সাজিয়েছেন মালী যতীন বাবু, গাছ দিয়েছেন মোঃ শরিফ উদ্দিন।
""".strip().splitlines()


@pytest.mark.parametrize("text", NOTHING_OF_IT)
def test_without_a_word_of_the_matter_learned_evidence_tells_nobody(ruleset: Ruleset, text: str) -> None:
    assert not findings(ruleset, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("patient", "পশ্চিমপাড়ার মসজিদের ইমামের ছোট মেয়ের যক্ষ্মা, আজ থেকে চিকিৎসা শুরু।"),
        (
            "patient",
            "The barber opposite the post office has leprosy, but touching him is safe, says our field worker.",
        ),
        ("complainant", "মাদকের খবরটা আমাদের দিয়েছিলেন রেলগেটের পান দোকানদার জসিম, তাঁকে ধন্যবাদ।"),
        ("victim", "Shapla Rani of Purulia union, who was sold to a brothel in Mumbai, came home today."),
    ],
)
def test_with_such_a_word_it_does(ruleset: Ruleset, kind: str, text: str) -> None:
    assert f"personal/{kind}" in [finding.check for finding in findings(ruleset, text)]


# of whom a post may tell, by its text and the words at which learned evidence found a person
ALLOWED = [
    ("করিম মিয়ার মৃত্যুতে আমরা শোকাহত", "", {"patient", "complainant"}),
    ("করিম মিয়া অসুস্থ", "", set()),
    ("মেডিকেল ক্যাম্পে তিনজনের যক্ষ্মা ধরা পড়েছে", "যক্ষ্মা", {"patient"}),
    ("মেডিকেল ক্যাম্পে রহিমা খাতুনের যক্ষ্মা ধরা পড়েছে", "যক্ষ্মা", set()),
    ("নিখোঁজ বিজ্ঞপ্তি: করিম মিয়া বাড়ি ফেরেননি", "", {"victim"}),
    ("নিখোঁজ বিজ্ঞপ্তি: ধর্ষণের শিকার করিম মিয়া বাড়ি ফেরেননি", "", set()),
    ("মেয়েটির বিয়ে বন্ধ হয়েছে, তার নাম প্রকাশ করা হলো না", "", {"patient", "complainant", "victim"}),
    ("রহিমা খাতুনের বিয়ে বন্ধ হয়েছে, তার বাবার নাম প্রকাশ করা হলো না", "", set()),
    ("অভিযোগ জানাতে হটলাইন খোলা", "", {"complainant"}),
    ("অভিযোগ জানাতে ৩৩৩", "", {"complainant"}),
    ("হটলাইনে অভিযোগ করেছেন রহিমা খাতুন", "", set()),
]


@pytest.mark.parametrize("text, at, kinds", ALLOWED)
def test_of_whom_a_post_may_tell(ruleset: Ruleset, text: str, at: str, kinds: set[str]) -> None:
    posting = Posting(Draft.parse({**OFFICE, "text": text}), ruleset, None)
    start = posting.normal.index(normalise(at))
    matches = [SimpleNamespace(spans=[(start, start + len(normalise(at)))])] if at else []
    assert identifiers._allowed(posting, matches) == kinds


@pytest.mark.parametrize("account", ["institution", "employee"])
@pytest.mark.parametrize(
    "text, kind, level, message",
    [
        ("রোগী রহিমা খাতুনের যক্ষ্মা ধরা পড়েছে", "victim", Severity.WARN, "its own"),
        ("রোগী রহিমা খাতুনের যক্ষ্মা ধরা পড়েছে", "patient", Severity.ADVISE, MESSAGES["patient"].en),  # another's matter
        ("সভা হয়েছে আজ সকালে", "victim", Severity.ADVISE, "its own"),  # no word of such a case
    ],
)
def test_what_a_table_says_is_advice_where_the_text_is_not_plain(
    ruleset: Ruleset, account: str, text: str, kind: str, level: Severity, message: str
) -> None:
    posting = Posting(Draft.parse({"account": {"kind": account}, "text": text}), ruleset, None)
    table, term = SimpleNamespace(id="victim"), SimpleNamespace(source="s")
    match = SimpleNamespace(
        word_list=table, term=term, severity=Severity.WARN, message=Bilingual("নিজের", "its own"),
        how=LEARNED, eased="", spans=((0, 4),),
    )  # fmt: skip
    found = identifiers._of_wording(posting, kind, match)
    assert (found.severity, found.message.en, found.cap) == (level, message, Severity.WARN)


SICK = "রোগী ভর্তি। "
PLAIN = [
    # a text, of whom, whether the table's sum is sure, whether that person is plainly told of
    ("রোগী রহিমা খাতুনের যক্ষ্মা ধরা পড়েছে", "victim", False, True),
    ("ধর্ষণের ঘটনায় মামলা হয়েছে", "victim", False, False),
    ("ধর্ষণের ঘটনায় মামলা হয়েছে", "victim", True, True),
    ("মাদক থেকে দূরে থাকুন", "victim", True, True),
    ("মাদক থেকে দূরে থাকুন", "patient", True, False),  # said to all
    ("সে মাদক ছেড়েছে", "patient", True, True),
    ("রহিমা খাতুন মাদক ছেড়েছেন", "patient", True, True),
    ("রহিমা খাতুন মাদক ছেড়েছেন", "patient", False, False),
    (SICK + "সভা হয়েছে। " * 10, "patient", False, True),
    (SICK + "সভা হয়েছে। " * 40, "patient", False, False),  # the word stands far from it
]


@pytest.mark.parametrize("text, kind, is_sure, plain", PLAIN, ids=range(len(PLAIN)))
def test_who_is_plainly_told_of(
    ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch, text: str, kind: str, is_sure: bool, plain: bool
) -> None:
    monkeypatch.setattr(Posting, "is_sure", lambda *_: is_sure)
    posting = Posting(Draft.parse({**OFFICE, "text": text}), ruleset, None)
    assert identifiers._is_plain(posting, kind, [(len(posting.normal) - 4, len(posting.normal))]) is plain


@pytest.mark.parametrize(
    "text, officers",
    [
        ("বিকল্প তথ্য কর্মকর্তা ফাতেমা বেগমকে জানিয়েছেন রহিমা খাতুন", True),
        ("ইউএনওর নাম: মোঃ করিম উদ্দিন", True),
        ("ওসি: মোঃ করিম উদ্দিন, জানিয়েছেন রহিমা খাতুন", False),
        ("ওসি করিম উদ্দিনকে জানানো হয়েছে", False),
        ("সভা হয়েছে", False),
    ],
)
def test_lines_of_officers_alone(ruleset: Ruleset, text: str, officers: bool) -> None:
    around = Posting(Draft.parse({"text": text}), ruleset, None).around
    match = SimpleNamespace(spans=((0, len(around.normal)),))
    assert identifiers._is_of_officers(around, match) is officers


@pytest.mark.parametrize("written", ["nilkandi2025@gmail.com", "nilkandi2025 @ gmail.com", "Nilkandi2025@ gmail.com"])
def test_an_offices_own_address_is_its_own_however_it_is_spaced(ruleset: Ruleset, written: str) -> None:
    assert findings(ruleset, f"লিখুন {written} ঠিকানায়") and not findings(ruleset, f"লিখুন {written} ঠিকানায়", PROFILE)


WISHED = """
আমাদের সহকর্মী জনাব আনোয়ার হোসেন সড়ক দুর্ঘটনায় আহত হয়ে চিকিৎসাধীন। সবাই তাঁর সুস্থতা কামনা করি।
অফিস সহায়ক জনাব রতন মিয়া অসুস্থ হয়ে হাসপাতালে ভর্তি। তাঁর দ্রুত আরোগ্য কামনা করি।
দুর্ঘটনায় আহত আমাদের সহকর্মী হালিমা বেগমের দ্রুত সুস্থতার জন্য দোয়া চাই।
We mourn the death of our driver Abdul Jalil in a road accident. He leaves behind a wife and two daughters.
""".strip().splitlines()
NAMED = """
আমাদের নাজির জনাব ফরিদ উদ্দিন সিজোফ্রেনিয়ায় ভুগছেন, তাঁর আরোগ্য কামনা করি।
Get well soon to our accountant Mr. Nazrul Islam, who is in hospital after a miscarriage.
""".strip().splitlines()


def test_an_office_wishes_its_own_people_well_and_names_no_illness(ruleset: Ruleset) -> None:
    assert not [text for text in WISHED if findings(ruleset, text)]
    assert all(findings(ruleset, text) for text in NAMED)


# Of whom it is is not told, and said so; near misses name her, or somebody of hers.
WITHHELD = [
    "গত রাতে এক কিশোরীর বাল্যবিবাহ বন্ধ করেছে উপজেলা প্রশাসন। তার নাম প্রকাশ করা হলো না। সে আগামী বছর এসএসসি দেবে।",
    "The UNO stopped the marriage of a girl of 15 in one of our villages on Friday. Her name and school are withheld. She goes on with her class.",
    "Kal rate ek kishorir ballobibaho bondho kora hoyeche. Tar nam prokash kora holo na, she school e firbe.",
]
NOT_WITHHELD = [
    "গত রাতে সুমি আক্তারের (১৪) বাল্যবিবাহ বন্ধ করেছে উপজেলা প্রশাসন। তার বাবার নাম প্রকাশ করা হলো না।",
    "The UNO stopped the marriage of Rina Khatun, 14, of Bhaluka on Friday. The name of her school is withheld.",
]


def test_who_is_not_named_is_not_recognised(ruleset: Ruleset) -> None:
    assert not [text for text in WITHHELD if findings(ruleset, text)]
    assert all(findings(ruleset, text) for text in NOT_WITHHELD)
