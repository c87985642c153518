"""Clause ৭(ঘ): an office that threatens, mocks or runs down those who ask, complain, report or protest, by learned evidence.

An office may correct a report, set rules for comments and bring a false complaint to court: said soberly, that is not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.posting import Posting
from server.severity import Severity
from server.wordlists.ruleset import Match

TABLE = "critics"
SHORT = 250  # code points of a draft that is judged as a whole; of a longer one each sentence is


def look(posting: Posting) -> Iterator[Finding]:
    """One finding over the sentences of an institution that are aimed at critics; a warning only where a short draft leaves no doubt."""
    if posting.kind != "institution":
        return
    found = [told for match in posting.learned_in("critics") if (told := _judged(posting, match))]
    if found:
        yield Finding.of_matches(found, posting.normal)


def _judged(posting: Posting, match: Match) -> Match | None:
    """The match over its sentences; none where no sentence of a longer draft says it by itself."""
    is_short = len(posting.normal) < SHORT
    plain = posting.plain_sentences(match)
    if not (plain or is_short):
        return None
    severity = match.severity if is_short and posting.is_sure(TABLE) else Severity.ADVISE
    return match._replace(spans=tuple(plain or posting.sentences_of(match)), severity=severity)


CHECK = Check(
    id="critics",
    clauses=("7.gha",),
    look=look,
    kinds=("critics/attacked",),
    folder="critics",
    flags=(
        Example("[[আমাদের বিরুদ্ধে যে সাংবাদিক লিখেছেন, তাঁকে চিনে রাখলাম; পরেরবার অফিসে ঢুকলে বুঝবেন।]]"),
        Example("[[আমাদের নামে জিআরএসে অভিযোগ দিয়েছেন যিনি, তাঁর ফাইলটা এখন সবার নিচে।]]"),
        Example("[[Oi reporter er bari kothay amra jani, abar likhle bujhbe.]]"),
        Example("[[Those who filmed our counter should remember that their licences come up for renewal.]]"),
    ),
    passes=(
        Example("খবরটি পড়েছি; যেখানে ভুল ছিল, সেখানে তথ্যসহ প্রতিবাদলিপি পাঠিয়েছি।"),
        Example("যাঁরা পেজে এক তারকা দিয়েছেন, তাঁদের কাছে কারণটি জানতে চাই, যেন সেবা ঠিক করা যায়।"),
        Example("সাংবাদিক পরিচয়ে চাঁদা চাওয়ায় একজনকে আটক করেছে পুলিশ।"),
        Example("জিআরএসে যে অভিযোগ এসেছে, তার উত্তর ৩০ দিনের মধ্যে দেওয়া হবে।"),
        Example("Filming inside the courtroom is not allowed; the gallery is open to reporters."),
        Example("Oi reporter er bari kothay amra jani, abar likhle bujhbe.", {"account": {"kind": "employee"}}),
    ),
)
