"""Languages of whole drafts."""

import pytest
from hostile_texts import hostile
from hypothesis import given
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from server.text.ansi import is_ansi, is_ansi_word, may_be_ansi
from server.text.language import profiles, shares
from server.text.normalise import normalise

FIRST = [  # text, its chief language
    ("আজ জেলা প্রশাসনের সভা অনুষ্ঠিত হয়", "bn"),
    ("অনুষ্ঠান! ২৪ নভেম্বর 😀", "bn"),
    ("ami kal office e jabo na", "bn-Latn"),
    ("tumi kemon acho vai", "bn-Latn"),
    ("kire mama ki obostha eto din por", "bn-Latn"),
    ("vote dite jabo sokale", "bn-Latn"),
    ("shala", "bn-Latn"),
    ("sorkari oficer ghush khay", "bn-Latn"),
    ("apnader sobaike dhonnobad janai", "bn-Latn"),
    ("The office will remain closed on Friday", "en"),
    ("Notice", "en"),
    ("Citizen charter published", "en"),
    ("Please vote for the best citizen service of the year", "en"),
    ("He is a good man", "en"),
    ("Congratulations everyone", "en"),
    ("सरकारी कार्यालय बंद रहेगा", "hi"),
    ("مكتب الحكومة مغلق", "ar"),
    ("دفتر بند رہے گا", "ur"),
    ("அலுவலகம்", "ta"),
    ("Привет мир, как ваши дела", "ru"),
    ("Καλημέρα σε όλους", "el"),
    ("政府办公室", "zh"),
    ("おはようございます日本", "ja"),
    ("안녕하세요", "ko"),
    ("Bonjour tout le monde, comment allez-vous aujourd'hui mes amis", "fr"),
    ("Buenos días a todos los ciudadanos de nuestro municipio", "es"),
]
ANSI = [
    "Avgvi †mvbvi evsjv Avwg †Zvgvq fvjevwm",
    "MYcÖRvZš¿x evsjv‡`k miKvi",
    "Dc‡Rjv wbe©vnx Kg©KZ©vi Kvh©vjq",
    "AvMvgxKvj miKvwi QywU",
    "wkÿv gš¿Yvjq, XvKv",
    "mKj bvMwi‡Ki AeMwZi Rb¨ Rvbv‡bv hv‡”Q †h",
    "Gi mgvRKj¨vY †mev, nvRvi gvby‡li Rb¨",
    "বিজ্ঞপ্তি: Dc‡Rjv wbe©vnx Kg©KZ©vi Kvh©vjq, miKvwi QywU",
    "33 kv jvB‡bi KvR Pj‡e, we`y¨r mieivn eÜ _vK‡e",
    "ZvcgvÎv 37 °C, me©wb¤œ 26 °C _vK‡Z cv‡i",
    "Rwgi cwigvY 100 m², feb wbg©vY Kvh©µg",
]
NOT_ANSI = [
    "The office of the Deputy Commissioner", "I love my TV and have seven vivid visions", "Evhabe toh vhebe dekhi nai baperta", "ami vat khai",
    "vai valo achen? vote den", "Gov of Bangladesh, Nov 2026", "CV, TV, AV and VIP lounge", "© 2026 All rights reserved ®", "naïve café déjà vu",
    "আমার সোনার বাংলা", "price £5 ±2% §3 ¶4", "dev server v2 v3 vs v4", "https://mof.gov.bd/av/vb?v=xyz", "rev div nav dev", "vvip vvv", "", "†",
    "Kg", "মূল্য £৫", "Slovenščina je lep jezik", "Évidemment, c'est vrai", "Vlad Vkontakte", "ov ev iv", "vhai vhalo acen",
    "আজ ঢাকায় সর্বোচ্চ তাপমাত্রা ৩৭°C, সর্বনিম্ন ২৬°C।", "৩৭°C তাপমাত্রা, ১০°C", "37°C, 26 °C", "Max 37°C and min 26°C",
    "নবনির্মিত ভবনের আয়তন ১২০০ m², জমি ২৫০০ m²।", "100 m², 200 m²", "x² + y²", "বায়ুমান: PM2.5 ৫০ µg/m³, PM10 ৮০ µg/m³।",
    "50 µg/m³ PM2.5 and 25 µg/m³", "PM2.5 µg m³ µg m³", "৩৩ kv ও ১১ kv লাইনের রক্ষণাবেক্ষণ", "৩৩kv, ১১kv", "kv line bondho thakbe, 11 kv feeder",
    "33/11 kv, 10 kva", "IPv4 ও IPv6 ঠিকানা", "IPv4, IPv6, HTTPv2", "BTRC: IPv4 থেকে IPv6 এ স্থানান্তর", "5×3 cm×4 cm",
    "Registration for the convocation closes tonight at 11:59. #Convocation2025 #SAU", "notun udvabon mela, udvabok der shonge alochona",
    "Gorvoboti mayer jonno gorvokalin sheba", "eta somvob, nirvor koren", "·Dhaka\n·Khulna\n·Sylhet", "· Dhaka · Khulna",
    "pvt ও dvd: ফাইল cv আকারে জমা দিন, বিস্তারিত নোটিশে আছে", "Kg©KZ©v ও Kvh©vjq লেখা ফাইলগুলো ইউনিকোডে রূপান্তর করে পাঠাতে হবে",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), FIRST)
def test_the_chief_language(text: str, code: str) -> None:
    found = shares(normalise(text))
    assert next(iter(found)) == code
    assert found[code] > 0.5


def test_a_mixture() -> None:
    found = shares(normalise("আজকের meeting এর notice দেখুন please"))
    assert set(found) == {"bn", "en"}
    both = shares(normalise("ami kal jabo na because the office is closed and there is no meeting"))
    assert set(both) == {"bn-Latn", "en"}


@pytest.mark.parametrize("text", ["", "12345", "😀😀", "।!?", "২০২৬"])
def test_no_letters(text: str) -> None:
    assert shares(normalise(text)) == {}


def test_addresses_do_not_count_as_words() -> None:
    assert shares(normalise("ami jabo https://www.the-office-and-the-people.gov.bd/notice ")) == {"bn-Latn": 1.0}


def test_the_shortened_profiles_answer_as_the_whole_ones() -> None:
    whole = DetectorFactory()
    whole.load_profile(PROFILES_DIRECTORY)
    whole.set_seed(0)
    assert sorted(profiles().langlist) == sorted(whole.langlist)
    texts = [normalise(text) for text, _ in FIRST]
    for text in (text for text in texts if text.isascii() and text.replace(" ", "").isalpha()):
        told = []
        for known in (profiles(), whole):
            detector = known.create()
            detector.n_trial = 1
            detector.append(text)
            told.append({one.lang: round(one.prob, 9) for one in detector.get_probabilities()})
        assert told[0] == told[1]


@pytest.mark.parametrize("text", ANSI)
def test_an_old_fonts_encoding(text: str) -> None:
    assert is_ansi(text)


@pytest.mark.parametrize("text", NOT_ANSI)
def test_no_old_fonts_encoding(text: str) -> None:
    assert not is_ansi(text)


@pytest.mark.parametrize("word", ["ivRvKvi", "†mevMªnxZv", "`yb©xwZevR", "Kg©KZ©v", "ev‡Rbv"])
def test_a_single_word_of_it(word: str) -> None:
    assert may_be_ansi(word) and is_ansi_word(word)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "govt",
            "tv",
            "dvd",
            "savdhan",
            "tengvangbo",
            "Govt",
            "TvNews",
            "GovtBD",
            "viralVideo",
            "iPhone",
            "ReelsViral",
        ),
        *(
            "can´t",
            "Qur’an",
            "Sha‘ban",
            "o'brien",
            "Straße",
            "Ægir",
            "Šabac",
            "café",
            "N°5",
            "Facebook™",
            "©2026",
            "a×b",
        ),
        *("co\u00adoperate", "col·lega", "বলদ", "১২৩", ""),
    ],
)
def test_no_single_word_of_it(word: str) -> None:
    assert not is_ansi_word(word)


@given(hostile)
def test_shares_sum_to_one_and_stay_the_same(text: str) -> None:
    normal = normalise(text)
    found = shares(normal)
    assert not found or abs(sum(found.values()) - 1) < 0.1
    assert shares(normal) == found
    assert is_ansi(text) in (True, False)
