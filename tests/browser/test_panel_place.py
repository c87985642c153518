"""The open panel leaves Post free on windows of every width, and what is drawn stays in the window."""

import pytest
from answered import wait_answered
from chromium import BOX, POST, Composer
from scripted_server import ScriptedServer, flagging

pytestmark = pytest.mark.browser

WARNED = "কুলাঙ্গার"
ADVISED = ["শুভ সকাল", "নৌকায় ভোট", "বেয়াদব"]
PANEL = """(async () => {
  const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-panel'));
  for (const details of root.querySelectorAll('details')) details.open = true; // as tall as it gets
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const panel = root.querySelector('.panel');
  const {left, top, right, bottom} = panel.getBoundingClientRect();
  return {left, top, right, bottom};
})()"""


@pytest.mark.parametrize(("advised", "lines"), [([], 1), (ADVISED, 9)], ids=["little to tell", "much to tell"])
@pytest.mark.parametrize("width", [390, 600, 800, 1000, 1100])
def test_post_can_be_pressed_while_the_panel_is_open(
    composer: Composer, scripted: ScriptedServer, width: int, advised: list[str], lines: int
) -> None:
    scripted.script = flagging(**{WARNED: "warn"}, **dict.fromkeys(advised, "advise"))
    composer.page.set_viewport_size({"width": width, "height": 768})
    composer.open()
    composer.page.keyboard.insert_text(" ".join([WARNED, *advised]))
    for _ in range(lines - 1):
        composer.page.keyboard.press("Enter")
        composer.page.keyboard.insert_text("নোটিশ")
    wait_answered(composer, scripted, "\n".join([" ".join([WARNED, *advised]), *["নোটিশ"] * (lines - 1)]))
    composer.wait_marks(warn=[WARNED], **({"advise": advised} if advised else {}))
    composer.open_panel()
    composer.wait_drawn("drawn.hosts.includes('jachai-panel')", "the panel")
    panel, post = composer.world(PANEL), composer.page.locator(POST).bounding_box()
    assert post
    assert panel["left"] >= 0 and panel["right"] <= width and panel["top"] >= 0 and panel["bottom"] <= 768
    assert (
        panel["bottom"] <= post["y"]
        or post["y"] + post["height"] <= panel["top"]
        or panel["right"] <= post["x"]
        or post["x"] + post["width"] <= panel["left"]
    )
    box = composer.page.locator(BOX).bounding_box()
    assert box and (width < 1100 or panel["left"] >= box["x"] + box["width"])  # beside the draft, be it narrower
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")


PICTURE = """(post) => {
  const picture = document.createElement('div');
  picture.style.cssText = 'height: 500px; background: #9bc';
  post.before(picture);
}"""


def test_the_panel_lies_in_the_window_where_post_lies_below_it(composer: Composer, scripted: ScriptedServer) -> None:
    scripted.script = flagging(**{WARNED: "warn"}, **dict.fromkeys(ADVISED, "advise"))
    composer.page.set_viewport_size({"width": 960, "height": 500})
    composer.open()
    composer.page.keyboard.insert_text(" ".join([WARNED, *ADVISED]))
    wait_answered(composer, scripted, " ".join([WARNED, *ADVISED]))
    composer.page.locator(POST).evaluate(PICTURE)
    composer.page.evaluate("scrollTo(0, 0)")
    composer.page.keyboard.press("Alt+j")
    composer.wait_drawn("drawn.hosts.includes('jachai-panel')", "the panel")
    panel, post = composer.world(PANEL), composer.page.locator(POST).bounding_box()
    assert post and post["y"] > 500
    assert panel["left"] >= 0 and panel["right"] <= 960 and panel["top"] >= 0 and panel["bottom"] <= 500
    assert panel["bottom"] - panel["top"] >= 200
