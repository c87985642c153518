"""What the extension draws beside a composer: the floating panel, the badge's place, the mirror of a textarea.

The practice page lends its scripts; a second composer on it has a panel that floats, as on a platform.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect
from practice_page import BADGE, Practice, boxes, meet, open_practice

pytestmark = pytest.mark.browser

INSULT = "কুলাঙ্গার"
MOBILE = "০১৭১২৩৪৫৬৭৮"


@pytest.fixture
def practice(chromium: BrowserContext, server_url: str) -> Iterator[Practice]:
    """The page, open."""
    with open_practice(chromium, server_url) as practice:
        yield practice


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
        floating.write(f"ওই {INSULT} আসেনি")
        floating.page.keyboard.press("Alt+J")
        expect(floating.panel.locator("h2")).to_be_focused()
        floating.page.evaluate("keys.length = 0")
        for _ in range(3):  # close, title, replacement
            floating.page.keyboard.press("Tab")
        expect(floating.panel.locator(".cure").first).to_be_focused()
        floating.page.keyboard.press("Enter")
        floating.page.wait_for_function("() => floating.status.state === 'clear'")
        assert floating.page.evaluate("[keys, floating.status.text]") == [[], "ওই ব্যক্তি আসেনি"]

    def test_escape_closes_it_and_gives_the_focus_back(self, practice: Practice, tag: str) -> None:
        floating = Floating(practice, tag)
        floating.write(f"ওই {INSULT} আসেনি")
        floating.page.keyboard.press("Alt+J")
        floating.page.keyboard.press("Escape")
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


def test_surfaces_are_closed_where_the_page_does_not_ask_for_open_ones(practice: Practice) -> None:
    practice.page.evaluate("Jachai.surface.openRoots = false")
    floating = Floating(practice, "div")
    floating.field.click()
    floating.page.keyboard.type(f"ওই {INSULT} আসেনি")
    floating.page.wait_for_function("() => floating.status.state === 'findings'")
    assert floating.badge.evaluate("(host) => [host.shadowRoot, host.dataset.state ?? null]") == [None, None]
