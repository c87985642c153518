"""When the server does not answer as it should: "not checked", never "clear"; then the office's choice holds."""

from typing import Any

import pytest
from chromium import Composer
from extension_settings import Extension
from scripted_server import ScriptedServer, answer, finding

pytestmark = pytest.mark.browser

DRAFT = "টিকাদান কর্মসূচি আগামীকাল"
NOT_CHECKED = "যাচাই করা হয়নি"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
PUBLISH = "তবুও প্রকাশ করুন"

FAULTS: dict[str, Any] = {
    "401": (401, b"{}"),
    "413": (413, b"{}"),
    "429": (429, b"{}"),
    "500": (500, b"no"),
    "login page": (200, b"<html>"),
    "another shape": {"verdict": "clear"},
    "a redirect": (302, b""),
    "clear, with a finding in it": {**answer("clear"), "findings": [finding(DRAFT, "টিকাদান", "block")]},
    "a span beyond the text": answer("warn", ({**finding(DRAFT, "টিকাদান", "warn"), "spans": [[0, 900]]},)),
    "a check left out": answer("unchecked", incomplete=("prohibited/demeaning",)),
    "a check left out, and called clear": answer("clear", incomplete=("prohibited/demeaning",)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_answer_is_told_as_not_checked_and_asks(
    composer: Composer, scripted: ScriptedServer, fault: str
) -> None:
    scripted.script = lambda _question: FAULTS[fault]
    composer.type(DRAFT)
    composer.wait_text(NOT_CHECKED)
    assert CLEAR not in composer.drawn()["text"]
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    assert composer.posts() == []
    composer.press(PUBLISH)
    assert composer.wait_posts(1) == [{"by": "click", "text": DRAFT}]


@pytest.fixture
def nobody(scripted: ScriptedServer) -> str:
    """An address at which nothing answers any more."""
    scripted.stop()
    return scripted.url


def test_unreachable_is_told_in_the_badge_and_the_panel(composer: Composer, nobody: str) -> None:
    composer.type(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.press(NOT_CHECKED)
    composer.wait_text("সার্ভারে পৌঁছানো যায়নি")
    assert CLEAR not in composer.drawn()["text"] and composer.marks() == {}


def test_unreachable_and_allow_lets_it_through(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="allow")
    composer.type(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.click_post()
    assert len(composer.wait_posts(1)) == 1


def test_unreachable_and_warn_asks(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="warn")
    composer.type(DRAFT)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    assert composer.posts() == []
    composer.press("ফিরে যান")
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == DRAFT


def test_unreachable_and_hold_lets_nothing_through(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="hold")
    composer.type(DRAFT)
    composer.click_post()
    assert "যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না" in composer.wait_dialog("স্থগিত")
    assert not any(PUBLISH in button["name"] for button in composer.drawn()["buttons"])
    composer.press("ফিরে যান")
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == DRAFT


def test_what_the_office_chose_holds_also_once_its_server_is_away(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    scripted.office["when_unreachable"] = "hold"
    extension.set(serverUrl=scripted.url, whenUnreachable="allow")  # the writer cannot loosen it
    composer.open()
    composer.type("ক")
    composer.wait_text(CLEAR)
    extension.wait_office(scripted.office["name"])
    scripted.stop()
    composer.type(DRAFT)
    composer.click_post()
    composer.wait_dialog("স্থগিত")
    assert composer.posts() == []


def test_a_block_holds_also_where_a_check_was_left_out(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = lambda question: answer(
        "block", (finding(question["text"], "টিকাদান", "block"),), incomplete=("personal/mobile",)
    )
    composer.type(DRAFT)
    composer.wait_marks(block=["টিকাদান"])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.posts() == []
