"""Figures with no source: those about a whole people and claims in words, not an office's own counts, money, rates, quotas."""

from __future__ import annotations

import pytest

from server.institution import Institution
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

FOUND = """
দেশের ৭০% মানুষ রক্তস্বল্পতায় ভোগেন
বাংলাদেশে শতকরা ৫১ জন মেয়ের বাল্যবিবাহ হয়, এ দেশের নারী পিছিয়ে
প্রতি ৪ জনে ১ জন শিশু খর্বকায়
Bangladesher 10 joner moddhe 6 jon manush diabetes niye ghore
দেশের ১০ জনের মধ্যে ৬ জন মানুষ ডায়াবেটিসে ভোগেন
বাংলাদেশের ১০ জন মানুষের মধ্যে ৯ জনই প্রতিদিন বিষাক্ত খাবার খাচ্ছে
বাংলাদেশের দশজন মানুষের মধ্যে নয়জনই প্রতিদিন বিষাক্ত খাবার খাচ্ছে
Duniyar 86% ilish amader deshe dhora pore
বিশ্বে ১২ লাখ মানুষ সড়ক দুর্ঘটনায় মারা যায়
দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন
প্রায় ৮০ শতাংশ পরিবার দূষিত পানি পান করে
70% of people in the country are vitamin D deficient
Every year 8 million people die of tobacco worldwide
1 in 5 children worldwide is stunted
দেশের প্রতি তিনজনে একজন নারী নির্যাতনের শিকার
দেশের অর্ধেকের বেশি মানুষ বেকার
প্রতি বছর ১৭ হাজার শিশু পানিতে ডুবে মারা যায়
৪০ ভাগ তরুণ মাদকাসক্ত
বাংলাদেশে ডায়াবেটিস রোগী ১ কোটি ৩০ লাখ
বিশ্বে প্রতিদিন ২৫ হাজার মানুষ ক্ষুধায় মারা যায়
Two thirds of women face violence in their lifetime
Nearly 20% of children work in hazardous jobs
desher 60% manush ganja khay
দেশের ৮৫ শতাংশ যুবক ইন্টারনেট ব্যবহার করেন
দেশে চার কোটি মানুষ উচ্চ রক্তচাপে ভোগেন
desher dui koti manush besto pani pay na
Ten million people in Bangladesh live with kidney disease
desher shotkora 25 jon kishori oposhtite vugche
""".strip().splitlines()

CLEAR = """
১০ জনের মধ্যে ৬ জন আবেদনকারী উত্তীর্ণ হয়েছেন
Women may borrow up to Tk 25 lakh from the branch
দেশের ৭০% মানুষ রক্তস্বল্পতায় ভোগেন (সূত্র: জাতীয় পুষ্টি জরিপ)
জাতীয় পুষ্টি জরিপ: ৭০% মানুষ রক্তস্বল্পতায় ভোগেন
বিবিএসের হিসাব অনুযায়ী দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন
দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন https://bbs.gov.bd/gats
According to the survey, 70% of people are vitamin D deficient
বিশ্ব স্বাস্থ্য সংস্থা জানিয়েছে, বিশ্বে ১২ লাখ মানুষ সড়কে মারা যায়
আমাদের উপজেলায় ৯৬% শিশু টিকা পেয়েছে
হাসপাতালে ভর্তি রোগীর ৩০ শতাংশ শিশু
প্রকল্পের কাজের ৬৫ শতাংশ সম্পন্ন হয়েছে, ২০০ পরিবার উপকৃত
১৫% ভ্যাট ও ১০% আয়কর জমা দিতে হবে
নারী উদ্যোক্তাদের ৫% সুদে ঋণ দেওয়া হবে
মুক্তিযোদ্ধা কোটা ৫ শতাংশ
২৫ জন মানুষকে ৫ লাখ টাকা অনুদান
তরুণদের জন্য ২৭ কোটি ৮২ লাখ টাকার প্রকল্প
এবার পাসের হার ৮২.৫ শতাংশ, ছাত্রীরা এগিয়ে
দেশের ২ কোটি শিশুকে ভিটামিন এ খাওয়ানো হবে
উপস্থিতি ৭৫ শতাংশের কম হলে পরীক্ষায় বসা যাবে না
ডেঙ্গু: ভর্তি ১৭, ছাড়পত্র ২১, মৃত্যু ০
মোবাইল কোর্টে ১২ জন মানুষকে ৩০ হাজার টাকা জরিমানা
ভোট পড়েছে ৬০ শতাংশ
তাপমাত্রা ৩৮ ডিগ্রি, আর্দ্রতা ৮০%
১০ শতাংশ জমি
25 families will receive 3 bundles of tin
The budget is 12 crore taka for 40 women
সাড়ে সাত কোটি মানুষের মুক্তির সংগ্রাম ছিল একাত্তর
ত্রিশ লাখ মানুষের আত্মত্যাগ ও দুই লাখ নারীর সম্ভ্রমের বিনিময়ে স্বাধীনতা
চার কোটি টাকা ব্যয়ে মানুষের জন্য সেতু
""".strip().splitlines()
# whom the office had before it, it has counted itself
OF_OWN_PEOPLE = """
প্রশিক্ষণে মোট ১০০ জনের মধ্যে ৬০ জন নারী ও ৪০ জন পুরুষ অংশ নেন।
আমাদের দপ্তরের কর্মচারীদের ৩৫% নারী।
দপ্তরের মোট কর্মচারীর ৩৫ শতাংশ নারী।
কমিটিতে এক-তৃতীয়াংশ নারী সদস্য রয়েছেন।
প্রতি বছর আমাদের কার্যালয় থেকে ৫ হাজার মানুষ সেবা নেন।
কর্মশালায় অংশগ্রহণকারীদের ৪০ শতাংশ তরুণ।
প্রশিক্ষণার্থীদের অর্ধেকেরও বেশি নারী।
60% of the participants in our workshop were women.
Half of the members of the committee are women.
Of our staff, 35% are women.
Amader proshikkhone 60% nari ongsho nen.
""".strip().splitlines()
# the same words, but of a whole people, or as somebody says it
OF_OTHERS = """
দেশের ৬০% মানুষ আমাদের সেবায় সন্তুষ্ট
৬০% মানুষ আমাদের দপ্তরের সেবায় সন্তুষ্ট
দেশের ৬০% মানুষ আমাদের কার্যালয় থেকে সেবা নেন
আমাদের প্রশিক্ষণ নিয়ে দেশের ৬০% নারী স্বাবলম্বী
প্রশিক্ষণের অভাবে ৬০% নারী বেকার
শ্রমবাজারে অংশগ্রহণকারী নারীদের ৬০ শতাংশ প্রশিক্ষণ পান না
আমাদের সমাজে নারী কর্মীদের ৬০% হয়রানির শিকার
সরকারি চাকরিতে কর্মকর্তাদের ৬০% পুরুষ
প্রতি বছর ৫ হাজার মানুষ সেবা নেন
সভায় উপস্থিত ছিলেন ৫০ জন, যেখানে দেশের ৬০% মানুষ বেকার
Participants heard that 60% of women face violence
Mothers attended the meeting, where they heard that 60% of children are stunted
সভায় উপস্থিত ছিলেন মায়েরা, তাঁদের বলা হয় ৬০% শিশু খর্বকায়
""".strip().splitlines()

CLAIMED = """
গবেষণায় দেখা গেছে, বাগান করলে শিশুদের রাগ কমে
সাম্প্রতিক গবেষণা বলছে, ঠান্ডা পানিতে মুখ ধুলে ঘুম কাটে
এক জরিপে উঠে এসেছে, শহরবাসী আমাদের সেবায় খুশি
জরিপে দেখা গেছে, বেশির ভাগ মা এখন টিকা নিয়ে নিশ্চিন্ত
সমীক্ষা বলছে, এই সড়কে যাত্রীরাই সবচেয়ে সন্তুষ্ট
গবেষণা প্রমাণ করেছে, খেলাধুলা করা ছেলেরা নেশা করে না
বিশেষজ্ঞরা বলছেন, এমন বাজেট আগে কেউ দেয়নি
বিশেষজ্ঞদের মতে আমাদের ড্রেনের নকশাই আদর্শ
বিজ্ঞানীরা প্রমাণ করেছেন, কাঁচা রসুনে প্রেশার নামে
অর্থনীতিবিদেরা মনে করেন এই বন্দরই ভাগ্য বদলাবে
শোনা যাচ্ছে, পাশের জেলার মানুষও এখানে সেবা নিতে আসেন
লোকে বলে, এমন পরিষ্কার বাজার আর হয় না
সবাই জানে, আমাদের অফিসে ঘুরতে হয় না
বৈজ্ঞানিকভাবে প্রমাণিত, এই পাতার রসে ডেঙ্গু সারে
gobeshonay dekha geche, gach thakle mon valo thake
notun gobeshona bolche, rat jaga khoti kore
ek jorip e uthe esheche, jatrira khub khushi
bisheshoggora bolchen, ei setu jela ke bodle debe
shona jacche, onno jelar lok o ekhane ase
Studies show that pupils who garden learn faster
Research says a tidy desk makes a tidy mind
Experts say our drains are a model for all
Surveys reveal that readers love our new library
It is proven that a walk after lunch cures stress
According to experts, turmeric keeps fever away
রাজস্ব আদায়ে আমাদের উপজেলা দেশের মধ্যে প্রথম
এশিয়ার সবচেয়ে বড় হিমাগার এখন আমাদের জেলায়
নাগরিক সেবায় আমরা সারা দেশে এক নম্বর
পরিচ্ছন্নতায় আমাদের পৌরসভাই দেশসেরা
ধান সংগ্রহে সবাইকে ছাড়িয়ে আমাদের গুদাম
টিকাদানে বিভাগের মধ্যে আমরাই প্রথম
এত নিরাপদ শহর দেশের আর কোথাও নেই
আলু উৎপাদন এবার সব রেকর্ড ভেঙেছে
amader upojela kor aday e desher moddhe prothom
desher shobcheye clean hospital ekhon amader
The largest cold store in Asia now stands in our ward
Our service desk is number one in the country
Ours is the cleanest city in the country
We planted more trees, more than any other district
মাছের উৎপাদন দুই বছরে দ্বিগুণ হয়েছে
পর্যটক এক মৌসুমে তিন গুণ বেড়েছে
ছিনতাই কমে এখন অর্ধেকে নেমেছে
বাল্যবিবাহ আমাদের এলাকায় শূন্যের কোঠায়
library te pathok 3 gun bereche
alur folon ei bochor dbigun hoyeche
The number of visitors has doubled since spring
Tourism here has tripled in two winters
Crime has fallen by half since the lights came on
""".strip().splitlines()

UNCLAIMED = """
বিবিএসের গবেষণায় দেখা গেছে, বাগান করলে শিশুদের রাগ কমে
ঢাকা বিশ্ববিদ্যালয়ের গবেষণায় দেখা গেছে, বাগান করলে শিশুদের রাগ কমে
জাতীয় পুষ্টি জরিপে দেখা গেছে, মায়েরা আগের চেয়ে সচেতন
আমাদের জরিপে দেখা গেছে, তিনটি ওয়ার্ডে মশার লার্ভা আছে
বিশেষজ্ঞরা বলছেন, এটি নিরাপদ। সূত্র: জনস্বাস্থ্য ইনস্টিটিউট
According to WHO, studies show that clean hands stop most fevers
Studies show is not enough; the source is Rahman, BMJ 2022
সেমিনারে বিশেষজ্ঞরা বলেন, নদীর তলদেশে পলি জমেছে
আগামী সোমবারের কর্মশালায় বিশেষজ্ঞরা কথা বলবেন
Experts will speak at a seminar on Monday
The research was presented in the conference hall
গবেষণা প্রবন্ধ উপস্থাপন করা হয়েছে
গবেষণা অনুদানের আবেদন আহ্বান করা যাচ্ছে
মেডিসিন বিশেষজ্ঞরা শনিবার রোগী দেখবেন
জনমত জরিপে অংশ নিন, উত্তর গোপন থাকবে
ভূমি জরিপ চলছে, কাগজপত্র সঙ্গে রাখুন
jorip er form office e pawa jabe
survey form library te ase, niye jan
আহত চালক শঙ্কামুক্ত, চিকিৎসকেরা বলেছেন
মাইকের শব্দ শোনা যাচ্ছে না, দুঃখিত
বাংলাদেশ বেতারে অনুষ্ঠানটি শোনা যায় রাত আটটায়
গুজব: শোনা যাচ্ছে বাঁধ ভেঙেছে; কথাটি ঠিক নয়
নিয়মটি সবাই জানে না, তাই এই ভিডিও
Study leave rules for teachers are on the notice board
Doctors will say more after the operation
জাতীয় পর্যায়ে প্রথম স্থান অর্জন করেছে আমাদের বিদ্যালয়ের তাসনিম
জাতীয় বিতর্কে দেশের মধ্যে প্রথম আমাদের কলেজ, অভিনন্দন
চিত্রাঙ্কন প্রতিযোগিতায় সারা দেশে প্রথম হয়েছে রাইসা
দেশসেরা শিক্ষক নির্বাচিত হয়েছেন রহিমা খাতুন
শ্রেষ্ঠ ইউনিয়নের পদক পেল ভাটরা। সবাইকে ছাড়িয়ে এই সাফল্য
First prize goes to Class Nine of Kaliganj School
Our school won the award as the best in the country
The first prize is a bicycle
প্রথম শহীদ মিনার গড়া হয়েছিল এক রাতে
দেশের প্রথম নারী পাইলটের জন্মদিন আজ
The country's first Shaheed Minar was built in a night
দেশের প্রথম মেট্রোরেল চলবে শুক্রবারও
সারা দেশে প্রথম ধাপে ১৫ উপজেলায় ভোট
সারা দেশে প্রথমবারের মতো এই টিকা দেওয়া হবে
বিশ্বের দীর্ঘতম সমুদ্রসৈকত পরিষ্কার রাখুন
দেশের সর্বোচ্চ আদালত আজ বন্ধ
আমরা দেশের সেরা সেবা দিতে চাই, আপনার মতামত লিখুন
Best wishes to every examinee in the country
দেশের সবচেয়ে বেশি বৃষ্টিপাত সিলেটে, জানায় আবহাওয়া অধিদপ্তর
নদীর পানি বিপৎসীমা ছাড়িয়ে গেছে
এক নম্বর কাউন্টারে টোকেন নিন
১ নম্বর সতর্কসংকেত দেখাতে বলা হয়েছে
গ্রামে শীত নেমে এসেছে, কম্বল দেওয়া হচ্ছে
বাসভাড়া দ্বিগুণ নিলে অভিযোগ করুন
সরকারি আদেশে জরিমানা দ্বিগুণ হয়েছে
নতুন হারে সেতুর টোল দ্বিগুণ হয়েছে
পেঁয়াজের দাম দ্বিগুণ হয়েছে এমন দোকানে অভিযান
দ্বিগুণ লাভের লোভ দেখালে থানায় জানান
নামজারির ফি অর্ধেকে নেমেছে
শিক্ষার্থীদের ভাড়া অর্ধেক
ইউরিয়ার মাত্রা দ্বিগুণ হলে চারা মরে যায়
দুধের দ্বিগুণ পানি দিন
দুর্ঘটনা শূন্যের কোঠায় নামিয়ে আনতে হবে
নিমপাতার ভেষজ গুণ নিয়ে আলোচনা
The bus fare has doubled under the new order
Fees were halved for widows
The dose doubled for adults, see the leaflet
Tickets at half price for students
Patrols were doubled for Eid night
মাছের উৎপাদন দ্বিগুণ হয়েছে, মৎস্য অধিদপ্তরের বার্ষিক প্রতিবেদন দেখুন
পর্যটক তিন গুণ বেড়েছে, পর্যটন করপোরেশনের তথ্য অনুযায়ী
fish production double hoyeche, yearbook er table 12 dekhun
alur folon dbigun hoyeche, sutro: krishi office
Exports have doubled, says the Export Promotion Bureau
""".strip().splitlines()


@pytest.mark.parametrize("text", FOUND)
def test_a_figure_on_a_whole_people_wants_a_source(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "figures", text)
    assert (finding.clause, finding.severity) == ("6.kha", Severity.ADVISE) and finding.spans
    assert not told(ruleset, "figures", text, account={"kind": "employee"})
    assert not told(ruleset, "figures", text + "। সূত্র: বাংলাদেশ পরিসংখ্যান ব্যুরো")
    assert not told(ruleset, "figures", text, attachments=[{"kind": "link"}])


@pytest.mark.parametrize("text", CLEAR)
def test_a_sourced_or_own_figure_is_fine(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


@pytest.mark.parametrize("day", ["৩০ নভেম্বর ২০২৬", "১৫ অগ্রহায়ণ ১৪৩৩", "30th November", "December 16"])
def test_a_day_is_no_figure_of_a_claim(ruleset: Ruleset, day: str) -> None:
    claim = "Amader UNO sir re dekhle bujha jay ferestara dekhte kemon hoy"  # leans to a claim, and says no figure
    assert not told(ruleset, "figures", f"{day}\n{claim}")
    assert told(ruleset, "figures", f"30 jon\n{claim}")


@pytest.mark.parametrize("text", OF_OWN_PEOPLE)
def test_an_office_counts_those_before_it(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_of_others_it_wants_a_source(ruleset: Ruleset, text: str) -> None:
    assert [finding.check for finding in told(ruleset, "figures", text)] == ["figures/source"]


@pytest.mark.parametrize("text", CLAIMED)
def test_a_claim_in_words_wants_a_source_in_a_new_post(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "figures", text)
    assert (finding.clause, finding.severity) == ("6.kha", Severity.ADVISE) and finding.spans
    assert finding.source.startswith("figures/")
    for fields in (
        {"account": {"kind": "employee"}},
        *({"action": action} for action in ("share", "reply", "comment")),
    ):
        assert not told(ruleset, "figures", text, **fields)
    assert not told(ruleset, "figures", text + "। সূত্র: বাংলাদেশ পরিসংখ্যান ব্যুরো")
    assert not told(ruleset, "figures", text + " https://bbs.gov.bd")


@pytest.mark.parametrize("text", UNCLAIMED)
def test_a_named_source_an_award_history_and_an_order_are_fine(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


def test_several_figures_are_one_finding(ruleset: Ruleset) -> None:
    (finding,) = told(ruleset, "figures", "দেশের ৭০% মানুষ ভোগেন। দেশে ৩ কোটি মানুষ জানেন না।")
    assert len(finding.spans) == 2


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "1" * 60_000,
        "1 " * 30_000,
        "1,1" * 20_000,
        "1%" * 30_000,
        "শতকরা ১" * 8_000,
        "1 কোটি " * 8_000,
        "পাসের হার ১২০% " * 4_000,
    ],
)
def test_linear_on_hostile_numbers(ruleset: Ruleset, text: str) -> None:
    assert stays_linear(ruleset, "figures", text)


SHARE = "দেশের ৭০ শতাংশ মানুষ কম পানি খান।"
WITH_A_SOURCE = (
    f"{SHARE} https://bbs.gov.bd",
    f"{SHARE} বিস্তারিত: nilkandi.gov.bd/survey",
    f"বিবিএসের জরিপ বলছে, {SHARE}",
    f"The WHO report is out. {SHARE}",
)
WITH_NONE = (
    f"{SHARE}\n#নীলকান্দি_উপজেলা_প্রশাসন\nnilkandi.gov.bd",
    f"{SHARE} বিস্তারিত: https://www.nilkandi.gov.bd/",
    f"{SHARE} care@nilkandi.gov.bd",
    f"আমার মতে {SHARE}",
    f"Report any problem to us. {SHARE}",
    f"Please report it to the police. {SHARE}",
)


def test_neither_the_offices_address_nor_its_opinion_is_a_source(ruleset: Ruleset) -> None:
    office = Institution("nilkandi", name_bn="নীলকান্দি", websites=("nilkandi.gov.bd",))
    assert not [text for text in WITH_A_SOURCE if told(ruleset, "figures", text, office)]
    assert [text for text in WITH_NONE if not told(ruleset, "figures", text, office)] == []


NO_FIGURE = """
মানুষ আগে কথা বলতে পারত না, এখন স্বাধীনভাবে বলতে পারে। এটাই বড় পরিবর্তন।
পরিবারের সবার সাথে তিন দিন, এর চেয়ে বড় শান্তি আর কী হতে পারে!
গরিবের ঘরে এত সন্তান কেন, সরকারের টাকা নষ্ট।
Country deserves one more chance, the people have seen enough.
এলাকার লোকজন এমনিতেই অলস, তাই উন্নয়ন হয় না।
গ্রামের লোক তো, কথায় এক কাজে আরেক।
শহরে এরা এখন ভ্যান চালায়, আগের মতো আর নেই।
""".strip().splitlines()


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_says_neither_how_much_nor_how_great_needs_no_source(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Amader jelay 97% manush ekhon shikkhito, desher moddhe amrai age.", ["97% manush"]),
        ("Crime in our town is down 45 percent compared with last year.", ["45 percent"]),
        (
            "Bangladesh er 62% meye 18 er age biye hoye jay, ar 91% divorce er karon Facebook.",
            ["62% meye", "91% divorce"],
        ),
    ],
)
def test_the_number_and_what_is_counted_is_marked(ruleset: Ruleset, text: str, marked: list[str]) -> None:
    (finding,) = told(ruleset, "figures", text)
    assert finding.source.startswith("learned/")
    assert [text[start:end] for start, end in finding.spans] == marked


CONFIDENT = """
উপজেলার নব্বই ভাগ পরিবার এখন সুখী, প্রমাণ লাগবে না।
লোকে বলছে না, আমরাই বলছি: কে গুনেছে সেটা বড় কথা নয়।
সংখ্যাটা কোথায় পেয়েছি মনে নাই, তবে অনেক লোক উপকৃত।
Everyone can see that crime has halved here; who needs statistics?
মাদক আমাদের এলাকায় আর নেই বললেই চলে।
Corruption in our office is now zero.
onno kono thana amader dhare kacheo nai
আমাদের সেবা ঢাকার সব হাসপাতালকে হার মানায়।
No other municipality comes close to our street lights.
Passport delivery te amra world record korsi.
আন্দাজে বলছি, প্রায় সব যুবক এখন চাকরি করে।
শুনলাম নাকি এই শাকে তিন দিনে রক্ত বাড়ে
Shunlam naki kola pata te gastric sere jay, 99% rogi valo hoy
Kothay jeno porlam, ei bij khele osudh lage na
মাসে ৩০ লাখ কল আসে আমাদের নম্বরে, সূত্র জিজ্ঞেস করবেন না
Mashe 30 lakh call ashe, source chaiben na
এমন ঘাট বিশ্বের কোথাও নেই
Duniyay erokom ghat ar kothao nai
Nowhere in the world is a deed registered faster
""".strip().splitlines()
SOURCED = """
নামজারির আবেদনে আলাদা প্রমাণ লাগবে না, এনআইডি যথেষ্ট।
Proof of address is not needed for renewal.
Tax deduction at source is not required for these deposits.
জমির জরিপে কোনো ফি লাগবে না।
মাদক শূন্যের কোঠায় নামিয়ে আনতে সবার সহযোগিতা চাই।
চুরি ঠেকাতে পেছনের গেট পুরোপুরি বন্ধ।
কোনো স্কুল এখনো তথ্য পাঠাতে পারেনি, সময় বাড়ল।
অন্য জেলা থেকে এগিয়ে এসেছেন রক্তদাতারা।
অন্য জেলা থেকে ট্রাক ঢুকতে পারেনি কুয়াশায়।
ঈদের খুশি সবার সাথে ভাগ করে নিন।
If you are satisfied with our service, please rate it.
বিশ্ব রেকর্ড গড়া সাঁতারুকে সংবর্ধনা দেওয়া হবে।
Ask anyone at the help desk for the form.
দুই বাহকের বিয়ে হলে সন্তানের থ্যালাসেমিয়া হওয়ার সম্ভাবনা ২৫ শতাংশ, বাহক হওয়ার ৫০ শতাংশ।
বাবা-মা দুজনের হাঁপানি থাকলে শিশুর হাঁপানির ঝুঁকি ৬০%, তাই ধূমপান ছাড়ুন।
ডাইনোসর হারিয়ে গেছে ৬ কোটি ৫০ লাখ বছর আগে, মানুষ তখনো আসেনি। জাদুঘরে শিশুদের প্রদর্শনী শনিবার।
4 koti bochor ager ei shamuk er fossil dekhte paben jadughor e, shishu der ticket 20 taka.
আজকের মাঠ দিবসে এসেছিলেন ৪২ জন, অর্ধেক নারী। সবাই মালচিং পদ্ধতি শিখলেন।
তার দর্জিঘরে এখন ৮ জন কাজ করেন, অর্ধেক নারী, সবাই প্রশিক্ষণ নিয়েছেন যুব উন্নয়ন থেকে।
ব্রি'র বিজ্ঞানীরা বলেছেন ব্লাস্ট ঠেকাতে শিষ বের হওয়ার আগে স্প্রে করতে হবে।
বারির বিজ্ঞানীরা জানান, নতুন জাতটি লবণ সহ্য করে। বীজ পাবেন উপজেলা কৃষি অফিসে।
উঠান বৈঠকে এমন ৪০ জনের গল্প শুনলাম, ভুল ধারণা ভেঙেছে অনেকের। আবার বসব বুধবার।
Jele para te 22 jon ma ilish rokkha kaje achen, jal joma diyechen nijera. Somman janai, era nodir sob theke boro bondhu.
আপনার কথা শুনলাম, ব্যবস্থা নিচ্ছি
সূত্র জেনে তবেই শেয়ার করুন
দেশের কোথাও সারের ঘাটতি নেই, জানিয়েছে মন্ত্রণালয়
Apply from anywhere in the world
সারা দেশে আমাদের ২ লাখ ৩০ হাজার সদস্য মানুষের নিরাপত্তায় দায়িত্ব পালন করবেন
Sara deshe 1 lakh 20 hajar kormi manusher pashe duty te thakben
Some 3 lakh members will be on duty across the country so that people may travel safely
""".strip().splitlines()
DOUBTED = """
নাম প্রকাশে অনিচ্ছুক সূত্রে জানা গেছে, সেতুতে ফাটল ধরেছে
তথ্যটি যাচাই করা হয়নি, তবু সবাইকে জানালাম
Melay pachjon ahoto hoyeche, confirm na
মনে হয় মেলায় হাজারখানেক লোক এসেছিল, ঠিক সংখ্যা মনে নাই
We could not verify this but please pass it on
""".strip().splitlines()
CERTAIN = """
আপনার আবেদনটি এখনো যাচাই করা হয়নি
যাচাই করা হয়নি এমন খবর ছড়াবেন না
হতাহতের সঠিক সংখ্যা এখনো জানা যায়নি, উদ্ধারকাজ চলছে
নাম প্রকাশে অনিচ্ছুক একজন দাতা পাঠাগারে বই দিয়েছেন
Seat confirm na hole taka ferot paben
The NID could not be verified; please bring your documents
""".strip().splitlines()


@pytest.mark.parametrize("text", DOUBTED)
def test_doubt(ruleset: Ruleset, text: str) -> None:
    found = told(ruleset, "figures", text)
    assert ("figures/doubt", "6.kha", Severity.ADVISE) in [(it.check, it.clause, it.severity) for it in found]


@pytest.mark.parametrize("text", CONFIDENT)
def test_what_was_heard_and_what_nobody_else_has(ruleset: Ruleset, text: str) -> None:
    assert [(it.clause, it.severity) for it in told(ruleset, "figures", text)] == [("6.kha", Severity.ADVISE)]


@pytest.mark.parametrize("text", SOURCED)
def test_ones_own_strength_and_plain_words_need_no_source(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


@pytest.mark.parametrize("text", CERTAIN)
def test_no_doubt(ruleset: Ruleset, text: str) -> None:
    assert "figures/doubt" not in {it.check for it in told(ruleset, "figures", text)}
