"""Clauses ৫(ক), ৫(জ), ৫(ট)(আ): whose name the account bears, and the office's name and website in the post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import regex

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding, Insert
from server.institution import Institution
from server.posting import Posting, bare_address
from server.severity import Severity
from server.text.bounded import Bounded
from server.text.endings import noun_cuts
from server.text.hashtags import HASHTAG
from server.text.links import links
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.text.words import onward
from server.wordlists.facts.lengths import MANY_HASHTAGS
from server.wordlists.matching.cues import cues
from server.wordlists.ruleset import Ruleset

ACCOUNT = Bilingual(
    "অ্যাকাউন্টটির নাম (‘{match}’) ব্যক্তি বা পদবির, প্রতিষ্ঠানের নয়।",
    "The account “{match}” bears a person's or a post's name, not the institution's.",
)
TITLE = Bilingual("পদবির নামের অ্যাকাউন্টে ব্যক্তিগত মত প্রকাশ করা হচ্ছে।", "A private opinion is given under an official title.")
NAME = Bilingual("পোস্টে প্রতিষ্ঠানের নাম বা হ্যাশট্যাগ নেই।", "The post carries neither the institution's name nor its hashtag.")
WEBSITE = Bilingual("পোস্টে প্রতিষ্ঠানের ওয়েবসাইটের ঠিকানা নেই।", "The post carries no address of the institution's website.")
BOTH = Bilingual(
    "পোস্টে প্রতিষ্ঠানের নাম ও ওয়েবসাইটের ঠিকানা নেই।", "The post carries neither the institution's name nor its website."
)

NEW_POSTS = ("post",)  # no nagging on replies, comments, shares and edits
JOINTS = " ,-_—–।()#\n"  # signs that people set differently in one name
END_OF_HOST = regex.compile("[/?#:]")
SHORT = 8  # a name of fewer letters may be part of another word
MOST_NAMES = 256  # of accounts, remembered
FEWEST_WORDS = 3  # a writer who has only begun is not asked for a website yet
_BEGUN = re.compile(rf"(?:(?<!\S)[a-z\u0985-\u09b9]\S*+ ){{{FEWEST_WORDS}}}")


def look(posting: Posting) -> Iterator[Finding]:
    """What misses in an institution's new post; for an employee, an opinion told under a title."""
    if posting.kind == "employee":
        yield from _opinion(posting)
    elif posting.draft.action in NEW_POSTS:
        yield from _account(posting)
        if posting.institution:
            yield from _signature(posting, posting.institution)


def _account(posting: Posting) -> Iterator[Finding]:
    """Compared only where it is known that the institution posts: a wrong guess would nag on every post.

    The finding has no span and one fingerprint for each account: a writer who has seen it once may hide it for good.
    """
    account, office = posting.draft.account, posting.institution
    known = account.kind == "institution" or (office is not None and office.owns(account.handle))
    if not known or not account.name or (office and (office.person_may_post or office.owns(account.name))):
        return
    if not _bears_a_name(posting, normalise(account.name)):
        message = ACCOUNT.with_words(account.name)
        yield Finding("branding/account", "5.ka", Severity.WARN, message, "checks/branding#account", names_account=True)


def _bears_a_name(posting: Posting, name: str) -> bool:
    """Whether the account's name holds the office's; with no profile: a word of offices, or nothing of a person's."""
    if posting.institution:
        return _stands(name, posting.institution.names, _unjoined(name))  # "UNO Galachipa (উপজেলা প্রশাসন গলাচিপা)" does
    there = _words_of_a_name(name, posting.ruleset)
    return "office-words" in there or there.isdisjoint(("post-titles", "name-prefixes"))


def _words_of_a_name(name: str, ruleset: Ruleset) -> frozenset[str]:
    """What kinds of words an account's name holds; an office posts again and again under one name."""
    known = ruleset.once(_names)
    found = known.get(hash(name))
    if found is not None:
        return found
    return known.keep(hash(name), frozenset(cues(name, ruleset, "office-words", "post-titles", "name-prefixes")))


def _names(_: Ruleset) -> Bounded[int, frozenset[str]]:
    """What names hold by their hash, for which Python has a secret key: no name is kept."""
    return Bounded(MOST_NAMES)


def _opinion(posting: Posting) -> Iterator[Finding]:
    """An own account that bears a title alone, and a text that tells an opinion."""
    if "post-titles" not in _words_of_a_name(normalise(posting.draft.account.name), posting.ruleset):
        return
    opinions = cues(posting.normal, posting.ruleset, "own-opinions").get("own-opinions")
    if opinions:
        yield Finding(
            "branding/title", "5.tta.aa", Severity.ADVISE, TITLE, "checks/branding#title", tuple(opinions[:1])
        )


def _asked(posting: Posting) -> bool:
    """Whether this post should carry name and website at all: not one just begun, none in an emergency."""
    if posting.draft.moment == "typing" and not _has_begun(posting.normal):
        return False
    return bool(posting.normal.strip()) and not posting.tells_of_emergency()


def _has_begun(normal: str) -> bool:
    """Whether there are words enough; in most drafts they stand side by side."""
    return _BEGUN.search(normal) is not None or len(list(islice(onward(normal, 0), FEWEST_WORDS))) == FEWEST_WORDS


def _signature(posting: Posting, office: Institution) -> Iterator[Finding]:
    """One finding for what is missing, with all of it in one click."""
    missing, letters = [], _unjoined(posting.normal)
    if not _stands(posting.normal, (*office.names, *office.hashtags), letters):
        missing.append(("branding/name", NAME, _name_to_add(posting, office)))
    if office.websites and not _leads_to(posting.normal, office.websites):
        missing.append(("branding/website", WEBSITE, office.websites[0]))
    if missing and _asked(posting):
        # both missing are one cause, told under the check of which the profile asks more
        check, message, _ = max(missing, key=lambda item: office.severities.get(item[0], Severity.ADVISE))
        insert = _insert(posting, [text for _, _, text in missing])
        yield _missing(check, BOTH if len(missing) == 2 else message, insert)


@lru_cache(maxsize=256)
def _missing(check: str, message: Bilingual, insert: Insert | None) -> Finding:
    """The finding, made once for all drafts that lack the same."""
    source = f"checks/branding#{check.partition('/')[2]}"
    return Finding(check, "5.ja", Severity.ADVISE, message, source, insert=insert)


def _name_to_add(posting: Posting, office: Institution) -> str:
    """Its hashtag, or its name where one hashtag more would be too many; in the draft's letters, if the profile has it in them."""
    is_one_too_many = len(HASHTAG.findall(posting.normal)) + 1 >= MANY_HASHTAGS
    if is_one_too_many or not office.hashtags:
        return office.name_en if posting.is_latin and office.name_en else office.name_bn
    return next((tag for tag in office.hashtags if tag.isascii() == posting.is_latin), office.hashtags[0])


def _insert(posting: Posting, texts: list[str]) -> Insert | None:
    """All of these, or the first that the platform has room for; None where it has none."""
    return next((Insert(text) for text in ("\n".join(texts), *texts) if not posting.excess(text)), None)


def _stands(normal: str, texts: tuple[str, ...], letters: str) -> bool:
    """Whether one of these names stands in a normal form, whatever its joints. `letters`: the same without joints."""
    return any(text in letters and (len(text) >= SHORT or _is_word(text, normal)) for text in _letters(texts))


def _leads_to(normal: str, websites: tuple[str, ...]) -> bool:
    """Whether an address in a normal form leads to one of these sites, or to a part of it: no e-mail's does, nor a longer name's."""
    found = [bare_address(normal[start:end]) for start, end in links(normal)]
    sites = list(map(bare_address, websites)) if found else []
    return any(_is_of(address, site) for address in found for site in sites)


def _is_of(address: str, site: str) -> bool:
    if "/" in site:  # a part of another's site
        return address == site or address.startswith((f"{site}/", f"{site}?", f"{site}#"))
    host = END_OF_HOST.split(address, maxsplit=1)[0]
    return "@" not in host and (host == site or host.endswith(f".{site}"))


def _is_word(name: str, normal: str) -> bool:
    """Whether a short name is a word by itself, with an ending at most: পবির, not পবিত্র."""
    return any(
        not found[1] or name in (stem for stem, _ in noun_cuts(name + found[1]))
        for found in _short(name).finditer(normal)
    )


@lru_cache(maxsize=256)
def _short(name: str) -> regex.Pattern[str]:
    """A name without joints where it begins a word, and the rest of the word that ends it."""
    return regex.compile(
        rf"(?<![a-z{BANGLA}]){f'[{regex.escape(JOINTS)}]*+'.join(map(regex.escape, name))}([a-z{BANGLA}]*+)"
    )


@lru_cache(maxsize=256)
def _letters(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Names and addresses in the normal form, without the signs that people set differently."""
    return tuple(filter(None, (_unjoined(normalise(text)) for text in texts)))


def _unjoined(normal: str) -> str:
    for sign in JOINTS:
        normal = normal.replace(sign, "")
    return normal


_OFFICE = Institution(
    "demo",
    name_bn="উপজেলা প্রশাসন, নীলকান্দি",
    aliases=("নীলকান্দি উপজেলা প্রশাসন",),
    hashtags=("#নীলকান্দি_উপজেলা_প্রশাসন",),
    websites=("nilkandi.gov.bd",),
)
_EMPLOYEE = {"account": {"kind": "employee", "name": "UNO Nilkandi"}}
CHECK = Check(
    id="branding",
    clauses=("5.ka", "5.ja", "5.tta.aa"),
    look=look,
    kinds=("branding/account", "branding/title", "branding/name", "branding/website"),
    flags=(
        Example("আগামী শনিবার চাকরি মেলা", institution=_OFFICE),
        Example("নীলকান্দি উপজেলা প্রশাসনের আয়োজনে চাকরি মেলা", institution=_OFFICE),
        Example(
            "উপজেলা প্রশাসন নীলকান্দি nilkandi.gov.bd",
            {"account": {"kind": "institution", "name": "UNO Nilkandi"}},
            _OFFICE,
        ),
        Example("আগামীকাল সভা", {"account": {"kind": "institution", "name": "UNO Nilkandi"}}),
        Example("[[আমার মতে]] নতুন নিয়মটি ঠিক হয়নি", _EMPLOYEE),
    ),
    passes=(
        Example("নীলকান্দি উপজেলা প্রশাসনের আয়োজন #নীলকান্দি_উপজেলা_প্রশাসন nilkandi.gov.bd", institution=_OFFICE),
        Example("উপজেলা প্রশাসন, নীলকান্দি https://nilkandi.gov.bd/notice", institution=_OFFICE),
        Example("ধন্যবাদ, বিষয়টি দেখছি", {"action": "reply"}, _OFFICE),
        Example("৭ নম্বর বিপদ সংকেত: আশ্রয়কেন্দ্রে যান", institution=_OFFICE),
        Example("আগামী শনি", institution=_OFFICE),
        Example("আগামী শনিবার চাকরি মেলা"),
        Example("আগামীকাল সভা", {"account": {"kind": "institution", "name": "UNO Galachipa (উপজেলা প্রশাসন গলাচিপা)"}}),
        Example("আগামীকাল সভা", {"account": {"kind": "institution", "name": "Office of the Deputy Commissioner"}}),
        Example("আগামীকাল সভা", {"account": {"kind": "unknown", "name": "UNO Nilkandi"}}),
        Example("হাওরে বেড়াতে এলাম", _EMPLOYEE),
        Example("আমার মতে নতুন নিয়মটি ভালো", {"account": {"kind": "employee", "name": "Farhana Yeasmin"}}),
    ),
)
