"""What is added up at once is what its parts add up to: whatever the text, with addresses, names and loose signs in it."""

from __future__ import annotations

from itertools import combinations_with_replacement, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.text.normalise import normalise
from server.wordlists.learned.parts import BASE, BEYOND, ENGLISH, LATIN
from server.wordlists.learned.stretches import (
    mostly_english,
    mostly_latin,
    stretches,
    tokens_of,
    unlinked,
    words_beyond,
)
from server.wordlists.learned.sums import Learned
from server.wordlists.learned.totals import totals
from server.wordlists.learned.weighed import MOST_OF_NAMES
from server.wordlists.ruleset import Ruleset
from tests.wordlists.learned.test_sums import learned

ENTRIES = (
    *("অকর্মা 0.6", "লোভী -0.4", "okorma 0.3", "okor* 0.2", "useles 0.7", "লাল নীল 0.3", "okorma tara 0.4", "রফি* 0.3"),
    *("@party 0.7", "@faith 0.5", "@person 0.1", "@party @party 0.5", "@party অকর্মা 0.2", "&beasts 0.3", "সভা -0.7"),
    *("ও 0.3", "আর -0.2", "ও @party 0.4"),
    *("* 0.05", "*+ -0.05", "*a-z 0.2", "*en -0.3"),
)
NAMES = "[party]\n@parties\n[faith]\nইসলাম\n[person]\nরহমান\n"
WORDS = (
    *("অকর্মা", "লোভী", "okorma", "okorma!", "tara", "useless", "they", "are", "রফিকুল", "ইসলাম", "রহমান", "ইসলামকে", "সভা"),
    *(
        "লাল",
        "নীল",
        "লালের",
        "গরু",
        "grs.gov.bd",
        "https://okorma.example/tara",
        "okorma@lal.com",
        "!",
        "@",
        "বিষয়ঃ",
        "2024",
        "।",
        "ও",
        "আর",
    ),
)
TEXTS = st.lists(st.sampled_from((*WORDS, *"কখগঘঙচছজ")), max_size=40).map(" ".join)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    base = tmp_path_factory.mktemp("lists")
    return learned(base, *ENTRIES, names=NAMES, parties="লাল, নীল", beasts="গরু, শিয়াল")


def told(rules: Learned, normal: str) -> list[float]:
    """What each stretch adds up to in the only table, by its parts."""
    rows = {row.entry: row.weight for row in rules.tables[0].rows}
    sums = []
    for (start, end), (_, _, parts, *_) in zip(stretches(normal), totals(rules, normal), strict=True):
        where = unlinked(normal), start, end
        names = sum(part.weight for part in parts if part.is_name)
        unsaid = rows[BASE] + rows[BEYOND] * words_beyond(*where)
        unsaid += rows[LATIN] * mostly_latin(*where) + rows[ENGLISH] * mostly_english(*where)
        sums.append(min(names, MOST_OF_NAMES) + sum(part.weight for part in parts if not part.is_name) + unsaid)
    return sums


@given(text=TEXTS)
def test_what_is_packed_is_what_its_parts_add_up_to(rules: Ruleset, text: str) -> None:
    normal = normalise(text)
    assert [own for _, own, *_ in totals(rules.learned, normal)] == pytest.approx(told(rules.learned, normal), abs=1e-6)


@given(text=TEXTS, link=st.sampled_from(["grs.gov.bd", "https://nilkandi.gov.bd/notice", "tothyo@nilkandi.gov.bd"]))
def test_an_address_adds_and_takes_nothing(rules: Ruleset, text: str, link: str) -> None:
    text = normalise(text)
    sums = [own for _, own, *_ in totals(rules.learned, text)]
    assert next(own for _, own, *_ in totals(rules.learned, f"{text} {link}")) == sums[0]
    assert tokens_of(unlinked(f"{text} {link}")) == tokens_of(unlinked(text))


@pytest.mark.parametrize("link", [" grs.gov.bd", " https://nilkandi.gov.bd/notice", " ovijog@nilkandi.gov.bd"])
@pytest.mark.parametrize(
    "text", ["অকর্মার দল সব", "ওরা সবাই অকর্মা আর লোভী", "tara sobai okorma ar lovi", "they are useless and greedy all"]
)
def test_an_address_silences_no_finding(tmp_path: Path, text: str, link: str) -> None:
    entries = ("অকর্মা 1.1", "okorma 1.1", "useles 1.1", "*+ -0.2", "grs -1", "nilkandi -1", "gov -1", "notice -1")
    rules = learned(tmp_path, *entries, names="", parties="লাল")
    (match,) = rules.look(normalise(text))
    assert [again.spans for again in rules.look(normalise(text + link))] == [match.spans]


def test_a_shipped_finding_stays_beside_an_address(ruleset: Ruleset) -> None:
    text = "Apnar bhatija Kamal naki neshagrosto, oke jeno age rehab e pathan, tarpor kotha bolen"
    spans = [match.spans for match in ruleset.learned.look(normalise(text))]
    assert spans == [match.spans for match in ruleset.learned.look(normalise(f"{text} grs.gov.bd"))]


def test_names_together_are_no_finding(tmp_path: Path) -> None:
    entries = ("@party 0.8", "@leader 0.7", "@party @party 0.9", "@party @leader 0.9", "ও 0.1", "অকর্মা 0.2")
    rules = learned(tmp_path, *entries, names="[party]\n@parties\n[leader]\nহাসিনা\n", parties="লাল, নীল")
    for names in ("লাল ও নীল", "লাল নীল লাল নীল", "হাসিনা ও লাল", "লাল হাসিনা ও নীল"):
        assert not rules.look(normalise(names)), names
        assert rules.look(normalise(f"{names} অকর্মা")), names  # a word that is no name adds to them
    assert not rules.look(normalise("অকর্মা ও সবাই"))


NAMED = {
    "@party": ["বিএনপি", "জামায়াত", "এনসিপি", "আওয়ামী"],
    "@leader": ["বঙ্গবন্ধু", "জিয়াউর", "ফখরুল", "এরশাদ"],
    "@faith": ["হিন্দু", "মুসলমান", "বৌদ্ধ"],
    "@people": ["চাকমা", "সাঁওতাল", "বিহারি"],
    "@state": ["ভারত", "পাকিস্তান", "চীন"],
}
NEUTRAL = ["{0} ও {1}", "{0} এবং {1}", "{0} আর {1}", "{0} {1}", "{0}, {1}", "আজ {0} ও {1} নিয়ে সভা"]


@pytest.mark.parametrize("text", NEUTRAL)
def test_no_two_names_are_party_politics_or_contempt(ruleset: Ruleset, text: str) -> None:
    """Of whichever kinds, and for whichever other name of a kind."""
    for one, other in combinations_with_replacement(NAMED, 2):
        for first, second in product(NAMED[one], NAMED[other]):
            assert ruleset.learned.names.kind(normalise(first)) == one, first
            normal = normalise(text.format(first, second))
            found = {match.word_list.clause for match in ruleset.learned.look(normal)}
            assert not found & {"9.ga", "9.nga"}, (normal, found)
