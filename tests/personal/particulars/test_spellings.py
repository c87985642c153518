"""Generated spellings of each number kind are found; memos, money, dates and tenders, however generated, are not."""

from __future__ import annotations

import phonenumbers
from hypothesis import given
from hypothesis import strategies as st

from server.personal.particulars.cards import luhn
from server.personal.particulars.runs import is_mobile, local
from tests.personal.told import told

BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
SEPARATORS = st.sampled_from(["", " ", "-", " - ", "–"])
COUNTRY = st.sampled_from(["", "+88", "88", "+88 ", "+88-", "0088", "৮৮"])
SCRIPTS = st.sampled_from(
    [str, lambda text: text.translate(BANGLA), lambda text: text[:4] + text[4:].translate(BANGLA)]
)
BEFORE = st.sampled_from(["", "মোবাইল: ", "যোগাযোগ ", "call ", "নম্বর-", "ফোনঃ", "বিকাশ ", "no. "])
AFTER = st.sampled_from(["", "।", " এ ফোন দিন", ", ধন্যবাদ", ")", "টি", " call"])


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


PUBLIC = ("01320", "01769")  # series of official numbers
mobiles = st.builds("01{}{}".format, st.sampled_from("3456789"), digits(8)).filter(
    lambda number: not number.startswith(PUBLIC)
)


@st.composite
def written_mobiles(draw: st.DrawFn) -> str:
    number, script = draw(mobiles), draw(SCRIPTS)
    sizes = draw(st.sampled_from([(11,), (5, 6), (3, 4, 4), (4, 7), (5, 3, 3), (3, 2, 2, 2, 2), (3, 8)]))
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return str(script(draw(COUNTRY) + draw(SEPARATORS).join(parts)))


@given(BEFORE, written_mobiles(), AFTER)
def test_every_spelling_of_a_mobile_is_found(before: str, number: str, after: str) -> None:
    assert "mobile" in told(before + number + after)


@given(digits(11) | mobiles)
def test_a_mobile_is_what_phonenumbers_says(number: str) -> None:
    if number.startswith("00"):
        return  # an international number
    parsed = phonenumbers.parse(number, "BD")
    mobile = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
    assert is_mobile(number) == (number.startswith("01") and mobile)


@given(mobiles, st.sampled_from(["", "88", "0088"]))
def test_local_takes_the_country_away(number: str, country: str) -> None:
    assert local(country + number) == number


NAMED = {
    "nid": (["NID ", "এনআইডি নং ", "জাতীয় পরিচয়পত্র নম্বর: ", "ভোটার আইডি- "], (10, 13, 17)),
    "birth-registration": (["জন্ম নিবন্ধন নং ", "birth registration no. ", "জন্মসনদ: "], (17,)),
    "tin": (["TIN: ", "টিআইএন ", "e-TIN no "], (12,)),
    "bin": (["BIN: ", "ভ্যাট নিবন্ধন নম্বর "], (13,)),
    "bank": (["হিসাব নং ", "A/C No. ", "account number: "], (13, 15)),
}


@st.composite
def named_numbers(draw: st.DrawFn) -> tuple[str, str]:
    kind = draw(st.sampled_from(sorted(NAMED)))
    names, lengths = NAMED[kind]
    number = draw(digits(draw(st.sampled_from(lengths))).filter(lambda text: not text.startswith(("0", "1", "88"))))
    cut = draw(st.integers(3, len(number) - 3))
    return kind, draw(st.sampled_from(names)) + draw(SCRIPTS)(
        number[:cut] + draw(st.sampled_from(["", " ", "-"])) + number[cut:]
    )


@given(named_numbers(), AFTER)
def test_a_named_number_is_found(case: tuple[str, str], after: str) -> None:
    kind, text = case
    assert kind in told(text + after)


@given(digits(15), st.sampled_from("456"), st.sampled_from(["", " ", "-"]))
def test_a_card_is_known_by_its_check_digit(body: str, first: str, apart: str) -> None:
    number = first + body[:14]
    card = next(number + last for last in "0123456789" if luhn(number + last))
    fours = apart.join(card[start : start + 4] for start in range(0, 16, 4))
    assert "card" in told(f"কার্ড নম্বর {fours}")
    wrong = card[:-1] + str((int(card[-1]) + 1) % 10)
    assert "card" not in told(f"কার্ড নম্বর {wrong}")


two, three, four = digits(2), digits(3), digits(4)
memos = st.builds("{}.{}.{}.{}.{}.{}.{}-{}".format, two, two, four, three, two, three, two, three)
dates = st.builds(
    "{:02}{}{:02}{}{}".format,
    st.integers(1, 31),
    st.sampled_from("/-."),
    st.integers(1, 12),
    st.sampled_from("/-."),
    st.integers(1971, 2059),
)
money = st.builds(
    "{},{:02},{:02},{:03}".format, st.integers(1, 999), st.integers(0, 99), st.integers(0, 99), st.integers(0, 999)
)
tenders = st.builds(
    "{}{}".format,
    st.sampled_from(["টেন্ডার আইডি ", "Tender ID: ", "দরপত্র নং ", "প্যাকেজ নং GD-"]),
    digits(7) | digits(10) | digits(12),
)


@given(SCRIPTS, st.sampled_from(["স্মারক নং ", "নথি নং-", "Memo No: "]), memos)
def test_no_memo_is_told(script, name: str, memo: str) -> None:  # type: ignore[no-untyped-def]
    assert not told(name + script(memo))


@given(SCRIPTS, dates, st.sampled_from(["", " হতে ", "-", " - ", " থেকে "]), dates)
def test_no_date_is_told(script, first: str, apart: str, second: str) -> None:  # type: ignore[no-untyped-def]
    assert not told("তারিখ: " + script(first + apart + second))


@given(SCRIPTS, money | st.integers(10**8, 10**13).map(str), st.sampled_from([" টাকা", "/- টাকা", " taka", " কোটি টাকা"]))
def test_no_money_is_told(script, amount: str, unit: str) -> None:  # type: ignore[no-untyped-def]
    assert not told("মোট ব্যয় " + script(amount) + unit)


@given(SCRIPTS, tenders)
def test_no_tender_is_told(script, tender: str) -> None:  # type: ignore[no-untyped-def]
    assert not told(script(tender))


@given(
    st.text(st.characters(exclude_characters="\0"), max_size=200)
    | st.text("০১৭৮0189 -+()./@\n\tমো:ঃnidপিতারোগী", max_size=200)
)
def test_nothing_raises_and_every_span_lies_in_the_text(text: str) -> None:
    told(text)
