"""Paused by the writer, or held by the office: what the popup offers, what the guard does, what the icon shows."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from answered import wait_answered
from chromium import BOX, Composer, extension_origin, launch
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from scripted_server import ScriptedServer, answer, flagging
from sites import SITES

pytestmark = pytest.mark.browser

BLOCKED = "নৌকায় ভোট দিন"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
HELD = "আজ সব প্রকাশ বন্ধ"

ICONS = """async () => {
  const tabs = await chrome.tabs.query({});
  const texts = await Promise.all(tabs.map(({id}) => chrome.action.getBadgeText({tabId: id})));
  return texts.filter(Boolean).join();
}"""


ASK_OFFICE = """async () => {
  const [{askOffice}, {readSettings}] = await Promise.all([import('/background/office.js'), import('/background/settings.js')]);
  await askOffice((await readSettings()).settings);
}"""


# Then a page is put away whole when it is left, as browsers do.
KEEPING_PAGES = ("--disable-back-forward-cache",)


class RawPage:
    """A page by the browser's own protocol."""

    def __init__(self, chromium: BrowserContext, composer: Composer) -> None:
        self.session = chromium.new_cdp_session(composer.page)

    def __call__(self, expression: str) -> Any:
        reply = self.session.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        return reply["result"].get("value")

    def wait(self, test: str) -> None:
        until = time.monotonic() + 30
        while not self(f"Boolean({test})"):
            assert time.monotonic() < until, test
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        x, y = self(f"(({{x, y}}) => [x + 10, y + 8])(document.querySelector('{selector}').getBoundingClientRect())")
        for event in ("mousePressed", "mouseReleased"):
            mouse = {"type": event, "x": x, "y": y, "button": "left", "clickCount": 1}
            self.session.send("Input.dispatchMouseEvent", mouse)


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word that holds."""
    scripted.script = flagging(**{BLOCKED: "block"})


def wait_icon(extension: Extension, text: str) -> None:
    """Waits until the toolbar icons say that, and nothing else."""
    extension.wait(f"async (text) => await ({ICONS})() === text", text)


@pytest.fixture
def popup(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, composer: Composer
) -> Iterator[Page]:
    """The popup above the composer's page: a page of its own, told which tab is the active one."""
    page = chromium.new_page()
    page.add_init_script(
        """const all = chrome.tabs.query;
        chrome.tabs.query = async () => {
          for (const tab of await all({})) {
            const host = await chrome.tabs.sendMessage(tab.id, {type: 'host'}, {frameId: 0}).catch(() => null);
            if (host) return [tab];
          }
          return [];
        };"""
    )
    yield page
    page.close()


def open_popup(popup: Page, extension: Extension) -> Page:
    popup.goto(f"{extension.origin}/popup/popup.html")
    expect(popup.locator("#server")).to_have_text("সংযুক্ত")
    return popup


class TestPause:
    @pytest.fixture(autouse=True)
    def allowed(self, scripted: ScriptedServer) -> None:
        scripted.office["allow_pause"] = True

    def test_a_paused_site_is_not_checked_says_so_and_lets_everything_go(
        self, composer: Composer, popup: Page, extension: Extension, scripted: ScriptedServer
    ) -> None:
        composer.type(BLOCKED)
        composer.wait_marks(block=[BLOCKED])
        open_popup(popup, extension).get_by_role("button", name="১ ঘণ্টা").click()
        expect(popup.locator("#page")).to_contain_text("যাচাই বন্ধ")
        wait_icon(extension, "II")
        composer.page.bring_to_front()
        composer.wait_text("যাচাই করা হয়নি")
        composer.wait_marks()
        composer.open_panel()
        composer.wait_text("এই সাইটে যাচাই সাময়িকভাবে বন্ধ")
        asked = len(scripted.questions)
        composer.click_post()
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        assert len(scripted.questions) == asked

    def test_it_ends_with_a_press_and_the_open_page_is_checked_again(
        self, composer: Composer, popup: Page, extension: Extension
    ) -> None:
        composer.type(BLOCKED)
        open_popup(popup, extension).get_by_role("button", name="২৪ ঘণ্টা").click()
        wait_icon(extension, "II")
        popup.get_by_role("button", name="এখনই আবার চালু করুন").click()
        wait_icon(extension, "")
        composer.wait_marks(block=[BLOCKED])
        expect(popup.locator("#page")).not_to_contain_text("যাচাই বন্ধ")

    def test_the_keyboard_alone_pauses_and_goes_on(self, popup: Page, extension: Extension) -> None:
        open_popup(popup, extension)
        for pressed, next_one in (("#pauseDay", "#resume"), ("#resume", "#pauseHour")):
            popup.locator(pressed).focus()
            popup.keyboard.press("Enter")
            expect(popup.locator(pressed)).to_be_hidden()
            expect(popup.locator(next_one)).to_be_focused()  # not lost with the button

    def test_it_ends_by_itself(self, composer: Composer, popup: Page, extension: Extension) -> None:
        """First a long pause, that no slow machine misses; then its end comes near."""
        open_popup(popup, extension)  # which hears from the office that pausing is allowed
        composer.page.bring_to_front()
        composer.type(BLOCKED)
        composer.wait_marks(block=[BLOCKED])
        self.pause(extension, 3_600_000)
        composer.wait_text("যাচাই করা হয়নি")
        wait_icon(extension, "II")
        self.pause(extension, 1_000)
        composer.wait_marks(block=[BLOCKED])
        wait_icon(extension, "")

    def test_it_is_told_and_can_be_ended_also_while_the_server_is_away(
        self, composer: Composer, popup: Page, extension: Extension, scripted: ScriptedServer
    ) -> None:
        composer.type("টিকাদান")
        open_popup(popup, extension).get_by_role("button", name="১ ঘণ্টা").click()
        wait_icon(extension, "II")
        scripted.stop()
        popup.reload()
        expect(popup.locator("#server")).to_have_text("সংযোগ নেই")
        expect(popup.locator("#page")).to_contain_text("যাচাই বন্ধ")
        popup.get_by_role("button", name="এখনই আবার চালু করুন").click()
        wait_icon(extension, "")
        expect(popup.locator("#page")).not_to_contain_text("যাচাই বন্ধ")

    def pause(self, extension: Extension, milliseconds: int) -> None:
        extension.page.evaluate(
            """(length) => {
              const now = Date.now();
              return chrome.storage.local.set({pauses: {'www.facebook.com': {at: now, until: now + length}}});
            }""",
            milliseconds,
        )


@pytest.mark.parametrize("by", ["office", "policy"])
def test_where_it_is_not_allowed_it_is_shown_as_locked(
    popup: Page, extension: Extension, scripted: ScriptedServer, by: str
) -> None:
    scripted.office["allow_pause"] = by == "policy"
    if by == "policy":
        popup.add_init_script("chrome.storage.managed.get = async () => ({allowPause: false});")
    open_popup(popup, extension)
    expect(popup.locator("#paused")).to_have_text("দপ্তরের নীতিতে যাচাই বন্ধ রাখা যায় না।")
    expect(popup.locator("#pausing button:visible")).to_have_count(0)


class TestTheSwitch:
    def switch(self, mode: str = "hold", **more: Any) -> dict[str, Any]:
        return {"mode": mode, "until": "", "message": {"bn": HELD, "en": "All publishing stops today"}, **more}

    def open_held(self, composer: Composer, scripted: ScriptedServer, extension: Extension) -> None:
        """A page of an office that holds, and would let go what was not checked."""
        scripted.office["switch"] = self.switch()
        extension.set(serverUrl=scripted.url, token="held", whenUnreachable="allow")
        composer.open()
        wait_icon(extension, "■")

    def test_it_holds_a_clear_draft_from_the_next_answer_on(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        composer.type("টিকাদান ")
        composer.wait_text(CLEAR)
        extension.wait_office(scripted.office["name"])
        until = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=2)).isoformat()
        scripted.script = lambda _question: {**answer("clear"), "switch": self.switch(until=until)}
        composer.page.keyboard.insert_text("কাল")
        wait_answered(composer, scripted, "টিকাদান কাল")
        composer.click_post()
        said = composer.wait_dialog(HELD)
        assert "পর্যন্ত" in said and "সব পোস্টের প্রকাশ সাময়িকভাবে স্থগিত" in said
        assert composer.posts() == []
        wait_icon(extension, "■")
        composer.press("ফিরে যান")
        composer.wait_no_dialog()
        assert composer.draft() == "টিকাদান কাল"

    def test_it_is_lifted_by_the_next_answer_without_it(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        scripted.office["switch"] = self.switch()
        extension.set(serverUrl=scripted.url, token="held")  # another office: what the last one was asked may come yet
        composer.open()
        scripted.script = lambda _question: {**answer("clear"), "switch": self.switch()}
        composer.type("টিকাদান")
        composer.wait_text(CLEAR)
        composer.click_post()
        composer.wait_dialog(HELD)
        composer.press("ফিরে যান")
        composer.wait_no_dialog()
        del scripted.office["switch"]
        scripted.script = lambda _question: answer("clear")
        composer.page.locator(BOX).click()
        composer.page.keyboard.press("End")
        composer.page.keyboard.insert_text("কাল")
        wait_icon(extension, "")
        wait_answered(composer, scripted, "টিকাদানকাল", times=2)  # once more, as the office holds nothing from then on
        composer.click_post()
        assert len(composer.wait_posts(1)) == 1

    def test_it_reaches_a_draft_that_was_clear_long_before(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        composer.type("টিকাদান")
        composer.wait_text(CLEAR)
        extension.wait_office(scripted.office["name"])
        scripted.office["switch"] = self.switch()
        scripted.script = lambda _question: {**answer("clear"), "switch": self.switch()}
        extension.page.evaluate("""async () => {
          const {office} = await chrome.storage.local.get('office');
          await chrome.storage.local.set({office: {...office, at: 0}});
        }""")  # a minute later
        composer.world("Jachai.rules()")  # what its timer does
        wait_icon(extension, "■")
        composer.wait_text(CLEAR)
        composer.click_post()
        composer.wait_dialog(HELD)
        assert composer.posts() == []

    def test_it_holds_also_while_the_server_is_away(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        self.open_held(composer, scripted, extension)
        scripted.stop()
        composer.type("টিকাদান")
        composer.click_post()
        composer.wait_dialog(HELD)
        assert composer.posts() == []

    def test_it_holds_a_picture_without_words(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        self.open_held(composer, scripted, extension)
        composer.click_post()
        composer.wait_dialog(HELD)
        assert composer.posts() == []

    @pytest.mark.parametrize("site", ["x post", "instagram post"])
    @pytest.mark.parametrize("held", [True, False])
    def test_it_holds_a_picture_under_which_nobody_wrote(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension, site: str, held: bool
    ) -> None:
        """The composer was never touched, so the page has not heard of the office yet."""
        if held:
            scripted.office["switch"] = self.switch()
        extension.set(serverUrl=scripted.url, token="held", whenUnreachable="allow")
        extension.page.evaluate(ASK_OFFICE)
        composer.site = next(one for one in SITES if one.id == site)
        composer.page.goto(f"https://{composer.site.host}/")
        composer.page.locator(composer.site.box).first.wait_for()
        composer.click_post()
        if held:
            composer.wait_dialog(HELD)
            assert composer.posts() == []
        else:
            assert [post["text"] for post in composer.wait_posts(1)] == [""]

    def test_it_reaches_a_page_that_the_browser_had_put_away(
        self, playwright: Playwright, tmp_path: Path, site_port: int, scripted: ScriptedServer
    ) -> None:
        with launch(playwright, tmp_path, site_port, without=KEEPING_PAGES) as chromium:
            settings = chromium.new_page()
            settings.goto(f"{extension_origin(chromium)}/options/options.html")
            extension = Extension(settings)
            extension.set(serverUrl=scripted.url, whenUnreachable="allow")
            composer = Composer(chromium.new_page(), next(one for one in SITES if one.id == "x post")).open()
            composer.page.evaluate("addEventListener('pageshow', ({persisted}) => { window.wasPutAway = persisted; })")
            composer.page.keyboard.insert_text("টিকাদান")
            composer.wait_text(CLEAR)
            composer.page.goto("https://bsky.app/")
            scripted.office["switch"] = self.switch()
            scripted.script = lambda _question: {**answer("clear"), "switch": self.switch()}
            settings.evaluate(ASK_OFFICE)
            composer.page.evaluate("setTimeout(() => history.back(), 50)")  # Playwright knows no page that comes back
            page = RawPage(chromium, composer)
            page.wait("window.wasPutAway === true && document.querySelector('.post')")
            page.click(".post")
            page.wait("document.querySelector('jachai-dialog')")
            assert page("posts.length") == 0

    def test_one_that_looks_over_holds_until_it_is_no_longer_told(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        """The server tells only of what is in force: by whose clock it is over, that clock is wrong."""
        until = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=2)).isoformat()
        scripted.script = lambda _question: {**answer("clear"), "switch": self.switch(until=until)}
        composer.page.keyboard.insert_text("টিকাদান")
        wait_answered(composer, scripted, "টিকাদান", times=2)  # once more, as the office has told something new
        wait_icon(extension, "■")
        scripted.script = lambda _question: answer("clear")
        composer.page.keyboard.insert_text(" শুরু")
        wait_icon(extension, "")
        composer.wait_text(CLEAR)
        composer.click_post()
        assert len(composer.wait_posts(1)) == 1

    @pytest.mark.parametrize(("mode", "said"), [("hold", "সব পোস্টের প্রকাশ স্থগিত"), ("warn_only", "কেবল সতর্ক করা হচ্ছে")])
    def test_the_popup_tells_it(
        self, popup: Page, extension: Extension, scripted: ScriptedServer, mode: str, said: str
    ) -> None:
        scripted.office["switch"] = self.switch(mode)
        open_popup(popup, extension)
        expect(popup.locator("#switch")).to_contain_text(said)
        expect(popup.locator("#switch")).to_contain_text(HELD)


@pytest.mark.parametrize(("wanted", "told"), [("99.0", True), ("0.0.1", False)])
def test_a_version_that_is_too_old_is_told_in_popup_and_options(
    popup: Page, extension: Extension, scripted: ScriptedServer, wanted: str, told: bool
) -> None:
    scripted.office["min_extension"] = wanted
    open_popup(popup, extension)
    for page in ("popup/popup.html", "options/options.html"):
        popup.goto(f"{extension.origin}/{page}")
        expect(popup.locator("h1")).not_to_be_empty()
        line = popup.locator("#tooOld")
        expect(line).to_contain_text("অন্তত ৯৯.০ সংস্করণ দরকার") if told else expect(line).to_be_hidden()
