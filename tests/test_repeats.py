"""Repeated answers: the same bytes, bounded, and no text to be found in what is kept."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from server.desk import MOST_PLAIN
from server.institution import Institution
from server.repeats import BESIDE, MOST_OF_ONE, Made, Repeats
from server.service.opened import open_desk
from server.text.bounded import Bounded


def made(body: bytes, lasting: bool = True, quotes: bool = True) -> Callable[[], Made[str]]:
    return lambda: Made(body, "new", "again" if lasting else None, quotes)


def never() -> Made[str]:
    raise AssertionError("made twice")


@given(st.binary(max_size=200), st.binary(max_size=400), st.booleans())
def test_a_repeat_has_the_same_bytes(request: bytes, body: bytes, quotes: bool) -> None:
    repeats: Repeats[str] = Repeats()
    assert repeats.answer(request, made(body, quotes=quotes)) == (body, "new")
    assert repeats.answer(request, never) == (body, "again")
    assert repeats.answer(request + b".", made(b"other")) == (b"other", "new")


def test_what_must_not_last_is_made_anew() -> None:
    repeats: Repeats[str] = Repeats()
    for body in (b"one", b"two"):
        assert repeats.answer(b"a", made(body, lasting=False))[0] == body
    repeats.answer(b"long", made(b"x" * (MOST_OF_ONE + 1)))
    assert len(repeats) == 0


def test_memory_is_bounded_and_what_is_asked_again_stays() -> None:
    repeats: Repeats[str] = Repeats(most=10 * (BESIDE + 100))
    for place in range(100):
        repeats.answer(b"%d" % place, made(b"x" * 100))
        repeats.answer(b"0", made(b"x" * 100))
    assert len(repeats) == 10
    assert repeats.answer(b"0", never)[1] == repeats.answer(b"99", never)[1] == "again"
    assert repeats.answer(b"50", made(b"x"))[1] == "new"


def test_no_text_is_kept() -> None:
    words = "গোপন-চিহ্ন-4711".encode()
    repeats: Repeats[str] = Repeats()
    repeats.answer(b"draft " + words, made(b"match " + words))
    gc.collect()
    kept = [body for body, *_ in repeats._answers.values()] + list(repeats._answers)
    assert kept and not any(words in part or b"match" in part or b"draft" in part for part in kept)


WORD, NAME = "গোপনচিহ্ন", "মায়াবতীচিহ্ন"
DRAFTS = {  # with whether the answer quotes
    "nothing to tell": ({"text": f"{WORD} বিষয়ে আগামীকাল সভা হবে। সবাইকে আসতে অনুরোধ করা হলো।"}, False),
    "a span": ({"text": f"{WORD} একটা শুয়োরের বাচ্চা"}, True),
    "the account's name": (
        {"text": f"{WORD} বিষয়ে সভা হবে।", "account": {"kind": "institution", "name": f"{NAME} ইউএনও"}},
        True,
    ),
    "too long for the platform": ({"text": f"{WORD} বিষয়ে সভা হবে। " * 40, "platform": "x"}, False),
    "a saying alone": ({"text": "“পরিশ্রম সৌভাগ্যের প্রসূতি।”"}, False),
    "a reply without words": ({"text": "👍", "action": "reply"}, False),
}


@pytest.mark.parametrize(("draft", "quotes"), DRAFTS.values(), ids=DRAFTS)
def test_what_lies_open_quotes_neither_the_draft_nor_the_account(
    app: Flask, draft: dict[str, object], quotes: bool
) -> None:
    desk = replace(open_desk(app), repeats=Repeats())
    asked = json.dumps({"account": {"kind": "institution"}, "platform": "facebook", "action": "post"} | draft).encode()
    body, _ = desk.tell(asked)
    ((kept, sealed, _),) = desk.repeats._answers.values()
    assert sealed == quotes
    assert not any(text.encode() in kept for text in (WORD, NAME))
    assert desk.tell(asked)[0] == body


def test_what_quotes_nothing_is_written_once(app: Flask) -> None:
    desk = replace(open_desk(app), repeats=Repeats(), plain=Bounded(MOST_PLAIN))
    texts = (f"{WORD} বিষয়ে সভা হবে।", "আগামীকাল মাসিক সভা হবে।", "👍", "Monthly meeting at the office", f"শালা {WORD}")
    said = {
        "kind": ("institution", "employee", "unknown"),
        "moment": ("typing", "publish"),
        "action": ("post", "reply"),
    }
    asked = 0
    for text, kind, moment, action, language in product(texts, *said.values(), ("bn", "en")):
        draft = {"text": text, "account": {"kind": kind, "name": NAME}, "platform": "facebook", "moment": moment}
        body = json.dumps(draft | {"action": action, "ui_language": language}).encode()
        for office in (None, Institution("demo", name_bn="দপ্তর"), Institution("other", websites=("other.gov.bd",))):
            alone = replace(desk, repeats=Repeats(), plain=Bounded(MOST_PLAIN))
            assert desk.tell(body, office) == alone.tell(body, office)
            asked += 1
    assert 1 < len(desk.plain) < asked / 4
    assert not any(text in repr(desk.plain) for text in (WORD, NAME, "মাসিক"))
