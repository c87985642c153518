"""Hostile pages: their events, attributes, messages and bent prototypes open nothing, hide nothing and learn nothing."""

import asyncio
from pathlib import Path

import pytest
from chromium import Composer
from extension_settings import Extension
from scripted_server import ScriptedServer, flagging
from test_offers import offer_records

pytestmark = pytest.mark.browser

BLOCKED = "নৌকায় ভোট দিন"
WARNED = "কুলাঙ্গার"
HOLD = "প্রকাশ স্থগিত"
DIALOG = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-dialog')).querySelector('dialog')"


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word that blocks, one that warns."""
    scripted.script = flagging(**{BLOCKED: "block", WARNED: "warn"})


def test_events_that_a_page_makes_up_change_nothing_here(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.keyboard.insert_text(f"ওই {WARNED}")  # at once: no question about half of it is under way
    composer.wait_marks(warn=[WARNED])
    asked = len(scripted.questions)
    composer.page.evaluate("""() => {
      const box = document.querySelector('[role=textbox]');
      for (const target of [document.querySelector('jachai-badge'), box, window]) {
        for (const [key, code] of [['Enter', 'Enter'], ['j', 'KeyJ'], ['Escape', 'Escape']]) {
          target.dispatchEvent(new KeyboardEvent('keydown', {key, code, altKey: true, bubbles: true, composed: true}));
        }
        target.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, clientX: 900, clientY: 250}));
        target.dispatchEvent(new Event('offline'));
        target.dispatchEvent(new CustomEvent('jachai', {detail: 'allow'}));
      }
    }""")
    composer.page.mouse.move(5, 5)
    assert composer.drawn()["hosts"].count("jachai-panel") == 0 and len(scripted.questions) == asked
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []


ATTRIBUTES = """() => {
  for (const host of document.querySelectorAll('jachai-badge, jachai-mirror')) {
    for (const [name, value] of Object.entries({class: 'away docked', hidden: '', style: 'display: none !important; left: -9999px !important; opacity: 0 !important',
      'data-state': 'clear', 'aria-hidden': 'true', popover: 'auto', lang: 'xx'})) host.setAttribute(name, value);
  }
}"""


def test_attributes_that_a_page_gives_our_hosts_hide_nothing(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.page.evaluate(ATTRIBUTES)
    badge = composer.page.locator("jachai-badge").bounding_box()
    assert badge and badge["x"] > 0 and badge["width"] > 20
    composer.open_panel()
    composer.wait_text("এর বদলে লিখুন")


def test_a_page_can_neither_reach_the_background_nor_read_the_token(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    secret = "t0ken-of-the-office"
    extension.set(serverUrl=scripted.url, token=secret)
    composer.open()
    composer.page.keyboard.insert_text(f"ওই {WARNED}")  # at once: a pause between keys would ask about half of it
    composer.wait_marks(warn=[WARNED])
    heard = composer.page.evaluate(
        """async (id) => {
          const heard = [];
          addEventListener('message', (event) => { if (!event.data?.ours) heard.push(event.data); });
          for (const type of ['rules', 'platforms', 'protection', 'hide', 'override', 'report', 'check']) {
            postMessage({type, ours: true, text: 'x'}, '*');
            try { heard.push(await globalThis.chrome?.runtime?.sendMessage?.(id, {type})); } catch {}
          }
          for (const path of ['background/settings.js', 'content/main.js', 'options/options.html', 'manifest.json']) {
            try { heard.push(await (await fetch(`chrome-extension://${id}/${path}`)).text()); } catch {}
          }
          await new Promise((resolve) => requestAnimationFrame(resolve));
          return heard.filter((one) => one !== undefined);
        }""",
        extension.origin.removeprefix("chrome-extension://"),
    )
    assert heard == []
    composer.faults.clear()  # the console tells of the files that it could not have
    everything = composer.page.evaluate(
        "() => document.documentElement.outerHTML + JSON.stringify({...localStorage}) + document.cookie"
    )
    assert secret not in everything
    assert scripted.headers[-1]["Authorization"] == f"Bearer {secret}"
    assert {question["text"] for question in scripted.questions} == {f"ওই {WARNED}"}


def test_a_page_that_takes_our_question_away_gets_no_yes(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.world(f"void (globalThis.dialog = {DIALOG})")
    composer.page.evaluate("document.querySelector('jachai-dialog').remove()")
    composer.wait_world("!dialog.open")  # noticed: a press before that is one more of the first attempt
    composer.wait_no_dialog()
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []


def test_prototypes_that_a_page_bends_do_not_bend_us(composer: Composer) -> None:
    composer.page.evaluate("""() => {
      EventTarget.prototype.addEventListener = () => {};
      Element.prototype.matches = () => false;
      Element.prototype.closest = () => null;
      Document.prototype.querySelectorAll = () => [];
      Event.prototype.composedPath = () => [];
      window.Jachai = {isAlive: () => false, guard: null};
    }""")
    composer.page.keyboard.type(f"ওই {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    composer.page.mouse.click(640, composer.page.locator(".post").bounding_box()["y"] + 5)  # type: ignore[index]
    composer.wait_dialog(HOLD)
    assert composer.posts() == []


# A page's own styles: those of a page that would blind us, and those of one that happens to use our names.
STYLES = {
    "against us": f"""jachai-dialog, jachai-panel, jachai-badge {{ --jachai-room: 0px !important;
      {" ".join(f"--{name}: transparent;" for name in ("ink", "soft", "ground", "raised", "line", "block", "warn", "tone", "tint", "block-ground", "warn-ground", "advise", "on-strong"))} }}""",
    "important": "* { --ink: #111 !important; --ground: #111 !important; --jachai-room: 0px !important; }",
    "by chance": "* { --ground: #222; --line: 1px; --ink: #222; }",
}
SHOWN = """[['jachai-badge', 'button'], ['jachai-panel', '.panel'], ['jachai-dialog', 'dialog'], ['jachai-dialog', '.main']].map(([host, inner]) => {
  const style = getComputedStyle(chrome.dom.openOrClosedShadowRoot(document.querySelector(host)).querySelector(inner));
  return [style.color, style.backgroundColor, style.borderColor, style.maxHeight].join(' ');
})"""


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_styles_of_a_page_leave_ours_as_they_are(composer: Composer, style: str) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.open_panel()
    composer.wait_text("এর বদলে লিখুন")
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    before = composer.world(SHOWN)
    composer.page.add_style_tag(content=style)
    assert composer.world(SHOWN) == before


SWITCH_OFF = """(ours) => document.querySelectorAll(ours).forEach((one) => {
  one.inert = true;
  one.setAttribute('aria-hidden', 'true');
})"""
ALIVE = "[...document.querySelectorAll({})].every((one) => !one.inert && !one.hasAttribute('aria-hidden'))"


def test_a_dialog_of_the_page_that_makes_all_beside_it_inert_leaves_us_alive(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.open_panel()
    composer.wait_text("এর বদলে লিখুন")
    composer.page.evaluate(SWITCH_OFF, "jachai-badge, jachai-panel")
    composer.wait_world(ALIVE.format("'jachai-badge, jachai-panel'"))
    composer.press("বন্ধ করুন")
    composer.wait_drawn("!drawn.hosts.includes('jachai-panel')", "no panel")
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.page.evaluate(SWITCH_OFF, "jachai-dialog")
    composer.wait_world(ALIVE.format("'jachai-dialog'"))
    composer.press("ফিরে গিয়ে সংশোধন করুন")
    composer.wait_no_dialog()


# A page that makes room for each of its children, and moves them apart as one more comes.
FLOWS = {
    "flex": "display: flex; gap: 40px; justify-content: space-between",
    "grid": "display: grid; grid-auto-flow: column; gap: 40px; justify-content: space-between",
}
PLACES = "JSON.stringify([document.querySelector('[role=textbox]').getBoundingClientRect(), document.documentElement.scrollHeight])"


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_a_question_moves_nothing_of_the_page(composer: Composer, flow: str) -> None:
    composer.page.evaluate("(flow) => { document.body.style.cssText = flow; }", flow)
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    before = composer.page.evaluate(PLACES)
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.page.evaluate(PLACES) == before


# As pages do beneath a dialog of theirs: a finger or a wheel beside it scrolls nothing.
LOCK = """() => {
  window.heard = [];
  for (const type of ['wheel', 'touchmove']) document.addEventListener(type, (event) => event.preventDefault(), {passive: false});
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) addEventListener(type, () => heard.push(type), {capture: true, passive: true});
}"""
BODY = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel')).querySelector('.body')"


def swipe(composer: Composer, x: float, y: float) -> None:
    """A finger, up by 120 px. All at once: one that rests first on a slow machine is a long press."""
    moves = [("touchMove", [{"x": x, "y": y - by}]) for by in range(10, 130, 10)]
    touches = [("touchStart", [{"x": x, "y": y}]), *moves, ("touchEnd", [])]
    session = composer.world.session

    async def send_all() -> None:
        send = session._impl_obj.send
        method = "Input.dispatchTouchEvent"
        await asyncio.gather(
            *(send(method=method, params={"type": kind, "touchPoints": at}, timeout=30_000) for kind, at in touches)
        )

    session._sync(send_all())


@pytest.mark.own_tab
def test_a_finger_scrolls_our_panel_where_the_page_locks_scrolling(
    composer: Composer, scripted: ScriptedServer
) -> None:
    words = [f"kulangar{index}" for index in range(12)]
    scripted.script = flagging(**dict.fromkeys(words, "warn"))
    composer.world.session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    composer.type(" ".join(words))
    composer.wait_marks(warn=words)
    composer.open_panel()
    place = composer.wait_still(
        f"(({{x, y, width, height}}) => ({{x: x + width / 2, y: y + height / 2}}))({BODY}.getBoundingClientRect())",
        "the panel's findings",
    )
    composer.page.evaluate(LOCK)
    swipe(composer, place["x"], place["y"])
    composer.wait_world(f"{BODY}.scrollTop > 0")
    assert composer.page.evaluate("heard") == []
    swipe(composer, 20, 400)  # the page's own
    composer.page.wait_for_function("heard.includes('touchmove')")


# What of an event the page could read: `data`, a clipboard, what is dragged.
LISTEN = """() => {
  window.heard = [];
  const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'textinput', 'compositionstart', 'compositionupdate', 'compositionend',
    'paste', 'copy', 'cut', 'dragstart', 'dragenter', 'dragover', 'drop', 'change', 'select', 'search'];
  for (const type of types) {
    for (const target of [window, document, document.documentElement]) {
      target.addEventListener(type, (event) => { if (event.target.localName?.startsWith('jachai')) heard.push(type); }, true);
    }
  }
}"""
NOTE = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-dialog')).querySelector('input[type=text]')"


def test_a_file_let_go_over_us_is_not_opened(composer: Composer, tmp_path: Path) -> None:
    file = tmp_path / "f.txt"
    file.write_text("x")
    composer.page.keyboard.insert_text(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.click_post()
    composer.wait_dialog(HOLD)
    place, pages = {"x": 640, "y": 400}, len(composer.page.context.pages)
    for kind in ("dragEnter", "dragOver", "drop"):
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        composer.world.session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
    composer.page.wait_for_timeout(300)
    assert len(composer.page.context.pages) == pages and composer.draft() == BLOCKED


def test_a_page_does_not_hear_what_is_written_in_our_dialogs(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    offer_records(composer, scripted, extension, overrides=True)
    composer.page.evaluate(LISTEN)
    composer.page.keyboard.insert_text(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.click_post()
    composer.wait_dialog(HOLD)
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    place = composer.wait_still(f"(({{x, y}}) => ({{x: x + 20, y: y + 10}}))({NOTE}.getBoundingClientRect())", "note")
    composer.page.mouse.click(place["x"], place["y"])
    session = composer.world.session
    for text in ("গো", "গোপন"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    session.send("Input.insertText", {"text": "গোপন"})
    composer.page.keyboard.type(" abc")
    for key in ("Control+A", "Control+C", "Control+X", "Control+V"):
        composer.page.keyboard.press(key)
    words = {"items": [{"mimeType": "text/plain", "data": "টেনে আনা"}], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": words})
    composer.wait_world(f"{NOTE}.value.includes('গোপন abc') && {NOTE}.value.includes('টেনে আনা')")
    assert composer.page.evaluate("[...new Set(heard)]") == []


KEYS = """() => {
  window.heard = [];
  for (const type of ['keydown', 'keyup']) addEventListener(type, ({key}) => heard.push(`${type} ${key}`), true);
}"""


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("surface", ["panel", "dialog"])
def test_a_page_hears_nothing_of_the_key_that_closes_what_we_show(composer: Composer, surface: str, held: bool) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    if surface == "panel":
        composer.page.keyboard.press("Alt+j")
        composer.wait_text("এর বদলে লিখুন")
    else:
        composer.click_post()
        composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.page.evaluate(KEYS)
    for _ in range(3 if held else 1):
        composer.page.keyboard.down("Escape")
    composer.wait_drawn(f"!drawn.hosts.includes('jachai-{surface}')", f"no {surface}")
    composer.page.keyboard.up("Escape")
    composer.page.keyboard.press("End")
    composer.page.keyboard.press("Escape")
    heard = ["keydown End", "keyup End", "keydown Escape", "keyup Escape"]
    composer.page.wait_for_function("(count) => heard.length >= count", arg=len(heard))
    assert composer.page.evaluate("heard") == heard
