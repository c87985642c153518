"""The popup where Firefox really shows it: below the toolbar's icon, in a panel that stays until it is closed."""

from collections.abc import Iterator
from typing import Any

import pytest
from firefox import ADDON, FirefoxExtension, Marionette, wait_for
from scripted_server import ScriptedServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

AREA = """
  const {CustomizableUI} = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  return CustomizableUI.getPlacementOfWidget(arguments[0].replace(/[^a-z0-9_-]/g, '_') + '-browser-action')?.area;
"""
OPEN = """
  const [id, done] = arguments;
  const {ExtensionParent} = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).openPopup(window, true).then(() => done());
"""
# The panel's browser runs in another process, which a frame script reaches; one that is not there yet, or no longer, answers nothing.
INSIDE = """
  const [script, done] = arguments;
  const {messageManager} = [...document.querySelectorAll('.webextension-popup-browser')].at(-1) ?? {};
  const name = `told ${Math.random()}`;
  messageManager?.addMessageListener(name, ({data}) => done(data));
  const told = `sendAsyncMessage('${name}', ((window, document) => { ${script} })(content, content.document))`;
  messageManager?.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(told), false);
  window.setTimeout(() => done(null), 2_000);
"""
PANELS = "return document.querySelectorAll('.webextension-popup-browser').length"
CLOSE = "for (const one of document.querySelectorAll('.webextension-popup-browser')) one.closest('panel').hidePopup();"
# Always the user's own colours, as "Manage Colors" of the settings has them.
OWN_COLOURS: dict[str, Any] = {
    "browser.display.document_color_use": 2,
    "browser.display.foreground_color": "#ffffff",
    "browser.display.background_color": "#000000",
}
ARE_OWN = "return window.matchMedia('(forced-colors: active)').matches"
LETTERS = """
  const seen = (one) => ({letters: window.getComputedStyle(one).color, ground: window.getComputedStyle(one).backgroundColor});
  return [...document.querySelectorAll('button:not([hidden]), select')].map(seen);
"""


class Popup:
    """The panel below the icon."""

    def __init__(self, marionette: Marionette) -> None:
        self.marionette = marionette
        with marionette.using_context("chrome"):
            marionette.execute_async_script(OPEN, script_args=[ADDON])
        wait_for(
            lambda: self.js("return document.querySelector('#server')?.dataset.state") == "reachable",
            lambda: "no popup",
        )

    def js(self, script: str) -> Any:
        """A value from the popup, None where it does not answer."""
        with self.marionette.using_context("chrome"):
            return self.marionette.execute_async_script(INSIDE, script_args=[script])

    def is_open(self) -> bool:
        """Whether it is still there."""
        with self.marionette.using_context("chrome"):
            return bool(self.marionette.execute_script(PANELS))


@pytest.fixture
def popup(marionette: Marionette) -> Iterator[Popup]:
    """The open popup of an office whose server answers."""
    server = ScriptedServer()
    addon = FirefoxExtension(marionette)
    addon.set(serverUrl=server.url)
    addon.wait_office()
    marionette.navigate("about:blank")  # else the settings are open already
    here, before = marionette.current_window_handle, set(marionette.window_handles)
    yield Popup(marionette)
    with marionette.using_context("chrome"):
        marionette.execute_script(CLOSE)
    for opened in set(marionette.window_handles) - before:
        marionette.switch_to_window(opened)
        marionette.close()
    marionette.switch_to_window(here)
    server.stop()


def test_the_icon_that_warns_stands_in_the_toolbar(marionette: Marionette) -> None:
    with marionette.using_context("chrome"):
        assert marionette.execute_script(AREA, script_args=[ADDON]) == "nav-bar"


@pytest.mark.parametrize(
    ("id", "path"), [("options", "/options/"), ("welcome", "/welcome/"), ("practice", "/practice/")]
)
def test_the_popup_does_not_stay_over_what_it_opened(marionette: Marionette, popup: Popup, id: str, path: str) -> None:
    before = set(marionette.window_handles)
    popup.js(f"document.querySelector('#{id}').click()")
    [opened] = wait_for(lambda: set(marionette.window_handles) - before, lambda: "nothing was opened")
    marionette.switch_to_window(opened)
    wait_for(lambda: path in marionette.get_url(), lambda: marionette.get_url())
    wait_for(lambda: not popup.is_open(), lambda: "it stays")


def test_with_the_users_own_colours_no_button_has_letters_of_its_ground(marionette: Marionette, popup: Popup) -> None:
    with marionette.using_context("chrome"):
        marionette.set_prefs(OWN_COLOURS)
    try:
        wait_for(lambda: popup.js(ARE_OWN), lambda: "not the user's colours")
        for one in popup.js(LETTERS):
            assert "rgba" not in one["ground"], "what lies below is not of the browser's colours for a button"
            assert one["letters"] != one["ground"]
    finally:
        with marionette.using_context("chrome"):
            for name in OWN_COLOURS:
                marionette.clear_pref(name)
