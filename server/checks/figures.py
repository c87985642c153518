"""Clause ৬(খ): figures about a whole people or country with no source. An office's own counts need none.

First what cannot be, by arithmetic alone: ৩১ নভেম্বর, a rate over 100, women and men who are more than all. Then
shares and great numbers that stand in one sentence with a population, then what the lists in wordlists/figures/
find (hearsay, ranks, rises), then claims that sound like those of which the table was learned, where they say how much, how
great or that it is proven; a source, or a link, anywhere in the draft is enough for all but the first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import replace

import regex

from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import LATE_DAY, PROPORTION, UNIT
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT
from server.wordlists.learned.stretches import stretches
from server.wordlists.matching.cues import cues

RANKS = "superlatives"
OWN_WORK = ("official", "benefit")
AWARDS, SOURCES = "awards", "sources"
PEOPLES = "populations", "population-events"  # of whom, or of what befalls them, no office counts all
OWN, WIDE = "own-counts", "wide-places"
OWN_PEOPLE = {"own-occasions", "attendance"}  # both in one sentence: those whom the office had before it
OWN_FORCE = {"own-force", "on-duty"}  # both in one sentence: those who serve, wherever it is
SHARE = regex.compile(
    normalise(
        r"(?<![\d.,])\d[\d.,]{0,14}+\s?(?:%|শতাংশ|ভাগ|percent|per cent|লাখ|লক্ষ|কোটি|lakh|crore|million|billion|vag|bhag|shotangsho|lokkho|koti)"
        r"|(?:শতকরা|shotkora|shatkora)\s?\d[\d.,]{0,14}+|প্রতি\s?\d[\d.,]{0,14}+\s?জনে|(?<![\d.,])\d{1,4}+ (?:in|out of) \d{1,7}"
        r"|প্রতি (?:দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|দশ)\s?জন(?:ে| [^।\n]{2,16} একজন)|(?:অর্ধেক|ordhek) (?:মানুষ|নারী|শিশু|জনগোষ্ঠী|manush|nari|shishu)|অর্ধেকেরও? (?:বেশি|কম)"
        r"|\d{1,4}+ জনের মধ্যে \d{1,4}|\d{1,4}+ jon(?:er)? (?:manusher )?mod?dhe \d{1,4}|proti \d{1,3}+ jon[^.\n]{0,24}? \d{1,3} jon"
        r"|(?:এক|দুই|তিন)[- ]?(?:তৃতীয়াংশ|চতুর্থাংশ|পঞ্চমাংশ)"
        r"|(?:one|two|three)[- ](?:thirds?|quarters?|fifths?) of|half of|one in (?:two|three|four|five|six|ten)"
        r"|(?:প্রতি ?বছর|বছরে|প্রতি ?দিন|every year|each year|every day)[^\d।\n]{0,24}+\d[\d.,]{0,14}+\s?(?:হাজার|thousand)"
    )
)
# one of these, or a word that opens `PROPORTION`, stands in every share: without them the dear pattern need not look
COUNTED = re.compile(
    normalise(
        r"[0-9.,]\s?(?:%|শতাংশ|ভাগ|per|লাখ|লক্ষ|কোটি|lakh|crore|vag|bhag|shotangsho|lokkho|koti|[mb]illion|হাজার|thousand|জনে| ?in | ?out of )"
    )
)
UNIT_WORD = re.compile(normalise(" (?:কোটি|লাখ|লক্ষ|koti|crore|million)"))
LONGEST_NUMBER = 12  # code points of a number in words
# neither the seven and a half crore of 1971 nor its thirty lakh dead and two lakh women
IN_WORDS = re.compile(
    normalise(
        r"(?<!\w)(?:(?:সাড়ে )?(?:এক|দুই|তিন|চার|পাঁচ|ছয়|আট|নয়|দশ)|দেড়|আড়াই)(?= কোটি)"
        r"|(?<!\w)(?:পাঁচ|ছয়|আট|দশ|বারো|পনেরো|বিশ|পঞ্চাশ)(?= (?:লাখ|লক্ষ))"
        r"|(?<!\w)(?:ek|dui|tin|char|pach|panch|choy|at|noy|dosh|der|arai)(?= koti)"
        r"|(?<!\w)(?:one|two|four|five|six|eight|nine|ten|twenty|forty|fifty)(?= (?:crore|million))"
    )
)
# what goes on to be money: "২৭ কোটি ৮২ লাখ টাকার"
MONEY = regex.compile(
    normalise(r"(?:\s?\d[\d.,]{0,14}+\s?(?:লাখ|লক্ষ|হাজার|কোটি|শত)){0,4}+\s?(?:টাকা|taka|tk|৳|ডলার|dollar|usd)")
)
MONEY_BEFORE = re.compile(normalise(r"(?:(?<![a-z])(?:tk|taka|bdt|usd)|টাকা|৳|\$)\.? ?") + r"\Z")
# how long ago, how likely by nature: ৬ কোটি বছর আগে, সন্তানের রোগী হওয়ার ঝুঁকি ২৫%
YEARS = regex.compile(
    normalise(
        r"(?:\s?\d[\d.,]{0,14}+\s?(?:লাখ|লক্ষ|হাজার|কোটি|lakh|koti|hajar|crore)){0,3}+\s?(?:বছর|বৎসর|bochor|bosor|years?(?![a-z]))"
    )
)
AGES = regex.compile(
    normalise(
        r"(?<![\w.,])\d[\d.,]{0,14}+(?:\s?(?:লাখ|লক্ষ|হাজার|কোটি|lakh|koti|hajar|crore)(?:\s?\d[\d.,]{0,14}+)?){1,3}+\s?(?:বছর|বৎসর|bochor|bosor|years?(?![a-z]))"
    )
)
NONE = re.compile(rf" (?:{normalise('নেই|নাই|পাওয়া যায়নি|মেলেনি')}|nai|nei|pawa jayni)(?![a-z{BANGLA}])")  # no proof at all
CHANCE = re.compile(
    normalise("(?:ঝুঁকি|সম্ভাবনা|আশঙ্কা|jhuki|jhunki|somvabona|sombhabona|risk|chance|probability)")
    + r"(?: (?:holo|is|of|only|a|প্রায়|মাত্র|থাকে|হলো))? ?\Z"
)
COUNTED_FEW = re.compile(rf"(?<![0-9.,])[0-9]{{1,3}} ?(?:{normalise('জন')}|jon)(?![a-z])[^।.!?\n%]{{0,40}}, ?\Z")
REACH = 60  # code points before a share in which those stand
NATION = regex.compile(normalise(r"1[5-9]\s?(?:কোটি|koti|crore)"))  # the whole people, not a figure
QUANTITY = "quantity"
# a number that may be a figure, with its unit and what is counted: neither a year, a time of day, an age nor the number of a thing
_UNIT = "%|শতাংশ|ভাগ|percent|per cent|vag|bhag|গুণ|gun|জন|jon|লাখ|লক্ষ|কোটি|হাজার|lakh|crore|million|koti|hajar"
COUNT = regex.compile(
    normalise(
        rf"(?<![\w.,:/-])(?!(?:19|20)\d\d(?!\d))\d[\d.,]{{0,14}}+(?:\s?(?:{_UNIT})(?![a-z]))?"
        r"(?![\d:/-]|\s?(?:টায়|টা|বছর|তারিখ|নম্বর|নং|জানু|ফেব্রু|bochor|tarikh|year|er age|am|pm|ta(?![a-z])|tay))"
        r"(?:(?<=percent|per cent) of \w{2,24}|(?<!percent|per cent) (?!(?:এখন|হয়|ekhon|ar|and|to|in|o)(?!\w))\w{2,24})?"
    )
)
# a survey with its year is a source, whoever made it: ২০২২ সালের জনমিতি জরিপ
_SURVEY = (
    "জরিপ|সার্ভে|শুমারি|পরিসংখ্যান|প্রতিবেদন|হেলথ অ্যাটলাস|অ্যাটলাস|survey|census|statistics|report|atlas|accounts|jorip|shumari"
)
DATED = regex.compile(
    normalise(rf"(?:{_SURVEY})[^\d।\n]{{0,24}}+(?:19|20)\d\d|(?<!\d)(?:19|20)\d\d[^\d।\n]{{0,24}}?(?:{_SURVEY})")
)
# "tell the police": at a sentence's end, behind whom to tell
_TO_TELL = re.compile(
    normalise(r"(?:(?<=ায় )|(?<=ে )|(?<=কে )|(?<=তে ))(?:জানান|বলুন)(?=\s*(?:[।!\n]|$))") + r"|janan(?=\s*(?:[.!\n]|$))"
)
_SHORT = normalise("এপ্রিল|জুন|সেপ্টেম্বর|নভেম্বর") + "|april|june|september|november|apr|jun|sept?|nov"
_FEBRUARY = normalise("ফেব্রুয়ারি") + "|february|feb"
_DAY_ENDS = rf"(?:{normalise('শে|এ|ই')}|st|th|e)?"
# ৩১ নভেম্বর, but neither টোকেন নং ৩১ nor the allowance of ৩১ জুন মাসের; behind the month a day closes its clause: "নভেম্বর ৩১ জন"
NO_DAY = re.compile(
    rf"(?<![\d.,/–-])(?<!{normalise('নং')} )(?<!{normalise('নম্বর')} )(?<!no )(?:31{_DAY_ENDS} (?:of )?(?:{_SHORT})|3[01]{_DAY_ENDS} (?:of )?(?:{_FEBRUARY}))(?![a-z\u0980-\u09ff]| {normalise('মাস')})"
    rf"|(?<![a-z])(?:november|september|april|june) 31(?=,? ?(?:20\d\d|[.\n]|\Z))|(?<![a-z])february 3[01](?=,? ?(?:20\d\d|[.\n]|\Z))"
)
_OF_ALL = (
    normalise("সাক্ষরতার হার|শিক্ষার হার|পাসের হার|উপস্থিতির হার|দারিদ্র্যের হার")
    + "|literacy rate|pass rate|passer har|saksharotar har"
)
_OVER = r"(?:1(?:0[1-9]|[1-9]\d)|[2-9]\d\d) ?"
# শতাংশ is a measure of land too: ১৫০ শতাংশ সরকারি খাস জমি
_LAND = normalise("জমি|খাস|ভূমি|জায়গা|পুকুর|জলাশয়")
_NO_LAND = rf"(?! ?(?:[{BANGLA}]{{1,12}}+ ){{0,3}}[{BANGLA}]{{0,8}}(?:{_LAND}))"
_PARTS_OF_ALL = rf"(?:%|{normalise('শতাংশ')}{_NO_LAND})"
# of a target more than all may be reached, and a growth has no end
OVER_ALL = re.compile(
    rf"(?:{_OF_ALL})[^।.\n%\d]{{0,24}}({_OVER}(?:{_PARTS_OF_ALL}|percent))"
    rf"|(?<![\d.,])({_OVER}{_PARTS_OF_ALL} ?{normalise('(?:বাড়িতে|পরিবারে|গ্রামে)')}(?![{BANGLA}]))"
)
GOALS = re.compile(normalise("লক্ষ্যমাত্রা|অর্জন|বৃদ্ধি|বেড়ে|বাড়ছে|বাড়ল|বাড়ানো|তুলনায়|বেশি") + "|target|growth|increase|rose|achiev")
# মোট ২০০ জনের মধ্যে নারী ১৩০ জন ও পুরুষ ১২০ জন; of others, নারী and ছাত্রী, one may be both
_SEX = f"({normalise('নারী|মহিলা|পুরুষ|ছাত্র|ছাত্রী')}) (\\d{{1,6}}) ?{normalise('জন')}"
PARTS = re.compile(
    rf"{normalise('মোট')} (\d{{1,6}}) ?{normalise('জনের মধ্যে')} {_SEX},? ?(?:{normalise('ও|এবং|আর')})? ?{_SEX}"
)
OPPOSITE = [set(map(normalise, both)) for both in (("নারী", "পুরুষ"), ("মহিলা", "পুরুষ"), ("ছাত্র", "ছাত্রী"))]
IMPOSSIBLE = Bilingual("এ তারিখ বা সংখ্যা ঠিক হতে পারে না।", "This date or number cannot be right.")
COMPARE = Bilingual("মূল নথির সঙ্গে মিলিয়ে ঠিক করে লিখুন।", "Compare it with the document and mend it.")
MESSAGE = Bilingual("তথ্য বা উপাত্তের সূত্র উল্লেখ নেই।", "The figures come with no source.")


def look(posting: Posting) -> Iterator[Finding]:
    """One finding over all such figures of an institution's own post: shares, then the lists, then a claim's wording."""
    if posting.kind != "institution" or posting.draft.action == "share":
        return
    yield from _impossible(posting)
    told = list(_shares(posting))
    yield from told
    if told or posting.draft.action != "post":
        return
    listed = posting.listed_in("figures")
    if any(match.word_list.id == RANKS for match in listed) and cues(posting.normal, posting.ruleset, AWARDS):
        return  # the award or the contest gave the rank
    found = Finding.of_matches(listed, posting.normal) if listed else _learned(posting)
    if found and not _names_source(posting):
        yield found


def _impossible(posting: Posting) -> Iterator[Finding]:
    """One finding over all dates that no calendar has and numbers that cannot be."""
    normal = posting.normal
    spans = [found.span() for found in NO_DAY.finditer(normal)] if posting.around.may_hold(LATE_DAY) else []
    if COUNTED.search(normal):
        spans += _over_all(posting)
    spans += [found.span() for found in PARTS.finditer(normal) if _are_too_many(*found.groups())]
    if spans:
        yield Finding(
            "figures/impossible",
            "6.kha",
            Severity.ADVISE,
            IMPOSSIBLE,
            "checks/figures#impossible",
            tuple(_apart(spans)),
            instead=COMPARE,
        )


def _over_all(posting: Posting) -> Iterator[tuple[int, int]]:
    """The rates over 100 in lines that tell of no goal and no growth."""
    end, has_goal = -1, False
    for found in OVER_ALL.finditer(posting.normal):
        if found.start() > end:  # each line is searched once, however many rates it holds
            start, end = posting.around.line(found.start())
            has_goal = GOALS.search(posting.normal, start, end) is not None
        if not has_goal:
            yield found.span(1 if found[1] else 2)


def _are_too_many(total: str, one: str, of_one: str, other: str, of_other: str) -> bool:
    return {one, other} in OPPOSITE and int(of_one) + int(of_other) > int(total)


def _learned(posting: Posting) -> Finding | None:
    """What learned evidence takes for a claim, over its figures or the words that say how great it is; none without those."""
    matches = posting.learned_in("figures") or posting.leaning_in("figures", unless=OWN_WORK)
    pieces = list(stretches(posting.normal)) if matches else []
    told = {pieces[bisect_right(pieces, (match.spans[0][0], len(posting.normal))) - 1]: match for match in matches}
    spans = tuple(_of_others(posting, sorted({span for place in told for span in _quantities(posting, *place)})))
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
    ages = [found.span() for found in AGES.finditer(normal, start, end)]
    counts = [found.span() for found in COUNT.finditer(normal, start, end, timeout=TIMEOUT)]
    shares = [found.span() for found in SHARE.finditer(normal, start, end, timeout=TIMEOUT)]
    counts, shares = ([span for span in spans if not _lies_in(span, ages)] for spans in (counts, shares))
    begins = [share[0] for share in shares]
    wider = [span for span in counts if bisect_left(begins, span[0]) < bisect_left(begins, span[1])]
    if shares:
        return wider or shares
    marks = posting.around.between(start, end, (QUANTITY,))
    words = ((mark.start, mark.end) for mark in marks if not NONE.match(normal, mark.end))
    return _apart([*counts, *words])


def _lies_in(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(first <= span[0] < last for first, last in spans)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ascending spans, of those that overlap the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    return kept


def _names_source(posting: Posting) -> bool:
    """Whether a source or a link stands anywhere in the draft; an e-mail address and words that name nobody (গবেষণায় দেখা গেছে) are none."""
    linked = any("@" not in posting.normal[start:end] for start, end in posting.leading_links)
    if linked or any(item.kind == "link" for item in posting.draft.attachments):
        return True
    if DATED.search(posting.normal, timeout=TIMEOUT):
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
    shares = _in_words(normal)
    if around.may_hold(PROPORTION) or COUNTED.search(normal):
        shares += [found.span() for found in SHARE.finditer(normal, timeout=TIMEOUT) if _is_figure(normal, found)]
    if not shares:
        return
    shares.sort()
    spans = tuple(span for sentence in posting.sentences for span in _unsourced(posting, sentence, shares))
    if spans and not _names_source(posting):
        yield Finding("figures/source", "6.kha", Severity.ADVISE, MESSAGE, "checks/figures#source", spans)


def _in_words(normal: str) -> list[tuple[int, int]]:
    """Great numbers told in words: চার কোটি, ten million; no money."""
    found = []
    for unit in UNIT_WORD.finditer(normal):
        number = IN_WORDS.search(normal, max(0, unit.start() - LONGEST_NUMBER), unit.end())
        if number and not MONEY.match(normal, unit.end()):
            found.append((number.start(), unit.end()))
    return found


def _is_figure(normal: str, found: regex.Match[str]) -> bool:
    """Neither money nor the nation: ১৮ কোটি মানুষের পক্ষে."""
    paid = MONEY_BEFORE.search(normal, max(0, found.start() - LONGEST_NUMBER), found.start())
    if paid or MONEY.match(normal, found.end()) or NATION.fullmatch(found[0]) or YEARS.match(normal, found.end()):
        return False
    return not (CHANCE.search(normal, max(0, found.start() - REACH), found.start()) or _is_of_counted(normal, found))


def _is_of_counted(normal: str, found: regex.Match[str]) -> bool:
    """Whether half are women of those few who were counted just before."""
    return "%" not in found[0] and bool(COUNTED_FEW.search(normal, max(0, found.start() - REACH), found.start()))


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
    kinds=("figures/source", "figures/impossible"),
    folder="figures",
    gates=((PROPORTION, UNIT, LATE_DAY),),
    flags=(
        Example("সভা হবে আগামী [[৩১ নভেম্বর]] সকাল ১০টায়।"),
        Example("জেলায় সাক্ষরতার হার এখন [[১০৯%]]।"),
        Example("[[মোট ৯০ জনের মধ্যে নারী ৬০ জন ও পুরুষ ৫০ জন]] সনদ নিয়েছেন।"),
        Example("দেশের [[৭০ শতাংশ]] মানুষ উচ্চ রক্তচাপে ভোগেন।"),
        Example("Every year [[12 million]] people are bitten by snakes."),
        Example("[[গবেষণায়]] [[দেখা গেছে]], বই পড়লে মন ভালো থাকে।"),
        Example("রাজস্ব আদায়ে আমরা [[দেশের মধ্যে প্রথম]]!"),
        Example("পর্যটক [[তিন গুণ]] [[বেড়েছে]] এক মৌসুমে।"),
    ),
    passes=(
        Example("সভা হবে ৩০ নভেম্বর, পরেরটি ৩১ ডিসেম্বর।"),
        Example("নভেম্বরে ৩১ জন প্রশিক্ষণ নিয়েছেন।"),
        Example("রাজস্ব আদায়ে লক্ষ্যমাত্রার ১১২% অর্জিত হয়েছে।"),
        Example("মোট ৯০ জনের মধ্যে নারী ৪০ জন ও পুরুষ ৫০ জন সনদ নিয়েছেন।"),
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
        Example("Women entrepreneurs can borrow up to Tk 25 lakh; ask at any branch."),
    ),
)
