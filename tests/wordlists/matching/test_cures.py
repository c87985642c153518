"""What is put in instead of a match: in its letters, with its ending, so that the sentence stays one."""

from __future__ import annotations

import pytest

from server.checks.prohibited import look
from server.draft import Draft
from server.posting import Posting
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import rows, ruleset

TERMS = """\
- {term: মেথর, replace: [পরিচ্ছন্নতাকর্মী, cleaner]}
- {term: রাজধানি, replace: [শহর এলাকা], kind: thing}
- {term: chamcha, replace: [অনুসারী]}
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset(tmp_path_factory.mktemp("lists"), rows(TERMS))


def cured(rules: Ruleset, text: str) -> list[str]:
    """The text after each replacement of its one finding, as the composer puts it in."""
    posting = Posting(Draft.parse({"text": text}), rules, None)
    (finding,) = look(posting)
    (span,) = finding.spans
    start, end = posting.offsets.span(*span)
    return [f"{text[:start]}{one}{text[end:]}" for one in finding.replacements]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("মেথর এসেছে", "পরিচ্ছন্নতাকর্মী এসেছে"),
        ("মেথরকে ডাকুন", "পরিচ্ছন্নতাকর্মীকে ডাকুন"),
        ("মেথর-কে ডাকুন", "পরিচ্ছন্নতাকর্মীকে ডাকুন"),
        ("মেথরগুলো এল", "পরিচ্ছন্নতাকর্মীরা এল"),
        ("মেথর গুলো এল", "পরিচ্ছন্নতাকর্মীরা এল"),
        ("মেথর-গুলোকে ডাকুন", "পরিচ্ছন্নতাকর্মীদের ডাকুন"),
        ("ওই মেথর টা কই", "ওই পরিচ্ছন্নতাকর্মী কই"),
        ("মেথরজন কই", "পরিচ্ছন্নতাকর্মীরা কই"),
        ("মেথর টাকা পায়নি", "পরিচ্ছন্নতাকর্মী টাকা পায়নি"),  # money, no ending
        ("মেথর খান কী", "পরিচ্ছন্নতাকর্মী খান কী"),
        ("মেথর দের বেতন", "পরিচ্ছন্নতাকর্মী দের বেতন"),  # the writer's own way to write it
        ("একটা মেথর এল", "একজন পরিচ্ছন্নতাকর্মী এল"),
        ("দুইটি মেথরকে ডাকুন", "দুইজন পরিচ্ছন্নতাকর্মীকে ডাকুন"),
        ("অনেকগুলো মেথর এল", "অনেক পরিচ্ছন্নতাকর্মী এল"),
        ("ছয়টা মেথর এল", "ছয়জন পরিচ্ছন্নতাকর্মী এল"),
        ("৩টা মেথর এল", "৩ জন পরিচ্ছন্নতাকর্মী এল"),
        ("12 টি মেথরকে ডাকুন", "১২ জন পরিচ্ছন্নতাকর্মীকে ডাকুন"),
        ("৩-৪টি মেথর এল", "৩-৪ জন পরিচ্ছন্নতাকর্মী এল"),
        ("৩.৫টি মেথর এল", "৩.৫টি পরিচ্ছন্নতাকর্মী এল"),
        ("সকাল ১০টা। মেথর এল", "সকাল ১০টা। পরিচ্ছন্নতাকর্মী এল"),
        ("৩টা রাজধানি", "৩টা শহর এলাকা"),
        ("ভাঙাএকটা মেথর এল", "ভাঙাএকটা পরিচ্ছন্নতাকর্মী এল"),
        ("পদ: মেথরঃ ৩ জন", "পদ: পরিচ্ছন্নতাকর্মীঃ ৩ জন"),
        ("মেথরকেঃ", "পরিচ্ছন্নতাকর্মীকেঃ"),
        ("রাজধানিতে যাই", "শহর এলাকায় যাই"),
        ("রাজধানিগুলো বড়", "শহর এলাকাগুলো বড়"),
        ("একটা রাজধানি", "একটা শহর এলাকা"),  # a thing
        ("#রাজধানি আজ", "#শহর_এলাকা আজ"),
        ("#আমাদের_রাজধানি আজ", "#আমাদের_শহর_এলাকা আজ"),
        ("#আজ রাজধানি", "#আজ শহর এলাকা"),
        ("The methor came", "The cleaner came"),
        ("methor ra", "cleaner ra"),
    ],
)
def test_the_sentence_stays_one(rules: Ruleset, text: str, expected: str) -> None:
    assert cured(rules, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the chamcha",  # its only replacement is in Bangla
        "methorer kaj",  # an ending in Latin letters would be lost
        "মেথরে কী বোঝে",  # who does it, or in what: nobody can tell
        "মেথরটায় কী বোঝে",
        "মেথর-টেথর ডাকুন",  # half of a compound
    ],
)
def test_none_is_offered_where_it_would_not_be(rules: Ruleset, text: str) -> None:
    assert cured(rules, text) == []
