"""A child who was caught is told with the names of its family at once; whose age it is decides."""

from __future__ import annotations

import pytest

from server.checks.identifiers import candidates
from server.personal.around.surroundings import Surroundings
from server.personal.judging.severities import severity
from server.personal.particulars.mended import mended
from server.severity import Severity
from server.text.normalise import normalise


def spans_of(text: str) -> dict[str, list[str]]:
    """What each candidate underlines, by its kind."""
    around = mended(Surroundings(normalise(text)))
    return {found.kind: [around.normal[slice(*span)] for span in found.spans] for found in candidates(around)}


@pytest.mark.parametrize(
    "text, kind, names",
    [
        ("চুরির দায়ে আটক শিশু রাকিব (১৩), পিতা মজনু মিয়া", "child-accused", ["রাকিব", "মজনু মিয়া"]),
        (
            "গ্রেফতারকৃত আসামি-\n১। মোঃ শাওন (১৬), পিতা- কালাম মিয়া\n২। মোঃ জিহাদ (১৭), পিতা- সালাম মিয়া",
            "child-accused",
            ["মোঃ শাওন", "কালাম মিয়া", "মোঃ জিহাদ", "সালাম মিয়া"],
        ),
        ("উদ্ধার হওয়া শিশু রাকিব হাসান (১৫) গ্রেপ্তার", "child-accused", ["রাকিব হাসান"]),  # freed once, and caught now
        ("ধর্ষণের শিকার ছাত্রী রুমানা (১৪), বাবা ভ্যানচালক শফিক", "victim", ["রুমানা", "শফিক"]),
    ],
)
def test_the_family_is_underlined_with_it(text: str, kind: str, names: list[str]) -> None:
    assert set(map(normalise, names)) <= set(spans_of(text)[kind])


@pytest.mark.parametrize(
    "text, names",
    [
        ("আটক: শাওন মিয়া (১৬), জিহাদ মিয়া (১৭)", ["শাওন মিয়া", "জিহাদ মিয়া"]),
        ("শাওন মিয়া (১৬), বাবুল মিয়া (৩৪) ও সোহেল রানা (১৫) কে আটক করেছে পুলিশ", ["শাওন মিয়া", "সোহেল রানা"]),
        ("গ্রেফতারকৃত: ১। শাওন মিয়া (১৬), ২। বাবুল মিয়া (৩৪), ৩। জিহাদ মিয়া (১৭)", ["শাওন মিয়া", "জিহাদ মিয়া"]),
        ("আটক:\n১। মোঃ শাওন (১৬)\n২। মোঃ বাবুল (৩৪), পিতা- কালাম মিয়া", ["মোঃ শাওন"]),
    ],
)
def test_all_the_children_are_underlined_and_nobody_of_age(text: str, names: list[str]) -> None:
    held = {"আটক", "গ্রেফতারকৃত"}
    assert [found for found in spans_of(text)["child-accused"] if found not in held] == list(map(normalise, names))


@pytest.mark.parametrize("age, told", [(9, True), (17, True), (18, False), (34, False)])
def test_only_under_eighteen(age: int, told: bool) -> None:
    assert ("child-accused" in spans_of(f"আটক রাকিব হাসান ({age}), সাং উত্তরপাড়া")) == told
    assert ("child-accused" in spans_of(f"{age}-year-old Rakib Hasan was arrested")) == told


def test_it_blocks_as_a_victims_name_does() -> None:
    around = Surroundings(normalise("আটক কিশোর সাকিব (১৫)"))
    assert [severity(around, found) for found in candidates(around)] == [Severity.BLOCK]
