"""A textarea in Firefox is underlined where its words stand, whatever letters the user chose, and though its words are hyphenated."""

import json
from collections.abc import Iterator

import pytest
from firefox import FirefoxComposer, FirefoxExtension, Marionette
from scripted_server import ScriptedServer, flagging
from sites import SITES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

WARNED = "কুলাঙ্গার"
DRAFT = f"উপজেলা পরিষদের মাসিক সমন্বয় সভা আজ সকাল দশটায়। The meeting was chaired by the UNO. সভায় {WARNED} শব্দটি ব্যবহৃত হয়।"
# A copy that has the field's own class says where a word stands in it: both ends and the middle, from its upper left corner.
IN_A_COPY = """((word) => {
  const field = document.querySelector('textarea');
  const copy = Object.assign(document.createElement('div'), {className: field.className, textContent: field.value});
  if (field.lang) copy.lang = field.lang;
  copy.style.fontFamily = field.style.fontFamily;
  field.after(copy);
  const range = document.createRange();
  const start = field.value.indexOf(word);
  range.setStart(copy.firstChild, start);
  range.setEnd(copy.firstChild, start + word.length);
  const [around, {x, y, width, height}] = [copy.getBoundingClientRect(), range.getBoundingClientRect()];
  copy.remove();
  return JSON.stringify([x - around.x, x - around.x + width, y - around.y + height / 2]);
})"""
MARKED = """
  const around = document.querySelector('textarea').getBoundingClientRect();
  const mark = document.querySelector('jachai-mirror')?.openOrClosedShadowRoot.querySelector('u');
  if (!mark) return null;
  const {x, y, width, height} = mark.getBoundingClientRect();
  return [x - around.x, x - around.x + width, y - around.y + height / 2];
"""
ENLARGE = """
  const [by, textAlone] = arguments;
  ZoomManager.useFullZoom = !textAlone;
  ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, by);
"""


@pytest.fixture
def writer(marionette: Marionette, site_port: int) -> Iterator[FirefoxComposer]:
    """A writer at an open textarea; one word is warned of."""
    server = ScriptedServer()
    server.script = flagging(**{WARNED: "warn"})
    addon = FirefoxExtension(marionette)
    addon.set(serverUrl=server.url)
    addon.wait_office()
    yield FirefoxComposer(marionette, site_port, next(site for site in SITES if site.id == "mastodon post")).open()
    server.stop()


def enlarge(marionette: Marionette, by: float, text_alone: bool) -> None:
    """As the user does in the menu; "Zoom text only" of the settings."""
    with marionette.using_context("chrome"):
        marionette.execute_script(ENLARGE, script_args=[by, text_alone])


def wait_marked_in_place(writer: FirefoxComposer) -> None:
    """Waits until the word is underlined, and where it stands."""
    writer.wait_marks(warn=[WARNED])
    wanted = json.loads(writer.js(f"{IN_A_COPY}({json.dumps(WARNED)})"))

    def is_there() -> bool:
        marked = writer.marionette.execute_script(MARKED, sandbox="system")
        return bool(marked == pytest.approx(wanted, abs=2))

    writer.wait(is_there, f"a line at {wanted}")


@pytest.mark.parametrize("by", [1.5, 2])
def test_a_textarea_is_underlined_where_its_words_stand_though_text_alone_is_enlarged(
    marionette: Marionette, writer: FirefoxComposer, by: float
) -> None:
    enlarge(marionette, by, text_alone=True)
    try:
        writer.js(f"setDraft({json.dumps(DRAFT)})")
        wait_marked_in_place(writer)
    finally:
        enlarge(marionette, 1, text_alone=True)
        enlarge(marionette, 1, text_alone=False)


# Each of the two languages has a font of its own: `lang` chooses.
@pytest.mark.parametrize("at", ["field", "field.parentElement"])
def test_a_textarea_in_another_language_than_the_page_is_underlined_where_its_words_stand(
    marionette: Marionette, writer: FirefoxComposer, at: str
) -> None:
    chosen = {"font.name.sans-serif.x-western": "DejaVu Sans Mono", "font.name.sans-serif.x-beng": "DejaVu Sans"}
    with marionette.using_prefs(chosen):
        writer.js(
            f"(() => {{ const field = document.querySelector('textarea'); field.style.fontFamily = 'sans-serif'; {at}.lang = 'bn'; }})()"
        )
        writer.js(f"setDraft({json.dumps(DRAFT)})")
        wait_marked_in_place(writer)


def test_a_textarea_whose_words_are_hyphenated_is_underlined_where_they_stand(writer: FirefoxComposer) -> None:
    writer.js("document.body.style.hyphens = 'auto'; void 0")
    writer.js(f"setDraft({json.dumps('internationalization ' * 6 + WARNED)})")
    wait_marked_in_place(writer)
