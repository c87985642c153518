"""What the extension draws beside a composer: the floating panel, the badge's place, the mirror of a textarea.

The practice page lends its scripts; a second composer on it has a panel that floats, as on a platform.
"""

import pytest
from playwright.sync_api import expect
from practice_page import BADGE, Practice, boxes, meet

pytestmark = pytest.mark.browser

INSULT = "কুলাঙ্গার"
DEMEANED, CURE = "মেথর", "পরিচ্ছন্নতাকর্মী"
MOBILE = "০১৭১২৩৪৫৬৭৮"


FLOAT = """async (tag) => {
  const field = Object.assign(document.createElement(tag), {id: 'float'});
  field.style.cssText = 'position: fixed; left: 20px; top: 420px; width: 300px; height: 90px; overflow: auto; font-size: 16px';
  if (tag === 'div') field.contentEditable = 'plaintext-only';
  document.querySelector('main').before(field);
  window.keys = [];
  addEventListener('keydown', (event) => keys.push(event.key), true);
  window.floating = Jachai.watch(field, {ask: Jachai.practiceAsk, surroundings: () => ({}), language: 'bn', container: () => document.body});
}"""


class Floating:
    """A second composer, whose panel floats as it does on a platform."""

    def __init__(self, practice: Practice, tag: str) -> None:
        self.page = practice.page
        self.page.evaluate(FLOAT, tag)
        self.field = self.page.locator("#float")
        self.badge = self.page.locator(f"body > {BADGE}")
        self.panel = self.page.locator("body > jachai-panel .panel")

    def write(self, text: str) -> None:
        self.field.click()
        self.page.keyboard.type(text)
        self.page.wait_for_function(
            "(text) => floating.status.state === 'findings' && floating.status.text === text", arg=text
        )


COVERED = """({x, y, width, height}) => {
  const range = document.createRange();
  const field = document.getElementById('float');
  const {top, bottom} = field.getBoundingClientRect();
  range.selectNodeContents(field);
  return [...range.getClientRects()].some((box) => box.left < x + width && x < box.right
    && Math.max(box.top, top) < y + height && y < Math.min(box.bottom, bottom));
}"""


@pytest.mark.parametrize("tag", ["div", "textarea"])
class TestAFloatingPanel:
    @pytest.mark.parametrize("words", [0, 14, 60])
    @pytest.mark.parametrize("post", ["top: 512px; left: 220px", "top: 430px; left: 322px", "top: 480px; left: 250px"])
    def test_the_badge_covers_neither_text_nor_post(self, practice: Practice, tag: str, words: int, post: str) -> None:
        floating = Floating(practice, tag)
        button = floating.page.evaluate_handle(
            "document.body.appendChild(document.createElement('button'))"
        ).as_element()
        assert button
        button.evaluate(
            "(button, post) => { button.style.cssText = `position: fixed; width: 100px; height: 30px; ${post}`; }", post
        )
        floating.write("শব্দ " * words + INSULT)
        badge, post_box = floating.badge.locator("button").bounding_box(), button.bounding_box()
        assert badge and post_box
        assert not meet(dict(badge), dict(post_box))
        if tag == "div":
            assert not floating.page.evaluate(COVERED, badge)
        elif words:
            assert not meet(*boxes(floating.badge.locator("button"), floating.field))

    def test_the_badge_opens_it_beside_the_composer(self, practice: Practice, tag: str) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        expect(floating.panel).to_have_count(0)
        floating.badge.locator("button").click()
        expect(floating.panel).to_contain_text(INSULT)
        assert not meet(*boxes(floating.panel, floating.field))
        expect(floating.field).to_be_focused()  # the caret stays where the writer types
        floating.panel.get_by_role("button", name="বন্ধ করুন").click()
        expect(floating.panel).to_have_count(0)

    @pytest.mark.parametrize("width", [390, 800, 1280])
    def test_it_leaves_the_composer_to_be_seen_and_can_be_closed(
        self, practice: Practice, tag: str, width: int
    ) -> None:
        practice.page.set_viewport_size({"width": width, "height": 760})
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        floating.badge.locator("button").click()
        panel, field = boxes(floating.panel, floating.field)
        assert not meet(panel, field)
        assert panel["x"] >= 0 and panel["x"] + panel["width"] <= width
        expect(floating.panel.locator(".close svg")).to_be_visible()

    def test_it_works_by_keyboard_alone_and_its_keys_stay_in_it(self, practice: Practice, tag: str) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {DEMEANED} আসেনি")
        floating.page.keyboard.press("Alt+J")
        expect(floating.panel.locator("h2")).to_be_focused()
        floating.page.evaluate("keys.length = 0")
        for _ in range(3):  # close, title, replacement
            floating.page.keyboard.press("Tab")
        expect(floating.panel.locator(".cure").first).to_be_focused()
        floating.page.keyboard.press("Enter")
        floating.page.wait_for_function("() => floating.status.state === 'clear'")
        assert floating.page.evaluate("[keys, floating.status.text]") == [[], f"ওই {CURE} আসেনি"]

    def test_escape_closes_it_and_gives_the_focus_back(self, practice: Practice, tag: str) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        floating.page.keyboard.press("Alt+J")
        floating.page.keyboard.press("Escape")
        expect(floating.panel).to_have_count(0)
        expect(floating.field).to_be_focused()

    def test_the_key_leads_back_to_it_after_a_cure_and_closes_it_from_within(
        self, practice: Practice, tag: str
    ) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি, {MOBILE}")
        floating.page.keyboard.press("Alt+J")
        floating.panel.locator(".cure").first.focus()
        floating.page.keyboard.press("Enter")
        expect(floating.panel.locator(".finding")).to_have_count(1)
        expect(floating.field).to_be_focused()
        floating.page.keyboard.press("Alt+J")
        expect(floating.panel.locator("h2")).to_be_focused()
        floating.page.keyboard.press("Alt+J")
        expect(floating.panel).to_have_count(0)
        expect(floating.field).to_be_focused()

    def test_it_closes_with_the_draft_and_leaves_with_the_watch(self, practice: Practice, tag: str) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        floating.badge.locator("button").click()
        floating.page.keyboard.press("Control+A")
        floating.page.keyboard.press("Delete")
        expect(floating.panel).to_have_count(0)
        floating.page.evaluate("floating.stop()")
        expect(floating.page.locator("body > :is(jachai-badge, jachai-panel, jachai-mirror)")).to_have_count(0)
        practice.wait_marks()

    def test_two_composers_keep_their_underlines_apart(self, practice: Practice, tag: str) -> None:
        practice.sample("mobile")
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        practice.wait_marks(block=[MOBILE], **({"warn": [INSULT]} if tag == "div" else {}))
        floating.page.evaluate("floating.stop()")
        practice.wait_marks(block=[MOBILE])


def test_the_badge_stands_in_the_corner_where_the_lines_are_short(practice: Practice) -> None:
    floating = Floating(practice, "div")
    floating.field.evaluate("(field) => { field.contentEditable = 'true'; field.style.height = '120px'; }")
    floating.write(f"ক\nখ\n{INSULT}")
    badge, field = boxes(floating.badge.locator("button"), floating.field)
    assert 0 < field["x"] + field["width"] - badge["x"] - badge["width"] < 12
    assert 0 < field["y"] + field["height"] - badge["y"] - badge["height"] < 12


# Field and Post stand in a shadow root, in a column that scrolls outside it.
IN_A_ROOT = """() => {
  const column = document.body.appendChild(document.createElement('div'));
  column.id = 'column';
  column.style.cssText = 'position: fixed; left: 20px; top: 400px; width: 340px; height: 250px; overflow: auto';
  const host = column.appendChild(document.createElement('div'));
  const root = host.attachShadow({mode: 'open'});
  const field = document.getElementById('float');
  field.style.cssText = 'width: 300px; height: 90px; overflow: auto; font-size: 16px';
  const post = document.createElement('button');
  post.style.cssText = 'display: block; width: 300px; height: 40px; margin: 8px 0 900px';
  root.append(field, post);
}"""


@pytest.mark.parametrize("tag", ["div", "textarea"])
class TestABadgeOfAComposerInAShadowRoot:
    @pytest.fixture
    def inside(self, practice: Practice, tag: str) -> Floating:
        inside = Floating(practice, tag)
        inside.page.evaluate(IN_A_ROOT)
        inside.write("শব্দ " * 60 + INSULT)
        return inside

    def test_it_leaves_post_free(self, inside: Floating) -> None:
        assert not meet(*boxes(inside.badge.locator("button"), inside.page.locator("#column button")))

    def test_it_goes_with_a_field_that_is_scrolled_away(self, inside: Floating) -> None:
        expect(inside.badge.locator("button")).to_be_visible()
        inside.page.locator("#column").evaluate("(column) => column.scrollBy(0, 300)")
        expect(inside.badge.locator("button")).to_be_hidden()


def test_a_badge_of_many_words_covers_no_control_between_its_ends(practice: Practice) -> None:
    floating = Floating(practice, "div")
    emoji = floating.page.evaluate_handle("document.body.appendChild(document.createElement('button'))").as_element()
    assert emoji
    emoji.evaluate(
        """(button) => { button.style.cssText = 'position: fixed; width: 24px; height: 20px; left: 250px; top: 519px'; }"""
    )
    practice.answer(json={})
    floating.field.click()
    floating.page.keyboard.insert_text("শব্দ " * 60)
    floating.page.wait_for_function("() => floating.status.state === 'unchecked'")
    badge, button = floating.badge.locator("button").bounding_box(), emoji.bounding_box()
    assert badge and button and badge["width"] > 100
    assert not meet(dict(badge), dict(button))


def test_a_textarea_is_underlined_by_its_mirror(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.write("প্রথম লাইন\n\n\n\n\n" + f"ওই {INSULT} আসেনি")
    mark = floating.page.locator("jachai-mirror u")
    expect(mark).to_have_text(INSULT)
    field, drawn = boxes(floating.field, mark)
    assert meet(field, drawn)
    floating.field.evaluate("(field) => { field.scrollTop = 0; }")
    floating.page.wait_for_function(
        "() => document.querySelector('jachai-mirror').shadowRoot.querySelector('.mirror').scrollTop === 0"
    )


# Where a copy of the field that has all of its styles shows a word.
IN_A_COPY = """(field, word) => {
  const copy = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
  copy.textContent = field.value;
  field.after(copy);
  const range = document.createRange();
  const start = field.value.indexOf(word);
  range.setStart(copy.firstChild, start);
  range.setEnd(copy.firstChild, start + word.length);
  const {x, y, width, height} = range.getBoundingClientRect();
  copy.remove();
  return {x, y, width, height};
}"""


def test_each_line_of_a_textarea_that_takes_its_own_direction_is_underlined_in_it(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.field.evaluate("(field) => { field.dir = 'auto'; }")
    floating.write(f"প্রথম লাইন\nالسلام عليكم {INSULT} ورحمة الله")
    mark = floating.page.locator("jachai-mirror u")
    expect(mark).to_have_text(INSULT)
    assert mark.bounding_box() == pytest.approx(floating.field.evaluate(IN_A_COPY, INSULT), abs=0.5)


@pytest.mark.parametrize(
    "change", ["field.wrap = 'off'", "field.style.whiteSpace = 'pre'"], ids=["wrap", "white-space"]
)
def test_a_textarea_whose_lines_are_not_broken_is_underlined_where_its_words_stand(
    practice: Practice, change: str
) -> None:
    floating = Floating(practice, "textarea")
    floating.field.evaluate(f"(field) => {{ {change}; }}")
    floating.write("দীর্ঘ " * 20 + INSULT)
    mark = floating.page.locator("jachai-mirror u")
    expect(mark).to_have_text(INSULT)
    scrolled = floating.field.evaluate("(field) => field.scrollLeft")
    copy = floating.field.evaluate(IN_A_COPY, INSULT)
    box = mark.bounding_box()
    assert scrolled > 0 and box
    assert [box["x"] + scrolled, box["y"]] == pytest.approx([copy["x"], copy["y"]], abs=0.5)


@pytest.mark.parametrize(
    ("style", "before"),
    [("textWrap = 'balance'", "শব্দ " * 9), ("lineBreak = 'anywhere'", "আজকের সভায় উপস্থিত ছিলেন দীর্ঘসূত্রতাপ্রতিরোধকমিটি ")],
    ids=["balanced", "anywhere"],
)
def test_a_textarea_whose_lines_are_broken_as_the_page_has_it_is_underlined_where_its_words_stand(
    practice: Practice, style: str, before: str
) -> None:
    floating = Floating(practice, "textarea")
    floating.page.evaluate(f"document.body.style.{style}; undefined")
    floating.write(before + INSULT)
    mark = floating.page.locator("jachai-mirror u")
    expect(mark).to_have_text(INSULT)
    box = mark.bounding_box()
    copy = floating.field.evaluate(IN_A_COPY, INSULT)
    assert box and [box["x"], box["y"]] == pytest.approx([copy["x"], copy["y"]], abs=0.5)


def test_a_line_is_underlined_in_the_middle_of_a_field_that_is_higher(practice: Practice) -> None:
    floating = Floating(practice, "input")
    floating.write(INSULT)
    mark, field = boxes(floating.page.locator("jachai-mirror u"), floating.field)
    assert mark["y"] + mark["height"] / 2 == pytest.approx(field["y"] + field["height"] / 2, abs=2)


def test_what_page_code_writes_into_a_textarea_is_checked(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.field.click()
    floating.page.keyboard.type("আজ সভা")
    floating.page.wait_for_function("() => floating.status.state === 'clear'")
    floating.field.evaluate("(field, text) => { field.value = text; }", f"ওই {INSULT} আসেনি")
    expect(floating.page.locator("jachai-mirror u")).to_have_text(INSULT)
    assert floating.page.evaluate("floating.status.state") == "findings"
    floating.field.evaluate("(field) => { field.value = ''; }")
    expect(floating.page.locator("jachai-mirror u")).to_have_count(0)
    expect(floating.badge.locator("button")).to_be_hidden()
    assert floating.page.evaluate("floating.status.state") == "empty"


# The moment between a press and the writing lasts until it is let go.
HELD = """() => {
  const wait = window.setTimeout;
  window.held = [];
  window.setTimeout = (act, delay, ...more) => (delay === 30 ? held.push(act) : wait(act, delay, ...more));
}"""


@pytest.mark.parametrize("second", [0, 1], ids=["the same", "another"])
def test_a_second_press_while_a_cure_is_written_moves_no_words(practice: Practice, second: int) -> None:
    floating = Floating(practice, "div")
    floating.write(f"ওই {DEMEANED} ও আরেক {DEMEANED}")
    floating.badge.locator("button").click()
    expect(floating.panel.locator(".finding")).to_have_count(2)
    floating.page.evaluate(HELD)
    for index in (0, second):
        floating.panel.locator(".finding").nth(index).locator(".cure").first.click(force=True)
    floating.page.evaluate("held.forEach((act) => act())")
    floating.page.wait_for_function("(text) => floating.status.text === text", arg=f"ওই {CURE} ও আরেক {DEMEANED}")
    expect(floating.field).to_be_focused()


def test_a_cure_is_not_put_elsewhere_where_page_code_has_changed_a_textarea(practice: Practice) -> None:
    practice.page.evaluate("() => { window.setInterval = () => 0; }")  # it is not noticed before the press
    floating = Floating(practice, "textarea")
    floating.write(f"ওই {DEMEANED} ও আরেক {DEMEANED}")
    floating.badge.locator("button").click()
    expect(floating.panel.locator(".finding")).to_have_count(2)
    changed = f"ওই লোক ও আরেক {DEMEANED}"
    floating.field.evaluate("(field, text) => { field.value = text; }", changed)
    floating.panel.locator(".cure").first.click()
    expect(floating.panel.locator(".finding")).to_have_count(1)
    assert floating.field.input_value() == changed


# as without https
NO_CLIPBOARD = "() => Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})"


class TestWordsThatAreNotTakenWhole:
    @pytest.fixture
    def cut(self, practice: Practice) -> Floating:
        """A field that took half of a cure."""
        floating = Floating(practice, "textarea")
        text = f"ওই {DEMEANED} আসেনি"
        floating.field.evaluate("(field, length) => { field.maxLength = length; }", len(text) + 2)
        floating.write(text)
        floating.badge.locator("button").click()
        floating.panel.locator(".cure").first.click()
        return floating

    def test_they_are_told_though_their_card_is_gone(self, cut: Floating) -> None:
        expect(cut.panel.locator(".trouble q")).to_have_text(CURE)
        cut.page.wait_for_function("() => !['checking', 'findings'].includes(floating.status.state)")
        expect(cut.panel.locator(".finding")).to_have_count(0)
        expect(cut.panel.locator(".trouble q")).to_have_text(CURE)  # also once the new answer is shown
        assert CURE not in cut.field.input_value()

    @pytest.mark.parametrize("by_key", [False, True])
    @pytest.mark.parametrize("clipboard", [True, False])
    def test_they_can_be_copied(self, cut: Floating, by_key: bool, clipboard: bool) -> None:
        cut.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        if not clipboard:
            cut.page.evaluate(NO_CLIPBOARD)
        button = cut.panel.get_by_role("button", name="কপি করুন")
        if by_key:
            button.focus()
            cut.page.keyboard.press("Enter")
        else:
            button.click()
        expect(cut.panel.get_by_role("button", name="কপি হয়েছে")).to_be_visible()
        cut.field.evaluate("(field) => { field.maxLength = 500; field.select(); field.focus(); }")
        cut.page.keyboard.press("Control+V")
        expect(cut.field).to_have_value(CURE)

    def test_it_is_told_where_they_cannot_be_copied(self, cut: Floating) -> None:
        cut.page.evaluate(NO_CLIPBOARD)
        cut.page.evaluate("document.execCommand = () => false")
        cut.panel.get_by_role("button", name="কপি করুন").click()
        expect(cut.panel.locator(".trouble")).to_contain_text("কপি করা গেল না")

    def test_they_go_with_the_panel(self, cut: Floating) -> None:
        expect(cut.panel.locator(".trouble")).to_be_visible()
        cut.panel.get_by_role("button", name="বন্ধ করুন").click()
        cut.badge.locator("button").click()
        expect(cut.panel).to_be_visible()
        expect(cut.panel.locator(".trouble")).to_have_count(0)


MIRROR = "document.querySelector('jachai-mirror').shadowRoot.querySelector('.mirror')"


def test_the_mirror_follows_a_textarea_that_the_page_moves(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.write(f"ওই {INSULT} আসেনি")
    expect(floating.page.locator("jachai-mirror u")).to_have_text(INSULT)
    floating.field.evaluate("(field) => { field.style.top = '300px'; }")
    floating.page.wait_for_function(f"() => {MIRROR}.getBoundingClientRect().top === 300")


@pytest.mark.parametrize("tag", ["div", "textarea"])
def test_the_badge_follows_a_composer_that_what_comes_above_it_moves(practice: Practice, tag: str) -> None:
    floating = Floating(practice, tag)
    floating.field.evaluate("(field) => { field.style.position = 'static'; }")
    floating.write(f"ওই {INSULT} আসেনি")
    before, _ = boxes(floating.badge.locator("button"), floating.field)
    floating.field.evaluate(
        "(field) => field.before(Object.assign(document.createElement('div'), {style: 'height: 120px'}))"
    )
    floating.page.wait_for_function(
        f"(top) => document.querySelector('body > {BADGE}').getBoundingClientRect().top === top + 120",
        arg=before["y"],
    )


def test_the_mirror_shows_nothing_outside_a_scrolled_column(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.field.evaluate("""(field) => {
      const column = Object.assign(document.createElement('div'), {id: 'column'});
      column.style.cssText = 'height: 150px; overflow: auto';
      field.before(column);
      column.append(field, Object.assign(document.createElement('div'), {style: 'height: 900px'}));
      field.style.position = 'static';
    }""")
    floating.write(f"ওই {INSULT} আসেনি")
    hidden = f"""() => {{
      const cut = {MIRROR}.style.clipPath.match(/[\\d.]+/g).map(Number);
      const {{top, bottom}} = {MIRROR}.querySelector('u').getBoundingClientRect();
      return top < document.getElementById('column').getBoundingClientRect().top && bottom - {MIRROR}.getBoundingClientRect().top <= cut[0];
    }}"""
    assert not floating.page.evaluate(hidden)
    floating.page.evaluate("() => { document.getElementById('column').scrollTop = 80; }")
    floating.page.wait_for_function(hidden)


def test_a_click_on_a_finding_scrolls_a_textarea_to_its_words(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    text = f"ওই {INSULT} আসেনি" + "\nসভা" * 30
    floating.field.evaluate("(field, text) => { field.value = text; field.focus(); field.scrollTop = 10_000; }", text)
    floating.page.wait_for_function("() => floating.status.state === 'findings'")
    assert floating.field.evaluate("(field) => field.scrollTop") > 500
    floating.badge.locator("button").click()
    floating.panel.locator("button.title").click()
    floating.page.wait_for_function("() => document.getElementById('float').scrollTop < 60")
    assert floating.field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)") == INSULT


def test_white_space_is_read_as_the_browser_shows_it(practice: Practice) -> None:
    floating = Floating(practice, "div")
    floating.field.evaluate(
        """(field, blocks) => {
          const made = blocks.flatMap(([tag, text]) => [Object.assign(document.createElement(tag), {textContent: text}), '\\n']);
          field.contentEditable = 'true';
          field.replaceChildren(...made);
        }""",
        [["p", "আসন্ন\n      নির্বাচন"], ["p", f"ওই\n {INSULT}  আসেনি\n"], ["pre", "দুই\n  সারি"]],
    )
    read = floating.page.evaluate("Jachai.text.read(document.getElementById('float')).text")
    assert read == f"আসন্ন নির্বাচন\nওই {INSULT} আসেনি\nদুই\n  সারি"
    floating.page.wait_for_function("() => floating.status.state === 'findings'")
    practice.wait_marks(warn=[INSULT])


def test_surfaces_are_closed_where_the_page_does_not_ask_for_open_ones(practice: Practice) -> None:
    practice.page.evaluate("Jachai.surface.openRoots = false")
    floating = Floating(practice, "div")
    floating.field.click()
    floating.page.keyboard.type(f"ওই {INSULT} আসেনি")
    floating.page.wait_for_function("() => floating.status.state === 'findings'")
    assert floating.badge.evaluate("(host) => [host.shadowRoot, host.dataset.state ?? null]") == [None, None]


@pytest.mark.parametrize("scrolled", [0, 300])
def test_the_badge_of_a_field_higher_than_the_window_stays_in_the_window(practice: Practice, scrolled: int) -> None:
    practice.page.set_viewport_size({"width": 1024, "height": 440})
    floating = Floating(practice, "textarea")
    floating.field.evaluate("""(field) => {
      field.style.cssText = 'position: absolute; left: 4px; top: 0; width: calc(100vw - 8px); height: 1200px';
    }""")
    floating.write(f"ওই {INSULT} আসেনি")
    floating.page.evaluate("(scrolled) => scrollTo(0, scrolled)", scrolled)
    floating.page.wait_for_function(f"""() => {{
      const {{left, top, right, bottom}} = document.querySelector('body > {BADGE}').getBoundingClientRect();
      return left > 900 && top > 380 && right <= 1024 && bottom <= 440;
    }}""")


@pytest.mark.parametrize(
    ("hides", "shows"), [("display: none", "display: block"), ("visibility: hidden", "visibility: inherit")]
)
def test_the_panel_goes_and_comes_back_with_a_composer_that_the_page_hides(
    practice: Practice, hides: str, shows: str
) -> None:
    floating = Floating(practice, "div")
    floating.write(f"ওই {INSULT} আসেনি")
    floating.badge.locator("button").click()
    expect(floating.panel).to_be_visible()
    floating.field.evaluate("(field, hides) => { field.style.cssText += `;${hides}`; }", hides)
    expect(floating.panel).to_be_hidden()
    expect(floating.badge.locator("button")).to_be_hidden()
    floating.field.evaluate("(field, shows) => { field.style.cssText += `;${shows}`; }", shows)
    expect(floating.panel).to_be_visible()
    expect(floating.panel).to_contain_text(INSULT)
    assert not meet(*boxes(floating.panel, floating.field))


def test_nothing_of_ours_is_printed_with_the_post(practice: Practice) -> None:
    floating = Floating(practice, "textarea")
    floating.write(f"ওই {INSULT} আসেনি")
    floating.badge.locator("button").click()
    expect(floating.panel).to_be_visible()
    floating.page.emulate_media(media="print")
    for ours in (floating.panel, floating.badge.locator("button"), floating.page.locator("jachai-mirror")):
        expect(ours).to_be_hidden()
    floating.page.emulate_media(media="screen")
    expect(floating.panel).to_be_visible()


LEFT = "(one) => [...one.querySelectorAll('.message, .words')].map((each) => getComputedStyle(each).direction)"


@pytest.mark.parametrize(
    "way", ["document.dir = 'rtl'", "document.body.style = 'direction: rtl; unicode-bidi: bidi-override'"]
)
def test_on_a_page_from_right_to_left_our_words_go_as_they_are_read(practice: Practice, way: str) -> None:
    floating = Floating(practice, "div")
    practice.page.evaluate(way)
    floating.write(f"ওই {INSULT}")
    floating.badge.get_by_role("button").click()
    quote = floating.panel.locator(".words").first
    expect(quote).to_be_visible()
    assert set(floating.panel.evaluate(LEFT)) == {"ltr"}
    first, last = (
        quote.evaluate(
            """(one, at) => {
              const range = document.createRange();
              range.setStart(one.firstChild, at < 0 ? one.firstChild.length + at : at);
              range.setEnd(one.firstChild, at < 0 ? one.firstChild.length : at + 1);
              return range.getBoundingClientRect().left;
            }""",
            at,
        )
        for at in (0, -1)
    )
    assert first < last
    practice.page.evaluate("document.body.style = ''; document.dir = ''")


@pytest.mark.parametrize("zoom", [0.8, 1.25])
@pytest.mark.parametrize("where", ["html", "body", "field"])
def test_words_are_underlined_where_they_stand_on_a_page_that_enlarges_itself(
    practice: Practice, where: str, zoom: float
) -> None:
    floating = Floating(practice, "textarea")
    element = "document.getElementById('float')" if where == "field" else f"document.querySelector('{where}')"
    floating.page.evaluate(f"() => {{ {element}.style.zoom = '{zoom}'; }}")
    floating.write(f"ওই {INSULT} আসেনি")
    floating.badge.locator("button").click()
    expect(floating.panel).to_be_visible()
    box, field = boxes(floating.page.locator("jachai-mirror .mirror"), floating.field)
    badge, panel = boxes(floating.badge.locator("button"), floating.panel)
    assert all(abs(box[name] - field[name]) <= 1 for name in box), (box, field)
    mark = floating.page.locator("jachai-mirror u").bounding_box()
    # in the first line, as the words are
    assert mark and mark["y"] + mark["height"] <= field["y"] + field["height"] / 2
    assert abs(badge["x"] + badge["width"] - field["x"] - field["width"]) <= 40, (badge, field)
    assert abs(badge["y"] - field["y"] - field["height"]) <= 40 and not meet(panel, field)


LOOKS = """() => {
  const { seenOf } = Jachai;
  window.looks = 0;
  Jachai.seenOf = (element) => {
    looks += element.id === 'float';
    return seenOf(element);
  };
}"""
# How often it is looked up where the composer is, in ten frames of a scroll.
SCROLL = """async () => {
  window.looks = 0;
  for (let frame = 0; frame < 10; frame += 1) {
    document.dispatchEvent(new Event('scroll'));
    await new Promise(requestAnimationFrame); // after what was asked for at that event
  }
  return looks;
}"""


@pytest.mark.parametrize("tag", ["div", "textarea"])
def test_a_composer_in_which_nothing_is_written_costs_a_scroll_nothing(practice: Practice, tag: str) -> None:
    floating = Floating(practice, tag)
    floating.page.evaluate(LOOKS)
    floating.field.click()
    assert floating.page.evaluate(SCROLL) == 0
    floating.write(f"ওই {INSULT}")
    assert floating.page.evaluate(SCROLL) >= 10  # a textarea's mirror looks, too
    floating.page.keyboard.press("Control+A")
    floating.page.keyboard.press("Delete")
    floating.page.wait_for_function("() => floating.status.state === 'empty'")
    floating.page.evaluate(SCROLL)  # what was asked for before it was empty
    assert floating.page.evaluate(SCROLL) == 0


def test_a_composer_that_was_moved_while_it_was_empty_has_its_badge_beside_it(practice: Practice) -> None:
    floating = Floating(practice, "div")
    floating.page.evaluate("document.getElementById('float').style.top = '120px'")
    floating.write(f"ওই {INSULT}")
    field, badge = boxes(floating.field, floating.badge.locator("button"))
    assert -40 <= badge["y"] - field["y"] <= field["height"] + 40, (badge, field)
