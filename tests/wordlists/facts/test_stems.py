"""data/stems.yaml: words of patterns that code builds, and that each of them is the shipped file's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.checks import all_checks
from server.text.normalise import normalise
from server.wordlists.facts.stems import FILE, AnyOf, Stems, Wording, shipped_stems, stems_in
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED

SHIPPED_TEXT = (SHIPPED / FILE).read_text(encoding="utf-8")


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return tmp_path


def changed(old: str, new: str) -> str:
    assert old in SHIPPED_TEXT
    return SHIPPED_TEXT.replace(old, new, 1)


# of each name some rows as the code had them: the first, the longest, the last
KEPT = {
    "refused_matters": "অভিযোগ বিষয়",
    "refused_matters_banglish": "amra obhijog abedon",
    "refused_matters_english": "complaint application petition",
    "refusable": "গ্রহণ এখতিয়ার সেবা",
    "refusable_banglish": "grohon grohonjoggo neya",
    "refusable_english": "responsible valid",
    "refusals_english": "declined does_not_stand",
    "many_people": "নারী গৃহকর্মী famil",
    "child_words": "শিশু স্কুলছাত্রী balok",
    "pupil_words": "ছাত্র shikkharthi",
    "done_to_a_child": "হত্যা handed_over beaten",
    "one_of_them": "এদের the_youngest tar_nam",
    "held_children": "শিশু schoolboy pupil",
    "campaign_words": "প্রতিরোধ prevention birodhi",
    "works_on_topics": "দেয়ালিকা likheche",
    "works_on_topics_english": "poster drawings spoke",
    "court_parts": "বাদী তদন্ত_কর্মকর্তা investigator",
    "accused_adjectives": "এক মৃত্যুদণ্ডপ্রাপ্ত convicted",
    "no_culprit": "বাড়ি সহায়তা help",
    "no_childs_age": "পর on_the_run",
    "other_women": "নারী শ্যালিকা পুত্রবধূ",
    "girl_words_english": "girl stepdaughter victim",
    "advice": "করুন খাওয়ান ধরুন",
    "asked_for_somebody": "দোয়া প্রার্থনা নগদ",
    "people_served": "নারী শিক্ষার্থী চাষি",
    "people_served_banglish": "nari krishok rogi",
    "others_sorrow": "দম্পতি counselling resolved",
    "addressed": "আপা ম্যাডাম dada",
    "told_of_others": "যাঁ জানিয়েছেন janan",
    "owns_nobody": "বাচ্চাদের ছেলেমেয়েদের ভোর",
    "known_kin": "ছেলে পুত্রবধূ nephew",
    "known_kin_adjectives": "সাহেবের ছোট younger",
    "family_advice": "করুন রাখুন চলুন",
    "family_wishes": "দোয়া প্রার্থনা ভালো",
    "number_names": "মোবাইলফোন হোয়াটসঅ্যাপ holo",
    "sample_words": "যেমন e.g such_as",
    "shamed_asked": "পরিচয় তথ্য_দিন found",
    "vehicle_owned": "রেজিস্ট্রেশন registered_under malik",
    "vehicle_told_by_law": "উদ্ধার please_contact was_found",
    "instead_of": "স্থলে should_be_read",
    "corrections": "সংশোধনী shongshodhoni",
    "rates_of_all": "সাক্ষরতার_হার দারিদ্র্যের_হার saksharotar_har",
    "goals": "লক্ষ্যমাত্রা achiev",
    "land": "জমি জায়গা জলাশয়",
    "surveys": "জরিপ হেলথ_অ্যাটলাস shumari",
    "joke_speakers": "শিক্ষক কর্মচারী ami",
    "pointers": "লিংক বিস্তারিত bio",
    "honours": "নির্বাচিত joined",
    "offices_told": "মন্ত্রণালয় উপজেলা_প্রশাসন minister",
    "open_to_all": "ওয়াইফাই ওয়াই-ফাই guest",
    "only_examples": "উদাহরণ ব্যবহার_করবেন_না bodle_nin",
    "whom_to_tag": "জন পরিচিতদের",
    "whom_to_tag_english": "friend family_members more",
    "office_handles": "police bangladesh unesco",
    "office_handle_ends": "bd bank tv",
    "office_handle_words": "un who",
}


@pytest.mark.parametrize("name", Stems._fields)
def test_the_shipped_file_has_what_the_code_had(name: str) -> None:
    any_of = getattr(shipped_stems(), name)
    for word in KEPT[name].split():
        row = normalise(word.replace("_", " "))
        assert re.fullmatch(any_of.all, row)
        assert re.fullmatch(any_of.latin if row.isascii() else any_of.bangla, row)


@pytest.mark.parametrize("name", Stems._fields)
def test_a_row_of_either_script_is_looked_for(name: str) -> None:
    all_checks()
    stems = shipped_stems()._replace(**{name: AnyOf("(?:<bangla>|<latin>)", "<bangla>", "<latin>")})
    written = "".join(wording.write(stems) for wording in Wording.known)
    assert "<bangla>" in written and "<latin>" in written


def test_where_a_row_stands_changes_nothing(tmp_path: Path) -> None:
    found = re.search("refusable:.*\n((?:  - .*\n)+)", SHIPPED_TEXT)
    assert found
    text = changed(found[1], "".join(reversed(found[1].splitlines(keepends=True))))
    assert stems_in([folder_with(tmp_path, text)]) == shipped_stems()


def test_an_offices_own_file_takes_the_shipped_ones_place(tmp_path: Path) -> None:
    stems = stems_in([folder_with(tmp_path, changed("  - বিবেচ\n", "  - ছাড়পত্র\n"))])
    wording = Wording(re.compile, lambda stems: f"{stems.refusable.bangla}ি?" if stems else "")
    assert wording.of(stems).search(normalise("ছাড়পত্রটি")) and not wording.of(stems).search(normalise("বিবেচনা"))
    assert wording.of(shipped_stems()).search(normalise("বিবেচনা"))
    Wording.known.remove(wording)


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("refusable:", "refusible:", r"stems\.yaml:\d+: .*unknown field 'refusible'; write 'refusable'"),
        ("  - বিবেচ\n", "  - বিবেচ, মঞ্জুর\n", r"stems\.yaml:\d+: .*write each word on a line of its own"),
        ("  - বিবেচ\n", "  - বিবেচ|মানা\n", r"stems\.yaml:\d+: .*the signs \* / \| \( \) .* mean nothing here"),
        ("  - বিবেচ\n", "  - ব\n", r"stems\.yaml:\d+: .*'ব': one letter is found nearly everywhere; write two or more"),
        ("  - বিবেচ\n", '  - "…"\n', r"stems\.yaml:\d+: .*'…' holds no letter; write a word"),
        ("  - বিবেচ\n", "  - বিবেচ\n     - মানা\n", r"stems\.yaml:\d+: .*write each row on one line"),
    ],
)
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, old: str, new: str, cure: str) -> None:
    with pytest.raises(FaultyLists, match=cure):
        stems_in([folder_with(tmp_path, changed(old, new))])


def test_a_name_with_no_row_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyLists, match=r"stems\.yaml:1: .*write the phrases below 'refusable'"):
        stems_in([folder_with(tmp_path, "refused_matters: [আবেদন]\n")])
