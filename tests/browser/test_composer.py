"""Underlines and replacements in a real Lexical editor, in Chromium. The draft's DOM is never touched."""

import threading
from typing import Any

import pytest
from answered import wait_answered
from chromium import Composer, as_json, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, answer, finding, flagging, missing
from sites import SITES

pytestmark = pytest.mark.browser

SLUR = "কুলাঙ্গার"
VOTE = "নৌকায় ভোট দিন"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
ASKED = "প্রকাশের আগে দেখে নিন"
UNTAKEN = "লেখা বদলানো গেল না"


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """The server warns of one word and blocks another."""
    scripted.script = flagging(**{SLUR: "warn", VOTE: "block"})


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (f"ওই {SLUR} আজ আসেনি", {"warn": [SLUR]}),
        (f"আসন্ন নির্বাচনে {VOTE}", {"block": [VOTE]}),
        (f"🙂👨‍👩‍👧 সভা শেষে {SLUR} এলো", {"warn": [SLUR]}),
        (f"প্রথম লাইন\n\n{SLUR} তৃতীয় লাইনে\n{VOTE}", {"block": [VOTE], "warn": [SLUR]}),
        (f"র‍্যাব ও ক্‌ষ: {SLUR}।", {"warn": [SLUR]}),
    ],
)
def test_exactly_the_words_found_are_underlined(composer: Composer, draft: str, words: dict[str, Any]) -> None:
    composer.type(draft)
    composer.wait_marks(**words)
    assert composer.draft() == draft


def test_a_harmless_draft_has_no_underline_and_is_told_clear(composer: Composer) -> None:
    composer.type("আগামীকাল সকাল ১০টায় টিকাদান কর্মসূচি")
    composer.wait_text("নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি")
    assert composer.marks() == {}


def test_underlines_leave_the_dom_of_the_editor_alone(composer: Composer, scripted: ScriptedServer) -> None:
    given = threading.Event()
    flag = scripted.script
    scripted.script = lambda question: given.wait(30) and flag(question)
    composer.type(f"ওই {SLUR} আসেনি")
    before = composer.html()
    given.set()
    composer.wait_marks(warn=[SLUR])
    assert composer.html() == before


def test_underlines_stay_at_their_words_while_the_server_is_asked_again(
    composer: Composer, scripted: ScriptedServer
) -> None:
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    given, asked = threading.Event(), threading.Event()
    scripted.script = lambda _question: asked.set() or (given.wait(30) and answer("clear"))
    composer.page.keyboard.press("Home")
    composer.type("গতকালও 🙂 ")
    composer.page.wait_for_function("draft().startsWith('গতকালও 🙂 ')")
    assert asked.wait(30)
    composer.wait_marks(warn=[SLUR])
    given.set()
    composer.wait_marks()


def test_a_replacement_is_taken_into_the_state_of_the_editor(composer: Composer) -> None:
    composer.type(f"🙂 প্রথম\nওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    composer.open_panel()
    composer.press("ব্যক্তি")
    composer.page.wait_for_function("draft() === '🙂 প্রথম\\nওই ব্যক্তি আসেনি'")
    composer.wait_marks()
    composer.type("!")
    assert composer.draft().count("!") == 1


def test_a_replacement_can_be_undone(composer: Composer) -> None:
    composer.type(f"ওই {SLUR} আসেনি")
    composer.wait_marks(warn=[SLUR])
    composer.open_panel()
    composer.press("ব্যক্তি")
    composer.page.wait_for_function("draft().includes('ব্যক্তি')")
    composer.page.keyboard.press("Control+z")
    composer.page.wait_for_function(f"draft().includes('{SLUR}')")


def test_what_an_input_method_composes_is_checked(composer: Composer) -> None:
    session = composer.world.session
    session.send("Input.imeSetComposition", {"text": "কুলা", "selectionStart": 4, "selectionEnd": 4})
    session.send("Input.imeSetComposition", {"text": SLUR, "selectionStart": len(SLUR), "selectionEnd": len(SLUR)})
    session.send("Input.insertText", {"text": SLUR})
    composer.wait_marks(warn=[SLUR])
    assert composer.draft() == SLUR


@pytest.mark.parametrize("id", ["facebook post", "x post", "linkedin post", "youtube post", "mastodon post"])
def test_a_cure_of_a_word_that_is_still_composed_is_what_the_page_posts(
    chromium: BrowserContext, extension: Extension, id: str
) -> None:
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.type("আজ ")
        session = page.context.new_cdp_session(page)
        for part in ("কুলা", SLUR):
            session.send(
                "Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)}
            )
        composer.wait_marks(warn=[SLUR])
        composer.open_panel()
        composer.press("ব্যক্তি")
        page.wait_for_function("draft().replace('\\u00a0', ' ') === 'আজ ব্যক্তি'")
        composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
        composer.leave()


# In the page: what a writer copied elsewhere.
COPY = """([html, text]) => navigator.clipboard.write([new ClipboardItem({
  'text/html': new Blob([html], {type: 'text/html'}),
  'text/plain': new Blob([text], {type: 'text/plain'}),
})])"""
HALF_BOLD = f"<p>ওই <b>{SLUR[:4]}</b>{SLUR[4:]} আসেনি</p>"
KEEPING_BOLD = ["facebook post", "instagram post", "threads post", "linkedin post", "linkedin comment at its post"]


def look(composer: Composer) -> str:
    """The draft as it is to be seen, be the editor's own state as it may."""
    text: str = composer.page.locator(composer.site.box).first.evaluate("(box) => box.innerText")
    return text.replace("\u00a0", " ").strip("\n")


@pytest.mark.parametrize("id", KEEPING_BOLD)
@pytest.mark.parametrize(("cure", "cured"), [("ব্যক্তি", "ওই ব্যক্তি আসেনি"), ("বাদ দিন", "ওই  আসেনি")])
def test_a_word_that_is_half_in_bold_is_cured_and_comes_back_as_one(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str, cure: str, cured: str
) -> None:
    scripted.script = flagging({SLUR: "ব্যক্তি" if cure == "ব্যক্তি" else ""}, **{SLUR: "warn"})
    chromium.grant_permissions(["clipboard-read", "clipboard-write"])
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.wait_patiently()
        draft = f"ওই {SLUR} আসেনি"
        page.evaluate(COPY, [HALF_BOLD, draft])
        page.keyboard.press("Control+v")
        composer.wait_draft(draft)
        composer.wait_marks(warn=[SLUR])
        assert page.locator(composer.site.box).locator("b, strong").first.inner_text() == SLUR[:4]
        composer.open_panel()
        composer.press(cure)
        page.wait_for_function("(text) => draft().replaceAll('\\u00a0', ' ') === text", arg=cured)
        composer.wait_marks()
        composer.wait_text(CLEAR)
        assert look(composer) == cured and UNTAKEN not in composer.drawn()["text"]
        page.keyboard.press("Control+z")
        composer.wait_draft(draft)
        composer.wait_marks(warn=[SLUR])
        assert look(composer) == draft
        composer.click_post()
        composer.wait_dialog(ASKED)
        assert composer.posts() == [] and page.evaluate("faults") == composer.faults == []
        composer.leave()


NAME = "— উপজেলা প্রশাসন"


@pytest.mark.parametrize("id", ["x post", "facebook Business Suite"])
@pytest.mark.parametrize(("at", "draft"), [("end", "এক\n\nদুই\n"), ("end", "এক\nদুই"), ("start", "\nএক")])
def test_what_is_added_to_the_text_has_its_line_and_can_be_undone(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str, at: str, draft: str
) -> None:
    scripted.script = missing(NAME, at)
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.type(draft)
        wait_answered(composer, scripted, draft)
        composer.open_panel()
        composer.press(NAME)
        added = f"{NAME}\n{draft}" if at == "start" else f"{draft.removesuffix(chr(10))}\n{NAME}"
        composer.wait_draft(added)
        composer.wait_text(CLEAR)
        assert look(composer).split() == added.split()
        page.keyboard.press("Control+z")
        composer.wait_draft(draft)
        assert page.evaluate("faults") == composer.faults == []
        composer.leave()


def test_what_was_added_is_not_offered_again_while_the_server_takes_its_time(
    composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = missing(NAME)
    composer.type("এক")
    wait_answered(composer, scripted, "এক")
    given = threading.Event()
    scripted.script = lambda question: given.wait(30) and missing(NAME)(question)
    composer.open_panel()
    composer.press(NAME)
    composer.wait_draft(f"এক\n{NAME}")
    composer.wait_drawn(f"!drawn.text.includes('{NAME}')", "a panel without it")
    given.set()
    composer.wait_text(CLEAR)
    composer.page.keyboard.press("Control+z")
    composer.wait_draft("এক")
    composer.wait_text(NAME)


@pytest.mark.parametrize("id", ["facebook post", "x post"])
def test_all_the_words_of_a_line_are_removed_and_come_back(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str
) -> None:
    scripted.script = flagging({SLUR: ""}, **{SLUR: "warn"})
    draft = f"আগে\n{SLUR}\nপরে"
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.spell(draft)
        composer.wait_marks(warn=[SLUR])
        composer.open_panel()
        composer.press("বাদ দিন")
        composer.wait_draft("আগে\n\nপরে")
        composer.wait_text(CLEAR)
        assert look(composer).split() == ["আগে", "পরে"] and UNTAKEN not in composer.drawn()["text"]
        page.keyboard.press("Control+z")
        composer.wait_draft(draft)
        composer.wait_marks(warn=[SLUR])
        assert look(composer).split() == draft.split() and page.evaluate("faults") == composer.faults == []
        composer.leave()


@pytest.mark.parametrize("way", ["panel", "panel by mouse", "question"])
def test_the_caret_is_where_it_was_once_the_panel_or_a_question_is_left(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, way: str
) -> None:
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == "x post")).open()
        composer.wait_patiently()
        composer.type(f"ওই {SLUR} abc")
        composer.wait_marks(warn=[SLUR])
        page.keyboard.press("ArrowLeft")
        if way == "panel by mouse":
            composer.open_panel()
            composer.press_words()
        else:
            page.keyboard.press("Alt+j" if way == "panel" else "Control+Enter")
        composer.wait_drawn("drawn.text.includes('অনুচ্ছেদ')", "the finding")
        page.keyboard.press("Escape")
        composer.wait_drawn("!drawn.text.includes('অনুচ্ছেদ')", "the finding no more")
        composer.type("!")
        composer.wait_draft(f"ওই {SLUR} ab!c")
        composer.leave()


FOCUSED = "document.activeElement?.localName"


@pytest.mark.parametrize("id", ["x post", "facebook post"])
@pytest.mark.parametrize("opened", ["by Tab and Enter", "by a click"])
def test_the_caret_is_where_it_was_once_a_panel_that_was_gone_to_by_tab_is_left(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, id: str, opened: str
) -> None:
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.type(f"ওই {SLUR} abc")
        composer.wait_marks(warn=[SLUR])
        page.keyboard.press("ArrowLeft")
        if opened == "by a click":
            composer.open_panel()
            composer.wait_text("অনুচ্ছেদ")
        while (focused := page.evaluate(FOCUSED)) != "jachai-panel":
            assert focused != "body"  # through all of the page
            page.keyboard.press("Enter" if focused == "jachai-badge" and opened != "by a click" else "Tab")
        page.keyboard.press("Escape")
        composer.wait_drawn("!drawn.text.includes('অনুচ্ছেদ')", "the finding no more")
        composer.type("!")
        composer.wait_draft(f"ওই {SLUR} ab!c")
        composer.leave()


def test_a_format_that_waits_for_the_next_letter_makes_no_fault_of_a_cure(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer
) -> None:
    scripted.script = missing(NAME)
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == "linkedin post")).open()
        composer.type("এক")
        page.keyboard.press("Control+b")
        composer.wait_text("পরামর্শ")
        composer.open_panel()
        composer.press(NAME)
        composer.wait_draft(f"এক\n{NAME}")
        composer.wait_text(CLEAR)
        assert UNTAKEN not in composer.drawn()["text"]
        composer.leave()


def test_what_stands_around_the_draft_is_sent_with_it(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.keyboard.insert_text("নোটিশ")  # at once: no question about half of it
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    assert scripted.questions[-1] == {
        "text": "নোটিশ",
        "moment": "typing",
        "ui_language": "bn",
        "platform": "facebook",
        "action": "post",
        "account": {"kind": "unknown", "name": "উপজেলা প্রশাসন, নমুনাপুর"},
        "attachments": [],
        "mentions": [],
    }


def test_a_person_who_is_tagged_in_the_draft_is_told(composer: Composer, scripted: ScriptedServer) -> None:
    composer.type("সভায় ")
    composer.page.evaluate("tag('মো. রহিম উদ্দিন')")
    composer.type("ছিলেন")
    wait_answered(composer, scripted, "সভায় মো. রহিম উদ্দিন ছিলেন")
    assert scripted.questions[-1]["mentions"] == [{"text": "মো. রহিম উদ্দিন", "kind": "unknown"}]
    assert composer.faults == []


def test_a_composer_that_the_page_makes_anew_is_watched_too(composer: Composer) -> None:
    composer.type("প্রথম খসড়া")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.click_post()
    composer.wait_posts(1)
    composer.wait_drawn("drawn.hosts.length === 0", "nothing once the dialog is closed")
    composer.page.evaluate("openAgain()")
    composer.page.locator('[role="textbox"]').click()
    composer.type(f"আবার {SLUR}")
    composer.wait_marks(warn=[SLUR])


def test_a_composer_that_the_page_takes_out_and_puts_back_is_watched_again(composer: Composer) -> None:
    composer.type("খসড়া ")
    composer.wait_text("পরিপন্থি কিছু পাওয়া যায়নি")
    composer.page.evaluate("window.taken = document.querySelector('[role=dialog]'); taken.remove()")
    composer.wait_drawn("drawn.hosts.length === 0", "nothing while it is away")
    composer.page.evaluate("document.body.append(taken)")
    composer.page.locator('[role="textbox"]').click()
    composer.page.keyboard.press("End")
    composer.type(SLUR)
    composer.wait_marks(warn=[SLUR])


def test_a_private_chat_beside_the_draft_stays_private(composer: Composer, scripted: ScriptedServer) -> None:
    composer.page.evaluate("""() => {
      const chat = document.querySelector('[role=textbox]').cloneNode();
      Object.assign(chat, {id: 'chat', ariaLabel: 'Write to Rahim Uddin'});
      document.body.prepend(chat);
    }""")
    composer.page.locator("#chat").click()
    composer.page.keyboard.type("আমার গোপন কথা")
    composer.page.locator('[role="dialog"] [role="textbox"]').click()
    composer.page.keyboard.insert_text("নোটিশ")
    wait_answered(composer, scripted, "নোটিশ")
    assert {question["text"] for question in scripted.questions} == {"নোটিশ"}


PICTURE = '<img alt="😀" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'


def test_an_emoji_that_is_a_picture_parts_the_words_beside_it(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer
) -> None:
    with tab(chromium) as page:
        composer = Composer(page, next(one for one in SITES if one.id == "youtube post")).open()
        composer.page.keyboard.insert_text("দ্রব্যমূল্য")
        composer.page.evaluate("(picture) => document.execCommand('insertHTML', false, picture)", PICTURE)
        composer.page.keyboard.insert_text(f"{SLUR} এলো")
        wait_answered(composer, scripted, f"দ্রব্যমূল্য {SLUR} এলো")
        composer.wait_marks(warn=[SLUR])
        composer.open_panel()
        composer.press("ব্যক্তি")
        composer.wait_marks()
        assert composer.page.locator(composer.site.box).evaluate(
            "(box) => [box.textContent, box.querySelectorAll('img').length]"
        ) == ["দ্রব্যমূল্যব্যক্তি এলো", 1]


TALL = "\n".join([f"ওই {SLUR} প্রথম লাইনে", *["সভা"] * 60, f"শেষ লাইনে {VOTE}"])
SMALL = "document.querySelector('#interop-outlet').shadowRoot.querySelector('.share-box').style.cssText = 'height: 300px; overflow: auto'"
SCROLLS = {
    "facebook post": ("", "scrollTo(0, {})"),
    "linkedin post": (
        SMALL,
        "document.querySelector('#interop-outlet').shadowRoot.querySelector('.share-box').scrollTop = {}",
    ),
}


@pytest.mark.parametrize("site", SCROLLS)
def test_what_is_scrolled_into_sight_is_underlined_then(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, site: str
) -> None:
    before, scroll = SCROLLS[site]
    with tab(chromium) as page:
        composer = Composer(page, next(one for one in SITES if one.id == site)).open()
        composer.page.evaluate(before)
        composer.page.evaluate(scroll.format(0))
        composer.page.evaluate(f"setDraft({as_json(TALL)})")
        for place, words in ((100_000, {"block": [VOTE]}), (0, {"warn": [SLUR]}), (100_000, {"block": [VOTE]})):
            composer.page.evaluate(scroll.format(place))
            composer.wait_marks(**words)


@pytest.mark.parametrize("outer", ["advise", "warn"])
def test_in_a_textarea_what_is_worse_is_underlined_within_what_is_milder(
    chromium: BrowserContext, extension: Extension, scripted: ScriptedServer, outer: str
) -> None:
    def script(question: dict[str, Any]) -> Any:
        text = question["text"]
        return answer("block", (finding(text, text, outer), finding(text, VOTE, "block"), finding(text, "সবাই", "warn")))

    scripted.script = script
    with tab(chromium) as page:
        composer = Composer(page, next(one for one in SITES if one.id == "mastodon post")).open()
        composer.page.keyboard.insert_text(f"আগামীকাল {VOTE} সবাই মিলে")
        rest = ["আগামীকাল ", " ", " মিলে"]
        marks = {"advise": rest, "warn": ["সবাই"]} if outer == "advise" else {"warn": [*rest[:2], "সবাই", rest[2]]}
        composer.wait_marks(block=[VOTE], **marks)
