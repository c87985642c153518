"""What pages do to a guard: shadow roots, frames, modal dialogs, focus traps, several composers, strict policies, a check under way."""

import threading
import time

import pytest
from answered import wait_answered
from chromium import BOX, Composer, as_json, tab
from extension_settings import Extension
from playwright.sync_api import BrowserContext
from scripted_server import ScriptedServer, answer, flagging, missing
from sites import SITES

pytestmark = pytest.mark.browser

BLOCKED = "নৌকায় ভোট দিন"
WARNED = "কুলাঙ্গার"
CLEAN = "টিকাদান কর্মসূচি আগামীকাল"
CLEAR = "পরিপন্থি কিছু পাওয়া যায়নি"
HOLD = "প্রকাশ স্থগিত"
BACK = "ফিরে গিয়ে সংশোধন করুন"
PUBLISH = "তবুও প্রকাশ করুন"
NOT_CHECKED = "যাচাই করা হয়নি"
NOT_WRITTEN = "এই ঘরে লেখা বদলানো গেল না"

# A bare composer as Facebook's selectors know it, in whatever the test puts around it. What it publishes goes to `posts`.
BARE = """
  const bare = (name) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-label', 'Create post');
    const box = document.createElement('div');
    for (const [key, value] of Object.entries({role: 'textbox', contenteditable: 'true', 'data-lexical-editor': 'true', class: 'box'})) box.setAttribute(key, value);
    box.id = name;
    const post = document.createElement('button');
    post.type = 'button';
    post.textContent = 'Post';
    post.setAttribute('aria-label', 'Post');
    post.id = `${name}-post`;
    post.addEventListener('click', (event) => posts.push({by: event.type, text: box.textContent}));
    dialog.append(box, post);
    return dialog;
  };
"""


@pytest.fixture(autouse=True)
def flags(scripted: ScriptedServer) -> None:
    """One word that blocks, one that warns."""
    scripted.script = flagging(**{BLOCKED: "block", WARNED: "warn"})


@pytest.fixture
def composer(composer: Composer) -> Composer:
    """One whose guard waits for each answer."""
    composer.wait_patiently()
    return composer


def put(composer: Composer, script: str) -> None:
    """Runs a script in the page that may use `bare(name)`."""
    composer.page.evaluate(f"() => {{ {BARE} {script} }}")


def click_at(composer: Composer, selector: str, root: str = "document") -> None:
    """A real click in the middle of an element, in a closed shadow root too."""
    box = composer.page.evaluate(
        f"(selector) => {{ const box = {root}.querySelector(selector).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }}",
        selector,
    )
    composer.page.mouse.click(*box)


ROOTS = {
    "open": "const host = document.createElement('x-open'); window.root = host.attachShadow({mode: 'open'}); root.append(bare('one')); document.body.prepend(host);",
    "closed": "const host = document.createElement('x-closed'); window.root = host.attachShadow({mode: 'closed'}); root.append(bare('one')); document.body.prepend(host);",
    "open in a closed one": """
      const outer = document.createElement('x-outer'); const inner = document.createElement('x-inner');
      outer.attachShadow({mode: 'closed'}).append(inner); window.root = inner.attachShadow({mode: 'open'});
      root.append(bare('one')); document.body.prepend(outer);""",
}


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
@pytest.mark.parametrize("way", ["click", "Enter", "Space", "Control+Enter"])
def test_a_composer_in_a_shadow_root_is_noticed_and_guarded(composer: Composer, root: str, way: str) -> None:
    put(
        composer, f"document.querySelector('#mount').remove(); document.querySelector('[role=dialog]').remove(); {root}"
    )
    click_at(composer, "#one", "root")
    composer.type(f"এবার {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    if way == "click":
        click_at(composer, "#one-post", "root")
    else:
        if "+" not in way:
            composer.page.evaluate("root.querySelector('#one-post').focus()")
        composer.page.keyboard.press(way)
    composer.wait_dialog(HOLD)
    assert composer.posts() == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_clean_draft_in_a_shadow_root_goes_at_one_click(
    composer: Composer, scripted: ScriptedServer, root: str
) -> None:
    given = threading.Event()
    scripted.script = lambda _question: given.wait(30) and answer("clear")
    put(composer, root)
    click_at(composer, "#one", "root")
    composer.type(CLEAN)
    click_at(composer, "#one-post", "root")  # held, then clicked for the writer
    given.set()
    assert composer.wait_posts(1) == [{"by": "click", "text": CLEAN}]


def test_the_submit_of_a_form_in_a_shadow_root_is_held(composer: Composer) -> None:
    put(
        composer,
        """const host = document.createElement('x-form'); window.root = host.attachShadow({mode: 'open'});
        const form = document.createElement('form'); const title = document.createElement('input'); title.id = 'title';
        form.addEventListener('submit', (event) => { event.preventDefault(); posts.push({by: 'submit'}); });
        form.append(title, bare('one')); root.append(form); document.body.prepend(host);""",
    )
    click_at(composer, "#one", "root")
    composer.type(f"এবার {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    click_at(composer, "#title", "root")
    composer.page.keyboard.press("Enter")
    composer.wait_dialog(HOLD)
    assert composer.posts() == []


def test_each_of_two_composers_is_guarded_by_its_own_draft(composer: Composer) -> None:
    composer.type(CLEAN)
    put(composer, "document.body.prepend(bare('one'))")
    composer.page.locator("#one").click()
    composer.type(f"এবার {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    composer.page.locator("#one-post").click()
    composer.wait_dialog(HOLD)
    composer.press(BACK)
    composer.wait_no_dialog()
    assert composer.posts() == []
    composer.click_post()  # the other's draft is clean
    assert [post["text"] for post in composer.wait_posts(1)] == [CLEAN]


def test_nothing_is_written_where_the_page_took_the_focus_elsewhere(
    composer: Composer, scripted: ScriptedServer
) -> None:
    scripted.script = flagging({WARNED: "ব্যক্তি"}, **{WARNED: "warn"})
    composer.type("আমার পোস্টের লেখা ")
    put(composer, "document.body.prepend(bare('one'))")
    composer.page.locator("#one").click()
    composer.page.keyboard.insert_text(f"ওই {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.page.keyboard.press("Alt+j")
    composer.wait_text("এর বদলে লিখুন")
    composer.page.evaluate(f"""() => {{
      const ours = document.querySelector({as_json(BOX)} + ':not(#one)');
      addEventListener('focusin', (event) => {{ if (event.target.id === 'one') ours.focus(); }}, true);
      ours.focus();
    }}""")
    composer.press("ব্যক্তি")
    composer.wait_text(NOT_WRITTEN)
    assert composer.draft() == "আমার পোস্টের লেখা "
    assert composer.page.locator("#one").inner_text() == f"ওই {WARNED}"


@pytest.mark.parametrize("id", ["facebook post", "facebook Business Suite"])
@pytest.mark.parametrize(("times", "mended"), [(1, True), (1000, False)])
@pytest.mark.parametrize(("words", "cure"), [(WARNED, "ব্যক্তি"), ("মিথ্যা\nগুজব", "এক\nদুই")])
def test_words_go_where_the_wrong_ones_stand_or_nowhere(
    chromium: BrowserContext,
    extension: Extension,
    scripted: ScriptedServer,
    id: str,
    times: int,
    mended: bool,
    words: str,
    cure: str,
) -> None:
    scripted.script = flagging({words: cure}, **{words: "warn"})
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.type(f"আগে {words} পরে")
        composer.wait_marks(warn=[words.replace("\n", "")])
        composer.open_panel()
        page.evaluate("(times) => putCaretBack(times)", times)
        composer.press(cure.partition("\n")[0])
        if not mended:
            composer.wait_text(NOT_WRITTEN)
        composer.wait_draft(f"আগে {cure if mended else words} পরে")
        assert (NOT_WRITTEN in composer.drawn()["text"]) is not mended
        composer.leave()


LINE = "— উপজেলা প্রশাসন"


@pytest.mark.parametrize(
    ("draft", "at", "times"),
    [
        pytest.param("এক দুই", "start", 1, id="within a word, before"),
        pytest.param("এক দুই", "end", 1, id="within a word, behind"),
        pytest.param("এক\n", "start", 1, id="at a line before, before"),
        pytest.param("এক\n", "end", 1, id="at a line before, behind"),
        pytest.param("এক\n", "end", 1000, id="nowhere"),
    ],
)
@pytest.mark.parametrize(
    "id",
    ["facebook post", "facebook Business Suite", "linkedin comment", "linkedin comment at its post", "youtube post"],
)
def test_a_line_is_added_where_it_belongs_or_nowhere(
    chromium: BrowserContext,
    extension: Extension,
    scripted: ScriptedServer,
    id: str,
    draft: str,
    times: int,
    at: str,
) -> None:
    scripted.script = missing(LINE, at)
    with tab(chromium) as page:
        composer = Composer(page, next(site for site in SITES if site.id == id)).open()
        composer.type(draft)
        wait_answered(composer, scripted, draft)
        page.keyboard.press("ArrowLeft")
        composer.open_panel()
        page.evaluate("(times) => putCaretBack(times)", times)
        composer.press(LINE)
        if times > 1:
            composer.wait_text(NOT_WRITTEN)
            added = draft
        else:
            added = f"{LINE}\n{draft}" if at == "start" else f"{draft.removesuffix(chr(10))}\n{LINE}"
        composer.wait_draft(added)
        assert (NOT_WRITTEN in composer.drawn()["text"]) is (times > 1)
        assert page.evaluate("faults") == composer.faults == []
        composer.leave()


def test_a_composer_in_a_frame_is_guarded(composer: Composer) -> None:
    put(
        composer,
        """const frame = document.createElement('iframe'); frame.srcdoc = '<body></body>'; frame.style.cssText = 'width: 600px; height: 400px';
        frame.addEventListener('load', () => frame.contentDocument.body.append(frame.contentDocument.adoptNode(bare('one'))));
        document.body.prepend(frame);""",
    )
    inside = composer.page.frame_locator("iframe")
    inside.locator("#one").click()
    composer.type(f"এবার {BLOCKED}")
    frame = composer.page.frames[1]
    frame.wait_for_function(
        "(word) => [...(CSS.highlights.get('jachai-block') ?? [])].map(String).join() === word", arg=BLOCKED
    )
    inside.locator("#one-post").click()
    frame.wait_for_selector("jachai-dialog", state="attached")
    assert composer.posts() == []


def test_in_a_modal_dialog_badge_panel_and_question_can_be_used(composer: Composer) -> None:
    put(
        composer,
        "const modal = document.createElement('dialog'); modal.append(bare('one')); document.body.append(modal); modal.showModal();",
    )
    composer.page.locator("#one").click()
    composer.type(f"ওই {WARNED} আসেনি")
    composer.wait_marks(warn=[WARNED])
    composer.open_panel()
    composer.press("ব্যক্তি")
    composer.page.wait_for_function("document.querySelector('#one').textContent === 'ওই ব্যক্তি আসেনি'")
    composer.type(f" {WARNED}")
    composer.wait_marks(warn=[WARNED])
    composer.page.locator("#one-post").click()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.press(PUBLISH)
    assert len(composer.wait_posts(1)) == 1


def typed_into_the_panel(composer: Composer) -> str:
    """A draft with a finding, once letters were typed where Alt+J leads to: in the panel."""
    draft = f"ওই {WARNED} আসেনি"
    composer.type(draft)
    composer.wait_marks(warn=[WARNED])
    composer.page.keyboard.press("Alt+j")
    composer.wait_text("এর বদলে লিখুন")
    composer.page.keyboard.type("xyz")
    return draft


def test_a_focus_trap_takes_neither_the_keys_of_our_panel_nor_those_of_our_question(composer: Composer) -> None:
    composer.open("?trap=on")
    draft = typed_into_the_panel(composer)
    assert composer.draft() == draft
    composer.page.keyboard.press("Escape")
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    composer.page.keyboard.type("xyz")
    assert composer.draft() == draft and composer.posts() == []
    composer.page.keyboard.press("Enter")  # on the button that leads back
    composer.wait_no_dialog()
    composer.page.locator(BOX).click()
    composer.page.keyboard.press("End")
    composer.type("!")
    assert composer.draft() == f"{draft}!" and composer.posts() == []


# As @radix-ui/react-focus-scope has it, by which Bluesky's composer is surrounded: it hears of the focus as it leaves, too.
PULLS_BACK = """() => {
  const container = document.querySelector('[role=dialog]');
  let last = document.activeElement;
  document.addEventListener('focusin', ({target}) => {
    if (container.contains(target)) last = target;
    else last.focus({preventScroll: true});
  });
  document.addEventListener('focusout', ({relatedTarget}) => {
    if (relatedTarget && !container.contains(relatedTarget)) last.focus({preventScroll: true});
  });
}"""


def test_a_trap_that_hears_of_the_focus_as_it_leaves_does_not_get_the_keys_of_our_panel(composer: Composer) -> None:
    composer.page.evaluate(PULLS_BACK)
    draft = typed_into_the_panel(composer)
    # to the first finding, and from it to its words: on the page's own buttons it would publish
    for key in ("Tab", "Tab", "Enter"):
        composer.page.keyboard.press(key)
    composer.wait_marks(warn=[WARNED])
    assert composer.draft() == draft and composer.posts() == []
    composer.type("শেষ")  # in place of the words that were gone to
    assert composer.draft() == "ওই শেষ আসেনি"
    composer.page.evaluate("document.body.append(Object.assign(document.createElement('input'), {id: 'other'}))")
    composer.page.evaluate("document.getElementById('other').focus()")
    assert composer.page.evaluate("document.activeElement.id") != "other"  # it still traps what is not ours


def test_a_page_that_moves_on_without_loading_is_followed(composer: Composer) -> None:
    composer.type(CLEAN)
    composer.wait_text(CLEAR)
    for number in range(3):
        composer.page.evaluate("(number) => { history.pushState({}, '', `/page-${number}`); openAgain(); }", number)
        composer.page.wait_for_function("draft() === ''")
        composer.page.locator(BOX).click()
        composer.type(f"{number} {BLOCKED}")
        composer.wait_marks(block=[BLOCKED])
        composer.click_post()
        composer.wait_dialog(HOLD)
        composer.press(BACK)
        composer.wait_no_dialog()
    assert composer.posts() == []


def test_strict_csp_and_trusted_types_hinder_nothing(composer: Composer) -> None:
    composer.open("?csp=strict")
    composer.type(f"ওই {WARNED} আসেনি, {BLOCKED}")
    composer.wait_marks(block=[BLOCKED], warn=[WARNED])
    composer.click_post()
    composer.wait_dialog(HOLD)
    composer.press(BACK)
    composer.wait_no_dialog()
    composer.wait_text("এর বদলে লিখুন")
    assert composer.posts() == []


def test_a_composition_of_bangla_letters_is_not_disturbed(composer: Composer) -> None:
    session = composer.world.session
    composer.type(f"ওই {WARNED} ")
    composer.wait_marks(warn=[WARNED])
    for part in ("ক", "কু", "কুল", "কুলা"):  # while findings are shown beside it, and new answers come
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
    composer.wait_marks(warn=[WARNED])
    session.send("Input.insertText", {"text": WARNED})
    composer.wait_draft(f"ওই {WARNED} {WARNED}")
    composer.wait_marks(warn=[WARNED])  # the server tells of the first


def test_a_paste_of_fifty_thousand_letters_is_checked_and_guarded(composer: Composer) -> None:
    text = ("টিকাদান কর্মসূচি। " * 2_800)[: 50_000 - len(BLOCKED)] + BLOCKED
    composer.page.evaluate(
        """(text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
        }""",
        text,
    )
    composer.wait_marks(block=[BLOCKED])
    assert composer.draft() == text
    composer.type("।")
    composer.wait_marks(block=[BLOCKED])
    composer.click_post()
    composer.wait_dialog(HOLD)
    assert composer.posts() == []


# --- a check under way at Post ---------------------------------------------------------------------------------------


@pytest.fixture
def waiting(scripted: ScriptedServer) -> threading.Event:
    """The server answers ("clear") only once this is set."""
    given = threading.Event()
    scripted.script = lambda _question: given.wait(30) and answer("clear")
    return given


@pytest.mark.parametrize("way", ["click", "Enter on the button", "Space on the button"])
def test_a_press_of_the_button_goes_on_by_itself(composer: Composer, waiting: threading.Event, way: str) -> None:
    composer.type(CLEAN)
    if way == "click":
        composer.click_post()
    else:
        composer.key(way)
    assert composer.posts() == []
    waiting.set()
    composer.wait_posts(1)
    composer.wait_drawn("drawn.hosts.length === 0", "nothing")
    assert composer.posts() == [{"by": "click", "text": CLEAN}]


def test_a_key_in_the_draft_asks_for_one_more_press(composer: Composer, waiting: threading.Event) -> None:
    composer.type(CLEAN)
    composer.page.keyboard.press("Control+Enter")
    assert composer.posts() == []
    waiting.set()
    composer.wait_text("প্রকাশের বোতাম আবার চাপুন")
    assert composer.posts() == []
    composer.page.keyboard.press("Control+Enter")
    assert [post["text"] for post in composer.wait_posts(1)] == [CLEAN]


# Milliseconds for which the content script waits, as it asks for them.
WAITS = """void ((wait) => {
  globalThis.waits = [];
  globalThis.setTimeout = (act, delay, ...more) => { waits.push(delay); return wait(act, delay, ...more); };
})(globalThis.setTimeout)"""


@pytest.mark.parametrize("limit", [None, pytest.param(2.5, marks=pytest.mark.timed)])  # seconds
def test_nobody_waits_longer_than_a_second_and_a_half(
    composer: Composer, waiting: threading.Event, limit: float | None
) -> None:
    composer.is_patient = False
    composer.open()
    composer.type(CLEAN)
    composer.world(WAITS)
    pressed = time.monotonic()
    composer.click_post()
    composer.wait_dialog(NOT_CHECKED)
    assert time.monotonic() - pressed > 1.4 and composer.posts() == []
    assert 1_500 in composer.world("waits") and (limit is None or time.monotonic() - pressed < limit)
    waiting.set()


def test_a_known_block_stands_where_the_last_look_comes_too_late(composer: Composer, scripted: ScriptedServer) -> None:
    composer.is_patient = False
    composer.open()
    composer.type(f"এবার {BLOCKED}")
    composer.wait_marks(block=[BLOCKED])
    given = threading.Event()
    scripted.script = lambda _question: given.wait(30) and answer("clear")
    composer.click_post()
    assert BLOCKED in composer.wait_dialog(HOLD)
    given.set()
