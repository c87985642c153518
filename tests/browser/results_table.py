"""The table of docs/platforms.md: which behaviour holds for which composer, in which browser, as the last run found it."""

from pathlib import Path

import pytest
from sites import SITES

DOCUMENT = Path(__file__).parents[2] / "docs" / "platforms.md"
BEGIN, END = "<!-- written by `make platforms` -->", "<!-- end -->"
BEHAVIOURS = {
    "test_reads_and_underlines": "read, underline",
    "test_replaces_a_word": "replace a word",
    "test_replaces_over_lines": "replace over lines",
    "test_undoes": "undo",
    "test_holds_a_click": "hold a click",
    "test_holds_the_keys": "hold the keys",
    "test_lets_a_clean_draft_go": "let a clean draft go",
    "test_asks_and_publishes_on_a_yes": "ask, publish on a yes",
    "test_follows_an_editor_that_is_drawn_anew": "editor drawn anew",
}
BROWSERS = {"chromium": "C", "firefox": "F"}

Results = dict[tuple[str, str, str], bool]  # behaviour, browser, composer


def all_pass() -> Results:
    """What `make test` asks for."""
    return {(behaviour, browser, site.id): True for behaviour in BEHAVIOURS for browser in BROWSERS for site in SITES}


def note(results: Results, item: pytest.Item, phase: str, passed: bool) -> None:
    """Adds one phase of one test; a test passes when its set-up, call and end do, be it at the second try."""
    browser, site = item.callspec.params["place"]  # type: ignore[attr-defined]  # parametrised tests have it
    key = (item.originalname, browser, site.id)  # type: ignore[attr-defined]
    results[key] = passed and (phase == "setup" or results.get(key, True))


def render(results: Results) -> str:
    """The table as Markdown, between its two marks."""
    head = f"| composer | editor | {' | '.join(BEHAVIOURS.values())} |"
    rows = [
        f"| {site.id} | {site.editor} | {' | '.join(_cell(results, name, site.id) for name in BEHAVIOURS)} |"
        for site in SITES
    ]
    return "\n".join([BEGIN, head, "|---" * (len(BEHAVIOURS) + 2) + "|", *rows, END])


def _cell(results: Results, behaviour: str, site: str) -> str:
    found = {name: results.get((behaviour, browser, site)) for browser, name in BROWSERS.items()}
    return " ".join(
        name if passed else f"{name} {'-' if passed is None else 'FAILS'}" for name, passed in found.items()
    )


def written() -> str:
    """The table as the document has it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return text[text.index(BEGIN) : text.index(END) + len(END)]


def refusal(results: Results) -> str:
    """Why a run may not write the table, and the cure: what it did not try the table would know no more. "" where it may."""
    left_out = {f"{site} ({browser})" for _, browser, site in all_pass().keys() - results.keys()}
    if not left_out:
        return ""
    return f"{DOCUMENT.name} is left as it was: not every behaviour was tried of {len(left_out)}, {min(left_out)} among them; run `make platforms`"


def write(results: Results) -> None:
    """Puts the table of this run in place of the last."""
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(text.replace(written(), render(results)), encoding="utf-8")
