"""What a reader set in system or browser holds in our own pages, and in what we draw: high contrast, larger letters."""

import base64
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from chromium import Composer, extension_origin, launch, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from scripted_server import ScriptedServer, flagging
from sites import SITES

pytestmark = pytest.mark.browser

WARNED, HELD, ADVISED = "কুলাঙ্গার", "নৌকায়", "সুপ্রভাত"
FOUND = {WARNED: "warn", HELD: "block", ADVISED: "advise"}

# The colours of the picture's points, as Canvas and Highlight are opaque; no request, which the pages' CSP would refuse.
POINTS = """async ([data, [x, y, width, height]]) => {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return Array.from(new Uint32Array(context.getImageData(x, y, width, height).data.buffer));
}"""
PLACE = """([words, isSelected]) => {
  const draft = document.getElementById('draft');
  const start = draft.firstChild.data.indexOf(words);
  const range = document.createRange();
  range.setStart(draft.firstChild, start);
  range.setEnd(draft.firstChild, start + words.length);
  getSelection().removeAllRanges();
  if (isSelected) getSelection().addRange(range);
  const box = range.getBoundingClientRect();
  const around = draft.getBoundingClientRect();
  return [box.x - around.x, box.y - around.y, box.width, box.height].map(Math.round);
}"""


def ground(page: Page, words: str, *, is_selected: bool = False) -> int:
    """The colour that most of the words' place has."""
    place = page.evaluate(PLACE, [words, is_selected])
    data = base64.b64encode(page.locator("#draft").screenshot()).decode()
    return Counter(page.evaluate(POINTS, [data, place])).most_common(1)[0][0]


def open_practice(page: Page, _origin: str, server_url: str, script: Callable[[Any], Any]) -> None:
    page.route("**/api/v1/check", lambda route: route.fulfill(json=script(route.request.post_data_json)))
    page.goto(f"{server_url}/practice/")
    page.wait_for_selector("#draft[data-ready]")


def open_first_run(page: Page, origin: str, _server_url: str, _script: Callable[[Any], Any]) -> None:
    page.goto(f"{origin}/welcome/welcome.html")
    expect(page.locator("#server")).to_have_attribute("data-state", "reachable")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", [open_practice, open_first_run], ids=["practice page", "first run"])
def test_in_high_contrast_a_mark_does_not_look_selected_and_marks_differ_in_shape(
    chromium: BrowserContext,
    extension: Extension,
    scripted: ScriptedServer,
    server_url: str,
    opened: Callable[..., None],
    scheme: Literal["light", "dark"],
) -> None:
    script = scripted.script = flagging(**FOUND)
    with tab(chromium) as page:
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        opened(page, extension.origin, server_url, script)
        page.locator("#draft").fill(f"ওই {WARNED} লোকটি {HELD} ও {ADVISED} সাধারণ মানুষ")
        expect(page.locator("#dock .finding")).to_have_count(3)
        plain = ground(page, "সাধারণ")
        assert [ground(page, words) for words in (WARNED, ADVISED)] == [plain, plain]
        selected = ground(page, "সাধারণ", is_selected=True)
        assert selected != plain and ground(page, WARNED, is_selected=True) == selected != ground(page, HELD)
        shapes = page.evaluate(
            """() => ['block', 'warn', 'advise'].map((name) =>
              getComputedStyle(document.getElementById('draft'), `::highlight(jachai-${name})`).textDecorationStyle)"""
        )
        assert shapes == ["double", "wavy", "dotted"]


SHAPES = """(box) => ['block', 'warn', 'advise'].map((name) =>
  getComputedStyle(box, `::highlight(jachai-${name})`).textDecorationStyle)"""
MIRRORED = """['block', 'warn', 'advise'].map((name) => getComputedStyle(
  chrome.dom.openOrClosedShadowRoot(document.querySelector('jachai-mirror')).querySelector(`u.${name}`)).textDecorationStyle)"""


@pytest.mark.parametrize("id", ["facebook post", "linkedin post", "mastodon post"])  # the others: shadow root, textarea
def test_in_high_contrast_what_holds_has_a_shape_of_its_own_in_a_platforms_editor(
    composer: Composer, scripted: ScriptedServer, id: str
) -> None:
    scripted.script = flagging(**FOUND)
    composer.site = next(site for site in SITES if site.id == id)
    composer.open().type(" ".join(FOUND))
    composer.wait_marks(**{severity: [word] for word, severity in FOUND.items()})

    def shapes() -> list[str]:
        if composer.site.mirrored:
            return list(composer.world(MIRRORED))
        return list(composer.page.locator(composer.site.box).first.evaluate(SHAPES))

    assert shapes() == ["wavy", "wavy", "dotted"]
    composer.page.emulate_media(forced_colors="active")
    assert shapes() == ["double", "wavy", "dotted"]


CUT = """() => [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.localName !== 'input')
  .filter((one) => {
    const {left, right} = one.getBoundingClientRect();
    const isCut = one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
    return left < -1 || right > innerWidth + 1 || isCut;
  }).map(({localName, id, className}) => `${localName}#${id}.${className}`)"""
LETTERS = "parseFloat(getComputedStyle(document.body).fontSize)"


@pytest.mark.parametrize("setting", ["default_font_size", "minimum_font_size"])
def test_larger_letters_are_taken_over_and_nothing_is_cut(
    playwright: Playwright, tmp_path: Path, site_port: int, server_url: str, setting: str
) -> None:
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default/Preferences").write_text(json.dumps({"webkit": {"webprefs": {setting: 24}}}))
    with launch(playwright, tmp_path, site_port) as context:
        page, origin = context.new_page(), extension_origin(context)
        for name in ("popup", "options", "welcome", "practice"):
            page.set_viewport_size({"width": 360 if name == "popup" else 320, "height": 640})
            if name == "popup":
                page.add_init_script(
                    "if (globalThis.chrome?.tabs) chrome.tabs.sendMessage = async (_tab, {type}) => (type === 'host' ? 'x.com' : {composers: 1, guarded: 1});"
                )
            page.goto(f"{server_url}/practice/" if name == "practice" else f"{origin}/{name}/{name}.html")
            expect(page.locator("h1")).not_to_be_empty()
            page.wait_for_load_state("networkidle")
            # the browser gives a popup the width that it asks for
            if name == "popup" and setting == "default_font_size":
                assert page.evaluate("document.body.offsetWidth") == 540
                page.set_viewport_size({"width": 540, "height": 600})
            assert page.evaluate(LETTERS) >= 22, name
            assert page.evaluate(CUT) == [], name
