"""Takes the pictures of the docs: `make pictures`. The real server, lists, extension and editor; nothing is retouched."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from chromium import Composer
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page, expect
from practice_page import Practice
from scripted_server import ScriptedServer

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DRAFT = "আসন্ন নির্বাচনে নৌকায় ভোট দিন\nওই মেথর আজ অফিসে আসেনি।"
CITIZEN = "আবেদনকারী আবদুল করিমের (পিতা: রহিম উদ্দিন, মোবাইল: ০১৭১২৩৪৫৬৭৮) ভাতা অনুমোদিত হয়েছে।"
OFFICE = {
    "name": {"bn": "নীলকান্দি উপজেলা প্রশাসন", "en": "Nilkandi Upazila Administration"},
    "when_unreachable": "warn",
    "allow_pause": True,
    "min_extension": "0.1.0",
    "ruleset": {"version": "2026.11"},
    "records": {
        "overrides": True,
        "reports": True,
        "reasons": [
            {
                "id": "published-law",
                "bn": "আইন, বিধি বা সরকারি আদেশের হুবহু উদ্ধৃতি",
                "en": "Quoted from a law, rule or order",
            },
            {"id": "court-order", "bn": "আদালতের আদেশ বা আইনি বাধ্যবাধকতা", "en": "A court's order or a legal duty"},
            {"id": "consent", "bn": "সংশ্লিষ্ট ব্যক্তির লিখিত সম্মতি আছে", "en": "The person has agreed in writing"},
            {"id": "other", "bn": "অন্য কারণ (নোটে লিখুন)", "en": "Another reason (say it in the note)"},
        ],
    },
}
DAY = 86_400_000  # milliseconds
Scheme = Literal["light", "dark"]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Each picture twice."""
    scheme: Scheme = request.param
    return scheme


@pytest.fixture
def page(chromium: BrowserContext, scheme: Scheme) -> Iterator[Page]:
    """A page for one of ours."""
    page = chromium.new_page()
    page.emulate_media(color_scheme=scheme)
    yield page
    page.close()


def take(page: Page, name: str, **more: bool) -> None:
    """One picture."""
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled", **more)


def test_composer(composer: Composer, extension: Extension, server_url: str, scheme: Scheme) -> None:
    """Underlines, badge and panel; then the question before publishing."""
    extension.set(serverUrl=server_url, accountKind="institution")
    composer.page.emulate_media(color_scheme=scheme)
    composer.open()
    composer.type(DRAFT)
    composer.wait_marks(warn=["নৌকায়", "ভোট দিন", "মেথর"])
    composer.open_panel()
    composer.wait_text("নির্বাচনী প্রচার")
    take(composer.page, f"composer-{scheme}")
    composer.click_post()
    composer.wait_dialog("৯(গ)")
    take(composer.page, f"asked-{scheme}")


def test_hold(composer: Composer, extension: Extension, server_url: str, scheme: Scheme) -> None:
    """A private number holds the post; the form for an override, and a report, where an office takes them."""
    extension.set(serverUrl=server_url, accountKind="institution")
    composer.page.emulate_media(color_scheme=scheme)
    composer.open()
    composer.page.keyboard.insert_text(CITIZEN)
    composer.wait_marks(block=["০১৭১২৩৪৫৬৭৮"])
    extension.page.evaluate(
        """async (told) => {
          const {office} = await chrome.storage.local.get('office');
          office.at = Date.now();
          office.office = {...office.office, reasons: told.records.reasons, reports: true};
          await chrome.storage.local.set({office});
        }""",
        OFFICE,
    )
    composer.wait_marks(block=["০১৭১২৩৪৫৬৭৮"])
    composer.click_post()
    composer.wait_dialog("৬(গ)")
    take(composer.page, f"hold-{scheme}")
    composer.press("কারণ জানিয়ে প্রকাশ করুন")
    composer.wait_dialog("আদালতের আদেশ")
    take(composer.page, f"override-{scheme}")


def test_unchecked(composer: Composer, extension: Extension, scheme: Scheme) -> None:
    """The server is away."""
    server = ScriptedServer()
    server.stop()
    extension.set(serverUrl=server.url)
    composer.page.emulate_media(color_scheme=scheme)
    composer.open()
    composer.page.keyboard.insert_text("আগামীকাল টিকাদান কর্মসূচি অনুষ্ঠিত হবে।")
    composer.wait_text("যাচাই করা হয়নি")
    composer.open_panel()
    composer.wait_text("সার্ভারে পৌঁছানো যায়নি")
    take(composer.page, f"unchecked-{scheme}")


def test_report(page: Page, extension: Extension, server_url: str, scheme: Scheme) -> None:
    """What leaves with a report, on the first-run page, whose surfaces are open."""
    extension.set(serverUrl=server_url)
    page.set_viewport_size({"width": 1000, "height": 760})
    page.goto(f"{extension.origin}/welcome/welcome.html")
    expect(page.locator("#server")).to_have_attribute("data-state", "reachable")
    page.get_by_role("button", name="নমুনা বসান").click()
    expect(page.locator("#dock .finding")).to_have_count(1)
    page.locator("#dock summary", has_text="এটি ভুল").click()
    take(page, f"first-run-{scheme}", full_page=True)
    page.evaluate(
        """() => {
          const text = document.querySelector('#draft').textContent;
          const start = text.indexOf('কুলাঙ্গার');
          const finding = {check: 'prohibited/demeaning', clause: '9.nga', clause_label: '৯(ঙ)', source: 'prohibited/9-nga-demeaning.yaml#কুলাঙ্গার', fingerprint: '3f6c1f0a9b2e4d57', start, end: start + 9};
          Jachai.report(finding, text, {language: 'bn', container: () => document.body, offers: {platform: 'facebook', report: async () => ({done: true})}});
        }"""
    )
    page.locator("jachai-dialog summary").click()
    take(page, f"report-{scheme}")


def test_popup(page: Page, extension: Extension, scheme: Scheme) -> None:
    """The popup over a page of a listed platform."""
    server = ScriptedServer()
    server.office = OFFICE
    extension.set(serverUrl=server.url, accountKind="institution")
    page.set_viewport_size({"width": 360, "height": 600})
    page.add_init_script(
        "chrome.tabs.sendMessage = async (_tab, {type}) => (type === 'host' ? 'www.facebook.com' : {composers: 1, guarded: 1, isMarked: false, isUnchecked: false});"
    )
    page.goto(f"{extension.origin}/popup/popup.html")
    expect(page.locator("#pausing")).to_be_visible()
    take(page, f"popup-{scheme}", full_page=True)
    server.stop()


def test_options(page: Page, extension: Extension, server_url: str, scheme: Scheme) -> None:
    """The options, with what was set by policy locked, and what was hidden listed."""
    now = int(time.time() * 1000)  # milliseconds, as the extension counts
    hidden = [
        {"kind": "term", "hash": "a" * 32, "clause": "৯(ঙ)", "at": now, "until": now + 30 * DAY},
        {"kind": "own", "hash": "b" * 32, "clause": "৬(গ)", "at": now - DAY, "until": 0},
    ]
    extension.set(serverUrl=server_url)
    extension.page.evaluate("(hidden) => chrome.storage.local.set({hidden})", hidden)
    policy = {"serverUrl": "https://jachai.example.gov.bd", "language": "bn", "sites": ["nothi.example.gov.bd"]}
    page.add_init_script(f"chrome.storage.managed.get = async () => ({json.dumps(policy)});")
    page.goto(f"{extension.origin}/options/options.html")
    expect(page.locator("#hidden li")).to_have_count(2)
    take(page, f"options-{scheme}", full_page=True)


@pytest.mark.parametrize(("name", "width", "height"), [("desktop", 1280, 800), ("phone", 390, 844)])
def test_practice(page: Page, server_url: str, name: str, width: int, height: int, scheme: Scheme) -> None:
    """The practice page with the insult."""
    page.set_viewport_size({"width": width, "height": height})
    practice = Practice(page, server_url).open()
    practice.sample("insult")
    practice.wait_state("findings")
    take(page, f"practice-{name}-{scheme}", full_page=name == "phone")
