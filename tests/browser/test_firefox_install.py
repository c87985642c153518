"""What is done to the extension in Firefox: a click allows the sites that IT names; an update comes under an open page."""

from collections.abc import Callable, Iterator

import pytest
from chromium import EXTENSION
from firefox import (
    ADDON,
    Addons,
    By,
    FirefoxComposer,
    FirefoxExtension,
    Marionette,
    change_grant,
    grant,
    is_registered,
    wait_for,
)
from scripted_server import ScriptedServer, flagging
from site_pages import OFFICE_SITE, UNLISTED
from sites import SITES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

BLOCKED = "নৌকায় ভোট দিন"
CLEAN = "টিকাদান আগামীকাল"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
RELOAD = "পাতাটি আবার লোড করুন"
# In the content scripts' own world: that they came after the page.
LATE = """
  const {ExtensionContent} = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  const context = ExtensionContent.getContextByExtensionId(arguments[0], window);
  return Boolean(context && Cu.evalInSandbox('Boolean(globalThis.Jachai?.isLate)', context.sandbox));
"""
BADGES = "return document.querySelectorAll('jachai-badge').length"


@pytest.fixture(autouse=True)
def server(marionette: Marionette) -> Iterator[ScriptedServer]:
    """The office's server: it blocks one thing; the add-on asks it."""
    server = ScriptedServer()
    server.script = flagging(**{BLOCKED: "block"})
    addon = FirefoxExtension(marionette)
    addon.set(serverUrl=server.url)
    addon.wait_office()
    yield server
    server.stop()


def test_a_click_in_the_options_allows_the_sites_that_it_names(marionette: Marionette, site_port: int) -> None:
    grant(marionette, f"*://{OFFICE_SITE}/*", granted=False)
    with marionette.using_context("chrome"):  # as if the user said yes to the browser's own question
        marionette.execute_script("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)")
    marionette.navigate(f"{FirefoxExtension(marionette).origin}/options/options.html")
    button = marionette.find_element(By.CSS_SELECTOR, "#allowSites")
    wait_for(button.is_displayed, lambda: "nothing is offered")
    assert not is_registered(marionette)
    button.click()
    wait_for(lambda: is_registered(marionette), lambda: "no script for the named site")
    wait_for(lambda: not button.is_displayed(), lambda: "the site is still offered")
    writer = FirefoxComposer(marionette, site_port, next(site for site in SITES if site.id == "generic form")).open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])


def test_a_platform_that_the_browser_withholds_is_told_in_the_popup_and_allowed_by_a_click(
    marionette: Marionette, site_port: int
) -> None:
    platform = "https://www.facebook.com/*"
    change_grant(marionette, platform, granted=False)
    origin = FirefoxExtension(marionette).origin
    marionette.navigate(f"{origin}/popup/popup.html")
    notice = marionette.find_element(By.CSS_SELECTOR, "#sitesUnchecked")
    wait_for(notice.is_displayed, lambda: "nothing is told")
    assert "www.facebook.com" in notice.text and "x.com" not in notice.text
    with marionette.using_context("chrome"):  # as if the user said yes to the browser's own question
        marionette.execute_script("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)")
    marionette.navigate(f"{origin}/options/options.html")
    button = marionette.find_element(By.CSS_SELECTOR, "#allowSites")
    wait_for(button.is_displayed, lambda: "nothing is offered")
    button.click()
    wait_for(
        lambda: "www.facebook.com" not in marionette.find_element(By.CSS_SELECTOR, "#sitesWaitingFor").text,
        lambda: "still offered",
    )
    writer = FirefoxComposer(marionette, site_port).open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])


def test_a_page_of_a_platform_that_the_user_takes_back_is_left_alone_at_once(
    marionette: Marionette, site_port: int, server: ScriptedServer
) -> None:
    platform = "https://www.facebook.com/*"
    writer = FirefoxComposer(marionette, site_port).open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    change_grant(marionette, platform, granted=False)
    try:
        wait_for(lambda: marionette.execute_script(BADGES) == 0, lambda: "still watched")
        writer.type(" গোপন")
        writer.click_post()
        assert len(writer.wait_posts(1)) == 1
        assert not any("গোপন" in question["text"] for question in server.questions)
    finally:
        change_grant(marionette, platform, granted=True)


def update(marionette: Marionette) -> None:
    Addons(marionette).install(str(EXTENSION), temp=True)


def update_while_away(marionette: Marionette) -> None:
    """A link led elsewhere; the writer comes back to the page as it was."""
    here = marionette.get_url()
    marionette.execute_script(f"location.href = 'https://{UNLISTED}:' + location.port")
    wait_for(lambda: UNLISTED in marionette.get_url(), lambda: "still here")
    update(marionette)
    marionette.go_back()
    wait_for(lambda: marionette.get_url() == here, lambda: "not back")


@pytest.mark.parametrize(
    ("id", "updated"),
    [("facebook post", update), ("generic form", update), ("facebook post", update_while_away)],
    ids=["platform", "named site", "put away"],
)
def test_what_an_update_finds_in_a_page_is_taken_away_and_a_reload_asked_for(
    marionette: Marionette, site_port: int, id: str, updated: Callable[[Marionette], None]
) -> None:
    if id == "generic form":
        grant(marionette, f"*://{OFFICE_SITE}/*")
    writer = FirefoxComposer(marionette, site_port, next(site for site in SITES if site.id == id)).open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    updated(marionette)
    writer.wait_text(RELOAD)
    assert marionette.execute_script(BADGES) == 0 and writer.marks() == {} and writer.draft() == BLOCKED
    writer.type(f" {CLEAN}")
    writer.wait_marks(block=[BLOCKED])
    assert marionette.execute_script(BADGES) == 1
    writer.open_panel()
    writer.wait_text(RELOAD)
    writer.click_post()
    writer.wait_dialog("প্রকাশ স্থগিত")
    assert writer.posts() == []
    writer.press("ফিরে গিয়ে")
    writer.open()  # loaded again, all is as ever
    writer.type(CLEAN)
    writer.wait_text(CLEAR)
    writer.open_panel()
    assert RELOAD not in writer.drawn()["text"]


def test_a_page_that_was_open_before_an_update_says_so_at_its_first_draft_once(
    marionette: Marionette, site_port: int
) -> None:
    writer = FirefoxComposer(marionette, site_port)
    marionette.navigate(f"https://{writer.site.host}:{site_port}/")
    update(marionette)
    wait_for(
        lambda: marionette.execute_script(LATE, script_args=[ADDON], sandbox="system"),
        lambda: "the new script does not run, or thinks itself in time",
    )
    writer.enter()
    writer.type(CLEAN)
    writer.wait_text(RELOAD)
    writer.type(f" {BLOCKED}")
    writer.wait_marks(block=[BLOCKED])
    assert RELOAD not in writer.drawn()["text"]
    writer.open_panel()
    writer.wait_text(RELOAD)


FRAME = """void (() => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><body contenteditable="true"></body>';
  document.querySelector('form').prepend(frame);
})()"""
NOTICES = "return [document, document.querySelector('iframe').contentDocument].map((one) => one.querySelectorAll('jachai-notice').length)"


def test_a_reload_is_asked_for_beside_a_draft_in_a_frame_alone(marionette: Marionette, site_port: int) -> None:
    grant(marionette, f"*://{OFFICE_SITE}/*")
    writer = FirefoxComposer(marionette, site_port, next(site for site in SITES if site.id == "generic form")).open()
    writer.js(FRAME)
    writer.click("iframe")
    writer.type(CLEAN)
    update(marionette)
    wait_for(lambda: marionette.execute_script(NOTICES) == [0, 1], lambda: "not told there alone")


# As in the browser's own page of add-ons, or by its policy.
SWITCH = """
  const [id, isOn, done] = arguments;
  const {AddonManager} = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  AddonManager.getAddonByID(id).then((addon) => (isOn ? addon.enable() : addon.disable())).then(done);
"""


def switch(marionette: Marionette, is_on: bool) -> None:
    """Enables or disables the add-on."""
    with marionette.using_context("chrome"):
        marionette.execute_async_script(SWITCH, script_args=[ADDON, is_on])


@pytest.mark.parametrize("id", ["facebook post", "mastodon post", "generic form"])
def test_what_was_drawn_says_nothing_any_more_once_the_extension_is_disabled(
    marionette: Marionette, site_port: int, id: str
) -> None:
    site = next(site for site in SITES if site.id == id)
    if site.named:
        grant(marionette, f"*://{OFFICE_SITE}/*")
    writer = FirefoxComposer(marionette, site_port, site).open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    writer.open_panel()
    writer.wait_text("এর বদলে লিখুন")
    switch(marionette, is_on=False)
    try:
        wait_for(lambda: not writer.drawn()["text"].strip(), lambda: f"still drawn: {writer.drawn()}")
        assert writer.drawn()["buttons"] == [] and writer.draft() == BLOCKED
        assert site.mirrored or not writer.looks_underlined()
    finally:
        switch(marionette, is_on=True)
    writer.wait_text(RELOAD)  # in its place
    writer.open()
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])


def test_no_style_of_a_page_says_that_the_extension_is_gone(marionette: Marionette, site_port: int) -> None:
    writer = FirefoxComposer(marionette, site_port).open()
    writer.js(
        "document.head.append(Object.assign(document.createElement('style'), {textContent: '* { --jachai-kept: hidden !important; }'}))"
    )
    writer.type(BLOCKED)
    writer.wait_marks(block=[BLOCKED])
    writer.open_panel()
    writer.wait_text("এর বদলে লিখুন")
