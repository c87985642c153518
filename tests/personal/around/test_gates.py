"""A gate that is shut keeps no finder from anything that it would have found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.checks.unimportant import QUOTED, SIGNED
from server.personal.around.cues import shipped_cues
from server.personal.around.gates import FOREIGN, NUMBER, PROPORTION, QUOTE_OR_DASH, TAG, UNIT
from server.personal.around.surroundings import Surroundings
from server.personal.particulars.runs import runs
from server.text.ansi import is_ansi
from server.text.language import shares
from server.text.normalise import normalise
from server.text.quantities import COUNTED, SHARE, may_be_worded

PIECES = st.sampled_from(
    [
        *"0179",
        "01",
        "2345",
        " ",
        " ",
        "  ",
        "\n",
        "-",
        " - ",
        "/",
        "(",
        ")",
        "+880",
        ".",
        "–",
        "রোল",
        "টি",
        "নং ",
        "a",
        "o1",
    ]
)
SAID = st.sampled_from(
    ["৭০", " ", " ", "শতাংশ", "%", "12.5", "লাখ", "million", "in", "out of", "per cent", "প্রতি ", "প্রতি", "দুই ", "জন", "জনের মধ্যে ", "একজন", "٣", "জনে", "অর্ধেক",
     "শতকরা ", "half of", "one in ", "ten", "two-", "thirds", "of ", "বিভাগ", "।", "\n", "কোটি", "হাজার", ",", "(", "প্রতিদিন "]
)  # fmt: skip
QUOTING = st.sampled_from(
    [*"\"“”‘’'।.?!»…-–—―~", " ", " ", "  ", "\n", "\u00a0", "যে সহে সে রহে", "লিও তলস্তয়", "করিম", "ক", ") "]
)


def around(text: str) -> Surroundings:
    return Surroundings(normalise(text), shipped_cues())


@given(st.lists(PIECES, max_size=40).map("".join))
def test_numbers(text: str) -> None:
    seen = around(text)
    assert seen.may_hold(NUMBER) or not list(runs(seen.normal))


@given(st.lists(SAID, max_size=12).map("".join))
def test_shares(text: str) -> None:
    seen = around(text)
    assert seen.may_hold(UNIT) or not COUNTED.search(seen.normal)
    assert seen.may_hold(UNIT, PROPORTION) or not SHARE.search(seen.normal)
    assert (
        seen.may_hold(FOREIGN)
        or COUNTED.search(seen.normal)
        or may_be_worded(seen.normal)
        or not SHARE.search(seen.normal)
    )


@given(st.lists(QUOTING, max_size=12).map("".join))
def test_quotations(text: str) -> None:
    seen = around(text)
    assert seen.may_hold(QUOTE_OR_DASH) or not (SIGNED.search(seen.normal) or QUOTED.match(seen.normal.strip()))


@given(st.text(alphabet="কখ া১2 ।vA†‡©é\nзü漢", max_size=40))
def test_drafts_of_bangla_alone(text: str) -> None:
    seen = around(text)
    if not seen.may_hold(FOREIGN):
        assert not is_ansi(text)
        assert shares(seen.normal) in ({}, {"bn": 1.0})


def cue_words() -> list[str]:
    cues = [(first, *cue.rest) for first, those in shipped_cues().phrases.items() for cue in those]
    return sorted({word for words in cues for word in words if len(words) > 1})


@given(
    st.lists(st.tuples(st.sampled_from(cue_words()), st.sampled_from([" ", "-", ". ", "র ", "ের ", "\n"])), max_size=12)
)
def test_every_cue_that_stands_there_opens_its_gate(pairs: list[tuple[str, str]]) -> None:
    seen = around("".join(word + joint for word, joint in pairs))
    assert all(seen.may_hold(mark.kind) for mark in seen.marks)


def test_a_cue_of_two_words_needs_both() -> None:
    assert not around("মেজো কর্মকর্তা").may_hold("relative") and not around("মাটিতে পুঁতে ফেলুন").may_hold("relative")
    assert around("ছোট বোনের আকদ").holds("relative", "occasion") and not around("ছোট বোন").holds("relative", "occasion")


def test_gates_stay_shut_for_what_offices_post() -> None:
    seen = around("উপজেলা কৃষি বিভাগের আয়োজনে সকাল ১০টায় সভা, ২৬ নভেম্বর")
    assert not seen.may_hold(UNIT) and not seen.may_hold(PROPORTION) and not seen.may_hold(TAG)
    assert not seen.may_hold(FOREIGN)
    assert around("দশ বন্ধুকে ট্যাগ করুন").may_hold(TAG)
    assert around("নম্বর ০১৭ ১২৩ ৪৫৬ ৭৮").may_hold(NUMBER) and not around("১০টায়, কক্ষ ২১২ক").may_hold(NUMBER)
