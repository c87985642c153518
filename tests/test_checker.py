"""check_draft: who posts decides how bad a finding is; what was not checked is never clear."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from server.bilingual import Bilingual
from server.checker import MAX_FINDINGS, SAID, check_draft
from server.checks import Check, all_checks
from server.draft import Account, Draft
from server.finding import Answer, Finding
from server.institution import Institution
from server.posting import Posting
from server.severity import Severity
from server.wordlists.load import Lists
from server.wordlists.ruleset import Ruleset

SECRET = "গোপন-চিহ্ন-4711"


def answer(ruleset: Ruleset, text: str, institution: Institution | None = None, **fields: Any) -> Answer:
    return check_draft(Draft.parse({"text": text, **fields}), ruleset, institution)


def account(kind: str, **more: str) -> dict[str, Any]:
    return {"account": {"kind": kind, **more}}


BLOCKED = "সে একটা হারামজাদা"
NID = "জাতীয় পরিচয়পত্র নম্বর ১৯৯০২৬৯২৫০৩০০"


@pytest.mark.parametrize(
    "text, kind, verdict, clause",
    [
        (BLOCKED, "institution", "block", "9.nga"),
        (BLOCKED, "employee", "warn", "9.nga"),
        (BLOCKED, "unknown", "block", "9.nga"),
        (NID, "institution", "block", "6.ga"),
        (NID, "employee", "warn", "8"),
        (NID, "unknown", "warn", "6.ga"),
        ("আমার মেয়ের আজ জন্মদিন", "institution", "warn", "6.ga"),
        ("আমার মেয়ের আজ জন্মদিন", "employee", "clear", ""),
    ],
)
def test_the_account_caps_the_severity(ruleset: Ruleset, text: str, kind: str, verdict: str, clause: str) -> None:
    got = answer(ruleset, text, **account(kind))
    assert got.verdict == verdict
    assert [finding.clause for finding in got.findings] == ([clause] if clause else [])


def test_an_employee_is_reminded_who_answers(ruleset: Ruleset) -> None:
    finding = answer(ruleset, BLOCKED, **account("employee")).as_json()["findings"][0]
    assert "ব্যক্তিগতভাবে" in finding["message"] and "(অনুচ্ছেদ ৫(ট)(ঈ))" in finding["message"]


def test_an_unknown_account_with_the_offices_name_is_the_offices(ruleset: Ruleset) -> None:
    office = Institution("demo", name_bn="উপজেলা প্রশাসন, নীলকান্দি", accounts=("nilkandi.upazila",))
    for who in ({"name": "উপজেলা প্রশাসন, নীলকান্দি"}, {"handle": "@Nilkandi.Upazila"}):
        got = answer(ruleset, NID, office, **account("unknown", **who))
        assert got.verdict == "block" and not got.posting.assumed
    assert answer(ruleset, NID, office, **account("unknown", name="অন্য কেউ")).posting.assumed


def test_the_profile_sets_a_severity(ruleset: Ruleset) -> None:
    office = Institution(
        "demo", name_bn="দপ্তর", websites=("dpt.gov.bd",), severities={"branding/website": Severity.WARN}
    )
    got = answer(ruleset, "দপ্তর থেকে বলছি", office, **account("institution"))
    assert [(finding.check, finding.severity) for finding in got.findings] == [("branding/website", Severity.WARN)]


@pytest.mark.parametrize(
    ("profile", "kind", "level", "told"),
    [
        ({"mandates": ("police",)}, "institution", Severity.WARN, []),
        ({"mandates": ("police",)}, "institution", Severity.BLOCK, ["block"]),  # nobody's mandate
        ({"mandates": ("police",)}, "employee", Severity.WARN, ["advise"]),
        ({"mandates": ("election",)}, "institution", Severity.WARN, ["warn"]),  # forgives other checks
        ({"severities": {"learned/chha": Severity.ADVISE}}, "institution", Severity.WARN, ["advise"]),
        ({"severities": {"learned/chha": Severity.BLOCK}}, "institution", Severity.ADVISE, ["warn"]),  # its cap
    ],
)
def test_a_profile_holds_for_what_was_learned(
    ruleset: Ruleset, profile: dict[str, Any], kind: str, level: Severity, told: list[str]
) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        cap = max(level, Severity.WARN)
        yield Finding("learned/chha", "9.chha", level, Bilingual("ক", "a"), "s", ((0, 2),), cap=cap)

    draft, office = Draft("কখ", Account(kind)), Institution("demo", name_bn="দপ্তর", **profile)
    found = check_draft(draft, ruleset, office, [Check("a", (), look, (), ())]).findings
    assert [finding.severity.word for finding in found] == told


def broken(posting: Posting) -> Iterator[Finding]:
    raise ValueError(SECRET)
    yield


def late(posting: Posting) -> Iterator[Finding]:
    raise TimeoutError(SECRET)
    yield


@pytest.mark.parametrize("look, why", [(broken, "error"), (late, "timeout")])
def test_a_check_that_fails_is_named_and_never_clear(
    ruleset: Ruleset, look: Any, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    faulty = Check("faulty", (), look, (), ())
    got = check_draft(Draft(SECRET), ruleset, checks=[faulty, *all_checks()])
    assert got.verdict == "unchecked"
    assert got.as_json()["incomplete"] == [{"check": "faulty", "why": why}]
    assert caplog.messages == [
        "check faulty failed: ValueError" if why == "error" else "checks ran out of time: faulty"
    ]
    assert SECRET not in caplog.text
    worse = check_draft(Draft(BLOCKED), ruleset, checks=[faulty, *all_checks()])
    assert worse.verdict == "block" and worse.incomplete


@pytest.mark.parametrize("text, verdict", [(BLOCKED, "block"), (NID, "warn"), ("আগামী রবিবার সভা", "unchecked")])
def test_out_of_time_names_every_check_and_still_tells_what_is_grave(
    ruleset: Ruleset, text: str, verdict: str, caplog: pytest.LogCaptureFixture
) -> None:
    got = check_draft(Draft(text), ruleset, time_limit=-1.0)
    assert got.verdict == verdict
    named = [item.check for item in got.incomplete]
    assert len(named) == len(set(named)) and {item.why for item in got.incomplete} == {"timeout"}
    assert caplog.messages == [f"checks ran out of time: {', '.join(named)}"]  # one line a draft, ids and nothing else
    no_list = "personal/identifiers"  # a number is found without: it may have looked to the end
    assert {*named, no_list} == {check.id for check in all_checks()}


def test_only_the_check_that_was_not_told_all_is_named(ruleset: Ruleset) -> None:
    def cut_short(posting: Posting) -> Iterator[Finding]:
        posting.missed = True
        return iter(())

    def whole(posting: Posting) -> Iterator[Finding]:
        return iter(())

    checks = [Check(name, (), look, (), ()) for name, look in (("a", whole), ("b", cut_short), ("c", whole))]
    got = check_draft(Draft("সভা"), ruleset, checks=checks)
    assert got.as_json()["incomplete"] == [{"check": "b", "why": "timeout"}]


@pytest.mark.parametrize("signs", ["@_@", "!🎉!", "👏!👏!👏!", "$💰$", "!*!"])
def test_signs_set_apart_by_signs_silence_no_check(ruleset: Ruleset, signs: str) -> None:
    got = answer(ruleset, f"{BLOCKED} ok {signs}")
    assert got.verdict == "block" and not got.incomplete


def new_words(count: int) -> str:
    """So many words that nobody ever wrote, in one sentence."""
    rng = random.Random(15)
    return " ".join("".join(rng.choices("কখগঘঙচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ", k=9)) for _ in range(count))


def test_learned_evidence_ends_in_time_in_one_long_sentence(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset.learned.forget()
    ticks = itertools.count()  # a second goes by at each look at the clock
    monkeypatch.setattr("server.wordlists.learned.packed.time", SimpleNamespace(monotonic=lambda: next(ticks)))
    learned = ruleset.learned
    assert learned.look_further(f"{new_words(500)} {BLOCKED}", None, until=50.0) == ([], [])
    assert next(ticks) < 60
    with pytest.raises(TimeoutError):
        learned.leaning(learned.tables[0].id, new_words(500), 1.0, until=50.0)


def test_learned_evidence_leaves_the_checks_time_of_their_own(ruleset: Ruleset) -> None:
    left: list[float] = []

    def look(posting: Posting) -> Iterator[Finding]:
        left.append(posting._latest - posting._until)
        return iter(())

    check_draft(Draft("সভা"), ruleset, checks=[Check("a", (), look, (), ())], time_limit=100.0)
    assert 10 < left[0] < 50


def test_a_long_draft_that_is_cut_short_says_so_and_blocks(ruleset: Ruleset) -> None:
    ruleset.learned.forget()
    got = check_draft(Draft(f"{new_words(3000)} {BLOCKED}"), ruleset, time_limit=0.0)
    assert got.verdict == "block" and "prohibited" in {item.check for item in got.incomplete}
    whole = check_draft(Draft(f"{new_words(3000)} {BLOCKED}"), ruleset)
    assert whole.verdict == "block" and not whole.incomplete


def test_what_is_told_in_time_hangs_on_no_order(ruleset: Ruleset) -> None:
    for checks in (all_checks(), all_checks()[::-1]):
        got = check_draft(Draft(f"{BLOCKED} {NID}"), ruleset, checks=checks, time_limit=-1.0)
        assert {finding.clause for finding in got.findings} == {"9.nga", "6.ga"}


def test_overlapping_findings_of_one_clause_are_one(ruleset: Ruleset) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        said = Bilingual("ক", "a")
        yield Finding("a", "9.nga", Severity.WARN, said, "s", ((0, 5),))
        yield Finding("a", "9.nga", Severity.BLOCK, said, "s", ((0, 5),))
        yield Finding("a", "9.kha", Severity.WARN, said, "s", ((0, 5),))
        yield Finding("a", "9.nga", Severity.WARN, said, "s", ((6, 8),))
        yield Finding("a", "9.nga", Severity.WARN, said, "s")

    got = check_draft(Draft("কখগঘঙ চছ"), ruleset, checks=[Check("a", (), look, (), ())])
    assert [(finding.clause, finding.severity.word, finding.spans) for finding in got.findings] == [
        ("9.nga", "block", ((0, 5),)),
        ("9.nga", "warn", ()),
        ("9.kha", "warn", ((0, 5),)),
        ("9.nga", "warn", ((6, 8),)),
    ]


def test_rules_that_share_a_word_and_say_the_same_are_one_finding(ruleset: Ruleset) -> None:
    one, other, told = Bilingual("ক", "a"), Bilingual("খ", "b"), Severity.WARN

    def look(posting: Posting) -> Iterator[Finding]:
        yield Finding("a", "9.nga", told, one, "s#1", ((0, 2), (3, 5)))
        yield Finding("a", "9.nga", told, one, "s#2", ((0, 2), (6, 8)))  # a word of the first
        yield Finding("a", "9.nga", told, one, "s#3", ((6, 8), (9, 11)))  # a word of the second
        yield Finding("a", "9.nga", told, one, "s#4", ((12, 14),))  # no word of theirs
        yield Finding("a", "9.nga", told, other, "s#5", ((0, 2), (15, 17)))  # says something else
        yield Finding("a", "9.nga", Severity.ADVISE, one, "s#6", ((0, 2), (18, 20)))  # is less grave
        yield Finding("b", "9.nga", told, one, "s#7", ((0, 2), (21, 23)))  # another list's
        yield Finding("a", "9.kha", told, one, "s#8", ((0, 2), (3, 5)))  # another clause's
        yield Finding("a", "9.nga", told, one, "s#9", ((24, 26),), ("গ",))
        yield Finding("a", "9.nga", told, one, "s#10", ((24, 26), (27, 29)), ("ঘ",))  # another cure
        yield Finding("a", "9.nga", told, one, "s#11", ((30, 32),), ("ঙ",))
        yield Finding("a", "9.nga", told, one, "s#12", ((30, 32), (33, 35)), ("ঙ",))

    got = check_draft(Draft("কখ " * 12), ruleset, checks=[Check("a", (), look, (), ())])
    assert {finding.source: finding.spans for finding in got.findings} == {
        "s#1": ((0, 2), (3, 5), (6, 8), (9, 11)),
        "s#4": ((12, 14),),
        "s#5": ((0, 2), (15, 17)),
        "s#6": ((0, 2), (18, 20)),
        "s#7": ((0, 2), (21, 23)),
        "s#8": ((0, 2), (3, 5)),
        "s#9": ((24, 26),),
        "s#10": ((24, 26), (27, 29)),
        "s#11": ((30, 32), (33, 35)),
    }
    assert len(got.findings) == 9
    cures = {finding["source"]: finding["replacements"] for finding in got.as_json()["findings"]}
    assert cures["s#9"] == ["গ"] and cures["s#11"] == [], "one word mends no two places"


@pytest.mark.parametrize("text", ["নারİী- জাত\u0301ি vat vorbe na", "👨‍👩‍👧ক্ষা ভোট", "কুলাঙ্গার আছে", "a\u0301\u0302b ﷺ"])
def test_spans_of_one_letter_are_one(ruleset: Ruleset, text: str) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        each = tuple((place, place + 1) for place in range(len(posting.normal)))
        yield Finding("a", "9.nga", Severity.WARN, Bilingual("ক «{match}»", "a"), "s", each)

    (told,) = check_draft(Draft(text), ruleset, checks=[Check("a", (), look, (), ())]).as_json()["findings"]
    spans = told["spans"]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans)), spans
    assert len(told["match"].split(" … ")) == len(spans)


def test_each_office_reads_the_labels_of_its_edition(ruleset: Ruleset) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        yield Finding("a", "9.kha", Severity.WARN, Bilingual("ক", "a"), "s")
        yield Finding("a", "9.nga", Severity.WARN, Bilingual("ক", "a"), "s", ((0, 2),))

    for edition, labels in (("2016", ["৯(খ)", "৯(ঙ)"]), ("2019", ["১০(খ)", "১০(ঙ)"]), ("2016", ["৯(খ)", "৯(ঙ)"])):
        office = Institution("demo", name_bn="দপ্তর", edition=edition)
        got = check_draft(Draft("কখ"), ruleset, office, [Check("a", (), look, (), ())]).as_json()
        assert [finding["clause_label"] for finding in got["findings"]] == labels


def test_too_many_findings_are_cut_the_worst_kept(ruleset: Ruleset) -> None:
    got = answer(ruleset, "কুলাঙ্গার। " * 300 + BLOCKED, **account("institution"))
    assert len(got.findings) == MAX_FINDINGS and got.verdict == "block"
    assert "more" in {note.code for note in got.notes}


def test_a_fingerprint_is_of_the_words_and_their_sentence(ruleset: Ruleset) -> None:
    def prints(text: str) -> list[str]:
        told = answer(ruleset, text).as_json()["findings"]
        return [finding["fingerprint"] for finding in told if finding["check"] == "prohibited/demeaning"]

    (one,) = prints("সে একটা কুলাঙ্গার।")
    assert prints("🎉 ভূমিকা। সে একটা কুলাঙ্গার। পরে আরও কথা।") == [one]
    assert prints("সে  একটা কুলা\u200dঙ্গার।") == [one]  # another space is no other sentence
    assert prints("সে কি একটা কুলাঙ্গার।") != [one]
    assert prints("তুমি একটা কুলাঙ্গার।") != [one]
    assert "কুলাঙ্গার" not in one and len(one) == 16


def test_what_another_list_or_check_says_of_the_same_words_is_not_hidden_with_it(ruleset: Ruleset) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        for check, source in (("a", "s"), ("a", "t"), ("b", "s")):
            yield Finding(
                check, f"9.{'ka' if check == 'a' else 'kha'}", Severity.WARN, Bilingual(source, source), source
            )

    told = check_draft(Draft("কখ"), ruleset, checks=[Check("a", (), look, (), ())]).as_json()["findings"]
    assert len({finding["fingerprint"] for finding in told}) == len(told) == 3


def test_the_ending_goes_over_to_the_replacement(ruleset: Ruleset) -> None:
    plain = offered(ruleset, "মেথর এসেছে")
    assert plain and offered(ruleset, "মেথরদের ডাকুন") == [f"{word}দের" for word in plain]


def offered(ruleset: Ruleset, text: str) -> list[str]:
    """What the writer is told to write instead, all findings together."""
    return [word for finding in answer(ruleset, text).as_json()["findings"] for word in finding["replacements"]]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("মেথরটাকে ডেকে আনুন", "পরিচ্ছন্নতাকর্মীকে ডেকে আনুন"),
        ("মেথরগুলো কাজ করে না", "পরিচ্ছন্নতাকর্মীরা কাজ করে না"),
        ("মেয়েমানুষটা অফিসে এসেছে", "নারী অফিসে এসেছে"),
        ("মেথরপট্টিটা সরান", "হরিজন কলোনিটা সরান"),  # a thing
        ("মেথরপট্টিগুলো সরান", "হরিজন কলোনিগুলো সরান"),
        ("নেতার চামচাদের কথা শুনবেন না", "নেতার অনুসারীদের কথা শুনবেন না"),
        ("ওই ফকিন্নি পরিবারের মেয়ে", "ওই দরিদ্র পরিবারের মেয়ে"),
    ],
)
def test_a_replacement_stands_in_its_sentence(ruleset: Ruleset, text: str, mended: str) -> None:
    said = answer(ruleset, text).as_json()["findings"]
    assert [
        text[: finding["start"]] + word + text[finding["end"] :] for finding in said for word in finding["replacements"]
    ] == [mended]


@pytest.mark.parametrize("text", ["তারা সব কুলাঙ্গার, এদের কথায় কান দেবেন না", "এরা মানুষ না, নরপিশাচ", "ধান্দাবাজদের চিনে রাখুন"])
def test_what_no_one_word_mends_is_offered_none(ruleset: Ruleset, text: str) -> None:
    assert answer(ruleset, text).verdict == "warn" and not offered(ruleset, text)


OFFICE = Institution("demo", name_bn="জেলা প্রশাসন", websites=("demo.gov.bd",), grievance="demo.gov.bd/complaint")


@pytest.mark.parametrize(
    ("text", "fields", "check", "asks", "never"),
    [
        ("ক" * 400, {**account("employee"), "platform": "x"}, "platform/length", "প্ল্যাটফর্মের নিয়ম", "ভদ্র ভাষা"),
        ("#সভা আজ। #সভা শেষ। #সভা", account("employee"), "tagging/hashtags", "ট্যাগ ও হ্যাশট্যাগ রাখুন", "ব্যক্তিকে"),
        ("শুভ সকাল", account("institution"), "unimportant/greetings", "দাপ্তরিক তথ্য যোগ করুন", "অংশ বাদ দিন"),
        ("জেলা প্রশাসনের সভা কাল সকালে", account("institution"), "branding/website", "পোস্টে তা যুক্ত", "নাম"),
        ("নৌকায় ভোট দিন", account("employee"), "prohibited/campaign", "ভোটের আহ্বান বাদ দিন", "দাপ্তরিক"),
        ("মুক্তিযুদ্ধ আসলে বিরাট ভুল ছিল", account("employee"), "prohibited/liberation-war", "শ্রদ্ধা রেখে লিখুন", "দাপ্তরিক"),
        ("আপনার অভিযোগ নাকচ করা হলো", {"action": "reply"}, "replies/closed", "সেই ঠিকানা", "grs.gov.bd"),
        ("ভুল আপনার, আমাদের দোষ দিচ্ছেন কেন", {"action": "reply"}, "replies/rude", "দোষ না দিয়ে", "গুরুত্বের"),
        ("সার্ভার ডাউন ভাই", {"action": "reply"}, "replies/put-off", "কার কাছে গেলে কাজটি হবে", "ট্যাগ করুন"),
        ("ভুয়া আইডি দিয়ে পেজে লাইক বাড়ান", account("institution"), "purpose/bought-likes", "কেনাবেচা", "সীমার মধ্যে"),
        (
            "আমি থানার এসআই, আমার দোকান থেকে তেল নিলে পথে কেউ আটকাবে না",
            account("employee"),
            "purpose/title-for-trade",
            "পদবি ও দপ্তরের পরিচয় বাদ",
            "মতের",
        ),
        ("ফ্ল্যাট ভাড়া হবে, যোগাযোগ করুন", account("institution"), "purpose/private-sales", "জনসচেতনতার", "সঙ্গতিপূর্ণ"),
    ],
)
def test_what_is_asked_fits_what_was_found(
    ruleset: Ruleset, text: str, fields: dict[str, Any], check: str, asks: str, never: str
) -> None:
    told = {finding["check"]: finding for finding in answer(ruleset, text, OFFICE, **fields).as_json()["findings"]}
    assert asks in told[check]["message"] and never not in told[check]["message"]


def test_no_note_where_nothing_is_to_be_told(ruleset: Ruleset) -> None:
    office = Institution("demo", name_bn="জেলা প্রশাসন")
    assert not answer(ruleset, "জেলা প্রশাসনের সভা", office, **account("institution")).notes
    assert {note.code for note in answer(ruleset, "जिला प्रशासन की बैठक कल होगी").notes} == {"no_institution", "language"}


@pytest.mark.parametrize(("kind", "told"), [("image", True), ("video", True), ("link", False), ("file", False)])
def test_what_stands_in_a_picture_is_said_to_be_unchecked(ruleset: Ruleset, kind: str, told: bool) -> None:
    got = answer(ruleset, "সভার খবর", **account("employee"), attachments=[{"kind": kind}])
    assert [note.code for note in got.notes] == (["picture"] if told else [])


@pytest.mark.parametrize("code", ["no_institution", "picture", "language"])
def test_what_was_not_compared_is_for_the_writer_to_look_at(code: str) -> None:
    assert SAID[code].bn.endswith("; নিজে দেখে নিন।") and SAID[code].en.rstrip(".").endswith(
        ("it yourself", "them yourself")
    )


def test_checks_do_not_see_each_other(ruleset: Ruleset) -> None:
    whole = answer(ruleset, f"{BLOCKED} {NID}", **account("institution"))
    alone = [check_draft(replace(whole.posting.draft), ruleset, checks=[check]) for check in all_checks()]
    assert sorted(f.source for a in alone for f in a.findings) == sorted(f.source for f in whole.findings)


@pytest.mark.parametrize(
    "text, code",
    [
        ("Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm|", "ansi"),
        ("जिला प्रशासन की बैठक कल सुबह दस बजे होगी", "language"),
        ("سيعقد الاجتماع غدا في مكتب المحافظة", "language"),
    ],
)
def test_what_no_list_can_read_is_told(ruleset: Ruleset, text: str, code: str) -> None:
    got = answer(ruleset, text, **account("employee"))
    assert code in {note.code for note in got.notes} and got.verdict == "clear"


@pytest.mark.parametrize(
    "text",
    [
        "জেলা প্রশাসনের মাসিক সভা আগামী রবিবার",
        "Monthly coordination meeting of the district administration",
        "Agami robibar sokal dosh tay masik shova hobe, sobai asben",
        "সভা meeting আগামীকাল at 10 am",
        "১২৩৪৫",
        "🎉🎉",
    ],
)
def test_nothing_is_told_of_what_the_lists_read(ruleset: Ruleset, text: str) -> None:
    assert not answer(ruleset, text, **account("employee")).notes


@pytest.mark.parametrize(
    "calm, text",
    [
        ("সারাদিন কাজ হবে, দিন শেষে ছুটি", "আসন্ন নির্বাচনে নৌকায় ভোট দিন"),
        ("শা আর লা দুইটি অক্ষর", "তুই একটা শা লা"),
        ("নম্বর পরে জানানো হবে", "রোগীর নম্বর ০১৭১২ ৩৪৫ ৬৭৮"),
        ("মেয়ের স্কুলে আজ সভা", "আমার মেয়ের আজ জন্মদিন, সবাই দোয়া করবেন"),
    ],
)
def test_a_word_that_was_calm_in_one_draft_is_found_in_another(ruleset: Ruleset, calm: str, text: str) -> None:
    cues = Posting(Draft(""), ruleset, None).around.cues
    cues.met.clear()
    cues.pieces.clear()
    for _ in range(3):  # met, known as calm, remembered with its sentence
        assert not answer(ruleset, f"{calm} গতকালও").findings
    assert cues.met["গতকালও"] == 0
    assert answer(ruleset, text, **account("institution")).findings


@pytest.mark.parametrize("text", ["সে একটা কু.লা.ঙ্গা.র", "তুই একটা শা লা", "সে একটা কুল াঙ্গার"])
def test_what_hides_a_word_is_found_again(ruleset: Ruleset, text: str) -> None:
    first = answer(ruleset, text).as_json()
    assert first["findings"]
    assert answer(ruleset, text).as_json() == first


def test_what_is_calm_to_one_ruleset_is_found_by_another(ruleset: Ruleset) -> None:
    other = Ruleset(Lists(ruleset.guideline, (), "", ""))
    text = "আজ সে কুলাঙ্গার।"
    for _ in range(3):
        assert not answer(other, text).findings
    assert any(finding.check.startswith("prohibited/") for finding in answer(ruleset, text).findings)


def test_calm_stretches_are_few_and_hold_nothing_that_is_found(
    ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "আগামীকাল সভা। সে একটা কুলাঙ্গার, নম্বর ০১৭১২-৩৪৫৬৭৮"
    whole = answer(ruleset, text).as_json()
    assert answer(ruleset, text).as_json() == whole
    cues = Posting(Draft(""), ruleset, None).around.cues
    calm = [stretch for stretch, bits in cues.met.items() if not bits]
    assert calm and not any(word in stretch for stretch in calm for word in ("কুলাঙ্গার", "01712"))
    monkeypatch.setattr(cues.met, "most", 1)
    monkeypatch.setattr(cues.pieces, "most", 1)
    cues.pieces.clear()
    assert answer(ruleset, text).as_json() == whole
    assert answer(ruleset, f"{text}। আগামীপরশু নয়").findings
    assert len(cues.met) < 10 and len(cues.pieces) < 3


@pytest.mark.timed
@pytest.mark.parametrize(
    "begun, again",
    [
        ("", "!"),
        ("bv av @ ", "a"),  # an old font's signs beside an address
        ("Привет ", "w"),
        ("https://a.gov.bd <img src=data:image/png;base64,", "iVBORw0KGgoAAvbAANSUhEUg"),
        ("সভা ", "া"),
    ],
)
def test_what_goes_on_for_ever_takes_no_longer_than_it_is(ruleset: Ruleset, begun: str, again: str) -> None:
    """The processor's time of a whole draft against that of a quarter: squared it would be 16 times."""

    def seconds(length: int) -> float:
        draft = Draft((begun + again * length)[:length], Account("institution"))
        started = time.process_time()  # asked once: what was met before is passed over
        check_draft(draft, ruleset)
        return time.process_time() - started

    seconds(8_000)  # what is made once
    assert seconds(64_000) < 7 * seconds(16_000) + 0.5
