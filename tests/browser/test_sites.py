"""Sites that IT names: nothing runs there before the browser grants them, and the options page asks for it with one click."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Composer, extension_origin
from extension_settings import Extension
from named_sites import POLICIES, launch_with_sites, policies
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from scripted_server import ScriptedServer, flagging
from site_pages import OFFICE_SITE
from sites import SITES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def not_granted(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory, site_port: int
) -> Iterator[BrowserContext]:
    """A Chromium whose IT names a site that nobody granted yet."""
    policies()  # before anything is started
    server = ScriptedServer()
    folder = tmp_path_factory.mktemp("waiting")
    with launch_with_sites(playwright, folder, site_port, server.url, granted=False) as context:
        yield context
    server.stop()


def test_a_site_that_is_not_granted_is_offered_in_the_options_and_nothing_runs_on_it(
    not_granted: BrowserContext,
) -> None:
    options = not_granted.new_page()
    options.goto(f"{extension_origin(not_granted)}/options/options.html")
    expect(options.locator("#sitesWaiting")).to_contain_text(OFFICE_SITE)
    expect(options.locator("#allowSites")).to_have_text("এসব সাইটে যাচাই চালু করুন")
    page = not_granted.new_page()
    page.goto(f"https://{OFFICE_SITE}/")
    page.locator("textarea").click()
    page.keyboard.type("ওই কুলাঙ্গার আসেনি")
    page.locator(".post").click()
    page.wait_for_function("posts.length === 1")
    assert page.locator("jachai-badge").count() == 0


def open_options(context: BrowserContext) -> Page:
    """The options page, which offers to ask for the sites."""
    options = context.new_page()
    options.goto(f"{extension_origin(context)}/options/options.html")
    expect(options.locator("#allowSites")).to_be_visible()
    return options


def test_a_question_that_the_browser_refuses_to_ask_is_told(not_granted: BrowserContext) -> None:
    options = open_options(not_granted)
    expect(options.locator("#sitesFault")).to_be_hidden()
    options.evaluate("void (chrome.permissions.request = () => Promise.reject(new Error('not declared')))")
    options.locator("#allowSites").click()
    expect(options.locator("#sitesFault")).to_contain_text("অনুমতি চাইতে পারেনি")
    options.evaluate("void (chrome.permissions.request = async () => false)")  # the user says no
    options.locator("#allowSites").click()
    expect(options.locator("#sitesFault")).to_be_hidden()
    expect(options.locator("#allowSites")).to_be_visible()
    expect(options.locator("#sitesReload")).to_be_hidden()


def test_a_user_who_grants_a_site_is_told_to_reload_what_is_open(not_granted: BrowserContext) -> None:
    options = open_options(not_granted)
    expect(options.locator("#sitesReload")).to_be_hidden()
    # No test can press the browser's own button.
    options.evaluate("void (chrome.permissions.request = async () => true)")
    options.locator("#allowSites").click()
    expect(options.locator("#sitesReload")).to_contain_text("আবার লোড করুন")
    options.locator("#language").select_option("en")
    options.locator("button[type=submit]").click()
    expect(options.locator("#sitesReload")).to_contain_text("Reload pages")  # it stays, in the language chosen since


def test_without_a_policy_nothing_is_offered(settings_page: object, chromium: BrowserContext) -> None:
    options = chromium.new_page()
    options.goto(f"{extension_origin(chromium)}/options/options.html")
    expect(options.locator("#serverUrl")).not_to_have_value("")
    expect(options.locator("#sitesWaiting")).to_be_hidden()
    options.close()


def test_the_server_s_practice_page_is_left_alone_on_a_site_that_is_named_too(
    playwright: Playwright, tmp_path: Path, site_port: int
) -> None:
    site = next(site for site in SITES if site.id == "generic form")
    with launch_with_sites(playwright, tmp_path, site_port, f"https://{OFFICE_SITE}") as context:  # which is away
        composer = Composer(context.new_page(), site).open()
        composer.page.keyboard.insert_text("ওই কুলাঙ্গার")
        composer.click_post()
        composer.wait_dialog("যাচাই করা হয়নি")
        composer.press("ফিরে যান")
        practice = context.new_page()
        practice.goto(f"https://{OFFICE_SITE}/practice/")
        practice.locator(".post").click()
        practice.wait_for_function("posts.length === 1")  # without a word, the first press
        practice.locator("textarea").click()
        practice.keyboard.type("ওই কুলাঙ্গার আসেনি")
        practice.wait_for_timeout(500)  # in which it would be asked about
        practice.locator(".post").click()
        practice.wait_for_function("posts.length === 2")
        assert practice.locator("jachai-badge, jachai-dialog, jachai-notice").count() == 0


def test_a_page_that_is_open_as_its_site_is_taken_back_sends_and_holds_nothing_more(
    playwright: Playwright, tmp_path: Path, site_port: int
) -> None:
    server = ScriptedServer()
    server.script = flagging(কুলাঙ্গার="block")
    site = next(site for site in SITES if site.id == "generic form")
    with launch_with_sites(playwright, tmp_path, site_port, server.url) as context:
        page = context.new_page()
        composer = Composer(page, site).open()
        composer.type("ওই কুলাঙ্গার")
        composer.wait_marks(block=["কুলাঙ্গার"])
        [policy] = POLICIES.glob(f"jachai-sites-{os.getpid()}-{tmp_path.name}.json")
        policy.write_text(policy.read_text().replace(f'"{OFFICE_SITE}"', ""))
        options = context.new_page()
        options.goto(f"{extension_origin(context)}/options/options.html")
        Extension(options).wait(
            "async () => (await chrome.storage.managed.get('sites')).sites?.length === 0", patience=120_000
        )
        page.bring_to_front()
        composer.wait_drawn("drawn.hosts.length === 0", "nothing of ours")
        asked = len(server.questions)
        composer.type(" আসেনি")
        composer.click_post()
        composer.wait_posts(1)
        assert len(server.questions) == asked
    server.stop()
