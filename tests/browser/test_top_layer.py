"""What a page shows on top of all else, with the composer in it: a modal dialog, a fullscreen element, a popover."""

import pytest
from chromium import PUBLISH_ANYWAY, Composer
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, flagging
from sites import SITES

pytestmark = pytest.mark.browser

WARNED = "কুলাঙ্গার"
DRAFT = f"ওই {WARNED} আসেনি"
BACK = "ফিরে গিয়ে"
# The page moves its composer into an element of its own.
WITHIN = """(name) => {
  const around = Object.assign(document.createElement(name), {id: 'around'});
  document.body.append(around);
  around.append(document.querySelector('#mount'));
  addEventListener('keydown', ({key}) => { if (key === 'F9') around.requestFullscreen(); });
}"""
# Of what we show: what a press in its middle meets. The mirror lets presses through, but for here.
MET = """((name) => {
  const host = document.querySelector(name);
  if (!host) return '';
  const root = chrome.dom.openOrClosedShadowRoot(host);
  const {x, y, width, height} = (root.querySelector('u') ?? host).getBoundingClientRect();
  if (name === 'jachai-mirror') {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host(:not(#one):not(#other)) { pointer-events: auto !important; }');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  return document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 13))?.localName;
})"""


@pytest.fixture
def writer(composer: Composer, scripted: ScriptedServer, chromium: BrowserContext) -> Composer:
    """At a textarea, whose mirror has to be seen too."""
    scripted.script = flagging(**{WARNED: "warn"})
    composer.site = next(site for site in SITES if site.id == "mastodon post")
    return composer.open()


def write(writer: Composer) -> None:
    writer.page.locator(writer.site.box).click()
    writer.type(DRAFT)
    writer.wait_marks(warn=[WARNED])


def wait_on_top(writer: Composer, *names: str) -> None:
    for name in names:
        writer.wait_world(f"{MET}('{name}') === '{name}'")


def test_in_a_dialog_that_is_closed_and_shown_again(writer: Composer) -> None:
    writer.page.evaluate(WITHIN, "dialog")
    writer.page.evaluate("around.showModal()")
    write(writer)
    writer.page.evaluate("around.close()")
    writer.wait_world("!document.querySelector('#around > jachai-badge')")
    writer.page.evaluate("around.showModal()")
    wait_on_top(writer, "jachai-badge", "jachai-mirror")


@pytest.mark.parametrize("name", ["section", "html"])
def test_in_a_fullscreen_element_and_back_in_the_page(writer: Composer, name: str) -> None:
    writer.page.evaluate(WITHIN, "section")
    if name == "html":
        writer.page.evaluate("around.requestFullscreen = () => document.documentElement.requestFullscreen()")
    write(writer)
    writer.page.keyboard.press("F9")
    writer.page.wait_for_function("document.fullscreenElement")
    wait_on_top(writer, "jachai-badge", "jachai-mirror")
    writer.open_panel()
    wait_on_top(writer, "jachai-panel")
    writer.page.evaluate("document.exitFullscreen()")
    wait_on_top(writer, "jachai-badge", "jachai-mirror")
    writer.wait_world("document.querySelector('body > jachai-badge')")


def press_ours(writer: Composer, way: str) -> None:
    """Writes, then presses what we show, which lies beside the page's own: words of the panel, or a question's way back."""
    write(writer)
    wait_on_top(writer, "jachai-badge", "jachai-mirror")
    if way == "panel":
        writer.open_panel()
        writer.press_words()
    else:
        writer.click_post()
        writer.wait_dialog(WARNED)
        writer.press(BACK)
        writer.wait_no_dialog()


@pytest.mark.parametrize("way", ["click", "panel"])
def test_in_a_popover_that_stays_open_behind_what_we_show(writer: Composer, way: str) -> None:
    writer.page.evaluate(WITHIN, "div")
    writer.page.evaluate("around.popover = 'auto'; around.showPopover()")
    press_ours(writer, way)
    assert writer.page.evaluate("around.matches(':popover-open')")
    assert writer.draft() == DRAFT and writer.posts() == []


@pytest.mark.parametrize("way", ["click", "panel"])
@pytest.mark.parametrize("opens", ["show", "showModal"])
def test_in_a_dialog_that_any_press_beside_it_closes(writer: Composer, opens: str, way: str) -> None:
    writer.page.evaluate(WITHIN, "dialog")
    writer.page.evaluate(f"around.closedBy = 'any'; around.{opens}()")
    press_ours(writer, way)
    if way == "panel":
        wait_on_top(writer, "jachai-panel")
    assert writer.page.evaluate("around.open")
    assert writer.draft() == DRAFT and writer.posts() == []
    writer.page.mouse.click(5, 5)
    writer.page.wait_for_function("!around.open")  # a press of the writer's own closes it as before


def test_a_popover_that_the_page_folds_away_while_it_is_asked_leaves_the_question(writer: Composer) -> None:
    writer.page.evaluate(WITHIN, "div")
    writer.page.evaluate("around.popover = 'auto'; around.showPopover()")
    write(writer)
    writer.click_post()
    writer.wait_dialog(WARNED)
    writer.page.evaluate("around.hidePopover()")
    writer.wait_world("document.querySelector('body > jachai-dialog')")
    writer.press(PUBLISH_ANYWAY)
    assert [post["text"] for post in writer.wait_posts(1)] == [DRAFT]
