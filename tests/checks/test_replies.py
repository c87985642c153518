"""Replies that leave a citizen with nowhere to turn, and those that say where."""

from __future__ import annotations

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.load import load
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
আপনার আবেদন বিবেচনা করা হবে না।
কোনো ব্যবস্থা নেওয়া হবে না।
আপনার অনুরোধ রাখা সম্ভব হয়নি
আপনার আবেদনটি নামঞ্জুর
আপনার আবেদনটি নামঞ্জুর করা হয়েছে
অভিযোগটি আমরা গ্রহণ করি না, নামঞ্জুর।
কিছু করার নেই, আর জানাবেন না
কিছু করার নেই, ইনবক্স করবেন না
কিছু করার নেই, রুমালে চোখ মুছে বাড়ি যান
There is nothing we can do; eat a mushroom
There is nothing we can do, do not apply again
Nothing we can do; ask in Mayor's club
সোমবার আসবেন না, কিছু করার নেই
kichu korar nei, inbox korben na
কাজ হবে না, পারবেন না কিছু করতে
কিছু করার নেই, কড়ারুম দেখে নিন
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

PUT_OFF = """
sir chutite achen, sir ashle ashben bhai
জনবল কম, ধৈর্য রাখতে হবে
pore ekdin call diyen
অন্য শাখায় জিজ্ঞেস করেন
jekhan theke form nisen sekhane jan
উপর থেকে অর্ডার না আসলে কিছু করতে পারি না
The officer is on leave. Come when he is back.
Not here. Ask at another desk.
It will get done when it gets done
ফাইল হারিয়ে গেছে
kobe hobe jani na
No decision yet, nobody knows
""".strip().splitlines()

RUDE = """
সময়মতো আসেননি কেন, এখন আর কী
vul apnar, amader dosh dicchen keno
প্রমাণ থাকলে দেন, না থাকলে চুপ থাকেন
case koren giye
apni ke je apnake jobab dite hobe
পড়ালেখা জানেন না? ফরমেই আছে
আপনাদের মতো লোকের জন্যই এই অবস্থা
faltu comment korle block kora hobe
আপনার বিরুদ্ধে আইনগত ব্যবস্থা নেওয়া হতে পারে
ফেসবুকে লিখে লাভ কী, কিছু হবে না
The mistake is yours
Show proof or keep quiet
Feel free to go to court if you are not happy
Can't you read? It is all in the circular.
শেষ মানে শেষ, তর্ক চলবে না
age cha panir khoroch den
Who are you to question us?
""".strip().splitlines()

EMPTY = """
👍
ইউনিয়ন অফিসে যান
খোঁজ নিয়ে দেখা হচ্ছে
notice dekhen
These things take time, please have patience.
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
আবেদন বাতিল হয়েছে, কাল ১০টায় আসুন
এটা আমাদের কাজ নয়, রুম ২০৫ এ যান
দোষটা আপনার নয়, আমাদেরই ভুল; ঠিক করে দিয়েছি
সার্ভার ঠিক হয়েছে, এখন আবেদন করতে পারবেন
স্যার ছুটিতে, তাঁর জায়গায় জনাব করিম আছেন ২০৫ নম্বর কক্ষে
বরাদ্দ এসেছে, মঙ্গলবার চাল পাবেন
আমাদের লোকবল কম, সেটা অজুহাত নয়; শুক্রবার থেকে আলাদা দল থাকবে
গালি দিলে মন্তব্য মুছে ফেলা হবে
দালালের বিরুদ্ধে আইনগত ব্যবস্থা নেওয়া হবে, নাম জানান
কেন আবেদন বাতিল হলো তা লিখিত জানাব
People like you make our library great.
যাঁরা লেখাপড়া জানেন না তাঁদের ফরম আমরা পূরণ করে দিই
গ্যাসের গন্ধ পেলে চুলা জ্বালাবেন না, ১৬৪৯৬ নম্বরে ফোন করুন
Mamla cholman, ray hole janabo
The queue is long; token number 40 onwards come tomorrow
Your date is 5 August at window 4; nobody should be told to come later
ইউনিয়ন পরিষদে যান, সচিব ফরম দেবেন ৫ টাকায়
আপনার আবেদনটি ১২ নভেম্বর উপজেলা ভূমি অফিসে পাঠানো হয়েছে; ২০ নভেম্বরের মধ্যে ফল জানানো হবে।
জন্মনিবন্ধন সংশোধনের জন্য ইউনিয়ন পরিষদের সচিবের কাছে জন্মসনদ ও মায়ের এনআইডির কপি নিয়ে যান।
টিকার কার্ড হারিয়ে গেলে যে কেন্দ্রে টিকা নিয়েছেন সেখানে জন্মতারিখ বললেই নতুন কার্ড পাবেন।
আপনার মোবাইল নম্বরটি ইনবক্সে দিন, আমরা কথা বলে সমাধান করব।
জি, বৃহস্পতিবারও অফিস খোলা, সকাল ৯টা থেকে বিকেল ৪টা।
অভিযোগটি পেয়েছি। নম্বর ১৪৫৭। তদন্ত করবেন সহকারী কমিশনার (ভূমি)।
রসিদ ছাড়া কাউকে টাকা দেবেন না; কেউ চাইলে ১০৬ নম্বরে জানান।
ক্ষমা করবেন, পোস্টে তারিখ ভুল ছিল; সঠিক তারিখ ৫ ডিসেম্বর।
আমাদের ডাক্তার আজ নেই, কাল সকাল ৮টায় বহির্বিভাগে ৩ নম্বর কক্ষে বসবেন।
ফরমটি ওয়েবসাইটে আছে, না পেলে নিচতলার তথ্যকেন্দ্র থেকে বিনামূল্যে নিন।
এ কাজটি পল্লী বিদ্যুৎ সমিতির; তাদের অভিযোগ নম্বর ১৬৮৯৯।
ঠিকানা ভুল থাকায় চিঠি ফেরত এসেছে; সঠিক ঠিকানা দিন, আজই আবার পাঠাব।
আমরা আপনার কথা বুঝতে পেরেছি, কাল সকালে আমাদের লোক বাড়িতে গিয়ে মিটার দেখবেন।
কর্মকর্তা ছুটিতে থাকায় তাঁর জায়গায় জনাব করিম দায়িত্বে আছেন, কক্ষ ২০৫।
দুঃখিত, আপনার আবেদনে বয়স কম থাকায় মঞ্জুর হয়নি; আপিল করতে পারেন জেলা প্রশাসকের কাছে ৩০ দিনের মধ্যে।
স্বাগতম, আবার আসবেন।
শুভকামনা রইল।
সার্ভার ঠিক হয়েছে, এখন আবেদন করতে পারবেন।
পাসপোর্ট তৈরি আছে, মূল স্লিপ নিয়ে এসে নিয়ে যান।
আপনি ঠিকই বলেছেন, ভাড়া তালিকার চেয়ে বেশি নেওয়া হচ্ছিল; চালককে সতর্ক করা হয়েছে।
এখন সেচ পাম্প বন্ধ রাখা হয়েছে নালা মেরামতের জন্য, শনিবার চালু হবে।
হ্যাঁ, অনলাইনে ফি দেওয়া যায়, বিকাশ বা নগদে।
বাচ্চার জ্বর থাকলে টিকা পরের সপ্তাহে নেবেন, চিন্তার কিছু নেই।
কার্ডটি অন্য কেউ ব্যবহার করতে পারবেন না, নিজে উপস্থিত থাকতে হবে।
আপনার মন্তব্যের ব্যক্তিগত নম্বরটি মুছে দিয়েছি আপনার নিরাপত্তার জন্য; ইনবক্সে দিন।
apnar abedon ta 12 tarikhe DC office e pathano hoyeche, 20 tarikher moddhe janabo
jonmo nibondhon er jonno union porishod er sochib er kache jonmo sonod niye jaben
tika card harale je kendre tika niyechen sekhane jonmo tarikh bollei notun card diben
apnar number ta inbox e den, amra kotha bole thik kore dibo
ji, brihospotibar o office khola, 9 ta theke 4 ta
ovijog peyechi, number 1457, AC land sir todonto korben
rosid chara kauke taka diben na, keu chaile 106 e janaben
sorry, post e tarikh vul chilo, thik tarikh 5 december
daktar aj nai, kal sokal 8 tay 3 number room e bosben
form ta website e ache, na pele nichtolar tothyo kendro theke nin, taka lagbe na
eta palli bidyut er kaj, tader number 16899
thikana vul chilo tai chithi ferot ashche, thik thikana den aj e pathabo
kal sokale amader lok giye meter dekhbe
boyos kom thakay monjur hoy nai, DC sir er kache 30 diner moddhe appeal korte paren
shagotom, abar ashben
shuvo kamona roilo
server thik hoyeche, ekhon abedon korte parben
passport ready, slip niye ashe niye jan
apni thik bolechen, vara beshi nicchilo, driver ke sotorko kora hoyeche
nala mermot er jonno pump bondho, shonibar chalu hobe
ha, online e fee dewa jay, bkash ba nagad e
bacchar jor thakle tika porer soptahe niben, chintar kichu nai
nije ashte hobe, onno keu tulte parbe na
apnar number ta muche diyechi nirapottar jonno, inbox e den
Your application was sent to the Land Office on 12 November; you will hear by the 20th.
For correcting a birth certificate, take the birth record and your mother's NID to the union council secretary.
If the vaccine card is lost, the centre where you took the dose will print a new one.
Please send us your mobile number by inbox and we will call you today.
Yes, we are open on Thursday, 9 am to 4 pm.
We have your complaint, number 1457. The AC Land will inquire.
Do not pay anyone without a receipt; if asked, call 106.
Apologies, the date in the post was wrong; it is 5 December.
The doctor is away today and sits tomorrow at 8 in room 3.
The form is on the website, or free at the information desk on the ground floor.
This belongs to Palli Bidyut; their complaint line is 16899.
The letter came back because of a wrong address; give us the right one and we post it again today.
Our man will check your meter tomorrow morning.
Your claim was not granted because of the age; you may appeal to the Deputy Commissioner within 30 days.
You are welcome, come again.
Best wishes.
The server is working again and you can apply now.
Your passport is ready; bring the slip to collect it.
You are right, the fare was above the chart; the driver has been cautioned.
The pump is off while the canal is mended and starts again on Saturday.
Yes, the fee can be paid online by bKash or Nagad.
If the child has a fever, take the vaccine next week; nothing to worry about.
You must come in person, nobody else can collect the card.
We removed your number from the comment for your safety; please inbox it.
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
আপনার অনুরোধ রাখা সম্ভব হয়েছে
আপনার আবেদনটি নামঞ্জুর হয়নি
আপনার অভিযোগটি ভিত্তিহীন নয়
apnar abedon batil hoy nai
আপনার অভিযোগ বন্ধ করা হয়নি
আপনার ফাইল বন্ধ করা হবে না
সমস্যাটি সমাধান করা সম্ভব হয়েছে
অনেক ধন্যবাদ আপনার মন্তব্যের জন্য
আপনার মায়ের জন্য দোয়া রইল
আপনাকে অপেক্ষা করতে হবে না।
না, সময় লাগবে না।
Shomoy lagbe na.
আপনার সাথে একমত
রোগীর অবস্থা এখন ভালো, চিন্তার কিছু নেই।
কিছু করার নেই আমাদের, সোমবার আসবেন
কিছু করার নেই, ৩ নম্বর রুমে যান
কিছু করার নেই, ইনবক্সে জানাবেন
nothing we can do here, apply again in June
কিছু করার নেই এখানে, আপিল করুন
কিছু করার নেই, আগামীকাল জানাব
আপনার দেয়া ভিডিওর হর্নের শব্দ সত্যিই বিরক্তিকর, চালককে সতর্ক করা হয়েছে। গাড়ির নম্বর থাকলে দিন।
Not a silly question at all! A TIN is free and can be opened from your phone at the NBR site.
There is no stupid question here. Fish in winter eat less, so cut the feed by half.
Thank you for waiting. The pump has been repaired, and we will call you again on Sunday after the test.
Amra kal lok pathabo, tarpor apnake janabo. Pondit sir er class o ager moto hobe.
Rokto porikkha chara bola jabe na dengue kina. Hospital er lab e aj 4 ta porjonto test hoy.
Mati porikkha na kore bola jabe na koto sar lagbe, namuna niye ashun.
Tika te shishu der jor hoy, kintu autism hoy er kono proman nai. Nishchinte tika din.
এই পানিতে আর্সেনিক আছে এর কোনো প্রমাণ নাই, তবু নমুনা পরীক্ষা করে ফল জানানো হবে।
দাম নিয়ে আপনার অভিযোগ পেয়েছি, দোকানে গিয়ে ঝামেলা করলে মামলা হবে আপনার নামেই। মেমোসহ ১৬১২১ এ লিখুন।
Apni rege jaben na, dokandar er sathe marpit korben na. 16121 e obhijog den, memo rakhen.
Please stop spraying it on the leaves. Our field officer will visit tomorrow and bring the right medicine.
আপনি যে ওষুধটি খাওয়াচ্ছেন তা বন্ধ রাখুন। কাল আমাদের ভেটেরিনারি সার্জন আপনার বাড়িতে যাবেন।
Apni jodi taka na paye thaken, legal aid office e asen, uokil free. Kagoj niye asle hobe.
কিছু করার নেই, ১০টায় আসুন
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


@pytest.mark.parametrize("text", PUT_OFF)
def test_a_citizen_is_not_put_off(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "replies", text, action="reply")
    assert finding.severity is Severity.ADVISE and finding.insert is not None
    assert not told(ruleset, "replies", f"{text}\n{finding.insert.text}", action="reply")


@pytest.mark.parametrize("text", RUDE)
def test_an_address_does_not_cure_rudeness(ruleset: Ruleset, text: str) -> None:
    for said in (text, f"{text} grs.gov.bd"):
        (finding,) = told(ruleset, "replies", said, action="reply")
        assert finding.check == "replies/rude" and finding.clause == "7.gha" and finding.insert is None
    assert not told(ruleset, "replies", text)


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


@pytest.mark.parametrize(
    "text, lead",
    [
        ("এটা আমাদের কাজ না।", "অভিযোগ জানাতে: "),
        ("Eta amader kaj na, amra kichu korte parbo na", "Obhijog janate: "),
        ("Sorry, this is not our responsibility.", "For complaints: "),
    ],
)
def test_the_address_is_put_in_in_the_answers_language(ruleset: Ruleset, text: str, lead: str) -> None:
    (finding,) = told(ruleset, "replies", text, action="reply")
    assert finding.insert is not None and finding.insert.text == f"{lead}grs.gov.bd"


def test_an_address_that_no_longer_fits_is_not_offered(ruleset: Ruleset) -> None:
    text = "এটা আমাদের কাজ না। " + "আমরা দুঃখিত। " * 18
    for platform, fits in (("x", False), ("facebook", True)):
        (finding,) = told(ruleset, "replies", text, action="reply", platform=platform)
        assert (finding.insert is not None) is fits


OWN = {
    "rude-ours": ("7.gha", "", "পাগল নাকি আপনি"),
    "later-ours": ("7.ga", "says: put-off\n", "স্যার ঘুমাচ্ছেন"),
    "other-ours": ("7.ga", "", "ওটা ওদের ব্যাপার"),
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    """An office's own lists of replies."""
    base = tmp_path_factory.mktemp("own")
    (base / "replies").mkdir()
    for name, (clause, says, term) in OWN.items():
        head = f"id: {name}\nclause: {clause}\n{says}title: {{bn: ক, en: a}}\nmessage: {{bn: ক, en: a}}\nseverity: advise\n"
        (base / f"replies/{name}.yaml").write_text(f"{head}terms:\n  - {term}\n", encoding="utf-8")
    lists, faults = load([base])
    assert not faults
    return Ruleset(lists)


@pytest.mark.parametrize(
    ("text", "check", "has_cure"),
    [
        ("পাগল নাকি আপনি", "replies/rude-ours", False),
        ("পাগল নাকি আপনি, grs.gov.bd দেখুন", "replies/rude-ours", False),  # an address makes it no better
        ("ওটা ওদের ব্যাপার", "replies/other-ours", True),
        ("ওটা ওদের ব্যাপার, ৩ নম্বর", "replies/other-ours", True),
        ("ওটা ওদের ব্যাপার, grs.gov.bd দেখুন", "", False),
        ("স্যার ঘুমাচ্ছেন", "replies/later-ours", True),
        ("স্যার ঘুমাচ্ছেন, ৩ নম্বর", "", False),  # a number goes on
    ],
)
def test_an_office_s_own_list_counts_as_the_shipped_do(own: Ruleset, text: str, check: str, has_cure: bool) -> None:
    found = told(own, "replies", text, action="reply")
    assert [finding.check for finding in found] == ([check] if check else [])
    assert [finding.insert is not None for finding in found] == ([has_cure] if check else [])


@pytest.mark.parametrize("text", ["আপনি একটা গাধা, এ ব্যাপারে আমাদের কিছু করার নেই", "Tui ekta gadha, amader kichu korar nei"])
def test_no_address_is_offered_beside_an_insult(ruleset: Ruleset, text: str) -> None:
    """The insult must go first: with an address below it the answer would be no better."""
    assert [it.insert for it in told(ruleset, "replies", text, action="reply")] == [None]


SHUT = """
এ কথা এখানেই শেষ। আর লিখবেন না। — পৌরসভা কার্যালয়
অফিসটা কোথায় নিজেই খুঁজে নিন। — ইউনিয়ন পরিষদ কার্যালয়
জবাব পাবেন না, অন্য কথা বলেন। — উপজেলা ভূমি অফিস
Ota nije khuje nen, ar inbox korben na. — Zila Parishad
That is not our job. Stop writing here. - Zone Office, City Corporation
This conversation is over. - Ward Office
""".strip().splitlines()
NOT_SHUT = """
এ কথা এখানেই শেষ নয়, কাল জানাব। — পৌরসভা কার্যালয়
তালিকায় নিজের নাম খুঁজে নিন: dip.gov.bd
পরীক্ষার হলে উত্তর দেওয়া হবে না, প্রশ্নে ভুল থাকলে জানাবেন
It is not our job but the Power Board's; please ring 16999. - Ward Office
You can find it yourself on the website under Services
Stop writing your password here; call us on 333
""".strip().splitlines()


@pytest.mark.parametrize("text", SHUT)
def test_a_door_that_is_shut_and_who_signs_is_no_way_on(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "replies", text, action="reply")
    assert finding.severity is Severity.ADVISE
    assert not told(
        ruleset, "replies", f"{text.split(' — ')[0].split(' - ')[0]} অভিযোগ জানাতে: grs.gov.bd", action="reply"
    )


@pytest.mark.parametrize("text", NOT_SHUT)
def test_an_answer_that_goes_on(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "replies", text, action="reply")
