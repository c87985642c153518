"""Clauses ৪ and ৬: a shop, an advertisement, a private sale, by the lists in wordlists/purpose/; ৫(ছ): likes that are bought.

Warnings of fraud, raids, auctions, subsidised goods and fairs speak of selling too, and are an office's work. Learned evidence
knows opinions and private matters as well: it tells of trade only where a word of trade stands. On an own account trade is nobody's
business, but ৫(ট)(আ) is where the writer's office is to help it: "I am of the customs, my shop's customers have no trouble".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.institution import Institution
from server.personal.around.pairs import pairs, spans_of
from server.posting import Posting
from server.severity import Severity
from server.wordlists.matching.cues import cues

OFFERED = Bilingual(
    "লেখাটি পণ্য বিক্রি বা ভাড়ার প্রস্তাব বলে মনে হচ্ছে; প্রতিষ্ঠানের উদ্দেশ্যের সঙ্গে মেলে না।",
    "This seems to offer goods or a let; it does not serve the institution's purpose.",
)
PRIVATE = Bilingual(
    "লেখাটি ব্যক্তিগত মত বা প্রসঙ্গ বলে মনে হচ্ছে; প্রতিষ্ঠানের উদ্দেশ্যের সঙ্গে মেলে না।",
    "This seems to be a private opinion or matter; it does not serve the institution's purpose.",
)
PUBLIC = ("fraud-warnings", "public-sales")  # groups of what speaks of selling and is an office's work
GOODS, OFFER, SELLING = "goods", "offer", "selling"
SHOP = "shop"  # where something is sold, and for how little: what an office names in a raid, and a writer whose cousin owns it
OFFICES_OWN = ("office", "post", "official", "public-trade", "superior", "benefit", "premises", "person", "accused")
WITHIN = 50  # code points between the goods and the offer
# of lists that are no trade of an office's: likes that are bought; a title that is to help the writer's own shop
OWN_CLAUSES = {"institution": "5.chha", "employee": "5.tta.aa"}


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post; of trade none for an office whose business is to sell."""
    listed = posting.listed_in("purpose")
    own = [match for match in listed if match.word_list.clause == OWN_CLAUSES[posting.kind]]
    if own:
        yield Finding.of_matches(own, posting.normal)  # nobody's business, whatever the office sells
        return
    if posting.kind != "institution" or (posting.institution and posting.institution.sells):
        return
    listed = [match for match in listed if match.word_list.clause not in OWN_CLAUSES.values()]
    found = Finding.first(listed, lambda: _offered(posting) or _learned(posting), (), posting.normal)
    if found and _is_public(posting, 0, len(posting.normal)):
        found = None
    found = found or _slipped_in(posting)
    if found:
        yield found


def _is_public(posting: Posting, start: int, end: int) -> bool:
    """Whether a warning of fraud, a raid, a fair or a public sale stands between two places."""
    return bool(cues(posting.normal[start:end], posting.ruleset, *PUBLIC))


def _slipped_in(posting: Posting) -> Finding | None:
    """A private offer in one sentence of a new post that tells of official work otherwise: আমাদের সহকারীর দোকান থেকে নিন."""
    if posting.draft.action != "post":
        return None
    offers = [
        match for sentence, match in posting.slipped_in("purpose", OFFER, SHOP) if not _is_public(posting, *sentence)
    ]
    return Finding.of_matches(offers, posting.normal) if offers else None


def _learned(posting: Posting) -> Finding | None:
    """The table was taught with posts: of an answer only the lists know. With no word of trade it is a private matter."""
    if posting.draft.is_answer:
        return None
    is_trade = posting.around.holds_any(OFFER, SELLING)
    found = posting.learned_in("purpose")
    if not found and is_trade and posting.draft.action == "post":
        found = posting.leaning_in("purpose")
    if not found:
        return None
    finding = Finding.of_matches(found, posting.normal)
    return finding if is_trade else replace(finding, check="purpose/opinions", message=PRIVATE)


def _offered(posting: Posting) -> Finding | None:
    """Goods and an offer in one sentence of a new post that speaks of nothing official."""
    around = posting.around
    if posting.draft.action != "post" or not around.holds(GOODS, OFFER):
        return None
    if around.holds_any(*OFFICES_OWN):
        return None
    for start, end in posting.sentences:
        for pair in pairs(around, start, end, GOODS, OFFER, WITHIN):
            return Finding("purpose/adverts", "6", Severity.ADVISE, OFFERED, "checks/purpose#offer", spans_of(pair))
    return None


CHECK = Check(
    id="purpose",
    clauses=("6", "5.chha", "5.tta.aa"),
    look=look,
    folder="purpose",
    gates=((GOODS, SHOP), (OFFER, SHOP)),
    flags=(
        Example("[[অর্ডার করতে]] পেজে লিখুন, সারাদেশে [[হোম ডেলিভারি]]"),
        Example("খাঁটি [[মধু]] লাগলে [[ইনবক্স করুন]]"),
        Example("ব্যবহৃত ফ্রিজ [[বিক্রি হবে]], [[দাম আলোচনা সাপেক্ষে]]"),
        Example("[[Order now]], free gift with every pair"),
        Example("[[ভুয়া আইডি দিয়ে]] পেজে [[লাইক]] বাড়ান"),
        Example("[[আমি থানার]] এসআই, [[আমার দোকান থেকে]] তেল নিলে রাস্তায় [[কেউ আটকাবে না]]", {"account": {"kind": "employee"}}),
    ),
    passes=(
        Example("ঈদের শাড়ি অর্ডার করতে ইনবক্স করুন", {"account": {"kind": "employee"}}),
        Example("আমি থানার এসআই, আজ আমার দোকান থেকে মিষ্টি কিনেছি", {"account": {"kind": "employee"}}),
        Example("অনলাইনে অর্ডার করতে গিয়ে প্রতারিত হলে ১৬১২১ নম্বরে জানান"),
        Example("পুরাতন আসবাব নিলামে বিক্রি হবে, দাম আলোচনা সাপেক্ষে নয়"),
        Example("ভাইয়া, হ্যাঁ, পারবেন।", {"action": "reply"}),
        Example("Jatka may not be caught till June. Shops selling it will be prosecuted."),
        Example("Balish Mishti, Rasmalai, Tangail Saree: see the list of geographical indication products."),
        Example("কাল থেকে টিসিবির পণ্য ট্রাকে বিক্রি হবে"),
        Example("ঈদ অফার: ৯% সুদে ঋণ", institution=Institution("bank", name_bn="ব্যাংক", sells=True)),
    ),
)
