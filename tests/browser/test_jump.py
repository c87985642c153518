"""A press on a finding shows its words: in a paragraph taller than the window too, and beside the panel, not below it."""

from typing import Any

import pytest
from chromium import Composer, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page
from scripted_server import ScriptedServer, flagging
from sites import SITES

pytestmark = pytest.mark.browser

FIRST, LAST = "কুলাঙ্গার", "বেয়াদব"
FILLER = " আজকের সভায় উপস্থিত ছিলেন সকল কর্মকর্তা ও কর্মচারী এবং সাধারণ মানুষ।" * 18
DRAFT = f"{FIRST}{FILLER}{LAST}{FILLER}"

# Where what is selected stands, LinkedIn's shadow root too; in a textarea that and how far it is scrolled.
SELECTED = """() => {
  const field = document.activeElement;
  if (field.localName === 'textarea') return {text: field.value.slice(field.selectionStart, field.selectionEnd), scrolled: field.scrollTop};
  const root = document.querySelector('#interop-outlet')?.shadowRoot;
  const place = root ? getSelection().getComposedRanges({shadowRoots: [root]})[0] : getSelection().getRangeAt(0);
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  const {left, top, right, bottom} = range.getBoundingClientRect();
  return {text: String(range), left, top, right, bottom};
}"""
PANEL = """(() => {
  const panel = chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel')).querySelector('.panel');
  const {left, top, right, bottom} = panel.getBoundingClientRect();
  return {left, top, right, bottom};
})()"""
TO_CARD = """void [...chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel')).querySelectorAll('button.title')]
  .find((title) => title.textContent.includes('%s')).scrollIntoView({block: 'center'})"""
STILL = """(async () => { for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame); })()"""


def write_long(composer: Composer, width: int, height: int) -> None:
    """The draft is there and checked, its start in sight, the panel open."""
    composer.page.set_viewport_size({"width": width, "height": height})
    composer.open()
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text("২")
    composer.page.keyboard.press("Control+Home")
    composer.page.evaluate("scrollTo(0, 0)")
    composer.world(STILL)  # the badge follows a frame later
    composer.open_panel()
    composer.wait_text(LAST)


def gone_to(composer: Composer, page: Page, words: str) -> dict[str, Any]:
    """What is selected once the finding on these words was pressed."""
    composer.world(TO_CARD % words)
    composer.press(words)
    page.wait_for_function(f"(words) => ({SELECTED})().text === words", arg=words)
    composer.world(STILL)
    found: dict[str, Any] = page.evaluate(SELECTED)
    return found


@pytest.mark.parametrize("id", ["facebook post", "x post", "linkedin post", "bluesky post", "mastodon post"])
def test_words_far_down_in_one_paragraph_are_shown(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str
) -> None:
    scripted.script = flagging(**{FIRST: "warn", LAST: "warn"})
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id))
        write_long(composer, 1366, 400)
        place = gone_to(composer, page, LAST)
        if composer.site.mirrored:
            assert place["scrolled"] > 0
        else:
            assert 0 <= place["top"] < place["bottom"] <= 400
        place = gone_to(composer, page, FIRST)  # and back
        assert place.get("scrolled", 0) == 0 and place.get("top", 0) >= 0 and place.get("bottom", 0) <= 400
        composer.type("x")  # the caret is where the words were
        page.wait_for_function("(text) => draft().startsWith(text)", arg=f"x{FILLER[:20]}")
        assert page.evaluate("faults") == composer.faults == []
        composer.leave()


@pytest.mark.parametrize(("width", "height"), [(960, 500), (640, 400), (390, 600)])
@pytest.mark.parametrize("id", ["facebook post", "linkedin post"])
def test_the_panel_makes_way_for_the_words_that_were_gone_to(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str, width: int, height: int
) -> None:
    scripted.script = flagging(**{FIRST: "warn", LAST: "warn"})
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id))
        write_long(composer, width, height)
        for words in (LAST, FIRST, LAST):
            place, panel = gone_to(composer, page, words), composer.world(PANEL)
            assert 0 <= place["top"] < place["bottom"] <= height
            assert panel["left"] >= 0 and panel["top"] >= 0 and panel["right"] <= width and panel["bottom"] <= height
            assert (
                panel["bottom"] <= place["top"]
                or place["bottom"] <= panel["top"]
                or panel["right"] <= place["left"]
                or place["right"] <= panel["left"]
            ), words
        composer.leave()
