"""Firefox ESR with the extension as a temporary add-on, driven by Marionette (no other driver is needed)."""

import json
import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from chromium import CLOCK, EXTENSION, LOOK, MARKS, PAINTED, PATIENT, PUBLISH_ANYWAY, TO_READ
from site_pages import PAGES
from sites import FACEBOOK, Site

from tests.conftest import free_port

with warnings.catch_warnings():
    # of a package that marionette_driver asks for the system's name
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver.addons import Addons
    from marionette_driver.by import By as By  # for the tests
    from marionette_driver.keys import Keys
    from marionette_driver.marionette import ActionSequence, Marionette

BINARY = "/usr/bin/firefox-esr"
ADDON = json.loads((EXTENSION / "manifest.json").read_text())["browser_specific_settings"]["gecko"]["id"]
PATIENCE = 30  # seconds

PREFERENCES = {
    "network.dns.localDomains": ",".join(PAGES),  # every other name stays unknown, see below
    "network.proxy.type": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.enabled": False,
    "extensions.update.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/none",
    # What takes time and is seen by no test:
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.sessionstore.interval": 3_600_000,  # milliseconds
    "browser.startup.page": 0,
    "dom.ipc.processPrelaunch.enabled": False,
    "layout.frame_rate": 30,
    "network.predictor.enabled": False,
    "network.prefetch-next": False,
    "toolkit.cosmeticAnimations.enabled": False,
}

# Needs the system principal, to which closed roots open.
DRAWN = """
  const shown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const hosts = [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('jachai-'));
  const inside = hosts.flatMap((host) => [...(host.openOrClosedShadowRoot?.querySelectorAll('*') ?? [])].filter(shown));
  return {
    text: inside.map((one) => one.childElementCount ? '' : one.textContent).join(' '),
    dialogs: inside.filter((one) => one.matches('dialog')).map((one) => one.innerText),
    buttons: inside.filter((one) => one.matches('button')).map((one) => {
      const {x, y, width, height} = one.getBoundingClientRect();
      return {name: one.getAttribute('aria-label') ?? one.innerText, x: Math.round(x + width / 2), y: Math.round(y + height / 2)};
    }),
  };
"""

FIND = "((selector) => { const shadow = %s; return (shadow ? document.querySelector(shadow)?.shadowRoot : document)?.querySelector(selector); })"
MIDDLE = """((element) => {
  const {x, y, width, height} = element?.getBoundingClientRect() ?? {};
  return JSON.stringify(width && height ? [Math.round(x + width / 2), Math.round(y + height / 2)] : null);
})"""
NAMED = {
    "Enter": Keys.ENTER,
    "Control": Keys.CONTROL,
    "Shift": Keys.SHIFT,
    "Space": " ",
    "End": Keys.END,
    "Escape": Keys.ESCAPE,
}

REGISTERED = """
  const done = arguments[0];
  window.wrappedJSObject.browser.scripting.getRegisteredContentScripts().then((scripts) => done(scripts.length > 0));
"""
# In the content scripts' own world, which the system's opens.
IN_CONTENT = """
  const {ExtensionContent} = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  return Cu.evalInSandbox(arguments[1], ExtensionContent.getContextByExtensionId(arguments[0], window).sandbox);
"""
MIRRORED = """
  const marks = {};
  for (const mark of document.querySelector('jachai-mirror')?.openOrClosedShadowRoot.querySelectorAll('u') ?? []) (marks[mark.className] ??= []).push(mark.textContent);
  return marks;
"""


def wait_for(look: Callable[[], Any], fault: Callable[[], str]) -> Any:
    """Looks until there is something; Marionette has no waiting of its own inside the page."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < until, fault()
        time.sleep(0.02)
    return found


class FirefoxComposer:
    """The writer at a page like a platform's, in Firefox."""

    def __init__(self, marionette: Marionette, port: int, site: Site = FACEBOOK) -> None:
        self.marionette = marionette
        self.port = port
        self.site = site

    def open(self, query: str = "") -> "FirefoxComposer":
        """Loads the page and puts the caret into the composer."""
        self.marionette.navigate(f"https://{self.site.host}:{self.port}/{query or self.site.query}")
        self.enter()
        return self

    def wait_patiently(self) -> None:
        """On this page Post waits for the server's answer also on a machine that takes its time: how long is no question of ours."""
        self.world(PATIENT)

    def world(self, expression: str) -> Any:
        """Evaluates in the world of the content scripts."""
        return self.marionette.execute_script(IN_CONTENT, script_args=[ADDON, expression], sandbox="system")

    def set_clock(self, now: int, pressed: int) -> None:
        """It is so late from now on, and what is pressed was pressed then: earlier, where the page was too busy to hear of it."""
        self.world(CLOCK % (now, pressed))

    def enter(self) -> None:
        """A click into the composer."""
        self.click(self.site.box)

    def click(self, selector: str) -> None:
        """A real click in the middle of the first such element, in the site's shadow root too."""
        self.click_at(*self.wait_still(lambda: json.loads(self.js(f"{MIDDLE}({self.find(selector)})")), selector))

    def find(self, selector: str) -> str:
        """JavaScript for the first such element, in the site's shadow root too."""
        return f"{FIND % json.dumps(self.site.shadow)}({json.dumps(selector)})"

    def type(self, text: str) -> None:
        """Key by key; a newline is the site's key for it."""
        for index, line in enumerate(text.split("\n")):
            if index:
                self.key(self.site.newline)
            if line:
                self.keys(*line)

    spell = type  # as an input method would not

    def key(self, key: str) -> None:
        """A key in the composer; "Enter on the button" moves the focus there first."""
        name, _, on_button = key.partition(" on ")
        if on_button:
            self.js(f"{self.find('.post')}.focus()")
        *held, last = name.split("+")
        self.keys(NAMED.get(last, last), held="".join(NAMED[one] for one in held))

    def keys(self, *keys: str, held: str = "") -> None:
        """Presses keys one after the other, with one held down all the while."""
        actions = ActionSequence(self.marionette, "key", "keyboard")
        if held:
            actions.key_down(held)
        for key in keys:
            actions.key_down(key)
            actions.key_up(key)
        if held:
            actions.key_up(held)
        actions.perform()

    def swap(self) -> None:
        """The page draws its editor anew, in another element, with the same text."""
        text = self.draft()
        self.js(f"window.boxBefore = {self.find(self.site.box)}; void swap()")
        self.wait(lambda: self.js("!boxBefore.isConnected") and self.draft() == text, "an editor drawn anew")
        self.enter()
        self.key("Control+End")

    def js(self, script: str) -> Any:
        """A value from the page's own world."""
        return self.marionette.execute_script(f"return window.wrappedJSObject.eval({json.dumps(script)})")

    def posts(self) -> list[dict[str, str]]:
        """What the page published."""
        posts: list[dict[str, str]] = json.loads(self.js("JSON.stringify(posts)"))
        return posts

    def wait_posts(self, count: int) -> list[dict[str, str]]:
        """Waits until the page published so many times."""
        self.wait(lambda: len(self.posts()) >= count, "a post")
        return self.posts()

    def draft(self) -> str:
        """The text of the editor's own state."""
        text: str = self.js("draft()")
        return text

    def seen(self) -> list[str]:
        """Events at Post that reached the page."""
        events: list[str] = json.loads(self.js("JSON.stringify(seen)"))
        return events

    def marks(self) -> dict[str, list[str]]:
        """The underlined words by severity, of a textarea those of its mirror."""
        if self.site.mirrored:
            mirrored: dict[str, list[str]] = self.marionette.execute_script(MIRRORED, sandbox="system")
            return mirrored
        marks: dict[str, list[str]] = json.loads(self.js(f"JSON.stringify({MARKS})"))
        return marks

    def looks_underlined(self) -> bool:
        """Whether the marks have a look where the composer is, in a shadow root too."""
        return self.site.mirrored or "wavy" in self.js(f"((box) => {LOOK})({self.find(self.site.box)})")

    def drawn(self) -> dict[str, Any]:
        """What we draw: text, dialogs, buttons."""
        drawn: dict[str, Any] = self.marionette.execute_script(DRAWN, sandbox="system")
        return drawn

    def press(self, name: str) -> None:
        """A real click on a button of ours; a question is read first."""
        at = self.place_of(name)
        if name == PUBLISH_ANYWAY:
            time.sleep(TO_READ / 1000)
            at = self.place_of(name)
        self.click_at(*at)

    def place_of(self, name: str) -> list[int]:
        """Where a button of ours is, once it is there and still."""

        def place() -> list[int] | None:
            found = [one for one in self.drawn()["buttons"] if name in one["name"]]
            return [found[0]["x"], found[0]["y"]] if found else None

        return self.wait_still(place, name)

    def wait_painted(self) -> None:
        """Waits until what is drawn now is to be seen, before which a press on it counts for none."""
        self.marionette.execute_async_script(f"{PAINTED}.then(arguments[0])", sandbox="system")

    def wait_still(self, look: Callable[[], list[int] | None], what: str) -> list[int]:
        """Waits until a place is where it was a moment before, and painted; gives it."""
        last: list[list[int] | None] = [None]

        def still() -> list[int] | None:
            before, last[0] = last[0], look()
            return last[0] if last[0] == before else None

        place: list[int] = self.wait(still, what)
        self.wait_painted()
        return place

    def click_post(self) -> None:
        """A real click on Post."""
        self.click(".post")

    def wait_no_dialog(self) -> None:
        """Waits until no dialog of ours is shown."""
        self.wait(lambda: not self.drawn()["dialogs"], "no dialog")

    def open_panel(self) -> None:
        """A click on the badge."""
        self.press("যাচাইয়ের ফলাফল দেখুন")

    def wait_draft(self, text: str) -> None:
        """Waits until the editor's own state is this text."""
        self.wait(lambda: self.draft() == text, f"the draft {text!r}")

    def click_at(self, x: int, y: int) -> None:
        """A real click at a point of the viewport, in CSS px."""
        actions = ActionSequence(self.marionette, "pointer", "mouse", {"pointerType": "mouse"})
        actions.pointer_move(x, y)
        actions.pointer_down()
        actions.pointer_up()
        actions.perform()

    def wait(self, look: Callable[[], Any], what: str) -> Any:
        """Looks until there is something."""
        return wait_for(look, lambda: f"{what} is not there: {self.drawn()}, {self.marks()}, {self.draft()!r}")

    def wait_marks(self, **wanted: list[str]) -> None:
        """Waits until exactly these words are underlined."""
        self.wait(lambda: self.marks() == wanted, f"underline {wanted}")

    def wait_text(self, text: str) -> None:
        """Waits until we show this text."""
        self.wait(lambda: text in self.drawn()["text"], text)

    def wait_drawn(self, text: str) -> str:
        """Waits until we show this text; gives all that we show. Asks the page's own world for nothing."""
        return str(
            wait_for(
                lambda: text in (shown := self.drawn()["text"]) and shown,
                lambda: f"{text} is not shown: {self.drawn()}",
            )
        )

    def wait_dialog(self, text: str) -> str:
        """Waits for our dialog with this text; gives all of it."""
        found: list[str] = self.wait(lambda: [one for one in self.drawn()["dialogs"] if text in one], text)
        self.wait_painted()
        return found[0]


class FirefoxExtension:
    """The add-on in the browser: its pages' origin, and its settings."""

    def __init__(self, marionette: Marionette) -> None:
        self.marionette = marionette
        with marionette.using_context("chrome"):
            host = marionette.execute_script(
                "return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname", script_args=[ADDON]
            )
        self.origin = f"moz-extension://{host}"

    def set(self, **settings: str) -> None:
        """All settings anew, written by a page of the extension."""
        self.marionette.navigate(f"{self.origin}/options/options.html")
        outcome = self.marionette.execute_async_script(
            """
            const [settings, done] = [arguments[0], arguments[arguments.length - 1]];
            const { browser } = window.wrappedJSObject;
            const storage = browser.storage.local;
            storage.clear().then(() => storage.set(Cu.cloneInto({settings}, window))).then(() => done('kept'), (error) => done(String(error)));
            """,
            script_args=[settings],
            sandbox="system",
        )
        assert outcome == "kept", outcome

    def wait_office(self) -> None:
        """The options ask the office once they are set; waits until its answer is kept, so that no page is told of it later."""
        asked = """window.wrappedJSObject.browser.storage.local.get().then(({office, settings}) => {
          arguments[0](JSON.stringify({of: office?.of, ...settings}));
        });"""

        def is_known() -> bool:
            kept = json.loads(self.marionette.execute_async_script(asked, sandbox="system"))
            office = [kept.get(name, "") for name in ("serverUrl", "token", "institution")]
            return bool(kept.get("of") == sha256(json.dumps(office, separators=(",", ":")).encode()).hexdigest())

        wait_for(is_known, lambda: "the office is not known")


@contextmanager
def launch(profile_folder: Path, managed: dict[str, Any] | None = None) -> Iterator[Marionette]:
    """A headless Firefox with the extension, and with what a policy sets for it."""
    with home(profile_folder, managed or {}):
        marionette = Marionette(
            bin=BINARY,
            headless=True,
            port=free_port(),
            prefs=PREFERENCES,
            workspace=str(profile_folder),
            gecko_log=str(profile_folder / "log"),
        )
    try:
        marionette.start_session({"acceptInsecureCerts": True})
        marionette.timeout.script = PATIENCE
        Addons(marionette).install(str(EXTENSION), temp=True)
        yield marionette
    finally:
        marionette.cleanup()


@contextmanager
def home(folder: Path, managed: dict[str, Any]) -> Iterator[None]:
    """A home folder of its own, in which Firefox looks for managed settings."""
    manifests = folder / ".mozilla" / "managed-storage"
    manifests.mkdir(parents=True)
    manifest = {"name": ADDON, "description": "for the tests", "type": "storage", "data": managed}
    if managed:
        (manifests / f"{ADDON}.json").write_text(json.dumps(manifest))
    before = os.environ["HOME"]
    os.environ["HOME"] = str(folder)
    try:
        yield
    finally:
        os.environ["HOME"] = before


def grant(marionette: Marionette, pattern: str, granted: bool = True) -> None:
    """What a user grants by a click in the browser's own question, or takes back in its settings, for a site that IT names."""
    change_grant(marionette, pattern, granted)
    marionette.navigate(f"{FirefoxExtension(marionette).origin}/options/options.html")
    wait_for(lambda: is_registered(marionette) == granted, lambda: "not as granted")


def change_grant(marionette: Marionette, pattern: str, granted: bool) -> None:
    """The same for any host."""
    with marionette.using_context("chrome"):
        marionette.execute_async_script(
            """const [id, way, origins, done] = arguments;
            const {ExtensionPermissions} = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
            ExtensionPermissions[way](id, {permissions: [], origins}, WebExtensionPolicy.getByID(id).extension).then(done);""",
            script_args=[ADDON, "add" if granted else "remove", [pattern]],
        )


def is_registered(marionette: Marionette) -> bool:
    """Whether our scripts run on a named site from now on; asked in a page of the extension."""
    found: bool = marionette.execute_async_script(REGISTERED, sandbox="system")
    return found
