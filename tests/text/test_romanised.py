"""Banglish: spellings that meet a Bangla word, English words and other Banglish that must not."""

import pytest
from hostile_texts import hostile
from hypothesis import given
from hypothesis import strategies as st

from server.text.endings import latin_cut
from server.text.normalise import normalise
from server.text.romanised import is_english, key, keys, one_edit, one_letter_apart, skeleton
from server.text.words import words

NEAR = 5  # letters of a key from which one edit is forgiven, as the word lists do

SPELLINGS = {
    "শালা": "shala sala shalaa saala salar shalara shalader",
    "কুত্তা": "kutta kuttaa kuttar kuttara khutta",
    "হারামজাদা": "haramjada haramzada haramjadaa haramjadar haramzadara harmjada",
    "শুয়োর": "shuyor shuor suor suyor shuorer shuyorer",
    "মাগী": "magi maagi magir magira maggi maghi",
    "খানকি": "khanki kanki khankir khankira khankie khanky",
    "বেশ্যা": "bessha beshsha bessa bessar",
    "দালাল": "dalal dallal dalaler dalalra dalalgulo",
    "রাজাকার": "rajakar razakar rajaker rajakarer rajakarder rajakars",
    "জঙ্গি": "jongi jonggi jangi jongir jongira",
    "নাস্তিক": "nastik nasthik nastiker nastikra",
    "ছাগল": "chagol sagol chhagol chagoler chagole chagolgula",
    "পাগল": "pagol pagoler pagole pagolra",
    "শয়তান": "shoytan soitan soytan shaitan shoytaner",
    "জানোয়ার": "janoar janoyar janowar januar janowarer",
    "মূর্খ": "murkho murkhora murkher",
    "বেয়াদব": "beyadob beadob biyadob beyadober",
    "মালাউন": "malaun malauner malaunra malayun",
    "চুতিয়া": "chutiya chutia cutiya",
    "ভোদা": "voda bhoda vodar vodai",
    "বিশ্বাসঘাতক": "bishwasghatok biswasghatok bisshasghatok",
    "নির্লজ্জ": "nirlojjo nirlozzo nirlojjer",
    "মীরজাফর": "mirjafor mirzafor mirjafar",
    "ফালতু": "faltu phaltu falto faltur",
}
OTHERS = {  # innocent Banglish and English beside a term
    "শালা": "shalgom shalik salam salat salon shawl shell sell sale school sholo solar seller asole chele silo shilpo",
    "বাল": "bala bole bolar bolo balok balish balti bhalo valo bela bowl ball bail bill bull bold blue able",
    "মাগী": "magic mage magnet maghrib mega image amago moga magura megh mug maggot",
    "কুত্তা": "kotha kothay koto kata kati kuthi kut kit kite cut cute kotota akta ekta katha",
    "জানোয়ার": "january jonno joner jene junior joiner genre",
    "শুয়োর": "sure shore sour shoe shower suru shuru sera sara share sir sari shorir user",
    "দালাল": "delay deal dull doll dial dalim dal dalan",
    "জঙ্গি": "jungle jogging jonno jongol jog jug",
    "রাজাকার": "raja rajar rajshahi rajkumar razor riksha",
    "ছাগল": "cigar single chapol chagolnaiya segulo",
    "ভোদা": "video vote void vid vido valo vodka",
    "খানকি": "khan khana khane kink kankon thank",
    "পাগল": "page people pogo google pagla",
    "মালাউন": "million melon mullion malls milan malaysia maloti",
    "চোদা": "choto chad check chador child chada chadar",
    "মদ": "modu model mod mode",
    "নাস্তিক": "nasta nashta nice next nostalgia",
    "ফালতু": "flat felt filter faltering fault",
}
ENGLISH = [
    "shall",
    "solar",
    "ball",
    "bail",
    "magic",
    "million",
    "january",
    "video",
    "school",
    "seller",
    "bowler",
    "pagan",
]
NO_ENGLISH = [
    "shala",
    "sala",
    "bal",
    "baal",
    "magi",
    "khanki",
    "kutta",
    "chudi",
    "choda",
    "dalal",
    "malaun",
    "haramjada",
    "suor",
    "rand",
    "hijra",
    "jongi",
    "nastik",
    "voda",
    "putki",
]


def meets(term: str, typed: str) -> bool:
    """Whether the word lists would read `typed` as `term`: by key, or one edit inside the same consonants."""
    if is_english(typed):
        return False
    own = keys(normalise(term))
    for stem, _ in latin_cut(typed):
        banglish = key(stem)
        if banglish in own:
            return True
        near = [other for other in own if len(other) >= NEAR and skeleton(other) == skeleton(banglish)]
        if len(banglish) >= NEAR and any(one_edit(banglish, other) for other in near):
            return True
    return False


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(term, word) for term, typed in table.items() for word in typed.split()]


@pytest.mark.parametrize(("term", "typed"), pairs(SPELLINGS))
def test_a_spelling(term: str, typed: str) -> None:
    assert meets(term, typed)


@pytest.mark.parametrize(("term", "typed"), pairs(OTHERS))
def test_another_word(term: str, typed: str) -> None:
    assert not meets(term, typed)


@pytest.mark.parametrize("word", ENGLISH)
def test_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", NO_ENGLISH)
def test_the_guard_shields_no_abuse(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abcd", "abcd", True), ("abcd", "abd", True), ("abcd", "abxd", True), ("abcd", "xabcd", True), ("a", "", True),
        ("abcd", "abdc", False), ("abcd", "ab", False), ("abcd", "xbcx", False), ("", "ab", False), ("abc", "xyz", False),
        ("ab", "ba", False), ("aab", "abb", True), ("abab", "baba", False),
    ],
)  # fmt: skip
def test_one_letter_apart(a: str, b: str, expected: bool) -> None:
    assert one_letter_apart(a, b) is expected
    assert one_letter_apart(b, a) is expected


letters = st.text("abc", max_size=6)


@given(letters, letters)
def test_one_letter_apart_is_a_distance_of_one(a: str, b: str) -> None:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    assert one_letter_apart(a, b) is (row[-1] <= 1)


@pytest.mark.parametrize(
    ("typed", "own", "expected"),
    [("dallal", "dalal", True), ("dolal", "dalal", True), ("dulal", "dalal", False), ("dulal", "dulal", True), ("janar", "janoar", False),
     ("januar", "janoar", True), ("biman", "beiman", False), ("baiman", "beiman", True), ("marka", "murko", False)],
)  # fmt: skip
def test_an_ordinary_word_is_no_slip(typed: str, own: str, expected: bool) -> None:
    assert one_edit(typed, own) is expected


@pytest.mark.parametrize(
    ("word", "cut"),
    [("shalar", ("shala", "r")), ("dalaler", ("dalal", "er")), ("chagolgulo", ("chagol", "gulo")), ("idiots", ("idiot", "s")),
     ("rajakarderke", ("rajakar", "derke")), ("pagolta", ("pagol", "ta")), ("nastikeri", ("nastik", "eri"))],
)  # fmt: skip
def test_a_latin_ending(word: str, cut: tuple[str, str]) -> None:
    assert cut in list(latin_cut(word))


@pytest.mark.parametrize(
    ("word", "stem"), [("baler", "bal"), ("mage", "mag"), ("kes", "ke"), ("modti", "mod"), ("dalali", "dalaa")]
)
def test_no_latin_ending(word: str, stem: str) -> None:
    assert stem not in [found for found, _ in latin_cut(word)]


@given(hostile)
def test_keys_are_few_and_in_their_own_fold(text: str) -> None:
    for word in words(normalise(text)):
        if word.text.isascii():
            assert skeleton(key(word.text)) == skeleton(skeleton(key(word.text)))
        else:
            found = keys(word.text)
            assert len(found) <= 40
            assert all(other.isascii() for other in found)
