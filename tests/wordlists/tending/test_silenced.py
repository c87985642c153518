"""Terms that can never be found, since they stand in what forgives them too: what `wordlists lint` tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.tending.silenced import TRIED_TOGETHER, flagged_cures, silenced
from tests.wordlists.lists import rows, ruleset

HEAD = "context: [যাবে না, adalot]\nexcept: [চাল চোর]\n"


def told(base: Path, terms: str, **groups: str) -> list[tuple[str, bool]]:
    """(what it says in English, whether it is a fault), of each term that is silenced."""
    found = silenced(ruleset(base, rows(terms), head=HEAD, **groups))
    return [(fault.said.en.partition(";")[0], fault.fatal) for fault in found]


@pytest.mark.parametrize(
    "terms, field",
    [
        ("- যাবে না\n", "context"),
        ("- লবণ পাওয়া যাবে না\n", ""),  # more than what forgives
        ("- adalote\n", "context"),
        ("- আদালত\n", ""),  # the context is spelled in Latin letters alone
        ("- adalote jabo na\n", ""),
        ("- চাল চোর\n", "except"),
        ("- চাল চোরের দল\n", ""),  # more than what is let go
        ("- {term: গাধা, context: [গরু]}\n- {term: গরু, context: [ঘোড়া]}\n", ""),  # another row's
        ("- {term: গরু, weight: 0.5, context: [গরু]}\n", "context"),
        ("- {near: [first, second], within: 3, context: [গাধা]}\n", ""),
    ],
)
def test_a_term_is_told_that_forgives_itself(tmp_path: Path, terms: str, field: str) -> None:
    found = told(tmp_path, terms, first="গাধা", second="বলদ")
    assert len(found) == bool(field)
    assert all(f"it is in {field} too" in said and fatal for said, fatal in found)


@pytest.mark.parametrize(
    "terms, is_told",
    [
        ("- {term: গাধা, context: [ভাই, কর্মী], replace: [কর্মী]}\n", True),
        ("- {term: গাধা, replace: [adalot porishod]}\n", True),  # the head's
        ("- {term: গাধা, context: [কর্মী বলুন], replace: [কর্মী]}\n", False),
        ("- {term: গাধা, except: [কর্মী], replace: [কর্মী]}\n", False),
    ],
)
def test_a_cure_that_would_forgive_all_else_is_told(tmp_path: Path, terms: str, is_told: bool) -> None:
    found = told(tmp_path, terms)
    assert [fatal for _, fatal in found] == [True] * is_told
    assert all("nothing else of its sentence is found" in said for said, _ in found)


def test_terms_are_tried_together_and_forgive_each_other_nothing(tmp_path: Path) -> None:
    many = "".join(f"- শব্দ{number}\n" for number in range(TRIED_TOGETHER))
    [(said, _)] = told(tmp_path, f"{many}- যাবে না\n- সবাই আসবে\n")
    assert said.startswith("'যাবে না' is never found")


@pytest.mark.parametrize(
    ("terms", "by"),
    [
        ("- {term: বলদ, replace: [গাধা]}\n- গাধা\n", "'গাধা'"),
        ("- {term: গাধা, replace: [গাধার বাচ্চা]}\n", "'গাধা'"),
        ("- {term: বলদ, replace: [বোকা, কর্মী]}\n- গাধা\n", ""),
        ("- {term: বলদ, replace: [গাধা]}\n- {term: গাধা, severity: advise}\n", ""),
        ("- {term: বলদ, replace: [গাধা]}\n- {term: গাধা, weight: 0.5}\n", ""),
    ],
)
def test_a_cure_that_is_found_itself_is_a_hint(tmp_path: Path, terms: str, by: str) -> None:
    found = list(flagged_cures(ruleset(tmp_path, rows(terms))))
    assert len(found) == bool(by)
    assert all(f"is found, by {by}" in hint.said.en and not hint.fatal for hint in found)
