"""A server that takes seconds: the waiting is told soon, and the question at Post changes in place once the answer is there."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from chromium import Composer, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import Question, Script, ScriptedServer, answer, flagging
from sites import SITES
from test_offers import click_in, offer_records

pytestmark = pytest.mark.browser

WORD = "টিকাদান"
DRAFT = f"{WORD} কর্মসূচি আগামীকাল"
CHECKING = "যাচাই চলছে"
NOT_CHECKED = "যাচাই করা হয়নি"
CLEAR = "নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি"
WARNED = "প্রকাশের আগে দেখে নিন"
ANYWAY = "তবুও প্রকাশ করুন"
LEAVE = "ফিরে যান"
MEND = "ফিরে গিয়ে সংশোধন করুন"
PRESS_AGAIN = "আবার চাপুন"
GIVE_REASON = "কারণ জানিয়ে প্রকাশ করুন"
ROOT = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-dialog'))"
POSTED = [{"by": "click", "text": DRAFT}]

Tell = Callable[[Script], None]


def clear(_question: Question) -> Any:
    return answer("clear")


def fail(_question: Question) -> Any:
    return 500, b""


def leave_out(_question: Question) -> Any:
    return answer("unchecked", incomplete=("prohibited/demeaning",))


def flag(severity: str) -> Script:
    return flagging(**{WORD: severity})


@pytest.fixture
def tell(scripted: ScriptedServer) -> Iterator[Tell]:
    """Answers, only now, as the script has it: what was asked, and all that is asked from now on."""
    given, scripts = threading.Event(), list[Script]()
    scripted.script = lambda question: given.wait(60) and scripts[-1](question)

    def answer_as(script: Script) -> None:
        scripts.append(script)
        given.set()

    yield answer_as
    answer_as(clear)


def ask(composer: Composer, press: str = "") -> None:
    """A draft whose check is under way is to be published: by a click, or by a key."""
    composer.page.keyboard.insert_text(DRAFT)
    if press:
        composer.page.keyboard.press(press)
    else:
        composer.click_post()
    composer.wait_dialog(CHECKING)
    composer.world(f"void (globalThis.asked = {ROOT}.querySelector('dialog'))")


def wait_same(composer: Composer, text: str) -> str:
    """Waits until the question that was up says this; gives all of it."""
    said = composer.wait_dialog(text)
    assert composer.world(f"asked.open && {ROOT}.querySelector('dialog') === asked")
    return said


def buttons(composer: Composer) -> list[str]:
    """Those of the question, as they stand."""
    return composer.world(f"[...{ROOT}.querySelectorAll('.choices button')].map((one) => one.innerText)")


def press_main(composer: Composer) -> None:
    """A click on the button that is advised."""
    composer.page.wait_for_timeout(600)  # it is read
    place = composer.wait_still(
        f"((box) => ({{x: box.x + box.width / 2, y: box.y + box.height / 2}}))({ROOT}.querySelector('.main').getBoundingClientRect())",
        "the main button",
    )
    composer.page.mouse.click(place["x"], place["y"])


# What comes, the title, the buttons; the last is the main one where there is a choice
COMES = {
    "clear": (clear, CLEAR, [LEAVE, "প্রকাশ করুন"]),
    "advice": (flag("advise"), "পরামর্শ: ১টি বিষয় দেখুন", [MEND, "প্রকাশ করুন"]),
    "a warning": (flag("warn"), WARNED, [ANYWAY, MEND]),
    "a block": (flag("block"), "প্রকাশ স্থগিত রাখা হয়েছে", [MEND]),
    "a fault": (fail, "লেখাটি যাচাই করা হয়নি", [ANYWAY, LEAVE]),
    "a check left out": (leave_out, "লেখাটি যাচাই করা হয়নি", [ANYWAY, LEAVE]),
}


@pytest.mark.parametrize("comes", COMES)
def test_the_question_changes_in_place(composer: Composer, tell: Tell, comes: str) -> None:
    script, title, choices = COMES[comes]
    ask(composer)
    waiting = composer.wait_dialog(CHECKING)
    assert "সার্ভার এখনো উত্তর দেয়নি" in waiting and NOT_CHECKED in waiting and CLEAR not in waiting
    assert buttons(composer) == [ANYWAY, LEAVE]
    tell(script)
    said = wait_same(composer, title)
    assert CHECKING not in said and buttons(composer) == choices
    assert composer.world(f"{ROOT}.activeElement.innerText") == choices[-1]
    assert composer.world(f"{ROOT}.activeElement.className") == "main"
    assert composer.world(f"{ROOT}.querySelector('[role=status]').textContent").startswith(title)  # told aloud
    assert composer.posts() == []
    press_main(composer)
    composer.wait_no_dialog()
    if choices[-1] == "প্রকাশ করুন":
        assert composer.wait_posts(1) == POSTED
    else:
        assert composer.posts() == [] and composer.draft() == DRAFT
        assert ("jachai-panel" in composer.drawn()["hosts"]) == (choices[-1] == MEND)


@pytest.mark.parametrize(("script", "title"), [(clear, CLEAR), (flag("warn"), WARNED)], ids=["clear", "warn"])
def test_a_key_at_that_very_moment_does_nothing(composer: Composer, tell: Tell, script: Script, title: str) -> None:
    ask(composer)
    composer.page.keyboard.press("Shift+Tab")
    assert composer.world(f"{ROOT}.activeElement.innerText") == ANYWAY
    composer.set_clock(now=1_000, pressed=1_000)  # no time goes by
    tell(script)
    composer.wait_dialog(title)
    for key in ("Enter", "Space", "Tab", "Enter", "Space"):
        composer.page.keyboard.press(key)
    composer.page.wait_for_timeout(100)  # in which it would be published, or left
    assert composer.posts() == [] and wait_same(composer, title)
    composer.set_clock(now=1_600, pressed=1_600)
    composer.world(f"{ROOT}.querySelector('.main').focus()")
    composer.page.keyboard.press("Enter")
    composer.wait_no_dialog()
    assert composer.wait_posts(1) == POSTED if script is clear else composer.posts() == []


def test_a_button_that_was_held_down_as_the_answer_came_is_not_pressed(composer: Composer, tell: Tell) -> None:
    ask(composer)
    mouse = composer.page.mouse
    at = composer.world(f"(({{x, y}}) => [x + 20, y + 20])({ROOT}.querySelector('.main').getBoundingClientRect())")
    mouse.move(*at)
    mouse.down()
    tell(clear)
    composer.wait_dialog(CLEAR)
    composer.page.wait_for_timeout(700)  # longer than a press at that moment counts for none
    at = composer.world(f"(({{x, y}}) => [x + 20, y + 20])({ROOT}.querySelector('.main').getBoundingClientRect())")
    mouse.move(*at)
    mouse.up()
    composer.page.wait_for_timeout(100)  # in which it would be published
    assert composer.posts() == [] and composer.wait_dialog(CLEAR)
    mouse.click(*at)
    assert composer.wait_posts(1) == POSTED


def test_a_yes_that_comes_before_the_question_has_changed_is_none_to_the_answer(composer: Composer, tell: Tell) -> None:
    composer.world("""void ((every) => {
      globalThis.setInterval = (act, delay, ...more) => every(act, delay === 300 ? 1e9 : delay, ...more);
    })(globalThis.setInterval)""")
    ask(composer)
    tell(flag("warn"))
    composer.wait_marks(warn=[WORD])
    assert composer.wait_dialog(CHECKING)
    composer.press(ANYWAY)
    wait_same(composer, WARNED)
    assert composer.posts() == []
    composer.press(ANYWAY)
    assert composer.wait_posts(1) == POSTED


def test_nobody_has_to_wait(composer: Composer, tell: Tell) -> None:
    ask(composer)
    composer.press(ANYWAY)
    assert composer.wait_posts(1) == POSTED


def test_where_the_office_holds_what_is_not_checked_there_is_no_way_before_the_answer(
    composer: Composer, scripted: ScriptedServer, extension: Extension, tell: Tell
) -> None:
    extension.set(serverUrl=scripted.url, whenUnreachable="hold")
    composer.open()
    ask(composer)
    assert "যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না" in composer.wait_dialog(CHECKING) and buttons(composer) == [LEAVE]
    tell(clear)
    composer.wait_dialog(CLEAR)
    press_main(composer)
    assert composer.wait_posts(1) == POSTED


def test_what_a_key_was_to_publish_goes_at_the_press_on_publish(composer: Composer, tell: Tell) -> None:
    ask(composer, "Control+Enter")
    tell(clear)
    composer.wait_dialog(CLEAR)
    composer.page.wait_for_timeout(600)
    composer.page.keyboard.press("Enter")
    assert composer.wait_posts(1) == POSTED


def test_a_reason_is_recorded_for_a_block_that_was_waited_for(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    offer_records(composer, scripted, extension, overrides=True)
    given, flags = threading.Event(), flag("block")
    scripted.script = lambda question: given.wait(30) and flags(question)
    ask(composer)
    composer.set_clock(now=1_000, pressed=1_000)  # no time goes by
    given.set()
    composer.press(GIVE_REASON)  # meant for what stood there
    assert composer.world(f"{ROOT}.querySelector('.form').hidden")
    composer.set_clock(now=1_600, pressed=1_600)
    composer.press(GIVE_REASON)
    click_in(composer, "jachai-dialog", "label.choice", "আদালতের আদেশ")
    composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
    assert composer.wait_posts(1) == POSTED
    [(path, body)] = scripted.kept
    assert (path, body["text"], body["moment"]) == ("/api/v1/overrides", DRAFT, "publish")


def test_an_answer_that_comes_after_a_fault_changes_the_question_too(composer: Composer, tell: Tell) -> None:
    ask(composer)
    tell(fail)
    wait_same(composer, "লেখাটি যাচাই করা হয়নি")
    tell(flag("warn"))
    composer.world("void Jachai.changes.dispatchEvent(new Event('retry'))")  # as each minute
    wait_same(composer, WARNED)
    tell(clear)
    composer.world("void Jachai.changes.dispatchEvent(new Event('change'))")
    composer.wait_marks()
    composer.page.wait_for_timeout(400)  # in which it would change: what is being read stands
    wait_same(composer, WARNED)


def test_of_a_draft_that_goes_while_it_is_waited_for_no_answer_is_promised(composer: Composer, tell: Tell) -> None:
    ask(composer)
    composer.page.evaluate("openAgain()")
    wait_same(composer, "লেখাটি যাচাই করা হয়নি")
    composer.press(ANYWAY)
    composer.wait_no_dialog()
    assert composer.posts() == []


# As sites ask of who closes a draft: over it, so that it still stands there.
SURE = """() => addEventListener('keydown', ({key}) => {
  if (key === 'Escape') document.body.insertAdjacentHTML('beforeend', '<div role="alertdialog" style="position: fixed; inset: 0; background: white">Save?</div>');
})"""


@pytest.mark.all_rows
@pytest.mark.parametrize("way", ["writes on", "empties it", "closes it", "presses something else"])
def test_what_the_writer_goes_on_from_does_not_go_by_itself(
    composer: Composer, tell: Tell, scripted: ScriptedServer, extension: Extension, way: str
) -> None:
    """Half a sentence, or a draft that is being closed."""
    extension.set(serverUrl=scripted.url, whenUnreachable="allow")  # there nobody is asked either
    composer.wait_patiently()
    composer.page.evaluate(SURE)
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_text(CHECKING)
    if way == "presses something else":
        composer.page.mouse.click(5, 5)
    else:
        composer.page.locator(composer.site.box).first.focus()
        composer.page.keyboard.press("Escape" if way == "closes it" else "End")
    if way == "writes on":
        composer.page.keyboard.insert_text(" সক")
    elif way == "empties it":
        composer.page.keyboard.press("Control+A")
        composer.page.keyboard.press("Delete")
    tell(clear)
    composer.wait_text(PRESS_AGAIN)
    assert composer.posts() == []
    if way == "presses something else":
        composer.click_post()
        assert composer.wait_posts(1) == POSTED


def test_of_a_thread_the_next_draft_is_asked_about_by_its_own(
    chromium: BrowserContext, extension: Extension, tell: Tell
) -> None:
    with tab(chromium) as page:
        threaded = Composer(page, next(site for site in SITES if site.id == "x thread")).open()
        threaded.page.keyboard.insert_text("প্রথম লেখা")
        threaded.page.locator('[data-testid="tweetTextarea_1"]').click()
        threaded.page.keyboard.insert_text(DRAFT)
        threaded.click_post()
        threaded.wait_dialog(CHECKING)
        tell(flag("warn"))
        threaded.wait_dialog(CLEAR)
        press_main(threaded)
        assert WORD in threaded.wait_dialog(WARNED) and threaded.posts() == []
        threaded.press(ANYWAY)
        assert len(threaded.wait_posts(1)) == 1


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", 1), ("reduce", 0)])
def test_the_sign_moves_only_for_who_wants_motion(composer: Composer, tell: Tell, motion: Any, moves: int) -> None:
    composer.page.emulate_media(reduced_motion=motion)
    ask(composer)
    assert composer.world(f"{ROOT}.querySelector('.icon.checking').getAnimations().length") == moves


def test_before_the_question_a_few_words_say_that_it_is_being_checked(composer: Composer, tell: Tell) -> None:
    composer.wait_patiently()
    composer.page.keyboard.insert_text(DRAFT)
    composer.click_post()
    composer.wait_drawn(f"drawn.hosts.includes('jachai-notice') && drawn.text.includes('{CHECKING}')", "the notice")
    composer.click_post()  # which adds nothing, and takes nothing away
    assert "jachai-notice" in composer.drawn()["hosts"] and composer.drawn()["dialogs"] == []
    tell(clear)
    assert composer.wait_posts(1) == POSTED
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
