"""The practice page in real Chromium, against the real server and the shipped lists."""

import itertools
import time
from typing import Any

import pytest
from chromium import PUBLISH_ANYWAY, TO_READ, tab
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Route, expect
from practice_page import BADGE, Practice, boxes
from scripted_server import ScriptedServer

from tests.service.offices import small_app

INSULT = "কুলাঙ্গার"
MOBILE = "০১৭১২৩৪৫৬৭৮"
CLEAR = "নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি"


pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Of an app that serves the page's files, on few lists."""
    return small_app(tmp_path_factory.mktemp("app")).test_client()


OF_ANOTHER_SITE = """async (server) => {
  const script = Object.assign(document.createElement('script'), {src: `${server}/practice/page/namespace.js`});
  const seen = new Promise((resolve) => { script.onload = script.onerror = (event) => resolve(event.type); });
  document.head.append(script);
  const asked = fetch(`${server}/api/v1/office`, {mode: 'no-cors'}).then(() => 'answered', () => 'failed');
  return [await seen, typeof window.Jachai, await asked];
}"""


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("sample", "marks", "label"),
        [
            ("vote", {"warn": ["নৌকায়", "ভোট দিন"]}, "৯(গ)"),
            ("insult", {"warn": [INSULT]}, "৯(ঙ)"),
            ("mobile", {"block": [MOBILE]}, "৬(গ)"),
        ],
    )
    def test_each_sample_shows_its_clause(
        self, practice: Practice, sample: str, marks: dict[str, list[str]], label: str
    ) -> None:
        practice.sample(sample)
        practice.wait_marks(**marks)
        expect(practice.panel.locator(".finding")).to_have_count(1)
        expect(practice.panel.locator(".finding .label")).to_have_text(f"অনুচ্ছেদ {label}")

    def test_an_ordinary_notice_is_clear(self, practice: Practice) -> None:
        practice.sample("notice")
        practice.wait_state("clear")
        practice.wait_marks()
        expect(practice.panel.locator("h2")).to_have_text(CLEAR)
        expect(practice.page.locator(f"{BADGE} [role=status]")).to_have_text(CLEAR)

    @pytest.mark.parametrize("before", ["👨‍👩‍👧👍 ", "ব‍্যয় ও ক্‌ষ: ", "(", "প্রথম লাইন\n\n"])
    def test_words_are_underlined_where_they_stand(self, practice: Practice, before: str) -> None:
        practice.write(f"{before}{INSULT}দের কথা")
        practice.wait_marks(warn=[f"{INSULT}দের"])
        assert practice.text() == f"{before}{INSULT}দের কথা"

    def test_the_clause_can_be_read(self, practice: Practice) -> None:
        practice.sample("insult")
        clause = practice.panel.locator(".clause")
        expect(clause).to_be_hidden()
        practice.panel.locator("summary").click()
        expect(clause).to_contain_text("হেয় প্রতিপন্ন")

    def test_a_click_on_a_finding_selects_its_words(self, practice: Practice) -> None:
        practice.sample("insult")
        practice.panel.locator("button.title").click()
        assert practice.page.evaluate("getSelection().toString()") == INSULT

    def test_underlines_move_with_their_words_before_the_next_answer(self, practice: Practice) -> None:
        practice.sample("insult")
        practice.wait_marks(warn=[INSULT])
        practice.answer_with(lambda route: None)  # never answers
        practice.draft.press("Home")
        practice.page.keyboard.press("Control+Home")
        practice.page.keyboard.type("আজ ")
        practice.wait_state("checking")
        practice.wait_marks(warn=[INSULT])

    def test_another_account_is_judged_anew(self, practice: Practice) -> None:
        practice.sample("mobile")
        practice.wait_marks(block=[MOBILE])
        practice.page.get_by_label("কর্মচারীর নিজের").check()
        practice.wait_marks(warn=[MOBILE])
        expect(practice.panel.locator(".finding .label")).to_have_text("অনুচ্ছেদ ৮")


class TestWhatToWriteInstead:
    def test_one_click_replaces_and_undo_brings_back(self, practice: Practice) -> None:
        practice.sample("mobile")
        before = practice.text() or ""
        practice.panel.locator(".cure").first.click()
        practice.page.wait_for_function(
            "() => !Jachai.text.read(document.getElementById('draft')).text.includes('২৩৪৫')"
        )
        assert practice.text() == before.replace(MOBILE, "০১৭১২•••৬৭৮")
        practice.wait_state("clear")
        practice.wait_marks()
        practice.page.keyboard.press("Control+Z")
        practice.wait_marks(block=[MOBILE])
        assert practice.text() == before

    def test_an_insertion_stands_on_a_line_of_its_own(self, practice: Practice) -> None:
        practice.answer_with(lambda route: advise(route, insert={"text": "উপজেলা প্রশাসন", "at": "end"}))
        practice.write("আজ সভা")
        practice.panel.locator(".cure").click()
        practice.page.wait_for_function(
            "() => Jachai.text.read(document.getElementById('draft')).text.includes('উপজেলা')"
        )
        assert practice.text().rstrip("\n") == "আজ সভা\nউপজেলা প্রশাসন"

    def test_where_the_editor_refuses_the_words_can_be_copied(self, practice: Practice) -> None:
        practice.sample("mobile")
        practice.wait_state("findings")
        before = practice.text()
        practice.draft.evaluate(
            "(draft, text) => draft.addEventListener('input', () => { draft.textContent = text; })", before
        )
        practice.panel.locator(".cure").first.click()
        expect(practice.panel.locator(".trouble q")).to_have_text("০১৭১২•••৬৭৮")
        assert practice.text() == before

    def test_a_word_that_stands_twice_is_replaced_where_it_was_pressed(self, practice: Practice) -> None:
        practice.write("ওই মেথর আসেনি। আরেক মেথর এসেছে।")
        expect(practice.panel.locator(".finding")).to_have_count(2)
        practice.panel.locator(".finding").last.locator(".cure").first.click()
        practice.page.wait_for_function(
            "() => !Jachai.text.read(document.getElementById('draft')).text.includes('আরেক মেথর')"
        )
        assert practice.text().startswith("ওই মেথর আসেনি। আরেক পরিচ্ছন্নতাকর্মী ")


class TestPublishing:
    def test_a_clear_draft_passes_and_nothing_is_published(self, practice: Practice) -> None:
        practice.sample("notice")
        practice.publish()
        expect(practice.outcome).to_contain_text("কোথাও কিছু প্রকাশ করা হয়নি")
        expect(practice.dialog).to_have_count(0)

    def test_a_draft_just_typed_is_checked_before_it_passes(self, practice: Practice) -> None:
        practice.write(f"ওই {INSULT} আসেনি")
        practice.publish()
        expect(practice.dialog).to_contain_text("প্রকাশের আগে দেখে নিন")
        expect(practice.dialog).to_contain_text(INSULT)

    @pytest.mark.parametrize(("choice", "told"), [("তবুও প্রকাশ করুন", "প্রকাশ করা যেত"), ("ফিরে গিয়ে", "প্রকাশ করা হয়নি")])
    def test_a_warning_asks_once(self, practice: Practice, choice: str, told: str) -> None:
        practice.sample("insult")
        practice.publish()
        practice.dialog.get_by_role("button", name=choice).click(delay=TO_READ)
        expect(practice.dialog).to_have_count(0)
        expect(practice.outcome).to_contain_text(told)

    def test_pressed_twice_it_asks_once_and_counts_as_no_publishing(self, practice: Practice) -> None:
        held: list[Route] = []
        practice.answer_with(lambda route: held.append(route))
        practice.sample("insult")
        wait_held(practice, held)
        practice.publish()
        practice.publish()
        practice.answer_with(lambda route: held.append(route) or route.continue_())
        held[0].continue_()
        practice.dialog.get_by_role("button", name=PUBLISH_ANYWAY).click(delay=TO_READ)
        expect(practice.outcome).to_contain_text("প্রকাশ করা যেত")
        expect(practice.dialog).to_have_count(0)
        practice.publish()
        practice.dialog.get_by_role("button", name=PUBLISH_ANYWAY).click(delay=TO_READ)
        assert {route.request.post_data_json["moment"] for route in held} == {"typing"}

    def test_another_language_chosen_while_it_is_checked_is_no_fault(self, practice: Practice) -> None:
        held: list[Route] = []
        practice.answer_with(lambda route: held.append(route))
        practice.sample("notice")
        wait_held(practice, held)
        practice.publish()
        practice.answer_with(lambda route: route.continue_())
        practice.page.click('[data-language="en"]')
        expect(practice.outcome).to_have_class("outcome passed")
        assert practice.dialog.count() == 0

    def test_a_block_has_one_way_out(self, practice: Practice) -> None:
        practice.sample("mobile")
        practice.publish()
        expect(practice.dialog).to_contain_text("অনুচ্ছেদ ৬(গ)")
        expect(practice.dialog.locator(".choices button")).to_have_text(["ফিরে গিয়ে সংশোধন করুন"])
        practice.page.keyboard.press("Enter")
        expect(practice.outcome).to_contain_text("সংশোধন করে আবার চেষ্টা করুন")

    def test_escape_goes_back_and_gives_the_focus_back(self, practice: Practice) -> None:
        practice.sample("insult")
        practice.publish()
        expect(practice.dialog.get_by_role("button", name="ফিরে গিয়ে")).to_be_focused()
        practice.page.keyboard.press("Escape")
        expect(practice.outcome).to_contain_text("সংশোধন করে আবার চেষ্টা করুন")
        expect(practice.page.locator("#publish")).to_be_focused()

    def test_no_script_of_the_page_can_answer_for_the_writer(self, practice: Practice) -> None:
        practice.sample("insult")
        practice.publish()
        practice.dialog.locator(".publish").evaluate(
            "(button) => { button.click(); button.dispatchEvent(new MouseEvent('click', {detail: 1})); }"
        )
        expect(practice.dialog).to_be_visible()

    def test_the_second_click_of_a_double_click_is_no_answer(self, practice: Practice) -> None:
        practice.sample("insult")
        practice.publish()
        expect(practice.dialog).to_be_visible()
        practice.page.wait_for_timeout(TO_READ)  # else it is none for another reason
        box = practice.dialog.locator(".publish").bounding_box()
        assert box
        at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        practice.page.mouse.move(*at)
        practice.page.mouse.down(click_count=2)
        practice.page.mouse.up(click_count=2)
        expect(practice.dialog).to_be_visible()
        practice.page.mouse.click(*at)
        expect(practice.outcome).to_contain_text("প্রকাশ করা যেত")

    def test_the_office_may_hold_everything(self, practice: Practice) -> None:
        told = {"mode": "hold", "until": "2099-12-25T09:05:00+06:00", "message": {"bn": "আজ সব প্রকাশ বন্ধ", "en": "x"}}
        practice.answer(json=CHECKED | {"switch": told})
        practice.sample("notice")
        practice.publish()
        expect(practice.dialog).to_contain_text(
            "দপ্তরের নির্দেশে সব পোস্টের প্রকাশ স্থগিত। আজ সব প্রকাশ বন্ধ নির্দেশটি ২৫ ডিসেম্বর ২০৯৯, "
        )
        practice.dialog.get_by_role("button", name="ফিরে যান").click()
        expect(practice.outcome).to_have_text("খসড়াটি প্রকাশ করা হয়নি।")

    @pytest.mark.parametrize("switch", [None, {"mode": "warn_only", "until": "", "message": {"bn": "ক", "en": "x"}}])
    def test_no_other_switch_holds(self, practice: Practice, switch: Any) -> None:
        practice.answer(json=CHECKED | {"switch": switch})
        practice.sample("notice")
        practice.publish()
        expect(practice.outcome).to_contain_text("প্রকাশ করা যেত")

    @pytest.mark.parametrize(
        ("choice", "said"),
        [
            ("hold", "যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না"),
            ("warn", "তবুও প্রকাশ করুন"),
            ("allow", ""),
            ("nonsense", "তবুও প্রকাশ করুন"),
        ],
    )
    def test_what_is_not_checked_follows_the_office_s_choice(self, practice: Practice, choice: str, said: str) -> None:
        told = itertools.chain([{"error": {"code": "too_many"}}], itertools.repeat({"when_unreachable": choice}))
        practice.page.route("**/api/v1/office", lambda route: route.fulfill(json=next(told)))
        for text in ("সভা", "সভা আগামীকাল"):  # a busy server is asked again
            with practice.page.expect_response("**/api/v1/office"):
                practice.write(text)
                practice.wait_state("clear")
        practice.answer_with(lambda route: route.abort())
        practice.sample("vote")
        practice.wait_state("unchecked")
        practice.publish()
        if said:
            expect(practice.dialog).to_contain_text(said)
        else:
            expect(practice.outcome).to_contain_text("প্রকাশ করা যেত")
        practice.faults.clear()  # the browser's own lines about what was cut off

    def test_an_empty_draft_asks_nothing(self, practice: Practice) -> None:
        practice.write("   ")
        practice.publish()
        expect(practice.outcome).to_have_text("প্রকাশ করার মতো কিছু লেখা হয়নি।")
        expect(practice.badge).to_be_hidden()
        assert not [url for url in practice.asked if "/api/" in url]


CHECKED = {"verdict": "clear", "findings": [], "incomplete": [], "notes": [], "ruleset": {"version": "1", "hash": ""}}
LEFT_OUT = {"incomplete": [{"check": "a", "why": "timeout"}]}


def advise(route: Route, **more: Any) -> None:
    """One piece of advice on the whole draft."""
    finding = {
        "check": "branding/name",
        "clause": "5.ja",
        "clause_label": "৫(জ)",
        "clause_text": "প্রতিষ্ঠানের নাম",
        "severity": "advise",
        "spans": [],
        "start": None,
        "end": None,
        "match": "",
        "message": "প্রতিষ্ঠানের নাম নেই।",
        "replacements": [],
        "insert": None,
        "source": "branding",
        "fingerprint": "0",
    }
    findings = [] if "উপজেলা" in route.request.post_data_json["text"] else [finding | more]
    verdict = "advise" if findings else "clear"
    route.fulfill(json=CHECKED | {"verdict": verdict, "findings": findings})


def wait_held(practice: Practice, held: list[Route]) -> None:
    """Waits until a question has left the page and is held back."""
    until = time.monotonic() + 30
    while not held:
        assert time.monotonic() < until, "nothing was asked"
        practice.page.wait_for_timeout(20)  # in which routes are heard of


class TestNotChecked:
    @pytest.mark.parametrize(
        ("reply", "why"),
        [
            ({"status": 500, "json": {"error": {"code": "x", "message": ""}}}, "ঠিকমতো উত্তর দেয়নি"),
            ({"status": 413, "json": {"error": {"code": "x", "message": "লেখাটি দীর্ঘ।"}}}, "লেখাটি দীর্ঘ।"),
            ({"status": 200, "body": "<html>"}, "ঠিকমতো উত্তর দেয়নি"),
            ({"status": 200, "json": {"verdict": "clear"}}, "ঠিকমতো উত্তর দেয়নি"),
            ({"json": CHECKED | LEFT_OUT}, "ঠিকমতো উত্তর দেয়নি"),
            ({"json": CHECKED | LEFT_OUT | {"verdict": "unchecked"}}, "পুরোপুরি যাচাই করা যায়নি"),
        ],
    )
    def test_a_fault_is_told_and_never_clear(self, practice: Practice, reply: dict[str, Any], why: str) -> None:
        practice.answer(**reply)
        practice.sample("notice")
        practice.wait_state("unchecked")
        expect(practice.badge).to_contain_text("যাচাই করা হয়নি")
        expect(practice.panel).to_contain_text(why)
        practice.publish()
        expect(practice.dialog).to_contain_text("লেখাটি যাচাই করা হয়নি")
        practice.page.keyboard.press("Escape")
        expect(practice.outcome).to_have_text("খসড়াটি প্রকাশ করা হয়নি।")  # there is nothing to mend
        practice.faults.clear()  # the browser's own line about the status

    @pytest.mark.parametrize(
        ("code", "why"), [("no_token", "‘দপ্তরের টোকেন’ ঘরে টোকেনটি দিন"), ("bad_token", "নতুন টোকেনের জন্য")]
    )
    def test_a_server_that_asks_for_a_token_is_told_with_the_way_on(
        self, practice: Practice, code: str, why: str
    ) -> None:
        said = "এক্সটেনশনের সেটিংসে টোকেনটি দিন। নতুন টোকেনের জন্য | The token"
        practice.answer(status=401, json={"error": {"code": code, "message": said}})
        practice.sample("notice")
        practice.wait_state("unchecked")
        expect(practice.panel).to_contain_text(why)
        assert ("সেটিংসে" in practice.panel.inner_text()) == (code == "bad_token")
        expect(practice.token).to_be_visible()
        practice.faults.clear()

    def test_a_server_that_is_gone_can_be_asked_again(self, practice: Practice) -> None:
        practice.answer_with(lambda route: route.abort())
        practice.sample("notice")
        practice.wait_state("unchecked")
        expect(practice.panel).to_contain_text("সার্ভারে পৌঁছানো যায়নি")
        practice.page.unroute("**/api/v1/check")
        practice.panel.get_by_role("button", name="আবার যাচাই করুন").click()
        practice.wait_state("clear")
        practice.faults.clear()

    def test_a_busy_server_is_asked_again_when_it_says(self, practice: Practice) -> None:
        too_many = {"error": {"code": "too_many", "message": "Retry-After | Retry-After"}}
        replies = [{"status": 429, "headers": {"Retry-After": "3"}, "json": too_many}]

        def reply(route: Route) -> None:
            if replies:
                route.fulfill(**replies.pop())
            else:
                route.continue_()

        practice.answer_with(reply)
        practice.sample("notice")
        expect(practice.panel).to_contain_text("সার্ভার এখন ব্যস্ত")
        expect(practice.panel).not_to_contain_text("Retry-After")
        practice.wait_state("clear")
        practice.faults.clear()

    def test_an_answer_to_an_older_draft_is_dropped(self, practice: Practice) -> None:
        held: list[Route] = []
        practice.answer_with(
            lambda route: held.append(route) if INSULT in route.request.post_data_json["text"] else route.continue_()
        )
        practice.sample("insult")
        wait_held(practice, held)
        practice.sample("notice")
        practice.wait_state("clear")
        assert len(held) == 1
        practice.wait_marks()
        expect(practice.panel.locator(".finding")).to_have_count(0)


def token_wanted(route: Route) -> None:
    """A server that takes one token."""
    given = route.request.headers.get("authorization", "")
    if given == "Bearer jachai_right":
        route.fulfill(json=CHECKED)
        return
    code = "bad_token" if given else "no_token"
    route.fulfill(status=401, json={"error": {"code": code, "message": "নতুন টোকেনের জন্য | Ask for the new one"}})


class TestTheToken:
    def test_it_is_typed_into_a_field_and_kept_in_memory_alone(self, practice: Practice) -> None:
        expect(practice.token).to_be_hidden()
        practice.answer_with(token_wanted)
        practice.sample("notice")
        expect(practice.token).to_be_visible()
        assert practice.token.evaluate("(field) => [field.type, field.autocomplete]") == ["password", "off"]
        for typed, told in (("jachai_wrong", "নতুন টোকেনের জন্য"), (" jachai_right\u00a0", CLEAR)):
            practice.token.fill(typed)
            practice.token.press("Enter")
            expect(practice.panel).to_contain_text(told)
            assert practice.token.input_value() == ""
        expect(practice.token).to_be_hidden()
        expect(practice.draft).to_be_focused()
        stored = practice.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]")
        assert stored == [0, 0, "", practice.url]
        practice.open().sample("notice")
        practice.wait_state("unchecked")
        practice.faults.clear()  # the browser's own lines about the status

    def test_what_was_asked_before_it_was_given_is_asked_anew(self, practice: Practice) -> None:
        practice.answer_with(token_wanted)
        practice.sample("notice")
        expect(practice.token).to_be_visible()
        held: list[Route] = []
        practice.answer_with(
            lambda route: token_wanted(route) if "authorization" in route.request.headers else held.append(route)
        )
        practice.sample("vote")
        wait_held(practice, held)
        practice.token.fill("jachai_right")
        practice.token.press("Enter")
        token_wanted(held[0])
        practice.wait_state("clear")
        expect(practice.token).to_be_hidden()
        practice.faults.clear()  # the browser's own lines about the status

    @pytest.mark.parametrize("before", ["", "about:blank"])
    def test_an_old_link_with_it_is_cleaned_and_not_used(self, practice: Practice, before: str) -> None:
        practice.answer_with(token_wanted)
        if before:  # else the page is there already, and hears of the new address alone
            practice.page.goto(before)
        practice.page.goto(f"{practice.url}#token=jachai_right")
        expect(practice.token).to_be_visible()
        assert practice.page.url == practice.url
        practice.sample("notice")
        practice.wait_state("unchecked")
        practice.faults.clear()


class TestThePage:
    @pytest.mark.parametrize("width", [360, 390, 768, 1280])
    def test_it_fits_every_width(self, practice: Practice, width: int) -> None:
        practice.page.set_viewport_size({"width": width, "height": 800})
        practice.sample("mobile")
        practice.wait_state("findings")
        assert practice.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        draft, panel = boxes(practice.draft, practice.panel)
        if width < 820:
            assert panel["y"] >= draft["y"] + draft["height"]
        else:
            assert panel["x"] >= draft["x"] + draft["width"]

    def test_nothing_written_yet_is_not_called_clear(self, practice: Practice) -> None:
        expect(practice.panel.locator("h2")).to_have_text("লেখা শুরু করলে যাচাই হবে")
        expect(practice.panel.locator(".head .icon.clear")).to_have_count(0)
        practice.sample("notice")
        expect(practice.panel.locator(".head .icon.clear")).to_have_count(1)

    def test_the_badge_leads_to_the_panel_that_is_out_of_sight(self, practice: Practice) -> None:
        practice.page.set_viewport_size({"width": 390, "height": 844})
        practice.draft.fill("নোটিশ\n" * 14 + INSULT)
        practice.wait_state("findings")
        practice.page.evaluate("scrollTo(0, document.querySelector('#dock').getBoundingClientRect().top - innerHeight)")
        practice.page.wait_for_function("document.querySelector('#dock').getBoundingClientRect().top >= innerHeight")
        practice.badge.click()
        expect(practice.panel.locator("h2")).to_be_focused()
        expect(practice.panel.locator(".message")).to_be_in_viewport(ratio=1)

    def test_it_speaks_english_too_and_keeps_the_draft(self, practice: Practice) -> None:
        practice.sample("insult")
        before = practice.text()
        practice.page.click('[data-language="en"]')
        expect(practice.panel.locator(".chip")).to_have_text("Warning")
        expect(practice.page.locator("#publish")).to_have_text("Publish")
        assert (practice.page.evaluate("document.documentElement.lang"), practice.text()) == ("en", before)
        expect(practice.page.locator(BADGE)).to_have_count(1)

    def test_the_draft_is_kept_nowhere_and_goes_nowhere_else(self, practice: Practice, server_url: str) -> None:
        practice.sample("insult")
        practice.wait_state("findings")
        practice.publish()
        stored = practice.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]")
        assert stored == [0, 0, "", practice.url]
        assert {url.split("?")[0].startswith(f"{server_url}/") for url in practice.asked} == {True}
        practice.open()
        assert practice.text() == ""

    def test_a_sample_costs_nobody_a_draft(self, practice: Practice) -> None:
        own = "আমার নিজের খসড়া"
        practice.write(own)
        practice.sample("insult")
        practice.wait_marks(warn=[INSULT])
        practice.sample("vote")
        practice.wait_marks(warn=["নৌকায়", "ভোট দিন"])
        assert INSULT not in practice.text()
        practice.page.keyboard.press("Control+Z")
        practice.wait_marks(warn=[INSULT])
        practice.page.keyboard.press("Control+Z")
        practice.page.wait_for_function(
            "(own) => Jachai.text.read(document.getElementById('draft')).text === own", arg=own
        )

    @pytest.mark.parametrize(
        "fault",
        [
            "delete Element.prototype.checkVisibility",  # an older browser: Safari 17.3
            "delete String.prototype.toWellFormed",  # fails at the first question only
        ],
    )
    def test_a_browser_too_old_is_told(self, practice: Practice, fault: str) -> None:
        def old(route: Route) -> None:
            found = route.fetch()
            route.fulfill(response=found, body=f"{fault};{found.text()}")

        practice.page.route("**/practice/page/namespace.js", old)
        practice.page.goto(practice.url)
        practice.sample("insult")
        expect(practice.broken).to_be_visible()
        expect(practice.broken).to_contain_text("ব্রাউজার হালনাগাদ করুন")
        practice.faults.clear()

    def test_a_script_that_did_not_come_is_told(self, practice: Practice) -> None:
        expect(practice.broken).to_be_hidden()
        practice.page.route("**/practice/page/loop.js", lambda route: route.fulfill(status=503))
        practice.page.goto(practice.url)
        expect(practice.broken).to_be_visible()
        practice.faults.clear()

    def test_the_dom_of_the_draft_is_not_touched(self, practice: Practice) -> None:
        practice.sample("insult")
        before = practice.draft.inner_html()
        practice.wait_state("findings")
        assert practice.draft.inner_html() == before == practice.text()


def test_no_page_of_another_site_hears_of_the_server(
    chromium: BrowserContext, scripted: ScriptedServer, server_url: str
) -> None:
    with tab(chromium) as page:
        page.goto(scripted.url)  # has no policy of its own that would hold it back
        assert page.evaluate(OF_ANOTHER_SITE, server_url) == ["error", "undefined", "failed"]


def test_its_files_are_served_strictly(client: FlaskClient) -> None:
    with client.get("/practice/") as reply:
        policy, html = reply.headers["Content-Security-Policy"], reply.data
    assert "default-src 'self'" in policy and "unsafe" not in policy and "require-trusted-types-for 'script'" in policy
    assert b"<style" not in html and b" style=" not in html and b"onclick" not in html


@pytest.mark.parametrize(("file", "kind"), [("watch.js", "text/javascript"), ("underline.css", "text/css")])
def test_the_files_of_the_extension_are_served(client: FlaskClient, file: str, kind: str) -> None:
    with client.get(f"/practice/page/{file}") as reply:
        assert (reply.status_code, reply.mimetype) == (200, kind)


@pytest.mark.parametrize(
    "path",
    [
        "../manifest.json",
        "..%2fmanifest.json",
        "%2e%2e/manifest.json",
        "missing.js",
        "/etc/passwd",
        "..%5cmanifest.json",
    ],
)
def test_no_other_file_is_served(client: FlaskClient, path: str) -> None:
    with client.get(f"/practice/page/{path}") as reply:
        assert reply.status_code == 404
