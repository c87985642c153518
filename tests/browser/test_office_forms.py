"""An office's own site: our scripts stay on it; its forms with an editor in a frame (TinyMCE, CKEditor 4, older ones), and buttons that publish nothing."""

import threading
from collections.abc import Iterator

import pytest
from answered import wait_answered
from chromium import PUBLISH_ANYWAY, Composer, extension_origin, tab
from playwright.sync_api import BrowserContext
from practice_page import boxes, meet
from scripted_server import ScriptedServer, flagging
from site_pages import OFFICE_SITE
from sites import SITES

pytestmark = pytest.mark.browser

BLOCKED = "নৌকায় ভোট দিন"
WARNED = "কুলাঙ্গার"
HOLD = "প্রকাশ স্থগিত"
OLD = "পুরানো লেখা"

# How the editor fills its frame, an old one as a document in designMode; Chromium keeps the last one closed to our scripts.
FRAMES = {
    "designMode": """html = html.replace(/ contenteditable="true"/, ''); form.prepend(frame); fill(frame.contentDocument);
      frame.contentDocument.designMode = 'on';""",
    "srcdoc": "frame.srcdoc = html; form.prepend(frame);",
    "javascript": """frame.src = "javascript:''"; form.prepend(frame); fill(frame.contentDocument);""",
}
PUT = """() => new Promise((done) => {
  let html = '<!doctype html><body contenteditable="true"><p>%s</p></body>';
  const frame = Object.assign(document.createElement('iframe'), {style: 'width: 700px; height: 250px'});
  const form = document.querySelector('form');
  const fill = (inner) => { inner.open(); inner.write(html); inner.close(); };
  %s
  (function look() { frame.contentDocument?.querySelector('p') ? done() : setTimeout(look, 20); })();
})"""


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    """One server for all: it warns of one thing and blocks another."""
    server = ScriptedServer()
    server.script = flagging(**{WARNED: "warn", BLOCKED: "block"})
    yield server
    server.stop()


@pytest.fixture
def form(where_named: BrowserContext) -> Iterator[Composer]:
    """A writer at the site's form."""
    with tab(where_named) as page:
        form = Composer(page, next(site for site in SITES if site.id == "generic form")).open()
        form.wait_patiently()
        yield form
        form.leave()
    assert form.faults == []


REGISTER = """async (matches) => {
  const {registerSites} = await import('/background/sites.js');
  if (matches) await chrome.scripting.updateContentScripts([{id: 'sites', matches}]);
  const done = [];
  for (const name of ['registerContentScripts', 'updateContentScripts', 'unregisterContentScripts']) {
    const act = chrome.scripting[name];
    chrome.scripting[name] = (...more) => { done.push(name); return act(...more); };
  }
  await registerSites();
  return [done, (await chrome.scripting.getRegisteredContentScripts())[0].matches.toSorted()];
}"""
BOTH = [f"http://{OFFICE_SITE}/*", f"https://{OFFICE_SITE}/*"]


@pytest.mark.parametrize("before, done", [(None, []), (BOTH[:1], ["updateContentScripts"])])
def test_the_scripts_are_never_out_while_the_worker_looks_after_them(
    where_named: BrowserContext, before: list[str] | None, done: list[str]
) -> None:
    """It does at each start, many times an hour: a page that loads meanwhile must get them."""
    with tab(where_named) as page:
        page.goto(f"{extension_origin(where_named)}/options/options.html")
        assert page.evaluate(REGISTER, before) == [done, BOTH]


class Framed:
    """A writer in an editor that is the body of a frame."""

    def __init__(self, form: Composer, way: str) -> None:
        self.page = form.page
        form.world("1")  # once there is one
        self.around = form.world.contexts[-1]
        self.page.evaluate(PUT % (OLD, FRAMES[way]))
        self.inside = self.page.frames[1]

    def write(self, text: str) -> None:
        self.inside.locator("body").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(text)

    def wait_question(self, form: Composer, text: str) -> None:
        """Waits for our dialog in the page around: the frame's script is the newer one."""
        form.world.contexts.append(self.around)
        assert text in form.wait_dialog(HOLD)

    def wait_badge(self) -> None:
        self.inside.wait_for_selector("html > jachai-badge", state="attached")


@pytest.mark.parametrize("way", FRAMES)
def test_the_form_around_a_frame_is_held_for_the_draft_in_it(form: Composer, way: str) -> None:
    framed = Framed(form, way)
    framed.write(f" ওই {BLOCKED}")
    form.page.locator(".post").click()
    framed.wait_question(form, BLOCKED)
    assert form.posts() == []
    form.press("ফিরে গিয়ে সংশোধন করুন")
    form.wait_no_dialog()
    framed.inside.locator("body").click()
    form.page.keyboard.press("Control+A")
    form.page.keyboard.insert_text("নতুন লেখা")
    form.page.locator(".post").click()
    assert [post["by"] for post in form.wait_posts(1)] == ["submit"]


def test_that_a_draft_in_a_frame_is_being_checked_is_said_beside_it(form: Composer, server: ScriptedServer) -> None:
    given, script = threading.Event(), server.script
    server.script = lambda question: given.wait(30) and script(question)
    try:
        framed = Framed(form, "srcdoc")
        framed.write(" আজ সভা")
        form.page.locator(".post").click()
        form.page.wait_for_selector("body > jachai-notice", state="attached")
        assert meet(*boxes(form.page.locator("body > jachai-notice"), form.page.locator("iframe")))
    finally:
        given.set()
        server.script = script
    assert len(form.wait_posts(1)) == 1


@pytest.mark.parametrize("way", ["srcdoc", "designMode"])
def test_what_we_draw_in_a_frame_is_no_part_of_its_draft(form: Composer, server: ScriptedServer, way: str) -> None:
    framed = Framed(form, way)
    framed.write(f" ওই {WARNED}")
    framed.wait_badge()
    framed.inside.wait_for_function(
        "(word) => [...(CSS.highlights.get('jachai-warn') ?? [])].map(String).join() === word", arg=WARNED
    )
    form.page.keyboard.press("Alt+j")
    framed.inside.wait_for_selector("html > jachai-panel", state="attached")
    assert framed.inside.evaluate("document.body.innerHTML") == f"<p>{OLD} ওই {WARNED}</p>"
    assert server.questions[-1]["text"] == f"{OLD} ওই {WARNED}"


def test_a_sign_that_is_taken_out_of_a_frame_comes_back(form: Composer) -> None:
    framed = Framed(form, "srcdoc")
    framed.write(f" ওই {WARNED}")
    framed.wait_badge()
    framed.inside.evaluate("document.querySelector('jachai-badge').remove()")
    framed.wait_badge()


def test_a_frame_that_is_taken_out_holds_nothing_any_more(form: Composer) -> None:
    framed = Framed(form, "srcdoc")
    framed.write(f" ওই {BLOCKED}")
    form.page.evaluate("document.querySelector('iframe').remove()")
    form.page.locator(".post").click()
    assert len(form.wait_posts(1)) == 1


# What the form has beside its textarea, what is written in that, what is done then -> whether it is held
HIDE = "document.querySelector('textarea.box').style.display = 'none'"
TWIN = """(() => {
  const twin = Object.assign(document.createElement('textarea'), {value: %r, hidden: true});
  document.querySelector('form').prepend(twin);
  document.querySelector('form').addEventListener('submit', () => { twin.value = draft(); });
})()"""
FOLDED = {
    "never shown, as an editor stores into it": (TWIN % BLOCKED, "নতুন লেখা", "", False),
    "never shown, beside a draft that is held": (TWIN % OLD, BLOCKED, "", True),
    "written in, then folded away": ("", BLOCKED, HIDE, True),
    "shown, never written in": (TWIN.replace("hidden", "lang") % BLOCKED, "নতুন লেখা", "", True),
}


@pytest.mark.parametrize("case", FOLDED)
def test_what_the_writer_cannot_know_of_holds_nothing(form: Composer, server: ScriptedServer, case: str) -> None:
    before, text, then, held = FOLDED[case]
    form.page.evaluate(before)
    first = len(server.questions)
    form.page.keyboard.insert_text(text)
    wait_answered(form, server, text, after=first)
    form.page.evaluate(then)
    form.page.locator(".post").click()
    if held:
        assert BLOCKED in form.wait_dialog(HOLD)
        assert form.posts() == []
    else:
        assert len(form.wait_posts(1)) == 1 and form.drawn()["dialogs"] == []
        assert {question["text"] for question in server.questions[first:]} == {text}


# A button of the form -> whether it is held for the draft
BUTTONS = {
    '<input type="submit" value="বাতিল">': False,
    '<button type="submit">Delete</button>': False,
    "<button>Preview</button>": False,
    '<input type="submit" value="জমা দিন">': True,
    '<input type="image" alt="Delete">': True,  # no selector knows it
    '<button type="submit">Go</button>': True,
}


@pytest.mark.parametrize("html", BUTTONS)
def test_only_what_publishes_is_held_in_a_form(form: Composer, server: ScriptedServer, html: str) -> None:
    form.page.evaluate(
        """(html) => {
          const form = document.querySelector('form');
          form.insertAdjacentHTML('beforeend', html);
          form.lastElementChild.id = 'other';
        }""",
        html,
    )
    form.page.keyboard.insert_text(f"ওই {BLOCKED}")
    form.wait_marks(block=[BLOCKED])
    form.page.locator("#other").click()
    if BUTTONS[html]:
        form.wait_dialog(HOLD)
        assert form.posts() == []
    else:
        assert len(form.wait_posts(1)) == 1 and form.drawn()["dialogs"] == []


# A button that looks at its form first; a framework that draws anew before it submits takes as long.
LOOKS = """() => {
  const form = document.querySelector('form');
  form.querySelector('.post').outerHTML = '<button type="button" class="post">প্রকাশ করুন</button>';
  form.querySelector('.post').addEventListener('click', async () => {
    await null;
    form.requestSubmit();
  });
}"""


def test_a_form_that_the_page_submits_once_its_button_was_pressed_goes_at_a_yes(form: Composer) -> None:
    form.page.evaluate(LOOKS)
    form.page.keyboard.insert_text(f"ওই {WARNED}")
    form.page.locator(".post").click()
    form.wait_dialog(WARNED)
    form.press(PUBLISH_ANYWAY)
    assert [post["by"] for post in form.wait_posts(1)] == ["submit"]
    form.wait_no_dialog()


def test_the_form_is_held_where_a_key_submits_it_by_itself(form: Composer, server: ScriptedServer) -> None:
    form.page.evaluate(
        "document.querySelector('form').append(Object.assign(document.createElement('input'), {id: 'title'}))"
    )
    form.type(f"ওই {BLOCKED}")
    wait_answered(form, server, f"ওই {BLOCKED}")
    form.page.locator("#title").click()
    form.page.keyboard.press("Enter")
    form.wait_dialog(HOLD)
    assert form.posts() == []
