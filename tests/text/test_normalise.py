"""The normal form: what meets, what stays apart, and that it never depends on what stands around a cluster."""

import sys
import unicodedata

import pytest
from hostile_texts import calm, hostile
from hypothesis import given

from server.text import normalise as module
from server.text.clusters import CLUSTER
from server.text.normalise import normalise

SAME = [
    ("joined and split য়", "\u09df", "\u09af\u09bc"),
    ("joined and split ড়", "\u09dc", "\u09a1\u09bc"),
    ("joined and split ঢ়", "\u09dd", "\u09a2\u09bc"),
    ("ে and া", "ক\u09cb", "ক\u09c7\u09be"),
    ("ে and ৗ", "ক\u09cc", "ক\u09c7\u09d7"),
    ("ে and ী, a wrong ৌ", "ক\u09cc", "ক\u09c7\u09c0"),
    ("অ and া", "আম", "অ\u09beম"),
    ("old র", "রাজা", "ব\u09bcাজা"),
    ("old ৎ", "উৎসব", "উত\u09cd\u200dসব"),
    ("ৎ and ত্", "উৎসব", "উত্সব"),
    ("র‍্য and র্য", "র\u200d\u09cdযাব", "র\u09cdযাব"),
    ("ZWNJ", "শালা", "শা\u200cলা"),
    ("zero-width space", "শালা", "শা\u200bলা"),
    ("right-to-left override", "শালা", "\u202eশালা"),
    ("isolate", "শালা", "শা\u2066লা"),
    ("tag characters", "শালা", "শা\U000e0041\U000e007fলা"),
    ("variation selector", "শালা", "শা\ufe0fলা"),
    ("soft hyphen", "শালা", "শা\u00adলা"),
    ("combining grapheme joiner", "শালা", "শা\u034fলা"),
    ("a control", "শালা", "শা\x07লা"),
    ("dot after hasanta", "\u09a1\u09bc\u09cd", "\u09a1\u09cd\u09bc"),
    ("full width", "shala", "ＳＨＡＬＡ"),
    ("mathematical", "shala", "𝓈𝒽𝒶𝓁𝒶"),
    ("fraktur", "shala", "𝔰𝔥𝔞𝔩𝔞"),
    ("circled", "shala", "ⓢⓗⓐⓛⓐ"),
    ("black squares", "shala", "🆂🅷🅰🅻🅰"),
    ("Cyrillic", "sala", "ѕаlа"),
    ("Greek", "kono", "κοnο"),
    ("accents", "shala", "shālà"),
    ("stacked accents", "shala", "s\u0301\u0300\u0302hala"),
    ("Cherokee", "shala", "ᏚhᎪlᎪ"),
    ("struck through", "শালা", "শ\u0336া\u0336ল\u0336া"),
    ("a stress mark", "শালা", "শ\u0951ালা"),
    ("small capitals", "shala", "ꜱʜᴀʟᴀ"),
    ("capitals", "shala", "ShAlA"),
    ("Assamese", "রবি", "ৰৱি"),
    ("Assamese with a dot", "র", "ৱ\u09bc"),
    ("Bangla digits", "2026", "২০২৬"),
    ("Arabic digits", "2026", "٢٠٢٦"),
    ("long and short i", "শালি", "শালী"),
    ("long and short u", "মুর্খ", "মূর্খ"),
    ("vowel letters", "ইদ উন", "ঈদ ঊন"),
    ("ণ ন", "গন", "গণ"),
    ("ঙ্ ং", "বাংগালি", "বাঙ্গালি"),
    ("chandrabindu", "চাদ", "চাঁদ"),
    ("a sign twice", "শালা", "শালাা"),
    ("hasanta twice", "ক্ষ", "ক্্ষ"),
    ("a fraction for a danda", "ক।", "ক৷"),
    ("a danda of verses", "ক। খ।", "ক॥ খ॥"),
    ("no-break space", "ক খ", "ক\u00a0খ"),
    ("ellipsis", "ক...", "ক…"),
    ("line ends of other programs", "ক\nখ\nগ\nঘ\nঙ\nচ", "ক\u2028খ\u2029গ\x0bঘ\x0cঙ\x85চ"),
    ("hyphens of other programs", "০-১-২-৩-৪", "০\u2010১\u2011২\u2012৩\u2212৪"),
    ("line ends of Windows and old Macs", "ক\n\nখ\n\nগ", "ক\r\n\r\nখ\r\u200b\nগ"),
]

APART = [
    ("শ", "স"), ("শ", "ষ"), ("জ", "য"), ("র", "\u09dc"), ("ত", "ৎ"), ("ঙ", "ং"), ("ব", "র"), ("য", "\u09df"),
    ("ড", "\u09dc"), ("ক", "ক্ষ"), ("শালা", "শাল"), ("কো", "কে"), ("কো", "কৌ"), ("অ", "আ"), ("এ", "ঐ"), ("o", "0"),
    ("ক খ", "কখ"), ("a", "b"), ("মমতা", "মতা"), ("bb", "b"), ("ক।", "ক"), ("দুঃখ", "দুখ"), ("😀", "😁"), ("ন", "ম"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "typed"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_spellings_that_meet(expected: str, typed: str) -> None:
    assert normalise(typed) == normalise(expected)


@pytest.mark.parametrize(("one", "other"), APART)
def test_letters_that_stay_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_bangla_letters_with_a_dot_are_one_code_point_each() -> None:
    assert [hex(ord(letter)) for letter in normalise("\u09af\u09bc\u09a1\u09bc\u09a2\u09bc")] == [
        "0x9df",
        "0x9dc",
        "0x9dd",
    ]


def test_white_space_and_punctuation_stay() -> None:
    assert normalise("ক,\tখ\nগ।") == "ক,\tখ\nগ।"


@given(hostile)
def test_idempotent(text: str) -> None:
    normal = normalise(text)
    assert normalise(normal) == normal


@given(hostile)
def test_local_to_clusters(text: str) -> None:
    assert "".join(map(normalise, CLUSTER.findall(text))) == normalise(text)
    assert "".join(CLUSTER.findall(text)) == text


@given(calm)
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    assert normalise(text) == module._unusual(text)


def test_every_character_by_itself() -> None:
    """Each of the 160,000 assigned characters: idempotent, and the short way right about it."""
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cn", "Co", "Lo") and not 0x980 <= code < 0xA00:
            continue
        normal = normalise(letter)
        assert normalise(normal) == normal, hex(code)
        if module._is_all(module._PLAIN_BUT_CAPITALS, letter):
            assert normal == module._unusual(letter), hex(code)
