"""Clause ৬(খ): figures about a whole people or country with no source. An office's own counts need none.

First shares and great numbers that stand in one sentence with a population, then what the lists in wordlists/figures/
find (hearsay, ranks, rises), then claims that sound like those of which the table was learned, where they say how much, how
great or that it is proven; a source, or a link, anywhere in the draft is enough. What cannot be at all is checks/impossible.py's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import replace

import regex

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import FOREIGN, PROPORTION, UNIT
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.text.quantities import COUNTED, in_words, may_be_worded, quantities, shares
from server.text.shapes import BANGLA, TIMEOUT
from server.text.spans import apart
from server.wordlists.facts.stems import Wording
from server.wordlists.matching.cues import cues

RANKS = "superlatives"
OWN_WORK = ("official", "benefit")
AWARDS, SOURCES = "awards", "sources"
PEOPLES = "populations", "population-events"  # of whom, or of what befalls them, no office counts all
OWN, WIDE = "own-counts", "wide-places"
OWN_PEOPLE = {"own-occasions", "attendance"}  # both in one sentence: those whom the office had before it
OWN_FORCE = {"own-force", "on-duty"}  # both in one sentence: those who serve, wherever it is
NONE = re.compile(rf" (?:{normalise('নেই|নাই|পাওয়া যায়নি|মেলেনি')}|nai|nei|pawa jayni)(?![a-z{BANGLA}])")  # no proof at all
QUANTITY = "quantity"
# a survey with its year is a source, whoever made it: ২০২২ সালের জনমিতি জরিপ
DATED = Wording(
    regex.compile,
    lambda stems: (
        rf"{stems.surveys}[^\d।\n]{{0,24}}+(?:19|20)\d\d|(?<!\d)(?:19|20)\d\d[^\d।\n]{{0,24}}?{stems.surveys}"
    ),
)
# "tell the police": at a sentence's end, behind whom to tell
_TO_TELL = re.compile(
    normalise(r"(?:(?<=ায় )|(?<=ে )|(?<=কে )|(?<=তে ))(?:জানান|বলুন)(?=\s*(?:[।!\n]|$))") + r"|janan(?=\s*(?:[.!\n]|$))"
)
MESSAGE = Bilingual("তথ্য বা উপাত্তের সূত্র উল্লেখ করা হয়নি।", "The figures come with no source.")


def look(posting: Posting) -> Iterator[Finding]:
    """One finding over all such figures of an institution's own post: shares, then the lists, then a claim's wording."""
    if posting.kind != "institution" or posting.draft.action == "share":
        return
    shares = list(_shares(posting))
    yield from shares
    if shares or posting.draft.action != "post":
        return
    listed = posting.listed_in("figures")
    if any(match.word_list.id == RANKS for match in listed) and cues(posting.normal, posting.ruleset, AWARDS):
        return  # the award or the contest gave the rank
    found = Finding.of_matches(listed, posting.normal) if listed else _learned(posting)
    if found and not _names_source(posting):
        yield found


def _learned(posting: Posting) -> Finding | None:
    """What learned evidence takes for a claim, over its figures or the words that say how great it is; none without those."""
    matches = posting.learned_in("figures") or posting.leaning_in("figures", unless=OWN_WORK)
    if not matches:
        return None
    pieces = posting.ruleset.learned.cuts(posting.normal)
    claimed = {pieces[bisect_right(pieces, (match.spans[0][0], len(posting.normal))) - 1]: match for match in matches}
    spans = tuple(_of_others(posting, sorted({span for place in claimed for span in _quantities(posting, *place)})))
    return replace(Finding.of_matches(matches, posting.normal), spans=spans, replacements=()) if spans else None


def _of_others(posting: Posting, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that stand in no sentence in which the office counts its own people."""
    ends = [end for _, end in posting.sentences]
    own: dict[int, bool] = {}
    for span in spans:
        place = bisect_right(ends, span[0])
        if place not in own:
            sentence = posting.normal[slice(*posting.sentences[place])]
            own[place] = _are_own(cues(sentence, posting.ruleset, WIDE, *OWN_PEOPLE, *OWN_FORCE).keys())
        if not own[place]:
            yield span


def _quantities(posting: Posting, start: int, end: int) -> list[tuple[int, int]]:
    """The shares of the stretch that a match is of; where there are none its numbers and words of quantity."""
    normal = posting.normal
    shares, counts = quantities(normal, start, end)
    begins = [share[0] for share in shares]
    wider = [span for span in counts if bisect_left(begins, span[0]) < bisect_left(begins, span[1])]
    if shares:
        return wider or shares
    marks = posting.around.between(start, end, (QUANTITY,))
    words = ((mark.start, mark.end) for mark in marks if not NONE.match(normal, mark.end))
    return apart([*counts, *words])


def _names_source(posting: Posting) -> bool:
    """Whether a source or a link stands anywhere in the draft; an e-mail address and words that name nobody (গবেষণায় দেখা গেছে) are none."""
    linked = any("@" not in posting.normal[start:end] for start, end in posting.leading_links)
    if linked or any(item.kind == "link" for item in posting.draft.attachments):
        return True
    if DATED.of(posting.around.stems).search(posting.normal, timeout=TIMEOUT):
        return True
    named = cues(posting.normal, posting.ruleset, SOURCES).get(SOURCES, ())
    named = [span for span in named if not _TO_TELL.match(posting.normal, span[0])]
    unnamed = [span for match in posting.listed_in("figures") for span in match.spans] if named else []
    return any(not any(start < last and first < end for first, last in unnamed) for start, end in named)


def _shares(posting: Posting) -> Iterator[Finding]:
    """One finding over all shares and great numbers of a population that come with no source."""
    normal, around = posting.normal, posting.around
    if not around.may_hold(PROPORTION, UNIT):
        return
    found = in_words(normal)
    worded = around.may_hold(PROPORTION) and (around.may_hold(FOREIGN) or may_be_worded(normal))
    if worded or COUNTED.search(normal):
        found += shares(normal)
    if not found:
        return
    found.sort()
    spans = tuple(span for sentence in posting.sentences for span in _unsourced(posting, sentence, found))
    if spans and not _names_source(posting):
        yield Finding("figures/source", "6.kha", Severity.ADVISE, MESSAGE, "checks/figures#source", spans)


def _unsourced(posting: Posting, sentence: tuple[int, int], shares: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of all shares, ascending, those of one sentence that speak of a population and are no count of the office's own."""
    start, end = sentence
    inside = shares[bisect_left(shares, (start, 0)) : bisect_left(shares, (end, 0))]
    if not inside:
        return []
    there = cues(posting.normal[start:end], posting.ruleset, *PEOPLES, OWN, WIDE, *OWN_PEOPLE, *OWN_FORCE).keys()
    return inside if there & set(PEOPLES) and OWN not in there and not _are_own(there) else []


def _are_own(there: Set[str]) -> bool:
    """Whether by these groups a sentence counts those whom the office had before it, and no whole country, or its own force."""
    return (there >= OWN_PEOPLE and WIDE not in there) or there >= OWN_FORCE


CHECK = Check(
    id="figures",
    clauses=("6.kha",),
    look=look,
    kinds=("figures/source",),
    folder="figures",
    gates=((PROPORTION, UNIT),),
    flags=(
        Example("দেশের [[৭০ শতাংশ]] মানুষ উচ্চ রক্তচাপে ভোগেন।"),
        Example("Every year [[12 million]] people are bitten by snakes."),
        Example("[[গবেষণায়]] [[দেখা গেছে]], বই পড়লে মন ভালো থাকে।"),
        Example("রাজস্ব আদায়ে আমরা [[দেশের মধ্যে প্রথম]]!"),
        Example("পর্যটক [[তিন গুণ]] [[বেড়েছে]] এক মৌসুমে।"),
    ),
    passes=(
        Example("দেশের ৭০ শতাংশ মানুষ উচ্চ রক্তচাপে ভোগেন। সূত্র: বাংলাদেশ পরিসংখ্যান ব্যুরো"),
        Example("দেশের ৭০ শতাংশ মানুষ উচ্চ রক্তচাপে ভোগেন। https://bbs.gov.bd"),
        Example("দেশের ৭০ শতাংশ মানুষ উচ্চ রক্তচাপে ভোগেন।", {"account": {"kind": "employee"}}),
        Example("বিবিএসের গবেষণায় দেখা গেছে, বই পড়লে মন ভালো থাকে।"),
        Example("গবেষণায় দেখা গেছে, বই পড়লে মন ভালো থাকে।", {"action": "comment"}),
        Example("২০২২ সালের জনমিতি জরিপ বলছে, শিশুদের ২৪ শতাংশ খর্বকায়।"),
        Example("জাতীয় প্রতিযোগিতায় আমাদের বিদ্যালয় দেশের মধ্যে প্রথম।"),
        Example("হাসপাতালে ভর্তি রোগীদের ৪০ শতাংশ শিশু।"),
        Example("উপজেলায় ৯২% শিশু টিকা পেয়েছে।"),
        Example("সারা দেশে ১ লাখ ৩০ হাজার কর্মী মাঠে থাকবেন।"),
        Example("দরদাতাকে ১৫% ভ্যাট জমা দিতে হবে।"),
        Example("তরুণদের জন্য ২৭ কোটি ৮২ লাখ টাকার প্রকল্প অনুমোদিত।"),
        Example("২৬ জন দুঃস্থ মানুষকে ৫ লাখ টাকা দেওয়া হয়েছে।"),
        Example(
            "Office Assistant, 12 posts. 93% on merit, 5% for children of freedom fighters, 1% for persons with disabilities."
        ),
        Example("Half of our newly appointed teachers are women."),
        Example("The fair has 82 stalls, 60% of the stalls owned by women."),
        Example("Women entrepreneurs can borrow up to Tk 25 lakh; ask at any branch."),
    ),
)
