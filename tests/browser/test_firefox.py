"""The same folder in Firefox ESR: it loads, replaces, its guard lets go and holds. What it does at every composer is in test_platforms.py."""

import json
import threading
from collections.abc import Callable, Iterator

import firefox
import pytest
from chromium import POST
from firefox import By, FirefoxComposer, FirefoxExtension, Keys, Marionette, wait_for
from scripted_server import ScriptedServer, answer, flagging

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

WARNED = "কুলাঙ্গার"
BLOCKED = "নৌকায় ভোট দিন"
CLEAN = "টিকাদান আগামীকাল"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"


@pytest.fixture
def addon(marionette: Marionette) -> FirefoxExtension:
    """The add-on's settings."""
    return FirefoxExtension(marionette)


@pytest.fixture
def server(addon: FirefoxExtension) -> Iterator[ScriptedServer]:
    """A server that flags two words; the add-on asks it."""
    server = ScriptedServer()
    server.script = flagging(**{WARNED: "warn", BLOCKED: "block"})
    addon.set(serverUrl=server.url)
    addon.wait_office()  # else the page asks anew as it comes, and a key pressed then wants another press
    yield server
    server.stop()


@pytest.fixture
def writer(marionette: Marionette, server: ScriptedServer, site_port: int) -> FirefoxComposer:
    """A writer at the open composer."""
    writer = FirefoxComposer(marionette, site_port).open()
    writer.wait_patiently()
    return writer


def by_click(writer: FirefoxComposer) -> None:
    writer.click_post()


def by_key(key: str) -> Callable[[FirefoxComposer], None]:
    def press(writer: FirefoxComposer) -> None:
        writer.js(f"document.querySelector('{POST}').focus()")
        writer.keys(key)

    return press


def by_control_enter(writer: FirefoxComposer) -> None:
    writer.keys(Keys.ENTER, held=Keys.CONTROL)


WAYS = [
    pytest.param(by_click, id="click"),
    pytest.param(by_key(Keys.ENTER), id="Enter"),
    pytest.param(by_key(" "), id="Space"),
    pytest.param(by_control_enter, id="Control+Enter"),
]


@pytest.mark.parametrize("press", WAYS)
def test_a_clean_draft_goes_through_at_one_press(
    writer: FirefoxComposer, press: Callable[[FirefoxComposer], None]
) -> None:
    writer.type(CLEAN)
    writer.wait_text(CLEAR)
    press(writer)
    writer.wait_posts(1)
    writer.wait(lambda: not writer.marionette.find_elements(By.CSS_SELECTOR, POST), "the end of the dialog")
    assert [post["text"] for post in writer.posts()] == [CLEAN]


def test_a_replacement_is_taken_into_the_state_of_the_editor(writer: FirefoxComposer) -> None:
    writer.type(f"ওই {WARNED} আসেনি")
    writer.wait_marks(warn=[WARNED])
    writer.press("যাচাইয়ের ফলাফল দেখুন")
    writer.press("ব্যক্তি")
    writer.wait(lambda: writer.draft() == "ওই ব্যক্তি আসেনি", "the replacement")
    writer.wait_marks()
    writer.click_post()
    assert [post["text"] for post in writer.wait_posts(1)] == ["ওই ব্যক্তি আসেনি"]


def test_a_server_that_is_away_is_told_as_not_checked(writer: FirefoxComposer, server: ScriptedServer) -> None:
    server.stop()
    writer.type(CLEAN)
    writer.wait_text("যাচাই করা হয়নি")
    assert CLEAR not in writer.drawn()["text"]
    writer.click_post()
    writer.wait_dialog("যাচাই করা হয়নি")
    assert writer.posts() == []


@pytest.mark.parametrize(("page", "text"), [("popup/popup.html", "সংযুক্ত"), ("options/options.html", "সংযোগ পরীক্ষা করুন")])
def test_our_own_pages_work(
    marionette: Marionette, addon: FirefoxExtension, server: ScriptedServer, page: str, text: str
) -> None:
    marionette.navigate(f"{addon.origin}/{page}")
    body = marionette.find_element(By.TAG_NAME, "body")
    wait_for(lambda: text in body.text, lambda: body.text)


BARE = """
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const box = document.createElement('div');
  for (const [name, value] of Object.entries({role: 'textbox', contenteditable: 'true', 'data-lexical-editor': 'true', class: 'box', id: 'one'})) box.setAttribute(name, value);
  const post = document.createElement('button');
  Object.assign(post, {type: 'button', textContent: 'Post', className: 'post'});
  post.setAttribute('aria-label', 'Post');
  post.addEventListener('click', () => posts.push({by: 'click', text: box.textContent}));
  dialog.append(box, post);
  document.querySelector('[role=dialog]').remove();
"""
PLACES = {
    "open root": "const host = document.createElement('x-open'); host.attachShadow({mode: 'open'}).append(dialog); document.body.prepend(host);",
    "closed root": "const host = document.createElement('x-closed'); host.attachShadow({mode: 'closed'}).append(dialog); document.body.prepend(host);",
    "modal dialog": "const modal = document.createElement('dialog'); modal.append(dialog); document.body.prepend(modal); modal.showModal();",
}


def middle(writer: FirefoxComposer, element: str) -> None:
    """A real click in the middle of an element that the page's script left in `box` or `post`."""
    x, y = json.loads(
        writer.js(
            f"(() => {{ const one = {element}.getBoundingClientRect(); return JSON.stringify([one.x + one.width / 2, one.y + one.height / 2]); }})()"
        )
    )
    writer.click_at(round(x), round(y))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_composer_is_guarded_wherever_it_is(writer: FirefoxComposer, place: str) -> None:
    writer.js(f"void (() => {{ {BARE} {place} Object.assign(window, {{box, post}}); }})()")
    middle(writer, "box")
    writer.keys(*f"এবার {BLOCKED}")
    writer.wait_text("স্থগিত")
    middle(writer, "post")
    writer.wait_dialog("প্রকাশ স্থগিত")
    assert writer.posts() == []
    writer.press("ফিরে গিয়ে")
    writer.wait_no_dialog()


def test_strict_csp_and_trusted_types_hinder_nothing(writer: FirefoxComposer) -> None:
    writer.marionette.navigate(
        f"https://{writer.site.host}:{writer.port}/?csp=strict"
    )  # where the tests' own eval is refused
    wait_for(lambda: writer.marionette.find_elements(By.CSS_SELECTOR, writer.site.box), lambda: "no composer")[
        0
    ].click()
    writer.type(f"এবার {BLOCKED}")
    writer.wait_drawn("স্থগিত")
    writer.marionette.find_element(By.CSS_SELECTOR, ".post").click()
    assert BLOCKED in writer.wait_drawn("প্রকাশ স্থগিত")
    assert writer.marionette.execute_script("return window.wrappedJSObject.posts.length") == 0


def test_a_press_while_the_check_is_under_way(writer: FirefoxComposer, server: ScriptedServer) -> None:
    given = threading.Event()
    server.script = lambda _question: given.wait(30) and answer("clear")
    writer.type(CLEAN)
    writer.key("Control+Enter")
    assert writer.posts() == []
    given.set()
    writer.wait_text("প্রকাশ করতে আবার চাপুন")
    assert writer.posts() == []
    writer.key("Control+Enter")
    assert [post["text"] for post in writer.wait_posts(1)] == [CLEAN]


def icon(marionette: Marionette) -> str:
    """The text on the toolbar icon of the tab."""
    with marionette.using_context("chrome"):
        text: str = marionette.execute_script(
            """const {ExtensionParent} = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
            const {apiManager} = ExtensionParent;
            const {action} = apiManager.global.browserActionFor(WebExtensionPolicy.getByID(arguments[0]).extension);
            return action.getContextData(gBrowser.selectedTab).badgeText ?? '';""",
            script_args=[firefox.ADDON],
        )
    return text


@pytest.mark.parametrize("fault", ["removed", "unknown composer"])
def test_the_icon_tells_where_nothing_is_protected(writer: FirefoxComposer, marionette: Marionette, fault: str) -> None:
    writer.type(CLEAN)
    writer.wait_text(CLEAR)
    assert icon(marionette) == ""
    if fault == "removed":
        writer.js("document.querySelector('jachai-badge').remove()")
    else:
        writer.js("document.querySelector('[role=textbox]').removeAttribute('data-lexical-editor')")
        writer.type("!")
    writer.wait(lambda: icon(marionette) == "!", "the mark")
