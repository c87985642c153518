"""Pages that keep their thread busy: what was pressed meanwhile is heard of late, and counts for what was to be seen as it was pressed."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from answered import wait_answered
from chromium import PUBLISH_ANYWAY, Composer, tab
from extension_settings import Extension
from firefox import FirefoxComposer, FirefoxExtension, Marionette
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, answer, flagging
from sites import SITES
from test_composer import UNTAKEN

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

WARNED = "কুলাঙ্গার"
ASKED = "প্রকাশের আগে দেখে নিন"
CLEAN = "টিকাদান কর্মসূচি আগামীকাল"
CURES = {"মিথ্যা": "সত্য", "গুজব": "খবর"}
SUITE = next(site for site in SITES if site.id == "facebook Business Suite")  # the draft stays once it is published

# In the world of our scripts: the page draws nothing until it is told to.
NO_FRAMES = """((draw, waiting) => {
  globalThis.requestAnimationFrame = (act) => waiting.push(act);
  globalThis.drawFrames = () => {
    globalThis.requestAnimationFrame = draw;
    waiting.forEach(draw);
  };
})(requestAnimationFrame, [])"""

Writer = Composer | FirefoxComposer


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """It warns of a word, and of two that have a cure each."""
    server = ScriptedServer()
    server.script = flagging(CURES, **{WARNED: "warn"}, **dict.fromkeys(CURES, "warn"))
    yield server
    server.stop()


@pytest.fixture(params=["chromium", "firefox"])
def writer(request: pytest.FixtureRequest, server: ScriptedServer, site_port: int) -> Iterator[Writer]:
    """A writer at the open composer, who waits for each answer."""
    if request.param == "firefox":
        marionette: Marionette = request.getfixturevalue("marionette")
        addon = FirefoxExtension(marionette)
        addon.set(serverUrl=server.url)
        addon.wait_office()
        in_firefox = FirefoxComposer(marionette, site_port, SUITE).open()
        in_firefox.wait_patiently()
        yield in_firefox
        return
    extension: Extension = request.getfixturevalue("extension")
    extension.set(serverUrl=server.url)
    extension.wait_office(server.office["name"])
    with tab(request.getfixturevalue("chromium")) as page:
        composer = Composer(page, SUITE).open()
        composer.wait_patiently()
        yield composer
        composer.leave()


def write(writer: Writer, text: str, *words: str) -> None:
    """A draft, and the words in it that are warned of."""
    writer.type(text)
    writer.wait_marks(warn=list(words))


def press_at(writer: Writer, place: Any) -> None:
    """A real click there."""
    if isinstance(writer, Composer):
        writer.page.mouse.click(place["x"], place["y"])
    else:
        writer.click_at(*place)


def is_asked(writer: Writer) -> bool:
    """Nothing is published, and the question stands."""
    return writer.posts() == [] and len(writer.drawn()["dialogs"]) == 1


def test_a_press_that_was_made_before_the_question_was_to_be_seen_is_no_answer(writer: Writer) -> None:
    write(writer, f"ওই {WARNED}", WARNED)
    writer.set_clock(now=10_000, pressed=10_000)
    writer.click_post()
    writer.wait_dialog(ASKED)
    for pressed in (9_900, 10_400):  # for one more press on Post; before it can be read
        writer.set_clock(now=12_000, pressed=pressed)
        writer.press(PUBLISH_ANYWAY)
        assert is_asked(writer)
    writer.set_clock(now=12_000, pressed=10_600)
    writer.press(PUBLISH_ANYWAY)
    assert len(writer.wait_posts(1)) == 1


def test_a_question_is_not_seen_before_the_page_draws_it(writer: Writer) -> None:
    write(writer, f"ওই {WARNED}", WARNED)
    writer.click_post()
    writer.wait_dialog(ASKED)
    place = writer.place_of(PUBLISH_ANYWAY)
    writer.key("Escape")
    writer.wait_no_dialog()
    writer.world(NO_FRAMES)
    writer.set_clock(now=10_000, pressed=10_000)
    writer.click_post()
    writer.wait_text(ASKED)
    writer.set_clock(now=12_000, pressed=12_000)
    press_at(writer, place)
    assert is_asked(writer)
    writer.world("void drawFrames()")
    writer.wait_painted()
    writer.set_clock(now=14_000, pressed=14_000)
    press_at(writer, place)
    assert len(writer.wait_posts(1)) == 1


def test_a_second_press_on_post_that_is_heard_of_once_the_draft_has_gone_adds_nothing(
    writer: Writer, server: ScriptedServer
) -> None:
    given, asked = threading.Event(), threading.Event()
    server.script = lambda _question: asked.set() or (given.wait(30) and answer("clear"))
    writer.type(CLEAN)
    writer.click_post()
    assert asked.wait(30)
    writer.set_clock(now=10_000, pressed=9_000)
    given.set()
    writer.wait_posts(1)
    writer.click_post()  # while the first was decided on
    wait_answered(writer, server, CLEAN)
    assert len(writer.posts()) == 1
    writer.set_clock(now=12_000, pressed=11_000)
    writer.click_post()
    assert len(writer.wait_posts(2)) == 2


def test_a_press_on_a_cure_that_was_made_before_its_card_moved_there_writes_nothing(writer: Writer) -> None:
    write(writer, " ".join(CURES), *CURES)
    writer.open_panel()
    place = writer.place_of("সত্য")
    writer.set_clock(now=10_000, pressed=10_000)
    press_at(writer, place)
    writer.wait_draft("সত্য গুজব")
    writer.wait_marks(warn=["গুজব"])
    place = writer.place_of("খবর")  # it has moved up
    time.sleep(0.3)  # else it would do nothing because the first is not over
    writer.set_clock(now=12_000, pressed=9_900)
    press_at(writer, place)
    time.sleep(0.3)  # in which it would be written
    assert writer.draft() == "সত্য গুজব"
    writer.set_clock(now=12_000, pressed=12_000)
    press_at(writer, place)
    writer.wait_draft("সত্য খবর")


# In the world of our scripts: the moment in which an editor takes the selection over lasts until it is ended.
NO_TICK = """((wait, waiting) => {
  globalThis.setTimeout = (act, delay, ...more) => (delay === 30 ? waiting.push(act) : wait(act, delay, ...more));
  globalThis.endTick = () => {
    globalThis.setTimeout = wait;
    waiting.forEach((act) => act());
  };
})(setTimeout, [])"""


@pytest.mark.parametrize("severity", ["warn", "advise"])
def test_post_pressed_while_a_cure_is_written_waits_for_it(
    writer: Writer, server: ScriptedServer, severity: str
) -> None:
    server.script = flagging(**{WARNED: severity})
    writer.type(f"ওই {WARNED} আসেনি")
    writer.wait_marks(**{severity: [WARNED]})
    wait_answered(writer, server, f"ওই {WARNED} আসেনি")
    writer.open_panel()
    writer.world(NO_TICK)
    writer.press("ব্যক্তি")
    writer.click_post()
    time.sleep(0.3)  # in which it would go, or be asked about
    assert writer.posts() == [] and writer.drawn()["dialogs"] == []
    writer.world("void endTick()")
    assert [post["text"] for post in writer.wait_posts(1)] == ["ওই ব্যক্তি আসেনি"]


@pytest.mark.parametrize("severity", ["warn", "advise"])
def test_a_cure_that_is_begun_while_post_is_decided_on_is_waited_for(
    composer: Composer, scripted: ScriptedServer, severity: str
) -> None:
    known = scripted.script = flagging(**{WARNED: severity})
    composer.wait_patiently()
    composer.type(f"ওই {WARNED} আসেনি")
    composer.wait_marks(**{severity: [WARNED]})
    composer.open_panel()
    given, asked = threading.Event(), threading.Event()
    scripted.script = lambda question: asked.set() or (given.wait(30) and known(question))
    composer.world("void Jachai.changes.dispatchEvent(new Event('change'))")
    assert asked.wait(30)
    composer.click_post()
    composer.world(NO_TICK)
    composer.press("ব্যক্তি")
    given.set()
    time.sleep(0.5)  # in which it would go, or be asked about
    assert composer.posts() == [] and composer.drawn()["dialogs"] == []
    composer.world("void endTick()")
    assert [post["text"] for post in composer.wait_posts(1)] == ["ওই ব্যক্তি আসেনি"]


def test_a_draft_closed_while_a_cure_is_written_leaves_no_sign(
    chromium: BrowserContext, scripted: ScriptedServer
) -> None:
    scripted.script = flagging(**{WARNED: "warn"})
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == "mastodon post")).open()
        composer.type(f"ওই {WARNED}")
        composer.wait_marks(warn=[WARNED])
        composer.open_panel()
        composer.world(NO_TICK)
        composer.press("ব্যক্তি")
        page.locator(composer.site.box).first.evaluate("(box) => box.remove()")
        composer.wait_drawn("drawn.hosts.length === 0", "nothing")
        composer.world("void endTick()")
        time.sleep(0.3)  # in which it would be drawn
        assert composer.drawn()["hosts"] == []
        composer.leave()


# In the world of our scripts: the page does not hear yet that something else is selected.
NOT_TOLD = """((hear, wait, waiting) => {
  globalThis.addEventListener = (type, act, ...more) => (type === 'selectionchange' ? waiting.push(act) : hear(type, act, ...more));
  globalThis.setTimeout = (act, delay, ...more) => (delay === 1000 ? 0 : wait(act, delay, ...more));
  globalThis.tellSelection = () => {
    globalThis.addEventListener = hear;
    globalThis.setTimeout = wait;
    waiting.forEach((act) => act());
  };
})(addEventListener.bind(globalThis), setTimeout.bind(globalThis), [])"""


def test_a_cure_is_written_once_the_editor_has_heard_what_is_selected(writer: Writer) -> None:
    write(writer, f"ওই {WARNED} আসেনি", WARNED)
    writer.open_panel()
    writer.world(NOT_TOLD)
    writer.press("ব্যক্তি")
    time.sleep(0.3)  # in which it would be written
    assert writer.draft() == f"ওই {WARNED} আসেনি"
    writer.world("void tellSelection()")
    writer.wait_draft("ওই ব্যক্তি আসেনি")


def test_the_second_click_of_a_double_click_on_a_cure_is_none_on_the_next_card(
    composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = flagging(CURES, **dict.fromkeys(CURES, "warn"))
    write(composer, " ".join(CURES), *CURES)
    composer.open_panel()
    composer.press("সত্য")
    composer.wait_draft("সত্য গুজব")
    composer.wait_marks(warn=["গুজব"])
    place, mouse = composer.place_of("খবর"), composer.page.mouse
    mouse.move(place["x"], place["y"])
    mouse.down(click_count=2)
    mouse.up(click_count=2)
    composer.page.wait_for_timeout(300)  # in which it would be written
    assert composer.draft() == "সত্য গুজব"
    press_at(composer, place)
    composer.wait_draft("সত্য খবর")


# In the world of our scripts: the moment in which a composed word ends lasts until it is ended.
NO_END = NO_TICK.replace("delay === 30", "delay === 80").replace("endTick", "endWord")


def test_a_cure_is_not_written_over_what_another_answer_found_in_the_place_of_its_finding(
    chromium: BrowserContext, scripted: ScriptedServer
) -> None:
    one, other = CURES
    draft = f"{one} {other} ক"
    scripted.script = flagging(CURES, **{one: "warn"})
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == "mastodon post")).open()
        composer.wait_patiently()
        composer.type(draft[:-1])
        composer.world.session.send("Input.imeSetComposition", {"text": "ক", "selectionStart": 1, "selectionEnd": 1})
        wait_answered(composer, scripted, draft)
        composer.open_panel()
        given, asked = threading.Event(), threading.Event()
        later = flagging(CURES, **{other: "warn"})
        scripted.script = lambda question: asked.set() or (given.wait(30) and later(question))
        composer.world("void Jachai.changes.dispatchEvent(new Event('change'))")
        assert asked.wait(30)
        composer.world(NO_END)
        composer.press(CURES[one])
        given.set()
        composer.wait_marks(warn=[other])
        composer.world("void endWord()")
        time.sleep(0.3)  # in which it would be written
        assert composer.draft() == draft
        composer.leave()


def test_a_key_that_follows_a_cure_at_once_makes_it_no_cure_that_was_not_taken(
    composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = flagging(**{WARNED: "warn"})
    write(composer, f"ওই {WARNED}", WARNED)
    composer.open_panel()
    composer.world(NO_END)
    composer.press("ব্যক্তি")
    composer.wait_draft("ওই ব্যক্তি")
    composer.type(" আসেনি")
    composer.wait_draft("ওই ব্যক্তি আসেনি")
    composer.world("void endWord()")
    time.sleep(0.3)  # in which it would be told
    assert UNTAKEN not in composer.drawn()["text"]
