"""What a screen reader is told in a real Chromium, and what its presses do: `make test-screen-reader`.

Apart from the tests, since it needs a window and an accessibility bus of its own. Its presses are trusted, and told at the
middle of what may lie clipped under something else.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import POST, Composer, extension_origin, launch
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Playwright
from scripted_server import ScriptedServer, flagging

pytestmark = pytest.mark.browser

ASSISTIVE = Path(__file__).with_name("assistive.py")
CLAUSE, PUBLISH = "অনুচ্ছেদটি পড়ুন", "তবুও প্রকাশ করুন"
BADGE = "যাচাইয়ের ফলাফল দেখুন"
CURES = {
    "কুলাঙ্গার": "ব্যক্তি", "দালাল": "প্রতিনিধি", "চামচা": "অনুসারী", "বেহায়া": "অনমনীয়", "মূর্খ": "অনভিজ্ঞ", "চোর": "অভিযুক্ত",
    "ডাকাত": "আসামি", "ভণ্ড": "প্রার্থী",
}  # fmt: skip
ABUSE = tuple(CURES)


def assist(*arguments: str) -> str:
    """What came of one run of `assistive.py`."""
    run = subprocess.run(["/usr/bin/python3", ASSISTIVE, *arguments], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.fixture(scope="module", autouse=True)
def bus() -> Iterator[None]:
    """A window system and an accessibility bus of our own."""
    dbus = shutil.which("dbus-daemon") or "dbus-daemon"
    with pytest.MonkeyPatch.context() as patch:
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"], stdout=subprocess.PIPE, text=True
        )
        daemon = subprocess.Popen(
            [dbus, "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert screen.stdout and daemon.stdout
        patch.setenv("DISPLAY", f":{screen.stdout.readline().strip()}")
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        patch.setenv("ACCESSIBILITY_ENABLED", "1")
        launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env={**os.environ})
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            status = [
                "org.freedesktop.DBus.Properties.Set",
                "string:org.a11y.Status",
                f"string:{name}",
                "variant:boolean:true",
            ]
            send = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", *status]
            subprocess.run(send, check=True, stdout=subprocess.DEVNULL)
        yield
        for process in (launcher, daemon, screen):
            process.terminate()
            process.wait(timeout=10)
            if process.stdout:
                process.stdout.close()


@pytest.fixture(scope="module")
def read(
    bus: None, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory, site_port: int
) -> Iterator[BrowserContext]:
    """A browser that a screen reader reads."""
    told = {"headless": False, "without": ["--disable-renderer-accessibility"]}
    with launch(
        playwright, tmp_path_factory.mktemp("read"), site_port, "--force-renderer-accessibility", **told
    ) as context:
        context.set_default_timeout(30_000)
        yield context


@pytest.fixture
def settings(read: BrowserContext) -> Iterator[Extension]:
    page = read.new_page()
    page.goto(f"{extension_origin(read)}/options/options.html")
    yield Extension(page)
    page.close()


@pytest.fixture
def server(settings: Extension) -> Iterator[ScriptedServer]:
    server = ScriptedServer()
    server.script = flagging(CURES, **dict.fromkeys(ABUSE, "warn"))
    settings.set(serverUrl=server.url)
    settings.wait_office(server.office["name"])
    yield server
    server.stop()


@pytest.fixture
def composer(read: BrowserContext, server: ScriptedServer) -> Iterator[Composer]:
    page = read.new_page()
    page.bring_to_front()
    yield Composer(page).open()
    page.close()


def test_every_cure_of_a_long_panel_can_be_pressed(composer: Composer) -> None:
    composer.type(" আর ".join(ABUSE))
    composer.page.keyboard.press("Alt+j")
    composer.wait_drawn(f"drawn.buttons.some((one) => one.name === '{CURES[ABUSE[-1]]}')", "the last cure")
    for cure in reversed(CURES.values()):  # from the last one up: it lies below what is seen of the panel
        assist("press", cure)
        composer.page.wait_for_function("(cure) => draft().includes(cure)", arg=cure)
        composer.wait_drawn(f"drawn.buttons.every((one) => one.name !== '{cure}')", "the cards that are left")


def test_a_press_on_what_lies_clipped_under_the_choices_publishes_nothing(composer: Composer) -> None:
    composer.page.set_viewport_size({"width": 380, "height": 700})
    composer.type(f"এই {' '.join(ABUSE[:3])}")
    composer.wait_drawn("drawn.hosts.includes('jachai-badge')", "the badge")
    composer.wait_marks(warn=list(ABUSE[:3]))
    composer.page.locator(POST).click()
    composer.wait_dialog(PUBLISH)
    under = """(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-dialog'));
      const button = root.querySelector('.publish').getBoundingClientRect();
      const middles = [...root.querySelectorAll('summary')].map((one) => one.getBoundingClientRect()).map((box) => box.y + box.height / 2);
      return middles.findIndex((y) => y > button.top + 4 && y < button.bottom - 4);
    })()"""
    for height in range(700, 300, -6):
        composer.page.set_viewport_size({"width": 380, "height": height})
        number = composer.world(under)
        if number >= 0:
            break
    assert number >= 0, "no clause lies under the button that publishes: make the window another size"
    assist("press", CLAUSE, str(number))
    composer.wait_world(
        f"""chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-dialog')).querySelectorAll('details')[{number}].open"""
    )
    assert composer.posts() == []


def test_the_badge_leads_to_the_panel_and_a_second_press_does_not_close_it(composer: Composer) -> None:
    composer.type(f"ওই {ABUSE[0]}")
    composer.wait_marks(warn=[ABUSE[0]])
    inside = (
        "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel'))?.activeElement?.localName === 'h2'"
    )
    for _ in range(2):
        assist("press", BADGE)
        composer.wait_world(inside)


def test_other_words_of_the_same_count_are_told_anew(composer: Composer) -> None:
    with subprocess.Popen(["/usr/bin/python3", ASSISTIVE, "told", "12"], stdout=subprocess.PIPE, text=True) as hearing:
        assert hearing.stdout and hearing.stdout.readline().strip() == "listening"
        composer.type(f"ওই {ABUSE[0]}")
        composer.wait_marks(warn=[ABUSE[0]])
        for _ in ABUSE[0]:
            composer.page.keyboard.press("Backspace")
        composer.type(ABUSE[1])
        composer.wait_marks(warn=[ABUSE[1]])
        lines = hearing.stdout.read().splitlines()
    told = [line for line in lines if line.startswith("told:") and "১টি" in line]
    assert len(told) >= 2, lines
