"""data/frames.yaml: what stands around a post and is not what it says. Learned evidence adds none of it up."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.facts.frames import frames_in
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from tests.wordlists.facts.test_said import folder_with
from tests.wordlists.learned.test_sums import learned

FRAMES = frames_in([SHIPPED])
POST = "রবিবার থেকে নিবন্ধন শুরু হবে"


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        (f"আসসালামু আলাইকুম। {POST}", ["আসসালামু আলাইকুম। "]),
        (f"Assalamu alaikum, {POST}", ["assalamu alaikum, "]),
        (f"শুভ সকাল, প্রিয় এলাকাবাসী: {POST}", ["শুভ সকাল, প্রিয় এলাকাবাসী: "]),
        (f"জরুরি বিজ্ঞপ্তি\n{POST}", ["জরুরি বিজ্ঞপ্তি"]),
        (
            f"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার\nজেলা প্রশাসকের কার্যালয়, নীলকান্দি\n\n{POST}\nআদেশক্রমে\nনির্বাহী প্রকৌশলী",
            ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "জেলা প্রশাসকের কার্যালয়, নীলকান্দি", "আদেশক্রমে", "নির্বাহী প্রকৌশলী"],
        ),
        (f"{POST}।\n- উপজেলা প্রশাসন, নীলকান্দি", ["- উপজেলা প্রশাসন, নীলকান্দি"]),
        (f"{POST}। - রহিম, নীলকান্দি", [" - রহিম, নীলকান্দি"]),
        (
            f"{POST}\nধন্যবাদ।\nOffice of the Deputy Commissioner, Nilkandi",
            ["ধন্যবাদ।", "office of the deputy commissioner, nilkandi"],
        ),
        (f"{POST} #নীলকান্দি #জনসেবা\n#dc", [" #নীলকান্দি #জনসেবা", "#dc"]),
        (f"১। {POST}\n২। {POST}", ["১।", "২।"]),
        (
            f"তারিখঃ ১২ ডিসেম্বর\nস্থান: উপজেলা মিলনায়তন\n{POST}\nযোগাযোগ: ০২-৯৫৭৪৪২৫",
            ["তারিখঃ ১২ ডিসেম্বর", "স্থান: উপজেলা মিলনায়তন", "যোগাযোগ: ০২-৯৫৭৪৪২৫"],
        ),
        (f"{POST}। বিস্তারিত কমেন্টে। ধন্যবাদ।", ["বিস্তারিত কমেন্টে।", "ধন্যবাদ।"]),
        (f"সোমবার, ৩০ নভেম্বর ২০২৬ খ্রি.\n{POST}", ["সোমবার, ৩০ নভেম্বর ২০২৬ খ্রি."]),
        (f"{POST}\nনীলকান্দি, ৩০ নভেম্বর ২০২৬", ["নীলকান্দি, ৩০ নভেম্বর ২০২৬"]),
        (f"ঢাকা, ৩০ নভেম্বর ২০২৬: {POST}", ["ঢাকা, ৩০ নভেম্বর ২০২৬:"]),
        (f"৩০ নভেম্বর – {POST}", ["৩০ নভেম্বর –"]),
        (f"জরুরি বিজ্ঞপ্তি: {POST}", ["জরুরি বিজ্ঞপ্তি:"]),
        (f"Notice! {POST}", ["notice!"]),
        (f"বি.দ্র.: {POST}", ["বি.দ্র.:"]),
        (f"(১/২) {POST}", ["(1/2)"]),
        (f"১/ {POST}\n২/ {POST}", ["১/", "২/"]),
        (f"{POST}\nলাইক, কমেন্ট ও শেয়ার করুন 👍", ["লাইক, কমেন্ট ও শেয়ার করুন 👍"]),
        # what says something
        (f"৩০ নভেম্বরের মধ্যে: {POST}", []),
        (f"{POST}\n৩০ নভেম্বর পর্যন্ত", []),
        (f"সব চোর এক হয়েছে, ৩০ নভেম্বর: {POST}", []),
        (f"জরুরি তথ্য-প্রযুক্তি {POST}", []),
        (f"তথ্য-প্রযুক্তি: {POST}", []),
        (f"সময় নষ্ট করবেন না\nস্থান নেই\n{POST}", []),
        (f"বিষয়: বদলি প্রসঙ্গে\n{POST}", []),
        (f"সময়: সকাল থেকে রাত। সবাই আসবেন\n{POST}", []),
        (f"{POST}। ধন্যবাদ সবার প্রাপ্য।", []),
        (POST, []),
        (f"শুভ সকাল নীলকান্দি, {POST}", []),
        (f"{POST}, #নীলকান্দি উপজেলার সবাই আসুন", []),
        (f"{POST}\nদুর্নীতিবাজ প্রশাসন নিপাত যাক", []),
        (f"{POST}\nei office er sobai chor", []),
        (f"{POST}\nথানা থেকে সনদ নিতে হবে।", []),
        (f"আমাদের দাবি:\n- {POST}\n- সবার বিচার চাই", []),  # points, no signature
        ("ধন্যবাদ\nউপজেলা প্রশাসন", []),  # nothing is left
        ("শুভ সকাল, সবাইকে শুভেচ্ছা", []),
        ("", []),
    ],
)
def test_what_frames_a_post(text: str, framed: list[str]) -> None:
    normal = normalise(text)
    found = [normal[start:end].strip() for start, end in FRAMES.spans(normal)]
    assert found == [normalise(one).strip() for one in framed]


def test_no_frame_is_added_up_but_lists_look_there(tmp_path: Path) -> None:
    rules = learned(tmp_path, "অকর্মা 0.7", "লোভী 0.7", "প্রশাসন -2", "নীলকান্দি -2", "সকাল -2", parties="লাল")
    said = "ওই লোকেরা অকর্মা আর লোভী"
    (bare,) = rules.look(normalise(said))
    for framed in (f"শুভ সকাল। {said}", f"{said}\n- উপজেলা প্রশাসন", f"{said} #নীলকান্দি", f"{said}\nউপজেলা প্রশাসন, নীলকান্দি"):
        normal = normalise(framed)
        (match,) = rules.look(normal)
        assert [normal[slice(*span)] for span in match.spans] == ["অকর্মা", normalise("লোভী")]
    assert not rules.look(normalise(f"সকাল থেকে {said}"))
    (listed,) = rules.look(normalise("রবিবার সবাই আসবেন\n- কুলাঙ্গার সমিতি"))
    assert listed.how != bare.how


AROUND = [
    "আসসালামু আলাইকুম।\n{}\nধন্যবাদান্তে\nউপজেলা নির্বাহী অফিসার, নীলকান্দি\n#নীলকান্দি #জনসেবা",
    "সোমবার, ৩০ নভেম্বর ২০২৬\n{}",
    "{}\n১৫ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ, ৩০ নভেম্বর ২০২৬ খ্রিষ্টাব্দ",
    "নীলকান্দি, ৩০ নভেম্বর: {}",
    "জরুরি বিজ্ঞপ্তি: {}",
    "(১/২) {}",
    "{}\nআমাদের পেজটি ফলো করুন। লাইক, কমেন্ট ও শেয়ার করুন",
]
# what no data names: a few words around a remark hide hardly one
OF_ANYONE = ["বিষয়: সচেতনতা প্রসঙ্গে\n{}", "নতুন কথা\n{}\nদেখা হবে কাল", "জেলা প্রশাসক: {}"]


@pytest.fixture(scope="module")
def remarks(ruleset: Ruleset) -> list[str]:
    """Rows that are told by themselves."""
    rows = (Path(__file__).parents[2] / "cases/hostile-letters.jsonl").read_text(encoding="utf-8").splitlines()
    found = [text for row in rows if told(ruleset, text := json.loads(row)["text"])]
    assert len(found) > 100
    return found


def told(ruleset: Ruleset, text: str) -> set[tuple[str, Severity]]:
    found = check_draft(Draft(text, Account("institution")), ruleset).findings
    return {(it.clause, it.severity) for it in found if it.clause.startswith("9.") and it.severity >= Severity.WARN}


@pytest.mark.every
@pytest.mark.parametrize("around", AROUND)
def test_what_frames_a_post_hides_no_remark(ruleset: Ruleset, remarks: list[str], around: str) -> None:
    """Before, of the rows that are told by themselves, one in five or six fell silent in such a frame."""
    assert [text for text in remarks if not told(ruleset, around.format(text))] == []


@pytest.mark.every
@pytest.mark.parametrize("around", OF_ANYONE)
def test_a_few_other_words_around_it_hide_hardly_one(ruleset: Ruleset, remarks: list[str], around: str) -> None:
    hidden = [text for text in remarks if not told(ruleset, around.format(text))]
    assert len(hidden) <= len(remarks) / 50, hidden


@pytest.mark.thorough
@pytest.mark.parametrize("around", [*AROUND, *OF_ANYONE])
def test_nor_does_it_make_a_remark_of_a_proper_post(ruleset: Ruleset, around: str) -> None:
    rows = (Path(__file__).parents[2] / "cases/posts-gov.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    assert [text for text in texts if told(ruleset, around.format(text))] == []


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "\n" * 60_000,
        "#ক " * 20_000,
        "ক। - " * 12_000,
        "১। ক\n" * 12_000,
        "- থানা\n" * 9_000,
        "শুভ সকাল, " * 6_000,
        "তারিখ: ক\n" * 7_000,
        "ধন্যবাদ। " * 7_000,
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    FRAMES.spans(normalise(text))
    assert time.process_time() - start < 5  # it takes a tenth of a second


WHOLE = "greetings: [ক]\nheadings: [ক]\nlabels: [ক]\nclosings: [ক]\noffices: [ক]\n"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("greetings: [সালাম]\n", r"frames\.yaml:1.*write the phrases below 'headings'"),
        (
            "greetings: [ক]\nheadings: [ক]\nclosings: [ক]\noffices: [ক]\noffice: [ক]\n",
            r"frames\.yaml:5.*unknown field 'office'",
        ),
        (
            WHOLE.replace("offices: [ক]", "offices: [ক, মৎস্য অধিদপ্তর]"),
            r"frames\.yaml:5.*'মৎস্য অধিদপ্তর': write one word",
        ),
        (WHOLE.replace("offices: [ক]", "offices: ['১২৩।', '…']"), r"frames\.yaml:5.*'…' holds no letter"),
        (WHOLE.replace("labels: [ক]", "labels: [স্থান / ভেন্যু]"), r"frames\.yaml:3.*'স্থান / ভেন্যু': the signs"),
        (WHOLE.replace("labels: [ক]", "labels: [ক খ গ ঘ ঙ চ ছ জ ঝ]"), r"frames\.yaml:3.*write 1 to 8 words"),
    ],
)
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, text: str, cure: str) -> None:
    with pytest.raises(FaultyLists, match=cure):
        frames_in([folder_with(tmp_path, text, "frames.yaml")])
