"""What a process still holds of drafts: no stretch of one that is longer than a word, whatever it is made of."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import orjson

from server.desk import Desk
from server.institution import load_institutions
from server.text.bounded import LONGEST
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY
from tests.service.offices import write_profiles

BANGLA, LATIN = "টমঝকপঢ", "zqxjkv"  # no word of a list or a text of ours has all of these in this order
SHORT = ("টমঝকপঢে", "zqxjkvo")


def held() -> Iterator[str]:
    """Every string that something in this process refers to."""
    known = gc.get_objects()
    within = gc.get_referents(*known)
    # what holds nothing but strings and numbers the collector does not look at, nor does it tell a dictionary's keys
    untold = [it for it in within if type(it) in (dict, tuple) and not gc.is_tracked(it)]
    keys = (key for it in (*known, *untold) if isinstance(it, dict) for key in it)
    return (it for it in chain(within, gc.get_referents(*untold), keys) if type(it) is str)


def marked(longer_than: int) -> set[int]:
    """How long the strings are that hold a mark and are longer than so many code points."""
    long = {it for it in held() if len(it) > longer_than}
    return {len(it) for it in long if BANGLA in it or LATIN in it.lower()}


def endless() -> Iterator[str]:
    """Drafts with one long stretch in them."""
    any_of = random.Random(1)

    def bangla(more: int = 200) -> str:
        return BANGLA + "".join(any_of.choices(BANGLA, k=more))

    def latin(more: int = 200) -> str:
        return LATIN + "".join(any_of.choices(LATIN, k=more))

    yield from (bangla(), latin(), f"সভা {bangla()} হলো", f"Meeting at {latin().title()} today")
    yield f"মোঃ {bangla()} এর মোবাইল ০১৭১২৩৪৫৬৭৮"
    yield f"Md. {latin().title()} mobile 01712345678"
    yield f"{bangla()}কে ধর্ষণ করা হয়েছে, {latin()} er sathe"
    yield f"নাম:{bangla(8)},মোবাইল:০১৭১২৩৪৫৬৭৮," * 6
    yield from (",".join(bangla(6) for _ in range(20)), "/".join(latin(6) for _ in range(20)))
    yield from (f"{bangla(70)}।{bangla(70)}", ".".join(bangla(60)), f"{BANGLA}-{'.'.join(latin(60))}")
    yield from (f"#{latin(90).title()}{latin(90).title()}", f"#{bangla(90)}_{bangla(60)}", f"@{latin(100)}")
    yield from (f"https://{latin(50)}.com/{latin()}", f"{latin(70)}@{latin(70)}.com")
    yield from (f"{latin(50)}!{latin(50)}@{latin(50)}$", f"{bangla(100)}ঃ", f"{LATIN}{'0123456789' * 20}")
    yield from (f"“{bangla()}” শুদ্ধ বানান", f"জন্ম {bangla()} রক্তের গ্রুপ", f"আওয়ামী {latin()} বাংলাদেশ {bangla()}")


def check(desk: Desk, text: str) -> None:
    """A draft checked as everybody's, with itself in every field."""
    for kind in ("institution", "employee", "unknown"):
        account = {"kind": kind, "name": text[:300], "handle": text[:200]}
        mentions, files = [{"text": text[:200], "kind": "person"}], [{"kind": "image", "alt": text[:200]}]
        fields = {"text": text, "account": account, "mentions": mentions, "attachments": files, "moment": "publish"}
        for office in (None, *desk.institutions.values()):
            desk.tell(orjson.dumps(fields), office)


def test_no_long_stretch_of_a_draft_stays_in_memory(ruleset: Ruleset, tmp_path: Path) -> None:
    """docs/privacy.md: a draft without a space is one word to whoever splits at spaces, and would stay whole."""
    offices = load_institutions(write_profiles(tmp_path), ruleset.guideline, platforms=ruleset.data(platforms_in))
    desk = Desk(ruleset, offices, NO_HURRY)
    check(desk, f"সভায় {' ও '.join(SHORT)} ছিলেন")
    gc.collect()
    assert {*map(len, SHORT)} <= marked(0), "the search finds nothing, so it proves nothing"
    for text in endless():
        check(desk, text)
    del text
    gc.collect()
    assert marked(LONGEST) == set()
