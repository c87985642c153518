"""Fixtures of the browser tests. `server_url`, the real server, comes from tests/conftest.py."""

import gc
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import firefox
import pytest
import results_table
from chromium import Composer, KeptTab, extension_origin, launch, tab
from extension_settings import Extension
from named_sites import launch_with_sites
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright
from practice_page import Practice
from scripted_server import ScriptedServer
from site_pages import OFFICE_SITE, serve_pages

HERE = Path(__file__).parent
RESULTS: results_table.Results = {}

expect.set_options(timeout=30_000)  # as all else here; its own five seconds are short on a busy machine


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make platforms` writes what the run found into docs/platforms.md."""
    parser.addoption("--write-platforms", action="store_true", help="write the table of docs/platforms.md anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Notes how each behaviour of each composer came out."""
    report = yield
    if getattr(item, "originalname", "") in results_table.BEHAVIOURS:
        results_table.note(RESULTS, item, report.when, report.passed)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes the table where that was asked for, and all of it was tried."""
    if not session.config.getoption("--write-platforms", False):
        return
    if results_table.refusal(RESULTS):
        session.exitstatus = pytest.ExitCode.USAGE_ERROR
    else:
        results_table.write(RESULTS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tells why it was not written."""
    if config.getoption("--write-platforms", False) and (why := results_table.refusal(RESULTS)):
        terminalreporter.write_line(why, red=True)


@pytest.fixture(scope="session")
def site_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The pages, bundled from today's sources, on a free port."""
    folder = tmp_path_factory.mktemp("site")  # of this run alone: two may go on at a time
    subprocess.run(["npm", "run", "--silent", "build", "--", str(folder)], cwd=HERE, check=True)
    server = serve_pages(folder)
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver; there can be only one at a time."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory, site_port: int
) -> Iterator[BrowserContext]:
    """One browser for all tests."""
    with launch(playwright, tmp_path_factory.mktemp("profile"), site_port) as context:
        context.set_default_timeout(30_000)
        yield context


@pytest.fixture(scope="session")
def marionette(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Marionette]:
    """One Firefox for all tests; its IT names an office's site."""
    with firefox.launch(tmp_path_factory.mktemp("firefox"), {"sites": [OFFICE_SITE]}) as marionette:
        yield marionette
    with warnings.catch_warnings():  # Marionette leaves sockets open: noticed here, not in the last test
        warnings.simplefilter("ignore", ResourceWarning)
        del marionette
        gc.collect()


@pytest.fixture(scope="session")
def settings_page(chromium: BrowserContext) -> Page:
    """A page of the extension, through which tests write its settings: one that has nothing to draw anew when they do."""
    page = chromium.new_page()
    page.goto(f"{extension_origin(chromium)}/manifest.json")
    return page


@pytest.fixture
def extension(settings_page: Page) -> Extension:
    """The extension with its default settings."""
    return Extension(settings_page)


@pytest.fixture
def scripted(extension: Extension) -> Iterator[ScriptedServer]:
    """A server that answers as the test tells it; the extension asks it."""
    server = ScriptedServer()
    extension.set(serverUrl=server.url)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def kept_tab(chromium: BrowserContext) -> KeptTab:
    """For tests that change nothing of their tab; `own_tab` marks those that do."""
    return KeptTab(chromium)


@pytest.fixture(scope="session")
def practice_tab(chromium: BrowserContext) -> KeptTab:
    """The same for the practice page."""
    return KeptTab(chromium)


@pytest.fixture
def practice(practice_tab: KeptTab, server_url: str) -> Iterator[Practice]:
    """The practice page, open; its scripts must not have failed at the end."""
    with practice_tab.lent() as page:
        practice = Practice(page, server_url).open()
        yield practice
        practice.leave()
    assert practice.faults == []


@pytest.fixture
def composer(
    request: pytest.FixtureRequest, chromium: BrowserContext, kept_tab: KeptTab, extension: Extension
) -> Iterator[Composer]:
    """A page, open on the Facebook-like site; its scripts must not have failed at the end."""
    scripted = request.getfixturevalue("scripted") if "scripted" in request.fixturenames else None
    if scripted:  # else what the office tells may come as the test types, and all is asked anew
        extension.wait_office(scripted.office["name"])
    with tab(chromium) if request.node.get_closest_marker("own_tab") else kept_tab.lent() as page:
        composer = Composer(page).open()
        yield composer
        faults, editor = composer.faults, page.evaluate("window.faults")
        composer.leave()
    assert faults == [] and editor == []


@pytest.fixture(scope="module")
def where_named(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory, site_port: int, server: ScriptedServer
) -> Iterator[BrowserContext]:
    """A Chromium whose IT names an office's site; it asks the `server` of the file."""
    with launch_with_sites(playwright, tmp_path_factory.mktemp("named"), site_port, server.url) as context:
        context.set_default_timeout(30_000)
        yield context
