"""A desk that another has taken the place of leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from server.desk import Desk
from server.digest import CODE, of_code
from server.draft import Draft
from server.settings import Settings
from server.text import language
from server.wordlists.reading.faults import FaultyLists
from tests.service.offices import write_list, write_profiles

TYPED = (
    {"text": "সভা হলো। @arif.billah সে একটা কুলাঙ্গার", "account": {"kind": "institution", "name": "UNO Nilkandi"}},
    {"text": "আমার মতে ভালো #ChandaBaj", "account": {"kind": "employee", "name": "DC Palashdanga"}},
    {"text": "Lebensmittel Krankenhaus Bibliothek Gesundheit Morgenstern Wunderkammer", "institution": "ka"},
    {"text": "এ ব্যাপারে কিছু করার নেই", "action": "reply"},
)


def test_a_replaced_desk_is_freed(tmp_path: Path) -> None:
    """Its lists take hundreds of megabytes; a server that reloads each day would hold those of every day."""
    lists, offices = write_list(tmp_path / "wordlists", "কুলাঙ্গার"), write_profiles(tmp_path / "offices")
    desk = Desk.open(Settings(wordlists=(lists,), institutions=offices)).warm()
    for fields in TYPED:
        for office in (None, desk.institutions["ka"]):
            desk.check(Draft.parse(fields), office).as_json()
    gone = weakref.ref(desk.ruleset)
    del desk, office
    gc.collect()
    assert gone() is None


def test_no_text_is_remembered_to_tell_its_language() -> None:
    """docs/privacy.md: of a draft nothing is kept but sealed answers."""
    text = " ".join(["lebensmittel krankenhaus bibliothek gesundheit morgenstern"] * 3)
    assert language.shares(text) == {"de": 1.0}
    remembering = [made for made in vars(language).values() if hasattr(made, "cache_info")]
    assert all(made.cache_info().maxsize is None and made.cache_info().currsize <= 1 for made in remembering)


@pytest.mark.parametrize("office", [None, "ka"])
def test_open_drafts_hear_of_other_code_and_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: str | None
) -> None:
    """The lists and the profile are the same, and yet a draft may be answered otherwise."""
    lists, offices = write_list(tmp_path / "wordlists", "কুলাঙ্গার"), write_profiles(tmp_path / "offices")
    settings = Settings(wordlists=(lists,), institutions=offices)

    def told(settings: Settings) -> tuple[str, str]:
        desk = Desk.open(settings)
        return desk.profile_hash(desk.institutions[office] if office else None), desk.profiles_hash

    before = told(settings)
    assert all(before) and told(settings) == before
    for one, other in zip(before, told(replace(settings, time_limit=2.0)), strict=True):
        assert one != other
    monkeypatch.setattr("server.desk.CODE", "newer")
    for one, other in zip(before, told(settings), strict=True):
        assert one != other


def test_code_is_told_by_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks/one.py").write_text("A = 1\n", encoding="utf-8")
    before = of_code(tmp_path)
    (tmp_path / "checks/notes.md").write_text("no code", encoding="utf-8")
    assert of_code(tmp_path) == before != CODE
    (tmp_path / "checks/one.py").write_text("A = 2\n", encoding="utf-8")
    after = of_code(tmp_path)
    (tmp_path / "checks/one.py").rename(tmp_path / "checks/two.py")
    renamed = of_code(tmp_path)
    (tmp_path / "checks/words.txt").write_text("office\n", encoding="utf-8")  # as server/text/english.txt
    with_words = of_code(tmp_path)
    (tmp_path / "checks/words.txt").write_text("post\n", encoding="utf-8")
    assert len({before, after, renamed, with_words, of_code(tmp_path)}) == 5


def test_no_desk_opens_on_data_that_no_check_could_use(tmp_path: Path) -> None:
    """Read with the first draft, it would leave checks out of every answer."""
    lists = write_list(tmp_path / "wordlists", "শব্দ")
    (lists / "data/personal").mkdir(parents=True)
    (lists / "data/personal/ours.yaml").write_text("numbers:\n  - number: nine\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match=r"data/personal/ours\.yaml:"):
        Desk.open(Settings(wordlists=(lists,), learned="off"))
