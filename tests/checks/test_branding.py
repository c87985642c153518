"""Whose name the account bears, and what a new post should carry: asked once, cured by one click, never nagging."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.checker import check_draft
from server.checks import branding
from server.draft import Draft
from server.institution import Institution
from server.severity import Severity
from server.text.normalise import normalise
from server.text.words import words
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

OFFICE = Institution(
    "nilkandi",
    name_bn="উপজেলা প্রশাসন, নীলকান্দি",
    name_en="Nilkandi Upazila Administration",
    aliases=("নীলকান্দি উপজেলা প্রশাসন",),
    accounts=("@nilkandi",),
    hashtags=("#নীলকান্দি_উপজেলা_প্রশাসন",),
    websites=("nilkandi.gov.bd",),
)
NAME, SITE = OFFICE.hashtags[0], OFFICE.websites[0]
IN_BOTH = replace(OFFICE, hashtags=(NAME, "#NilkandiUpazila"))


@given(
    st.lists(
        st.sampled_from(["সভা", "a", "ক", "ঃ", "ঃঃ", "@", "!", "$a", "১", "।", ",", "-", " ", " ", "\n"]), max_size=9
    ).map("".join)
)
def test_whether_there_are_words_enough(text: str) -> None:
    normal = normalise(text)
    assert branding._has_begun(normal) == (len(words(normal)) >= branding.FEWEST_WORDS)


@pytest.mark.parametrize(
    "text, check, inserted",
    [
        ("আগামী শনিবার চাকরি মেলা", "branding/name", f"{NAME}\n{SITE}"),
        ("নীলকান্দি উপজেলা প্রশাসনের চাকরি মেলা", "branding/website", SITE),
        ("Job fair by Nilkandi Upazila Administration", "branding/website", SITE),
        ("চাকরি মেলা, বিস্তারিত nilkandi.gov.bd", "branding/name", NAME),
        ("আগুন লাগলে করণীয় নিয়ে অগ্নিনির্বাপণ মহড়া", "branding/name", f"{NAME}\n{SITE}"),
        ("বন্যা ও ঘূর্ণিঝড় প্রস্তুতি বিষয়ক কর্মশালা", "branding/name", f"{NAME}\n{SITE}"),
        ("Fire safety and flood preparedness training for teachers", "branding/name", f"{NAME}\n{SITE}"),
        ("চাকরি মেলা, বিস্তারিত otherplace.gov.bd #চাকরি", "branding/name", f"{NAME}\n{SITE}"),
    ],
)
def test_what_is_missing_is_one_finding_and_one_click(ruleset: Ruleset, text: str, check: str, inserted: str) -> None:
    (finding,) = told(ruleset, "branding", text, OFFICE)
    assert (finding.check, finding.clause, finding.severity) == (check, "5.ja", Severity.ADVISE)
    assert finding.insert is not None and (finding.insert.text, finding.insert.at) == (inserted, "end")
    assert not told(ruleset, "branding", f"{text}\n{inserted}", OFFICE)


@pytest.mark.parametrize(
    "text, office, inserted",
    [
        ("Job fair on Saturday for all young people", IN_BOTH, "#NilkandiUpazila"),
        ("Shonibar chakri mela, shobai ashben", IN_BOTH, "#NilkandiUpazila"),
        ("শনিবার চাকরি মেলা, আবেদন job.gov.bd", IN_BOTH, NAME),
        ("Job fair on Saturday for all young people", OFFICE, NAME),  # it has no other
        ("Job fair on Saturday for all young people", replace(OFFICE, name_en="", hashtags=()), OFFICE.name_bn),
        ("Job fair on Saturday " + " ".join(f"#tag{letter}" for letter in "abcdefg"), IN_BOTH, OFFICE.name_en),
        ("শনিবার চাকরি মেলা " + " ".join(f"#ট্যাগ{letter}" for letter in "কখগঘঙচছ"), IN_BOTH, OFFICE.name_bn),
    ],
)
def test_the_name_is_put_in_in_the_drafts_letters(
    ruleset: Ruleset, text: str, office: Institution, inserted: str
) -> None:
    (finding,) = told(ruleset, "branding", text, office)
    assert finding.insert is not None and finding.insert.text == f"{inserted}\n{SITE}"


@pytest.mark.parametrize(
    "text, fields",
    [
        ("নীলকান্দি উপজেলা প্রশাসনের মেলা nilkandi.gov.bd", {}),
        ("চাকরি মেলা #নীলকান্দি_উপজেলা_প্রশাসন https://www.nilkandi.gov.bd/notice/12", {}),
        ("উপজেলা প্রশাসন নীলকান্দি | NILKANDI.GOV.BD", {}),
        ("আগামী শনিবার চাকরি মেলা", {"action": "reply"}),
        ("আগামী শনিবার চাকরি মেলা", {"action": "comment"}),
        ("আগামী শনিবার চাকরি মেলা", {"action": "share"}),
        ("আগামী শনিবার চাকরি মেলা", {"action": "edit"}),
        ("জরুরি সতর্কতা: নদীর পানি বিপদসীমার উপরে", {}),
        ("১০ নম্বর মহাবিপদ সংকেত, সবাই আশ্রয়কেন্দ্রে যান", {}),
        ("বাঁধ ভেঙে পানি ঢুকছে, দ্রুত সরে যান", {}),
        ("Cyclone warning: evacuate the coastal unions now", {}),
        ("তিস্তার পানি বিপদসীমার ১২ সেন্টিমিটার, ঘাঘটের পানি বিপদসীমার ওপর দিয়ে বইছে", {}),
        ("বাজারের উত্তর পাশে আগুন ধরেছে, রাস্তা খালি রাখুন", {}),
        ("ভূমিধসে সড়ক বন্ধ, বিকল্প পথে চলুন", {}),
        ("মাঝনদীতে নৌকা ডুবে তিনজন নিখোঁজ, ডুবুরিরা কাজ করছেন", {}),
        ("দুই গ্রামের মধ্যে সংঘর্ষ চলছে, কেউ বাইরে আসবেন না", {}),
        ("Bajare agun legeche, rasta khali rakhun", {}),
        ("Nodir pani bipodsimar upore, gobadi poshu soriye nin", {}),
        ("A fire broke out at the cold store, keep the lane clear", {}),
        ("Flood warning for the char unions tonight", {}),
        ("", {}),
        ("   \n", {}),
        ("আগামী", {}),
        ("আগামী শনিবার চাকরি মেলা", {"account": {"kind": "employee"}}),
    ],
)
def test_nobody_is_nagged(ruleset: Ruleset, text: str, fields: dict[str, Any]) -> None:
    assert not told(ruleset, "branding", text, OFFICE, **fields)


def test_without_a_profile_nothing_is_asked(ruleset: Ruleset) -> None:
    assert not told(ruleset, "branding", "আগামী শনিবার চাকরি মেলা")


def test_a_short_post_is_asked_when_it_is_published(ruleset: Ruleset) -> None:
    assert told(ruleset, "branding", "মেলা কাল", OFFICE, moment="publish")


SITES = [
    # the profile's website, an address in the post, whether it leads there
    ("nilkandi.gov.bd", "https://www.nilkandi.gov.bd/notice?id=5", True),
    ("www.nilkandi.gov.bd", "https://nilkandi.gov.bd/notice", True),
    ("https://nilkandi.gov.bd/", "nilkandi.gov.bd", True),
    ("nilkandi.gov.bd", "file.nilkandi.gov.bd/a.pdf", True),
    ("portal.gov.bd/nilkandi", "https://portal.gov.bd/nilkandi/notice", True),
    ("portal.gov.bd/nilkandi", "https://portal.gov.bd/nilkandi?id=5", True),
    ("portal.gov.bd/nilkandi", "https://portal.gov.bd/nilkandi#notice", True),
    ("portal.gov.bd/nilkandi", "https://portal.gov.bd/nilkandi", True),
    ("portal.gov.bd/nilkandi", "https://portal.gov.bd/nilkandipur", False),
    ("nilkandi.gov.bd", "uno@nilkandi.gov.bd", False),
    ("nilkandi.gov.bd", "uno@mail.nilkandi.gov.bd", False),
    ("nilkandi.gov.bd", "https://notnilkandi.gov.bd", False),
    ("nilkandi.gov.bd", "https://nilkandi.gov.bd.example.com", False),
    ("nilkandi.gov.bd", "https://nilkandi.gov.bd/go?to=https://example.com", True),
    ("nilkandi.gov.bd", "https://example.com/?from=https://nilkandi.gov.bd", False),
]


@pytest.mark.parametrize(("website", "written", "leads"), SITES)
def test_a_website_is_known_by_its_host(ruleset: Ruleset, website: str, written: str, leads: bool) -> None:
    office = replace(OFFICE, websites=(website,))
    found = told(ruleset, "branding", f"নীলকান্দি উপজেলা প্রশাসনের চাকরি মেলা, বিস্তারিত: {written}", office)
    assert [finding.check for finding in found] == ([] if leads else ["branding/website"])


@pytest.mark.parametrize("check", ["branding/website", "branding/name"])
def test_it_warns_where_the_profile_asks(ruleset: Ruleset, check: str) -> None:
    office = Institution("a", name_bn="দপ্তর", websites=("a.gov.bd",), severities={check: Severity.WARN})
    (finding,) = told(ruleset, "branding", "আগামী শনিবার চাকরি মেলা", office)
    assert (finding.check, finding.severity) == (check, Severity.WARN)


ACCOUNTS = [
    # name, handle, kind, whether it is told with no profile, with the profile
    ("Uno Nilkandi", "", "institution", True, True),
    ("ইউএনও নীলকান্দি", "", "institution", True, True),
    ("DC Palashdanga", "", "institution", True, True),
    ("জেলা প্রশাসক পলাশডাঙ্গা", "", "institution", True, True),
    ("Md. Rahim Uddin", "", "institution", True, True),
    ("Officer in Charge Nilkandi", "", "institution", True, True),
    ("UNO Nilkandi (উপজেলা প্রশাসন, নীলকান্দি)", "", "institution", False, False),
    ("উপজেলা প্রশাসন, নীলকান্দি", "", "institution", False, False),
    ("Nilkandi Upazila Administration", "", "institution", False, False),
    ("Office of the Deputy Commissioner, Palashdanga", "", "institution", False, True),
    ("পলাশডাঙ্গা জেলা পুলিশ", "", "institution", False, True),
    ("BTCL Palashdanga", "", "institution", False, True),
    ("Ward 7 Councillor Office", "", "institution", False, True),
    ("নীলকান্দি থানা, পলাশডাঙ্গা", "", "institution", False, True),
    ("Uno Nilkandi", "", "unknown", False, False),
    ("Uno Nilkandi", "@nilkandi", "unknown", False, True),
    ("Uno Nilkandi", "", "employee", False, False),
    ("", "", "institution", False, False),
]


@pytest.mark.parametrize("name, handle, kind, alone, profiled", ACCOUNTS)
def test_the_accounts_name(ruleset: Ruleset, name: str, handle: str, kind: str, alone: bool, profiled: bool) -> None:
    account = {"account": {"kind": kind, "name": name, "handle": handle}}
    for office, expected in ((None, alone), (OFFICE, profiled)):
        found = told(ruleset, "branding/account".partition("/")[0], f"মেলা {NAME} {SITE}", office, **account)
        assert [(one.check, one.clause, one.severity) for one in found] == (
            [("branding/account", "5.ka", Severity.WARN)] if expected else []
        ), office


def test_of_many_accounts_a_few_are_remembered(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruleset.once(branding._names), "most", 2)
    ruleset.once(branding._names).clear()  # what other tests left there
    for number in range(5):
        account = {"kind": "institution", "name": f"Md. Rahim Uddin {number}"}
        assert told(ruleset, "branding", "আগামীকাল মেলা", account=account)
    assert len(ruleset.once(branding._names)) <= 2
    assert "rahim" not in repr(ruleset.once(branding._names))  # no name is kept


def test_hidden_for_one_account_it_is_told_of_another(ruleset: Ruleset) -> None:
    def answered(name: str, text: str) -> dict[str, Any]:
        draft = Draft.parse({"text": text, "account": {"kind": "institution", "name": name}})
        (found,) = (one for one in check_draft(draft, ruleset, OFFICE).as_json()["findings"] if one["clause"] == "5.ka")
        assert found["of_account"] is True
        return found

    first = answered("UNO Nilkandi", "আগামীকাল মেলা")["fingerprint"]
    assert first == answered("Uno  Nilkandi", "আজ সভা, সবাই আসবেন")["fingerprint"]
    assert first != answered("DC Palashdanga", "আগামীকাল মেলা")["fingerprint"]


def test_a_persons_name_that_may_post(ruleset: Ruleset) -> None:
    office = Institution("a", name_bn="দপ্তর", person_may_post=True)
    account = {"kind": "institution", "name": "Md. Rahim Uddin"}
    assert not told(ruleset, "branding", "দপ্তর: আগামীকাল মেলা", office, account=account)


OPINIONS = [
    ("আমার মতে নতুন নিয়মটি ভুল", "UNO Nilkandi", True),
    ("আমি মনে করি এই রায় ঠিক হয়নি", "জেলা প্রশাসক পলাশডাঙ্গা", True),
    ("In my opinion the match was unfair", "DC Palashdanga", True),
    ("আমার মতে নতুন নিয়মটি ভুল", "Farhana Yeasmin", False),
    ("আমার মনে হয় আজ বৃষ্টি হবে", "মোঃ রফিকুল ইসলাম", False),
    ("I believe in hard work.", "Dr. Sabrina Rahman", False),
    ("আমার মতে নতুন নিয়মটি ভুল", "Md. Rafiqul Islam, DC Palashdanga", True),
    ("আজ হাওরে বেড়াতে এলাম", "UNO Nilkandi", False),
    ("সভায় মতামত দিন", "UNO Nilkandi", False),
]


@pytest.mark.parametrize("text, name, found", OPINIONS)
def test_a_private_opinion_under_a_title(ruleset: Ruleset, text: str, name: str, found: bool) -> None:
    findings = told(ruleset, "branding", text, account={"kind": "employee", "name": name})
    assert [(one.clause, one.severity) for one in findings] == ([("5.tta.aa", Severity.ADVISE)] if found else [])
    assert not told(ruleset, "branding", text, account={"kind": "unknown", "name": name})


@pytest.mark.parametrize(
    "text, platform, inserted",
    [
        ("মেলায় আসুন " + "ভাই " * 57, "facebook", f"{NAME}\n{SITE}"),
        ("মেলায় আসুন " + "ভাই " * 50, "x", f"{NAME}\n{SITE}"),
        ("মেলায় আসুন " + "ভাই " * 60, "x", NAME),  # a link counts 23
        ("মেলায় আসুন " + "ভাই " * 66, "x", None),
        ("মেলায় আসুন " + "ভাই " * 80, "x", None),
        ("মেলায় আসুন " + "ভাই " * 80, "threads", f"{NAME}\n{SITE}"),
        ("মেলায় আসুন #a1 #b1 #c1 #d1 #e1 #f1", "facebook", f"{NAME}\n{SITE}"),
        ("মেলায় আসুন #a1 #b1 #c1 #d1 #e1 #f1 #g1", "facebook", f"{OFFICE.name_bn}\n{SITE}"),
        ("দোকান #11, #12, #13, #14, #15, #16 ও #17 ভাড়া হবে", "facebook", f"{NAME}\n{SITE}"),  # no hashtags
    ],
)
def test_the_click_breaks_no_other_limit(ruleset: Ruleset, text: str, platform: str, inserted: str | None) -> None:
    (finding,) = told(ruleset, "branding", text, OFFICE, platform=platform)
    assert (finding.insert.text if finding.insert else None) == inserted
    if finding.insert:
        cured = f"{text}\n{finding.insert.text}"
        for folder in ("platform", "tagging"):
            assert not told(ruleset, folder, cured, OFFICE, platform=platform)


SHORT_NAMES = [
    ("পবির ক্লাস সকাল ৯টা থেকে শুরু হবে।", True),
    ("আগামীকাল পবি বন্ধ", True),
    ("#পবি ভর্তি পরীক্ষা কাল", True),
    ("PU-তে ভর্তি চলছে", True),
    ("পবিত্র রমজান উপলক্ষে ক্লাস সকাল ৯টা থেকে শুরু হবে।", False),
    ("দ্রুপবি নামের নাটক", False),
    ("Public lecture on pumps tomorrow", False),
]


@pytest.mark.parametrize("text, stands", SHORT_NAMES)
def test_a_short_name_stands_as_a_word(ruleset: Ruleset, text: str, stands: bool) -> None:
    office = Institution("pu", name_bn="পলাশডাঙ্গা বিশ্ববিদ্যালয়", aliases=("পবি", "PU"))
    assert (not told(ruleset, "branding", text, office)) is stands
