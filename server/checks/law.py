"""Clause ৮: what the law keeps secret, a case that a court has not decided, what the law forbids to ask for; a way into a system.

Only the writer's own giving away or judging is found: reports of leaks and of courts are an office's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import PASSWORD
from server.posting import Posting, table_of
from server.severity import Severity
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT
from server.wordlists.facts.stems import Wording
from server.wordlists.learned.sums import LEARNED
from server.wordlists.matching.overlap import Taken
from server.wordlists.ruleset import Match

LONG = 400  # code points of a draft in which something or other sounds like a breach
APART, BELOW = 40, 24  # code points between the user's name and the password, and on the line below before it
_SIGN = rf"(?:[:=–-]|(?<=[{BANGLA}])ঃ)"
_ENDING = rf"(?:{normalise('টি|টা|এর|ের')}|er)?"
_IS = rf"{_ENDING}[^\S\n]?(?:{_SIGN}|{normalise('হলো|হচ্ছে')}|holo|is)?[^\S\n]?"
# these alone name no account without a sign: user manual, পরিচয়পত্রের আইডি
_ACCOUNT = rf"(?:user|id|{normalise('ইউজার|আইডি|ব্যবহারকারী(?:র নাম)?')})[^\S\n]?{_SIGN}[^\S\n]?"
_NAMED = rf"(?:user ?-?(?:name|id)|log-?in(?: id)?|{normalise('ইউজার ?-?নেম|ইউজার ?-?আইডি|লগ-?ইন(?: আইডি)?')}){_IS}"
_USER = rf"(?<![a-z{BANGLA}])(?:{_NAMED}|{_ACCOUNT})([a-z0-9][\w.@-]{{2,30}}+)"
_VALUE = r"((?=[^\s]{0,30}[0-9])(?=[^\s]{0,30}[a-z])[!-~]{6,31}(?<![.,;]))"
_WITH_PASSWORD = rf"(?:pass ?word|pwd|{normalise('পাসওয়ার্ড')}){_IS}{_VALUE}"
# told as the new one: password changed to, পাসওয়ার্ড বদলে ... করা হয়েছে
_NEW = (
    rf"{_ENDING} (?:(?:has been |was |is |will be )?(?:changed to|reset to|set to|set as|now)"
    rf"|{normalise('বদলে|বদলিয়ে|পাল্টে|পরিবর্তন করে|পরিবর্তন হয়ে|রিসেট করে|এখন থেকে|এখন')}"
    r"|bodle|bodliye|palte|change kore|change hoye|reset kore|ekhon theke|ekhon|akhon)(?: [:=–-])? "
)
# with no user's name beside it: only what is made as a password is, and is no address
_MADE = r"(?=[^\s]{0,30}[!#$%&*@^])(?![^\s@]{1,30}@[^\s@]{1,30}\.[a-z])"
_ALONE = rf"(?:pass ?word|pwd|{normalise('পাসওয়ার্ড')})(?:{_IS}|{_NEW}){_MADE}{_VALUE}"
# beside each other, or one below the other
_BETWEEN = rf"(?:[^\n]{{1,{APART}}}?|[^\n]{{0,{APART}}}?\n{{1,2}}[^\n]{{0,{BELOW}}}?)"
LOGIN = regex.compile(
    rf"{_USER}{_BETWEEN}{_WITH_PASSWORD}|(?<![a-z]){_WITH_PASSWORD}{_BETWEEN}{_USER}"
    rf"|(?<![a-z])log-?in[^\S\n]?[:=][^\S\n]?([a-z0-9][\w.-]{{2,30}}+) ?/ ?(?=[^\s]{{0,30}}[!#$%&*@^]){_VALUE}"
    rf"|(?<![a-z]){_ALONE}"
)
# what everybody may know: a reading room's network, a trial account
FOR_ALL = Wording(regex.compile, lambda stems: str(stems.open_to_all))
# the same, or an example that nobody should take
OPEN = Wording(regex.compile, lambda stems: f"{stems.open_to_all}|{stems.only_examples}")
PASSWORD_ONLY = Bilingual("এতে কোনো সিস্টেমের পাসওয়ার্ড প্রকাশ পাচ্ছে।", "This gives away a password.")
MESSAGE = Bilingual("এতে কোনো সিস্টেমের ইউজার আইডি ও পাসওয়ার্ড প্রকাশ পাচ্ছে।", "This gives away a user name and password.")
CHANGE_ONLY = Bilingual("পাসওয়ার্ডটি মুছে ফেলুন ও বদলে নিন।", "Take the password out, and change it.")
CHANGE = Bilingual("ইউজার আইডি ও পাসওয়ার্ড মুছে ফেলুন এবং পাসওয়ার্ডটি বদলে নিন।", "Take both out, and change the password.")


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for each list that matched, one for each way into a system."""
    matches = sorted(_told(posting), key=lambda match: match.word_list.id)
    findings = [
        Finding.of_matches(list(found), posting.normal)
        for _, found in groupby(matches, key=lambda match: match.word_list.id)
    ]
    taken = Taken()
    for finding in sorted(findings, key=lambda finding: -finding.severity):
        if finding.severity <= Severity.ADVISE and taken.touches_any(finding.spans):
            continue  # the remark is told already, as the worse
        taken.take(finding.spans)
        yield finding
    if posting.around.may_hold(PASSWORD):
        yield from _logins(posting)


def _told(posting: Posting) -> Iterator[Match]:
    """What lists tell, and learned evidence: only as advice where it is not sure or the draft is long, and nothing where both are so.

    On an employee's own account only what is sure: friends tell of everything in that tone.
    """
    is_long = len(posting.normal) >= LONG
    for match in posting.matches_of("law"):
        if match.how != LEARNED:
            yield match
            continue
        is_sure = match.of_sentence or posting.is_sure(table_of(match))
        if is_sure and not is_long:
            yield match
        elif posting.kind == "institution" and (is_sure or not is_long):
            yield match._replace(severity=Severity.ADVISE)


def _logins(posting: Posting) -> Iterator[Finding]:
    line = posting.around.line
    are_open: dict[tuple[int, int], bool] = {}  # hundreds may stand in one line
    for found in LOGIN.finditer(posting.normal, timeout=TIMEOUT):
        lines = line(found.start())[0], line(found.end())[1]
        if lines not in are_open:
            are_open[lines] = _are_open(posting, *lines)
        if not are_open[lines]:
            spans = tuple(sorted(found.span(number) for number in range(1, 8) if found[number]))
            message, instead = (MESSAGE, CHANGE) if len(spans) > 1 else (PASSWORD_ONLY, CHANGE_ONLY)
            yield Finding("law/logins", "8", Severity.WARN, message, "checks/law#logins", spans, instead=instead)


def _are_open(posting: Posting, start: int, end: int) -> bool:
    """Whether these lines say that all may know what they hold, or the line above, which is then their heading."""
    above = posting.around.line(max(0, start - 1))[0]
    return bool(
        OPEN.of(posting.around.stems).search(posting.normal, start, end, timeout=TIMEOUT)
        or FOR_ALL.of(posting.around.stems).search(posting.normal, above, start, timeout=TIMEOUT)
    )


CHECK = Check(
    id="law",
    clauses=("8",),
    look=look,
    kinds=("law/logins", "law/unlawful"),
    folder="law",
    gates=((PASSWORD,),),
    flags=(
        Example("[[গোপনীয়]] [[নথিটি]] সবার জানা উচিত, তাই এখানে [[দিলাম]]।"),
        Example("কালকের [[নিয়োগ পরীক্ষার প্রশ্ন]] [[তুলে দিলাম]]।"),
        Example("[[মামলাটি এখনো বিচারাধীন]], তবে অভিযোগের [[কোনো ভিত্তি নেই]]।"),
        Example("[[মামলাটি]] আদালতে আছে, তবে গয়না [[সে-ই নিয়েছে]]।"),
        Example("পোর্টালের ইউজার আইডি: [[zilaoffice]], পাসওয়ার্ড: [[Zila#4455]]"),
        Example("Server login: [[operator]] / [[Sagor@7788]]"),
        Example("ইউজার: [[zilaoffice]]\nপাসওয়ার্ড: [[Zila#4455]]"),
        Example("The portal password is [[Zila#4455]]"),
        Example("ই-নথির পাসওয়ার্ড: [[Sagor@7788]]"),
        Example("পরিদর্শনের আগে [[হাজিরা]] [[খাতায়]] সবার স্বাক্ষর [[বসিয়ে]] দিন, কেউ [[টের]] পাবে না।"),
    ),
    passes=(
        Example("হাজিরা খাতায় সই দিতে ভুলবেন না; পরিদর্শক যেকোনো দিন আসতে পারেন।"),
        Example("সনদের জন্য সহকারীকে টাকা দিতে হয় না; রসিদসহ ফি ব্যাংকে জমা দিন।"),
        Example("প্রশ্নপত্র ফাঁস চক্রের তিন সদস্যকে আটক করা হয়েছে।"),
        Example("গোপনীয় নথি প্রকাশ করা শাস্তিযোগ্য অপরাধ।"),
        Example("বিগত সালের প্রশ্নপত্র ওয়েবসাইটে দিলাম।"),
        Example("বিষয়টি বিচারাধীন হওয়ায় মন্তব্য করা যাচ্ছে না।"),
        Example("আদালত আসামিকে দোষী সাব্যস্ত করে সাজা দিয়েছেন।"),
        Example("তথ্য অধিকার আইনে আবেদন করে যে প্রতিবেদন পেয়েছি তা শেয়ার করলাম।"),
        Example("ইউজার আইডি ও পাসওয়ার্ড কাউকে দেবেন না।"),
        Example("Forgot your password? Write to it2@zila.gov.bd"),
        Example("Lost password: it2@zila.gov.bd"),
        Example("A good password is like Boi#4455, not 123456"),
        Example("Username: your roll number, password: the year of your birth"),
        Example("পাঠাগারের ওয়াই-ফাই: ইউজারনেম reader, পাসওয়ার্ড boi2026"),
        Example("Zoom meeting ID 873 4455 1122, password 445566"),
        Example("পাঠাগারের ওয়াই-ফাই। ইউজার: reader\nপাসওয়ার্ড: boi2026"),
    ),
)
