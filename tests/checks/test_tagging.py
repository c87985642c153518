"""Tags in vain, of people and of hashtags; offices, people in the matter, and answers are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from server.checker import check_draft
from server.checks import Check
from server.checks.tagging import CHECK
from server.draft import Draft
from server.institution import Institution
from server.posting import Posting
from server.severity import Severity
from server.text.shapes import Word
from server.text.words import words
from server.wordlists.ruleset import Ruleset
from tests.checks.told import stays_linear, told

EMPLOYEE = {"account": {"kind": "employee", "name": "Farhana Yeasmin"}}
NAMES = ("Arif Billah", "Sumon Das", "Nasrin Jahan", "Liton Baroi", "Monira Khatun", "Jewel Tripura", "Ratan Mondal")


def people(*names: str, kind: str = "person") -> dict[str, Any]:
    return {"mentions": [{"text": name, "kind": kind} for name in names]}


FOUND: list[tuple[str, dict[str, Any], str, Severity]] = [
    ("জীবন মানে পথচলা", people(*NAMES), "tagging/people", Severity.WARN),
    ("জীবন মানে পথচলা", {**people(*NAMES), **EMPLOYEE}, "tagging/people", Severity.WARN),
    ("জীবন মানে পথচলা", {**people(*NAMES[:3]), **EMPLOYEE}, "tagging/people", Severity.WARN),
    ("আজকের সভার ছবি", people(*NAMES[:2]), "tagging/people", Severity.ADVISE),
    ("", people(*NAMES[:2]), "tagging/people", Severity.ADVISE),  # a picture, and who is tagged
    (" \u200b", people(*NAMES[:2]), "tagging/people", Severity.ADVISE),
    ("আজকের সভার ছবি", people(*NAMES[:2], kind="unknown"), "tagging/people", Severity.ADVISE),
    (f"আজকের সভার ছবি।\n{' '.join(NAMES)}", people(*NAMES), "tagging/people", Severity.WARN),
    (f"আজকের সভার ছবি। {', '.join(NAMES)} 🙏", people(*NAMES), "tagging/people", Severity.WARN),
    ("নতুন ছবি। @arif.b @sumon_das @nasrin1 @liton @monira", {}, "tagging/people", Severity.WARN),
    ("নতুন ছবি। @arif.b,@sumon_das,@nasrin1,@liton,@monira", {}, "tagging/people", Severity.WARN),
    ("আজকের সভার ছবি", people("ইউএনও নীলকান্দি"), "tagging/superiors", Severity.ADVISE),
    ("আজকের সভার ছবি", people("ইউএনও নীলকান্দি", *NAMES[:3]), "tagging/superiors", Severity.ADVISE),
    ("আজকের সভার ছবি", people("ইউএনও নীলকান্দি", *NAMES[:4]), "tagging/people", Severity.WARN),
    ("চাকরি মেলার ছবি", people("যুব উন্নয়ন অধিদপ্তর"), "tagging/people", Severity.ADVISE),  # as the composer says
    ("আজকের সভার ছবি।\n@BDRailway", people("@BDRailway"), "tagging/people", Severity.ADVISE),
    ("মেলায় সবাই উপস্থিত ছিলেন @arif.b @sumon_das", {}, "tagging/people", Severity.ADVISE),  # a row behind it
    ("@everyone নতুন নোটিশ", {"action": "reply"}, "tagging/mass-tags", Severity.WARN),
    ("হাওরে দুই দিন", {**people("Secretary Rahman"), **EMPLOYEE}, "tagging/superiors", Severity.WARN),
    ("সবাইকে ট্যাগ করুন", {}, "tagging/mass-tags", Severity.WARN),
    ("Tagging all our seniors here", {}, "tagging/mass-tags", Severity.ADVISE),
    ("আরও ৫ জন বন্ধুকে ট্যাগ করুন", {}, "tagging/mass-tags", Severity.WARN),
    ("@everyone নতুন নোটিশ", {}, "tagging/mass-tags", Severity.WARN),
    ("tag five friends and win", {}, "tagging/mass-tags", Severity.WARN),
    ("sobaike tag korun", EMPLOYEE, "tagging/mass-tags", Severity.WARN),
    ("মেলা " + " ".join(f"#মেলা{n}" for n in "১২৩৪৫৬৭৮"), {}, "tagging/hashtags", Severity.ADVISE),
    ("মেলা " + " ".join(f"#মেলা{n}" for n in "১২৩৪৫৬৭৮"), EMPLOYEE, "tagging/hashtags", Severity.WARN),
    ("বৃক্ষমেলা শুরু #বৃক্ষমেলা #fyp", {}, "tagging/hashtags", Severity.ADVISE),
    ("বৃক্ষমেলা শুরু #ভাইরাল", {}, "tagging/hashtags", Severity.ADVISE),
    ("#মেলা শুরু। #মেলা চলছে। #মেলা শেষ", {}, "tagging/hashtags", Severity.ADVISE),
    (
        "Spray cholche 4 no ward e. Tag korlam @Arif Billah @Sumon Das @Nasrin Jahan",
        {},
        "tagging/people",
        Severity.ADVISE,
    ),
    (
        "The debate is over! Shout-out to @Arif Billah @Sumon Das, please notice us",
        {},
        "tagging/people",
        Severity.ADVISE,
    ),
    ("মেলা শুরু হলো। @আরিফ বিল্লাহ @সুমন দাস @নাসরিন জাহান", {}, "tagging/people", Severity.ADVISE),
    ("Camp was a success! @Nusrat Jahan @Rezaul Karim @Puja Das could not come", {}, "tagging/people", Severity.ADVISE),
    (
        "Uthan boithok er chobi. @Shakib Al Hasan @Ayman Sadiq @Nusrat Jahan dekhben",
        {},
        "tagging/people",
        Severity.ADVISE,
    ),
    ("Notun line chalu. @VC Sir @Pro-VC Madam @Treasurer Sir dekhen sir", {}, "tagging/superiors", Severity.ADVISE),
    (
        "Relief reached the char. @Cabinet Secretary kindly see what we are doing",
        {},
        "tagging/superiors",
        Severity.ADVISE,
    ),
    ("#digital_office #digitaloffice #DigitalOffice নতুন কম্পিউটার এসেছে", {}, "tagging/hashtags", Severity.ADVISE),
    ("তিনজন বন্ধুকে মেনশন না করে যাবেন না", {}, "tagging/mass-tags", Severity.WARN),
    ("সাথে আছেন আরিফ, শান্তা এবং আরও ৪৬ জন, সবাইকেই ট্যাগ দিলাম", {}, "tagging/mass-tags", Severity.WARN),
    ("Mention five colleagues below who must not miss it", {}, "tagging/mass-tags", Severity.WARN),
    ("shob bondhu ke tag diye janan", {}, "tagging/mass-tags", Severity.WARN),
    ("New booth opened. With Arif Billah, Sumon Das and 46 others.", {}, "tagging/mass-tags", Severity.WARN),
    ("shobaike mention korun", {}, "tagging/mass-tags", Severity.WARN),
    ("পাঁচজনকে ট্যাগ করো", {}, "tagging/mass-tags", Severity.WARN),
    ("সাতজন বন্ধুকে ট্যাগ করতে ভুলবেন না", {}, "tagging/mass-tags", Severity.WARN),
    ("বন্ধুদের ট্যাগ না করে যাবেন না", {}, "tagging/mass-tags", Severity.WARN),
    (
        "আজকের ছবি @abdullah.mamun @harun_rashid @abdur.rahim @munira.sultana @kamrun.nahar",
        {},
        "tagging/people",
        Severity.WARN,
    ),
    ("হাওরে দুই দিন", {**people("DC Rakib Hasan", kind="unknown"), **EMPLOYEE}, "tagging/superiors", Severity.WARN),
    ("niche 5 jon vai brother ke mention den", {}, "tagging/mass-tags", Severity.WARN),
    # rows below a full stop, behind a blank line or a sentence, below one word, or below a call
    ("আজকের সভা শেষ হলো।\n১. Arif Billah\n২. Sumon Das", people(*NAMES[:2]), "tagging/people", Severity.ADVISE),
    (
        "সভায় উপস্থিত ছিলেন:\nদপ্তরের সবাই\n\nArif Billah\nSumon Das",
        people(*NAMES[:2]),
        "tagging/people",
        Severity.ADVISE,
    ),
    (
        "সভায় উপস্থিত ছিলেন:\nদপ্তরের সবাই এসেছিলেন।\nArif Billah\nSumon Das",
        people(*NAMES[:2]),
        "tagging/people",
        Severity.ADVISE,
    ),
    ("ছবি:\nArif Billah\nSumon Das", people(*NAMES[:2]), "tagging/people", Severity.ADVISE),
    ("সদয় অবগতির জন্য:\n@Arif_Billah\n@Sumon_Das", {}, "tagging/people", Severity.ADVISE),
    ("দেখুন ও শেয়ার করুন:\n@Arif_Billah\n@Sumon_Das\n@Liton_Baroi", {}, "tagging/people", Severity.ADVISE),
    ("পুরস্কার পেলেন করিম হোসেন, অফিস সহকারী। Arif Billah", people("Arif Billah"), "tagging/people", Severity.ADVISE),
    ("আরিফ বিল্লাহ! Arif Billah", people("Arif Billah"), "tagging/people", Severity.ADVISE),
]

CLEAR: list[tuple[str, dict[str, Any]]] = [
    ("সভায় উপস্থিত ছিলেন " + ", ".join(NAMES), people(*NAMES)),
    ("পুরস্কার পেয়েছেন Arif Billah ও Sumon Das", people(*NAMES[:2])),
    ("প্রতিটি উপজেলায় ৫ জনকে ট্যাগ অফিসার নিয়োগ করা হয়েছে।", {}),
    ("Arif Billah took charge as the new director today", people("Arif Billah")),
    ("সভায় উপস্থিত ছিলেন:\n১. Arif Billah\n২. Sumon Das", people(*NAMES[:2])),
    ("আজ সভা হলো। এতে উপস্থিত ছিলেনঃ\n\n• Arif Billah\n• Sumon Das\n\nধন্যবাদ।", people(*NAMES[:2])),
    ("প্রশিক্ষণ শেষে যাঁরা সনদ পেলেন—\nArif Billah\nSumon Das", people(*NAMES[:2])),
    ("Certificates went to those who attended:\n- Arif Billah\n- Sumon Das", people(*NAMES[:2])),
    ("সভায় উপস্থিত ছিলেন:\n@Arif_Billah @Sumon_Das @Nasrin_Jahan", {}),
    ("সভায় উপস্থিত ছিলেন:\n১. @Arif_Billah\n২. @Sumon_Das", {}),
    ("শুদ্ধাচার পুরস্কার পেলেন আরিফ বিল্লাহ, অফিস সহকারী। Arif Billah", people("Arif Billah")),
    ("শুদ্ধাচার পুরস্কার পেলেন আরিফ বিল্লাহ, অফিস সহকারী। @Arif_Billah", {}),
    ("পুরস্কার পেলেন আরিফ বিল্লাহ, সুমন দাস ও নাসরিন জাহান।\n@Arif_Billah @Sumon_Das @Nasrin_Jahan", {}),
    ("প্রবন্ধ উপস্থাপন করেন অধ্যাপক ড. নাসরিন জাহান", people("Prof. Dr. Nasrin Jahan")),
    ("আজকের সভায় সভাপতিত্ব করেন ইউএনও নীলকান্দি", people("ইউএনও নীলকান্দি")),
    ("চাকরি মেলা", people("জেলা প্রশাসন, পলাশডাঙ্গা", kind="page")),
    ("@Cabinet Secretary opened the fair with the mayor this morning", {}),
    ("#digital_office #office #digital_fair নতুন কম্পিউটার এসেছে", {}),
    ("ভূমি মেলায় না এসে যাবেন না বন্ধুরা, ট্যাগ নম্বর লাগবে না", {}),
    ("চাকরি মেলা", people("যুব উন্নয়ন অধিদপ্তর", kind="unknown")),
    ("চাকরি মেলা", people(*[f"দপ্তর {n}" for n in range(9)], kind="page")),
    ("চাকরি মেলা", people("নীলকান্দি সাহিত্য গোষ্ঠী", kind="group")),
    ("চাকরি মেলা।\n@nilkandi @palash", people("@nilkandi", "palash", kind="page")),
    ("চাকরি মেলা।\n@nilkandi", people("@nilkandi", kind="group")),
    ("নতুন নোটিশ", people("@everyone", "followers", kind="unknown")),
    ("ভিডিও দেখুন।\nyoutube.com/@arif.billah/videos", {}),
    ("নলকূপ মেরামত শেষ।\n@জনস্বাস্থ্য_প্রকৌশল_অধিদপ্তর", {}),
    ("নলকূপ মেরামত শেষ।\n@nilkandioffice @BDpoliceHQ", {}),
    ("নলকূপ মেরামত শেষ", people("বিআরটিএ", "World Bank", kind="unknown")),
    ("নলকূপ মেরামত শেষ", people("UNICEF", "UNDP Bangladesh", "WHO", "somoy.tv", kind="unknown")),
    ("আপনার অভিযোগটি দেখছি", {**people("Arif Billah"), "action": "reply"}),
    ("আপনার অভিযোগটি দেখছি", {**people("নির্বাহী প্রকৌশলী, পলাশডাঙ্গা"), "action": "reply"}),
    ("আপনাদের জানাচ্ছি", {**people(*NAMES), "action": "comment"}),
    ("হাওরে দুই বন্ধু", {**people("Arif Billah"), **EMPLOYEE}),
    ("দুই দিনের ছুটিতে হাওরে, ছবি তুলেছে Arif Billah, রান্না করেছে Sumon Das", {**people(*NAMES[:2]), **EMPLOYEE}),
    ("Talks with @WorldBankBD and @FinMinBD on skills", {}),
    ("Thanks to @unicefbd for the vaccines", {}),
    ("The first three places went to @Nusrat Jahan, @Rezaul Karim and @Puja Das, all winners of last year", {}),
    ("কর্মশালায় উপস্থিত ছিলেন @নুসরাত জাহান @রেজাউল করিম ও @পূজা দাস", {}),
    ("মেলায় এসেছেন আরও ৪৬ জন উদ্যোক্তা", {}),
    ("টিসিবি পণ্য বিক্রয়ে ৮ জন ট্যাগ কর্মকর্তা দায়িত্ব পালন করছেন।", {}),
    ("সার বিক্রয়কেন্দ্রে একজন ট্যাগ অফিসার থাকবেন", {}),
    ("২০০ জনকে নাম লেখা ট্যাগ দেওয়া হয়েছে", {}),
    ("সবাইকে ট্যাগ করবেন না, একবার লিখলেই আমরা দেখি।", {"action": "reply"}),
    ("৫ জনকে ট্যাগ করবেন না", {}),
    ("sobaike tag korben na", {}),
    ("5 jon bondhuke tag korben na", {}),
    ("Please do not tag everyone in comments; use the complaint form.", {}),
    ("You need not tag five friends to enter the draw", {}),
    ("উপজেলা ভূমি অফিসকে ট্যাগ করা হলো, তাঁরা উত্তর দেবেন।", {"action": "reply"}),
    ("Tagging all our engineers here, they will answer.", {"action": "reply"}),
    ("উপজেলা ভূমি অফিসকে ট্যাগ করা হলো, তাঁরা উত্তর দেবেন।", {}),
    ("গবাদিপশুর কানে ট্যাগ করা হলো, ৫০০টি গরু নিবন্ধিত।", {}),
    ("নতুন সেবা নিয়ে আলোচনা @BDRailway @UN_Women @somoy.tv @WHO @mofa.gov", {}),
    ("হাওরে দুই দিন", {**people("Md. Rakib Hasan", kind="unknown"), **EMPLOYEE}),
    ("হাওরে দুই দিন", {**people("ড. রাকিব হাসান", kind="unknown"), **EMPLOYEE}),
    ("The list mentions five colleagues of the land office", {}),
    ("The DC opened the booth with Arif Billah and 46 others of the trade body.", {}),
    ("3 jon shikkhoker nam mention kora hoyeche", {}),
    ("Gorur kane tag lagano hobe, sobai ashben", {}),
    ("The workshop was led by @Arif Billah with @Sumon Das on the second day", {}),
    ("ইমেইল: uno@nilkandi.gov.bd, dc@palashdanga.gov.bd", {}),
    ("মূল্য ৫ কেজি @৬০ টাকা", {}),
    ("বৃক্ষমেলা শুরু #বৃক্ষমেলা #পরিবেশ_দিবস", {}),
    ("সাত হ্যাশট্যাগ #ক১ #খ২ #গ৩ #ঘ৪ #ঙ৫ #চ৬ #ছ৭ সহ নমুনা পোস্ট", {}),
    ("ভাইরাল জ্বর হলে প্রচুর পানি পান করুন #ভাইরাল_জ্বর", {}),
    ("viral fever is spreading #ViralFever", {}),
    ("#মেলা শুরু। #মেলা চলছে।", {}),
    ("গবাদিপশুর কানে ট্যাগ লাগানো হবে", {}),
    ("C# programming course at the ICT lab", {}),
    ("রুম #৩০২ এ আসুন", {}),
    ("কক্ষ #১০১, #১০২, #১০৩, #১০৪, #১০৫, #১০৬, #১০৭ ও #১০৮ এ পরীক্ষা হবে।", {}),
]


@pytest.mark.parametrize("text, fields, check, severity", FOUND)
def test_a_tag_in_vain_is_told_once(
    ruleset: Ruleset, text: str, fields: dict[str, Any], check: str, severity: Severity
) -> None:
    (finding,) = told(ruleset, "tagging", text, **fields)
    assert (finding.check, finding.severity) == (check, severity)
    assert finding.clause == ("5.tta.i" if fields.get("account") else "6.gha")


@pytest.mark.parametrize("text, fields", CLEAR)
def test_a_tag_with_a_reason(ruleset: Ruleset, text: str, fields: dict[str, Any]) -> None:
    assert not told(ruleset, "tagging", text, **fields)


def test_the_profile_says_who_may_be_tagged(ruleset: Ruleset) -> None:
    office = Institution("demo", name_bn="দপ্তর", accounts=("@dopthor",), may_tag=("Arif Billah", "@sumon_das"))
    assert not told(ruleset, "tagging", "মেলার ছবি", office, **people("Arif Billah"))
    assert not told(ruleset, "tagging", "মেলার ছবি @sumon_das @Dopthor", office)
    assert told(ruleset, "tagging", "মেলার ছবি", office, **people("Nasrin Jahan"))
    text = "মেলার ছবি @sumon_das @arif.b"
    (finding,) = told(ruleset, "tagging", text, office)
    assert [text[start:end] for start, end in finding.spans] == ["@arif.b"]


def test_the_hashtag_that_stands_again_is_underlined_and_no_other(ruleset: Ruleset) -> None:
    text = "#মেলা শুরু। #বই মেলা। #মেলা চলছে। #মেলা শেষ"
    (finding,) = told(ruleset, "tagging", text)
    assert [text[start:end] for start, end in finding.spans] == ["#মেলা"] * 3


def test_the_same_person_twice_is_one(ruleset: Ruleset) -> None:
    (finding,) = told(ruleset, "tagging", "মেলার ছবি", **people(*["Arif Billah"] * 7))
    assert finding.severity is Severity.ADVISE and "এমন একজনকে" in finding.message.bn and "যাঁর" in finding.message.bn
    assert finding.message.en.startswith("One person is")


def test_superiors_are_told_with_how_many_are_tagged(ruleset: Ruleset) -> None:
    (one,) = told(ruleset, "tagging", "আজকের সভার ছবি", **people("ইউএনও নীলকান্দি"))
    assert one.message.bn == "এমন একজন ঊর্ধ্বতন ব্যক্তিকে ট্যাগ করা হয়েছে, যাঁর কথা পোস্টে নেই।"
    (several,) = told(ruleset, "tagging", "আজকের সভার ছবি", **people("ইউএনও নীলকান্দি", *NAMES[:2]))
    assert several.check == one.check == "tagging/superiors"
    assert several.message.bn.startswith("এমন ৩ জনকে ") and several.message.en.startswith("3 people are ")


@pytest.mark.parametrize("text", ["সবাইকে ট্যাগ করুন", "৫ জন বন্ধুকে ট্যাগ করুন"], ids=["a list", "a rule"])
def test_what_is_needless_of_mass_tags_is_the_tags(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "tagging", text)
    assert finding.check == "tagging/mass-tags" and "ট্যাগ ও হ্যাশট্যাগ রাখুন" in finding.instead.bn


PART_OF_NONE = [f"আবুল {first}{second}" for first in "কখগঘচছজঝটঠডঢণতথদধনপফ" for second in ("মল", "রস", "লত", "সদ", "হম")]


@pytest.mark.timed
@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        *((text, ()) for text in ("@" * 60_000, "#" * 60_000, "@a" * 30_000, "#ক " * 20_000, "@a.b " * 12_000)),
        ("সভা হলো। " * 7_000, PART_OF_NONE),
        (f"{' '.join(PART_OF_NONE[:50])}। " * 100, PART_OF_NONE),
        ("@aa @bb @cc\n" * 5_000, ()),
        ("@aa @bb @cc; " * 4_900, ()),
        (" ".join(f"@a{number}" for number in range(8_000)), ()),
        ("উপস্থিত ছিলেন:\n" * 3_500, PART_OF_NONE),
        ("উপস্থিত ছিলেন:\n" + "- @আবুল_কমল\n" * 4_000, PART_OF_NONE),
    ],
    ids=range(12),
)
def test_linear_on_hostile_runs(ruleset: Ruleset, text: str, mentions: Sequence[str]) -> None:
    assert stays_linear(ruleset, "tagging", text, **people(*mentions))


def test_a_sentence_is_looked_at_once_however_many_are_tagged(
    ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five hundred may be, in a text of thousands of sentences: the work is their sum, not their product."""
    counted: list[str] = []

    def counting(text: str) -> list[Word]:
        counted.append(text)
        return words(text)

    monkeypatch.setattr("server.personal.people.tagged.words", counting)
    seen = []
    for many in (20, 100):
        counted.clear()
        (finding,) = told(ruleset, "tagging", "সভা হলো। " * 200, **people(*PART_OF_NONE[:many]))
        assert finding.check == "tagging/people"
        seen.append(len(counted))
    assert seen[1] - seen[0] <= 100 - 20 and seen[0] <= 2 * 200 + 20


def test_a_post_that_tags_too_many_for_its_time_is_not_clear(ruleset: Ruleset) -> None:
    draft = Draft.parse({"text": "সভা হলো।", **people(*PART_OF_NONE)})
    posting = Posting(draft, ruleset, None, latest=0.0)
    with pytest.raises(TimeoutError):
        list(CHECK.look(posting))
    got = check_draft(draft, ruleset, checks=[Check("tagging", (), lambda _: CHECK.look(posting), (), ())])
    assert got.verdict == "unchecked" and [item.why for item in got.incomplete] == ["timeout"]


def test_a_mention_without_a_name_parts_no_letters(ruleset: Ruleset) -> None:
    fields = {"mentions": [*people("Arif Billah")["mentions"], {"text": "", "kind": "page"}]}
    (finding,) = told(ruleset, "tagging", "Arif Billah।", **fields)
    assert finding.check == "tagging/people"


def test_a_call_is_underlined_to_the_end_of_its_word(ruleset: Ruleset) -> None:
    text = "সাত জন বন্ধুকে ট্যাগ করুন"
    (finding,) = told(ruleset, "tagging", text)
    assert finding.spans[0][1] == len(text)
