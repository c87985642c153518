"""Posts that say nothing an office would say, and the many that begin as warmly and then say something."""

from __future__ import annotations

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

FOUND = """
আজ অফিসের ক্যান্টিনে খিচুড়ি রান্না হয়েছে, দারুণ স্বাদ!
শুভ সকাল সবাইকে, এক কাপ চা হয়ে যাক।
কে কে আমার মতো সোমবার অপছন্দ করেন?
ছবিটি দেখে কার কথা মনে পড়ল? কমেন্টে জানান।
আজ ব্রাজিল জিতবে নাকি আর্জেন্টিনা? আপনার মত দিন।
মা হলেন পৃথিবীর সবচেয়ে আপন মানুষ। মাকে যারা ভালোবাসেন লাইক দিন।
অফিস ছুটি হতে আর কত দেরি, বাড়ি যাব!
নতুন প্রোফাইল ছবি কেমন লাগছে?
আমাদের অফিসের বিড়ালটি আজ ঘুমিয়েই কাটাল।
শুভ রাত্রি, মিষ্টি স্বপ্ন দেখুন।
ইলিশ ভাজা আর গরম ভাত, আর কী চাই জীবনে।
রাশিফল: আজ মেষ রাশির জাতকের অর্থপ্রাপ্তির যোগ।
শুক্রবার মানেই শান্তি।
গোধূলির আলোয় নদীর পাড়, অপূর্ব!
aj canteen e khichuri ranna hoyeche, osthir sad
shuvo sokal sobai ke, ek cup cha hoye jak
ke ke amar moto monday pochondo koren na?
chobi ta dekhe kar kotha mone porlo? comment e janan
aj brazil jitbe naki argentina? mot den
ma ke jara valobashen like den
শিক্ষক: বল তো, পানির অপর নাম কী? ছাত্র: স্যার, লোডশেডিংয়ে মোটর বন্ধ! 🤣
Teacher: why so late? Student: Sir, the sign said go slow 🤣
office chuti hote ar koto deri, bari jabo
notun profile picture kemon lagche?
office er biral ta aj ghumiyei katalo
shuvo ratri, mishti shopno dekhun
ilish vaja ar gorom vat, ar ki chai jibone
rashifol: aj mesh rashir ortho praptir jog
shukrobar manei shanti
nodir par e bikal, oshadharon
ক্যাপশন দিন, সেরাটা পিন হবে
টপ ফ্যানদের লাল গোলাপ
স্বামী বলল চা কই, স্ত্রী বলল ফেসবুকে 😂
শুভ সকাল সবাইকে 🌸
সুপ্রভাত বন্ধুরা, কেমন আছেন সবাই?
শুভ রাত্রি, সবাই ভালো থাকবেন 🌙
Good morning everyone! Have a nice day ☕
shuvo shokal, dinti valo katuk
Weekend vibes 😎
জুমা মোবারক 🕌
বৃষ্টি আর খিচুড়ি, আর কী লাগে!
চায়ের আড্ডা জমে উঠেছে
সবাই কেমন আছেন আজ?
“মানুষ তার স্বপ্নের সমান বড়।” — আব্দুল্লাহ আবু সায়ীদ
The best way out is always through. — Robert Frost
জীবন মানে এক বহতা নদী
Life is like a river, it never stops
আজকের বাণী: ধৈর্য মানুষকে সফল করে
আমিন না লিখে যাবেন না 🤲
সংগৃহীত পোস্ট: এক কৃপণ আর এক পথিকের গল্প
লাইক দিয়ে পাশে থাকুন
আজকের ধাঁধা: বলুন তো কোন ফুলের গন্ধ নেই?
Like, comment and share if you agree
সোমবার মানেই কফি ☕ আর কাজ
আজকের বিকেলটা কত সুন্দর!
হ্যালো বন্ধুরা, সবাই ভালো আছেন তো?
GM everyone 🌞
“সফলতা একদিনে আসে না।”
সময় থাকতে সময়ের মূল্য দাও। — সক্রেটিস
কে কে চা খেতে ভালোবাসেন?
good nite friends, sweet dreams
shuvo ratri sobai ke
Happy Friday everyone 🎉
আলহামদুলিল্লাহ, শুক্রবারের সকাল
ফানি ভিডিও 🤣 না হেসে পারবেন না
বলুন তো এটা কোন ফুল?
ছবিগুলো কেমন হয়েছে বন্ধুরা?
আজকের সন্ধ্যাটা খুব মায়াবী
How was your day, dear followers?
এই ছবিতে কত লাইক?
মনটা খারাপ, কী করা যায়?
এক কাপ চা হলে মন্দ হয় না
যারা মাকে ভালোবাসেন লাইক দিন
আপনার প্রিয় ফুল কোনটি?
মন খারাপের বিকেলে এক কাপ চা
সবাইকে শেয়ার করুন, সওয়াব পাবেন
কাচ্চি খেতে ইচ্ছে করছে খুব
জানালায় বসে আকাশ দেখছি, কী শান্তি
রবিবারেও ছুটির দিন, কী মজা
Thursday blues, need a break
উফ এই গরম সহ্য হচ্ছে না
পেজটি লাইক দিয়ে পাশে থাকবেন
brishti te khichuri, jome jabe
জীবন একটাই, হাসিমুখে থাকুন
Life is short, smile
Have a peaceful evening
আজ মন বড় উদাস
sokale cha khete mon chay
মন খুলে হাসুন সবাই
shuvo bikal, cha khaben keu?
ভেঙে পড়বেন না, সময় বদলে যাবে
Believe in yourself
""".strip().splitlines()
FOUND.append("“যে থামে, সে পিছিয়ে পড়ে।”\n- এক মনীষী")

CLEAR = """
আজ সকাল ১০টায় উপজেলা পরিষদ মিলনায়তনে গণশুনানি।
বৃষ্টির কারণে আজকের ফুটবল ম্যাচ স্থগিত, নতুন তারিখ পরে জানানো হবে।
চা শ্রমিকদের মজুরি নতুন হারে দেওয়া হবে।
মহান বিজয় দিবসে সকল শহীদের প্রতি বিনম্র শ্রদ্ধা।
বিড়ালে কামড়ালে সদর হাসপাতালে বিনামূল্যে টিকা নিন।
পুরোনো দলিলের নকল তুলতে জেলা রেকর্ড রুমে আসুন।
আমাদের ফেসবুক পেজের ছবি বদলানো হয়েছে, লোগো নতুন নকশার।
কক্সবাজার সৈকতে লাল পতাকা দেখলে পানিতে নামবেন না।
ইলিশ ধরা ২২ দিন নিষেধ।
শুক্রবার সাপ্তাহিক ছুটিতেও জরুরি বিভাগ খোলা থাকে।
বন্ধুর পরিচয়ে টাকা চাইলে আগে যাচাই করুন।
ধাঁধা প্রতিযোগিতায় বিজয়ী শিশুদের বই দেওয়া হলো।
কৌতুক নয়, সত্যি: হেলমেট না থাকলে জরিমানা হবে।
রাতের শিফটে টিকা দেওয়া হবে পোশাক শ্রমিকদের।
আমাদের সহকর্মী জনাব হাসানের মৃত্যুতে আমরা শোকাহত।
বইমেলায় আমাদের স্টলে তথ্য অধিকার আইনের পুস্তিকা পাবেন।
গান ও আবৃত্তি প্রতিযোগিতার নিবন্ধন চলছে শিল্পকলা একাডেমিতে।
বিশ্ব হাসি দিবসে দন্ত পরীক্ষা শিবির বসছে সদর হাসপাতালে।
aj 10 tay upojela milonayotone gono shunani
brishtir karone ajker khela sthogit
cha sromikder mojuri notun hare dewa hobe
bijoy dibose sokol shohider proti shroddha
birale kamrale sodor hospital e tika nin
purono dolil er nokol tulte record room e ashun
page er logo notun nokshay bodlano holo
saikote lal potaka dekhle panite namben na
ilish dhora 22 din nishedh
shukrobar chutiteo emergency khola
bondhu porichoye taka chaile age jachai korun
dhadha protijogitay bijoyider boi dewa holo
helmet na thakle jorimana, eta koutuk na
rater shift e garments sromikder tika dewa hobe
sohokormi Hasan saheb er mrittute amra shokahoto
boimelay amader stall e tothyo odhikar er boi paben
gan protijogitar nibondhon cholche shilpokola te
hasi dibos e dat porikkha shibir sodor hospital e
krishi office theke dhaner ardrota mapar jontro nin
Public hearing today at 10 in the upazila auditorium.
Today's match is postponed because of rain; the new date follows.
Tea workers will be paid at the new rate.
Deep respect to all martyrs on Victory Day.
Bitten by a cat? Free vaccine at Sadar Hospital.
For copies of old deeds come to the district record room.
Our page carries the new logo from today.
Do not enter the sea when the red flag is up.
Catching hilsa is banned for 22 days.
Our emergency department is open on Friday too.
Check first when a friend asks for money by message.
Children who won the riddle contest received books.
No joke: riding without a helmet means a fine.
Garment workers on the night shift get their vaccine tonight.
We mourn our colleague Mr Hasan.
Find booklets on the Right to Information Act at our book fair stall.
Registration for the song contest goes on at the Shilpakala Academy.
A dental camp marks World Smile Day at Sadar Hospital.
Farmers can borrow moisture meters from the Agriculture Office.
Education is a nation's backbone. Admission is open.
নদীর পাড়ে অপূর্ব সূর্যাস্ত; পর্যটন মেলা রবিবার
Traffic diversion for tonight's match around the stadium.
ভাষাশহীদ রফিক জাদুঘর শুক্রবার ছাড়া প্রতিদিন খোলা
আর্জেন্টিনা থেকে গম এসেছে, দাম কমবে
শুভ সকাল। আজ বেলা ১১টায় উপজেলা মিলনায়তনে গণশুনানি।
শুভ সকাল! বিদ্যুৎ বিভ্রাটের জন্য আমরা দুঃখিত, মেরামত চলছে।
সুপ্রভাত। টিকা দিতে আজই নিকটস্থ কেন্দ্রে আসুন।
Good morning! Passport delivery counter is open till 3 pm today.
Good morning farmers: apply for seed support at your union office.
ঈদ মোবারক! সবাইকে ঈদুল ফিতরের শুভেচ্ছা।
শুভ নববর্ষ ১৪৩৩
শুভ জন্মাষ্টমী উপলক্ষে সবাইকে শুভেচ্ছা
শুভ বড়দিন 🎄
Eid Mubarak from the district administration
মহান বিজয় দিবসে বীর শহিদদের প্রতি বিনম্র শ্রদ্ধা
জুমার নামাজের সময় মহাসড়কে যানজট এড়িয়ে চলুন
তামাকমুক্ত পরিবেশ গড়ি। — স্বাস্থ্য অধিদপ্তর
মাদককে না বলুন। — জেলা পুলিশ, পলাশডাঙ্গা
“দুর্নীতিকে না বলুন” — দুর্নীতি দমন কমিশন
সবাইকে ঈদের শুভেচ্ছা। — উপজেলা নির্বাহী অফিসার
Wash your hands. — Directorate General of Health Services
সেবা নিতে এসে দালাল ধরবেন না। - কর্তৃপক্ষ
উপস্থিত থাকার জন্য অনুরোধ করা হলো। — প্রধান শিক্ষক
পাঠক সমাবেশে “বই মানুষকে বড় করে” বিষয়ে রচনা প্রতিযোগিতা
নজরুলের বাণী নিয়ে আবৃত্তি প্রতিযোগিতা
জীবনমান উন্নয়নে সেলাই প্রশিক্ষণ
বন্ধ থাকবে
ধন্যবাদ সবাইকে
সংগৃহীত বর্জ্য পুনর্ব্যবহার করা হবে
শেয়ার করে সবাইকে জানিয়ে দিন: হেল্পলাইন চালু হয়েছে
শুভ মহালয়া
নববর্ষের শুভেচ্ছা
সকলকে ধন্যবাদ
পরিবেশ রক্ষা করুন, গাছ লাগান
ভূমি সেবা এখন হাতের মুঠোয়
আইন মেনে চলুন — ট্রাফিক বিভাগ
ছবিতে আজকের গণশুনানি
স্মরণ: রোকেয়া দিবস
রক্ত দিন, জীবন বাঁচান
শুভ উদ্বোধন
জাতীয় পতাকা আমাদের গর্ব
হাত ধোয়ার অভ্যাস গড়ি
Merry Christmas
Happy New Year from the ministry
Say no to drugs
সততা, দক্ষতা, সেবা
জনগণের সেবায় আমরা
আলোকচিত্রে আজকের বৃক্ষরোপণ
শুভ সকাল। ঘন কুয়াশায় পাটুরিয়া ঘাটে ফেরি বন্ধ আছে
শিক্ষক: ৩০ জন। ছাত্র: ৬০০ জন। আবেদন করুন
আজ পবিত্র আখেরি চাহার সোম্বা
শোক ও শ্রদ্ধা
ফুল দিয়ে বরণ
“সবার আগে স্বাস্থ্য”
“ভূমি সেবা ডিজিটাল, বদলে যাচ্ছে দিনকাল”
বৃষ্টিতে ভিজে গাছ লাগাচ্ছেন কর্মীরা, কী সুন্দর উদ্যোগ
আজ মহান স্বাধীনতা দিবস
আপনার প্রিয় সেবা কেন্দ্রটি এখন ইউনিয়নে
শীতের সকালে কম্বল বিতরণ
এই গরমে শিশুদের বেশি করে পানি খাওয়ান, ক্লান্ত লাগলে ছায়ায় বসুন
শনিবার কে কে রক্ত দেবেন, হাসপাতালে নাম লেখান
We need volunteers on Friday for the flood shelters
সন্ধ্যা সাতটার পর মার্কেট বন্ধ রাখুন
জীবন একটাই, গতি কমান, সড়কে সাবধান
মতামত দিন, দিনটি স্মরণীয় করে রাখতে কর্মসূচি নেওয়া হয়েছে
Have a good look at the notice before you apply
""".strip().splitlines()


@pytest.mark.parametrize("text", FOUND)
def test_a_post_of_no_importance_is_advised_once(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "unimportant", text)
    assert (finding.clause, finding.severity) == ("6.gha", Severity.ADVISE)
    assert not told(ruleset, "unimportant", text, account={"kind": "employee"})
    assert not told(ruleset, "unimportant", text, action="reply")
    # the same greeting before a notice is courtesy
    assert not told(ruleset, "unimportant", f"{text}\nআগামী রবিবার সকাল ১০টায় সভা।")


@pytest.mark.parametrize("text", CLEAR)
def test_a_post_that_says_something(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "unimportant", text)


def test_a_line_with_the_day_alone_says_nothing(ruleset: Ruleset) -> None:
    assert told(ruleset, "unimportant", "শুভ সকাল বন্ধুরা ☀️\n৩০ নভেম্বর ২০২৬")
    assert told(ruleset, "unimportant", "সোমবার, ৩০ নভেম্বর\nGood morning all 🌙")
    assert not told(ruleset, "unimportant", "শুভ সকাল বন্ধুরা ☀️\nমেলা ৩০ নভেম্বর ২০২৬")
    assert not told(ruleset, "unimportant", "শুভ সকাল বন্ধুরা ☀️\n৩০ নভেম্বর সকাল ১০টা")


def test_a_link_or_a_file_is_something(ruleset: Ruleset) -> None:
    for kind in ("link", "file"):
        assert not told(ruleset, "unimportant", "শুভ সকাল", attachments=[{"kind": kind}])
    assert told(ruleset, "unimportant", "শুভ সকাল", attachments=[{"kind": "image"}])


SIGNED = """
গেট বন্ধ থাকবে রাত দশটার পর। — প্রক্টর
আগামীকাল ঘাট বন্ধ। – বিআইডব্লিউটিএ
ক্লাস শুরু আগের নিয়মে। — পবি
হলের ডাইনিং খুলেছে। — প্রভোস্ট
চেকবই সংগ্রহ করুন। — শাখা ব্যবস্থাপক
পানি ফুটিয়ে পান করুন। — ডা. সাবরিনা
“সবার জন্য সুপেয় পানি”
"Every child matters"
""".strip().splitlines()

QUOTATIONS = """
“সময় ও স্রোত কারও জন্য অপেক্ষা করে না।”
Be the change. — Dr. Martin Luther King
যে দেশে গুণীর কদর নেই, সে দেশে গুণী জন্মায় না। — ড. মুহম্মদ শহীদুল্লাহ
""".strip().splitlines()

OFFICE = Institution(
    "pu",
    name_bn="পলাশডাঙ্গা বিশ্ববিদ্যালয়",
    aliases=("পবি",),
    hashtags=("#পলাশডাঙ্গা_বিশ্ববিদ্যালয়",),
    websites=("pu.ac.bd",),
)


def test_who_signs_a_notice_is_no_author_and_a_slogan_no_quotation(ruleset: Ruleset) -> None:
    assert not [text for text in SIGNED if told(ruleset, "unimportant", text, OFFICE)]
    assert [text for text in QUOTATIONS if told(ruleset, "unimportant", text, OFFICE)] == QUOTATIONS


def test_the_offices_signature_says_nothing(ruleset: Ruleset) -> None:
    signed = f"\n{OFFICE.hashtags[0]}\n{OFFICE.websites[0]}"
    for text in ("শুভ সকাল সবাইকে 🌹", "“সময় ও স্রোত কারও জন্য অপেক্ষা করে না।” — প্রবাদ", "শুভ সকাল পলাশডাঙ্গা বিশ্ববিদ্যালয়"):
        assert told(ruleset, "unimportant", text, OFFICE)
        if "—" not in text:
            assert told(ruleset, "unimportant", text + signed, OFFICE)
    for text in ("শুভ সকাল। ভর্তির আবেদন চলছে।", "শুভ সকাল। বিস্তারিত: pu.ac.bd/notice/12", "শুভ সকাল। bbs.gov.bd"):
        assert not told(ruleset, "unimportant", text + signed, OFFICE)


def test_where_to_look_is_nobodys_name(ruleset: Ruleset) -> None:
    for text in (
        "'এক সফল মানুষের গল্প' — লিংক কমেন্টে",
        "“নতুন ভবনের কথা।” — বিস্তারিত কমেন্টে",
        "“The new library.” — link in bio",
    ):
        assert not [one for one in told(ruleset, "unimportant", text) if one.check == "unimportant/quotations"], text
    assert told(ruleset, "unimportant", "“নদীর জীবন কত বিচিত্র।” — এক মাঝি")


CHAINS = """
এই পোস্টটি ১১ জনকে পাঠান, সুসংবাদ পাবেন।
ei post ta 11 jon ke pathan, valo khobor paben
মেসেজটি ২০ জনকে পাঠালে আজ রাতে সুখবর পাবেন
পোস্টটি দশ জনকে ফরোয়ার্ড করুন, ইচ্ছা পূরণ হবে
এই সুরা ১৩ জনকে পাঠান, মনের আশা মিটবে। — উপজেলা শিক্ষা অফিস
৬টি গ্রুপে পাঠান, না পাঠালে বিপদ হবে। একজন চাকরি হারিয়েছেন।
Ei msg 9 jon ke send koren, kal e rizik barbe. — Zila Porishod
Pass this on to twelve people before Friday and a miracle will come. - District Food Office
Forward this to 20 contacts or bad luck follows you for years.
""".strip().splitlines()
NO_CHAINS = """
প্রতি ওয়ার্ড থেকে ১৩ জনকে পাঠান, প্রশিক্ষণে ভাতা আছে। — উপজেলা শিক্ষা অফিস
১৩ জনকে পাঠালে সুখবর পাবেন, এমন বার্তা প্রতারণা
চেইন বার্তা শেয়ার করলে ক্ষতি হবে, শেয়ার করবেন না
Prottek union theke 5 jon ke pathan, training er jonno. Obohela korle seat jabe.
Send this to your neighbours: the vaccine camp is on Sunday
Forward this to the union office with two copies of your NID
""".strip().splitlines()


@pytest.mark.parametrize("text", CHAINS)
def test_a_chain_is_told_whatever_stands_beside_it(ruleset: Ruleset, text: str) -> None:
    for said in (text, f"{text}\nআগামী রবিবার সকাল ১০টায় সভা।"):
        assert [it.check for it in told(ruleset, "unimportant", said)] == ["unimportant/chains"]
    assert not told(ruleset, "unimportant", text, account={"kind": "employee"})


@pytest.mark.parametrize("text", NO_CHAINS)
def test_what_offices_ask_to_be_passed_on_is_no_chain(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "unimportant", text)


def test_who_signs_a_greeting_makes_it_no_notice(ruleset: Ruleset) -> None:
    assert told(ruleset, "unimportant", "শুভ সকাল সবাইকে 🌹। — উপজেলা ভূমি অফিস")
    assert not told(ruleset, "unimportant", "শুভ সকাল। উপজেলা ভূমি অফিস আজ খোলা। — সহকারী কমিশনার")
