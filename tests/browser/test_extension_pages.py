"""Popup and options in Chromium: true states, Bangla words, the cure beside each fault, no error in the console."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import Composer, Faults, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page, expect
from scripted_server import ScriptedServer, answer, flagging

pytestmark = pytest.mark.browser


@pytest.fixture
def own_page(chromium: BrowserContext) -> Iterator[Page]:
    """A page for popup or options, in which nothing may fail."""
    with tab(chromium) as page:
        faults = Faults(page, "error", "warning")
        yield page
    assert [fault for fault in faults if "net::ERR" not in fault and "status of" not in fault] == []


@pytest.fixture
def popup(own_page: Page, extension: Extension, scripted: ScriptedServer) -> Page:
    """The popup, shown as a page."""
    own_page.goto(f"{extension.origin}/popup/popup.html")
    return own_page


@pytest.fixture
def options(own_page: Page, extension: Extension, scripted: ScriptedServer) -> Page:
    """The options page."""
    own_page.goto(f"{extension.origin}/options/options.html")
    expect(own_page.locator("#serverUrl")).to_have_value(scripted.url)
    return own_page


def test_the_popup_tells_office_server_and_ruleset(popup: Page, scripted: ScriptedServer) -> None:
    expect(popup.locator("#office")).to_have_text(scripted.office["name"])
    expect(popup.locator("#server")).to_have_text("সংযুক্ত")
    expect(popup.locator("#ruleset")).to_have_text(scripted.office["ruleset"]["version"])
    expect(popup.locator("#page")).to_have_text("এই পাতায় যাচাই চালু নেই")
    expect(popup.locator("#failure")).to_be_hidden()
    assert popup.locator("#practice").get_attribute("href") == f"{scripted.url}/practice/"


# Chromium that has just started takes seconds to tell what a policy says.
SLOW_POLICY = """{
  const get = chrome.storage.managed.get.bind(chrome.storage.managed);
  const told = new Promise((resolve) => { globalThis.tell = resolve; });
  chrome.storage.managed.get = async (...asked) => { await told; return get(...asked); };
}"""


@pytest.mark.parametrize("name", ["popup", "options", "welcome"])
def test_a_page_of_ours_says_that_it_is_being_opened_until_what_it_set_is_known(
    own_page: Page, extension: Extension, scripted: ScriptedServer, name: str
) -> None:
    own_page.add_init_script(SLOW_POLICY)
    own_page.goto(f"{extension.origin}/{name}/{name}.html")
    opening, main = own_page.get_by_text("খোলা হচ্ছে…"), own_page.locator("main")
    expect(opening).to_be_visible()
    expect(main).to_be_hidden()  # nothing in it could be pressed, or typed over
    own_page.evaluate("tell()")
    expect(main).to_be_visible()
    expect(opening).to_be_hidden()
    expect(own_page.get_by_label("ভাষা")).to_have_value("bn")


def test_the_popup_tells_what_to_do_when_the_server_is_away(popup: Page, scripted: ScriptedServer) -> None:
    expect(popup.locator("#server")).to_have_text("সংযুক্ত")
    scripted.stop()
    popup.reload()
    expect(popup.locator("#server")).to_have_text("সংযোগ নেই")
    expect(popup.locator("#failure")).to_contain_text("সার্ভারে পৌঁছানো যায়নি")
    expect(popup.locator("#ruleset")).to_be_hidden()


HOLD = {"mode": "hold", "until": "", "message": {"bn": "আজ সব প্রকাশ বন্ধ", "en": "Nothing today"}}


def open_popup_at(page: Page, extension: Extension, composers: int, guarded: int) -> Page:
    """The popup above a page with so many composers."""
    told = {"composers": composers, "guarded": guarded, "isMarked": False, "isUnchecked": False}
    page.add_init_script(
        f"chrome.tabs.sendMessage = async (_tab, {{type}}) => (type === 'host' ? 'x.com' : {json.dumps(told)});"
    )
    page.goto(f"{extension.origin}/popup/popup.html")
    return page


def test_what_the_office_told_last_is_told_also_while_its_server_is_away(
    own_page: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    scripted.office |= {"min_extension": "99.0", "switch": HOLD}
    extension.set(serverUrl=scripted.url, token="held")
    popup = open_popup_at(own_page, extension, 1, 1)
    expect(popup.locator("#switch")).to_contain_text(HOLD["message"]["bn"])
    scripted.stop()
    popup.reload()
    expect(popup.locator("#server")).to_have_text("সংযোগ নেই")
    expect(popup.locator("#office")).to_have_text(scripted.office["name"])
    expect(popup.locator("#switch")).to_contain_text(HOLD["message"]["bn"])
    expect(popup.locator("#tooOld")).to_contain_text("অন্তত ৯৯.০ সংস্করণ দরকার")


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    ("composers", "guarded", "said"),
    [(1, 1, "যাচাই করা যাচ্ছে না"), (2, 1, "পোস্ট স্থগিত রাখা যাবে না"), (0, 0, "লেখার ঘর খোলা নেই")],
)
def test_nothing_is_said_to_be_checked_while_the_server_is_away(
    own_page: Page, extension: Extension, scripted: ScriptedServer, composers: int, guarded: int, said: str, known: bool
) -> None:
    if known:
        extension.wait_office(scripted.office["name"])
    else:
        extension.set(serverUrl="http://127.0.0.1:9")
    scripted.stop()
    popup = open_popup_at(own_page, extension, composers, guarded)
    expect(popup.locator("#server")).to_have_text("সংযোগ নেই")
    expect(popup.locator("#page")).to_contain_text(said)


def test_a_page_that_is_guarded_is_said_to_be_checked(
    own_page: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    popup = open_popup_at(own_page, extension, 1, 1)
    expect(popup.locator("#server")).to_have_text("সংযুক্ত")
    expect(popup.locator("#page")).to_have_text("পোস্টের খসড়া যাচাই হচ্ছে")


@pytest.mark.parametrize("also", ["", "99.0"])
def test_a_notice_keeps_off_the_head(own_page: Page, extension: Extension, scripted: ScriptedServer, also: str) -> None:
    scripted.office |= {"switch": HOLD, "min_extension": also}
    popup = open_popup_at(own_page, extension, 1, 1)
    expect(popup.locator("#switch")).to_be_visible()
    head, notice = popup.locator("header").bounding_box(), popup.locator(".notice:visible").first.bounding_box()
    assert head and notice and notice["y"] - head["y"] - head["height"] >= 8


def test_the_language_changes_everywhere_at_once(popup: Page, extension: Extension) -> None:
    with extension.options() as options:
        expect(options.locator("h1")).to_have_text("যাচাই: সেটিংস")
        popup.locator("#language").select_option("en")
        expect(popup.locator("#server")).to_have_text("Connected")
        expect(popup.locator("html")).to_have_attribute("lang", "en")
        expect(options.locator("h1")).to_have_text("Jachai: settings")


def test_the_language_reaches_a_composer_that_is_open(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    scripted.script = flagging(**{"কুলাঙ্গার": "warn"})
    composer.page.keyboard.insert_text("ওই কুলাঙ্গার")
    composer.wait_marks(warn=["কুলাঙ্গার"])
    asked = len(scripted.questions)
    extension.page.evaluate(
        "async (settings) => chrome.storage.local.set({settings})", {"serverUrl": scripted.url, "language": "en"}
    )
    composer.press("Show what was found")
    composer.wait_text("Points to look at: 1")
    composer.wait_marks(warn=["কুলাঙ্গার"])
    assert composer.draft() == "ওই কুলাঙ্গার"
    assert {question["ui_language"] for question in scripted.questions[asked:]} == {"en"}
    assert composer.drawn()["hosts"].count("jachai-badge") == 1
    composer.click_post()
    composer.wait_dialog("Please look before you publish")
    assert "নির্দেশিকা" not in composer.drawn()["dialogs"][0]


@pytest.mark.parametrize("held", [False, True], ids=["a warning", "the office holds all"])
def test_the_language_reaches_a_question_that_is_open(
    composer: Composer, scripted: ScriptedServer, extension: Extension, held: bool
) -> None:
    flag = flagging(**{"কুলাঙ্গার": "warn"})
    scripted.script = lambda question: {**flag(question), "switch": HOLD if held else None}
    scripted.office["switch"] = HOLD if held else None
    composer.page.keyboard.insert_text("ওই কুলাঙ্গার")
    composer.wait_marks(warn=["কুলাঙ্গার"])
    composer.click_post()
    composer.wait_dialog(HOLD["message"]["bn"] if held else "প্রকাশের আগে দেখে নিন")
    extension.page.evaluate(
        "async (settings) => chrome.storage.local.set({settings})", {"serverUrl": scripted.url, "language": "en"}
    )
    said = composer.wait_dialog(HOLD["message"]["en"] if held else "Please look before you publish")
    assert "প্রকাশ" not in said and composer.posts() == []
    composer.press("Go back")
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == "ওই কুলাঙ্গার"


def test_the_practice_link_never_carries_another_scheme(own_page: Page, extension: Extension) -> None:
    extension.set(serverUrl="javascript:alert(1)")
    own_page.goto(f"{extension.origin}/popup/popup.html")
    expect(own_page.locator("#practice")).to_have_attribute("href", "http://127.0.0.1:8420/practice/")


def test_there_is_no_practice_page_where_the_server_asks_for_a_token(
    own_page: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    extension.set(serverUrl=scripted.url, token="s3cret")
    own_page.goto(f"{extension.origin}/popup/popup.html")
    expect(own_page.locator("#welcome")).to_be_visible()  # which has a draft to practise with
    expect(own_page.locator("#practice")).to_be_hidden()


@pytest.mark.parametrize(
    ("field", "value", "cure"),
    [
        ("serverUrl", "127.0.0.1:8420", "http:// বা https://"),
        ("serverUrl", "ftp://server", "http:// বা https://"),
        ("serverUrl", "http://name:secret@server", "http:// বা https://"),
        ("token", "দুই শব্দ", "টোকেনে ফাঁকা জায়গা"),
        pytest.param("token", "x" * 513, "সর্বোচ্চ ৫১২ অক্ষর", id="token too long"),
        ("institution", "a b", "ইংরেজি অক্ষর"),
        pytest.param("institution", "x" * 513, "সর্বোচ্চ ৫১২ অক্ষর", id="institution too long"),
    ],
)
def test_a_faulty_setting_is_told_with_its_cure_and_not_kept(
    options: Page, extension: Extension, scripted: ScriptedServer, field: str, value: str, cure: str
) -> None:
    options.locator(f"#{field}").fill(value)
    options.get_by_role("button", name="সংরক্ষণ করুন").click()
    expect(options.locator(f"#{field}-fault")).to_contain_text(cure)
    expect(options.locator(f"#{field}")).to_be_focused()
    assert extension.settings() == {"serverUrl": scripted.url}


def test_good_settings_are_kept_and_used(options: Page, extension: Extension, scripted: ScriptedServer) -> None:
    options.locator("#serverUrl").fill(f"{scripted.url}/")
    options.locator("#token").fill("s3cret")
    options.locator("#accountKind").select_option("institution")
    options.get_by_role("button", name="সংরক্ষণ করুন").click()
    expect(options.locator("#outcome")).to_have_text("সংরক্ষণ করা হয়েছে।")
    kept = extension.settings()
    assert (kept["serverUrl"], kept["token"], kept["accountKind"]) == (scripted.url, "s3cret", "institution")


def test_the_connection_is_tested_with_a_check(options: Page, scripted: ScriptedServer) -> None:
    options.locator("#token").fill("s3cret")
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_contain_text(f"সংযোগ ঠিক আছে। দপ্তর: {scripted.office['name']}")
    assert scripted.headers[-1]["Authorization"] == "Bearer s3cret"


def test_the_version_of_the_lists_is_told_in_the_digits_of_the_language(
    options: Page, scripted: ScriptedServer
) -> None:
    scripted.script = lambda _question: {**answer("clear"), "ruleset": {"version": "2026.11", "hash": "0"}}
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_contain_text("সংস্করণ: ২০২৬.১১।")


def test_an_address_that_is_only_tried_leaves_what_the_office_chose(
    options: Page, extension: Extension, composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.office["when_unreachable"] = "hold"
    extension.set(serverUrl=scripted.url, token="strict")
    composer.open()
    extension.wait_office(scripted.office["name"])
    other = ScriptedServer()
    options.reload()
    expect(options.locator("#serverUrl")).to_have_value(scripted.url)
    scripted.stop()
    options.locator("#serverUrl").fill(other.url)
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_have_attribute("data-state", "good")
    assert composer.world("Jachai.rules().then(({whenUnreachable}) => whenUnreachable)") == "hold"
    other.stop()


@pytest.mark.parametrize("told", [{"status": "login required"}, [], {"name": "x", "ruleset": {"version": 7}}])
def test_an_answer_that_is_no_offices_is_told_in_the_test(options: Page, scripted: ScriptedServer, told: Any) -> None:
    scripted.office = told
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_contain_text("সার্ভারের ঠিকানা দেখুন")
    expect(options.locator("#outcome")).to_have_attribute("data-state", "bad")


@pytest.mark.parametrize(
    ("reply", "cure"),
    [
        ((401, b"{}"), "টোকেন"),
        ((404, b"{}"), "ঠিকানা ঠিক করুন"),
        ((500, b""), "সার্ভারে ত্রুটি"),
        ((200, b"<html>"), "সার্ভারের ঠিকানা দেখুন"),
    ],
)
def test_a_failed_test_tells_why(options: Page, scripted: ScriptedServer, reply: tuple[int, bytes], cure: str) -> None:
    scripted.script = lambda _question: reply
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_contain_text(cure)
    expect(options.locator("#outcome")).to_have_attribute("data-state", "bad")


def test_an_unreachable_server_is_told_in_the_test(options: Page, scripted: ScriptedServer) -> None:
    scripted.stop()
    options.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(options.locator("#outcome")).to_contain_text("সার্ভারে পৌঁছানো যায়নি")


def test_token_and_account_kind_travel_with_a_check_and_the_token_stays_out_of_the_page(
    extension: Extension, scripted: ScriptedServer, composer: Composer
) -> None:
    extension.set(serverUrl=scripted.url, token="s3cret", accountKind="employee", institution="dc-office")
    composer.type("নোটিশ")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    assert scripted.headers[-1]["Authorization"] == "Bearer s3cret"
    assert scripted.questions[-1]["account"]["kind"] == "employee"
    assert scripted.questions[-1]["institution"] == "dc-office"
    reach = "chrome.storage.local.get().then((kept) => JSON.stringify(kept), (error) => 'refused: ' + error.message)"
    assert composer.world(reach).startswith("refused")


@pytest.mark.parametrize(
    ("query", "guarded"),
    [("", 1), ("?post=none", 0), ("?kind=comment", 1)],  # Enter publishes a comment
)
def test_the_page_tells_whether_its_composer_is_guarded(
    composer: Composer, scripted: ScriptedServer, extension: Extension, query: str, guarded: int
) -> None:
    composer.open(query)
    if "comment" in query:
        composer.page.evaluate("document.querySelectorAll('.post').forEach((button) => button.remove())")
    told = extension.page.evaluate("""async () => {
      const tabs = await chrome.tabs.query({});
      const replies = await Promise.allSettled(tabs.map(({id}) => chrome.tabs.sendMessage(id, {type: 'page'}, {frameId: 0})));
      return replies.map(({value}) => value).filter(Boolean);
    }""")
    assert told == [{"composers": 1, "guarded": guarded, "isMarked": False, "isUnchecked": False}]


def test_our_own_pages_get_no_answer_meant_for_content_scripts(extension: Extension) -> None:
    reply = extension.page.evaluate(
        """() => chrome.runtime.sendMessage({type: 'rules'}).then((value) => value ?? null, () => 'no answer')"""
    )
    assert reply in (None, "no answer")


def test_what_the_office_set_by_policy_is_locked_and_told(
    own_page: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    policy = {"serverUrl": "https://jachai.example", "whenUnreachable": "hold"}
    own_page.add_init_script(f"chrome.storage.managed.get = async () => ({json.dumps(policy)});")
    own_page.goto(f"{extension.origin}/options/options.html")
    expect(own_page.locator("#serverUrl")).to_have_value(policy["serverUrl"])
    for locked in policy:
        expect(own_page.locator(f"#{locked}")).to_be_disabled()
        expect(own_page.locator(f"#{locked}-locked")).to_have_text("দপ্তর-নির্ধারিত")
    expect(own_page.locator("#token")).to_be_enabled()
    own_page.locator("#institution").fill("dc-office")
    own_page.get_by_role("button", name="সংরক্ষণ করুন").click()
    expect(own_page.locator("#outcome")).to_have_text("সংরক্ষণ করা হয়েছে।")
    kept = extension.settings()
    assert kept["institution"] == "dc-office" and kept["serverUrl"] == scripted.url and "whenUnreachable" not in kept


def test_what_is_typed_stands_while_another_setting_changes_elsewhere(
    options: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    options.locator("#token").fill("typed")
    options.locator("#accountKind").select_option("employee")
    extension.page.evaluate(
        "async (settings) => chrome.storage.local.set({settings})",
        {"serverUrl": scripted.url, "language": "en", "institution": "dc-office"},
    )
    expect(options.locator("h1")).to_have_text("Jachai: settings")
    expect(options.locator("#institution")).to_have_value("dc-office")  # nobody had typed there
    expect(options.locator("#language")).to_have_value("en")
    expect(options.locator("#token")).to_have_value("typed")
    expect(options.locator("#accountKind")).to_have_value("employee")
    options.locator("button[type=submit]").click()
    expect(options.locator("#outcome")).to_have_attribute("data-state", "good")
    kept = extension.settings()
    assert (kept["token"], kept["accountKind"], kept["institution"]) == ("typed", "employee", "dc-office")


@pytest.mark.parametrize("width", [320, 400])
def test_what_is_locked_is_told_in_one_line(own_page: Page, extension: Extension, width: int) -> None:
    own_page.set_viewport_size({"width": width, "height": 640})
    policy = {"accountKind": "institution", "sites": ["a-very-long-name.of.the.ministry.example.gov.bd", "b.example"]}
    own_page.add_init_script(f"chrome.storage.managed.get = async () => ({json.dumps(policy)});")
    own_page.goto(f"{extension.origin}/options/options.html")
    expect(own_page.locator("#accountKind-locked")).to_be_visible()
    lines = "(pill) => { const range = document.createRange(); range.selectNodeContents(pill); return new Set([...range.getClientRects()].map(({top}) => Math.round(top / 8))).size; }"
    assert [pill.evaluate(lines) for pill in own_page.locator(".locked:visible").all()] == [1, 1]
    assert own_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pages_that_ask_at_once_make_one_install(chromium: BrowserContext, extension: Extension) -> None:
    listening = """async () => {
      const { installation } = await import('/background/install.js');
      const back = new BroadcastChannel('back');
      globalThis.go = new BroadcastChannel('go');
      go.onmessage = async () => back.postMessage((await installation()).id);
    }"""
    asking = """async () => {
      const back = new BroadcastChannel('back');
      const rounds = [];
      for (let round = 0; round < 8; round++) {
        const ids = [];
        const all = new Promise((resolve) => { back.onmessage = ({ data }) => { if (ids.push(data) === 3) resolve(); }; });
        await chrome.storage.local.remove('install');
        new BroadcastChannel('go').postMessage('');
        await all;
        rounds.push(new Set(ids).size);
      }
      return rounds;
    }"""
    pages = [chromium.new_page() for _ in range(4)]
    for page in pages:
        page.goto(f"{extension.origin}/options/options.html")
    for page in pages[1:]:
        page.evaluate(listening)
    assert pages[0].evaluate(asking) == [1] * 8
    for page in pages:
        page.close()
