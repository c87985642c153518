"""When the server does not answer as it should: "not checked", never "clear"; then the office's choice holds."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from chromium import BOX, TO_READ, Composer
from extension_settings import Extension
from scripted_server import ScriptedServer, answer, finding, flagging
from test_lifetime import HASTY

pytestmark = pytest.mark.browser

DRAFT = "টিকাদান কর্মসূচি আগামীকাল"
NOT_CHECKED = "যাচাই করা হয়নি"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
PUBLISH = "তবুও প্রকাশ করুন"

FAULTS: dict[str, Any] = {
    "401": (401, b"{}"),
    "413": (413, b"{}"),
    "429": (429, b"{}", {"Retry-After": "1"}),
    "500": (500, b"no"),
    "login page": (200, b"<html>"),
    "another shape": {"verdict": "clear"},
    "a redirect": (302, b""),
    "clear, with a finding in it": {**answer("clear"), "findings": [finding(DRAFT, "টিকাদান", "block")]},
    "a span beyond the text": answer("warn", ({**finding(DRAFT, "টিকাদান", "warn"), "spans": [[0, 900]]},)),
    "a check left out": answer("unchecked", incomplete=("prohibited/demeaning",)),
    "a check left out, and called clear": answer("clear", incomplete=("prohibited/demeaning",)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_answer_is_told_as_not_checked_and_asks(
    composer: Composer, scripted: ScriptedServer, fault: str
) -> None:
    scripted.script = lambda _question: FAULTS[fault]
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    assert CLEAR not in composer.drawn()["text"]
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    assert composer.posts() == []
    composer.press(PUBLISH)
    assert composer.wait_posts(1) == [{"by": "click", "text": DRAFT}]


@pytest.fixture
def nobody(scripted: ScriptedServer) -> str:
    """An address at which nothing answers any more."""
    scripted.stop()
    return scripted.url


def test_unreachable_is_told_in_the_badge_and_the_panel(composer: Composer, nobody: str) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.press(NOT_CHECKED)
    composer.wait_text("সার্ভারে পৌঁছানো যায়নি")
    assert CLEAR not in composer.drawn()["text"] and composer.marks() == {}


def test_unreachable_and_allow_lets_a_key_through_at_once(
    composer: Composer, nobody: str, extension: Extension
) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="allow")
    composer.page.keyboard.insert_text(DRAFT)
    composer.page.keyboard.press("Control+Enter")
    assert composer.wait_posts(1) == [{"by": "click", "text": DRAFT}]


def test_unreachable_and_allow_lets_it_through(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="allow")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.click_post()
    assert len(composer.wait_posts(1)) == 1


def test_unreachable_and_warn_asks(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="warn")
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    assert composer.posts() == []
    composer.press("ফিরে যান")
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == DRAFT


def test_a_yes_to_what_was_not_checked_is_none_to_a_warning(composer: Composer, scripted: ScriptedServer) -> None:
    composer.open("?steps=next")
    scripted.script = lambda _question: (500, b"")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    composer.press(PUBLISH)
    composer.page.locator('.post[aria-label="Post"]').wait_for()
    scripted.script = flagging(**{"টিকাদান": "warn"})
    composer.open_panel()
    composer.press("আবার যাচাই করুন")
    composer.wait_marks(warn=["টিকাদান"])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []


def test_a_further_press_is_not_asked_for_as_of_a_checked_text(composer: Composer, scripted: ScriptedServer) -> None:
    composer.open("?post=none")
    scripted.script = lambda _question: (500, b"")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.page.keyboard.press("Control+Enter")
    composer.wait_dialog(NOT_CHECKED)
    composer.press(PUBLISH)
    composer.wait_text("যাচাই ছাড়াই প্রকাশ করতে চাইলে প্রকাশের বোতাম আবার চাপুন")
    assert "যাচাই শেষ হয়েছে" not in composer.drawn()["text"] and composer.posts() == []
    composer.page.keyboard.press("Control+Enter")
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]


@pytest.fixture
def late(composer: Composer, scripted: ScriptedServer) -> Callable[..., None]:
    """Tells, only now, what the server finds in the draft, and waits until it is shown."""
    given, found = threading.Event(), dict[str, str]()
    scripted.script = lambda question: given.wait(30) and flagging(**found)(question)

    def tell(**severity: str) -> None:
        found.update({"টিকাদান": severity["severity"]})
        given.set()
        composer.wait_marks(**{severity["severity"]: ["টিকাদান"]})

    return tell


@pytest.mark.parametrize(("severity", "title"), [("block", "প্রকাশ স্থগিত"), ("warn", "প্রকাশের আগে দেখে নিন")])
def test_what_comes_while_not_checked_is_asked_about_counts(
    composer: Composer, late: Callable[..., None], severity: str, title: str
) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    late(severity=severity)
    assert "“টিকাদান”" in composer.wait_dialog(title)
    assert composer.posts() == []
    if severity == "warn":
        composer.press(PUBLISH)
        assert composer.wait_posts(1) == [{"by": "click", "text": DRAFT}]


def test_advice_that_comes_while_not_checked_is_asked_about_asks_no_more(
    composer: Composer, late: Callable[..., None]
) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    late(severity="advise")
    composer.wait_dialog("পরামর্শ মাত্র")
    composer.page.wait_for_timeout(TO_READ)
    composer.page.keyboard.press("Enter")  # on "প্রকাশ করুন"
    assert composer.wait_posts(1) == [{"by": "click", "text": DRAFT}]


def test_a_hold_that_begins_while_not_checked_is_asked_about_holds(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    scripted.script = lambda _question: (500, b"")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    scripted.office["switch"] = {"mode": "hold", "until": "", "message": {"bn": "আজ সব প্রকাশ বন্ধ", "en": "closed"}}
    ask_office(extension)
    composer.press(PUBLISH)
    composer.wait_dialog("আজ সব প্রকাশ বন্ধ")
    assert composer.posts() == []


def ask_office(extension: Extension) -> None:
    """The extension hears from the office what is new."""
    extension.page.evaluate("""async () => {
      const [{askOffice}, {readSettings}] = await Promise.all([import('/background/office.js'), import('/background/settings.js')]);
      await askOffice((await readSettings()).settings);
    }""")


@pytest.fixture
def keyed(composer: Composer, scripted: ScriptedServer, extension: Extension) -> Composer:
    """One that only a key publishes, also unchecked."""
    scripted.office["when_unreachable"] = "allow"
    extension.set(serverUrl=scripted.url, token="allowing", whenUnreachable="allow")
    composer.open("?post=none")
    extension.wait_office(scripted.office["name"])
    return composer


def test_a_block_that_comes_after_one_more_press_was_asked_for_holds(
    keyed: Composer, late: Callable[..., None]
) -> None:
    keyed.page.keyboard.insert_text(DRAFT)
    keyed.page.keyboard.press("Control+Enter")
    keyed.wait_text("যাচাই ছাড়াই প্রকাশ করতে চাইলে প্রকাশের বোতাম আবার চাপুন")
    late(severity="block")
    keyed.page.keyboard.press("Control+Enter")
    keyed.wait_dialog("প্রকাশ স্থগিত")
    assert keyed.posts() == []


def test_a_press_that_was_asked_for_goes_while_nothing_more_is_known(
    keyed: Composer, late: Callable[..., None]
) -> None:
    keyed.page.keyboard.insert_text(DRAFT)
    keyed.page.keyboard.press("Control+Enter")
    keyed.wait_text("যাচাই ছাড়াই প্রকাশ করতে চাইলে প্রকাশের বোতাম আবার চাপুন")
    keyed.page.keyboard.press("Control+Enter")
    assert [post["text"] for post in keyed.wait_posts(1)] == [DRAFT]


def test_unreachable_and_hold_lets_nothing_through(composer: Composer, nobody: str, extension: Extension) -> None:
    extension.set(serverUrl=nobody, whenUnreachable="hold")
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    assert "যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না" in composer.wait_dialog("স্থগিত")
    assert not any(PUBLISH in button["name"] for button in composer.drawn()["buttons"])
    composer.press("ফিরে যান")
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == DRAFT


@pytest.mark.parametrize(("language", "again"), [("bn", "আবার চেষ্টা"), ("en", "try again")])
@pytest.mark.parametrize("fault", ["500", "a check left out"])
def test_a_hold_says_once_to_try_again(
    composer: Composer, scripted: ScriptedServer, extension: Extension, fault: str, language: str, again: str
) -> None:
    extension.set(serverUrl=scripted.url, whenUnreachable="hold", language=language)
    scripted.script = lambda _question: FAULTS[fault]
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text({"bn": NOT_CHECKED, "en": "Not checked"}[language])
    composer.click_post()
    held = composer.wait_dialog({"bn": "যাচাই ছাড়া পোস্ট", "en": "unchecked"}[language])
    assert held.lower().count(again) == 1


def test_what_the_office_chose_holds_also_once_its_server_is_away(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    scripted.office["when_unreachable"] = "hold"
    extension.set(serverUrl=scripted.url, token="strict", whenUnreachable="allow")  # the writer cannot loosen it
    composer.open()
    composer.type("ক")
    composer.wait_text(CLEAR)
    extension.wait_office(scripted.office["name"])
    scripted.stop()
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_dialog("স্থগিত")
    assert composer.posts() == []


def test_a_busy_server_is_left_alone_as_long_as_it_asks_and_then_asked_by_itself(
    composer: Composer, scripted: ScriptedServer
) -> None:
    busy = [(429, b"{}", {"Retry-After": "12"})]  # long enough for a slow machine to see what is told meanwhile
    scripted.script = lambda question: busy.pop() if busy else flagging(**{"টিকাদান": "warn"})(question)
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    composer.press(NOT_CHECKED)
    composer.wait_text("সার্ভার এখন ব্যস্ত")
    composer.type("২")
    composer.wait_text("সার্ভার এখন ব্যস্ত")  # told at once: typing on asks nothing of it
    assert len(scripted.questions) == 1
    composer.wait_marks(warn=["টিকাদান"])
    assert len(scripted.questions) == 2 and scripted.questions[-1]["text"] == f"{DRAFT}২"


def test_a_server_that_never_answers_is_not_checked_and_the_writer_decides(
    composer: Composer, scripted: ScriptedServer
) -> None:
    given = threading.Event()
    scripted.script = lambda _question: given.wait(20) and answer("clear")
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    said = composer.wait_dialog(NOT_CHECKED)  # long before the ten seconds that a check may take
    assert "সার্ভার এখনো উত্তর দেয়নি" in said and "সংযোগ" not in said
    assert composer.posts() == [] and CLEAR not in composer.drawn()["text"]
    composer.press("ফিরে যান")
    composer.wait_no_dialog()
    assert composer.draft() == DRAFT
    given.set()


def test_a_slow_answer_is_waited_for_and_counts(composer: Composer, scripted: ScriptedServer) -> None:
    given = threading.Event()
    scripted.script = lambda question: given.wait(20) and flagging(**{"টিকাদান": "warn"})(question)
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_drawn(
        "drawn.hosts.includes('jachai-badge') && drawn.buttons.some(({name}) => name.includes('যাচাই চলছে'))", "checking"
    )
    assert composer.marks() == {}
    given.set()
    composer.wait_marks(warn=["টিকাদান"])


def test_one_question_is_under_way_at_a_time(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    """As the browser's own network sees it: a question that is dropped is cut off before the next begins."""
    worker = extension.page.context.service_workers[0]
    worker.evaluate("""() => {
      const fetched = self.fetch;
      Object.assign(self, {underWay: 0, most: 0});
      self.fetch = async (url, init) => {
        if (!String(url).includes('/api/v1/check')) return fetched(url, init);
        self.most = Math.max(self.most, self.underWay += 1);
        // However it ends: one that was dropped before it came here never leaves, and no `abort` tells of it.
        return fetched(url, init).finally(() => { self.underWay -= 1; });
      };
    }""")
    given = threading.Event()
    scripted.script = lambda _question: given.wait(20) and answer("clear")
    for number in range(1, 4):
        composer.type("ক")
        wait_for_questions(scripted, number)
    given.set()
    composer.wait_text(CLEAR)
    assert worker.evaluate("self.most") == 1


def wait_for_questions(scripted: ScriptedServer, count: int) -> None:
    """Waits until the server was asked so many times."""
    with scripted.asked:
        assert scripted.asked.wait_for(lambda: len(scripted.questions) >= count, 30)


def test_a_network_that_comes_back_is_noticed(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    scripted.script = lambda _question: (500, b"")
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_text(NOT_CHECKED)
    scripted.script = flagging(**{"টিকাদান": "warn"})
    context = composer.page.context
    context.set_offline(True)
    composer.page.wait_for_function("() => !navigator.onLine")
    context.set_offline(False)
    composer.wait_marks(warn=["টিকাদান"])


def test_a_server_that_comes_back_is_noticed_within_a_minute(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.goto(f"https://{composer.site.host}/")
    composer.world(HASTY)
    composer.page.locator(BOX).click()
    scripted.script = lambda _question: (500, b"")
    composer.page.keyboard.insert_text(DRAFT)
    wait_for_questions(scripted, 3)
    composer.wait_text(NOT_CHECKED)
    scripted.script = flagging(**{"টিকাদান": "warn"})
    composer.wait_marks(warn=["টিকাদান"])


def test_a_block_holds_also_where_a_check_was_left_out(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = lambda question: answer(
        "block", (finding(question["text"], "টিকাদান", "block"),), incomplete=("personal/mobile",)
    )
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(block=["টিকাদান"])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.posts() == []


@pytest.mark.parametrize("severity", ["warn", "block"])
def test_why_it_is_held_is_told_where_the_office_holds_what_was_left_out(
    composer: Composer, scripted: ScriptedServer, extension: Extension, severity: str
) -> None:
    extension.set(serverUrl=scripted.url, whenUnreachable="hold")
    composer.open()
    scripted.script = lambda question: answer(
        severity, (finding(question["text"], "টিকাদান", severity),), incomplete=("personal/mobile",)
    )
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(**{severity: ["টিকাদান"]})
    composer.click_post()
    said = composer.wait_dialog("প্রকাশ স্থগিত")
    assert "“টিকাদান”" in said and said.count("পুরোপুরি যাচাই করা যায়নি") == 1
    assert ("যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না" in said) == (severity == "warn")
    assert ("সংশোধন না করা পর্যন্ত" in said) == (severity == "block")
    assert not any(PUBLISH in button["name"] for button in composer.drawn()["buttons"])
    assert composer.posts() == []


@pytest.mark.parametrize(("severity", "title"), [("warn", "প্রকাশের আগে দেখে নিন"), ("block", "প্রকাশ স্থগিত")])
def test_what_is_known_stands_where_the_last_look_takes_long(
    composer: Composer, scripted: ScriptedServer, severity: str, title: str
) -> None:
    given = threading.Event()
    flags = flagging(**{"টিকাদান": severity})
    scripted.script = lambda question: (question["moment"] == "typing" or given.wait(20)) and flags(question)
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(**{severity: ["টিকাদান"]})
    composer.click_post()
    composer.wait_dialog(title)
    assert composer.posts() == []
    given.set()
