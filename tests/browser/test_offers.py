"""What a writer can do with a finding that is not to be mended: hide it, call the number ours, report it; and the way past a block."""

import json
import threading
from typing import Any

import pytest
from answered import wait_answered
from chromium import BOX, TO_READ, Composer
from extension_settings import Extension
from scripted_server import ScriptedServer, answer, finding, flagging

pytestmark = pytest.mark.browser

WARNED = "কুলাঙ্গার"
BLOCKED = "নৌকায় ভোট দিন"
DRAFT = f"ওই {WARNED} আসেনি"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
MORE = "এটি ভুল মনে হলে"
HIDE = "এই বিষয়টি আড়াল করুন"
HIDDEN = "আপনার আড়াল করা ১টি বিষয়"
REPORT = "ভুলভাবে চিহ্নিত হয়েছে? জানান"
REASONS = [{"id": "court", "bn": "আদালতের আদেশ", "en": "Court order"}, {"id": "other", "bn": "অন্য কারণ", "en": "Other"}]


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word for a warning, one for a block."""
    scripted.script = flagging(**{WARNED: "warn", BLOCKED: "block"})


def click_in(composer: Composer, host: str, selector: str, words: str) -> None:
    """A real click on something of ours that is no button."""
    root = f"chrome.dom.openOrClosedShadowRoot(document.querySelector('{host}'))"
    found = f"[...({root}?.querySelectorAll('{selector}') ?? [])].find((one) => one.innerText.includes({json.dumps(words)}))"
    middle = f"""(() => {{
      const one = {found};
      one?.scrollIntoView({{block: 'nearest'}});
      const box = one?.getBoundingClientRect();
      return box && {{x: box.x + box.width / 2, y: box.y + box.height / 2}};
    }})()"""
    place = composer.wait_still(middle, words)
    composer.page.mouse.click(place["x"], place["y"])


def open_more(composer: Composer, reports: bool = False) -> None:
    """Opens the panel, and in its first card what else can be done; `reports`: that one can be sent is heard a moment later."""
    composer.open_panel()
    if reports:
        panel = "chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel'))"
        composer.wait_world(f"{panel}.querySelector('.report')")
    click_in(composer, "jachai-panel", "summary", MORE)


def kept(extension: Extension) -> str:
    """All that the extension keeps, as text."""
    everything: str = extension.page.evaluate("chrome.storage.local.get().then(JSON.stringify)")
    return everything


def offer_records(composer: Composer, scripted: ScriptedServer, extension: Extension, **records: Any) -> None:
    """The office takes records, and the extension has heard of it."""
    scripted.office["records"] = {"overrides": False, "reports": False, "reasons": REASONS, **records}
    extension.set(serverUrl=scripted.url, token="records")  # another office: what the last one was asked may come yet
    composer.open()
    composer.type("ক")
    composer.wait_text(CLEAR)
    extension.wait_office(scripted.office["name"])
    composer.page.keyboard.press("Backspace")


def switch_to_english(composer: Composer, extension: Extension, scripted: ScriptedServer) -> None:
    """As from another tab; waits until the composer asks and speaks in it."""
    asked = len(scripted.questions)
    extension.page.evaluate(
        "(settings) => chrome.storage.local.set({settings})", {**extension.settings(), "language": "en"}
    )
    with scripted.asked:
        assert scripted.asked.wait_for(
            lambda: any(one["ui_language"] == "en" for one in scripted.questions[asked:]), 30
        )
    composer.wait_drawn("drawn.buttons.some(({name}) => name.includes('Show what was found'))", "a badge in English")


# The words of the cards in which something is unfolded.
UNFOLDED = """[...chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel')).querySelectorAll('details')]
  .filter(({open}) => open).map((one) => one.closest('.finding').querySelector('.words').innerText + one.innerText).join()"""


def test_what_the_writer_unfolded_stays_so_as_the_draft_is_checked_again(
    composer: Composer, scripted: ScriptedServer
) -> None:
    composer.type(DRAFT)
    composer.wait_marks(warn=[WARNED])
    composer.open_panel()
    click_in(composer, "jachai-panel", "summary", "অনুচ্ছেদটি পড়ুন")
    composer.wait_world(f"{UNFOLDED}.includes('হেয় প্রতিপন্ন')")
    read = composer.world(UNFOLDED)
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("Home")
    composer.type(f"{BLOCKED} ")
    composer.wait_marks(block=[BLOCKED], warn=[WARNED])
    assert WARNED in read and composer.world(UNFOLDED) == read


class TestHiding:
    def test_a_hidden_finding_no_longer_asks_and_is_told_as_hidden(
        self, composer: Composer, extension: Extension
    ) -> None:
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_marks(warn=[WARNED])
        open_more(composer)
        composer.press(HIDE)
        composer.wait_text(HIDDEN)
        composer.wait_marks()
        assert WARNED not in kept(extension)
        composer.click_post()
        assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
        assert composer.drawn()["dialogs"] == []

    def test_it_stays_hidden_on_the_next_page_and_can_be_brought_back_in_the_options(
        self, composer: Composer, extension: Extension, scripted: ScriptedServer
    ) -> None:
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_marks(warn=[WARNED])
        open_more(composer)
        composer.press(HIDE)
        composer.wait_text(HIDDEN)
        composer.open()
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_text(CLEAR)
        composer.wait_marks()
        with extension.options() as options:
            row = options.locator("#hidden li")
            assert "৯(ঙ)" in row.inner_text() and WARNED not in row.inner_text()
            row.get_by_role("button").click()
            options.locator("#none").wait_for()
        composer.page.bring_to_front()
        composer.wait_marks(warn=[WARNED])  # the open page asks anew by itself
        composer.click_post()
        composer.wait_dialog(WARNED)

    def test_a_term_is_hidden_in_other_sentences_too_until_its_date(
        self, composer: Composer, extension: Extension, scripted: ScriptedServer
    ) -> None:
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_marks(warn=[WARNED])
        open_more(composer)
        composer.press("১ মাস")
        composer.wait_text(HIDDEN)
        composer.page.locator(BOX).click()  # the caret was in the panel
        composer.page.keyboard.press("Control+End")
        composer.page.keyboard.insert_text(f"। আরেক {WARNED} এল")
        wait_answered(composer, scripted, f"{DRAFT}। আরেক {WARNED} এল")
        composer.wait_text(HIDDEN)
        composer.wait_marks()
        days = extension.page.evaluate(
            "chrome.storage.local.get('hidden').then(({hidden}) => (hidden[0].until - hidden[0].at) / 86400000)"
        )
        assert days == 30

    def test_a_block_offers_no_hiding(self, composer: Composer, scripted: ScriptedServer, extension: Extension) -> None:
        offer_records(composer, scripted, extension, reports=True)
        composer.page.keyboard.insert_text(BLOCKED)
        composer.wait_marks(block=[BLOCKED])
        open_more(composer, reports=True)
        composer.wait_text(REPORT)
        assert HIDE not in composer.drawn()["text"]

    def test_what_is_found_in_every_draft_is_hidden_for_a_while_only(
        self, composer: Composer, scripted: ScriptedServer
    ) -> None:
        whole = {**finding(DRAFT, WARNED, "advise"), "spans": [], "start": None, "end": None, "match": ""}
        scripted.script = lambda _question: answer("advise", (whole,))
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_drawn("drawn.buttons.some(({name}) => name.includes('পরামর্শ'))", "advice")
        open_more(composer)
        composer.wait_text("১ সপ্তাহ")
        assert HIDE not in composer.drawn()["text"]
        composer.press("১ সপ্তাহ")
        composer.wait_text(HIDDEN)

    def test_what_is_found_of_the_account_is_hidden_for_good(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        whole = {**finding(DRAFT, WARNED, "advise"), "spans": [], "start": None, "end": None, "match": ""}
        scripted.script = lambda _question: answer("advise", ({**whole, "of_account": True},))
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_drawn("drawn.buttons.some(({name}) => name.includes('পরামর্শ'))", "advice")
        open_more(composer)
        composer.press(HIDE)
        composer.wait_text(HIDDEN)
        assert extension.page.evaluate("chrome.storage.local.get('hidden').then(({hidden}) => hidden[0].until)") == 0

    def test_our_number_is_ours_with_one_click(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        def own(question: dict[str, Any]) -> Any:
            number = next((one for one in ("০২-৪৭১১১২২৩", "+88 0247111223") if one in question["text"]), None)
            if not number:
                return answer("clear")
            return answer("advise", ({**finding(question["text"], number, "advise"), "may_be_own": True},))

        scripted.script = own
        composer.page.keyboard.insert_text("ফোন: ০২-৪৭১১১২২৩")
        composer.wait_marks(advise=["০২-৪৭১১১২২৩"])
        composer.open_panel()
        composer.press("এটি আমাদের দপ্তরের নম্বর")
        composer.wait_text(HIDDEN)
        assert "4711122" not in kept(extension) and "৪৭১১" not in kept(extension)  # times are kept too, of 13 digits
        composer.page.keyboard.press("Control+a")
        composer.page.keyboard.insert_text("যোগাযোগ +88 0247111223")
        wait_answered(composer, scripted, "যোগাযোগ +88 0247111223")
        composer.wait_text(HIDDEN)
        composer.wait_marks()
        with extension.options() as options:
            options.get_by_text("‘phones’").wait_for()


class TestReporting:
    @pytest.fixture(autouse=True)
    def takes_reports(self, composer: Composer, scripted: ScriptedServer, extension: Extension, flags: None) -> None:
        offer_records(composer, scripted, extension, reports=True)

    def open_report(self, composer: Composer, draft: str = DRAFT) -> str:
        composer.page.keyboard.insert_text(draft)
        composer.wait_marks(warn=[WARNED])
        open_more(composer, reports=True)
        composer.press(REPORT)
        return composer.wait_dialog("যে লেখাটুকু পাঠানো হবে")

    def test_nothing_leaves_before_it_was_shown_edited_and_sent(
        self, composer: Composer, scripted: ScriptedServer
    ) -> None:
        long = "ক " * 300
        self.open_report(composer, f"{long}ওই {WARNED} আসেনি {long}")
        assert scripted.kept == []
        composer.page.keyboard.press("Control+Home")
        composer.type("আমার: ")
        composer.press("পাঠান")
        composer.wait_no_dialog()
        composer.wait_text("জানানো হয়েছে, ধন্যবাদ")
        [(path, body)] = scripted.kept
        assert path == "/api/v1/reports"
        assert body == {
            "platform": "facebook",
            "check": "prohibited/demeaning",
            "clause": "9.nga",
            "source": "test",
            "fingerprint": f"{WARNED}:warn",
            "excerpt": f"আমার: ক ক ক ক ক ওই {WARNED} আসেনি ক ক ক ক ক",
            "note": "",
        }

    def test_the_words_are_those_of_the_text_as_it_is_now(self, composer: Composer, scripted: ScriptedServer) -> None:
        given, flag = threading.Event(), scripted.script
        draft = f"{'ক ' * 9}{DRAFT}{' খ' * 9}"
        composer.page.keyboard.insert_text(draft)
        composer.wait_marks(warn=[WARNED])
        open_more(composer, reports=True)
        scripted.script = lambda question: (question["text"] == draft or given.wait(30)) and flag(question)
        composer.page.locator(BOX).focus()
        composer.page.keyboard.press("Control+Home")
        composer.page.keyboard.insert_text("গ " * 9)
        composer.wait_draft(f"{'গ ' * 9}{draft}")
        composer.press(REPORT)
        composer.wait_dialog("যে লেখাটুকু পাঠানো হবে")
        composer.press("পাঠান")
        composer.wait_no_dialog()
        given.set()
        [(_path, body)] = scripted.kept
        assert body["excerpt"] == f"ক ক ক ক ক {DRAFT} খ খ খ খ খ"

    def test_all_that_leaves_is_shown(self, composer: Composer, scripted: ScriptedServer) -> None:
        self.open_report(composer)
        click_in(composer, "jachai-dialog", "summary", "সঙ্গে আর যা যাবে")
        said = composer.wait_dialog("prohibited/demeaning")
        composer.press("পাঠান")
        composer.wait_no_dialog()
        [(_path, body)] = scripted.kept
        for name in ("check", "source", "platform", "fingerprint"):
            assert body[name] in said
        assert "৯(ঙ)" in said

    def test_leaving_sends_nothing_and_keeps_the_draft(self, composer: Composer, scripted: ScriptedServer) -> None:
        self.open_report(composer)
        composer.page.keyboard.press("Escape")
        composer.wait_no_dialog()
        assert scripted.kept == [] and composer.draft() == DRAFT

    def test_one_who_sends_by_key_stays_in_the_panel(self, composer: Composer) -> None:
        root = "chrome.dom.openOrClosedShadowRoot(document.querySelector('{}'))"
        panel, dialog = root.format("jachai-panel"), root.format("jachai-dialog")
        composer.page.keyboard.insert_text(DRAFT)
        composer.wait_marks(warn=[WARNED])
        open_more(composer, reports=True)
        composer.world(f"{panel}.querySelector('.report').focus()")
        composer.page.keyboard.press("Enter")
        composer.wait_dialog("যে লেখাটুকু পাঠানো হবে")
        composer.world(f"{dialog}.querySelector('.main').focus()")
        composer.page.keyboard.press("Enter")
        composer.wait_no_dialog()
        composer.wait_world(f"{panel}.activeElement?.textContent === 'জানানো হয়েছে, ধন্যবাদ'")

    def test_a_server_that_refuses_is_told_and_can_be_asked_again(
        self, composer: Composer, scripted: ScriptedServer
    ) -> None:
        scripted.keeping = (503, b"{}")
        self.open_report(composer)
        composer.press("পাঠান")
        composer.wait_dialog("পাঠানো যায়নি")
        scripted.keeping = (201, b"{}")
        composer.press("পাঠান")
        composer.wait_no_dialog()
        assert len(scripted.kept) == 2


def test_no_report_and_no_override_where_the_office_takes_none(composer: Composer) -> None:
    composer.page.keyboard.insert_text(f"{DRAFT} {BLOCKED}")
    composer.wait_marks(warn=[WARNED], block=[BLOCKED])
    open_more(composer)
    composer.wait_text(HIDE)
    assert REPORT not in composer.drawn()["text"]
    composer.click_post()
    assert "কারণ" not in composer.wait_dialog("স্থগিত")


class TestOverride:
    @pytest.fixture(autouse=True)
    def allows_it(self, composer: Composer, scripted: ScriptedServer, extension: Extension, flags: None) -> None:
        offer_records(composer, scripted, extension, overrides=True)

    def open_form(self, composer: Composer) -> str:
        composer.page.keyboard.insert_text(BLOCKED)
        composer.wait_marks(block=[BLOCKED])
        composer.click_post()
        composer.wait_dialog("প্রকাশ স্থগিত")
        composer.press("কারণ জানিয়ে প্রকাশ করুন")
        return composer.wait_dialog("আদালতের আদেশ")

    def choose(self, composer: Composer, label: str) -> None:
        click_in(composer, "jachai-dialog", "label.choice", label)

    def test_what_holds_is_named_where_warnings_stand_beside_it(self, composer: Composer) -> None:
        composer.page.keyboard.insert_text(f"{DRAFT} {BLOCKED}")
        composer.wait_marks(warn=[WARNED], block=[BLOCKED])
        composer.click_post()
        composer.wait_dialog("‘স্থগিত’ চিহ্নিত বিষয় সংশোধন করুন, অথবা কারণ জানিয়ে প্রকাশ করুন।")

    def test_a_reason_is_recorded_and_then_the_post_goes(self, composer: Composer, scripted: ScriptedServer) -> None:
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        composer.page.keyboard.press("Tab")
        composer.type("রিট ১২")
        assert composer.posts() == []
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        [(path, body)] = scripted.kept
        assert path == "/api/v1/overrides"
        assert (body["text"], body["reason"], body["note"], body["platform"]) == (
            BLOCKED,
            "court",
            "রিট ১২",
            "facebook",
        )
        assert body["account"]["name"] == "উপজেলা প্রশাসন, নমুনাপুর" and body["moment"] == "publish"

    def test_a_key_publishes_once_a_reason_is_recorded(self, composer: Composer, scripted: ScriptedServer) -> None:
        composer.page.keyboard.insert_text(BLOCKED)
        composer.wait_marks(block=[BLOCKED])
        composer.page.keyboard.press("Control+Enter")
        composer.wait_dialog("প্রকাশ স্থগিত")
        composer.press("কারণ জানিয়ে প্রকাশ করুন")
        self.choose(composer, "আদালতের আদেশ")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        assert [path for path, _body in scripted.kept] == ["/api/v1/overrides"]

    def test_a_reason_holds_where_the_language_is_switched_as_it_is_given(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        switch_to_english(composer, extension, scripted)
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        assert [body["reason"] for _path, body in scripted.kept] == ["court"]
        assert composer.drawn()["dialogs"] == []

    def test_no_reason_no_post(self, composer: Composer, scripted: ScriptedServer) -> None:
        self.open_form(composer)
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.wait_dialog("একটি কারণ বেছে নিন")
        self.choose(composer, "অন্য কারণ")
        composer.wait_drawn("!drawn.dialogs[0].includes('একটি কারণ বেছে নিন')", "what was wrong told no longer")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.wait_dialog("কারণটি অল্প কথায় লিখুন")
        assert composer.posts() == [] and scripted.kept == []

    def test_a_reason_that_was_not_recorded_publishes_nothing(
        self, composer: Composer, scripted: ScriptedServer
    ) -> None:
        scripted.keeping = (422, b"{}")
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.wait_dialog("কারণ রেকর্ড করা যায়নি")
        composer.page.keyboard.press("Escape")
        composer.wait_no_dialog()
        assert composer.posts() == [] and composer.draft() == BLOCKED

    def test_a_note_that_was_refused_is_mended_where_it_stands(
        self, composer: Composer, scripted: ScriptedServer
    ) -> None:
        scripted.keeping = (422, b'{"error": {"code": "note_repeats", "message": ""}}')
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        composer.page.keyboard.press("Tab")
        composer.type("রিট")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.wait_dialog("কারণটি নিজের ভাষায় লিখুন")
        scripted.keeping = (201, b'{"id": "1"}')
        composer.page.keyboard.press("End")  # the note has the focus, and the reason is chosen still
        composer.page.keyboard.insert_text(" ১২")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        assert [(body["reason"], body["note"]) for _path, body in scripted.kept] == [
            ("court", "রিট"),
            ("court", "রিট ১২"),
        ]

    def test_nothing_is_written_while_a_reason_is_recorded(self, composer: Composer, scripted: ScriptedServer) -> None:
        given = threading.Event()
        scripted.keeping = lambda: given.wait(30) and (201, b'{"id": "1"}')
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.wait_dialog("কারণ রেকর্ড হলেই পোস্টটি প্রকাশ করা হবে")
        composer.page.keyboard.press("Escape")
        composer.page.keyboard.insert_text("আরও")
        assert composer.posts() == [] and composer.draft() == BLOCKED
        given.set()
        assert [post["text"] for post in composer.wait_posts(1)] == [BLOCKED]
        composer.wait_no_dialog()

    def test_another_text_needs_another_reason(self, composer: Composer, scripted: ScriptedServer) -> None:
        composer.open("?steps=next")
        self.open_form(composer)
        self.choose(composer, "আদালতের আদেশ")
        composer.press("কারণ রেকর্ড করে প্রকাশ করুন")
        composer.page.locator('.post[aria-label="Post"]').wait_for()
        composer.page.locator('[role="textbox"]').click()
        composer.page.keyboard.press("End")
        composer.page.keyboard.insert_text(" আবার")
        wait_answered(composer, scripted, f"{BLOCKED} আবার")
        composer.click_post()
        composer.wait_dialog("প্রকাশ স্থগিত")
        assert composer.posts() == []

    def test_a_text_that_was_not_checked_has_no_way_past(
        self, composer: Composer, scripted: ScriptedServer, extension: Extension
    ) -> None:
        extension.page.evaluate(
            "(settings) => chrome.storage.local.set({settings})",
            {"serverUrl": scripted.url, "token": "records", "whenUnreachable": "hold"},
        )
        scripted.script = lambda _question: (500, b"")
        composer.page.keyboard.insert_text(BLOCKED)
        composer.click_post()
        assert "কারণ" not in composer.wait_dialog("যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না")


def test_a_yes_to_a_warning_holds_where_the_language_was_switched_before_it(
    composer: Composer, scripted: ScriptedServer, extension: Extension
) -> None:
    composer.page.keyboard.insert_text(DRAFT)
    composer.wait_marks(warn=[WARNED])
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    switch_to_english(composer, extension, scripted)
    composer.wait_dialog("Please look before you publish")
    composer.page.wait_for_timeout(TO_READ)
    composer.press("Publish anyway")
    assert [post["text"] for post in composer.wait_posts(1)] == [DRAFT]
    assert composer.drawn()["dialogs"] == []
