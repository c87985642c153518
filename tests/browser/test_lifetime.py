"""The extension's own mishaps: its worker is stopped, it is reloaded under an open page, the composer is in a frame."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from chromium import BOX, EXTENSION, TO_READ, Composer, extension_origin, launch, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Error, Page, Playwright, TimeoutError
from scripted_server import Script, ScriptedServer, answer, flagging
from sites import FACEBOOK, SITES
from test_pause import KEEPING_PAGES, RawPage

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
BADGE = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-badge'))"
DRAFT = f"ওই {WORD} আসেনি"
NOT_CHECKED = "যাচাই করা হয়নি"
RELOAD = "পাতাটি আবার লোড করুন"
BACK = "ফিরে যান"
PUBLISH = "তবুও প্রকাশ করুন"

# In the content script's world, before the first focus: its minute lasts a fifth of a second.
HASTY = """void ((every) => {
  globalThis.setInterval = (act, delay, ...more) => every(act, delay === 60_000 ? 200 : delay, ...more);
})(globalThis.setInterval)"""
# A script that is cut off cannot look into closed roots any more: what it draws from now on stands in open ones.
OPEN = "void (Jachai.surface.openRoots = true)"
DIALOG = "document.querySelector('jachai-dialog')?.shadowRoot.querySelector('dialog')"


DEVELOPER = json.dumps({"extensions": {"ui": {"developer_mode": True}}})  # else a reloaded folder stays switched off
Reloadable = Callable[..., tuple[Composer, Callable[[], None]]]


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


# In the worker: what it reads first for whatever it is asked takes its time.
HANG = """void (globalThis.read = chrome.storage.local.get, globalThis.asked = 0, chrome.storage.local.get = () => {
  asked += 1;
  return new Promise(() => {});
})"""
GO_ON = "void (chrome.storage.local.get = read)"


def test_a_page_put_away_while_post_is_decided_on_publishes_nothing_by_itself_and_takes_the_next_press(
    playwright: Playwright, tmp_path: Path, site_port: int, scripted: ScriptedServer
) -> None:
    with launch(playwright, tmp_path, site_port, without=KEEPING_PAGES) as chromium:
        settings = chromium.new_page()
        settings.goto(f"{extension_origin(chromium)}/options/options.html")
        Extension(settings).set(serverUrl=scripted.url)
        composer = Composer(chromium.new_page(), next(one for one in SITES if one.id == "x post")).open()
        composer.page.evaluate("addEventListener('pageshow', ({persisted}) => { window.wasPutAway = persisted; })")
        worker = chromium.service_workers[0]
        worker.evaluate(HANG)
        composer.page.keyboard.insert_text("টিকাদান")
        composer.click_post()
        until = time.monotonic() + 30
        while not worker.evaluate("asked"):
            assert time.monotonic() < until
        composer.page.goto("https://bsky.app/")  # the browser drops what is on its way, and tells nobody
        worker.evaluate(GO_ON)
        composer.page.evaluate("setTimeout(() => history.back(), 50)")  # Playwright knows no page that comes back
        page = RawPage(chromium, composer)
        page.wait("window.wasPutAway === true && document.querySelector('.post')")
        with scripted.asked:
            assert scripted.asked.wait_for(lambda: scripted.questions, 30)
        time.sleep(1)  # in which it would go, or be asked about
        assert page("posts.length") == 0 and page("document.querySelector('jachai-dialog')") is None
        page.click(".post")
        page.wait("posts.length === 1")


@pytest.fixture(scope="module")
def own_browser(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory, site_port: int
) -> Iterator[BrowserContext]:
    """One for all reloads of the extension: they would cut off other tests' pages."""
    profile = tmp_path_factory.mktemp("reloaded")
    (profile / "Default").mkdir()
    (profile / "Default" / "Preferences").write_text(DEVELOPER)
    with launch(playwright, profile, site_port) as context:
        context.set_default_timeout(30_000)
        yield context


@pytest.fixture(scope="module")
def origin(own_browser: BrowserContext) -> str:
    """Of the extension's pages there; a reload leaves it as it is."""
    return extension_origin(own_browser)


@pytest.fixture
def reloadable(own_browser: BrowserContext, origin: str) -> Iterator[Reloadable]:
    """Gives a composer still to be opened, and what reloads the extension under it and comes back when its script is cut off."""
    server, settings_page = ScriptedServer(), own_browser.new_page()
    wait_loaded(settings_page, f"{origin}/options/options.html")
    with tab(own_browser) as page:
        composer = Composer(page)

        def reload() -> None:
            settings_page.evaluate("setTimeout(() => chrome.runtime.reload())")
            composer.wait_world("!globalThis.chrome?.runtime?.id")
            page.bring_to_front()

        def made_ready(script: Script, **settings: str) -> tuple[Composer, Callable[[], None]]:
            server.script = script
            extension = Extension(settings_page)
            extension.set(serverUrl=server.url, **settings)
            extension.wait_office(server.office["name"])  # else the page is told of it later
            page.bring_to_front()
            return composer, reload

        yield made_ready
        composer.leave()
    assert composer.faults == []
    settings_page.close()
    server.stop()


def put_version(folder: Path, version: str) -> None:
    """The extension as it is, but for its version, and for a worker that tells which it was made for."""
    shutil.copytree(EXTENSION, folder, dirs_exist_ok=True)
    built = json.loads((folder / "manifest.json").read_text())["version"]
    for name, old, new in (
        ("manifest.json", f'"version": "{built}"', f'"version": "{version}"'),
        ("background/install.js", f"BUILT = '{built}'", f"BUILT = '{version}'"),
        ("background/main.js", "// @ts-check", f"globalThis.made = '{version}';"),
    ):
        text = (folder / name).read_text()
        assert text.count(old) == 1, (name, old)
        (folder / name).write_text(text.replace(old, new))


@contextmanager
def launch_replaced(playwright: Playwright, profile: Path, site_port: int, folder: Path) -> Iterator[BrowserContext]:
    """Chromium with an extension that replaces itself at once; started anew where Playwright waits for ever for a page that went with it."""
    with ExitStack() as up:
        for last in (False, False, True):
            try:
                context = up.enter_context(launch(playwright, profile, site_port, extension=folder, timeout=40_000))
                break
            except TimeoutError:
                if last:
                    raise
                for lock in profile.glob("Singleton*"):  # of the one that was killed
                    lock.unlink(missing_ok=True)
        yield context


def test_a_folder_that_was_replaced_runs_with_its_own_worker(
    playwright: Playwright, tmp_path: Path, site_port: int
) -> None:
    folder, profile = tmp_path / "extension", tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(DEVELOPER)
    for version in ("1.0", "2.0", "2.0", "1.0"):  # newer, once more, and back
        put_version(folder, version)
        with launch_replaced(playwright, profile, site_port, folder) as context:
            assert context.browser
            browser = context.browser.new_browser_cdp_session()
            until, made = time.monotonic() + 60, ""
            while made != version:
                assert time.monotonic() < until, f"the worker is still of {made}"
                # one that wakes it: while the extension is replaced Playwright waits for ever for a page of its own
                target = browser.send("Target.createTarget", {"url": f"https://{FACEBOOK.host}/"})
                time.sleep(1)
                browser.send("Target.closeTarget", target)  # hears of new workers, too
                with suppress(Error):  # one that ends as it is asked
                    made = "".join(worker.evaluate("globalThis.made") for worker in context.service_workers)


def wait_loaded(page: Page, address: str) -> None:
    """Opens a page of the extension, which may be on its way back from the last reload."""
    until = time.monotonic() + 30
    while True:
        try:
            page.goto(address)
            return
        except Error:
            assert time.monotonic() < until, "the extension does not come back"
            page.wait_for_timeout(50)


def answer_last_question(composer: Composer, choice: str) -> str:
    """Waits for what the old script asks, and presses the button; gives what was asked."""
    composer.wait_world(f"{DIALOG}?.innerText.includes({json.dumps(NOT_CHECKED[:5])})")
    said: str = composer.world(f"{DIALOG}.innerText")
    button = f"""((one) => {{
      const box = one?.getBoundingClientRect();
      return box && {{x: box.x + box.width / 2, y: box.y + box.height / 2}};
    }})([...({DIALOG}?.querySelectorAll('button') ?? [])].find((one) => one.innerText.includes({json.dumps(choice)})))"""
    place = composer.wait_still(button, choice)
    composer.page.wait_for_timeout(TO_READ if choice == PUBLISH else 0)
    composer.page.mouse.click(place["x"], place["y"])
    composer.wait_world(f"!{DIALOG}")
    return said


def press_post(composer: Composer, way: str) -> None:
    """As a writer does."""
    if way.startswith("click"):
        composer.click_post()
    elif way == "double click":
        composer.page.locator(".post").dblclick()
    else:
        composer.page.keyboard.press(way)


@pytest.mark.parametrize(
    ("way", "choice", "office"),
    [
        ("click", PUBLISH, "warn"),
        ("click", BACK, "hold"),
        ("double click", BACK, "warn"),
        ("Control+Enter", PUBLISH, "warn"),
        ("Control+Enter", BACK, "hold"),
    ],
)
def test_after_a_reload_of_the_extension_the_old_guard_asks_once_and_lets_go(
    reloadable: Reloadable, way: str, choice: str, office: str
) -> None:
    composer, reload = reloadable(flagging(**{WORD: "block"}), whenUnreachable=office)
    composer.open()
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.world(f"void (globalThis.badge = {BADGE})")
    composer.world(OPEN)
    reload()
    press_post(composer, way)
    said = answer_last_question(composer, choice)
    assert RELOAD in said and WORD not in said and (office == "warn") == (PUBLISH in said)
    assert NOT_CHECKED in composer.world("badge.textContent") and composer.marks() == {}
    if choice == BACK:
        assert composer.posts() == []
        composer.page.locator(BOX).click()
        press_post(composer, "click" if way == "double click" else way)
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
    assert composer.world(f"!{DIALOG}")


def test_after_a_reload_of_the_extension_the_badge_claims_nothing_though_nothing_is_typed(
    reloadable: Reloadable,
) -> None:
    composer, reload = reloadable(flagging(**{WORD: "block"}))
    composer.page.goto(f"https://{composer.site.host}/")
    composer.world(HASTY)
    composer.page.locator(BOX).click()
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=[WORD])
    composer.world(f"void (globalThis.badge = {BADGE})")
    reload()
    composer.wait_world(f"badge.textContent.includes('{NOT_CHECKED}')")
    composer.wait_marks()


def test_a_question_under_way_as_the_extension_is_reloaded_is_dropped_without_a_fault(
    reloadable: Reloadable,
) -> None:
    asked, given = threading.Event(), threading.Event()

    def hang(_question: dict[str, object]) -> object:
        asked.set()
        return given.wait(30) and answer("clear")

    composer, reload = reloadable(hang)
    composer.open()
    composer.type("নোটিশ")
    assert asked.wait(30)
    composer.world(OPEN)
    reload()
    composer.type(" আবার")
    composer.click_post()
    assert RELOAD in answer_last_question(composer, PUBLISH)
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
