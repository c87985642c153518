"""The same folder in Firefox ESR: it loads, replaces, its guard lets go and holds. What it does at every composer is in test_platforms.py."""

import json
import threading
import time
from collections.abc import Callable, Iterator

import firefox
import pytest
from answered import wait_answered
from chromium import POST, PUBLISH_ANYWAY, TO_READ
from firefox import By, FirefoxComposer, FirefoxExtension, Keys, Marionette, wait_for
from scripted_server import ScriptedServer, answer, flagging, missing
from sites import SITES
from test_top_layer import WITHIN

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

WARNED = "কুলাঙ্গার"
BLOCKED = "নৌকায় ভোট দিন"
CLEAN = "টিকাদান আগামীকাল"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
NAME = "— উপজেলা প্রশাসন"
UNTAKEN = "লেখা বদলানো গেল না"


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


def at_site(marionette: Marionette, site_port: int, id: str) -> FirefoxComposer:
    """A writer at the open composer of another platform."""
    return FirefoxComposer(marionette, site_port, next(site for site in SITES if site.id == id)).open()


def look(writer: FirefoxComposer) -> list[str]:
    """The words of the draft as they are to be seen, be the editor's own state as it may."""
    text: str = writer.js(f"{writer.find(writer.site.box)}.innerText")
    return text.split()


@pytest.mark.parametrize("id", ["facebook post", "x post", "linkedin post"])
def test_what_is_added_to_the_text_has_its_line_and_can_be_undone(
    marionette: Marionette, server: ScriptedServer, site_port: int, id: str
) -> None:
    server.script = missing(NAME)
    draft = "এক\nদুই"
    writer = at_site(marionette, site_port, id)
    writer.spell(draft)
    wait_answered(writer, server, draft)
    writer.open_panel()
    writer.press(NAME)
    writer.wait_draft(f"{draft}\n{NAME}")
    writer.wait_text(CLEAR)
    assert look(writer) == [*draft.split(), *NAME.split()] and UNTAKEN not in writer.drawn()["text"]
    writer.key("Control+z")
    writer.wait_draft(draft)
    assert look(writer) == draft.split() and writer.js("JSON.stringify(faults)") == "[]"


@pytest.mark.parametrize(("words", "left"), [(WARNED, "আগে\n\nপরে"), (f"গে\n{WARNED}\nপ", "আরে")])
def test_what_is_removed_from_whole_lines_is_gone_from_sight_and_from_the_post_and_comes_back(
    marionette: Marionette, server: ScriptedServer, site_port: int, words: str, left: str
) -> None:
    server.script = flagging({words: ""}, **{words: "warn"})
    draft = f"আগে\n{WARNED}\nপরে"
    writer = at_site(marionette, site_port, "x post")
    writer.spell(draft)
    writer.wait_marks(warn=[words.replace("\n", "")])
    writer.open_panel()
    writer.press("বাদ দিন")
    writer.wait_draft(left)
    writer.wait_text(CLEAR)
    assert look(writer) == left.split() and UNTAKEN not in writer.drawn()["text"]
    writer.key("Control+z")
    writer.wait_draft(draft)
    assert look(writer) == draft.split() and writer.js("JSON.stringify(faults)") == "[]"


@pytest.mark.parametrize(("times", "mended"), [(1, True), (1000, False)])
@pytest.mark.parametrize("id", ["facebook post", "facebook Business Suite"])
def test_words_go_where_the_wrong_ones_stand_or_nowhere(
    marionette: Marionette, server: ScriptedServer, site_port: int, id: str, times: int, mended: bool
) -> None:
    words, cure = "মিথ্যা\nগুজব", "এক\nদুই"
    server.script = flagging({words: cure}, **{words: "warn"})
    writer = at_site(marionette, site_port, id)
    writer.type(f"আগে {words} পরে")
    writer.wait_marks(warn=[words.replace("\n", "")])
    writer.open_panel()
    writer.js(f"putCaretBack({times})")
    writer.press("এক দুই")
    if not mended:
        writer.wait_text(UNTAKEN)
    writer.wait_draft(f"আগে {cure if mended else words} পরে")
    assert (UNTAKEN in writer.drawn()["text"]) is not mended


@pytest.mark.parametrize("times", [1, 1000])
@pytest.mark.parametrize("id", ["facebook post", "facebook Business Suite", "linkedin comment", "youtube post"])
def test_a_line_is_added_where_it_belongs_or_nowhere(
    marionette: Marionette, server: ScriptedServer, site_port: int, id: str, times: int
) -> None:
    server.script = missing(NAME)
    draft = "এক দুই"
    writer = at_site(marionette, site_port, id)
    writer.type(draft)
    wait_answered(writer, server, draft)
    writer.keys(Keys.ARROW_LEFT)
    writer.open_panel()
    writer.js(f"putCaretBack({times})")
    writer.press(NAME)
    if times > 1:
        writer.wait_text(UNTAKEN)
    writer.wait_draft(draft if times > 1 else f"{draft}\n{NAME}")
    assert (UNTAKEN in writer.drawn()["text"]) is (times > 1)


SHAPES = """((box) => ['block', 'warn', 'advise'].map((name) => getComputedStyle(box, `::highlight(jachai-${name})`).textDecorationStyle).join())"""


@pytest.mark.parametrize("id", ["facebook post", "linkedin post"])  # the latter in a shadow root
def test_in_high_contrast_what_holds_has_a_shape_of_its_own(
    marionette: Marionette, server: ScriptedServer, site_port: int, id: str
) -> None:
    writer = at_site(marionette, site_port, id)
    writer.type(f"ওই {WARNED}")
    writer.wait_marks(warn=[WARNED])
    shapes = f"{SHAPES}({writer.find(writer.site.box)})"
    assert writer.js(shapes) == "wavy,wavy,dotted"
    with marionette.using_prefs({"browser.display.document_color_use": 2}):
        writer.wait(lambda: writer.js(shapes) == "double,wavy,dotted", "a double line")


@pytest.mark.parametrize(("key", "held"), [("j", Keys.ALT), (Keys.ENTER, Keys.CONTROL)], ids=["panel", "question"])
def test_the_caret_is_where_it_was_once_the_panel_or_a_question_is_left(
    marionette: Marionette, server: ScriptedServer, site_port: int, key: str, held: str
) -> None:
    writer = at_site(marionette, site_port, "x post")
    writer.wait_patiently()
    writer.type(f"ওই {WARNED} abc")
    writer.wait_marks(warn=[WARNED])
    writer.keys(Keys.ARROW_LEFT)
    writer.keys(key, held=held)
    writer.wait_text("অনুচ্ছেদ")
    writer.key("Escape")
    writer.wait(lambda: "অনুচ্ছেদ" not in writer.drawn()["text"], "the draft alone")
    writer.type("!")
    writer.wait_draft(f"ওই {WARNED} ab!c")


@pytest.mark.parametrize("opened", ["by Tab and Enter", "by a click"])
def test_the_caret_is_where_it_was_once_a_panel_that_was_gone_to_by_tab_is_left(
    marionette: Marionette, server: ScriptedServer, site_port: int, opened: str
) -> None:
    writer = at_site(marionette, site_port, "x post")
    writer.type(f"ওই {WARNED} abc")
    writer.wait_marks(warn=[WARNED])
    writer.keys(Keys.ARROW_LEFT)
    if opened == "by a click":
        writer.open_panel()
        writer.wait_text("অনুচ্ছেদ")
    while (focused := writer.js("document.activeElement?.localName")) != "jachai-panel":
        assert focused != "body"  # through all of the page
        writer.keys(Keys.ENTER if focused == "jachai-badge" and opened != "by a click" else Keys.TAB)
    writer.key("Escape")
    writer.wait(lambda: "অনুচ্ছেদ" not in writer.drawn()["text"], "the draft alone")
    writer.type("!")
    writer.wait_draft(f"ওই {WARNED} ab!c")


def test_a_server_that_is_away_is_told_as_not_checked(writer: FirefoxComposer, server: ScriptedServer) -> None:
    server.stop()
    writer.type(CLEAN)
    writer.wait_text("যাচাই করা হয়নি")
    assert CLEAR not in writer.drawn()["text"]
    writer.click_post()
    writer.wait_dialog("যাচাই করা হয়নি")
    assert writer.posts() == []


def test_the_question_changes_in_place_once_a_slow_answer_is_there(
    writer: FirefoxComposer, server: ScriptedServer
) -> None:
    given = threading.Event()
    server.script = lambda _question: given.wait(30) and answer("clear")
    writer.open()  # where Post waits as long as it does
    writer.type(CLEAN)
    writer.click_post()
    assert "যাচাই করা হয়নি" in writer.wait_dialog("যাচাই চলছে")
    given.set()
    writer.wait_dialog(CLEAR)
    assert writer.posts() == []
    time.sleep(TO_READ / 1000)
    writer.keys(Keys.ENTER)  # on "প্রকাশ করুন"
    writer.wait_posts(1)
    assert [post["text"] for post in writer.posts()] == [CLEAN]


def thread(marionette: Marionette, site_port: int) -> FirefoxComposer:
    """A writer at the two drafts of a thread, where Post waits for the server."""
    writer = at_site(marionette, site_port, "x thread")
    writer.wait_patiently()
    for at, text in enumerate(["one", "two"]):
        writer.click(f'[data-testid="tweetTextarea_{at}"]')
        writer.type(text)
    return writer


def test_one_yes_is_enough_for_all_drafts_that_could_not_be_checked(
    marionette: Marionette, server: ScriptedServer, site_port: int
) -> None:
    server.script = lambda _question: (500, b"")
    writer = thread(marionette, site_port)
    writer.click_post()
    writer.wait_dialog("যাচাই করা হয়নি")
    writer.press(PUBLISH_ANYWAY)
    assert len(writer.wait_posts(1)) == 1
    writer.wait_no_dialog()


def test_a_thread_that_was_closed_is_not_published_though_a_draft_of_it_was_let_go_unchecked(
    marionette: Marionette, addon: FirefoxExtension, server: ScriptedServer, site_port: int
) -> None:
    server.office["when_unreachable"] = "allow"
    addon.set(serverUrl=server.url, token="allowing", whenUnreachable="allow")
    addon.wait_office()
    given = threading.Event()
    server.script = lambda question: (500, b"") if question["text"] == "one" else given.wait(30) and answer("clear")
    writer = thread(marionette, site_port)
    writer.click_post()
    writer.wait(lambda: writer.world("Boolean(document.querySelector('jachai-notice'))"), "that it is being checked")
    writer.js("document.querySelector('[role=dialog]').style.display = 'none'")
    given.set()
    writer.wait(lambda: writer.world("!document.querySelector('jachai-notice')"), "the end of that")
    time.sleep(0.3)  # in which it would be published
    assert writer.posts() == [] and writer.drawn()["dialogs"] == []


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


def test_our_badge_and_panel_leave_a_dialog_open_that_any_press_beside_it_closes(
    marionette: Marionette, server: ScriptedServer, site_port: int
) -> None:
    writer = at_site(marionette, site_port, "mastodon post")
    writer.js(f"({WITHIN})('dialog'); around.closedBy = 'any'; around.show(); void 0")
    writer.enter()
    writer.type(f"ওই {WARNED}")
    writer.wait_marks(warn=[WARNED])
    writer.open_panel()
    writer.press("বন্ধ করুন")
    writer.wait(lambda: "বন্ধ করুন" not in [one["name"] for one in writer.drawn()["buttons"]], "a closed panel")
    assert writer.js("around.open")
    writer.click_at(5, 5)
    writer.wait(lambda: not writer.js("around.open"), "a closed dialog")


def test_strict_csp_and_trusted_types_hinder_nothing(writer: FirefoxComposer) -> None:
    # where the tests' own eval is refused
    writer.marionette.navigate(f"https://{writer.site.host}:{writer.port}/?csp=strict")
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
    writer.wait_text("প্রকাশের বোতাম আবার চাপুন")
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
