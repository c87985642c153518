"""What the extension costs a writer, measured by hand with `make bench-browser`; no test, since a busy machine would fail it.

Our share of the main thread: the same keys into the same editor with 5,000 letters in it, on a listed host and on one
where nothing of ours runs, in turns. From the last key to the underline: against a real server on this machine.
"""

import statistics
from collections.abc import Callable
from typing import Any

from chromium import Composer, as_json
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Page
from site_pages import UNLISTED
from sites import SITES, Site

SENTENCE = "আগামীকাল সকাল ১০টায় উপজেলা মিলনায়তনে টিকাদান কর্মসূচি অনুষ্ঠিত হবে। "
FLAGGED = "ওই কুলাঙ্গার আসেনি। "
LETTERS = 5_000
KEYS = 60
PACE = 120  # milliseconds between two keys
TURNS = 5
ROUNDS = 40
AIM_SHARE, AIM_UNDERLINE = 0.25, 400

SITE = next(site for site in SITES if site.id == "facebook post")
EVENTS = ("RunTask", "FunctionCall", "UpdateLayoutTree", "Layout", "PrePaint", "Paint")  # RunTask: all of it

LAST_KEY = """() => {
  window.lag = null;
  let last = 0;
  addEventListener('input', () => { last = performance.now(); }, true);
  window.measure = () => { window.lag = null; requestAnimationFrame(look); };
  function look() {
    const shown = [...(CSS.highlights.get('jachai-warn') ?? [])].some((range) => String(range) === 'কুলাঙ্গার');
    if (shown) window.lag = performance.now() - last;
    else requestAnimationFrame(look);
  }
}"""


def draft() -> str:
    """Lines of an office's own text, with a few findings in it."""
    lines = [SENTENCE * 3 + (FLAGGED if number % 4 == 0 else "") for number in range(100)]
    text = ""
    for line in lines:
        text += line.strip() + "\n"
        if len(text) >= LETTERS:
            break
    return text[:LETTERS]


def traced(page: Page, act: Callable[[], None]) -> dict[str, float]:
    """Milliseconds of CPU that the page's main thread spends while `act` runs; what others do on this machine does not count."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))
    config = {"includedCategories": ["devtools.timeline", "disabled-by-default-devtools.timeline"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": config})
    act()
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    mains = [(one["pid"], one["tid"]) for one in events if one.get("args", {}).get("name") == "CrRendererMain"]
    found = {main: dict.fromkeys(EVENTS, 0.0) for main in mains}
    for one in events:
        if one["name"] in EVENTS and (one["pid"], one["tid"]) in found:
            found[one["pid"], one["tid"]][one["name"]] += one.get("tdur", 0) / 1_000
    return max(found.values(), key=lambda one: one["RunTask"])


def cost_of_keys(chromium: BrowserContext, host: str) -> dict[str, float]:
    """Milliseconds of the main thread for one key."""
    page = chromium.new_page()
    composer = Composer(page, Site("facebook post", host, SITE.editor)).open()
    page.evaluate(f"setDraft({as_json(draft())})")
    page.locator(composer.site.box).click()
    page.keyboard.press("Control+End")
    if host != UNLISTED:
        page.wait_for_function("() => (CSS.highlights.get('jachai-warn')?.size ?? 0) > 0")
    spent = traced(page, lambda: page.keyboard.type("abcde " * (KEYS // 6), delay=PACE))
    page.close()
    return {name: spent[name] / KEYS for name in EVENTS}


def underline_lags(chromium: BrowserContext) -> list[float]:
    """Milliseconds from the last key to the underline."""
    page = chromium.new_page()
    Composer(page, SITE).open()
    page.evaluate(LAST_KEY)
    lags = []
    for _ in range(ROUNDS):
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.wait_for_function("() => !(CSS.highlights.get('jachai-warn')?.size)")
        page.keyboard.type("ওই কুলাঙ্গা")
        page.evaluate("measure()")
        page.keyboard.type("র")
        page.wait_for_function("() => window.lag !== null")
        lags.append(page.evaluate("window.lag"))
    page.close()
    return sorted(lags)


def test_speed(chromium: BrowserContext, extension: Extension, server_url: str) -> None:
    """Prints; asserts nothing."""
    extension.set(serverUrl=server_url)
    for host in (SITE.host, UNLISTED):  # warm
        cost_of_keys(chromium, host)
    with_us, without = [], []
    for _ in range(TURNS):
        with_us.append(cost_of_keys(chromium, SITE.host))
        without.append(cost_of_keys(chromium, UNLISTED))
    print(f"\none key into {LETTERS} letters, main thread, median of {TURNS} turns of {KEYS} keys, ms:")
    for name in EVENTS:
        ours, own = (statistics.median(one[name] for one in found) for found in (with_us, without))
        print(
            f"  {name:20} without us {own:6.2f}   with us {ours:6.2f}   our share {(ours - own) / max(own, 0.001):6.1%}"
        )
    shares = sorted((a["RunTask"] - b["RunTask"]) / b["RunTask"] for a, b in zip(with_us, without, strict=True))
    print(f"  share by turn: {', '.join(f'{share:.1%}' for share in shares)} (aim: at most {AIM_SHARE:.0%})")
    lags = underline_lags(chromium)
    p95 = lags[int(len(lags) * 0.95) - 1]
    print(
        f"last key to underline, {ROUNDS} rounds, ms: median {statistics.median(lags):.0f}, p95 {p95:.0f} (aim: {AIM_UNDERLINE})"
    )
