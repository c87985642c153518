"""Several drafts under one button: each is decided on as it stands when they are published."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from answered import wait_answered
from chromium import PUBLISH_ANYWAY, TO_READ, Composer, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import Question, ScriptedServer, answer, flagging
from sites import SITES
from test_offers import click_in, offer_records

pytestmark = pytest.mark.browser

BLOCKED = "নৌকায় ভোট দিন"
WARNED = "কুলাঙ্গার"
CLEAN = "টিকাদান কর্মসূচি আগামীকাল"
HOLD = "প্রকাশ স্থগিত"
ASK = "প্রকাশের আগে দেখে নিন"
NOT_CHECKED = "যাচাই করা হয়নি"
FIRST, SECOND = "প্রথম লেখা", "দ্বিতীয় লেখা"


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word that blocks, one that is warned of."""
    scripted.script = flagging(**{BLOCKED: "block", WARNED: "warn"})


@pytest.fixture
def composer(composer: Composer) -> Composer:
    """One whose guard waits for each answer."""
    composer.wait_patiently()
    return composer


@pytest.fixture
def warned(chromium: BrowserContext, extension: Extension) -> Iterator[Composer]:
    """Mastodon's form with a content warning."""
    with tab(chromium) as page:
        warned = Composer(page, next(site for site in SITES if site.id == "mastodon post")).open("?kind=warning")
        warned.wait_patiently()
        yield warned


@pytest.fixture
def threaded(chromium: BrowserContext, extension: Extension) -> Iterator[Composer]:
    """X's dialog with the two drafts of a thread."""
    with tab(chromium) as page:
        threaded = Composer(page, next(site for site in SITES if site.id == "x thread")).open()
        threaded.wait_patiently()
        yield threaded


def wait_asked(scripted: ScriptedServer, **wanted: str) -> None:
    """Waits until a question has these fields."""
    with scripted.asked:
        assert scripted.asked.wait_for(lambda: any(wanted.items() <= one.items() for one in scripted.questions), 30)


def test_a_thread_is_held_for_any_of_its_drafts(threaded: Composer) -> None:
    threaded.type(CLEAN)
    threaded.page.locator('[data-testid="tweetTextarea_1"]').click()
    threaded.type(f"এবার {BLOCKED}")
    threaded.wait_marks(block=[BLOCKED])
    threaded.click_post()
    threaded.wait_dialog(HOLD)
    assert threaded.posts() == []


WARNING_LINE = "#cw-spoiler-input"


def test_the_keys_in_a_content_warning_publish_the_post_too(warned: Composer) -> None:
    warned.page.keyboard.insert_text(f"এবার {BLOCKED}")
    warned.wait_marks(block=[BLOCKED])
    warned.page.locator(WARNING_LINE).click()
    warned.page.keyboard.press("Control+Enter")
    assert BLOCKED in warned.wait_dialog(HOLD)
    assert warned.posts() == []


@pytest.mark.parametrize("press", ["Post", "keys in the warning", "keys in the post"])
def test_a_content_warning_is_checked_as_the_post_is(warned: Composer, scripted: ScriptedServer, press: str) -> None:
    warned.type(CLEAN)
    wait_answered(warned, scripted, CLEAN)
    warned.page.locator(WARNING_LINE).click()
    warned.page.keyboard.insert_text(f"এবার {BLOCKED}")
    warned.wait_marks(block=[BLOCKED])
    assert scripted.questions[-1]["action"] == "edit"
    if press == "keys in the post":
        warned.page.locator(warned.site.box).click()
    if press == "Post":
        warned.click_post()
    else:
        warned.page.keyboard.press("Control+Enter")
    assert BLOCKED in warned.wait_dialog(HOLD)
    assert warned.posts() == []


def test_a_post_with_a_clean_content_warning_goes(warned: Composer, scripted: ScriptedServer) -> None:
    warned.type(CLEAN)
    wait_answered(warned, scripted, CLEAN)
    warned.page.locator(WARNING_LINE).click()
    warned.page.keyboard.insert_text("টিকা")
    wait_answered(warned, scripted, "টিকা")
    warned.page.keyboard.press("Control+Enter")
    assert warned.wait_posts(1) == [{"by": "keydown", "text": CLEAN}]


def test_a_draft_of_a_thread_that_changes_while_another_is_checked_is_checked_again(
    threaded: Composer, scripted: ScriptedServer
) -> None:
    given, flag = threading.Event(), scripted.script
    scripted.script = lambda question: (question["text"] != "দ্বিতীয় লেখা" or given.wait(30)) and flag(question)
    threaded.type(CLEAN)
    wait_answered(threaded, scripted, CLEAN)
    threaded.page.locator('[data-testid="tweetTextarea_1"]').click()
    threaded.page.keyboard.insert_text("দ্বিতীয় লেখা")
    threaded.click_post()
    wait_asked(scripted, text=CLEAN, moment="publish")  # the first is decided on, and the second waited for
    threaded.page.locator(threaded.site.box).click()
    threaded.page.keyboard.press("Control+End")
    threaded.page.keyboard.insert_text(f" {BLOCKED}")
    threaded.wait_draft(f"{CLEAN} {BLOCKED}")
    given.set()
    assert BLOCKED in threaded.wait_dialog(HOLD)
    assert threaded.posts() == []


def test_a_draft_that_is_put_beside_another_while_that_is_checked_is_checked_too(
    composer: Composer, scripted: ScriptedServer
) -> None:
    given, flag = threading.Event(), scripted.script
    scripted.script = lambda question: (question["text"] != CLEAN or given.wait(30)) and flag(question)
    composer.page.keyboard.insert_text(CLEAN)
    composer.click_post()
    wait_asked(scripted, text=CLEAN)
    composer.page.evaluate("""() => {
      const box = document.querySelector('[role=textbox]');
      box.after(Object.assign(box.cloneNode(), {id: 'two'}));
    }""")
    composer.page.locator("#two").click()
    composer.page.keyboard.insert_text(f"এবার {BLOCKED}")
    given.set()
    assert BLOCKED in composer.wait_dialog(HOLD)
    assert composer.posts() == []


def test_a_key_and_a_click_while_the_first_is_checked_publish_once(warned: Composer, scripted: ScriptedServer) -> None:
    given, flag = threading.Event(), scripted.script
    scripted.script = lambda question: (question["moment"] == "typing" or given.wait(30)) and flag(question)
    warned.page.keyboard.insert_text(f"ওই {WARNED}")
    warned.wait_marks(warn=[WARNED])
    warned.page.keyboard.press("Control+Enter")
    wait_asked(scripted, moment="publish")
    warned.click_post()
    given.set()
    warned.wait_dialog("প্রকাশের আগে দেখে নিন")
    warned.press("তবুও প্রকাশ করুন")
    warned.wait_posts(1)
    warned.wait_no_dialog()
    assert len(warned.posts()) == 1


@pytest.mark.parametrize(
    ("warned", "said"),
    [
        ("", "নিচে যা দেখানো হলো, তা সংশোধন না করা পর্যন্ত"),
        (WARNED, "‘স্থগিত’ চিহ্নিত বিষয় সংশোধন না করা পর্যন্ত পোস্টটি প্রকাশ করা যাবে না। ‘সতর্কতা’ চিহ্নিত বিষয়ও দেখে নিন।"),
    ],
)
def test_only_what_holds_has_to_be_mended(composer: Composer, warned: str, said: str) -> None:
    composer.page.keyboard.insert_text(f"এবার {BLOCKED} {warned}")
    composer.wait_marks(block=[BLOCKED], **({"warn": [warned]} if warned else {}))
    composer.click_post()
    composer.wait_dialog(said)


def write(threaded: Composer, first: str, second: str) -> None:
    """The two drafts of a thread."""
    for at, text in enumerate((first, second)):
        threaded.page.locator(f'[data-testid="tweetTextarea_{at}"]').click()
        threaded.page.keyboard.insert_text(text)


def test_the_drafts_of_a_thread_are_asked_about_at_once(threaded: Composer, scripted: ScriptedServer) -> None:
    given, flag = threading.Event(), scripted.script
    scripted.script = lambda question: (question["moment"] == "typing" or given.wait(30)) and flag(question)
    write(threaded, f"ওই {WARNED}", SECOND)
    threaded.wait_marks(warn=[WARNED])
    wait_answered(threaded, scripted, SECOND)
    threaded.click_post()
    for text in (f"ওই {WARNED}", SECOND):
        wait_asked(scripted, text=text, moment="publish")
    assert not given.is_set() and threaded.drawn()["dialogs"] == []
    given.set()
    assert WARNED in threaded.wait_dialog(ASK)


def test_one_yes_is_enough_for_all_drafts_that_could_not_be_checked(
    threaded: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = lambda _question: (500, b"")
    write(threaded, FIRST, SECOND)
    threaded.click_post()
    threaded.wait_dialog(NOT_CHECKED)
    threaded.press(PUBLISH_ANYWAY)
    assert len(threaded.wait_posts(1)) == 1
    threaded.wait_no_dialog()


@pytest.mark.parametrize(("word", "severity", "title"), [(WARNED, "warn", ASK), (BLOCKED, "block", HOLD)])
@pytest.mark.parametrize("is_late", [False, True], ids=["known", "found while the question stands"])
def test_a_yes_to_not_checked_is_none_to_what_is_found_in_another_draft(
    threaded: Composer, scripted: ScriptedServer, word: str, severity: str, title: str, is_late: bool
) -> None:
    given, flag = threading.Event(), scripted.script

    def script(question: Question) -> Any:
        if question["text"] == FIRST:
            return (500, b"")
        return (not is_late or given.wait(30)) and flag(question)

    scripted.script = script
    write(threaded, FIRST, f"ওই {word}")
    if not is_late:
        threaded.wait_marks(**{severity: [word]})
    threaded.click_post()
    threaded.wait_dialog(NOT_CHECKED)
    given.set()
    threaded.wait_marks(**{severity: [word]})
    threaded.press(PUBLISH_ANYWAY)
    assert word in threaded.wait_dialog(title)
    assert threaded.posts() == []


def test_a_reason_is_recorded_as_the_thread_goes_not_where_another_draft_keeps_it_back(
    threaded: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    offer_records(threaded, scripted, extension, overrides=True)
    write(threaded, f"এবার {BLOCKED}", f"ওই {WARNED}")
    threaded.wait_marks(block=[BLOCKED], warn=[WARNED])
    threaded.click_post()
    threaded.wait_dialog(HOLD)
    threaded.press("কারণ জানিয়ে প্রকাশ করুন")
    click_in(threaded, "jachai-dialog", "label.choice", "আদালতের আদেশ")
    threaded.press("কারণ রেকর্ড করে প্রকাশ করুন")
    threaded.wait_dialog(ASK)
    threaded.press("ফিরে গিয়ে সংশোধন করুন")
    threaded.wait_no_dialog()
    assert threaded.posts() == [] and scripted.kept == []
    threaded.click_post()
    threaded.wait_dialog(ASK)
    threaded.page.wait_for_timeout(TO_READ)
    threaded.press(PUBLISH_ANYWAY)
    threaded.wait_posts(1)
    [(path, body)] = scripted.kept
    assert (path, body["text"], body["reason"]) == ("/api/v1/overrides", f"এবার {BLOCKED}", "court")


def test_no_reason_is_recorded_where_that_of_another_draft_is_refused_and_the_writer_gives_up(
    threaded: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    offer_records(threaded, scripted, extension, overrides=True)
    scripted.keeping = (422, b'{"error": {"code": "note_repeats", "message": "", "at": 1}}')
    drafts = [f"এবার {BLOCKED}", f"ওই {BLOCKED}"]
    write(threaded, *drafts)
    threaded.wait_marks(block=[BLOCKED, BLOCKED])
    threaded.click_post()
    for _ in drafts:
        threaded.press("কারণ জানিয়ে প্রকাশ করুন")
        click_in(threaded, "jachai-dialog", "label.choice", "আদালতের আদেশ")
        threaded.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert "কারণটি নিজের ভাষায় লিখুন" in threaded.wait_dialog("কারণ রেকর্ড করা যায়নি")
    threaded.press("ফিরে গিয়ে সংশোধন করুন")
    threaded.wait_no_dialog()
    [(path, body)] = scripted.kept  # in one request: the server keeps both or none
    assert path == "/api/v1/overrides" and threaded.posts() == []
    assert [(one["text"], one["reason"]) for one in body["overrides"]] == [(draft, "court") for draft in drafts]


@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_a_thread_that_was_closed_is_not_published_though_a_draft_of_it_was_let_go_unchecked(
    threaded: Composer, scripted: ScriptedServer, extension: Extension, is_closed: bool
) -> None:
    scripted.office["when_unreachable"] = "allow"
    extension.set(serverUrl=scripted.url, token="allowing", whenUnreachable="allow")
    threaded.open()
    extension.wait_office(scripted.office["name"])
    given = threading.Event()
    scripted.script = lambda question: (500, b"") if question["text"] == FIRST else given.wait(30) and answer("clear")
    write(threaded, FIRST, SECOND)
    threaded.click_post()
    threaded.wait_drawn("drawn.hosts.includes('jachai-notice')", "that it is being checked")
    threaded.page.evaluate(
        "(display) => { document.querySelector('[role=dialog]').style.display = display; }", "none" if is_closed else ""
    )
    given.set()
    threaded.wait_drawn("!drawn.hosts.includes('jachai-notice')", "the end of that")
    if is_closed:
        threaded.page.wait_for_timeout(300)  # in which it would be published
        assert threaded.posts() == [] and threaded.drawn()["dialogs"] == []
    else:
        threaded.wait_posts(1)


PANELS = """[...document.querySelectorAll('jachai-panel')].map((host) => chrome.dom.openOrClosedShadowRoot(host).textContent)"""


def test_one_panel_at_a_time(threaded: Composer) -> None:
    for at, text in enumerate([f"ওই {WARNED}", f"এবার {BLOCKED}", ""]):
        threaded.page.locator(f'[data-testid="tweetTextarea_{at % 2}"]').click()
        threaded.page.keyboard.insert_text(text)
        threaded.wait_drawn(f"drawn.hosts.filter((one) => one === 'jachai-badge').length > {at % 2}", "its badge")
        threaded.page.wait_for_function("(count) => [...CSS.highlights.values()].length >= count", arg=1 + min(at, 1))
        threaded.page.keyboard.press("Alt+j")
        found = BLOCKED if at == 1 else WARNED
        threaded.wait_world(f"{PANELS}.length === 1 && {PANELS}[0].includes('{found}')")
    threaded.page.keyboard.press("Escape")
    threaded.wait_world(f"{PANELS}.length === 0")
