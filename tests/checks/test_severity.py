"""docs/severity.md is true: one post for each of its rows, under an institution's, an employee's and an unknown account."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from server.checker import check_draft
from server.checks import all_checks
from server.draft import Account, Draft
from server.finding import Finding
from server.institution import MANDATES, Institution
from server.severity import Severity
from server.wordlists.facts.mandates import forgiven, mandates_in
from server.wordlists.ruleset import Ruleset
from tests.checks.test_law import FORBIDDEN, NEARLY, PLAIN, REPORT, WEAK

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"\| `([a-z0-9/-]+)`( \((?:many|nearly)\))? \| ([^|]+) \| [^|]+ \| (\S+) \| (\S+) \| (\S+) \|")
OFFICE = Institution("demo", name_bn="উপজেলা প্রশাসন, নীলকান্দি", websites=("nilkandi.gov.bd",))


class Try(NamedTuple):
    """A post, its surroundings, and the name that the account bears."""

    text: str
    fields: dict[str, Any] = {}  # noqa: RUF012  # never written to
    office: Institution | None = None
    name: str = ""


def people(count: int) -> dict[str, Any]:
    return {"mentions": [{"text": f"Arif {letter}", "kind": "person"} for letter in "abcdefgh"[:count]]}


REPLY = {"action": "reply"}
POSTS = {
    "prohibited/demeaning": Try("সে একটা কুলাঙ্গার"),
    "prohibited/religious-slurs": Try("সে একটা মালাউন"),
    "learned/nga": Try("কাস্টমস অফিসাররা হাঙর, জাহাজ আসার আগেই দাঁতে শান দেন।"),
    "personal/family": Try("আমার মেয়ের আজ জন্মদিন"),
    "personal/nid": Try("জাতীয় পরিচয়পত্র নম্বর ১৯৯০২৬৯২৫০৩০০"),
    "personal/mobile": Try("যোগাযোগ: ০১৮১২৩৪৫৬৭৮"),
    "flattery/own-praise": Try("আমার হাত ধরেই এই অফিসের সব অর্জন"),
    "flattery/superiors-praised": Try("ডিসি স্যার একজন মানবতার ফেরিওয়ালা"),
    "branding/account": Try("আগামীকাল সভা", name="UNO Nilkandi"),
    "branding/title": Try("আমার মতে নতুন নিয়মটি ঠিক হয়নি", name="UNO Nilkandi"),
    "branding/name": Try("আগামী শনিবার চাকরি মেলা nilkandi.gov.bd", office=OFFICE),
    "branding/website": Try("নীলকান্দি উপজেলা প্রশাসন: উপজেলা প্রশাসন, নীলকান্দি এর চাকরি মেলা", office=OFFICE),
    "tagging/people": Try("আগামীকাল মেলা", people(3)),
    "tagging/people (many)": Try("আগামীকাল মেলা", people(6)),
    "tagging/superiors": Try("আগামীকাল মেলা", {"mentions": [{"text": "DC Palashdanga", "kind": "person"}]}),
    "tagging/mass-tags": Try("সবাইকে ট্যাগ করুন"),
    "tagging/hashtags": Try("আগামীকাল মেলা #মেলা #viral"),
    "unimportant/greetings": Try("শুভ সকাল সবাইকে"),
    "unimportant/quotations": Try("“যে সহে, সে রহে।” — প্রাচীন প্রবাদ"),
    "personal/shown": Try("উপবৃত্তির শিট সংযুক্ত। এতে প্রত্যেকের বিকাশ নম্বর আছে।"),
    "unimportant/forwards": Try("আমিন না লিখে যাবেন না"),
    "unimportant/small-talk": Try("আজ ক্যান্টিনে খিচুড়ি, দারুণ স্বাদ"),
    "figures/source": Try("দেশের ৭০ শতাংশ মানুষ উচ্চ রক্তচাপে ভোগেন"),
    "figures/hearsay": Try("গবেষণায় দেখা গেছে, বই পড়লে মন ভালো থাকে"),
    "figures/superlatives": Try("সেবায় আমরা সারা দেশে এক নম্বর"),
    "figures/rises": Try("পর্যটক তিন গুণ বেড়েছে"),
    "purpose/opinions": Try("এমন ব্যাটিং মানা যায় না"),
    "purpose/adverts": Try("ঈদের শাড়ি অর্ডার করতে ইনবক্স করুন"),
    "purpose/private-sales": Try("ব্যবহৃত ফ্রিজ বিক্রি হবে"),
    "figures/doubt": Try("তথ্যটি যাচাই করা হয়নি, তবু জানালাম"),
    "figures/date": Try("সভা হবে আগামী ৩১ নভেম্বর"),
    "figures/impossible": Try("জেলায় সাক্ষরতার হার এখন ১০৯%"),
    "law/operations": Try("মন্ত্রীর সফরের নিরাপত্তা ছক সংযুক্ত করা হলো"),
    "law/told-in-secret": Try("কাউকে বলবেন না, কাল ভোরে বাজারে অভিযান হবে"),
    "law/logins": Try("পোর্টালের ইউজার আইডি: zilaoffice, পাসওয়ার্ড: Zila#4455"),
    "law/secrets": Try("মন্ত্রণালয়ের গোপনীয় চিঠিটি শেয়ার করলাম"),
    "law/secrets (nearly)": Try(NEARLY),
    "law/secrets-latin": Try("Password of the server is common for all"),
    "law/unlawful": Try(FORBIDDEN),
    "law/unlawful (nearly)": Try("পরিদর্শনের আগে হাজিরা খাতায় সবার স্বাক্ষর বসিয়ে দিন, কেউ টের পাবে না।"),
    "law/unlawful-en": Try("Pay the clerk two hundred, no receipt is given"),
    "law/favours": Try("দুই হাজার দিলেই পাসপোর্ট আজ বিকেলে পেয়ে যাবেন"),
    "law/judged": Try("মামলাটি এখনো বিচারাধীন, কিন্তু আসামি দোষী তাতে কোনো সন্দেহ নেই"),
    "law/courts": Try("The trial is not over, but we will win"),
    "purpose/bought-likes": Try("ভুয়া আইডি দিয়ে পেজে লাইক বাড়ান"),
    "purpose/title-for-trade": Try("আমি থানার এসআই, আমার দোকান থেকে তেল নিলে রাস্তায় কেউ আটকাবে না"),
    "unimportant/chains": Try("এই বার্তাটি ১১ জনকে পাঠান, তিন দিনে সুখবর পাবেন"),
    "platform/length": Try("সভা " * 100, {"platform": "x"}),
    "platform/hashtags": Try("মেলা " + "#ক" * 31, {"platform": "instagram"}),
    "platform/mentions": Try("মেলা", {"platform": "instagram", "mentions": [{"text": f"p{n}"} for n in range(21)]}),
    "replies/closed": Try("এ ব্যাপারে আমাদের কিছু করার নেই", REPLY),
    "replies/elsewhere": Try("বিষয়টি আমাদের এখতিয়ারভুক্ত নয়", REPLY),
    "replies/put-off": Try("সার্ভার ডাউন আবার, কী আর বলব", REPLY),
    "manners/rude": Try("এত কান্নাকাটি না করে আগে লেখাপড়া শিখুন, তারপর আবেদন করুন।"),
    "manners/rude (nearly)": Try("নোটিশ পড়তে না জানলে অফিসে আসেন কেন, আমরা কি আপনাদের চাকর?"),
    "critics/attacked": Try("আমাদের বিরুদ্ধে যে সাংবাদিক লিখেছেন, তাঁকে চিনে রাখলাম; পরেরবার অফিসে ঢুকলে বুঝবেন।"),
    "critics/attacked (nearly)": Try("যে ছাত্র হলের খাবার নিয়ে লাইভ করেছে, তার সিট থাকবে না।"),
    "replies/rude": Try("ভুলটা আপনার, ফরম পড়েননি", REPLY),
    "replies/empty": Try("Noted. Thank you.", REPLY),
}
TABLE = [match.groups() for match in ROW.finditer((ROOT / "docs/severity.md").read_text(encoding="utf-8"))]
CASES = [
    (check, check + (many or ""), label, kind, said)
    for check, many, label, *severities in TABLE
    for kind, said in zip(("institution", "employee", "unknown"), severities, strict=True)
]


def findings(ruleset: Ruleset, tried: Try, kind: str) -> list[Finding]:
    account = {"kind": kind, "name": tried.name}
    draft = Draft.parse({"text": tried.text, "account": account, **tried.fields})
    return list(check_draft(draft, ruleset, tried.office).findings)


def test_the_table_and_the_posts_are_the_same() -> None:
    assert {check + (many or "") for check, many, *_ in TABLE} == set(POSTS)


@pytest.mark.parametrize("check, name, label, kind, said", CASES, ids=[f"{case[1]}-{case[3]}" for case in CASES])
def test_a_row_is_true(ruleset: Ruleset, check: str, name: str, label: str, kind: str, said: str) -> None:
    told = [finding for finding in findings(ruleset, POSTS[name], kind) if finding.check == check]
    assert [finding.severity.word for finding in told] == ([] if said == "—" else [said])
    for finding in told:
        shown = ruleset.guideline.label(finding.clause)
        assert any(shown.startswith(clause) for clause in label.split(", ")), (shown, label)


def test_what_was_learned_of_leaks_is_told_by_its_sum_and_the_drafts_length(ruleset: Ruleset) -> None:
    """Both rows of law/secrets: as bad as a list's where it is clear, on an own account too; in a long draft advice."""
    for kind, clear, in_a_report in (
        ("institution", "warn", "advise"),
        ("employee", "warn", ""),
        ("unknown", "warn", "advise"),
    ):
        assert severity(ruleset, WEAK, "law/secrets", office(), kind) == clear
        assert severity(ruleset, REPORT * 2 + PLAIN, "law/secrets", office(), kind) == in_a_report


@pytest.mark.parametrize("name", sorted(name for name in POSTS if not name.startswith("prohibited/")))
def test_one_cause_is_told_once(ruleset: Ruleset, name: str) -> None:
    told = findings(ruleset, POSTS[name], "institution") or findings(ruleset, POSTS[name], "employee")
    if name != "platform/mentions":  # so many tags are also tags in vain
        assert len(told) == (2 if name == "platform/hashtags" else 1), [finding.check for finding in told]


def test_the_docs_name_every_kind_that_a_profile_may_name() -> None:
    docs = (ROOT / "docs/severity.md").read_text(encoding="utf-8")
    kinds = {kind for check in all_checks() for kind in check.kinds}
    assert kinds - set(re.findall("`([^`\n]+)`", docs)) == set(), "write it in docs/severity.md"


def office(**fields: Any) -> Institution:
    return Institution("demo", name_bn="দপ্তর", **fields)


def severity(ruleset: Ruleset, text: str, check: str, institution: Institution, kind: str = "institution") -> str:
    draft = Draft(text, Account(kind))
    found = [finding for finding in check_draft(draft, ruleset, institution).findings if finding.check == check]
    return found[0].severity.word if found else ""


@pytest.mark.parametrize(
    "level, kind, said",
    [
        (Severity.BLOCK, "institution", "block"),
        (Severity.BLOCK, "employee", "warn"),
        (Severity.BLOCK, "unknown", "block"),
        (Severity.ADVISE, "institution", "advise"),
    ],
)
def test_the_profile_comes_before_the_accounts_cap(ruleset: Ruleset, level: Severity, kind: str, said: str) -> None:
    profile = office(severities={"prohibited/demeaning": level})
    assert severity(ruleset, "সে একটা কুলাঙ্গার", "prohibited/demeaning", profile, kind) == said


@pytest.mark.parametrize("text", ["শুদ্ধ বানান ‘কুলাঙ্গার’ শেখানো হয়েছে আজকের বাংলা ক্লাসে।", "আজ #SeKulangar"])
def test_a_profile_makes_no_word_block_in_quotation_marks_or_a_hashtag(ruleset: Ruleset, text: str) -> None:
    profile = office(severities={"prohibited/demeaning": Severity.BLOCK})
    assert severity(ruleset, text, "prohibited/demeaning", profile) == "warn"
    assert severity(ruleset, f"{text}\nসে একটা কুলাঙ্গার", "prohibited/demeaning", profile) == "block"


def test_an_assumed_account_never_blocks_for_clause_6(ruleset: Ruleset) -> None:
    profile = office(severities={"personal/family": Severity.BLOCK, "purpose/adverts": Severity.BLOCK})
    for text, check in (("আমার মেয়ের আজ জন্মদিন", "personal/family"), ("শাড়ি অর্ডার করতে ইনবক্স করুন", "purpose/adverts")):
        assert severity(ruleset, text, check, profile) == "block"
        assert severity(ruleset, text, check, profile, "unknown") == "warn"


def test_a_profile_makes_no_evidence_block(ruleset: Ruleset) -> None:
    profile = office(severities={"personal/family": Severity.BLOCK})
    evidence = "প্রিয় বাবা, বাড়িটা তোমাকে ছাড়া খালি"
    assert severity(ruleset, evidence, "personal/family", profile) == "warn"


def test_every_mandate_forgives_checks_that_exist(ruleset: Ruleset) -> None:
    known = {f"{word_list.folder}/{word_list.id}" for word_list in ruleset.lists}
    for mandate in MANDATES:
        named = forgiven((mandate,), ruleset.data(mandates_in))
        assert named and {name for name in named if not name.startswith("learned/")} <= known
    assert not forgiven((), ruleset.data(mandates_in))


def test_a_mandate_forgives_what_it_names_and_no_more(ruleset: Ruleset) -> None:
    text = "নৌকা মার্কায় ভোট দিন"
    assert severity(ruleset, text, "prohibited/campaign", office(mandates=("election",)))
    forgives = [name for name in forgiven(("disaster",), ruleset.data(mandates_in)) if name == "prohibited/rumour"]
    assert forgives
    alarm = "আজ রাতে ৯ মাত্রার ভূমিকম্প হবে, কেউ ঘরে থাকবেন না"
    assert severity(ruleset, alarm, "prohibited/rumour", office())
    assert not severity(ruleset, alarm, "prohibited/rumour", office(mandates=("disaster",)))
    assert severity(ruleset, alarm, "prohibited/rumour", office(mandates=("disaster",)), "employee")
    assert severity(ruleset, "সে একটা মালাউন", "prohibited/religious-slurs", office(mandates=MANDATES)) == "block"


TAKEN_SIDES = """
বিএনপি প্রার্থীকে ভোট দিন
আওয়ামী লীগকে ভোট দিন
Vote for BNP
bnp ke vote din
জামায়াতের প্রার্থীকে বিজয়ী করুন
লীগের আমলে চাকরি পেয়েছি, তাই কৃতজ্ঞ
জামায়াত ছাড়া এ দেশের বিকল্প নেই
বিএনপি চোরের দল
সবার দোয়া চাই। সম্ভাব্য মেম্বার পদপ্রার্থী ও ইউনিয়ন যুবলীগ নেতা
""".strip().splitlines()
OWN_WORK = """
বিএনপি মনোনীত প্রার্থী আজ গণসংযোগ করেন
এনসিপির নেতারা বলেন, তাঁরা নির্বাচনে অংশ নেবেন
""".strip().splitlines()


@pytest.mark.parametrize("mandate", MANDATES)
@pytest.mark.parametrize("text", TAKEN_SIDES)
def test_a_partys_side_is_nobodys_mandate(ruleset: Ruleset, text: str, mandate: str) -> None:
    found = check_draft(Draft(text, Account("institution")), ruleset, office(mandates=(mandate,))).findings
    assert [finding for finding in found if finding.clause == "9.ga" and finding.severity >= Severity.WARN]


@pytest.mark.parametrize("text", OWN_WORK)
def test_an_election_office_names_parties(ruleset: Ruleset, text: str) -> None:
    draft = Draft(text, Account("institution"))
    told = [
        [finding for finding in check_draft(draft, ruleset, profile).findings if finding.clause == "9.ga"]
        for profile in (office(), office(mandates=("election",)))
    ]
    assert told[0] and not told[1]


def test_what_a_profile_eases_hides_nothing_else_and_what_it_raises_is_told(ruleset: Ruleset) -> None:
    text, attacks = "লীগের আমলে চাকরি পেয়েছি, তাই কৃতজ্ঞ", "prohibited/party-attacks"
    assert not severity(ruleset, text, attacks, office())  # a longer match of the clause has these words
    eased = office(severities={"prohibited/party-calls": Severity.ADVISE, "prohibited/parties": Severity.ADVISE})
    assert severity(ruleset, text, "prohibited/party-calls", eased) in ("", "advise")
    found = check_draft(Draft(text, Account("institution")), ruleset, eased).findings
    assert max(finding.severity for finding in found if finding.clause == "9.ga") is Severity.WARN
    raised = office(severities={attacks: Severity.BLOCK})
    assert severity(ruleset, text, attacks, raised) == "block"
