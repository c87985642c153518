"""axe-core finds nothing in our pages, panel and dialogs, light and dark, at 200 %; the keyboard is enough, and all is told aloud.

The first-run page shows panel and dialogs in open roots, into which axe sees.
"""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page, expect
from practice_page import Practice
from scripted_server import ScriptedServer, answer, finding

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js").read_text()
WORD, NUMBER, HELD = "কুলাঙ্গার", "০২-৪৭১১১২২৩", "নৌকায় ভোট দিন"
DRAFT = f"ওই {WORD} {NUMBER}"
REASONS = [{"id": "court", "bn": "আদালতের আদেশ", "en": "Court order"}]
Scheme = Literal["light", "dark"]


def faults_of(page: Page) -> list[str]:
    """What axe finds, shadow roots too: rule, element, what is wrong."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations)"
    )
    return [f"{one['id']}: {node['target']} {node.get('failureSummary', '')}" for one in found for node in one["nodes"]]


def answers(question: dict[str, Any]) -> Any:
    """A warning with a cure, and a number that may be ours."""
    text = question["text"]
    found = [finding(text, WORD, "warn", ("ব্যক্তি",))] if WORD in text else []
    if NUMBER in text:
        found.append({**finding(text, NUMBER, "advise"), "may_be_own": True})
    if HELD in text:
        found.append(finding(text, HELD, "block"))
    worst = "block" if HELD in text else "warn" if found else "clear"
    return answer(worst, tuple(found))


@pytest.fixture
def page(chromium: BrowserContext, extension: Extension, scripted: ScriptedServer) -> Iterator[Page]:
    """A page for one of ours; all that there is to show is shown."""
    scripted.script = answers
    extension.wait_office(scripted.office["name"])  # as it is without all this: no answer of that comes later
    scripted.office |= {
        "allow_pause": True,
        "min_extension": "9.0",
        "switch": {"mode": "warn_only", "until": "2099-01-01T00:00:00+06:00", "message": {"bn": "আজ সতর্কতা", "en": "x"}},
    }
    extension.set(serverUrl=scripted.url)
    extension.wait("async () => (await chrome.storage.local.get('office')).office?.office.minExtension === '9.0'")
    page = chromium.new_page()
    yield page
    page.close()


def open_first_run(page: Page, extension: Extension) -> Page:
    page.goto(f"{extension.origin}/welcome/welcome.html")
    expect(page.locator("#server")).to_have_attribute("data-state", "reachable")
    page.locator("#draft").fill(DRAFT)
    expect(page.locator("#dock .finding")).to_have_count(2)
    return page


def open_popup(page: Page, extension: Extension) -> Page:
    page.add_init_script(
        "chrome.tabs.sendMessage = async (_tab, {type}) => (type === 'host' ? 'www.facebook.com' : {composers: 1, guarded: 1});"
    )
    page.goto(f"{extension.origin}/popup/popup.html")
    expect(page.locator("#pausing")).to_be_visible()
    return page


def open_options(page: Page, extension: Extension) -> Page:
    hidden = [
        {"kind": kind, "hash": digit * 32, "clause": "৯(ঙ)", "at": 1_700_000_000_000, "until": 0}
        for kind, digit in (("finding", "a"), ("own", "b"))
    ]
    extension.page.evaluate("(hidden) => chrome.storage.local.set({hidden})", hidden)
    page.goto(f"{extension.origin}/options/options.html")
    expect(page.locator("#serverUrl")).not_to_have_value("")  # filled in by the page itself
    page.locator("#serverUrl").fill("server")
    page.get_by_role("button", name="সংরক্ষণ করুন").click()
    expect(page.locator("#serverUrl-fault")).to_be_visible()
    return page


PAGES = {"popup": open_popup, "options": open_options, "first run": open_first_run}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, extension: Extension, name: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    PAGES[name](page, extension)
    assert faults_of(page) == []


def test_axe_sees_a_seeded_fault_in_the_page_and_in_the_panel(page: Page, extension: Extension) -> None:
    open_first_run(page, extension)
    page.evaluate("""() => {
      document.querySelector('#sample').textContent = '';
      document.querySelector('#dock jachai-panel').shadowRoot.querySelector('.message').style.color = '#c8c8c8';
    }""")
    found = "\n".join(faults_of(page))
    assert "button-name: ['#sample']" in found and "color-contrast" in found and "jachai-panel" in found


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestPanelAndDialogs:
    @pytest.fixture(autouse=True)
    def shown(self, page: Page, extension: Extension, scheme: Scheme) -> None:
        page.emulate_media(color_scheme=scheme)
        open_first_run(page, extension)

    def test_the_panel_with_all_that_it_offers(self, page: Page) -> None:
        for summary in page.locator("#dock summary").all():
            summary.click()
        assert faults_of(page) == []

    def test_the_panel_not_checked(self, page: Page, scripted: ScriptedServer) -> None:
        scripted.script = lambda _question: (500, b"")
        page.locator("#draft").fill("নোটিশ")
        expect(page.locator("#dock h2")).to_have_text("যাচাই করা হয়নি")
        assert faults_of(page) == []

    def test_the_question_before_publishing(self, page: Page) -> None:
        page.locator("#publish").click()
        expect(page.locator("jachai-dialog dialog")).to_be_visible()
        assert faults_of(page) == []

    def test_the_hold_with_its_form(self, page: Page) -> None:
        page.evaluate(
            """(reasons) => {
          const finding = {check: 'a', clause_label: '৯(গ)', clause_text: 'ক', severity: 'block', spans: [], match: '', message: 'ক', replacements: [], insert: null};
          Jachai.dialog.hold({findings: [finding], language: 'bn', container: () => document.body, override: {reasons, give() {}}});
        }""",
            REASONS,
        )
        dialog = page.locator("jachai-dialog dialog")
        dialog.get_by_role("button", name="কারণ জানিয়ে").click()
        dialog.get_by_role("button", name="কারণ রেকর্ড").click()
        expect(dialog.get_by_role("alert")).to_have_text("একটি কারণ বেছে নিন।")
        assert faults_of(page) == []

    def test_the_report(self, page: Page) -> None:
        page.evaluate(
            """(text) => {
          const finding = {check: 'a', clause: '9.ga', clause_label: '৯(গ)', source: 's', fingerprint: 'f', start: 0, end: 3};
          Jachai.report(finding, text, {language: 'bn', container: () => document.body, offers: {platform: 'practice', report: async () => ({done: true})}});
        }""",
            DRAFT,
        )
        page.locator("jachai-dialog summary").click()
        assert faults_of(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_practice_page(practice: Practice, scheme: Scheme) -> None:
    practice.page.emulate_media(color_scheme=scheme)
    practice.sample("insult")
    practice.wait_state("findings")
    assert faults_of(practice.page) == []
    practice.publish()
    expect(practice.dialog).to_be_visible()
    assert faults_of(practice.page) == []


def test_the_keyboard_alone_hides_a_finding(page: Page, extension: Extension) -> None:
    open_first_run(page, extension)
    page.locator("#publish").focus()
    for _ in range(20):  # through the panel, in the order of what is seen
        page.keyboard.press("Tab")
        if page.evaluate(
            "(words) => document.querySelector('#dock jachai-panel').shadowRoot.activeElement?.textContent === words",
            "এটি ভুল মনে হলে",
        ):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#dock .finding")).to_have_count(1)
    expect(page.locator("#dock h2")).to_be_focused()  # not lost with the card


def test_what_changes_is_told_aloud(page: Page, extension: Extension) -> None:
    open_first_run(page, extension)
    live = page.locator("jachai-badge [role=status]")
    expect(live).to_have_text("সতর্কতা: ২টি বিষয় দেখুন")
    page.locator("#draft").fill("নোটিশ")
    expect(live).to_have_text("নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি")


EDGES = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const contrast = (one, other) => { const [high, low] = [light(parts(one)), light(parts(other))].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
  const ground = (element) => { const colour = getComputedStyle(element).backgroundColor; return parts(colour)[3] === 0 ? ground(element.parentElement) : colour; };
  const fields = [...document.querySelectorAll('input:not([type=radio]):enabled, select:enabled, [role=textbox]')];
  return fields.map((field) => [field.id, contrast(getComputedStyle(field).borderTopColor, ground(field.parentElement))]);
}"""


def faint_edges(page: Page) -> list[Any]:
    """Fields whose border has less than 3:1 with what is around it (WCAG 1.4.11), which axe does not look at."""
    found = page.evaluate(EDGES)
    assert found
    return [one for one in found if one[1] < 3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_seen_where_a_field_ends(page: Page, extension: Extension, name: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    PAGES[name](page, extension)
    assert faint_edges(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_seen_where_the_practice_draft_ends(practice: Practice, scheme: Scheme) -> None:
    practice.page.emulate_media(color_scheme=scheme)
    assert faint_edges(practice.page) == []


MIRROR = "getComputedStyle(document.querySelector('jachai-mirror').shadowRoot.querySelector('.mirror'))"
TEXTAREA = """() => {
  const field = document.body.appendChild(document.createElement('textarea'));
  window.watched = Jachai.watch(field, {ask: Jachai.practiceAsk, surroundings: () => ({}), language: 'bn', container: () => document.body});
  field.focus();
}"""


def test_in_high_contrast_the_marks_leave_the_caret_to_be_seen_and_post_is_a_button(practice: Practice) -> None:
    practice.page.emulate_media(forced_colors="active")
    practice.page.evaluate(TEXTAREA)
    practice.page.keyboard.insert_text(f"ওই {WORD}")
    practice.page.wait_for_function("() => watched.status.state === 'findings'")
    assert practice.page.evaluate(f"{MIRROR}.color") == "rgba(0, 0, 0, 0)"
    assert practice.page.evaluate(f"{MIRROR}.backgroundColor") == "rgba(0, 0, 0, 0)"
    edge = practice.page.locator("#publish").evaluate(
        "(one) => { const {borderTopWidth, borderTopColor} = getComputedStyle(one); return [borderTopWidth, borderTopColor]; }"
    )
    assert edge[0] == "1px" and edge[1] != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("name", PAGES)
def test_at_200_percent_nothing_runs_out_of_the_window(page: Page, extension: Extension, name: str) -> None:
    page.set_viewport_size({"width": 360 if name == "popup" else 640, "height": 400})  # 1280 x 800 at 200 %
    PAGES[name](page, extension)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The last two: a screen that is enlarged three and four times.
@pytest.mark.parametrize(("width", "height"), [(400, 300), (427, 240), (320, 218)])
def test_the_dialog_fits_a_small_window_and_its_choices_stay_in_sight(
    page: Page, extension: Extension, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_first_run(page, extension)
    page.locator("#publish").click()
    expect(page.locator("jachai-dialog dialog")).to_be_visible()
    buttons = page.locator("jachai-dialog .choices button")
    expect(buttons).to_have_count(2)
    for button in buttons.all():
        box = button.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= height
    body = page.locator("jachai-dialog .body").bounding_box()
    assert body and body["height"] >= 75  # CSS px: three lines of why it is asked


def test_nothing_turns_where_motion_is_not_wanted(page: Page, extension: Extension, scripted: ScriptedServer) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_first_run(page, extension)
    given = threading.Event()
    scripted.script = lambda _question: given.wait(30) and answer("clear")
    page.locator("#draft").fill("নোটিশ")
    expect(page.locator("jachai-badge .icon.checking")).to_be_visible()
    assert page.evaluate("document.querySelector('jachai-badge').shadowRoot.getAnimations().length") == 0
    given.set()


def test_the_badge_says_whether_the_panel_is_open(page: Page, extension: Extension) -> None:
    open_first_run(page, extension)
    expect(page.locator("jachai-badge button")).to_have_attribute("aria-expanded", "true")  # it is docked


def test_other_words_of_the_same_count_are_told_aloud_too(page: Page, extension: Extension) -> None:
    open_first_run(page, extension)
    page.locator("#draft").fill(f"ওই {WORD}")
    told = page.locator("jachai-badge [role=status] > *")
    expect(told).to_have_text("সতর্কতা: ১টি বিষয় দেখুন")
    before = told.element_handle()
    page.locator("#draft").fill(f"এই {WORD}")  # the same words found: not told again
    expect(page.locator("#dock .finding")).to_have_count(1)
    assert before and before.evaluate("(one) => one.isConnected")


def test_each_word_is_read_by_a_voice_of_its_own_language(
    page: Page, extension: Extension, scripted: ScriptedServer
) -> None:
    extension.set(serverUrl=scripted.url, language="en")
    extension.wait_office(scripted.office["name"])
    scripted.script = lambda question: answer("warn", (finding(question["text"], WORD, "warn", ("ব্যক্তি", "person")),))
    page.goto(f"{extension.origin}/welcome/welcome.html")
    page.locator("#draft").fill(f"ওই {WORD}")
    card = page.locator("#dock .finding")
    expect(card.locator(".words")).to_have_attribute("lang", "bn")
    expect(card.locator(".label span")).to_have_attribute("lang", "bn")  # ৯(ঙ)
    assert [one.get_attribute("lang") for one in card.locator(".cure span").all()] == ["bn", "en"]
    expect(page.locator("#dock .panel")).to_have_attribute("lang", "en")
    expect(page.locator("#server span")).to_have_attribute("lang", "bn")  # the office's name
    page.goto(f"{extension.origin}/popup/popup.html")
    expect(page.locator("#office")).to_have_attribute("lang", "bn")
    expect(page).to_have_title("Jachai")
