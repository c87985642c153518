"""The first-run page: opened at install, in Bangla, with a practice draft that the real server checks."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import MARKS, PUBLISH_ANYWAY, TO_READ, Faults, as_json, launch, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect
from scripted_server import ScriptedServer, answer, flagging

pytestmark = pytest.mark.browser

INSULT = "কুলাঙ্গার"


@pytest.fixture
def welcome(chromium: BrowserContext, extension: Extension) -> Iterator[Page]:
    """The page, at which nothing may fail."""
    with tab(chromium) as page:
        faults = Faults(page, "error", "warning")
        yield page
    assert [fault for fault in faults if "net::ERR" not in fault and "status of" not in fault] == []


def open_welcome(page: Page, extension: Extension, server_url: str) -> Page:
    extension.set(serverUrl=server_url)
    page.goto(f"{extension.origin}/welcome/welcome.html")
    expect(page.locator("#server")).to_have_attribute("data-state", "reachable")
    return page


def wait_marks(page: Page, **wanted: list[str]) -> None:
    page.wait_for_function(f"(wanted) => JSON.stringify({MARKS}) === wanted", arg=as_json(wanted))


def wait_page(context: BrowserContext, ending: str) -> Page:
    """Waits for a tab with this address, which a new one does not have from the first."""
    until = time.monotonic() + 30
    while not (found := [page for page in context.pages if page.url.endswith(ending)]):
        assert time.monotonic() < until, [page.url for page in context.pages]
        context.pages[0].wait_for_timeout(20)
    return found[0]


def test_it_opens_at_install_by_itself(playwright: Playwright, tmp_path: Path, site_port: int) -> None:
    with launch(playwright, tmp_path, site_port) as context:
        page = wait_page(context, "/welcome/welcome.html")
        expect(page.locator("h1")).to_have_text("প্রকাশের আগে পোস্ট যাচাই")
        expect(page.locator("#server")).to_contain_text("ঠিকানাটি সেটিংসে লিখুন")
        expect(page.locator("main")).to_contain_text("আগে থেকে খোলা পাতা আবার লোড করুন")


def test_the_practice_draft_is_really_checked_and_mended(welcome: Page, extension: Extension, server_url: str) -> None:
    open_welcome(welcome, extension, server_url)
    welcome.get_by_role("button", name="নমুনা বসান").click()
    wait_marks(welcome, warn=[INSULT])
    expect(welcome.locator("#dock .finding .label")).to_have_text("অনুচ্ছেদ ৯(ঙ)")
    welcome.locator("#draft").fill("ওই মেথর আসেনি")
    wait_marks(welcome, warn=["মেথর"])
    welcome.locator("#dock .cure").first.click()
    wait_marks(welcome)
    expect(welcome.locator("#dock h2")).to_have_text("নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি")


def test_the_sample_costs_nobody_a_draft(welcome: Page, extension: Extension, server_url: str) -> None:
    open_welcome(welcome, extension, server_url)
    draft = welcome.locator("#draft")
    draft.click()
    welcome.keyboard.type("আমার নিজের খসড়া")
    welcome.locator("#sample").click()
    wait_marks(welcome, warn=[INSULT])
    expect(draft).not_to_contain_text("আমার নিজের খসড়া")
    welcome.keyboard.press("Control+Z")
    expect(draft).to_have_text("আমার নিজের খসড়া")


def asked_at_publishing(welcome: Page, extension: Extension, server_url: str) -> Locator:
    """The question at "publish" about the sample, of which one is warned."""
    open_welcome(welcome, extension, server_url)
    welcome.locator("#sample").click()
    wait_marks(welcome, warn=[INSULT])
    welcome.locator("#publish").click()
    return welcome.locator("jachai-dialog dialog")


def test_publishing_asks_as_in_a_composer_and_publishes_nothing(
    welcome: Page, extension: Extension, server_url: str
) -> None:
    dialog = asked_at_publishing(welcome, extension, server_url)
    expect(dialog).to_contain_text(INSULT)
    dialog.get_by_role("button", name="ফিরে গিয়ে").click()
    expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা হয়নি")
    welcome.locator("#publish").click()
    dialog.get_by_role("button", name=PUBLISH_ANYWAY).click(delay=TO_READ)
    expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা যেত")


def test_pressed_twice_it_asks_once_and_practice_counts_as_no_publishing(
    welcome: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    given, flags = threading.Event(), flagging(**{INSULT: "warn"})
    scripted.script = lambda question: given.wait(30) and flags(question)
    open_welcome(welcome, extension, scripted.url)
    welcome.locator("#sample").click()
    for _press in range(2):
        welcome.locator("#publish").click()
    given.set()
    dialog = welcome.locator("jachai-dialog dialog")
    dialog.get_by_role("button", name=PUBLISH_ANYWAY).click(delay=TO_READ)
    expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা যেত")
    expect(dialog).to_have_count(0)
    welcome.locator("#publish").click()  # what is known is looked at once more
    expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা যেত")
    assert {question["moment"] for question in scripted.questions} == {"typing"}


def test_a_yes_goes_with_its_draft(welcome: Page, extension: Extension, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{INSULT: "warn"})
    open_welcome(welcome, extension, scripted.url)
    dialog = welcome.locator("jachai-dialog dialog")
    for _draft in range(2):  # the same text again is another draft
        welcome.locator("#sample").click()
        wait_marks(welcome, warn=[INSULT])
        welcome.locator("#publish").click()
        dialog.get_by_role("button", name=PUBLISH_ANYWAY).click(delay=TO_READ)
        expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা যেত")
        welcome.locator("#draft").fill("")
        expect(welcome.locator("#outcome")).to_have_text(NOTHING_YET)


def test_what_is_hidden_there_is_hidden_and_comes_back(welcome: Page, extension: Extension, server_url: str) -> None:
    open_welcome(welcome, extension, server_url)
    welcome.locator("#sample").click()
    welcome.locator("#dock summary", has_text="এটি ভুল মনে হলে").click()
    welcome.get_by_role("button", name="এই বিষয়টি আড়াল করুন").click()
    wait_marks(welcome)
    expect(welcome.locator("#dock .notes")).to_contain_text("আপনার আড়াল করা ১টি বিষয়")
    with extension.options() as options:
        options.locator("#hidden button").click()
        expect(options.locator("#none")).to_be_visible()
    welcome.bring_to_front()
    wait_marks(welcome, warn=[INSULT])


def test_it_speaks_english_too_and_keeps_the_draft(welcome: Page, extension: Extension, server_url: str) -> None:
    open_welcome(welcome, extension, server_url)
    welcome.locator("#draft").fill("নোটিশ")
    welcome.locator("#language").select_option("en")
    expect(welcome.locator("h1")).to_have_text("Your post is checked before it is published")
    expect(welcome.locator("#draft")).to_have_text("নোটিশ")
    expect(welcome.locator("#dock .panel")).to_have_count(1)


def test_a_question_that_is_open_comes_in_the_language_that_is_chosen_meanwhile(
    welcome: Page, extension: Extension, server_url: str
) -> None:
    dialog = asked_at_publishing(welcome, extension, server_url)
    expect(dialog).to_contain_text("প্রকাশের আগে দেখে নিন")
    extension.page.evaluate(
        "async (settings) => chrome.storage.local.set({settings})", {"serverUrl": server_url, "language": "en"}
    )
    expect(dialog).to_contain_text("Please look before you publish")
    dialog.get_by_role("button", name="Publish anyway").click(delay=TO_READ)
    expect(welcome.locator("#outcome")).to_contain_text("could have been published")


# A browser that has just started takes seconds to tell what IT set.
SLOW_POLICY = """{
  const { managed } = chrome.storage;
  const get = managed.get.bind(managed);
  const told = new Promise((resolve) => { window.tellPolicy = resolve; });
  managed.get = async (...keys) => { window.isAsked = true; await told; return get(...keys); };
}"""


def test_a_tab_that_comes_into_sight_while_it_opens_is_whole_once_it_is_open(
    welcome: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    scripted.script = flagging(**{INSULT: "warn"})
    extension.set(serverUrl=scripted.url)
    welcome.add_init_script(SLOW_POLICY)
    welcome.goto(f"{extension.origin}/welcome/welcome.html")
    welcome.wait_for_function("window.isAsked")
    welcome.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    welcome.evaluate("tellPolicy()")
    expect(welcome.locator("#server")).to_have_attribute("data-state", "reachable")
    expect(welcome.locator("#dock .panel")).to_be_visible()
    welcome.locator("#sample").click()
    wait_marks(welcome, warn=[INSULT])


def test_a_server_that_is_away_is_told_with_its_cure(welcome: Page, extension: Extension) -> None:
    server = ScriptedServer()
    server.stop()
    extension.set(serverUrl=server.url)
    welcome.goto(f"{extension.origin}/welcome/welcome.html")
    expect(welcome.locator("#server")).to_contain_text("সার্ভারে পৌঁছানো যায়নি")
    welcome.locator("#draft").fill("নোটিশ")
    expect(welcome.locator("#dock h2")).to_have_text("যাচাই করা হয়নি")


def test_a_token_that_is_wrong_is_told_as_that(welcome: Page, extension: Extension, scripted: ScriptedServer) -> None:
    scripted.office = (401, b"{}")  # type: ignore[assignment]
    extension.set(serverUrl=scripted.url, token="wrong")
    welcome.goto(f"{extension.origin}/welcome/welcome.html")
    expect(welcome.locator("#server")).to_have_attribute("data-state", "away")
    expect(welcome.locator("#server")).to_contain_text("সেটিংসে সঠিক টোকেন দিন")


NOTHING_YET = "এটি অনুশীলন: কোথাও কিছু প্রকাশ করা হয় না।"


@pytest.mark.parametrize("draft", ["", "  "])
@pytest.mark.parametrize("reply", [(401, b"{}"), answer("clear")], ids=["refused", "clear"])
def test_an_empty_draft_could_not_be_published(
    welcome: Page, extension: Extension, scripted: ScriptedServer, draft: str, reply: object
) -> None:
    scripted.script = lambda _question: reply
    open_welcome(welcome, extension, scripted.url)
    welcome.locator("#draft").fill(draft)
    welcome.locator("#publish").click()
    expect(welcome.locator("#outcome")).to_have_text("প্রকাশ করার মতো কিছু লেখা হয়নি।")
    assert scripted.questions == []


def test_what_was_told_of_a_draft_goes_with_it(welcome: Page, extension: Extension, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{INSULT: "block"})
    open_welcome(welcome, extension, scripted.url)
    expect(welcome.locator("#outcome")).to_have_text(NOTHING_YET)
    welcome.locator("#draft").fill("নোটিশ")
    welcome.locator("#publish").click()
    expect(welcome.locator("#outcome")).to_contain_text("প্রকাশ করা যেত")
    welcome.locator("#draft").fill(f"ওই {INSULT}")
    wait_marks(welcome, block=[INSULT])
    expect(welcome.locator("#outcome")).to_have_text(NOTHING_YET)


HOLD = {"mode": "hold", "until": "", "message": {"bn": "আজ সব প্রকাশ বন্ধ", "en": "x"}}
KEPT, TO_MEND = "খসড়াটি প্রকাশ করা হয়নি।", "খসড়াটি প্রকাশ করা হয়নি। সংশোধন করে আবার চেষ্টা করুন।"


@pytest.mark.parametrize(
    ("severity", "more", "way", "told"),
    [
        ("block", {}, "ফিরে গিয়ে সংশোধন করুন", TO_MEND),
        ("warn", {}, "ফিরে গিয়ে সংশোধন করুন", TO_MEND),
        ("block", {"switch": HOLD}, "ফিরে যান", KEPT),
        ("clear", {"switch": HOLD}, "ফিরে যান", KEPT),
        ("clear", {"verdict": "unchecked", "incomplete": [{"check": "a", "why": "timeout"}]}, "ফিরে যান", KEPT),
        ("advise", {"verdict": "unchecked", "incomplete": [{"check": "a", "why": "timeout"}]}, "ফিরে যান", KEPT),
    ],
)
def test_mending_is_asked_for_where_the_question_named_what(
    welcome: Page,
    extension: Extension,
    scripted: ScriptedServer,
    severity: str,
    more: dict[str, object],
    way: str,
    told: str,
) -> None:
    flags = flagging(**({} if severity == "clear" else {INSULT: severity}))
    scripted.script = lambda question: {**flags(question), **more}
    if "switch" in more:
        scripted.office["switch"] = HOLD
    open_welcome(welcome, extension, scripted.url)
    welcome.locator("#draft").fill(f"ওই {INSULT}")
    welcome.locator("#publish").click()
    dialog = welcome.locator("jachai-dialog dialog")
    dialog.get_by_role("button", name=way, exact=True).click()
    expect(welcome.locator("#outcome")).to_have_text(told)


def test_it_fits_a_narrow_window(welcome: Page, extension: Extension, scripted: ScriptedServer) -> None:
    welcome.set_viewport_size({"width": 320, "height": 640})
    open_welcome(welcome, extension, scripted.url)
    over = "[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth - 20).map(({className}) => className)"
    assert welcome.evaluate(over) == []  # 20: the page's own margin
