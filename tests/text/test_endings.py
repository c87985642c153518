"""Endings taken off and carried over."""

import json
from pathlib import Path

import pytest
from hostile_texts import hostile
from hypothesis import given

from server.text.endings import Forms, carry, cut, root
from server.text.normalise import normalise
from server.text.words import words

CASES = [json.loads(line) for line in (Path(__file__).parent / "endings.jsonl").read_text("utf-8").splitlines()]

NOUNS = {  # term: forms of it
    "শালা": "শালার শালারা শালাদের শালাকে শালাটা শালাগুলো শালাই শালাও শালাতে শালায় শালাদেরকে শালারাই শালাটাকে শালাগুলোর শালারে শালাগুলান শালাডারে",
    "বই": "বইখানা বইখানি বইখান",
    "মাগী": "মাগীর মাগি মাগিরা মাগীদেরকে মাগীগুলার মাগীটা",
    "চোর": "চোরের চোরেরা চোরদের চোরে চোরই চোরগুলো চোরকে চোরটার",
    "দল": "দলের দলে দলগুলোর দলকে দলটি দলসমূহ",
    "ভাই": "ভাইয়ের ভাইকে ভাইয়েরা ভাইদের ভাইটা",
    "সময়": "সময়ে সময়ের সময়টা সময়কে",
    "বিদ্যুৎ": "বিদ্যুতের বিদ্যুৎকে বিদ্যুতে",
    "রং": "রঙের রঙে রংয়ের রংটা",
    "নাগরিক": "নাগরিকরা নাগরিকেরা নাগরিকবৃন্দ নাগরিকগণ নাগরিকদেরকেই",
    "মুরতাদ": "মুরতাদদের মুরতাদেরা মুরতাদকে",
    "মা": "মায়ের মাকে মাদের মায়েরা",
    "রাজাকার": "রাজাকাররা রাজাকারের রাজাকারদেরকেও রাজাকারটাই",
    "ফেসবুক": "ফেসবুকএর ফেসবুকে ফেসবুকের",
}
NO_NOUNS = {
    "শালা": "শালগম পাঠশালা কর্মশালা ধর্মশালায় শালাবৃক্ষ শালিক শালীন শালুক",
    "বাল": "বালক বালিকা বালি বালিশ বালতি বালুচর বালাই বালাম বালকের",
    "মদ": "মদন মদিনা মদদ মদদের মদির",
    "মাল": "মালখানা মালখানার মালা মালিক মালয়েশিয়া মালঞ্চ মালাই মালদ্বীপ",
    "দল": "দলিল দলিত দলন দলা দলিলের",
    "মা": "মারা মাছ মান মালা মাসহারা মারামারি",
    "রাজা": "রাজাকার রাজাধিরাজ",
    "জঙ্গি": "জঙ্গিবাদ জঙ্গিবাদের",
    "হিন্দু": "হিন্দুস্থান হিন্দুত্ব",
    "পাগল": "পাগলখানা পাগলামি পাগলা",
    "চোর": "চোরাই চোরাচালান চোরাকারবারি",
    "খুন": "খুনি খুনসুটি",
    "হালা": "হালাল হালাকু",
    "জামাত": "জামাতা জামাতার",
    "ভাই": "ভাইরাস ভাইভা",
    "গরু": "গরুড়",
    "পাদ": "পাদদেশ পাদ্রি পাদুকা",
    "কুকুর": "কুকুরছানা",
    "রং": "রঙিন রংধনু",
}
VERBS = {  # root: forms of it
    "মার": "মারে মারছে মারবে মারবেন মারুন মারো মারি মারলাম মারতে মারলে মারেন মারিস মেরে মেরেছে মারিয়া মারিতে মারা মারার মারেনি মারবা মারতেছে"
    " মারাবে মারাইলো",
    "কর": "করে করেছে করছি করবে করুক করতাম করছিলেন করিয়া করলো করেছিলাম করানো করাবে কইরা",
    "খা": "খাই খায় খাচ্ছে খাবে খাও খাওয়া খাওয়ার খাচ্ছিলেন খান খেলাম খেতে খেয়েছে খাইতেছে",
    "লিখ": "লিখে লিখছে লিখব লেখে লেখেন লিখুন লিখেছিলেন",
    "হ": "হয় হই হও হচ্ছে হয়েছে হয়েছেন হলাম হতে হবে হবেন হলেন হোক",
    "ফেল": "ফেলে ফেলব ফেলবো ফেলা ফেলেছে ফেলুন ফেলাও",
    "দে": "দেয় দিলাম দিতে দেবে দেন",
    "চুদ": "চোদে চুদে চুদি চোদা চোদাচ্ছে চুদছে চুইদা",
    "কাট": "কাটে কাটছে কেটে কেটেছে কাটুন কাটবেন কাটবে",
    "পিট": "পিটা পিটাও পিটিয়ে পিটান পিটাবে পিটানো",
}
NO_VERBS = {
    "মার": "মারাত্মক মারজান মারফত মারকাজ মার্চ",
    "কর": "করোনা করমচা করাত করতোয়া করুণা করিডোর",
    "খা": "খাম খাল খাতা খাট খাদ খালি খাদ্য",
    "কাট": "কাটগড়া কাটলেট",
    "হ": "হল্লা হরিণ হোটেল হাত হেন হালুয়া",
    "ফেল": "ফেলোশিপ ফেলানি",
    "ধর": "ধরণী ধর্ম ধরিত্রী",
    "লিখ": "লিখিত",
}

CARRIED = [
    ("এলাকা", "রাজধানি", "রাজধানিতে", "এলাকায়"),
    ("এলাকা", "শহর", "শহরেও", "এলাকায়ও"),
    ("নদী", "শহর", "শহরে", "নদীতে"),
    ("মা", "শহর", "শহরে", "মায়"),
    ("ভাই", "শালা", "শালার", "ভাইয়ের"),
    ("ব্যক্তি", "চোর", "চোরের", "ব্যক্তির"),
    ("ব্যক্তি", "শালা", "শালাদেরকে", "ব্যক্তিদেরকে"),
    ("ব্যক্তি", "চোর", "চোরেরা", "ব্যক্তিরা"),
    ("ব্যক্তি", "চোর", "চোরে", "ব্যক্তিতে"),
    ("নাগরিক", "শালা", "শালার", "নাগরিকের"),
    ("নাগরিক", "শালা", "শালারা", "নাগরিকেরা"),
    ("নাগরিক", "শালা", "শালায়", "নাগরিকে"),
    ("নাগরিক", "শালা", "শালাগুলো", "নাগরিকগুলো"),
    ("নাগরিক", "শালা", "শালাগণ", "নাগরিকগণ"),
    ("নাগরিক", "শালা", "শালাই", "নাগরিকই"),
    ("নাগরিক", "শালা", "শালারও", "নাগরিকেরও"),
    ("মা", "চোর", "চোরের", "মায়ের"),
    ("বিদ্যুৎ", "চোর", "চোরের", "বিদ্যুতের"),
    ("বিদ্যুৎ", "চোর", "চোরকে", "বিদ্যুৎকে"),
    ("ট্রেনিং", "চোর", "চোরের", "ট্রেনিংয়ের"),
    ("সম্মানিত নাগরিক", "শালা", "শালার", "সম্মানিত নাগরিকের"),
    ("citizen", "শালা", "শালার", "citizen-এর"),
    ("citizen", "শালা", "শালাকে", "citizen-কে"),
    ("ব্যক্তি", "চোর", "চোর", "ব্যক্তি"),
    ("হরিজন কলোনি", "মেথরপট্টি", "মেথরপট্টিটা", "হরিজন কলোনিটা"),
    ("হরিজন কলোনি", "মেথরপট্টি", "মেথরপট্টিগুলোর", "হরিজন কলোনিগুলোর"),
]
CARRIED_TO_A_PERSON = [
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষজন", "নারীরা"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষজনকেও", "নারীদেরও"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটা", "নারী"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটি", "নারী"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটাই", "নারীই"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটার", "নারীর"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটাকেও", "নারীকেও"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষটায়", "নারীতে"),
    ("ইমাম", "কাঠমোল্লা", "কাঠমোল্লাটার", "ইমামের"),
    ("ইমাম", "কাঠমোল্লা", "কাঠমোল্লাগুলো", "ইমামেরা"),
    ("ইমাম", "কাঠমোল্লা", "কাঠমোল্লাগুলারে", "ইমামদের"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরগুলো", "পরিচ্ছন্নতাকর্মীরা"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরগুলোই", "পরিচ্ছন্নতাকর্মীরাই"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরগুলাকে", "পরিচ্ছন্নতাকর্মীদের"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরগুলির", "পরিচ্ছন্নতাকর্মীদের"),
    ("প্রতারক", "বাটপার", "বাটপারগুলোতে", "প্রতারকে"),
    ("citizen", "মেথর", "মেথরটা", "citizen"),
    ("citizen", "মেথর", "মেথরগুলোর", "citizen-দের"),
    # what a person is called already, and what a person has
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরদের", "পরিচ্ছন্নতাকর্মীদের"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরেরা", "পরিচ্ছন্নতাকর্মীরা"),
    ("পরিচ্ছন্নতাকর্মী", "মেথর", "মেথরকে", "পরিচ্ছন্নতাকর্মীকে"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষগণ", "নারীগণ"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষেরটা", "নারীরটা"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষদেরটা", "নারীদেরটা"),
    ("নারী", "মেয়েমানুষ", "মেয়েমানুষ", "নারী"),
]


def stems(word: str, forms: Forms) -> set[str]:
    return {stem for stem, _ in cut(normalise(word), forms)}


def among(stem: str, forms: Forms, text: str) -> bool:
    """Whether a word of the text may be a form of that stem."""
    return any(stem in stems(word.text, forms) for word in words(normalise(text)))


def test_the_table_that_everyone_shares() -> None:
    assert [case for case in CASES if among(normalise(case["term"]), "noun", case["text"]) is not case["found"]] == []


def reviewed() -> list[tuple[str, Forms, str, bool]]:
    rows: list[tuple[str, Forms, str, bool]] = []
    for line in (Path(__file__).parent / "reviewed_endings.txt").read_text("utf-8").splitlines()[1:]:
        head, sign, texts = line.split(" ", 2)
        term, _, verb = head.partition("/")
        rows += [(term, "verb" if verb else "noun", text, sign == "+") for text in texts.split("; ")]
    return rows


def test_hostile_readings() -> None:
    def stem(term: str, forms: Forms) -> str:
        return root(normalise(term)) if forms == "verb" else normalise(term)

    assert [row for row in reviewed() if among(stem(*row[:2]), *row[1:3]) is not row[3]] == []


def test_a_hostile_reading_has_more_near_misses_than_hits() -> None:
    assert sum(is_form for *_, is_form in reviewed()) * 2 < len(reviewed())


@pytest.mark.parametrize("term", NOUNS)
def test_forms_of_a_noun(term: str) -> None:
    assert [form for form in NOUNS[term].split() if normalise(term) not in stems(form, "noun")] == []


@pytest.mark.parametrize("term", NO_NOUNS)
def test_other_nouns(term: str) -> None:
    assert [other for other in NO_NOUNS[term].split() if normalise(term) in stems(other, "noun")] == []


@pytest.mark.parametrize("term", VERBS)
def test_forms_of_a_verb(term: str) -> None:
    assert [form for form in VERBS[term].split() if normalise(term) not in stems(form, "verb")] == []


@pytest.mark.parametrize("term", NO_VERBS)
def test_no_forms_of_that_verb(term: str) -> None:
    assert [other for other in NO_VERBS[term].split() if normalise(term) in stems(other, "verb")] == []


def test_after_a_hyphen() -> None:
    assert (normalise("মাদ্রাসা"), normalise("এর")) in list(cut(normalise("মাদ্রাসা-এর"), "noun"))
    assert normalise("শালা") not in stems("শালা-দুলাভাই", "noun")


def carried(replacement: str, term: str, form: str, of_person: bool) -> str:
    """The replacement for that form of the term, in the normal form."""
    ending = next(ending for stem, ending in cut(normalise(form), "noun") if stem == normalise(term))
    return normalise(carry(replacement, ending, of_person))


@pytest.mark.parametrize(("replacement", "term", "form", "expected"), CARRIED)
def test_an_ending_carried_over(replacement: str, term: str, form: str, expected: str) -> None:
    assert carried(replacement, term, form, of_person=False) == normalise(expected)


@pytest.mark.parametrize(("replacement", "term", "form", "expected"), CARRIED_TO_A_PERSON)
def test_a_person_is_not_spoken_of_as_a_thing(replacement: str, term: str, form: str, expected: str) -> None:
    assert carried(replacement, term, form, of_person=True) == normalise(expected)


def test_an_ending_of_no_noun_changes_nothing() -> None:
    assert carry("ভাই", normalise("বেন")) == "ভাই"
    assert carry("", normalise("র")) == ""


@pytest.mark.parametrize(
    ("verb", "expected"), [("মারা", "মার"), ("খাওয়া", "খা"), ("পিটানো", "পিট"), ("মার", "মার"), ("কর", "কর")]
)
def test_root(verb: str, expected: str) -> None:
    assert root(normalise(verb)) == expected


@given(hostile)
def test_the_whole_word_first_and_stem_and_ending_make_it(text: str) -> None:
    for word in words(normalise(text)):
        for forms in ("noun", "verb"):
            cuts = list(cut(word.text, forms))
            assert cuts[0] == (word.text, "")
            assert all(stem and word.text.endswith(ending) for stem, ending in cuts)
