"""Feeds with many boxes, and a tab that stays open all day: what the extension keeps running there, and what it leaves behind."""

import time

import pytest
from chromium import Composer, as_json
from playwright.sync_api import CDPSession, Page
from scripted_server import ScriptedServer, flagging

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
BOX, FIELD = "div", "textarea"
MANY = 12

# Boxes and fields that the writer was in once, as of a feed; `text` stands in each.
OPEN = """([tag, count, text]) => {
  for (let index = 0; index < count; index += 1) {
    const box = document.createElement(tag);
    const label = tag === 'div' ? 'Write a comment…' : 'Describe your reel';
    for (const [name, value] of Object.entries({'aria-label': label, role: 'textbox', 'data-lexical-editor': 'true'})) box.setAttribute(name, value);
    if (tag === 'div') box.contentEditable = 'true';
    box.className = 'opened';
    document.body.append(box);
    box.focus();
    if (text) document.execCommand('insertText', false, text);
  }
}"""
CLOSE = "() => document.querySelectorAll('.opened').forEach((box) => box.remove())"
WITH_SIGNS = "(count) => document.querySelectorAll('jachai-badge').length === count"

# In the content script's world: the intervals that are begun from now on, and go on.
COUNTED = """void ((every, end) => {
  globalThis.running = new Set();
  globalThis.setInterval = (...how) => {
    const id = every(...how);
    running.add(id);
    return id;
  };
  globalThis.clearInterval = (id) => {
    running.delete(id);
    end(id);
  };
})(setInterval, clearInterval)"""


def open_many(page: Page, tag: str, text: str = "") -> None:
    page.evaluate(OPEN, [tag, MANY, text])


def wait_signs(page: Page, count: int) -> None:
    """Each watched composer has its badge, hidden while that is empty; the page's own is one more."""
    page.wait_for_function(WITH_SIGNS, arg=count + 1)


def test_boxes_that_are_empty_share_one_timer_or_have_none(composer: Composer) -> None:
    page = composer.page
    composer.world(COUNTED)
    open_many(page, BOX)
    wait_signs(page, MANY)
    assert composer.world("running.size") == 0  # the DOM tells what comes into them
    open_many(page, FIELD)
    wait_signs(page, 2 * MANY)
    assert composer.world("running.size") == 1
    page.evaluate(CLOSE)
    wait_signs(page, 0)
    assert composer.world("running.size") == 0


@pytest.mark.parametrize("tag", [BOX, FIELD])
def test_what_page_code_puts_into_an_empty_box_out_of_focus_is_checked(
    composer: Composer, scripted: ScriptedServer, tag: str
) -> None:
    scripted.script = flagging(**{WORD: "warn"})
    page = composer.page
    open_many(page, tag)
    wait_signs(page, MANY)
    page.evaluate("document.activeElement.blur()")
    put = "box.value = text" if tag == FIELD else "box.textContent = text"
    page.evaluate(f"(text) => {{ const box = document.querySelectorAll('.opened')[3]; {put}; }}", WORD)
    underlined = f"document.querySelector('jachai-mirror')?.isConnected || (CSS.highlights.get({as_json('jachai-warn')})?.size > 0)"
    page.wait_for_function(f"() => {underlined}")


def counts(session: CDPSession) -> tuple[int, int]:
    """Nodes and listeners that are left once the garbage is collected."""
    session.send("HeapProfiler.collectGarbage")
    told = {one["name"]: int(one["value"]) for one in session.send("Performance.getMetrics")["metrics"]}
    return told["Nodes"], told["JSEventListeners"]


def open_and_close(composer: Composer) -> None:
    """Drafts that are warned of, one with its panel open, go with what they stand in."""
    page = composer.page
    for tag in (BOX, FIELD):
        open_many(page, tag, f"ওই {WORD} আসেনি")
    composer.wait_marks(warn=[WORD] * MANY)
    page.wait_for_function("(count) => document.querySelectorAll('jachai-mirror').length === count", arg=MANY)
    page.keyboard.press("Alt+j")
    page.wait_for_function("() => document.querySelector('jachai-panel')?.isConnected")  # a handle would keep its nodes
    page.evaluate(CLOSE)
    wait_signs(page, 0)
    page.wait_for_function("() => !document.querySelector('jachai-panel, jachai-mirror')")


def test_composers_that_are_closed_leave_nothing_behind(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{WORD: "warn"})
    session = composer.page.context.new_cdp_session(composer.page)
    session.send("Performance.enable")
    open_and_close(composer)  # what is made once for all
    counts(session)
    before = counts(session)
    open_and_close(composer)
    until = time.monotonic() + 30
    after = counts(session)
    while any(now >= then + MANY for now, then in zip(after, before, strict=True)):  # one for each would be a leak
        assert time.monotonic() < until, f"nodes and listeners: {before} before, {after} after"
        after = counts(session)
