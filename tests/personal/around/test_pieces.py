"""What is remembered of a text's pieces is what its words tell anew, and holds none of them."""

from __future__ import annotations

from functools import reduce
from operator import or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.personal.around.cues import Cues, cues_in, shipped_cues
from server.personal.around.gates import LISTED, met
from server.personal.around.pieces import listed, pieces, unlist
from server.personal.around.surroundings import Surroundings
from server.text.normalise import normalise
from tests.personal.around.test_surroundings import drafts

SENTENCES = (
    "আজ গণশুনানি হবে।",
    "ছোট বোনের বিয়ে হয়ে গেল।",
    "মো. করিম মিয়া (৩২) আটক",
    "ফোন ০১৭১২-৩৪৫৬৭৮",
    "Class 7 er Jannatul",
    "",
    "।",
    "না।হ্যাঁ",
)
texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", " \n", "\t", "। ", ". "])), max_size=6
)
REMEMBERING = cues_in(())


@given(st.one_of(drafts, texts.map(lambda parts: "".join(map("".join, parts)))))
def test_what_is_remembered_is_what_is_met_anew(text: str) -> None:
    normal = normalise(text)
    anew = reduce(or_, (met(stretch, REMEMBERING) for stretch in normal.split()), 0)
    for _ in range(2):
        found = pieces(normal, REMEMBERING)
        assert reduce(or_, (piece.bits for _, _, piece in found), 0) & ~LISTED == anew & ~LISTED
        assert all(normal.startswith(here, place) for place, here, _ in found)
        assert Surroundings(normal, REMEMBERING).marks == Surroundings(normal, cues_of_none_met()).marks


def cues_of_none_met() -> Cues:
    """The shipped cues, as if no draft had come before."""
    shipped = shipped_cues()
    return Cues(shipped.phrases, shipped.others, shipped.kinds, shipped.shipped, shipped.public)


def test_every_cue_opens_its_gate() -> None:
    cues, shut = shipped_cues(), []
    for first, those in cues.phrases.items():
        for cue in those:
            text = " ".join(("আজ", first, *cue.rest))
            if not Surroundings(text, cues).holds_any(cue.kind):
                shut.append((cue.kind, text))
    assert not shut


@pytest.mark.parametrize(
    ("text", "kind", "may"),
    [
        ("ছোট একটি সভা। বড় বোন", "relative", True),  # both words of a cue, wherever they stand
        ("ছোট একটি সভা", "relative", False),
    ],
)
def test_a_cue_of_several_words_needs_its_longest_other_word(text: str, kind: str, may: bool) -> None:
    assert Surroundings(normalise(text), shipped_cues()).may_hold(kind) is may


def test_no_text_is_kept() -> None:
    cues = cues_in(())
    pieces(normalise("রহিমা খাতুন আজ এসেছেন। ছোট বোনের বিয়ে।"), cues)
    kept = repr(list(cues.pieces.items()))
    assert cues.pieces and not any(word in kept for word in ("রহিমা", "এসেছেন"))


def test_what_no_list_has_a_use_for_is_not_looked_at_again() -> None:
    cues = cues_in(())
    normal = "আজ সভা। কাল শালা আসবে।"
    assert listed(pieces(normal, cues), cues) == set(normal.split())
    unlist(set(normal.split()) - {"শালা"}, cues)
    for _ in range(2):
        assert listed(pieces(normal, cues), cues) == {"শালা"}
    assert [here for _, here, piece in pieces(normal, cues) if piece.bits & LISTED] == ["কাল শালা আসবে।"]


def test_memory_is_bounded() -> None:
    cues = cues_in(())
    pieces("সভা " * 200, cues)
    assert not cues.pieces
    for number in range(5000):
        pieces(f"সভা {number}", cues)
    assert len(cues.pieces) <= 2048
