"""The few words that ask for one more press: in the window, off Post, and nothing to the press that they ask for."""

import pytest
from chromium import POST, Composer, tab
from playwright.sync_api import BrowserContext
from practice_page import meet
from scripted_server import ScriptedServer
from sites import SITES

pytestmark = pytest.mark.browser

CLEAN = "টিকাদান কর্মসূচি আগামীকাল"
AGAIN = "প্রকাশের বোতাম আবার চাপুন"
AT = """(() => {
  const {left, top, width, height} = document.querySelector('jachai-notice').getBoundingClientRect();
  return {x: left, y: top, width, height};
})()"""
# The notice is put over Post, wherever it stood.
OVER_POST = """(() => {
  const notice = document.querySelector('jachai-notice');
  const {left, top} = document.querySelector('.post').getBoundingClientRect();
  for (const sheet of chrome.dom.openOrClosedShadowRoot(notice).adoptedStyleSheets.slice(1)) {
    sheet.cssRules[0].style.setProperty('left', `${left - 20}px`, 'important');
    sheet.cssRules[0].style.setProperty('top', `${top - 10}px`, 'important');
  }
})()"""


def ask_for_a_press(composer: Composer, query: str = "") -> None:
    """A clear draft that a key in it was to publish."""
    composer.open(query)
    composer.wait_patiently()
    composer.page.keyboard.insert_text(CLEAN)
    composer.page.keyboard.press(next(key for key in composer.site.keys if " on " not in key))
    composer.wait_text(AGAIN)


@pytest.mark.parametrize(
    "site",
    [one for one in SITES if one.id in ("facebook comment", "bluesky post", "mastodon post")],
    ids=lambda one: one.id,
)
def test_the_press_that_it_asks_for_may_be_a_click_on_post(
    chromium: BrowserContext, scripted: ScriptedServer, site: object
) -> None:
    with tab(chromium) as page:
        composer = Composer(page, site)  # type: ignore[arg-type]
        ask_for_a_press(composer)
        post = page.locator(POST).first.bounding_box()
        assert post and not meet(composer.world(AT), dict(post))
        composer.click_post()
        assert [one["text"] for one in composer.wait_posts(1)] == [CLEAN]
        composer.wait_drawn("!drawn.hosts.includes('jachai-notice')", "no notice")


def test_a_press_goes_through_it(composer: Composer, scripted: ScriptedServer) -> None:
    ask_for_a_press(composer)
    composer.world(OVER_POST)
    post = composer.page.locator(POST).bounding_box()
    assert post and meet(composer.world(AT), dict(post))
    composer.click_post()
    assert [one["text"] for one in composer.wait_posts(1)] == [CLEAN]


@pytest.mark.own_tab
def test_it_stays_in_the_window(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.add_init_script(
        "addEventListener('load', () => { document.body.style.cssText = 'margin-left: calc(100vw - 60px)'; });"
    )
    ask_for_a_press(composer, "?kind=comment")
    notice = composer.world(AT)
    assert notice["x"] >= 0 and notice["x"] + notice["width"] <= composer.page.evaluate("innerWidth")
