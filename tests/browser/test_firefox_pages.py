"""What the writer sees and keeps, in Firefox: hiding, an override, the first-run page, popup and options."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import MARKS
from firefox import FirefoxComposer, FirefoxExtension, Marionette, wait_for
from scripted_server import ScriptedServer, flagging

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

WARNED = "কুলাঙ্গার"
BLOCKED = "নৌকায় ভোট দিন"
REASONS = [{"id": "court", "bn": "আদালতের আদেশ", "en": "Court order"}]

# In the system's world, to which closed roots open: where something of ours is that is no button.
PLACE = """
  const [host, selector, words] = arguments;
  const inside = [...document.querySelectorAll(host)].flatMap((one) => [...(one.openOrClosedShadowRoot?.querySelectorAll(selector) ?? [])]);
  const found = inside.find((one) => one.textContent.includes(words));
  if (!found) return null;
  found.scrollIntoView({block: 'nearest'});
  const {x, y, width, height} = found.getBoundingClientRect();
  return [Math.round(x + Math.min(width / 2, 40)), Math.round(y + height / 2)];
"""


@pytest.fixture
def addon(marionette: Marionette) -> FirefoxExtension:
    """The add-on's settings."""
    return FirefoxExtension(marionette)


@pytest.fixture
def server(addon: FirefoxExtension) -> Iterator[ScriptedServer]:
    """A server that flags two words, of an office that takes overrides and lets checking be paused; the add-on asks it."""
    server = ScriptedServer()
    server.script = flagging(**{WARNED: "warn", BLOCKED: "block"})
    server.office |= {"allow_pause": True, "records": {"overrides": True, "reports": True, "reasons": REASONS}}
    addon.set(serverUrl=server.url)
    addon.wait_office()  # else the page hears of reasons and reports only as it is used
    yield server
    server.stop()


@pytest.fixture
def writer(marionette: Marionette, server: ScriptedServer, site_port: int) -> FirefoxComposer:
    """A writer at the open composer."""
    writer = FirefoxComposer(marionette, site_port).open()
    writer.wait_patiently()
    return writer


class OwnPage:
    """A page of the extension."""

    def __init__(self, addon: FirefoxExtension, path: str) -> None:
        self.marionette = addon.marionette
        self.marionette.navigate(f"{addon.origin}/{path}")

    def js(self, script: str) -> Any:
        """A value from the page."""
        return self.marionette.execute_script(script, sandbox=None)

    def wait(self, test: str) -> None:
        """Waits until an expression holds."""
        wait_for(
            lambda: self.js(f"return Boolean({test})"), lambda: f"{test}: {self.js('return document.body.innerText')}"
        )


def click_in(writer: FirefoxComposer, host: str, selector: str, words: str) -> None:
    """A real click on something of ours that is no button."""
    marionette = writer.marionette
    x, y = writer.wait_still(
        lambda: marionette.execute_script(PLACE, script_args=[host, selector, words], sandbox="system"), words
    )
    writer.click_at(x, y)


def test_a_hidden_finding_is_gone_and_comes_back_in_the_options(
    writer: FirefoxComposer, addon: FirefoxExtension, site_port: int
) -> None:
    writer.type(f"ওই {WARNED} আসেনি")
    writer.wait_marks(warn=[WARNED])
    writer.open_panel()
    click_in(writer, "jachai-panel", "summary", "এটি ভুল মনে হলে")
    writer.press("এই বিষয়টি আড়াল করুন")
    writer.wait_text("আপনার আড়াল করা ১টি বিষয়")
    writer.wait_marks()
    writer.click_post()
    assert len(writer.wait_posts(1)) == 1
    options = OwnPage(addon, "options/options.html")
    options.wait("document.querySelector('#hidden li')")
    assert WARNED not in options.js("return document.body.innerText")
    options.js("document.querySelector('#hidden button').click()")
    options.wait("!document.querySelector('#hidden li')")
    writer = FirefoxComposer(addon.marionette, site_port).open()
    writer.type(f"ওই {WARNED} আসেনি")
    writer.wait_marks(warn=[WARNED])


def test_an_override_is_recorded_and_the_post_goes(writer: FirefoxComposer, server: ScriptedServer) -> None:
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    writer.click_post()
    writer.wait_dialog("প্রকাশ স্থগিত")
    writer.press("কারণ জানিয়ে প্রকাশ করুন")
    click_in(writer, "jachai-dialog", "label.choice", "আদালতের আদেশ")
    writer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert [post["text"] for post in writer.wait_posts(1)] == [BLOCKED]
    [(path, body)] = server.kept
    assert (path, body["reason"], body["text"]) == ("/api/v1/overrides", "court", BLOCKED)


MANY = ["কুলাঙ্গার", "মেথর", "মূর্খ", "ছাগল", "দালাল", "চামার", "বেয়াদব", "ইতর", "অপদার্থ"]
# In the system's world: the end of what the question says, and where that begins.
TO_THE_END = "const body = document.querySelector('jachai-dialog').openOrClosedShadowRoot.querySelector('.body'); body.scrollTop = 9_999; return body.scrollTop;"
SCROLLED = "return document.querySelector('jachai-dialog').openOrClosedShadowRoot.querySelector('.body').scrollTop;"


def test_a_question_begins_with_why_it_is_asked_though_the_one_before_was_left_at_its_end(
    writer: FirefoxComposer, server: ScriptedServer
) -> None:
    server.script = flagging(**dict.fromkeys(MANY, "warn"))
    writer.type(" ".join(MANY))
    writer.wait_marks(warn=MANY)
    writer.click_post()
    writer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert writer.marionette.execute_script(TO_THE_END, sandbox="system") > 0
    writer.key("Escape")
    writer.wait_no_dialog()
    writer.click_post()
    writer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert writer.marionette.execute_script(SCROLLED, sandbox="system") == 0


def test_a_report_takes_what_is_typed_into_it(writer: FirefoxComposer, server: ScriptedServer) -> None:
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    writer.open_panel()
    click_in(writer, "jachai-panel", "summary", "এটি ভুল মনে হলে")
    writer.press("ভুলভাবে চিহ্নিত হয়েছে? জানান")
    writer.wait_dialog("যে লেখাটুকু পাঠানো হবে")
    writer.keys(*"!")
    writer.press("পাঠান")
    writer.wait_no_dialog()
    [(path, body)] = server.kept
    assert path == "/api/v1/reports" and sorted(body["excerpt"]) == sorted(f"!{BLOCKED}")
    assert writer.draft() == BLOCKED


def test_the_practice_draft_of_the_first_run_page_is_checked(addon: FirefoxExtension, server: ScriptedServer) -> None:
    page = OwnPage(addon, "welcome/welcome.html")
    page.wait("document.querySelector('#server').dataset.state === 'reachable'")
    page.js("document.querySelector('#sample').click()")
    wait_for(
        lambda: json.loads(page.js(f"return JSON.stringify({MARKS})")) == {"warn": [WARNED]},
        lambda: page.js("return document.body.innerText"),
    )
    assert page.js("return document.documentElement.lang") == "bn"


def test_the_popup_tells_office_and_account(addon: FirefoxExtension, server: ScriptedServer) -> None:
    page = OwnPage(addon, "popup/popup.html")
    page.wait("document.querySelector('#server').dataset.state === 'reachable'")
    assert page.js("return document.querySelector('#office').textContent") == server.office["name"]
    assert page.js("return document.querySelector('#account').textContent") == "নির্দিষ্ট নয়"
