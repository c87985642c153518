"""The toolbar icon tells the truth: not protected where no selector fits, or where the page takes our signs away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import Composer, extension_origin, launch, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Playwright
from scripted_server import ScriptedServer, flagging
from site_pages import UNLISTED
from sites import SITES, Site
from test_pause import KEEPING_PAGES, RawPage

pytestmark = pytest.mark.browser

SLUR = "কুলাঙ্গার"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
BROKEN = "/api/v1/platforms/broken"
WRITTEN = "2026-12-01"

# A page that has changed: what is written in is called otherwise.
CHANGED = """(html) => {
  document.body.insertAdjacentHTML('afterbegin', html);
  document.querySelector('#changed').focus();
}"""
EDITABLE = (
    '<div id="changed" class="box" contenteditable="true" role="textbox" aria-label="Create a public post"></div>'
)

ICON = """async () => {
  const tabs = await chrome.tabs.query({});
  const tabId = Math.max(...tabs.map(({id}) => id));
  return {text: await chrome.action.getBadgeText({tabId}), title: await chrome.action.getTitle({tabId})};
}"""
# Each drawing of an icon writes its title, too.
OLD_TITLE = """async () => {
  const tabs = await chrome.tabs.query({});
  await chrome.action.setTitle({tabId: Math.max(...tabs.map(({id}) => id)), title: 'old'});
}"""


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word is flagged."""
    scripted.script = flagging(**{SLUR: "warn"})


@pytest.fixture
def icon(extension: Extension) -> "Icon":
    """Waits for the icon of the newest tab to show a text, and in its title some words."""

    def wait(text: str, title: str = "") -> None:
        shown = f"async ([text, title]) => {{ const icon = await ({ICON})(); return icon.text === text && icon.title.includes(title); }}"
        extension.wait(shown, [text, title])

    return wait


def wait_drawn_anew(extension: Extension) -> None:
    """Waits until the icon is drawn once more since its title was made old."""
    extension.wait(f"async () => (await ({ICON})()).title !== 'old'")


def told(scripted: ScriptedServer) -> list[dict[str, Any]]:
    """What the server heard of broken platforms."""
    return [body for path, body in scripted.kept if path == BROKEN]


def wait_told(composer: Composer, scripted: ScriptedServer) -> list[dict[str, Any]]:
    """Waits for the server to hear of one."""
    with scripted.asked:
        assert scripted.asked.wait_for(lambda: told(scripted), 30)
    return told(scripted)


Icon = Callable[..., None]


def test_a_composer_that_no_selector_knows_is_told_on_the_icon_and_to_the_server(
    composer: Composer, scripted: ScriptedServer, icon: Icon
) -> None:
    composer.page.evaluate(CHANGED, EDITABLE)
    composer.type("গোপন খসড়া")
    icon("!", "এই পাতায় পোস্ট যাচাই হচ্ছে না")
    assert wait_told(composer, scripted) == [{"platform": "facebook", "selector": "composer", "selectors": "builtin"}]
    assert all("গোপন" not in str(body) for _, body in scripted.kept)


@pytest.mark.parametrize(
    "html",
    [
        '<div role="search"><textarea id="changed" class="box"></textarea></div>',
        '<div id="changed" class="box" contenteditable="true" role="textbox" aria-label="Message"></div>',
        '<div id="changed" class="box" contenteditable="true" role="textbox" aria-label="Aa"></div>',
        '<input id="changed" class="box">',
    ],
    ids=["search", "chat", "chat of one letter", "input"],
)
def test_what_is_no_composer_is_no_fault(
    composer: Composer, scripted: ScriptedServer, extension: Extension, html: str
) -> None:
    composer.page.evaluate(CHANGED, html)
    composer.type("কিছু")
    composer.page.locator(composer.site.box).last.click()  # what is asked for from here on comes after it
    composer.type("নোটিশ")
    composer.wait_text(CLEAR)
    assert extension.page.evaluate(ICON)["text"] == "" and told(scripted) == []


def test_a_composer_with_nothing_known_to_publish_it_is_told_too(
    composer: Composer, scripted: ScriptedServer, icon: Icon
) -> None:
    composer.open("?post=none")
    composer.type("নোটিশ")
    icon("!")
    assert wait_told(composer, scripted) == [{"platform": "facebook", "selector": "publish", "selectors": "builtin"}]


LATE_POST = """() => {
  const post = document.createElement('div');
  Object.assign(post, {role: 'button', ariaLabel: 'Post', textContent: 'Post'});
  document.querySelector('[role=dialog]').append(post);
}"""


def test_a_post_button_that_is_drawn_late_takes_the_mark_away_and_one_that_goes_brings_it_back(
    composer: Composer, icon: Icon
) -> None:
    composer.open("?post=none")
    composer.type("নোটিশ")
    icon("!")
    composer.page.evaluate(LATE_POST)
    icon("")
    composer.page.evaluate("document.querySelector('[role=dialog] [aria-label=Post]').remove()")
    composer.type(" আবার")
    icon("!")


def test_a_draft_that_is_put_in_before_the_office_is_heard_counts_too(composer: Composer, icon: Icon) -> None:
    composer.page.goto(f"https://{composer.site.host}/?post=none")
    composer.world(
        "{ const { rules } = Jachai; Jachai.rules = () => new Promise((done) => setTimeout(() => done(rules()), 1_000)); }"
    )
    composer.page.locator(composer.site.box).click()
    composer.page.keyboard.insert_text("নোটিশ")
    icon("!")


def test_the_warning_stays_while_it_is_true(
    composer: Composer, scripted: ScriptedServer, extension: Extension, icon: Icon
) -> None:
    composer.open("?post=none")
    composer.type("নোটিশ")
    icon("!")
    composer.page.evaluate("history.pushState({}, '', '/other?post=none')")
    session = extension.page.context.new_cdp_session(extension.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    extension.page.evaluate(OLD_TITLE)
    composer.world("Jachai.rules()")  # wakes it, as each minute's timer does
    wait_drawn_anew(extension)
    assert extension.page.evaluate(ICON)["text"] == "!"
    composer.open()
    icon("")


def test_what_lies_beneath_the_warning_shows_again(
    composer: Composer, scripted: ScriptedServer, extension: Extension, icon: Icon
) -> None:
    scripted.office["switch"] = {"mode": "hold", "until": "", "message": {"bn": "আজ সব বন্ধ", "en": "closed"}}
    extension.set(serverUrl=scripted.url, token="held")
    composer.open()
    icon("■")
    composer.page.evaluate(CHANGED, EDITABLE)
    composer.type("কিছু")
    icon("!")
    composer.page.evaluate("document.querySelector('#changed').remove()")
    composer.page.locator(composer.site.box).click()
    icon("■")


# In a frame: a field, or all of its document as an old editor has it; and how it goes.
FRAMED = {
    "field": ("<textarea style='width: 200px'></textarea>", "off", "f.contentDocument.body.replaceChildren()"),
    "frame": ("<p>খসড়া</p>", "on", "f.remove()"),
}


@pytest.mark.parametrize("case", FRAMED)
def test_the_mark_goes_with_the_frame_or_the_field_that_it_warns_of(composer: Composer, icon: Icon, case: str) -> None:
    html, mode, gone = FRAMED[case]
    composer.page.evaluate(
        """([html, mode]) => {
          const frame = Object.assign(document.createElement('iframe'), {id: 'notes'});
          frame.onload = () => { frame.contentDocument.designMode = mode; };
          frame.srcdoc = html;
          document.body.prepend(frame);
        }""",
        [html, mode],
    )
    composer.page.frame_locator("#notes").locator("body > *").click()
    composer.page.keyboard.type("x")
    icon("!")
    composer.page.evaluate(f"() => {{ const f = document.getElementById('notes'); {gone}; }}")
    icon("")


def test_a_frame_of_another_site_leaves_the_mark_of_a_pause(
    composer: Composer, scripted: ScriptedServer, extension: Extension, icon: Icon
) -> None:
    scripted.office["allow_pause"] = True
    extension.set(serverUrl=scripted.url, token="pausing")
    composer.open()
    extension.wait("async () => (await chrome.storage.local.get('office')).office?.office.allowPause === true")
    extension.page.evaluate("""() => {
      const now = Date.now();
      return chrome.storage.local.set({pauses: {'www.facebook.com': {at: now, until: now + 3_600_000}}});
    }""")
    icon("II")
    extension.page.evaluate(OLD_TITLE)
    composer.page.evaluate("""() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://www.youtube.com/';
      document.body.append(frame);
    }""")
    composer.page.frame_locator("iframe").locator("[contenteditable]").first.click()
    composer.page.keyboard.type("ক")
    wait_drawn_anew(extension)
    assert extension.page.evaluate(ICON)["text"] == "II"


def test_a_composer_that_is_known_takes_the_mark_away_as_long_as_it_is_written_in(
    composer: Composer, scripted: ScriptedServer, icon: Icon
) -> None:
    composer.page.evaluate(CHANGED, EDITABLE)
    composer.type("কিছু")
    icon("!")
    composer.page.locator(composer.site.box).last.click()
    composer.type("নোটিশ")
    composer.wait_text(CLEAR)
    icon("")
    composer.page.locator("#changed").click()
    icon("!")
    assert len(wait_told(composer, scripted)) == 1


def test_the_mark_comes_back_with_a_page_that_the_browser_had_put_away(
    playwright: Playwright, tmp_path: Path, site_port: int, scripted: ScriptedServer
) -> None:
    with launch(playwright, tmp_path, site_port, without=KEEPING_PAGES) as chromium:
        settings = chromium.new_page()
        settings.goto(f"{extension_origin(chromium)}/options/options.html")
        extension = Extension(settings)
        extension.set(serverUrl=scripted.url)
        composer = Composer(chromium.new_page(), next(one for one in SITES if one.id == "x post")).open()
        composer.page.evaluate("addEventListener('pageshow', ({persisted}) => { window.wasPutAway = persisted; })")
        composer.page.evaluate(CHANGED, EDITABLE)
        composer.type("কিছু")
        extension.wait(f"async () => (await ({ICON})()).text === '!'")
        composer.page.goto("https://bsky.app/")
        extension.wait(f"async () => (await ({ICON})()).text === ''")
        composer.page.evaluate("setTimeout(() => history.back(), 50)")  # Playwright knows no page that comes back
        RawPage(chromium, composer).wait("window.wasPutAway === true")
        extension.wait(f"async () => (await ({ICON})()).text === '!'")


KEPT = "async (version) => (await chrome.storage.local.get('platforms')).platforms?.newer.version === version"


@pytest.fixture
def renew(scripted: ScriptedServer, extension: Extension, composer: Composer) -> Callable[..., None]:
    """The server has newer selectors of Facebook; the page is opened again, and has them."""

    def tell(written: str = WRITTEN, **selectors: str) -> None:
        version = f"{written}-0a1b2c3d"
        extension.wait(KEPT, "")  # the first page has its answer: it would be kept over the newer one
        facebook = {"name": "facebook", "confirmed": written, "written": written, "selectors": selectors, "labels": {}}
        scripted.platforms = {"version": version, "platforms": [facebook]}
        extension.set(serverUrl=scripted.url)  # what was known of platforms is forgotten
        composer.open()
        extension.wait(KEPT, version)

    return tell


Renew = Callable[..., None]


def test_newer_selectors_of_the_server_find_what_the_built_in_ones_do_not(
    composer: Composer, scripted: ScriptedServer, renew: Renew, icon: Icon
) -> None:
    renew(composer='#changed, [role="dialog"] [role="textbox"]')
    composer.page.evaluate(CHANGED, EDITABLE)
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    icon("")
    assert told(scripted) == []


def test_newer_selectors_come_within_hours_to_a_page_that_is_open(
    composer: Composer, scripted: ScriptedServer, extension: Extension, icon: Icon
) -> None:
    composer.page.evaluate(CHANGED, EDITABLE)
    composer.type("ওই ")
    icon("!")
    newer = {
        "name": "facebook",
        "confirmed": WRITTEN,
        "written": WRITTEN,
        "selectors": {"composer": "#changed"},
        "labels": {},
    }
    extension.wait(KEPT, "")  # an answer that was under way would be kept over the newer one
    scripted.platforms = {"version": f"{WRITTEN}-0a1b2c3d", "platforms": [newer]}
    extension.page.evaluate("chrome.storage.local.remove('platforms')")
    composer.world("{ const {now} = Date; Date.now = () => now() + 3_600_000; }")
    composer.type(SLUR)
    composer.wait_marks(warn=[SLUR])
    icon("")


@pytest.mark.parametrize("broken", ["#changed[", "#changed {}", "::no-such-thing(", ":is("])
def test_a_selector_that_the_browser_refuses_leaves_the_built_in_ones(
    composer: Composer, renew: Renew, broken: str
) -> None:
    renew(composer="#nothing", scope=broken)
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])


def test_older_selectors_of_the_server_leave_the_built_in_ones(composer: Composer, renew: Renew) -> None:
    renew(written="2025-01-01", composer="#nothing")
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])


def test_selectors_that_find_nothing_any_more_are_told_by_their_version(
    composer: Composer, scripted: ScriptedServer, renew: Renew, icon: Icon
) -> None:
    renew(composer="#nothing")
    composer.wait_world(f"Jachai.platforms.some(({{version}}) => version === '{WRITTEN}-0a1b2c3d')")  # the page has it
    composer.type("নোটিশ")
    icon("!")
    assert wait_told(composer, scripted)[0]["selectors"] == f"{WRITTEN}-0a1b2c3d"


REMOVALS = {
    "removed": "document.querySelectorAll('jachai-badge').forEach((one) => one.remove())",
    "removed again and again": """new MutationObserver(() => document.querySelectorAll('jachai-badge').forEach((one) => one.remove()))
      .observe(document.body, {childList: true}); document.querySelectorAll('jachai-badge').forEach((one) => one.remove())""",
}


@pytest.mark.parametrize("patience", [30_000, pytest.param(1_000, marks=pytest.mark.timed)])  # milliseconds
@pytest.mark.parametrize("script", REMOVALS.values(), ids=REMOVALS)
def test_a_page_that_removes_our_signs_is_told_on_the_icon(
    composer: Composer, extension: Extension, script: str, patience: int
) -> None:
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    composer.page.evaluate(script)
    extension.wait(f"async () => (await ({ICON})()).text === '!'", patience=patience)


def test_the_sign_comes_back_and_the_guard_holds_all_the_while(composer: Composer, icon: Icon) -> None:
    composer.page.keyboard.insert_text(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    composer.page.evaluate(REMOVALS["removed"])
    icon("!")
    composer.wait_drawn("drawn.hosts.includes('jachai-badge')", "the badge")
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []


def test_signs_that_go_with_their_composer_are_no_fault(composer: Composer, extension: Extension) -> None:
    composer.type("নোটিশ")
    composer.wait_text(CLEAR)
    composer.page.evaluate("document.querySelector('[role=dialog]').remove()")
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
    assert extension.page.evaluate(ICON)["text"] == ""


def test_nothing_of_ours_runs_on_a_host_that_is_not_listed(chromium: BrowserContext, scripted: ScriptedServer) -> None:
    with tab(chromium) as page:
        composer = Composer(page, Site("facebook post", UNLISTED, "")).open()
        composer.type(f"ওই {SLUR} আসেনি")
        assert not any(one["origin"].startswith("chrome-extension://") for one in composer.world.contexts)
        composer.click_post()
        assert len(composer.wait_posts(1)) == 1
        assert page.evaluate("CSS.highlights.size") == 0 and composer.marks() == {} and scripted.questions == []
