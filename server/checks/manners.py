"""Clause ৭(ঘ): an office that scolds, mocks or threatens citizens, in a post or an answer, by learned evidence.

What lists know of rude answers is checks/replies.py's, and contempt without an office's voice prohibited content.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting
from server.severity import Severity
from server.wordlists.ruleset import Match

CLAUSE = "7.gha"
TABLE, WITNESS = "manners", "replies"
SHORT = 250  # code points of a draft that is judged as a whole; of a longer one each sentence is


def look(posting: Posting) -> Iterator[Finding]:
    """One finding over the sentences of an institution's own words that are rude; a warning only where a short draft leaves no doubt."""
    if posting.kind != "institution" or (posting.draft.is_answer and posting.listed_in("replies", CLAUSE)):
        return  # what lists tell of an answer is told as theirs
    is_short = len(posting.normal) < SHORT
    matches = posting.learned_in("manners") or (posting.leaning_in("manners") if is_short else [])
    # words of scorn stand in many a notice (ear, mask, dead end): in a short one citizens have to be turned away too
    if not matches or (is_short and not posting.bears_out(WITNESS)):
        return
    found = [told for match in matches if (told := _judged(posting, match, is_short))]
    if found:
        yield Finding.of_matches(found, posting.normal)


def _judged(posting: Posting, match: Match, is_short: bool) -> Match | None:
    """The match over its sentences, which are rude as a whole; none where no sentence of a longer draft is so by itself."""
    plain = posting.plain_sentences(match)
    if not (plain or is_short):
        return None
    is_sure = is_short and any(posting.is_sure(TABLE, place) for place in plain)
    severity = match.severity if is_sure else Severity.ADVISE
    return match._replace(spans=tuple(plain or posting.sentences_of(match)), severity=severity)


CHECK = Check(
    id="manners",
    clauses=(CLAUSE,),
    look=look,
    kinds=("manners/rude",),
    folder="manners",
    flags=(
        Example("[[নোটিশ পড়তে না জানলে অফিসে আসেন কেন, আমরা কি আপনাদের চাকর?]]"),
        Example("লাইসেন্স নবায়ন চলছে। [[এত কান্নাকাটি না করে আগে লেখাপড়া শিখুন, তারপর আবেদন করুন।]]"),
        Example("[[লাইনে দাঁড়াতে কষ্ট হলে বাসায় গিয়ে ঘুমান, অফিসটা আপনাদের শ্বশুরবাড়ি না।]]", {"action": "reply"}),
        Example("[[Office ta apnader shoshur bari na, line e darate na parle basay jan.]]"),
    ),
    passes=(
        Example("আবেদনের আগে নোটিশটি পড়ুন; বুঝতে অসুবিধা হলে তথ্যকেন্দ্রে আসুন।"),
        Example("একই প্রশ্ন অনেকে করছেন, তাই উত্তরটি এখানে দেওয়া হলো।"),
        Example("লাইনে দাঁড়াতে কষ্ট হলে বলুন, প্রবীণদের জন্য আলাদা আসন আছে।"),
        Example("নোটিশ পড়তে না জানলে অফিসে আসেন কেন, আমরা কি আপনাদের চাকর?", {"account": {"kind": "employee"}}),
        Example("ট্রেনের ছাদে উঠবেন না; ছাদে যাত্রী থাকলে ট্রেন ছাড়তে দেরি হয়।"),
        Example("Please do not stop on the bridge; one careless minute may cost a life."),
        Example("Faka akkhore likhe fela abedon bujhte koshto hoy, porishkar kore likhle taratari kaj hobe."),
    ),
)
