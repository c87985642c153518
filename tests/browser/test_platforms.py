"""Every composer of every platform, on its real editor, in both browsers: the same behaviours for all.

docs/platforms.md has the table of what passes; `make platforms` writes it anew. `every` marks what `make test` leaves to it where
another composer has the same kind of editor: Firefox, and in Chromium what does not hang on the composer's own selectors. What hangs
on the kind of editor alone is tried by `make test` in one of the two browsers.
"""

from collections.abc import Iterator

import firefox
import pytest
import results_table
from answered import wait_answered
from chromium import Composer, tab
from extension_settings import Extension
from firefox import FirefoxComposer, FirefoxExtension, Marionette
from playwright.sync_api import BrowserContext, Page
from scripted_server import ScriptedServer, flagging
from site_pages import OFFICE_SITE
from sites import FIRST_OF_KIND, SITES, Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.all_rows,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

SLUR = "কুলাঙ্গার"
VOTE = "নৌকায় ভোট দিন"
TWO_LINES = "মিথ্যা\nগুজব"
CLEAN = "টিকাদান আগামীকাল"
MENDED = "প্রথম সারি\nদ্বিতীয় সারি"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
PUBLISH = "তবুও প্রকাশ করুন"
BACK = "ফিরে গিয়ে সংশোধন করুন"

# What a composer's own selectors are needed for; all else its kind of editor decides.
BY_SELECTORS = ("test_reads_and_underlines", "test_holds_a_click", "test_holds_the_keys")

Writer = Composer | FirefoxComposer


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    """One server for all: it warns of two things, each with its cure, and blocks one."""
    server = ScriptedServer()
    server.script = flagging({SLUR: "ব্যক্তি", TWO_LINES: MENDED}, **{SLUR: "warn", VOTE: "block", TWO_LINES: "warn"})
    yield server
    server.stop()


@pytest.fixture(scope="module")
def in_firefox(marionette: Marionette, server: ScriptedServer) -> Marionette:
    """The session's Firefox, asking this file's server; the office's site is granted."""
    addon = FirefoxExtension(marionette)
    addon.set(serverUrl=server.url)
    addon.wait_office()
    firefox.grant(marionette, f"*://{OFFICE_SITE}/*")
    return marionette


@pytest.fixture(scope="module")
def in_chromium(chromium: BrowserContext, settings_page: object, server: ScriptedServer) -> BrowserContext:
    """The session's Chromium, asking this file's server."""
    Extension(settings_page).set(serverUrl=server.url)  # type: ignore[arg-type]
    return chromium


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each composer in each browser."""
    if "place" not in metafunc.fixturenames:
        return
    name = metafunc.function.__name__
    by_kind = name not in BY_SELECTORS
    places = []
    for browser in results_table.BROWSERS:
        for site in SITES:
            left_out = site not in FIRST_OF_KIND and (browser == "firefox" or by_kind)
            marks = [pytest.mark.every] if left_out or (by_kind and browser != its_turn(name, site)) else []
            places.append(pytest.param((browser, site), id=f"{browser}-{site.id.replace(' ', '-')}", marks=marks))
    metafunc.parametrize("place", places, indirect=True, scope="module")


def its_turn(behaviour: str, site: Site) -> str:
    """The browser in which `make test` tries a behaviour on a kind of editor: each has its turn in both."""
    browsers = [*results_table.BROWSERS]
    number = [*results_table.BEHAVIOURS].index(behaviour) + FIRST_OF_KIND.index(site)
    return browsers[number % len(browsers)]


@pytest.fixture(scope="module")
def place(request: pytest.FixtureRequest) -> tuple[str, Site]:
    """One composer after the other: browsers keep the process of a site that comes again at once."""
    browser, site = request.param
    return browser, site


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest, place: tuple[str, Site]) -> Iterator[Page | None]:
    """The tab of a composer in Chromium, loaded anew by each test, as Firefox's is: a new one costs as much as a test."""
    browser, site = place
    if browser == "firefox":
        yield None
        return
    with tab(request.getfixturevalue("where_named" if site.named else "in_chromium")) as page:
        yield page


@pytest.fixture
def writer(
    request: pytest.FixtureRequest, place: tuple[str, Site], kept: Page | None, site_port: int
) -> Iterator[Writer]:
    """A writer at the open composer; the page's scripts and its editor must not have failed at the end."""
    _, site = place
    if kept is None:
        firefox_writer = FirefoxComposer(request.getfixturevalue("in_firefox"), site_port, site).open()
        yield firefox_writer
        assert firefox_writer.js("JSON.stringify(faults)") == "[]"
        return
    composer = Composer(kept, site).open()
    yield composer
    faults, editor = composer.faults, kept.evaluate("window.faults")
    composer.leave()
    assert faults == [] and editor == []


def marked(writer: Writer, text: str) -> str:
    """As the test sees a mark: a range over lines has no break between them."""
    return text if writer.site.mirrored else text.replace("\n", "")


def wait_typed(writer: Writer, text: str) -> None:
    """Waits until the editor's own state has this text."""
    if isinstance(writer, Composer):
        writer.page.wait_for_function("(text) => draft().includes(text)", arg=text)
    else:
        writer.wait(lambda: text in writer.draft(), text)


def test_reads_and_underlines(writer: Writer, server: ScriptedServer) -> None:
    draft = f"🙂 প্রথম সারি\n\nওই {SLUR} বলে {VOTE}\nশেষ"
    before = len(server.questions)
    writer.spell(draft)
    wait_answered(writer, server, draft, after=before)  # and not only what came before the last line
    writer.wait_marks(block=[VOTE], warn=[SLUR])
    assert writer.draft() == draft and writer.looks_underlined()
    assert server.questions[-1]["platform"] == writer.site.platform


def test_replaces_a_word(writer: Writer) -> None:
    writer.type(f"🙂 প্রথম\nওই {SLUR} আসেনি")
    writer.wait_marks(warn=[SLUR])
    writer.open_panel()
    writer.press("ব্যক্তি")
    writer.wait_draft("🙂 প্রথম\nওই ব্যক্তি আসেনি")
    writer.wait_marks()
    writer.type("!")
    wait_typed(writer, "!")
    assert writer.draft().count("!") == 1


def test_replaces_over_lines(writer: Writer) -> None:
    writer.type(f"আগে\n{TWO_LINES} পরে")
    writer.wait_marks(warn=[marked(writer, TWO_LINES)])
    writer.open_panel()
    writer.press("প্রথম সারি")
    writer.wait_draft(f"আগে\n{MENDED} পরে")
    writer.wait_marks()


def test_undoes(writer: Writer) -> None:
    writer.spell(f"ওই {SLUR} আসেনি")  # what was put in at once a moment ago would be undone with it
    writer.wait_marks(warn=[SLUR])
    writer.open_panel()
    writer.press("ব্যক্তি")
    writer.wait_draft("ওই ব্যক্তি আসেনি")
    writer.key("Control+z")
    writer.wait_draft(f"ওই {SLUR} আসেনি")


def test_holds_a_click(writer: Writer) -> None:
    writer.type(f"এবার {VOTE}")
    writer.wait_marks(block=[VOTE])
    writer.click_post()
    assert VOTE in writer.wait_dialog("প্রকাশ স্থগিত")
    assert writer.posts() == [] and writer.seen() == []
    writer.press(BACK)
    writer.wait_no_dialog()
    assert writer.posts() == [] and writer.draft() == f"এবার {VOTE}"


def test_holds_the_keys(writer: Writer) -> None:
    writer.type(f"এবার {VOTE}")
    writer.wait_marks(block=[VOTE])
    for key in writer.site.keys:
        writer.key(key)
        writer.wait_dialog("প্রকাশ স্থগিত")
        assert writer.posts() == [] and writer.seen() == []
        writer.key("Escape")
        writer.wait_no_dialog()
    assert writer.posts() == [] and writer.draft() == f"এবার {VOTE}"


def test_lets_a_clean_draft_go(writer: Writer, server: ScriptedServer) -> None:
    before = len(server.questions)
    writer.type(CLEAN)
    wait_answered(writer, server, CLEAN, after=before)
    writer.wait_text(CLEAR)
    writer.click_post()
    assert [post["text"].split("\n")[0] for post in writer.wait_posts(1)] == [CLEAN]


def test_asks_and_publishes_on_a_yes(writer: Writer) -> None:
    writer.type(f"ওই {SLUR}")
    writer.wait_marks(warn=[SLUR])
    writer.click_post()
    writer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert writer.posts() == []
    writer.press(PUBLISH)
    assert [post["text"].split("\n")[0] for post in writer.wait_posts(1)] == [f"ওই {SLUR}"]


def test_follows_an_editor_that_is_drawn_anew(writer: Writer) -> None:
    writer.type("প্রথম ")
    writer.wait_text(CLEAR)
    writer.swap()
    writer.type(VOTE)
    writer.wait_marks(block=[VOTE])
    writer.click_post()
    writer.wait_dialog("প্রকাশ স্থগিত")
    assert writer.posts() == []


def test_the_table_in_the_docs_is_what_these_tests_hold() -> None:
    assert results_table.written() == results_table.render(results_table.all_pass()), "run `make platforms`"
