"""Disguised words are read; ordinary words have no other reading."""

import pytest
from hostile_texts import hostile
from hypothesis import given
from hypothesis.strategies import text

from server.text.disguises import variants
from server.text.mixed import mixed
from server.text.normalise import normalise
from server.text.split_letters import is_plain, joined
from server.text.words import words

READ = [
    ("শশশালা", "শালা"), ("শালাাা", "শালা"), ("শালাআআআ", "শালা"), ("শালাআ", "শালা"), ("শ্ালা", "শালা"), ("মাগিইইই", "মাগি"),
    ("হারামিইই", "হারামি"), ("বাাাল", "বাল"), ("sh@la", "shala"), ("$hala", "shala"), ("5hala", "shala"), ("sh4la", "shala"),
    ("shaaaala", "shala"), ("shalaaaa", "shala"), ("sssshala", "shala"), ("b@l", "bal"), ("kh@nki", "khanki"), ("mag!r", "magir"),
    ("shala1", "shala"), ("2shala", "shala"), ("shala420", "shala"), ("covid19", "covid"),
    ("ch0da", "choda"), ("kutt@", "kutta"), ("b1tch", "bitch"), ("1diot", "idiot"), ("da1al", "dalal"), ("@shala", "shala"),
]  # fmt: skip
ORDINARY = [
    "শালা", "মমতা", "কাকা", "দাদা", "ববিতা", "সসীম", "মাননীয়", "উদ্বোধন", "সম্মান", "ক্ষমতা", "নিষিদ্ধ", "ভাইই", "কবিই", "শুভ", "৭১",
    "shala", "committee", "coffee", "book", "office", "success", "5kg", "10th", "2nd", "1st", "3rd", "2026", "ami2",
    "mp3", "10pm", "500", "4g", "$500", "24", "bcs45", "1000", "999", "16000", "তাআলা", "ইনশাআল্লাহ", "মাশাআল্লাহ", "h5n1", "b2b",
]  # fmt: skip

APART = [  # as typed, the word in it, the letters that it spans
    ("শ.ু.য়.ো.র", "শুয়োর", "শ.ু.য়.ো.র"),
    ("তুই শু.য়ো.রে.র বাচ্চা", "শুয়োরের", "শু.য়ো.রে.র"),
    ("s h u o r", "shuor", "s h u o r"),
    ("তুই শ-য়-তা-ন!", "শয়তান", "শ-য়-তা-ন"),
    ("শা🐷লা", "শালা", "শা🐷লা"),
    ("শা😡😡লা তুই", "শালা", "শা😡😡লা"),
    ("শা.লা", "শালা", "শা.লা"),
    ("আজ সভা\nশা লা", "শালা", "শা লা"),
    ("“শা লা”", "শালা", "শা লা"),
    ("(কু ত্তা)", "কুত্তা", "কু ত্তা"),
    ("f*ck you", "fuck", "f*ck"),
    ("you f**king fool", "fucking", "f**king"),
    ("that b*tch!", "bitch", "b*tch"),
    ("শা_লা", "শালা", "শা_লা"),
    ("শা*লা", "শালা", "শা*লা"),
    ("শুয়ো.র", "শুয়োর", "শুয়ো.র"),
    ("হা.রামজাদা", "হারামজাদা", "হা.রামজাদা"),
    ("সে শ য় তা ন", "শয়তান", "শ য় তা ন"),
    ("হ া র া ম ি", "হারামি", "হ া র া ম ি"),
    ("বা ন চো দ তুই", "বানচোদ", "বা ন চো দ"),
    ("k.h.a.n.k.i", "khanki", "k.h.a.n.k.i"),
    ("b-a-l", "bal", "b-a-l"),
    ("sh*la", "shla", "sh*la"),
    ("tui ekta b a l", "bal", "b a l"),
    ("u r a s h a l a", "shala", "s h a l a"),
    ("S.H.A.L.A", "shala", "S.H.A.L.A"),
    ("তুই শা লা", "শালা", "শা লা"),
    ("সে শা লা রে", "শালা", "শা লা"),
    ("চো র ধর", "চোর", "চো র"),
    ("কু ত্তা", "কুত্তা", "কু ত্তা"),
    ("sha*la", "shala", "sha*la"),
    ("kut🐶ta", "kutta", "kut🐶ta"),
    ("কু~ত্তা", "কুত্তা", "কু~ত্তা"),
]
HARMLESS = [
    "এ কে এম ফজলুল হক", "এ. কে. এম. ফজলুল হক", "এ.কে.এম. ফজলুল", "এ বি এম", "ও সি ডি বি", "U.S.A.", "U.S.A", "a.m.", "p.m.", "e.g.",
    "i.e.", "বি.এ.", "এম.এ. পাস", "বি.বি.এস", "কি.মি.", "৫ কি.মি.", "কে.জি.", "সে.মি.", "মি.লি.", "কি.গ্রা.", "ক, খ, গ", "ক,খ,গ,ঘ",
    "ক. খ. গ.", "ক) খ) গ)", "a, b, c", "a.b.c.d", "A B C D", "১. ২. ৩.", "1.2.3", "24-11-2026", "৩.৫", "সে কি না যে", "ও যে কে",
    "না রে ভাই", "মা ও বাবা", "খা না", "যা তো", "না না না", "হে হে হে", "কে কে যাবে", "তা কি", "ও মা", "ক খ", "এ বি", "দে না রে", "এ কি", "সকাল-সন্ধ্যা", "বাংলাদেশ-ভারত", "co-op", "e-mail", "x-ray", "t-shirt", "wi-fi", "A K M Rahman", "I am a man",
    "plan b", "vitamin c", "grade a b", "রাজশাহী/ঢাকা", "জানুয়ারি,২০২৬", "১০:৩০", "ক-খ", "জি.এম.", "পি.ও. বক্স", "সভা\nনা রে ভাই",
    "2*3", "f**", "**fuck**", "*f",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "word"), READ)
def test_a_disguise_is_read(typed: str, word: str) -> None:
    normal = normalise(typed)
    assert normalise(word) in {normal, *variants(normal)}


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_is_what_it_is(word: str) -> None:
    assert variants(normalise(word)) == ()


@given(text(alphabet="@$!", max_size=9))
def test_signs_alone_are_no_word(signs: str) -> None:
    assert all(set(reading) <= set("@$!") for reading in variants(signs))


@pytest.mark.parametrize(("typed", "word", "covers"), APART)
def test_letters_set_apart(typed: str, word: str, covers: str) -> None:
    normal = normalise(typed)
    found = [other for other in joined(normal) if other.text == normalise(word)]
    assert [normal[other.start : other.end] for other in found] == [normalise(covers)]


@pytest.mark.parametrize("typed", HARMLESS)
def test_set_apart_for_a_reason(typed: str) -> None:
    assert joined(normalise(typed)) == []


@pytest.mark.parametrize("typed", [typed for typed, *_ in APART] + HARMLESS)
def test_plain_stretches_need_not_be_looked_at(typed: str) -> None:
    _same_without_plain(normalise(f"আজ সভা হবে। {typed} না"))


@given(hostile)
def test_plain_stretches_of_hostile_texts_need_not_be_looked_at(text: str) -> None:
    _same_without_plain(normalise(text))


def _same_without_plain(normal: str) -> None:
    others = {stretch for stretch in normal.split() if not is_plain(stretch)}
    assert joined(normal, others) == joined(normal)


@pytest.mark.parametrize("stretch", ["সভা", "(সভা)", "১৫", "সভা।", "কি", "(ও", "না।", "ফ্লু", "আনা-নেওয়া", "(হাম-রুবেলা)"])
def test_a_plain_stretch(stretch: str) -> None:
    assert is_plain(normalise(stretch))


@pytest.mark.parametrize("stretch", ["শ.ু.য়.ো.র", "া", "ালা", "শাx", "office", "শা🐷লা", "শা", "লা।", "“য়", "শা-লা"])
def test_no_plain_stretch(stretch: str) -> None:
    assert not is_plain(normalise(stretch))


@given(hostile)
def test_spans_hold_the_letters(text: str) -> None:
    normal = normalise(text)
    in_two_scripts = mixed(normal)
    for word in joined(normal):
        if word in in_two_scripts:  # its letters are read as Latin ones
            continue
        inside = iter(normal[word.start : word.end])
        assert all(letter in inside for letter in word.text)
    for word in words(normal):
        assert word.text not in variants(word.text)
        assert len(variants(word.text)) <= 12
