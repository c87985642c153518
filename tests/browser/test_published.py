"""The server hears of each publishing once, also of a draft that is known to be clear and waits for nobody."""

import threading

import pytest
from answered import PATIENCE, wait_answered
from chromium import BOX, POST, Composer, as_json, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, flagging
from sites import SITES

pytestmark = pytest.mark.browser

WARNED = "কুলাঙ্গার"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"


def published(scripted: ScriptedServer) -> list[str]:
    """The texts that the server was asked about at the moment of publishing."""
    return [question["text"] for question in scripted.questions if question["moment"] == "publish"]


def wait_published(scripted: ScriptedServer, *texts: str) -> None:
    """Waits until the server has heard of exactly these."""
    with scripted.asked:
        scripted.asked.wait_for(lambda: published(scripted) == list(texts), PATIENCE)
    assert published(scripted) == list(texts)


def test_a_clear_draft_is_told_once(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.keyboard.insert_text("নোটিশ")
    composer.wait_text(CLEAR)
    assert published(scripted) == []
    composer.click_post()
    composer.wait_posts(1)
    wait_published(scripted, "নোটিশ")


def test_a_press_that_is_taken_off_the_button_is_not_told(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.keyboard.insert_text("নোটিশ")
    composer.wait_text(CLEAR)
    box = composer.page.locator(POST).bounding_box()
    assert box
    composer.page.mouse.move(box["x"] + 10, box["y"] + 5)
    composer.page.mouse.down()
    composer.page.mouse.move(5, 5)
    composer.page.mouse.up()
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("End")
    composer.page.keyboard.insert_text(" আজ")
    wait_answered(composer, scripted, "নোটিশ আজ")  # what was told before has come by now
    assert composer.posts() == [] and published(scripted) == []


@pytest.mark.parametrize("key", ["Control+Enter", "Enter on the button"])
def test_a_draft_that_a_key_publishes_is_told_once(composer: Composer, scripted: ScriptedServer, key: str) -> None:
    composer.page.keyboard.insert_text("নোটিশ")
    composer.wait_text(CLEAR)
    composer.key(key)
    composer.wait_posts(1)
    wait_published(scripted, "নোটিশ")


def test_a_draft_that_goes_through_two_steps_is_told_for_each_text(
    composer: Composer, scripted: ScriptedServer
) -> None:
    composer.open("?steps=next")
    composer.page.keyboard.insert_text("নোটিশ")
    composer.wait_text(CLEAR)
    composer.click_post()
    composer.page.locator('.post[aria-label="Post"]').wait_for()
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("End")
    composer.page.keyboard.insert_text(" আজ")
    wait_answered(composer, scripted, "নোটিশ আজ")  # while it is asked about, what was told of the older text is shown
    composer.wait_text(CLEAR)
    composer.click_post()
    composer.wait_posts(1)
    with scripted.asked:
        scripted.asked.wait_for(lambda: published(scripted)[-1:] == ["নোটিশ আজ"], PATIENCE)
    assert published(scripted) == ["নোটিশ", "নোটিশ আজ"]


@pytest.mark.parametrize("way", ["click", "Control+Enter", "Control+Enter, nothing to click", "click, a warning"])
def test_a_draft_that_was_still_asked_about_as_post_was_pressed_is_told_once(
    composer: Composer, scripted: ScriptedServer, way: str
) -> None:
    composer.open("?post=none" if "nothing" in way else "")
    composer.wait_patiently()
    given, flags = threading.Event(), flagging(**({WARNED: "warn"} if "warning" in way else {}))
    scripted.script = lambda question: given.wait(PATIENCE) and flags(question)
    composer.page.keyboard.insert_text(WARNED)
    with scripted.asked:
        assert scripted.asked.wait_for(lambda: scripted.questions, PATIENCE)
    composer.click_post() if "click" in way.split(",")[0] else composer.key("Control+Enter")
    given.set()
    if "warning" in way:
        composer.wait_dialog("প্রকাশের আগে দেখে নিন")
        composer.press("তবুও প্রকাশ করুন")
    elif "Control" in way:
        composer.wait_text("প্রকাশের বোতাম আবার চাপুন")
        composer.key("Control+Enter")
    composer.wait_posts(1)
    wait_published(scripted, WARNED)


def test_a_warning_that_was_confirmed_is_told_once(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{WARNED: "warn"})
    composer.page.keyboard.insert_text(WARNED)
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.press("তবুও প্রকাশ করুন")
    composer.wait_posts(1)
    wait_published(scripted, WARNED)


BESIDE = """() => {
  const other = document.createElement('div');
  other.setAttribute('role', 'article');
  other.innerHTML = 'রহিম: ধন্যবাদ <span id="age">1m</span>';
  document.querySelector('[role=article]').append(other);
}"""


@pytest.mark.parametrize("change", ["nothing changes", "a time goes on", "somebody writes"])
def test_what_others_write_beside_a_comment_asks_nothing_anew(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, change: str
) -> None:
    extension.wait_office(scripted.office["name"])
    site = next(site for site in SITES if site.id == "facebook comment")
    with tab(chromium) as page:
        composer = Composer(page, site).open()
        page.evaluate(BESIDE)
        page.locator(site.box).click()
        composer.type("সভা কাল সকাল দশটায়")
        composer.wait_text(CLEAR)
        if change == "a time goes on":
            page.evaluate("document.querySelector('#age').textContent = '2m'")
        elif change == "somebody writes":
            page.evaluate(BESIDE)
        page.keyboard.press("Enter")
        composer.wait_posts(1)
        assert not any("ধন্যবাদ" in as_json(question) for question in scripted.questions)
