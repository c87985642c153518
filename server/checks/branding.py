"""Clauses ৫(ক) and ৫(জ): the account bears the institution's name, the post its name or hashtag and its website."""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding, Insert
from server.institution import Institution
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.text.normalise import normalise

NAME = Bilingual(
    "একাউন্টের নাম «{match}» প্রতিষ্ঠানের নামে নয়।", "The account “{match}” does not bear the institution's name."
)
NO_NAME = Bilingual(
    "পোস্টে প্রতিষ্ঠানের নাম বা হ্যাশট্যাগ নেই।", "The post carries neither the institution's name nor its hashtag."
)
NO_WEBSITE = Bilingual(
    "পোস্টে প্রতিষ্ঠানের ওয়েবসাইটের ঠিকানা নেই।", "The post carries no address of the institution's website."
)

NEW_POSTS = ("post",)  # no nagging on replies, comments, shares and edits
URGENT = tuple(
    map(normalise, ("জরুরি সতর্কতা", "জরুরি বিজ্ঞপ্তি", "মহাবিপদ সংকেত", "বিপদ সংকেত", "emergency", "urgent alert"))
)


def look(posting: Posting) -> Iterator[Finding]:
    """What the profile's institution misses in this post; nothing where no profile is known or an employee posts."""
    office = posting.institution
    if office is None or posting.kind == "employee" or posting.draft.action not in NEW_POSTS:
        return
    yield from _account(posting, office)
    normal = posting.normal
    if not normal.strip() or any(sign in normal for sign in URGENT):
        return
    signature = office.hashtags[0] if office.hashtags else office.name_bn
    if not _stands(normal, (*office.names, *office.hashtags)):
        yield _missing(office, "branding/name", NO_NAME, signature)
    if office.websites and not _stands(normal, office.websites):
        yield _missing(office, "branding/website", NO_WEBSITE, office.websites[0])


def _account(posting: Posting, office: Institution) -> Iterator[Finding]:
    """Compared only where the account is said to be the institution's: a wrong guess here would nag on every post."""
    account = posting.draft.account
    if account.kind != "institution" or not account.name or office.person_may_post or office.is_own(account):
        return
    if not _stands(normalise(account.name), office.names):  # "UNO Galachipa (উপজেলা প্রশাসন গলাচিপা)" bears it
        yield Finding(
            check="branding/account",
            clause="5.ka",
            severity=Severity.WARN,
            message=NAME.with_words(account.name),
            source="checks/branding#account",
        )


def _stands(normal: str, texts: tuple[str, ...]) -> bool:
    letters = _letters(normal)
    return any(_letters(normalise(text)) in letters for text in texts if text)


def _letters(normal: str) -> str:
    """Without the signs that people set differently: commas, spaces, hyphens, underscores."""
    return "".join(letter for letter in normal if letter not in " ,-_—–।()#\n")


def _missing(office: Institution, check: str, message: Bilingual, text: str) -> Finding:
    return Finding(
        check=check,
        clause="5.ja",
        severity=office.severities.get(check, Severity.ADVISE),
        message=message,
        source=f"checks/branding#{check.partition('/')[2]}",
        insert=Insert(text),
    )


_OFFICE = Institution(
    "demo",
    name_bn="উপজেলা প্রশাসন, নীলকান্দি",
    hashtags=("#নীলকান্দি_উপজেলা_প্রশাসন",),
    websites=("nilkandi.gov.bd",),
)
CHECK = Check(
    id="branding",
    clauses=("5.ka", "5.ja"),
    look=look,
    flags=(
        Example("আগামী শনিবার চাকরি মেলা", institution=_OFFICE),
        Example(
            "উপজেলা প্রশাসন নীলকান্দি nilkandi.gov.bd",
            {"account": {"kind": "institution", "name": "UNO Nilkandi"}},
            _OFFICE,
        ),
    ),
    passes=(
        Example("নীলকান্দি উপজেলা প্রশাসনের আয়োজন #নীলকান্দি_উপজেলা_প্রশাসন nilkandi.gov.bd", institution=_OFFICE),
        Example("উপজেলা প্রশাসন, নীলকান্দি https://nilkandi.gov.bd/notice", institution=_OFFICE),
        Example("ধন্যবাদ, বিষয়টি দেখছি", {"action": "reply"}, _OFFICE),
        Example("আগামী শনিবার চাকরি মেলা"),
    ),
)
