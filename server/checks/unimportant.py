"""Clause ৬(ঘ): posts that say nothing an office would say: good morning, quotations, forwards.

The lists in wordlists/unimportant/ only give the cue. It counts where the post holds nothing else: no number, no
link, no word of an office's work. A quotation is also known by its shape: a saying, a dash, a name. What the table of
learned evidence finds only has to lead on to nothing: an office's words count in its sum already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import LAUGH, LAUGHS, QUOTE_OR_DASH
from server.personal.around.names import RECOGNISABLE
from server.personal.around.pairs import pairs, spans_of
from server.posting import Posting
from server.severity import Severity
from server.text.days import is_day
from server.text.normalise import normalise
from server.text.shapes import TIMEOUT
from server.text.signed import name_at_end, signature
from server.text.spans import lines
from server.text.words import words
from server.wordlists.facts.stems import Wording
from server.wordlists.learned.sums import LEARNED
from server.wordlists.matching.cues import cues
from server.wordlists.matching.overlap import Cover
from server.wordlists.reading.schema import CHAIN
from server.wordlists.ruleset import Match

NEW_POSTS = ("post", "share", "edit")  # good morning in a reply is courtesy
MOST_WORDS = 45  # a longer post has something to say
# "send to ten people" is no information
NUMBER = regex.compile(normalise(r"\d++(?!\s?(?:জনকে|জন কে|jon ?ke|people|friends))"))
# two who speak in turn, and a laugh
JOKE = Wording(
    regex.compile,
    lambda stems: rf"(?<!\w){stems.joke_speakers} ?:[^:\n]{{2,120}}(?<!\w){stems.joke_speakers} ?:",
)
DASHES = re.compile("[-–—―~]")
LONGEST, TAIL = 600, 80  # code points of a quotation with its name, and of its end in which the name stands
SIGNED = name_at_end(48)
QUOTES = tuple("\"“‘'")
QUOTED = regex.compile(r"""^\s*["“‘'][^"“”\n]{8,240}[।.!?…]["”’']\s*$""")  # a slogan has no end
NAME_WORDS = 5  # a name has no more
_DOCTOR = normalise("ডা.")  # whose advice is no saying
# behind a dash, where something else stands: no name
_POINTER = Wording(re.compile, lambda stems: rf"(?<![a-z]){stems.pointers.latin}(?![a-z])|{stems.pointers.bangla}")

TOPIC, MOOD = "chat", "mood"
# what these find is no mere small talk
SAYING = frozenset({"prohibited", LEARNED, "law", "personal", "flattery", "purpose", "figures"})
OFFICIAL = (
    "office",
    "post",
    "volunteer",
    "official",
    "public-trade",
    "superior",
    "benefit",
    "premises",
    "accused",
    "crime",
    "disease",
)
MOST_CHAT, WITHIN = 160, 40  # code points of a post that only chats; between its topic and its mood

CHAT = Bilingual("পোস্টটি আলাপচারিতা; দাপ্তরিক তথ্য নেই।", "The post is small talk, with no official information.")
QUOTATION = Bilingual("পোস্টটি একটি উক্তি; দাপ্তরিক তথ্য নেই।", "The post is a quotation, with no official information.")


ADD = Bilingual(  # what is wholly of no importance has no part to leave out
    "কী, কবে, কোথায়: এমন দাপ্তরিক তথ্য যোগ করুন; না থাকলে পোস্টটি দেবেন না।",
    "Add official information (what, when, where); if there is none, do not post it.",
)


def look(posting: Posting) -> Iterator[Finding]:
    """One finding where the whole post is of no importance."""
    for found in _found(posting):
        yield found if found.instead.bn else replace(found, instead=ADD)


def _found(posting: Posting) -> Iterator[Finding]:
    if posting.kind != "institution" or posting.draft.action not in NEW_POSTS:
        return
    laugh = LAUGHS.search(posting.normal) if posting.around.may_hold(LAUGH) else None
    joke = _joke(posting) if laugh else None
    if joke:
        yield joke
        return
    listed = posting.listed_in("unimportant")
    chains = [match for match in listed if match.word_list.says == CHAIN]  # nothing beside it makes it a notice
    if chains:
        yield Finding.of_matches(chains, posting.normal)
        return
    found, spans = _by_cue(posting, listed, laugh)
    if found and not _says_something(posting, spans):
        yield found
        return
    if found and not laugh:
        return  # what stands beside a greeting or a saying makes it a notice; beside a laugh the sum decides
    learned = posting.learned_in("unimportant")  # its sum knows an office's words itself
    learned = learned or ([] if found else posting.leaning_in("unimportant"))
    if learned and not _is_of_more(posting) and not _leads_on(posting):
        yield Finding.of_matches(learned, posting.normal)


def _by_cue(
    posting: Posting, listed: Sequence[Match], laugh: re.Match[str] | None
) -> tuple[Finding | None, list[tuple[int, int]]]:
    """The finding for the first cue of small talk (a list's, a quotation's shape, chat, a laugh) and the places that say no more."""
    if listed:
        return Finding.of_matches(listed, posting.normal), [span for match in listed for span in match.spans]
    if _is_quotation(posting):
        source = "checks/unimportant#quotations"
        return Finding("unimportant/quotations", "6.gha", Severity.ADVISE, QUOTATION, source), []
    both = _chat(posting)
    if both:
        marks = posting.around.between(0, len(posting.normal), (TOPIC, MOOD))
        return _small_talk("checks/unimportant#chat", both), [mark[:2] for mark in marks]
    if laugh:
        return _small_talk("checks/unimportant#laugh", (laugh.span(),)), []
    return None, []


def _small_talk(source: str, spans: tuple[tuple[int, int], ...]) -> Finding:
    """What no list has, found by a rule of this file."""
    return Finding("unimportant/greetings", "6.gha", Severity.ADVISE, CHAT, source, spans)


def _is_of_more(posting: Posting) -> bool:
    """Whether it speaks of what is no small talk. Of learned evidence only what its own check does not let go."""
    said = [match for match in posting.matches if match.word_list.folder in SAYING]
    sure = (match for match in said if match.how != LEARNED or match.word_list.id not in RECOGNISABLE)
    if posting.around.holds_any("own-praise"):
        return True
    is_counted = bool(NUMBER.search(posting.normal, timeout=TIMEOUT)) or posting.around.holds_any("quantity")
    return any(match.how != LEARNED or match.word_list.folder != "figures" or is_counted for match in sure)


def _joke(posting: Posting) -> Finding | None:
    """In a post with a laugh: two who speak in turn and no number: whatever they speak of. Teacher: why so late? Student: ... 🤣"""
    if any(map(str.isdigit, posting.normal)):
        return None
    found = JOKE.of(posting.around.stems).search(posting.normal, timeout=TIMEOUT)
    return _small_talk("checks/unimportant#joke", (found.span(),)) if found else None


def _leads_on(posting: Posting) -> bool:
    """Whether a link or a file stands in the post or beside it."""
    return any(item.kind in ("link", "file") for item in posting.draft.attachments) or bool(posting.leading_links)


def _chat(posting: Posting) -> tuple[tuple[int, int], ...]:
    """What is chatted of and the mood beside it, in a short post that speaks of nothing official: চা আর বৃষ্টি, আহা."""
    around = posting.around
    if posting.draft.action != "post" or not around.holds(TOPIC, MOOD):
        return ()
    if len(around.normal) > MOST_CHAT or around.holds_any(*OFFICIAL):
        return ()
    return spans_of(next(pairs(around, 0, len(around.normal), TOPIC, MOOD, WITHIN), ()))


def _is_quotation(posting: Posting) -> bool:
    """Nothing but quotation marks, or a saying, a dash, a name that is no office's: "... । — লিও তলস্তয়"."""
    normal = posting.normal.strip()
    if normal.startswith(QUOTES) and QUOTED.match(normal, timeout=TIMEOUT):
        return True
    if len(normal) > LONGEST or not DASHES.search(normal, max(0, len(normal) - TAIL)):
        return False
    found = SIGNED.search(normal, max(0, len(normal) - TAIL), timeout=TIMEOUT)
    if not found or not 1 <= len(words(found[1])) <= NAME_WORDS:
        return False
    if (
        found[1].startswith(_DOCTOR)
        or _POINTER.of(posting.around.stems).search(found[1])
        or (posting.institution and posting.institution.owns(found[1].strip()))
    ):
        return False
    if cues(found[1], posting.ruleset, "office-words", "post-titles", "named-offices"):
        return False
    start = len(posting.normal) - len(posting.normal.lstrip()) + found.start(1)
    return not _is_a_post(posting, start, start + len(found[1].rstrip()))


def _is_a_post(posting: Posting, start: int, end: int) -> bool:
    """Whether a name between these places is a post, or ends with one: জেলা ম্যাজিস্ট্রেট; not Dr. Abdul Kalam, which begins with one."""
    return any(
        mark.end == end or posting.normal.startswith((",", "("), mark.end)
        for mark in posting.around.between(start, end, ("post",))
    )


def _signatures(posting: Posting) -> Iterator[tuple[int, int]]:
    """Where the office's own names and hashtags stand, who signs the post, and a line with the day alone: that says nothing."""
    yield from (span for span in lines(posting.normal) if is_day(posting.normal[slice(*span)]))
    signed = signature(posting.normal)
    if signed:
        yield signed
    office = posting.institution
    for own in (*office.names, *office.hashtags) if office else ():
        for found in re.finditer(re.escape(normalise(own)), posting.normal):
            yield found.span()


def _says_something(posting: Posting, spans: list[tuple[int, int]]) -> bool:
    """Whether anything an office would say stands beside these spans."""
    normal, cover = posting.normal, Cover([*spans, *_signatures(posting)])
    numbers = (found.span() for found in NUMBER.finditer(normal, timeout=TIMEOUT))
    if any(not cover.holds(*span) for span in numbers) or _leads_on(posting) or posting.listed_in("personal"):
        return True
    there = cues(normal, posting.ruleset, "office-matters", "named-offices")
    return len(words(normal)) > MOST_WORDS or any(not cover.holds(*span) for found in there.values() for span in found)


CHECK = Check(
    id="unimportant",
    clauses=("6.gha",),
    look=look,
    kinds=("unimportant/quotations",),
    folder="unimportant",
    gates=((LAUGH, QUOTE_OR_DASH, MOOD),),
    flags=(
        Example("[[শুভ সকাল]] ☀️ সবার [[দিনটি সুন্দর কাটুক]] 🌹"),
        Example("“যে সহে, সে রহে।” — প্রাচীন প্রবাদ"),
        Example("Dream is what does not let you sleep. — Dr. Abdul Kalam"),
        Example("[[Good night]] all 🌙"),
        Example("[[আমিন না লিখে যাবেন না]]"),
        Example("এই সুরা ১৩ [[জনকে পাঠান]], [[মনের আশা]] মিটবে। — উপজেলা শিক্ষা অফিস"),
    ),
    passes=(
        Example("শুভ সকাল। আজ সকাল ১০টায় গণশুনানি।"),
        Example("শুভ সকাল, আপনার আবেদনটি পেয়েছি", {"action": "reply"}),
        Example("শুভ সকাল বন্ধুরা", {"account": {"kind": "employee"}}),
        Example("শুভ নববর্ষ! সবাইকে শুভেচ্ছা।"),
        Example("ঈদ মোবারক 🌙"),
        Example("মাদককে না বলুন। — মাদকদ্রব্য নিয়ন্ত্রণ অধিদপ্তর"),
        Example("সবাইকে ঈদের শুভেচ্ছা। — উপজেলা নির্বাহী অফিসার"),
        Example("মিছিলে লাঠি ও বল্লম বহন নিষিদ্ধ। — জেলা ম্যাজিস্ট্রেট"),
        Example("Do not carry sticks in the procession. — District Magistrate"),
        Example("শুভ সকাল। বিস্তারিত: nilkandi.gov.bd"),
        Example("প্রতি ওয়ার্ড থেকে ১৩ জনকে পাঠান, প্রশিক্ষণে ভাতা আছে। — উপজেলা শিক্ষা অফিস"),
    ),
)
