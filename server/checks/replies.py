"""Clauses ৫(ঝ), ৭(গ) and ৭(ঘ): a reply that refuses, closes or puts off, or says nothing, says where to turn; none is rude.

The lists in wordlists/replies/ give the cue, and data/answers.yaml what says nothing; a grievance address, a tag or a
named office is the cure, and the address goes in with one click.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import regex

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding, Insert
from server.institution import Institution
from server.posting import Posting
from server.severity import Severity
from server.text.language import shares
from server.text.links import links
from server.text.normalise import normalise
from server.text.sentences import says_something
from server.text.shapes import BANGLA, TIMEOUT
from server.text.signed import signature
from server.text.words import words
from server.wordlists.facts.answers import NOTHING, answers_in
from server.wordlists.facts.said import Said, said_in
from server.wordlists.facts.stems import Stems, Wording
from server.wordlists.matching.cues import cues
from server.wordlists.reading.schema import PUT_OFF
from server.wordlists.ruleset import Match

GRIEVANCE = "grs.gov.bd"
LEADS = {"bn": "অভিযোগ জানাতে", "bn-Latn": "Obhijog janate", "en": "For complaints"}  # in the answer's language
INSULT = "9.nga"
RUDE = "7.gha"  # the clause of the lists of what no address beside it makes better
LONGEST = 200  # code points of an answer that only refuses, or says nothing
FEWEST_WORDS = 4  # of an answer told by its sound alone: yes, no and thanks are answers
LEAST_OF_FEWEST = 0.0  # the learned sum that an answer of just so many words has to come to
LEFT_AT_MOST = 3  # of so many words of an answer that says nothing one may say something
CLOSED = Bilingual(
    "উত্তরটি নাগরিককে ফিরিয়ে দিচ্ছে, কিন্তু এরপর কোথায় যেতে হবে, তা বলা নেই।",
    "The reply turns the citizen away and does not say where to go next.",
)
EMPTY = Bilingual("উত্তরে কোনো দপ্তর, সময় বা করণীয়ের কথা নেই।", "The reply names no office, time or step.")
ONWARD = Bilingual(
    "নাগরিক কোথায় যাবেন বা কবে জানতে পারবেন, তা লিখুন।", "Write where the citizen can turn, or when there will be an answer."
)
_NO = "|".join(map(normalise, ("না", "নেই", "নয়", "নাই", "নন", "নহে", "হয়নি")))
_REFUSED = Wording(
    regex.compile,
    lambda stems: "|".join(
        (
            # আপনার আবেদন মঞ্জুর করা গেল না
            rf"{stems.refused_matters}[^।.?!\n]{{0,50}}?{stems.refusable}[^।.?!,\n]{{0,12}}?(?<!\w)(?:{_NO})(?!\w)",
            # আমাদের section er vul না
            rf"{normalise('আমাদের')} [a-z]{{3,16}}(?: [a-z]{{2,16}})?[^।.?!\n]{{0,14}}?(?<!\w)(?:{_NO})(?!\w)",
            # your claim has been denied; those that others appeal against are no answer
            rf"{_of_matter(stems)}[a-z ]{{0,20}}? {stems.refusals_english}",
            # we are unable to accept it
            rf"(?:{_of_matter(stems)}|we|office)[a-z ]{{0,20}}? (?:not|cannot|can't|won't|don't|doesn't|unable to) (?:be )?{stems.refusable_english}",
            # amader ekhane korar kisu nai
            rf"(?<![a-z]){stems.refused_matters_banglish}[a-z ]{{0,40}}? {stems.refusable_banglish}[a-z ]{{0,8}}? (?:na|nai|nei|noy)(?![a-z])",
        )
    ),
)


def _of_matter(stems: Stems) -> str:
    return rf"(?!appeals against){stems.refused_matters_english}"


_OF = normalise("র")
# what follows takes back what was said: নামঞ্জুর হয়নি, ভিত্তিহীন নয়, করতে হবে না
_NOT = rf"(?:{'|'.join(map(normalise, ('না', 'নয়', 'নাই', 'হয়নি', 'হয়নাই', 'যায়নি')))}|na|nai|noy|hoyni)(?!\w)"
_TAKEN_BACK = regex.compile(rf" ?(?:(?:{normalise('করা|হয়|হবে|হচ্ছে')}|kora|hoy|hobe|hocche) ){{0,2}}{_NOT}")
_NEGATIVE = regex.compile(rf"(?<!\w)(?:{_NOT}|(?:{_NO})(?!\w))")
# nor is it a way on not to come: ইনবক্স করবেন না, do not apply again
_FORBIDDEN = regex.compile(
    rf" ?(?:(?:\w{{1,20}} )?\w{{0,20}}(?:{normalise('বেন|েন')}|ben|en) )?(?:{normalise('না')}|na)(?!\w)"
)
_BEFORE_FORBIDDEN = regex.compile(r"(?:not|n't|never) (?:\w{1,20} )?\Z")
_REACH = 30  # code points before a way on in which it may be forbidden
_LETTERS = regex.compile(rf"[a-z{BANGLA}]{{2}}")
_ENDING = regex.compile(
    rf"(?:{normalise('টি|টা|টির|টার|টিতে|টায়|গুলো|ে|ের|র|য়|তে|কে|কের|ই|ও|েই|েও|েরই|তেই|রই|ুন|েন|ো|ি|া|ার|বেন|বে|লে|লেই|িয়ে|ানো|বো|েনি')}"
    r"|e|er|r|te|ke|ta|ti|i|o|s|ed|un|en|be|ben|bo|le|uk|ate)?(?!\w)"
)


def look(posting: Posting) -> Iterator[Finding]:
    """One finding where an institution's answer leaves the citizen with nowhere to turn."""
    if posting.kind != "institution" or not posting.draft.is_answer:
        return
    rude = posting.listed_in("replies", RUDE)
    if rude:
        yield Finding.of_matches(rude, posting.normal)  # an address beside it makes it no better
        return
    found = _wordless(posting) or _empty(posting) or _dead_end(posting)
    if not found:
        return
    address = posting.institution.grievance if posting.institution else ""
    lead = next((LEADS[code] for code in shares(posting.normal) if code in LEADS), LEADS["bn"])
    cure = f"{lead}: {address or GRIEVANCE}"
    fits = not (posting.excess(cure) or _insults(posting))
    yield replace(found, insert=Insert(cure) if fits else None, replacements=())


def _insults(posting: Posting) -> bool:
    """Whether the citizen is insulted beside it: that must go, and no address below makes it better."""
    return bool(posting.listed_in("prohibited", INSULT))


def _dead_end(posting: Posting) -> Finding | None:
    """What turns the citizen away in an answer that does not say where to."""
    matches = posting.listed_in("replies")
    listed = [match for match in matches if not _is_taken_back(posting.normal, match)]
    if matches and not listed:
        return None
    if not _is_bare(posting):
        listed = [match for match in listed if match.word_list.says != PUT_OFF]  # a longer one, or a number, goes on
    found = Finding.first(listed[:1], lambda: _refused(posting), _learned(posting), posting.normal)
    return None if found and _says_where(posting, _unsigned(posting.normal)) else found


def _unsigned(normal: str) -> str:
    """What the answer says; the office that signs it is no way on."""
    signed = signature(normal)
    return normal[: signed[0]] if signed else normal


def _learned(posting: Posting) -> list[Match]:
    """What sounds like a refusal; nothing in a short answer that gives what was asked for, or is kind."""
    normal = posting.normal
    settled = posting.ruleset.data(said_in).settles.finditer(normal) if _is_bare(posting) else ()
    if any(not _FORBIDDEN.match(normal, found.end()) for found in settled):
        return []
    return posting.learned_in("replies") or _bare(posting) or posting.leaning_in("replies")


def _is_taken_back(normal: str, match: Match) -> bool:
    """Whether a match that is no negation itself is negated by what follows it: নামঞ্জুর হয়নি."""
    start, end = match.spans[0][0], match.spans[-1][1]
    return bool(_TAKEN_BACK.match(normal, end)) and not _NEGATIVE.search(normal, start, end)


def _bare(posting: Posting) -> list[Match]:
    """What sounds like a refusal in a short answer without a number."""
    normal, ruleset = posting.normal, posting.ruleset
    said = len(words(normal))
    if not _is_bare(posting) or said < FEWEST_WORDS:
        return []
    if not ruleset.data(answers_in).covered(normal)[1]:
        return []
    return posting.bare_in("replies", LEAST_OF_FEWEST if said == FEWEST_WORDS else -math.inf)


def _is_bare(posting: Posting) -> bool:
    """Whether an answer is short and holds no number: neither a day, nor a room, nor a fee."""
    return len(posting.normal) <= LONGEST and not any(map(str.isdigit, posting.normal))


def _refused(posting: Posting) -> Finding | None:
    """A no to the citizen's matter in an answer that helps with nothing: আপনার আবেদন ... হলো না."""
    if len(posting.normal) > LONGEST or posting.ruleset.data(said_in).helps.search(posting.normal):
        return None
    found = _REFUSED.of(posting.around.stems).search(posting.normal, timeout=TIMEOUT)
    if not found:
        return None
    return Finding("replies/closed", "5.jha", Severity.ADVISE, CLOSED, "checks/replies#refused", (found.span(),))


def _wordless(posting: Posting) -> Finding | None:
    """An answer without a word: 👍."""
    normal = posting.normal.strip()
    if not normal or says_something(normal) or posting.draft.attachments or posting.draft.mentions:
        return None
    return Finding("replies/empty", "7.ga", Severity.ADVISE, EMPTY, "checks/replies#wordless", instead=ONWARD)


def _empty(posting: Posting) -> Finding | None:
    """An answer nearly all of which says nothing and is polite: Noted, thank you."""
    if not _is_bare(posting):
        return None
    covered, left = posting.ruleset.data(answers_in).covered(posting.normal)
    said = [part.words for part in covered if part.kind == NOTHING]
    if any(_TAKEN_BACK.match(posting.normal, part[-1].end) for part in said):
        return None  # অপেক্ষা করতে হবে না tells something
    of_all = len(left) + sum(len(part.words) for part in covered)
    rest = " ".join(word.text for word in left)
    if not said or LEFT_AT_MOST * len(left) > of_all or _says_where(posting, rest):
        return None
    if posting.ruleset.data(said_in).helps.search(rest):
        return None
    span = said[0][0].start, said[0][-1].end
    return Finding("replies/empty", "7.ga", Severity.ADVISE, EMPTY, "checks/replies#empty", (span,), instead=ONWARD)


def _says_where(posting: Posting, said: str) -> bool:
    """Whether `said`, a normal form or the words of it that count, gives an address or a time, tags somebody or names an office."""
    normal = posting.normal
    own = normalise(posting.institution.grievance) if posting.institution else ""
    if posting.draft.mentions or "@" in normal or links(normal) or (own and own in normal):
        return True
    if _has_way_on(posting.ruleset.data(said_in), said):
        return True
    if not posting.around.cues.public["numbers"].isdisjoint(regex.findall("[0-9]+", said)):
        return True  # a hotline: 16121 e janan
    named = cues(said, posting.ruleset, "named-offices").get("named-offices", ())
    if any(map(str.isdigit, said)):
        return bool(named)
    return any(not _is_owner(said, start, end) for start, end in named)


def _has_way_on(known: Said, said: str) -> bool:
    """Whether a way on stands there as a word, not inside one (রুমালে, mushroom), and nobody is asked not to go it."""
    return any(_is_way_on(said, *found.span()) for found in known.ways_on.finditer(said, overlapped=True))


def _is_way_on(said: str, start: int, end: int) -> bool:
    ending = _ENDING.match(said, end)
    if not ending or _LETTERS.match(said, max(0, start - 1), start + 1):
        return False
    before = max(0, start - _REACH)
    return not (_FORBIDDEN.match(said, ending.end()) or _BEFORE_FORBIDDEN.search(said, before, start))


def _is_owner(said: str, start: int, end: int) -> bool:
    """What is an office's is no way to it: ব্যাংকের দোষ, bank er sunam; to say whose matter it is, is: বিষয়টি পৌরসভার।"""
    return (said[start:end].endswith(_OF) and said[end : end + 1] == " ") or said.startswith(" er ", end)


_REPLY = {"action": "reply"}
CHECK = Check(
    id="replies",
    clauses=("5.jha", "7.ga", "7.gha"),
    kinds=("replies/empty",),
    look=look,
    flags=(
        Example("এ ব্যাপারে আমাদের [[কিছু করার নেই]]", _REPLY),
        Example("বিষয়টি আমাদের [[এখতিয়ারভুক্ত নয়]]", _REPLY),
        Example("Sorry, this is [[not our responsibility]].", {"action": "comment"}),
        Example("[[Noted]]. Thank you, sir.", _REPLY),
        Example("👍", _REPLY),
        Example("[[ইউনিয়ন অফিসে যান]]", _REPLY),
        Example("[[Server]] is [[down]] again, brother", _REPLY),
        Example("[[ভুলটা আপনার]], ফরমে বয়স লেখেননি", _REPLY),
        Example("বিষয়টি [[যথাযথ কর্তৃপক্ষের সাথে]] আলাপ করুন।", _REPLY),
    ),
    passes=(
        Example("এ ব্যাপারে আমাদের কিছু করার নেই। অভিযোগ জানাতে: grs.gov.bd", _REPLY),
        Example("বিষয়টি আমাদের এখতিয়ারভুক্ত নয়, উপজেলা ভূমি অফিসে যোগাযোগ করুন", _REPLY),
        Example("আমাদের এখতিয়ারভুক্ত নয়", {**_REPLY, "mentions": [{"text": "ভূমি অফিস", "kind": "page"}]}),
        Example("এ ব্যাপারে আমাদের কিছু করার নেই"),
        Example("Noted, passed to the Executive Engineer today", _REPLY),
        Example("অপেক্ষা করুন, রবিবার জানাব", _REPLY),
        Example("ইউনিয়ন পরিষদে যান, সচিব ফরম দেবেন", _REPLY),
        Example("সার্ভার ঠিক হয়েছে, আবেদন করতে পারবেন", _REPLY),
        Example("দোষটা আপনার নয়, আমরাই ভুল করেছি", _REPLY),
        Example("ধন্যবাদ, ভালো থাকবেন", _REPLY),
        Example("এ ব্যাপারে আমাদের কিছু করার নেই", {**_REPLY, "account": {"kind": "employee"}}),
        Example("ধন্যবাদ, আগামী রবিবার মেরামত করা হবে", _REPLY),
        Example("অভিযোগ প্রমাণিত না হওয়ায় তাঁকে অব্যাহতি দেওয়া হয়েছে", _REPLY),
        Example("জবাব এখন জানা নেই, জেনে সোমবার লিখব", _REPLY),
        Example("Appeals against rejected nominations are heard in room 3", _REPLY),
        Example("procharer kaje sorkari gari byabohar kora jabe na", _REPLY),
        Example(
            "করা সম্ভব নয়; bank.bd/complaint এ লিখুন",
            _REPLY,
            Institution("demo", name_bn="ব্যাংক", grievance="bank.bd/complaint"),
        ),
    ),
)
