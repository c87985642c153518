"""What overflows in panel and dialogs is read by the keyboard alone, also where nothing in it can be pressed."""

from typing import Any

import pytest
from chromium import Composer
from scripted_server import ScriptedServer, answer, flagging

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
LONG = "জাতীয় শোকের কারণে মন্ত্রিপরিষদ বিভাগের নির্দেশে সকল প্রতিষ্ঠানের প্রকাশ সাময়িকভাবে স্থগিত আছে। " * 5
BODY = """(() => {
  const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('%s'));
  const body = root.querySelector('.body');
  return {overflows: body.scrollHeight > body.clientHeight, top: body.scrollTop, stop: body.tabIndex,
    focused: root.activeElement === body ? 'body' : (root.activeElement?.localName ?? ''), said: root.activeElement?.textContent ?? ''};
})()"""
PANEL, DIALOG = BODY % "jachai-panel", BODY % "jachai-dialog"


def notes(_question: dict[str, Any]) -> Any:
    """Nothing was found, and much is noted."""
    return {**answer("clear"), "notes": [{"code": "x", "message": LONG}]}


def test_a_panel_of_notes_alone_is_scrolled(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = notes
    composer.page.set_viewport_size({"width": 320, "height": 256})
    composer.open()
    composer.type("নোটিশ")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.page.keyboard.press("Alt+j")
    composer.wait_world(f"({PANEL}).overflows && ({PANEL}).stop === 0 && ({PANEL}).focused === 'h2'")
    for _ in range(2):  # past the cross
        composer.page.keyboard.press("Tab")
    composer.wait_world(f"({PANEL}).focused === 'body'")
    composer.page.keyboard.press("PageDown")
    composer.wait_world(f"({PANEL}).top > 0")
    composer.page.keyboard.press("Escape")
    composer.wait_drawn("!drawn.hosts.includes('jachai-panel')", "no panel")
    composer.type("!")
    composer.wait_draft("নোটিশ!")


def test_a_dialog_of_words_alone_is_scrolled_and_begins_where_it_did(
    composer: Composer, scripted: ScriptedServer
) -> None:
    switch = {"mode": "hold", "until": "", "message": {"bn": LONG.strip(), "en": "x"}}
    scripted.script = lambda _question: {**answer("clear"), "switch": switch}
    composer.page.set_viewport_size({"width": 320, "height": 256})
    composer.open()
    composer.type("নোটিশ")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.click_post()
    composer.wait_dialog("স্থগিত")
    composer.wait_world(f"({DIALOG}).overflows && ({DIALOG}).stop === 0 && ({DIALOG}).said === 'ফিরে যান'")
    composer.page.keyboard.press("Shift+Tab")
    composer.wait_world(f"({DIALOG}).focused === 'body'")
    composer.page.keyboard.press("PageDown")
    composer.wait_world(f"({DIALOG}).top > 0")


def test_what_holds_a_button_or_does_not_overflow_is_no_further_stop(
    composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = flagging(**{WORD: "warn"})
    composer.page.set_viewport_size({"width": 320, "height": 256})
    composer.open()
    composer.type(WORD)
    composer.wait_marks(warn=[WORD])
    composer.page.keyboard.press("Alt+j")
    composer.wait_world(f"({PANEL}).overflows")
    assert composer.world(PANEL)["stop"] == -1
    scripted.script = lambda _question: answer("clear")
    composer.page.keyboard.press("Escape")
    composer.type("!")
    composer.page.keyboard.press("Alt+j")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.wait_world(f"!({PANEL}).overflows")
    assert composer.world(PANEL)["stop"] == -1


@pytest.mark.parametrize("length", [1, 5], ids=["short", "overflowing"])
def test_after_a_click_into_the_panel_s_words_the_caret_comes_back(
    composer: Composer, scripted: ScriptedServer, length: int
) -> None:
    scripted.script = lambda _question: {
        **answer("clear"),
        "notes": [{"code": "x", "message": LONG[: 60 * length]}] * length,
    }
    composer.page.set_viewport_size({"width": 640, "height": 400})
    composer.open()
    composer.type("abc")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.page.keyboard.press("ArrowLeft")
    composer.open_panel()
    composer.wait_text("মন্ত্রিপরিষদ")
    place = composer.world("""(() => {
      const {x, y} = chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel')).querySelector('.notes li').getBoundingClientRect();
      return {x: x + 40, y: y + 8};
    })()""")
    composer.page.mouse.click(place["x"], place["y"])
    composer.wait_world(f"({PANEL}).focused === 'body'")
    composer.page.keyboard.press("Escape")
    composer.wait_drawn("!drawn.hosts.includes('jachai-panel')", "no panel")
    composer.type("!")
    composer.wait_draft("ab!c")
