"""Every composer of every platform, on its real editor, in both browsers: the same behaviours for all.

docs/platforms.md has the table of what passes; `make platforms` writes it anew.
"""

import gc
from collections.abc import Iterator

import firefox
import pytest
import results_table
from answered import wait_answered
from chromium import Composer
from extension_settings import Extension
from firefox import FirefoxComposer, Marionette
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, flagging
from site_pages import OFFICE_SITE
from sites import SITES, Site

pytestmark = [
    pytest.mark.browser,
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

Writer = Composer | FirefoxComposer


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    """One server for all: it warns of two things, each with its cure, and blocks one."""
    server = ScriptedServer()
    server.script = flagging({SLUR: "ব্যক্তি", TWO_LINES: MENDED}, **{SLUR: "warn", VOTE: "block", TWO_LINES: "warn"})
    yield server
    server.stop()


@pytest.fixture(scope="module")
def marionette(tmp_path_factory: pytest.TempPathFactory, server: ScriptedServer) -> Iterator[Marionette]:
    """One Firefox for all tests of this file."""
    policy = {"serverUrl": server.url, "sites": [OFFICE_SITE]}
    with firefox.launch(tmp_path_factory.mktemp("firefox"), policy) as marionette:
        firefox.grant(marionette, f"*://{OFFICE_SITE}/*")
        yield marionette
    gc.collect()  # what it left open is noticed here, not in another file's tests


@pytest.fixture(scope="module")
def in_chromium(chromium: BrowserContext, settings_page: object, server: ScriptedServer) -> BrowserContext:
    """The session's Chromium, asking this file's server."""
    Extension(settings_page).set(serverUrl=server.url)  # type: ignore[arg-type]
    return chromium


@pytest.fixture(params=["chromium", "firefox"], scope="module")
def browser(request: pytest.FixtureRequest) -> str:
    """Each test runs in both."""
    name: str = request.param
    return name


@pytest.fixture(params=SITES, ids=lambda site: site.id.replace(" ", "-"))
def writer(request: pytest.FixtureRequest, browser: str, site_port: int) -> Iterator[Writer]:
    """A writer at the open composer; the page's scripts and its editor must not have failed at the end."""
    site: Site = request.param
    if browser == "firefox":
        firefox_writer = FirefoxComposer(request.getfixturevalue("marionette"), site_port, site).open()
        yield firefox_writer
        assert firefox_writer.js("JSON.stringify(faults)") == "[]"
        return
    page = request.getfixturevalue("where_named" if site.named else "in_chromium").new_page()
    composer = Composer(page, site).open()
    yield composer
    faults, editor = composer.faults, page.evaluate("window.faults")
    page.close()
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
    writer.type(draft)
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
    writer.type(f"ওই {SLUR} আসেনি")
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
