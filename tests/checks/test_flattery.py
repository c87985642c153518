"""Flattery of a superior, and the customary address, thanks and awards that are none."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

FOUND = """
স্যার আপনার পায়ের নখের যোগ্যতাও আমাদের নেই।
sir apnar kena gulam hoye thakbo sara jibon
Sir, just let us sit at your feet.
সচিব স্যারের ভাষণ শুনলে শেক্সপিয়ারও লজ্জা পেতেন।
এসপি স্যারের লুকের কাছে সালমান খানও ফেল।
Our Chief Engineer makes Hollywood heroes look like extras; Tom Cruise has nothing on him, sir.
চেয়ারম্যান সাহেব পা রাখলেই মরা গাছে ফুল ফোটে।
UNO sir ek phone dilei sob shomossha shesh
When our Madam Principal smiles, the whole college lights up.
ইউএনও স্যার ছাড়া এই উপজেলা এতিম।
Without you, Sir, this district would sink into darkness.
Boss er kothai ain, boss er kono vul hoy na.
An officer like our Commissioner is born once in a century.
Sir is not just an officer, he is an institution in himself.
স্যার আপনার ধমকও আমাদের কাছে আশীর্বাদ।
আমাদের ডিসি স্যার একজন মানবতার ফেরিওয়ালা
স্যার, আপনার তুলনা হয় না
এমন স্যার পেয়ে আমরা ধন্য
ইউএনও স্যার এই উপজেলার উন্নয়নের রূপকার
মন্ত্রী মহোদয় ক্ষণজন্মা এক মহামানব
স্যালুট স্যার, আপনি পারবেন
এসপি স্যার আমাদের পিতৃতুল্য
sir er tulona hoy na, amra dhonno
Our DC sir is a living legend
Best boss ever!
The secretary is a father figure to all of us
স্যার আমাদের মাথার মুকুট
ডিসি স্যারের মতো নেতা এই জেলায় আর আসবে না
মন্ত্রী মহোদয়ের অবদান ইতিহাসে স্বর্ণাক্ষরে লেখা থাকবে
স্যারের পদধূলিতে ধন্য হলো আমাদের অফিস
আপনি আমাদের গর্ব স্যার, আপনি আমাদের অহংকার
Sir, you are the best, we love you
sir apni amader ohongkar
সচিব স্যারের হাতেই দেশের ভবিষ্যৎ নিরাপদ
মহান নেতা, আমাদের প্রিয় অভিভাবক ডিসি স্যার
Our respected DG is the architect of modern administration
কর্মবীর ইউএনও স্যার, তাঁর তুলনা তিনি নিজেই
স্যারের হাত ধরে এই অফিস বদলে গেছে, আমরা কৃতজ্ঞ
এসপি স্যার মানেই নিরাপদ জেলা
Hats off sir, the whole upazila is grateful
আমাদের প্রধান শিক্ষক একজন মাটির মানুষ
স্যার সাহস ও সততার মূর্ত প্রতীক
ম্যাডাম, আপনি আছেন বলেই আমরা নিশ্চিন্ত
মহোদয় আমাদের বটবৃক্ষের ছায়া
sir, we are lucky to have you
এসপি স্যার আমাদের সাহস ও শক্তির নাম
Our DG is a charismatic man, we are lucky
স্যার, আপনার চরণে প্রণাম
apni amader vorsa, madam
বিভাগীয় কমিশনার একজন সাদা মনের মানুষ
অধ্যক্ষ মহোদয়ের দূরদর্শী নেতৃত্বে কলেজটি বদলে গেল
এসপি স্যারের মতো দক্ষ কেউ এই জেলায় আগে আসেনি
The Director General is a true visionary
ম্যাডামের হাসি দেখলেই সবার ক্লান্তি চলে যায়
মেয়রের মতো কেউ হাজার বছরে একবার আসে
boss apni amader mathar taj
Nobody can match the work of our Chairman
মন্ত্রণালয়ের প্রাণপুরুষ আমাদের সচিব স্যার
সৎ ও সাহসী এসপি পেয়ে জেলাবাসী গর্বিত
আমাদের ডিসি ম্যাডাম মমতাময়ী একজন মানুষ
We are fortunate to have you, sir
আমাদের অভিভাবক ডিসি স্যার, আপনি আমাদের আলো
আমাদের ডিসি স্যার নিজেই একটি ইতিহাস
ইউএনও স্যার আমাদের আদর্শ
আমাদের ইউএনও স্যার মিটিংয়ে আছেন, এমন মানবিক মানুষ আর হয় না
Our DC is an outstanding man
জেলা প্রশাসক মানুষের মন জয় করে নিয়েছেন
""".strip().splitlines()

CLEAR = """
চেয়ারম্যান না থাকলে প্যানেল চেয়ারম্যান সনদে সই করবেন।
আপনার উৎসব ভাতা এক মাসের মূল বেতনের সমান।
ডায়াবেটিস থাকলে আপনার পায়ের নখ ছোট রাখুন, পায়ের কাছে ক্ষত হলে ডাক্তার দেখান।
The Principal of Saint Gregory School thanked the guardians.
উপাচার্য মহোদয় নজরুল জয়ন্তীর অনুষ্ঠানে সভাপতিত্ব করেন।
Students will perform Shakespeare; the Principal will be present.
ডিসি অফিসে এই সেবা আর হবে না, ইউনিয়নে যান।
এসপি আসার আগেই চোর পালায়, পরে ধরা পড়েছে।
Without the Director's signature the form is not valid.
Do not wash wounds with your dirty hands; never wash burns with hot water.
ডিজি মহোদয় ভুল তথ্য সংশোধনের নির্দেশ দিয়েছেন।
মেয়র পার্কে এলে শিশুরা হাসে, ছবি অ্যালবামে।
সুযোগ্য জেলা প্রশাসক মহোদয়ের নেতৃত্বে অভিযান পরিচালিত হয়
মাননীয় মন্ত্রী মহোদয় প্রধান অতিথি হিসেবে উপস্থিত ছিলেন
জেলা প্রশাসক মহোদয়কে ফুলেল শুভেচ্ছা
শ্রদ্ধেয় প্রধান শিক্ষক মহোদয়ের বিদায় সংবর্ধনা
বিভাগের শ্রেষ্ঠ ইউএনও নির্বাচিত হওয়ায় অভিনন্দন
শুদ্ধাচার পুরস্কার পেলেন সহকারী কমিশনার
সহযোগিতার জন্য পুলিশ সুপার মহোদয়কে ধন্যবাদ
মহাপরিচালক বলেন, দক্ষতা উন্নয়নের বিকল্প নেই
কুচকাওয়াজে সালাম গ্রহণ করেন জেলা প্রশাসক
মানবিক জেলা প্রশাসকের উদ্যোগে হুইলচেয়ার বিতরণ
জনবান্ধব প্রশাসন গড়তে কাজ করছেন ইউএনও
বীর মুক্তিযোদ্ধারা জাতির গর্ব, বলেন জেলা প্রশাসক
নতুন অধ্যক্ষ মহোদয়কে স্বাগত
অতুলনীয় প্রাকৃতিক সৌন্দর্যের জেলা পলাশডাঙ্গা
কিংবদন্তি শিল্পীর স্মরণে সাংস্কৃতিক সন্ধ্যা
ফেরিওয়ালাদের পুনর্বাসনে সভা করেন মেয়র
The Secretary chaired the meeting and thanked all officers.
Hon'ble Adviser was present as chief guest.
Congratulations to the best upazila of the division.
বীর মুক্তিযোদ্ধারা আমাদের অহংকার, সভায় মন্ত্রী
সচিব মহোদয়ের আগমনে শুভেচ্ছা স্বাগতম
জেলা প্রশাসক বৃক্ষরোপণ করেন; বটবৃক্ষ রোপণ
শিক্ষার্থীরা স্যারের আশীর্বাদ নেয়
প্রধান শিক্ষক ছিলেন অসাধারণ মানুষ, স্মরণসভা
মেয়র কিংবদন্তি ফুটবলারের হাতে পদক তুলে দেন
পরিচালক জানান, রোগীর একমাত্র ভরসা সরকারি হাসপাতাল
The director presented awards to our pride, the national team
অভিভাবকের হাত ধরে স্কুলে এলো শিশুরা, স্বাগত জানান প্রধান শিক্ষক
স্যারের মতামত অনুযায়ী সভার তারিখ পরিবর্তন
জনতা ব্যাংক মানেই বিশ্বস্ত সঞ্চয়
স্যার, ম্যাডাম ও মহোদয়দের জন্য আসন সংরক্ষিত
শিক্ষা একটি জাতির আশার আলো, বললেন অতিথি
পাঠাগারটি এলাকার একটি ইতিহাস
ধ্রুবতারা ও নক্ষত্র দেখতে বিজ্ঞান ক্লাবের আয়োজন
আমাদের উপজেলায় শ্রেষ্ঠ প্রধান শিক্ষক নির্বাচনের আবেদন শুরু
আপনার জেলা প্রশাসকের সঙ্গে কথা বলুন প্রতি বুধবার
ইউএনও মেধাবী শিক্ষার্থীদের হাতে সনদ তুলে দেন
Meet our DC at the public hearing every Wednesday
শোকবার্তা: আমাদের সাবেক সচিব ছিলেন সৎ মানুষ, তাঁর আত্মার শান্তি কামনা করি
প্রিয় এলাকাবাসী, আপনার ইউএনও আপনার পাশে
সাদা মনের মানুষ খুঁজছে জেলা প্রশাসন, নাম পাঠান আবেদন ফরমে
সচিব বলেন, দূরদর্শী পরিকল্পনা দরকার
জেলা প্রশাসক আলোকিত মানুষ গড়ার পাঠাগার উদ্বোধন করেন
বিভাগের সেরা নির্বাচিত হওয়ায় ইউএনও স্যারকে অভিনন্দন
অবসরে যাওয়া প্রধান শিক্ষক স্যারের হাতে ভালোবাসার স্মারক তুলে দেওয়া হয়
DC sir joined the rally of outstanding cyclists
আমাদের উপাচার্য বিশ্ববিদ্যালয়ের ইতিহাস বিভাগের নতুন ভবন ঘুরে দেখেন।
আমাদের অভিভাবক সমাবেশে প্রধান শিক্ষক ফলাফল দেখাবেন।
আপনার সন্তানের অভিভাবক হিসেবে প্রধান শিক্ষকের সাথে দেখা করুন।
আমাদের প্রধান শিক্ষক আদর্শ গ্রাম থেকে স্কুলে আসতে নদী পার হন, তাই নৌকা চালু হলো।
মেয়র আপনার ঘরের আলো জ্বালাতে সড়কবাতি প্রকল্প নিলেন।
You can meet the DC every Wednesday; outstanding dues may be paid there too.
You can ask the DC about outstanding bills on Wednesday
Our VC is proud to welcome 1,200 freshers.
জাতীয় দলে সুযোগ পাওয়ায় জেলাবাসী গর্বিত, জানালেন জেলা প্রশাসক
আমাদের ইউএনও স্যার এখন মিটিংয়ে আছেন।
আমাদের ইউএনও স্যার ফরমে সই করেছেন।
আমাদের ইউএনও স্যার রংপুরে বদলি হয়েছেন।
Our UNO sir will sit in office from 10 am tomorrow.
Our chairman is not in office today.
Amader UNO sir Rangpur e bodli hoyechen.
""".strip().splitlines()


@pytest.mark.parametrize("text", FOUND)
def test_flattery_is_advised_once(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "flattery", text)
    assert (finding.clause, finding.severity) == ("6.gha", Severity.ADVISE) and finding.spans
    assert not told(ruleset, "flattery", text, account={"kind": "employee"})


@pytest.mark.parametrize("text", CLEAR)
def test_customary_address_thanks_and_awards_are_none(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "flattery", text)


OWN = """
আমার হাত ধরে এই উপজেলা বদলে গেছে।
আমার নেতৃত্বে এই হাসপাতাল সেরা হয়েছে।
আজকের পত্রিকায় আমাকে নিয়ে ছাপা প্রতিবেদনটি পড়ুন।
আমি সৎ, আমি পরিশ্রমী, এই উপজেলা এমন কর্মকর্তা আগে পায়নি।
My leadership transformed this district in six months.
I have been awarded the best officer prize again.
Do read the feature about me in today's paper.
Ami na thakle ei office cholto na.
We are quite simply the finest, and other departments copy us.
Ours is the most honest counter in the land; we deserve a medal.
Awards follow us, and history will remember our names!
Number one always, number one forever.
Amader upore keu nai, amra legend!
আমাদের জুড়ি নেই, ধন্য আমরা।
""".strip().splitlines()
NOT_OWN = """
সভায় তিনি বলেন, আমার নেতৃত্বে কাজটি হয়েছে।
আমার পুরস্কারের আবেদন কোথায় জমা দেব? উপজেলা পরিষদে।
জেলা প্রশাসকের নেতৃত্বে অভিযান চলেছে।
Under the leadership of the UNO the canal was cleaned.
আমার গ্রাম আমার শহর কর্মসূচির আওতায় সড়ক পাকা হলো।
আমি ভোটার, আমার অধিকার: ভোটার দিবসের আলোচনা সভা
আমাদের বিদ্যালয় পুরস্কার পেয়েছে।
The feature about the canal is in today's paper.
Our school won the award for clean rooms.
My number is not on the list, what shall I do? Come to the desk.
Ami ki bhata pabo? Card thakle paben.
Number one: bring your NID. Number two: bring two photos.
History will remember the martyrs of 1971.
A round of applause for the winners of the science fair!
Nobody works alone here; volunteers are welcome.
""".strip().splitlines()


@pytest.mark.parametrize("text", OWN)
def test_praise_of_oneself_is_told_as_that(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "flattery", text)
    assert (finding.check, finding.severity) == ("flattery/own-praise", Severity.ADVISE) and finding.spans
    assert "own" in finding.message.en and "ঊর্ধ্বতন" not in finding.message.bn


@pytest.mark.parametrize("text", NOT_OWN)
def test_what_others_say_ask_or_did_is_no_praise_of_oneself(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "flattery", text)
