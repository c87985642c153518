"""A term put anywhere into any text is found, at exactly its words, in code points and in UTF-16; no text raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.checker import check_draft
from server.draft import Draft
from server.text.offsets import Offsets
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import rows, ruleset

TERMS = ["রাজাকার", "কুলাঙ্গার", "ভোট চোর", "traitor", "মীরজাফরের দল"]
LETTERS = "কখগঘঙচমযরল" + "ািুেো্ংঃঁ়ৎড়" + "\u200c\u200d\u200b\ufeff\u202e\U000e0061" + "abcXYZ019@$!"
SIGNS = "।,.-_#?!()«»'\"/:;…—\n\t 🎉👨\U0001f3fd\U00020000é\u0301Ω"
ODD = st.text(st.one_of(st.sampled_from(LETTERS + SIGNS), st.characters(codec="utf-8")), max_size=60)
BREAKS = st.sampled_from(["\n", "। ", " ", " — ", "🎉 "])


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    terms = rows("".join(f"- {term}\n" for term in TERMS) + "- term: শালা\n  except: [শালা দুলাভাই]\n")
    return ruleset(tmp_path_factory.mktemp("lists"), terms)


@given(before=ODD, first=BREAKS, term=st.sampled_from(TERMS), last=BREAKS, after=ODD)
def test_a_term_is_found_anywhere(rules: Ruleset, before: str, first: str, term: str, last: str, after: str) -> None:
    text = before + first + term + last + after
    start = len(before + first)
    offsets = Offsets(text)
    spans = [offsets.span(*match.spans[0]) for match in rules.look(offsets.normal)]
    assert any(text[a:b].startswith(term) or (a <= start and start + len(term) <= b) for a, b in spans), spans
    for match in rules.look(offsets.normal):
        a, b = offsets.span(*match.spans[0])
        left, right = offsets.utf16(*match.spans[0])
        units = text.encode("utf-16-le", "surrogatepass")
        assert units[2 * left : 2 * right].decode("utf-16-le", "surrogatepass") == text[a:b]


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_no_draft_raises_and_every_span_lies_in_it(ruleset: Ruleset, text: str) -> None:
    answer = check_draft(Draft.parse({"text": text}), ruleset).as_json()
    assert not answer["incomplete"]
    length = len(text.encode("utf-16-le")) // 2
    for finding in answer["findings"]:
        assert all(0 <= start < end <= length for start, end in finding["spans"])


@given(text=st.text(LETTERS + SIGNS, max_size=80))
def test_the_same_answer_whether_words_are_remembered(rules: Ruleset, text: str) -> None:
    normal = Offsets(text).normal
    remembered = rules.look(normal)
    rules.phrases.forget()
    assert rules.look(normal) == remembered
