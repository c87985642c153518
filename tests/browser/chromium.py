"""Chromium with the extension loaded from its folder, and a composer as a writer uses it."""

import json
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, ConsoleMessage, Error, Page, Playwright, ViewportSize
from site_pages import PAGES
from sites import FACEBOOK, Site

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
BINARY = "/usr/bin/chromium"
BOX = FACEBOOK.box
POST = ".post"
PUBLISH_ANYWAY, TO_READ = "তবুও প্রকাশ করুন", 600  # milliseconds until a press on that can be meant
WINDOW: ViewportSize = {"width": 1280, "height": 800}

# In the content script's world, where closed roots open: what we drew, as plain text and as places to click.
DRAWN = """(() => {
  const hosts = [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('jachai-') && one.isConnected);
  const shown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const all = hosts.flatMap((host) => [...(chrome.dom.openOrClosedShadowRoot(host)?.querySelectorAll('*') ?? [])].filter(shown));
  const name = (one) => (one.getAttribute('aria-label') ?? one.innerText ?? '').trim().replace(/\\s+/g, ' ');
  const box = (one) => { const {x, y, width, height} = one.getBoundingClientRect(); return {x: x + width / 2, y: y + height / 2}; };
  return {
    hosts: hosts.map((host) => host.localName),
    text: hosts.map((host) => [...(chrome.dom.openOrClosedShadowRoot(host)?.children ?? [])].filter(shown).map((one) => one.innerText ?? '').join('\\n')).join('\\n'),
    dialogs: all.filter((one) => one.matches('dialog, [role=dialog], [role=alertdialog]')).map((one) => one.innerText),
    buttons: all.filter((one) => one.matches('button, [role=button]')).map((one) => ({name: name(one), said: (one.innerText ?? '').trim(), ...box(one)})),
  };
})()"""

# In the same world: how late it is, in milliseconds, for what looks at the clock, and when what is pressed from now on was pressed.
CLOCK = """((now, pressed) => {
  performance.now = () => now;
  Object.defineProperty(Event.prototype, 'timeStamp', {get: () => pressed, configurable: true});
})(%d, %d)"""

# In any world: until what is drawn now is to be seen, before which a press on it counts for none.
PAINTED = "new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))"

# In the same world: the second and a half that a writer is kept waiting at Post lasts half a minute.
PATIENT = """void ((wait) => {
  globalThis.setTimeout = (act, delay, ...more) => wait(act, delay === 1_500 ? 30_000 : delay, ...more);
})(setTimeout)"""


@contextmanager
def launch(
    playwright: Playwright,
    profile: Path,
    site_port: int,
    *more: str,
    extension: Path = EXTENSION,
    headless: bool = True,
    without: Sequence[str] = (),
    timeout: int = 120_000,
) -> Iterator[BrowserContext]:
    """A fresh profile, in an office's time zone; no host but the test site and loopback can be reached, nor there the default server.

    `more`: arguments beside ours; `without`: those of Playwright's own that are left out; `timeout`: in
    milliseconds, until it has to be up.
    """
    arguments = [
        f"--disable-extensions-except={extension}",
        f"--load-extension={extension}",
        f"--host-resolver-rules={', '.join(f'MAP {host} 127.0.0.1:{site_port}' for host in PAGES)},"
        " MAP 127.0.0.1:8420 127.0.0.1:9, MAP 127.0.0.1 127.0.0.1, MAP * ~NOTFOUND",  # 8420: `make run` may be up
        "--ignore-certificate-errors",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-gpu",
        "--animation-duration-scale=0",  # of the browser's own tabs and buttons, which nobody sees here
        "--renderer-process-limit=1",  # a process for each page of a test is most of what the page costs
        *more,
    ]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=BINARY,
        headless=headless,
        args=arguments,
        ignore_default_args=list(without),
        chromium_sandbox=False,
        viewport=WINDOW,
        env={**os.environ, "TZ": "Asia/Dhaka"},
        timeout=timeout,
    )
    yield context
    context.close()


@contextmanager
def tab(context: BrowserContext) -> Iterator[Page]:
    """A page for one test."""
    page = context.new_page()
    try:
        yield page
    finally:
        page.close()


class KeptTab:
    """One tab for test after test, each of which loads its page anew: a new tab costs half of what a test does."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page | None = None

    @contextmanager
    def lent(self) -> Iterator[Page]:
        """For one test; it comes back empty, so that nothing there asks the next test's server."""
        page = self.page if self.page and not self.page.is_closed() else self.context.new_page()
        self.page = None  # what a fault left in it, no other test meets
        page.bring_to_front()  # the process of a tab behind another is a slow one
        try:
            yield page
        except BaseException:
            page.close()  # a draft left open there would be asked about in the tests to come
            raise
        if page.is_closed():
            return
        page.goto("about:blank")
        page.unroute_all()
        page.set_viewport_size(WINDOW)
        page.emulate_media(color_scheme="light", reduced_motion="no-preference", forced_colors="none")
        self.page = page


def extension_origin(context: BrowserContext) -> str:
    """chrome-extension://ID, known once the worker has started."""
    worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
    return worker.url.removesuffix("/background/main.js")


class Faults(list[str]):
    """What a page's scripts throw, and what its console calls by one of `kinds`, until it is let go."""

    def __init__(self, page: Page, *kinds: str) -> None:
        super().__init__()
        self.page = page
        self.kinds = kinds
        page.on("pageerror", self.note_error)
        page.on("console", self.note_line)

    def note_error(self, error: Error) -> None:
        self.append(str(error))

    def note_line(self, line: ConsoleMessage) -> None:
        if line.type in self.kinds:
            self.append(line.text)

    def let_go(self) -> None:
        self.page.remove_listener("pageerror", self.note_error)
        self.page.remove_listener("console", self.note_line)


class ContentWorld:
    """Evaluates in the isolated world of the content scripts, in the page's main frame."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.contexts: list[dict[str, Any]] = []
        self.session.on("Runtime.executionContextCreated", lambda event: self.contexts.append(event["context"]))
        self.session.on("Runtime.executionContextsCleared", lambda _event: self.contexts.clear())
        self.session.send("Runtime.enable")

    def __call__(self, expression: str) -> Any:
        until = time.monotonic() + 30
        while not (ours := [one for one in self.contexts if one["origin"].startswith("chrome-extension://")]):
            assert time.monotonic() < until, "no content script in the page"
            self.page.wait_for_timeout(20)  # hears of new worlds meanwhile
        reply = self.session.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": ours[-1]["id"],
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")


class Composer:
    """The writer at a page like a platform's: types, presses, and sees what we draw."""

    def __init__(self, page: Page, site: Site = FACEBOOK) -> None:
        self.page = page
        self.site = site
        self.faults = Faults(page, "error")
        self.world = ContentWorld(page)
        self.is_patient = False

    def open(self, query: str = "") -> "Composer":
        """Loads the page with the dialog open and the caret in it."""
        self.page.goto(f"https://{self.site.host}/{query or self.site.query}")
        self.page.locator(self.site.box).first.click()
        if self.is_patient:
            self.world(PATIENT)
        return self

    def leave(self) -> None:
        """Lets go of the page, which is another's now."""
        self.faults.let_go()
        self.world.session.detach()

    def wait_patiently(self) -> None:
        """From now on Post waits for the server's answer also on a machine that takes its time: how long is another test's question."""
        self.is_patient = True
        self.world(PATIENT)

    def set_clock(self, now: int, pressed: int) -> None:
        """It is so late from now on, and what is pressed was pressed then: earlier, where the page was too busy to hear of it."""
        self.world(CLOCK % (now, pressed))

    def type(self, text: str) -> None:
        """Key by key where the keyboard has the letter, else a word at a time, as an input method puts it; a newline is the site's key for it."""
        for run in re.findall(r"\n|[ -~]+|[^\n -~]+", text):
            if run == "\n":
                self.page.keyboard.press(self.site.newline)
            elif run.isascii():
                self.page.keyboard.type(run)
            else:
                self.page.keyboard.insert_text(run)

    def spell(self, text: str) -> None:
        """Types letter by letter."""
        for letter in text:
            self.type(letter)

    def key(self, key: str) -> None:
        """A key in the composer; "Enter on the button" moves the focus there first."""
        name, _, on_button = key.partition(" on ")
        if on_button:
            self.page.locator(POST).focus()
        self.page.keyboard.press(name)

    def swap(self) -> None:
        """The page draws its editor anew, in another element, with the same text."""
        old, text = self.page.locator(self.site.box).first.element_handle(), self.draft()
        self.page.evaluate("swap()")
        self.page.wait_for_function("([old, text]) => !old.isConnected && draft() === text", arg=[old, text])
        self.page.locator(self.site.box).first.click()
        self.page.keyboard.press("Control+End")

    def draft(self) -> str:
        """The text of the editor's own state."""
        return self.page.evaluate("draft()")

    def wait_draft(self, text: str) -> None:
        """Waits until the editor's own state is this text."""
        self.page.wait_for_function("(text) => draft() === text", arg=text)

    def html(self) -> str:
        """The editor's DOM, which we must never change."""
        return self.page.locator(self.site.box).first.evaluate("(box) => box.outerHTML")

    def posts(self) -> list[dict[str, str]]:
        """What the page published."""
        return self.page.evaluate("posts")

    def seen(self) -> list[str]:
        """Events at Post that reached the page."""
        return self.page.evaluate("seen")

    def marks(self) -> dict[str, list[str]]:
        """The underlined words by severity, as the page's own registry has them, or the mirror of a textarea."""
        return self.world(MIRRORED) if self.site.mirrored else self.page.evaluate(MARKS)

    def looks_underlined(self) -> bool:
        """Whether the marks have a look where the composer is, in a shadow root too."""
        box = self.page.locator(self.site.box).first
        return self.site.mirrored or "wavy" in box.evaluate(f"(box) => {LOOK}")

    def wait_marks(self, **wanted: list[str]) -> None:
        """Waits until exactly these words are underlined: wait_marks(block=["..."])."""
        if self.site.mirrored:
            self.wait_world(f"JSON.stringify({MIRRORED}) === {as_json(as_json(wanted))}")
            return
        self.page.wait_for_function(f"(wanted) => JSON.stringify({MARKS}) === wanted", arg=as_json(wanted))

    def drawn(self) -> dict[str, Any]:
        """What we draw now: hosts, text, dialogs, buttons."""
        return self.world(DRAWN)

    def wait_world(self, test: str) -> None:
        """Waits until an expression holds in the content script's world."""
        self.world(f"""new Promise((resolve, reject) => {{
          const until = Date.now() + 30_000;
          (function look() {{
            if ({test}) resolve();
            else if (Date.now() > until) reject(new Error({as_json(test)}));
            else setTimeout(look, 20);
          }})();
        }})""")

    def wait_drawn(self, test: str, what: str) -> dict[str, Any]:
        """Waits for a state of what we draw, and gives it; `test` is JavaScript over `drawn`."""
        found: dict[str, Any] = self.world(f"""new Promise((resolve, reject) => {{
          const until = Date.now() + 30_000;
          (function look() {{
            const drawn = {DRAWN};
            if ({test}) resolve(drawn);
            else if (Date.now() > until) reject(new Error({as_json(what)} + ' is not shown: ' + JSON.stringify(drawn)));
            else setTimeout(look, 20);
          }})();
        }})""")
        return found

    def wait_text(self, text: str) -> None:
        """Waits until we show this text."""
        self.wait_drawn(f"drawn.text.includes({as_json(text)})", text)

    def wait_dialog(self, text: str) -> str:
        """Waits for our dialog with this text; gives all of it."""
        drawn = self.wait_drawn(f"drawn.dialogs.some((one) => one.includes({as_json(text)}))", text)
        self.wait_painted()
        return next(one for one in drawn["dialogs"] if text in one)

    def wait_painted(self) -> None:
        """Waits until what is drawn now is to be seen."""
        self.world(PAINTED)

    def wait_no_dialog(self) -> None:
        """Waits until no dialog of ours is shown."""
        self.wait_drawn("drawn.dialogs.length === 0", "no dialog")

    def press(self, name: str) -> None:
        """A real click on a button of ours; a question is read first."""
        place = self.place_of(name)
        if name == PUBLISH_ANYWAY:
            self.page.wait_for_timeout(TO_READ)
            place = self.place_of(name)
        self.page.mouse.click(place["x"], place["y"])

    def place_of(self, name: str) -> dict[str, float]:
        """Where a button of ours is, once it is there and still."""
        match = f"one.name.includes({as_json(name)}) || one.said.includes({as_json(name)})"
        return self.wait_still(f"{DRAWN}.buttons.find((one) => {match})", name)

    def wait_still(self, found: str, what: str) -> dict[str, float]:
        """Waits until what this JavaScript finds, with x and y, lies where it lay a moment before; gives the place."""
        place: dict[str, float] = self.world(f"""new Promise((resolve, reject) => {{
          const until = Date.now() + 30000;
          let last = '';
          (function look() {{
            const one = {found};
            const place = one ? JSON.stringify({{x: one.x, y: one.y}}) : '';
            if (place && place === last) resolve({PAINTED}.then(() => JSON.parse(place)));
            else if (Date.now() > until) reject(new Error({as_json(what)} + ' is not shown, or never still'));
            else {{
              last = place;
              setTimeout(look, 40);
            }}
          }})();
        }})""")
        return place

    def open_panel(self) -> None:
        """A click on the badge."""
        self.press("যাচাইয়ের ফলাফল দেখুন")

    def press_words(self) -> None:
        """A real click on words of the panel: its title."""
        place = self.wait_still(f"{DRAWN}.buttons.find((one) => one.name === 'বন্ধ করুন')", "the panel's head")
        self.page.mouse.click(place["x"] - 150, place["y"])

    def click_post(self) -> None:
        """A real click on Post, wherever it is."""
        self.page.locator(POST).scroll_into_view_if_needed()
        box = self.page.locator(POST).bounding_box()
        assert box
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def wait_posts(self, count: int) -> list[dict[str, str]]:
        """Waits until the page published so many times."""
        self.page.wait_for_function("(count) => posts.length >= count", arg=count)
        return self.posts()


MARKS = """Object.fromEntries([...CSS.highlights].filter(([name]) => /^jachai-(block|warn|advise)$/.test(name))
  .map(([name, ranges]) => [name.slice(7), [...ranges].filter((range) => !range.collapsed)
    .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other)).map(String)])
  .filter(([, words]) => words.length).sort())"""


LOOK = "getComputedStyle(box, '::highlight(jachai-warn)').textDecoration"
MIRRORED = """((root) => {
  const marks = {};
  for (const mark of root?.querySelectorAll('u') ?? []) (marks[mark.className] ??= []).push(mark.textContent);
  return Object.fromEntries(Object.entries(marks).sort());
})(globalThis.chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-mirror') ?? document.body))"""


def as_json(value: Any) -> str:
    """As JSON.stringify writes it, keys sorted."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
