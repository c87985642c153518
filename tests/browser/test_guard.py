"""What the guard does with Post, in Chromium, with a server that gives each verdict."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from answered import wait_answered
from chromium import BOX, POST, Composer
from extension_settings import Extension
from scripted_server import ScriptedServer, answer, flagging
from sites import SITES
from test_pause import ASK_OFFICE

pytestmark = [pytest.mark.browser, pytest.mark.all_rows]

BLOCKED = "নৌকায় ভোট দিন"
WARNED = "কুলাঙ্গার"
ADVISED = "শুভ সকাল"
CLEAN = "টিকাদান কর্মসূচি আগামীকাল"
PUBLISH = "তবুও প্রকাশ করুন"
BACK = "ফিরে গিয়ে সংশোধন করুন"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"

Press = Callable[[Composer], None]


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word for each severity."""
    scripted.script = flagging(**{BLOCKED: "block", WARNED: "warn", ADVISED: "advise"})


@pytest.fixture
def composer(composer: Composer) -> Composer:
    """One whose guard waits for each answer."""
    composer.wait_patiently()
    return composer


@pytest.fixture
def given(scripted: ScriptedServer) -> threading.Event:
    """The server answers, to all as "clear", only once this is set."""
    given = threading.Event()
    scripted.script = lambda _question: given.wait(30) and answer("clear")
    return given


def by_click(composer: Composer) -> None:
    composer.click_post()


def by_middle_click_then_click(composer: Composer) -> None:
    composer.page.locator(POST).click(button="middle")
    composer.click_post()


def by_enter(composer: Composer) -> None:
    composer.page.locator(POST).focus()
    composer.page.keyboard.press("Enter")


def by_space(composer: Composer) -> None:
    composer.page.locator(POST).focus()
    composer.page.keyboard.press("Space")


def by_control_enter(composer: Composer) -> None:
    composer.page.keyboard.press("Control+Enter")


def by_touch(composer: Composer) -> None:
    box = composer.page.locator(POST).bounding_box()
    assert box
    point = {"x": box["x"] + 20, "y": box["y"] + 10}
    session = composer.world.session

    async def tap() -> None:  # both at once, as Playwright's own touchscreen does: a touch that ends late is no tap
        touches = ({"type": "touchStart", "touchPoints": [point]}, {"type": "touchEnd", "touchPoints": []})
        send = session._impl_obj.send
        await asyncio.gather(
            *(send(method="Input.dispatchTouchEvent", params=touch, timeout=30_000) for touch in touches)
        )

    session._sync(tap())


WAYS = [by_click, by_middle_click_then_click, by_enter, by_space, by_control_enter, by_touch]


@pytest.mark.parametrize("press", WAYS)
def test_a_blocked_draft_does_not_reach_the_page(composer: Composer, press: Press) -> None:
    composer.type(f"আসন্ন নির্বাচনে {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    press(composer)
    said = composer.wait_dialog("প্রকাশ স্থগিত রাখা হয়েছে")
    assert BLOCKED in said and "৯(ঙ)" in said and PUBLISH not in said
    assert composer.posts() == [] and composer.seen() == []
    composer.press(BACK)
    composer.wait_no_dialog()
    assert composer.posts() == [] and composer.draft() == f"আসন্ন নির্বাচনে {BLOCKED}"


@pytest.mark.parametrize("press", WAYS)
def test_a_clean_draft_goes_through_at_one_press(composer: Composer, press: Press) -> None:
    composer.type(CLEAN)
    composer.wait_text(CLEAR)
    press(composer)
    assert [post["text"] for post in composer.wait_posts(1)] == [CLEAN]
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
    assert len(composer.posts()) == 1


def test_who_goes_back_to_mend_is_shown_what_to_write_instead(composer: Composer) -> None:
    composer.type(f"{CLEAN} {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    composer.press(BACK)
    composer.wait_no_dialog()
    composer.press("ব্যক্তি")
    composer.page.wait_for_function(f"draft() === '{CLEAN} ব্যক্তি'")
    composer.click_post()
    assert composer.wait_posts(1) == [{"by": "click", "text": f"{CLEAN} ব্যক্তি"}]


def test_a_press_before_any_answer_waits_for_the_check(composer: Composer, scripted: ScriptedServer) -> None:
    composer.type(f"এখনই {BLOCKED}")
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.posts() == []


def test_a_held_click_goes_on_by_itself_when_the_check_is_clear(composer: Composer, scripted: ScriptedServer) -> None:
    given, asked = threading.Event(), threading.Event()
    scripted.script = lambda _question: asked.set() or (given.wait(30) and answer("clear"))
    composer.type(CLEAN)
    composer.click_post()
    assert asked.wait(30) and composer.posts() == [] and composer.seen() == []
    composer.click_post()  # an impatient second click adds nothing
    given.set()
    composer.wait_posts(1)
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
    assert composer.posts() == [{"by": "click", "text": CLEAN}]


# How the page closes the draft while it is checked, and what the server says of it then
CLOSED = [
    ("dialog.style.display = 'none'", CLEAN),
    ("dialog.style.visibility = 'hidden'", CLEAN),
    ("dialog.remove()", CLEAN),
    ("dialog.style.display = 'none'", f"ওই {WARNED}"),
    ("dialog.remove()", f"ওই {WARNED}"),
]


@pytest.mark.parametrize(("close", "text"), CLOSED)
def test_a_draft_that_is_closed_while_it_is_checked_is_not_published(
    composer: Composer, scripted: ScriptedServer, close: str, text: str
) -> None:
    given, asked, flags = threading.Event(), threading.Event(), scripted.script
    scripted.script = lambda question: (asked.set() or given.wait(30)) and flags(question)
    composer.type(text)
    composer.click_post()
    assert asked.wait(30)
    composer.page.evaluate(f"() => {{ const dialog = document.querySelector('[role=dialog]'); {close}; }}")
    given.set()
    with scripted.asked:
        scripted.asked.wait_for(lambda: text in [question["text"] for question in scripted.questions], 30)
    composer.page.wait_for_timeout(300)  # in which it would be published, or asked about
    assert composer.posts() == [] and composer.drawn()["dialogs"] == []


def test_of_a_draft_that_is_closed_while_it_is_checked_nothing_stays(
    composer: Composer, scripted: ScriptedServer
) -> None:
    given, flags = threading.Event(), scripted.script
    scripted.script = lambda question: (question["moment"] == "typing" or given.wait(30)) and flags(question)
    composer.page.keyboard.insert_text(WARNED)
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    with scripted.asked:
        assert scripted.asked.wait_for(lambda: "publish" in [question["moment"] for question in scripted.questions], 30)
    composer.page.evaluate("openAgain()")
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
    given.set()
    composer.page.locator(BOX).click()
    composer.page.keyboard.insert_text(CLEAN)
    wait_answered(composer, scripted, CLEAN)
    assert composer.page.evaluate("[...CSS.highlights.values()].every(({size}) => size === 0)")
    assert composer.drawn()["hosts"] == ["jachai-badge"]
    assert [question["text"] for question in scripted.questions if question["moment"] == "publish"] == [WARNED]


def test_a_draft_that_was_clear_by_older_lists_of_the_same_version_is_held_by_the_newer(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    composer.type(CLEAN)
    composer.wait_text(CLEAR)
    scripted.script = flagging(**{CLEAN: "block"})
    scripted.office["ruleset"] = {**scripted.office["ruleset"], "hash": "1"}
    extension.page.evaluate(ASK_OFFICE)
    composer.wait_marks(block=[CLEAN])
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.posts() == []


def test_a_draft_that_was_closed_while_it_was_checked_can_be_published_later(
    composer: Composer, given: threading.Event
) -> None:
    dialog = "document.querySelector('[role=dialog]').style.display"
    composer.type(CLEAN)
    composer.click_post()
    composer.page.evaluate(f"{dialog} = 'none'")
    given.set()
    composer.page.wait_for_timeout(300)  # in which it would be published
    composer.page.evaluate(f"{dialog} = ''")
    composer.wait_text(CLEAR)
    assert composer.posts() == []
    composer.click_post()
    assert composer.wait_posts(1) == [{"by": "click", "text": CLEAN}]


def test_a_draft_that_the_page_folds_away_while_the_writer_is_asked_is_published(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.page.evaluate("document.querySelector('[role=dialog]').style.display = 'none'")
    composer.press(PUBLISH)
    assert composer.wait_posts(1) == [{"by": "click", "text": f"ওই {WARNED}"}]


def test_advice_does_not_hold(composer: Composer) -> None:
    composer.type(f"{ADVISED} সবাইকে")
    composer.wait_marks(advise=[ADVISED])
    composer.click_post()
    assert len(composer.wait_posts(1)) == 1


def test_a_warning_asks_and_the_writer_decides(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    assert WARNED in composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []
    composer.press(BACK)
    composer.wait_no_dialog()
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []
    composer.press(PUBLISH)
    assert composer.wait_posts(1) == [{"by": "click", "text": f"ওই {WARNED}"}]


def test_a_press_that_comes_as_the_question_does_was_meant_for_post(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.set_clock(now=1_000, pressed=1_000)  # no time goes by
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.press(PUBLISH)
    composer.page.wait_for_timeout(100)  # in which it would be published
    assert composer.posts() == [] and len(composer.drawn()["dialogs"]) == 1
    composer.set_clock(now=1_600, pressed=1_600)
    composer.press(PUBLISH)
    assert composer.wait_posts(1) == [{"by": "click", "text": f"ওই {WARNED}"}]


@pytest.mark.parametrize("more", ["", " আবার"])
def test_a_warning_asks_once_for_one_text(composer: Composer, more: str) -> None:
    composer.open("?steps=next")
    composer.type(f"ওই {WARNED}")
    composer.click_post()  # Next
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.press(PUBLISH)
    composer.page.locator(f'{POST}[aria-label="Post"]').wait_for()
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("End")
    composer.type(more)
    composer.click_post()
    if more:  # another text, another question
        composer.wait_dialog("প্রকাশের আগে দেখে নিন")
        assert composer.posts() == []
        composer.press(PUBLISH)
    assert [post["text"] for post in composer.wait_posts(1)] == [f"ওই {WARNED}{more}"]


def test_next_is_held_as_post_is(composer: Composer) -> None:
    composer.open("?steps=next")
    composer.type(BLOCKED)
    composer.click_post()
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.page.locator(POST).get_attribute("aria-label") == "Next"


def test_a_key_asks_for_one_more_press_where_nothing_can_be_clicked(composer: Composer, given: threading.Event) -> None:
    composer.open("?post=none")
    composer.type(CLEAN)
    composer.page.keyboard.press("Control+Enter")
    given.set()
    composer.wait_text("প্রকাশের বোতাম আবার চাপুন")
    assert composer.posts() == []
    composer.page.keyboard.press("Control+Enter")
    assert [post["text"] for post in composer.wait_posts(1)] == [CLEAN]


def test_the_granted_press_holds_for_that_text_only(
    composer: Composer, scripted: ScriptedServer, given: threading.Event
) -> None:
    composer.open("?post=none")
    composer.type(CLEAN)
    composer.page.keyboard.press("Control+Enter")
    given.set()
    composer.wait_text("প্রকাশের বোতাম আবার চাপুন")
    scripted.script = flagging(**{BLOCKED: "block"})
    composer.type(f" {BLOCKED}")
    composer.page.keyboard.press("Control+Enter")
    composer.wait_dialog("প্রকাশ স্থগিত")
    assert composer.posts() == []


def test_the_page_cannot_open_the_guard_with_events_of_its_own(composer: Composer) -> None:
    composer.type(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.page.evaluate("""() => {
      const ours = [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('jachai-'));
      for (const target of [...ours, document, window]) {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, {bubbles: true, composed: true}));
        for (const key of ['Enter', ' ', 'Tab']) target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));
      }
    }""")
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []
    composer.press(BACK)
    composer.wait_no_dialog()
    composer.page.evaluate(
        """() => document.querySelector('.post').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))"""
    )
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    assert composer.posts() == []


def test_a_click_that_the_page_makes_itself_shows_no_dialog(composer: Composer) -> None:
    composer.type(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.page.evaluate("document.querySelector('.post').click()")
    composer.wait_posts(1)
    assert composer.drawn()["dialogs"] == []


def test_keys_of_a_composition_are_left_alone(composer: Composer) -> None:
    composer.type(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2}
    composer.world.session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    composer.page.wait_for_function("seen.includes('keydown')")
    assert composer.drawn()["dialogs"] == []


# In a comment both publish; while a word is being composed a plain Enter only ends it.
@pytest.mark.parametrize(("modifiers", "held"), [(2, True), (4, True), (0, False)], ids=["Control", "Command", "plain"])
def test_enter_while_a_word_is_composed(composer: Composer, modifiers: int, held: bool) -> None:
    composer.open("?kind=comment")
    composer.page.evaluate("""() => {
      window.heard = [];
      addEventListener('keydown', ({key, isComposing, isTrusted}) => isTrusted && heard.push(`${key} ${isComposing}`), true);
    }""")
    composer.page.keyboard.insert_text(f"{BLOCKED} ")
    composer.wait_marks(block=[BLOCKED])
    session = composer.world.session
    session.send("Input.imeSetComposition", {"text": "ক", "selectionStart": 1, "selectionEnd": 1})
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "modifiers": modifiers}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    if held:
        composer.wait_dialog("প্রকাশ স্থগিত")
        assert composer.page.evaluate("heard") == []
    else:
        composer.page.wait_for_function("heard.includes('Enter true')")
        assert composer.drawn()["dialogs"] == []


# Where the focus is, and what is pressed there -> whether it is held for the draft beside it
BESIDE = [
    ("facebook post", "", '[aria-label="Photo/video"]', "Control+Enter", True),
    ("facebook post", "", '[aria-label="Photo/video"]', "Meta+Enter", True),
    ("facebook post", "", '[aria-label="Photo/video"]', "Enter", False),
    ("facebook post", "", "#outside", "Control+Enter", False),
    ("x post", "?kind=reply", '[data-testid="attachments"]', "Control+Enter", True),
    ("x post", "", '[data-testid="attachments"]', "Control+Enter", True),  # no dialog around it
    ("x post", "", '[data-testid="SideNav_AccountSwitcher_Button"]', "Control+Enter", False),
]


@pytest.mark.parametrize(("site", "query", "place", "key", "held"), BESIDE)
def test_a_key_that_publishes_from_beside_the_composer(
    composer: Composer, site: str, query: str, place: str, key: str, held: bool
) -> None:
    composer.site = next(one for one in SITES if one.id == site)
    composer.open(query)
    composer.page.keyboard.insert_text(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.page.evaluate(
        """(place) => {
      document.body.append(Object.assign(document.createElement('button'), {id: 'outside'}));
      window.heard = [];
      addEventListener('keydown', ({key, isTrusted}) => isTrusted && key === 'Enter' && heard.push(key));
      const target = document.querySelector(place);
      target.tabIndex = 0;
      target.focus();
    }""",
        place,
    )
    composer.page.keyboard.press(key)
    if held:
        composer.wait_dialog("প্রকাশ স্থগিত")
    else:
        composer.page.wait_for_function("heard.length === 1")
        assert composer.drawn()["dialogs"] == []
    assert composer.posts() == []


# In the page: a list of names, as the editor says that one of it is chosen.
LIST = """([style, inner]) => {
  const list = Object.assign(document.createElement('div'), {id: 'names', innerHTML: inner});
  list.style.cssText = style;
  document.body.append(list);
  document.querySelector('[role=textbox]').setAttribute('aria-activedescendant', 'name');
  window.heard = [];
  addEventListener('keydown', ({key, isTrusted}) => isTrusted && key === 'Enter' && heard.push(key), true);
}"""
OPTION = '<div role="option" id="name">উপজেলা প্রশাসন</div>'

# The list, the key -> whether it is held
PICKING = [
    ("", OPTION, "Enter", False),
    ("", OPTION, "Control+Enter", True),
    ("display: none", OPTION, "Enter", True),
    ("visibility: hidden", OPTION, "Enter", True),
    ("", "", "Enter", True),
]


@pytest.mark.parametrize(("style", "option", "key", "held"), PICKING)
def test_enter_takes_a_name_of_a_list_only_where_one_is_to_be_seen(
    composer: Composer, style: str, option: str, key: str, held: bool
) -> None:
    composer.open("?kind=comment")
    composer.page.keyboard.insert_text(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.page.evaluate(LIST, [style, option])
    composer.page.keyboard.press(key)
    if held:
        composer.wait_dialog("প্রকাশ স্থগিত")
        assert composer.page.evaluate("heard") == [] and composer.posts() == []
    else:
        composer.page.wait_for_function("heard.length === 1")
        assert composer.drawn()["dialogs"] == []


def test_other_buttons_and_plain_enter_are_not_held(composer: Composer) -> None:
    composer.type(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    composer.page.evaluate("document.querySelector('.tools').addEventListener('click', () => { window.tool = true; })")
    composer.page.get_by_label("Photo/video").click()
    assert composer.page.evaluate("window.tool") is True
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("Control+End")
    composer.page.keyboard.press("Enter")
    composer.type("নতুন লাইন")
    assert composer.draft() == f"{BLOCKED}\nনতুন লাইন"
    assert composer.drawn()["dialogs"] == []


@pytest.mark.parametrize(
    ("site", "box", "query"),
    [
        ("facebook comment", '[role="textbox"]', "?kind=comment&in=dialog"),  # in a language that is not known
        ("youtube post", "#input", "?kind=chat"),
    ],
    ids=["facebook, in the dialog of its post", "youtube, beside a live video"],
)
def test_a_comment_that_enter_sends_is_held(composer: Composer, site: str, box: str, query: str) -> None:
    composer.site = replace(next(one for one in SITES if one.id == site), box=box)
    composer.open(query)
    composer.page.keyboard.insert_text(BLOCKED)
    composer.wait_marks(block=[BLOCKED])
    for press in (lambda: composer.key("Enter"), composer.click_post):
        press()
        composer.wait_dialog("প্রকাশ স্থগিত")
        assert composer.posts() == [] and composer.draft() == BLOCKED
        composer.key("Escape")
        composer.wait_no_dialog()


def test_the_dialog_gives_the_keyboard_back_to_the_writer(composer: Composer) -> None:
    composer.type(BLOCKED)
    by_control_enter(composer)
    composer.wait_dialog("প্রকাশ স্থগিত")
    composer.page.keyboard.press("Escape")
    composer.wait_no_dialog()
    assert "jachai-panel" not in composer.drawn()["hosts"]
    composer.type("।")
    assert composer.draft() == f"{BLOCKED}।"
    by_control_enter(composer)
    composer.wait_dialog("প্রকাশ স্থগিত")
    composer.page.keyboard.press("Enter")
    composer.wait_text("এর বদলে লিখুন")
    composer.type("।")  # the panel is beside the draft, the caret in it
    assert composer.draft() == f"{BLOCKED}।।"
