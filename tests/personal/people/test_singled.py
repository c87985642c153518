"""What an office tells of a matter names nobody: learned evidence that comes together over several sentences tells no person."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.personal.around.surroundings import Surroundings
from server.personal.people.singled import (
    bids_readers,
    is_named,
    is_of_nobody,
    is_singled_out,
    is_spread,
    lists_matters,
    speaks_of,
)
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset

MATTERS = """
সাপে কাটলে ওঝা নয়, হাসপাতাল। গত মাসে এন্টিভেনম পেয়ে তিনজন সুস্থ হয়ে বাড়ি ফিরেছেন, আর ঝাড়ফুঁকে সময় নষ্ট করে একজনকে বাঁচানো যায়নি। দংশনের জায়গা নাড়াচাড়া করবেন না, শক্ত করে বাঁধবেন না।
কুকুরে কামড়ালে ১৫ মিনিট সাবান পানি দিয়ে ধুয়ে নিন। জলাতঙ্ক হলে বাঁচানো যায় না, তাই টিকা নিতে দেরি করবেন না। গত বছর ঝাড়ফুঁকে ভরসা করে এক কিশোরের মৃত্যু হয়েছিল।
বিষণ্নতা দুর্বলতা নয়। এক শিক্ষার্থী আমাদের বলেছেন, কথা বলতে পেরে তিনি আজ ক্লাসে ফিরেছেন। কাউন্সেলিং কক্ষ খোলা রবি থেকে বৃহস্পতি, সব কথা গোপন থাকে, ওষুধ লাগলে ডাক্তার দেখবেন।
মাদক ধ্বংস করা হলো আদালত চত্বরে: ইয়াবা ৮,৪০০ পিস, হেরোইন ১২০ গ্রাম, ফেনসিডিল ৩১২ বোতল। উপস্থিত ছিলেন অতিরিক্ত চিফ জুডিসিয়াল ম্যাজিস্ট্রেট ও কোর্ট পরিদর্শক।
গভীর রাতে খবর পেয়ে উপজেলা প্রশাসন একটি বাল্যবিবাহ বন্ধ করেছে। কনে দশম শ্রেণির ছাত্রী, বর প্রবাসী। মেয়েটির পরিবার মুচলেকা দিয়েছে, আর কাজির নিবন্ধন বাতিলের সুপারিশ করা হয়েছে। তার নাম ও ঠিকানা আমরা জানাচ্ছি না।
A girl who survived an acid attack spoke at our seminar. She said, "Do not ask me who did it, ask why it was so easy to buy." Buying or selling acid without a licence is punishable; inform the DC office.
Survivors of trafficking told us what hurt most was the gossip after coming home. Please do not film them, do not ask for their names. Call the hotline if somebody offers a job without papers.
Pachar hoye fire asha meyera akhon selai shikhche amader safe home e. Keu tader chobi tulben na, barir thikana jiggesh korben na. Bidesh jaoar age BMET e khoj nin.
ধর্ষণের শিকার কেউ থানায় এলে নারী কর্মকর্তা কথা বলবেন, মেডিকেল পরীক্ষা ২৪ ঘণ্টার মধ্যে হবে। মেয়েটি কী পরে ছিল, কার সাথে ছিল, সে প্রশ্ন আর নয়। মামলার খরচ লিগ্যাল এইড দেয়।
যৌন হয়রানির অভিযোগ পেলে কমিটি গোপনে তদন্ত করে। কে অভিযোগ করেছে, কার কাছে বলেছে, কাউকে জানানো হয় না। বাক্সে চিঠি ফেলুন বা কমিটির যে কোনো সদস্যকে বলুন।
আপনারা লিখেছেন ভাতার টাকা পাচ্ছেন না। কারা পাননি, কোন মাসের পাননি, তা বই দেখে মিলিয়ে দেখব। ফোনে পিন চাইলে দিবেন না, সরাসরি অফিসে এসে কথা বলেন, আমরা আবেদন নিয়ে রাখব।
Apnader kotha thik, master roll e kono gormil thakle likhito janan. Chal bitoron er somoy tag officer thaken, uni sakkhor na korle keu chal pay na. Amra uttor dibo 7 din er moddhe.
যে কৃষক ভাই সেচের নালা কেটে দিতে চেয়েছিলেন তার সাথে মাঠে বসে কথা হয়েছে। এখন সবাই পালা করে পানি নিচ্ছেন।
স্যার, যে চাচা টাকা তুলতে চেয়েছিলেন তাঁর বই পাওয়া গেছে, কাল অফিসে এলেই হবে।
Je vai gach katte cheyechilen tar sathe kotha bolechi, uni gach na kete dal chete niben.
Medical camp er hisab: pressure 44, diabetes 31, chokher chani 12, jokkha sondeho 3. Free oshudh dewa hoyeche, jokkha sondeho jader tader kof porikkha hobe hospital e.
Health camp at the tea garden: 61 with anaemia, 17 with high blood pressure, 9 referred for cataract, 2 suspected TB (sputum taken). Next camp in two weeks.
Breast cancer screening, cervical VIA test, infertility counselling, family planning methods: all free at the fair. Bring your NID. Rooms 3 to 7, women doctors only.
বুকে ব্যথা, ঘাম, শ্বাসকষ্ট হলে দেরি না করে জরুরি বিভাগে আসুন। আপনার ইসিজি স্বাভাবিক ছিল, তবু রক্তচাপ বেশি থাকলে ওষুধ বন্ধ করবেন না। ঘুমের ওষুধ নিজে কিনে খাবেন না।
Your x-ray is normal, so do not worry. Pain in the chest after a heavy meal is often gas. Take the medicine for seven days, stop smoking, and come to OPD on Tuesday if it returns.
নির্যাতিত নারী ভাতা, বিধবা ভাতা ও স্বামী নিগৃহীতা ভাতার আবেদন চলছে। স্বামী তালাক দিলে তালাকনামা, মারা গেলে মৃত্যুসনদ লাগবে। দালালকে টাকা দিবেন না।
শিশুটির ছবি শেয়ার করবেন না, ভিডিওটি মুছে ফেলুন। নির্যাতনের ঘটনায় মামলা হয়েছে, একজন আটক। শিশু আইনে পরিচয় প্রকাশ দণ্ডনীয়। খবর দিতে ১০৯৮।
রাসেলস ভাইপার দেখলে পিটিয়ে মারবেন না, বন বিভাগে খবর দিন। কামড়ালে বাঁধবেন না, কাটবেন না, দ্রুত হাসপাতাল। উপদ্রব কমাতে ধানক্ষেতে গামবুট পরুন।
Rasel viper er voye sap pitiye marben na, onek sap nirbish. Upazila hospital e 20 dose antivenom ase. Kamor dile norachora korben na.
গৃহকর্মীকে মারধর করলে, খেতে না দিলে, বেতন আটকে রাখলে সেটা অপরাধ। পাশের ফ্ল্যাট থেকে কান্না শুনলে ৯৯৯ এ ফোন দিন, আপনার নাম জানানো হবে না।
A boy fell from the boat last year because nobody wore a life jacket. This year every school boat has ten. Beat the drum if somebody is in the water, do not jump in alone.
প্রতারক ফোন করে বলে "আপনার বাবার অ্যাকসিডেন্ট, টাকা পাঠান"। কথা না বলে আগে হাসপাতালে ফোন করুন। এমন দুটি অভিযোগে আমাদের থানায় জিডি হয়েছে, নম্বর দুটি বন্ধ করতে আবেদন করা হয়েছে।
আইডি হ্যাক হলে প্রথমে জিডি করুন, তারপর সাইবার সাপোর্টে আবেদন দিন। টাকা চেয়ে মেসেজ এলে কথা বলে নিশ্চিত হোন। গত মাসে এমন ১১টি অভিযোগ এসেছে, নয়টির আইডি ফেরত দেওয়া গেছে।
আমাদের হোমে যেসব কিশোরী আছে তাদের ছবি তোলা, নাম বলা, এলাকা জানানো নিষেধ। উদ্ধার হওয়া তিনজন এবার এসএসসি দিচ্ছে, তাদের জন্য দোয়া করবেন।
থ্যালাসেমিয়া কোনো অভিশাপ না। বাহক বাহককে বিয়ে করলে সন্তানের রোগ হতে পারে, রক্ত পরীক্ষা করে নিন। চিকিৎসা চলছে এমন শিশুদের জন্য রক্তদাতা দরকার, তালিকা সন্ধানীতে।
Ekjon mohila amader bolechen tar shami nesha kore marto, akhon niramoy kendre. Nesha rog, lojja na. Niramoy kendre vorti te taka lage na, porichoy gopon thake.
শ্রমিকের হাত কাটা পড়লে মালিক চিকিৎসার খরচ ও ক্ষতিপূরণ দিতে বাধ্য। গত সপ্তাহে শ্রম আদালতের আগে মীমাংসায় একজন পাঁচ লাখ টাকা পেয়েছেন, তাঁর ও কারখানার নাম দিলাম না।
Two workers got back their wages after mediation. Names of the factory and the workers are not given here, as they asked. Any worker can call 16357, the malik will not know who called.
পাগল বলে কাউকে শিকলে বাঁধবেন না। মানসিক রোগও ডায়াবেটিসের মতো রোগ, ওষুধ খেলে ভালো থাকা যায়। আমাদের বহির্বিভাগে চিকিৎসা নিয়ে এক যুবক এখন দোকান চালান।
Patients with epilepsy can drive a normal life. Do not put shoes under the nose, do not hold the limbs. One of our former patients is now a teacher and never misses her tablets.
আত্মহত্যা প্রতিরোধ দিবসে বলি: কারও কথায় মরে যাওয়ার ইচ্ছা থাকলে পাশে বসুন, বিচার করবেন না। গত বছর এমন এক তরুণ ফোন করেছিলেন, তিনি এখন নিজেই স্বেচ্ছাসেবক।
চোখ উঠলে হাত ধুয়ে নিন, কালো চশমা পরুন, নিজে ড্রপ কিনবেন না। আমাদের বহির্বিভাগে এ সপ্তাহে ১৪৩ জন রোগী এসেছেন, বেশির ভাগ স্কুলের শিশু।
Gombhira te nana-nati eshechilen balyo bibaho niye gaan korte, hashir chole sobai bujhlo. Hamar desh er nana re, kal abar bikale 4 tay pourosova math e.
গম্ভীরায় নানা বললেন "হামার নাতির বিহা দিব না ১৮ এর আগে", মাঠভরা মানুষ হাততালি দিল। আয়োজনে জেলা তথ্য অফিস।
Street play on dengue today: the grandmother asks her grandson to empty the flower pots, and the grandson falls ill because he was lazy. Town hall, 4 pm, free entry.
জরায়ুমুখের ক্যান্সার সচেতনতা সপ্তাহ: তলপেটে ব্যথা বা অস্বাভাবিক রক্ত গেলে লজ্জা না করে পরীক্ষা করান। নারী চিকিৎসক প্রতিদিন আছেন।
জন্ডিসের রোগী ও গর্ভবতী নারী পানি ফুটিয়ে খান, রাস্তার শরবত এড়িয়ে চলুন।
Balyobiye dile meyer baba, kazi dujoneri jel hobe. Meyer biyer boyosh 18, ek din kom o na, 109 e janan.
বিয়ের আগে দুজনের রক্তের গ্রুপ মিলিয়ে নিন। চাচাতো-মামাতো ভাইবোনের বিয়েতে বংশগত রোগের ঝুঁকি বাড়ে।
পথনাটকে মা বলছেন "আমার খোকা স্কুলে যাবে", শিশুশ্রমের বিরুদ্ধে এই নাটক দেখাবে শিল্পকলা একাডেমি শুক্রবার বিকেলে।
""".strip().splitlines()
PERSONS = """
ওসি স্যারের ছোট ছেলের সুন্নতে খতনা শুক্রবার দুপুরে থানার নতুন কোয়ার্টারে।
গত জুন মাসের কথা। আমাদের নৈশপ্রহরী করিম ভাইয়ের দুই কিডনিই নষ্ট, সপ্তাহে দুবার ডায়ালাইসিস লাগে।
আমাদের নৈশপ্রহরী করিম ভাইয়ের দুই কিডনিই নষ্ট। সপ্তাহে দুবার ডায়ালাইসিস লাগে, সবাই পাশে দাঁড়ান।
যক্ষ্মা লুকাবেন না। আমাদের পাশের গ্রামের ইমাম সাহেবের বড় ছেলেও ছয় মাস ওষুধ খেয়ে ভালো হয়েছেন, তাঁকে দেখে শিখুন।
""".strip().splitlines()


def told(ruleset: Ruleset, text: str) -> list[str]:
    found = check_draft(Draft(text, Account("institution"), platform="facebook", action="post"), ruleset).findings
    return [it.check for it in found if it.check.startswith("personal/")]


@pytest.mark.parametrize("text", MATTERS)
def test_a_matter_is_nobody(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, text)


@pytest.mark.parametrize("text", PERSONS)
def test_who_is_named_or_singled_out_is_told(ruleset: Ruleset, text: str) -> None:
    assert told(ruleset, text)


def around(text: str) -> tuple[Surroundings, list[tuple[int, int]]]:
    """A text's surroundings, and the places of its first and last word."""
    normal = normalise(text)
    return Surroundings(normal), [(0, 1), (len(normal) - 2, len(normal) - 1)]


def test_signs() -> None:
    assert is_spread(*around("মারধর করা হয়েছে। থানায় মামলা হয়েছে।")) and not is_spread(*around("মারধর করা হয়েছে।"))
    assert is_named(*around("মারধর করা হয়েছে রহিমা খাতুনকে।")) and not is_named(*around("আসামি করিম মিয়া ধরা পড়েছে।"))
    assert is_singled_out(*around("পশ্চিমপাড়ার একজন।")) and is_singled_out(*around("বাবা রিকশাচালক।"))
    assert not is_singled_out(*around("একজন নারী কথা বলেছেন।"))
    assert not is_singled_out(*around("একটি প্রত্যন্ত গ্রামে।")) and is_singled_out(
        *around("the girl of Char Kumira village.")
    )
    assert not is_singled_out(*around("a girl in a village.")) and is_singled_out(*around("একটি শিশু, শিবপুর গ্রামে।"))
    assert is_singled_out(*around("শিবপুর গ্রামের একজন।")) and not is_singled_out(*around("হেরোইন ১২০ গ্রাম।"))
    assert is_singled_out(*around("ঘিওর বাজারের দর্জির মেয়ে।")) and not is_singled_out(*around("একজন দরিদ্র দর্জি।"))
    assert not is_singled_out(*around("দর্জিদের প্রশিক্ষণ হয়েছে।")) and is_singled_out(*around("রোল নং ১৭, নবম শ্রেণি।"))
    assert is_singled_out(*around("শিশু সাব্বির, পিতা মৃত আলমাছ।")) and is_singled_out(*around("বিভাগের একমাত্র ছাত্রী।"))
    assert speaks_of(*around("তার যক্ষ্মা ধরা পড়েছে।"), ("disease",)) and not speaks_of(*around("সভা হয়েছে।"), ("disease",))
    assert lists_matters(*around("Dowry, acid, rape: never again."), ("crime", "wrong", "harm"))
    assert not lists_matters(*around("She was raped and beaten."), ("crime", "wrong", "harm"))


def test_a_whole_draft_may_tell_of_nobody() -> None:
    reached = "The UNO reached the house and the girl will go on with her class."
    assert is_of_nobody(around(reached)[0]) and is_of_nobody(around("A female student was harassed in a bus.")[0])
    assert not is_of_nobody(around(f"{reached} Her school paid.")[0])
    assert not is_of_nobody(around("The only female student of the batch was harassed.")[0])
    assert not is_of_nobody(around("Rahima Khatun was harassed.")[0])
    assert not is_of_nobody(around("The tailor's daughter was harassed.")[0])
    assert not is_of_nobody(around("She lives in Char Kumira village.")[0])


@pytest.mark.timed
@pytest.mark.parametrize("letter", ["a", "ক"])
@pytest.mark.parametrize("find", [is_singled_out, bids_readers])
def test_a_word_without_end_takes_no_time(letter: str, find: Callable[..., bool]) -> None:
    text = "বাড়ির ছাদে জমা পানিতে এডিস জন্মায়। "

    def seconds(length: int) -> float:
        looked, spans = around(text + letter * length)
        begun = time.process_time()
        find(looked, spans)
        return time.process_time() - begun

    assert min(seconds(20_000) for _ in range(3)) < 8 * min(seconds(5_000) for _ in range(3)) + 0.005
