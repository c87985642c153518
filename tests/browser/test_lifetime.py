"""The extension's own mishaps: its worker is stopped, it is reloaded under an open page, the composer is in a frame."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from chromium import BOX, Composer, extension_origin, launch
from extension_settings import Extension
from playwright.sync_api import Playwright
from scripted_server import ScriptedServer, answer, flagging

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
BADGE = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-badge'))"
DRAFT = f"ওই {WORD} আসেনি"


def test_a_worker_stopped_in_mid_check_is_woken_and_asked_again(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    first, given = threading.Event(), threading.Event()
    flag = flagging(**{WORD: "warn"})

    def hang_once(question: dict[str, object]) -> object:
        if not first.is_set() and question["text"] == DRAFT:
            first.set()
            given.wait(30)
        return flag(question)

    scripted.script = hang_once
    composer.page.keyboard.insert_text(DRAFT)
    assert first.wait(30)
    session = extension.page.context.new_cdp_session(extension.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    composer.wait_marks(warn=[WORD])
    given.set()
    assert [question["text"] for question in scripted.questions].count(DRAFT) == 2


@contextmanager
def own_browser(
    playwright: Playwright, folder: Path, site_port: int, server: ScriptedServer
) -> Iterator[tuple[Composer, Callable[[], None]]]:
    """A composer in a browser of its own, and what reloads the extension under it; gives back when the script is cut off."""
    with launch(playwright, folder, site_port) as context:
        settings_page = context.new_page()
        settings_page.goto(f"{extension_origin(context)}/options/options.html")
        Extension(settings_page).set(serverUrl=server.url)
        composer = Composer(context.new_page()).open()

        def reload() -> None:
            settings_page.evaluate("setTimeout(() => chrome.runtime.reload())")
            composer.wait_world("!globalThis.chrome?.runtime?.id")

        yield composer, reload
        assert composer.faults == []
    server.stop()


def test_after_a_reload_of_the_extension_the_old_guard_lets_go_and_claims_nothing(
    playwright: Playwright, tmp_path: Path, site_port: int
) -> None:
    with own_browser(playwright, tmp_path, site_port, ScriptedServer()) as (composer, reload):
        composer.type("নোটিশ")
        composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
        composer.world(f"void (globalThis.badge = {BADGE})")
        reload()
        composer.type(" আবার")
        composer.wait_world("badge.textContent.includes('যাচাই করা হয়নি')")
        composer.click_post()
        assert [post["text"] for post in composer.wait_posts(1)] == ["নোটিশ আবার"]


def test_a_question_under_way_as_the_extension_is_reloaded_is_dropped_without_a_fault(
    playwright: Playwright, tmp_path: Path, site_port: int
) -> None:
    server, asked, given = ScriptedServer(), threading.Event(), threading.Event()

    def hang(_question: dict[str, object]) -> object:
        asked.set()
        return given.wait(30) and answer("clear")

    server.script = hang
    with own_browser(playwright, tmp_path, site_port, server) as (composer, reload):
        composer.type("নোটিশ")
        assert asked.wait(30)
        reload()
        composer.type(" আবার")
        composer.click_post()
        assert [post["text"] for post in composer.wait_posts(1)] == ["নোটিশ আবার"]
        given.set()


def test_a_composer_in_a_frame_without_an_address_is_checked(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{WORD: "warn"})
    composer.page.evaluate("""() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<div role="dialog"><div role="textbox" data-lexical-editor="true" contenteditable="true">.</div></div>';
      document.body.prepend(frame);
    }""")
    inside = composer.page.frame_locator("iframe").locator(BOX)
    inside.click()
    inside.press("Control+a")
    composer.type(DRAFT)
    frame = composer.page.frames[1]
    frame.wait_for_function(
        "(word) => [...(CSS.highlights.get('jachai-warn') ?? [])].map(String).join() === word", arg=WORD
    )
