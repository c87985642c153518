"""Questions, pronouns and sayings that are rejected: what an office asks, counts and answers is no scorn; the scorn beside it still is."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset

pytestmark = pytest.mark.thorough

# কী and কি are one word in the normal form: a question about women is no ban
ASKED = """
মহিলারা কি মোবাইল অ্যাপে আবেদন করতে পারবেন?
মেয়েরা কি চাকরির পরীক্ষায় বাইরে থেকে অংশ নিতে পারবে?
নারীদের ভোট দেওয়া কি আলাদা বুথে হবে?
নারীরা কেন চাকরি ছাড়ছেন, তা নিয়ে আজ সেমিনার
গৃহবধূরা কি মোবাইলে ই-পাসপোর্টের আবেদন করতে পারেন?
স্ত্রী কি স্বামীর পেনশন অফিসে এসে তুলতে পারবেন?
Mohilara ki mobile diye abedon korte parben?
Meyera keno chakri chere dicchen, ta niye aj seminar
মহিলা প্রার্থী আবার চেয়ারম্যান নির্বাচিত হয়েছেন
চাকমা সম্প্রদায়ের নেতা আবার চেয়ারম্যান নির্বাচিত হয়েছেন
ডাক্তার নাকি কবিরাজ, কার কাছে যাবেন?
হাসপাতাল নাকি বাড়িতে প্রসব, কোনটি নিরাপদ?
পূজার ছুটি সোমবার নাকি মঙ্গলবার?
""".strip().splitlines()
COUNTED = """
যেসব শিক্ষক প্রশিক্ষণ পেলেন, এদের ২০ জন নারী
পুলিশ সদস্যদের মধ্যে এদের ১২ জন নারী
Nurse der moddhe era sera
গ্রেফতারকৃতরা ভুয়া ডাক্তার, এরা দীর্ঘদিন রোগীদের সঙ্গে প্রতারণা করছিল
চাকমা, মারমা ও ত্রিপুরা শিক্ষার্থীদের মধ্যে এরা ১২ জন বৃত্তি পেয়েছে
আজ ৩৭ জন নার্স যোগ দিলেন। এরা সবাই আইসিইউতে কাজ করবেন।
Era sobai nibondhito jele
ভারতীয় জেলেদের ফেরত পাঠানো হয়েছে, এদের ৩ জন অসুস্থ
মন্দিরের পুরোহিতদের সম্মানী দেওয়া হয়েছে, এদের ১২ জন নতুন
হিন্দু ও মুসলিম শিক্ষার্থীদের মধ্যে এরা ৫ জন প্রথম হয়েছে
সাঁওতাল ও ওঁরাওরা সমতলের আদিবাসী, এদের অধিকার রক্ষায় সরকার কাজ করছে
শিক্ষার্থীদের পাশে থাকুন, ওদের বই কিনে দিন
""".strip().splitlines()
REJECTED = """
"মেয়েটারই দোষ" কখনোই অজুহাত হতে পারে না। ধর্ষণের দায় ধর্ষকের।
"পোশাকের কারণে ধর্ষণ হয়" – এটি কোনো অজুহাত নয়। যৌন সহিংসতা অপরাধ।
"What was she wearing?" is the wrong question. The only cause of rape is the rapist.
"Meyeta r dosh" kokhonoi ojuhat na. Dhorshon er day dhorshok er.
"সে রাতে বাইরে ছিল কেন?" এই প্রশ্নটিই ভুল। দায় ধর্ষকের।
"She asked for it" is never an excuse.
"Poshaker karone dhorshon hoy" eta kono ojuhat na.
""".strip().splitlines()
SCORNED = [
    ("9.cha", "মহিলাদের ফেসবুক চালানোর কী দরকার?"),
    ("9.cha", "মেয়েদের আবার চাকরি কিসের?"),
    ("9.nga", "ডাক্তাররা এরা তো সব কসাই"),
    ("9.nga", "পুলিশ এদের আবার কাজ কী"),
    ("9.nga", "শিক্ষকরা নাকি দেশ গড়ে, হাসি পায়"),
    ("9.gha", "চাকমারা আমাদের ভাই না, এরা জঙ্গি"),
    ("9.kha", "হিন্দুরা এরা তো ওপারের"),
    ("9.kha", "Hindu ra era to oparer lok"),
    ("9.cha", "মেয়েটারই দোষ, রাতে বাইরে গেলে তো এমন হবেই"),
    ("9.cha", "পোশাকের কারণে ধর্ষণ হয়"),
    ("9.kha", "আর কোনো অজুহাত নয়, হিন্দুদের দেশ থেকে তাড়াও"),
    ("9.kha", "যে হিন্দু দোকানদার দিনের বেলা হোটেল খোলা রাখবে, তার দোকান ভেঙে দেওয়া হবে"),
    ("9.kha", "Ei dhormo manush ke pagol banay"),
    ("9.kha", "তোমাদের দেবতারা নিজেরাই পানিতে ডুবে যায়"),
    ("9.kha", "বিধর্মীদের এত সাহস কোথা থেকে আসে?"),
]


def warned(hand: Ruleset, text: str) -> set[str]:
    """The clauses of which the lists by hand warn."""
    found = hand.look(normalise(text))
    return {
        match.word_list.clause
        for match in found
        if match.word_list.folder == "prohibited" and match.severity >= Severity.WARN
    }


@pytest.mark.parametrize("text", [*ASKED, *COUNTED, *REJECTED])
def test_what_offices_ask_count_and_reject(hand: Ruleset, text: str) -> None:
    assert warned(hand, text) == set()


@pytest.mark.parametrize("clause, text", SCORNED)
def test_the_scorn_beside_it(hand: Ruleset, clause: str, text: str) -> None:
    assert clause in warned(hand, text)
