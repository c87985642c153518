"""Clause ৬(ঘ), on an own account ৫(ট)(ই): needless tags, of people and of hashtags.

An office is never tagged in vain, and whom a reply tags is its own matter (৭(গ)). A person has a part in a post that
says something of them: a name in a row of nothing but names has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import regex

from server.bilingual import Bilingual, in_bangla
from server.checks import Check, Example
from server.draft import Mention
from server.finding import Finding
from server.institution import Institution
from server.personal.around.gates import TAG
from server.personal.people.tagged import HANDLE, NAME, Sayings, with_rows
from server.posting import Posting
from server.severity import Severity
from server.text.hashtags import HASHTAG
from server.text.links import links
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT
from server.wordlists.facts.lengths import MANY_HASHTAGS
from server.wordlists.facts.said import said_in
from server.wordlists.facts.stems import Stems, Wording
from server.wordlists.matching.cues import cues
from server.wordlists.matching.overlap import Cover, Span

MANY_PEOPLE = 5  # from here on a mass tag
FRIENDS = 3  # so many beside an own post are no company any more
MOST_HASHTAGS = MOST_HANDLES = 500  # looked at in one draft
REPEATED = 3  # the same hashtag so often
_JOINT = re.compile(r"[._]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # between the words of a handle
# ten friends tagged, whoever they are; a list has the plain calls. Who asks not to be tagged calls nobody.
_DO = "(?:kor(?:un|en|o|be|ben|te|lei)|d(?:in|en|ao|iben|ien|iyen|iye|ie))(?![a-z])(?! na(?![a-z]))"
_BID = "কর(?:ুন|েন|ো|ি|ে|তে|বেন|বে|বা|লে|লেই|লাম|েছি)?|কইর(?:েন|া)|দি(?:ন|ই|য়ে|য়া|য়েন|য়েছি|বেন|বে|বা|তে|লে|লেই|লাম)|দে(?:ন|বেন|বে)?|দাও?"


def _calls_to_tag(stems: Stems) -> str:
    """Each way to call on readers to tag people, or a row of those who were tagged."""
    to_tag, people = "(?:tag|mention)", stems.whom_to_tag_english
    banglish = "(?:sh?ob(?:ai|ay)|bondhu(?:der|ra)?|porichito(?:der)?|friend(?:s|der)?) ?(?:ke|k|re)?"
    between, no = r"(?:[^ ।\n]{1,12} ){0,2}", normalise("না")
    bid, tag = normalise(f"(?:{_BID})"), normalise("(?:ট্যাগ|মেনশন)")
    others = "and [0-9]{1,4} others"
    in_latin = (
        f"{to_tag} (?:[a-z0-9]+ ){{1,3}}{people}(?![a-z])",  # tag your classmates
        f"jon (?:[a-z]{{1,10}} ){{0,3}}{to_tag} {_DO}",  # 10 jon bondhu ke tag korun
        f"{banglish} (?:[a-z]{{1,10}} ){{0,2}}{to_tag} {_DO}",  # sobai ke tag den
    )
    return "|".join(
        (
            rf"(?<![a-z])(?<!not )(?<!n't )(?<!never )(?:{'|'.join(in_latin)})",
            normalise(r"আর[ওো] [0-9]{1,4} জন[^।\n]{0,60}ট্যাগ"),  # আরও ১২ জনকে ট্যাগ
            rf"(?:\A|[.!?।\n]) ?with [^.\n]{{3,90}} {others}(?= ?[.\n]| ?\Z)",  # as Facebook writes it
            rf"{others}[^.\n]{{0,60}}(?<![a-z])tag|(?<![a-z])tag[^.\n]{{0,60}} {others}",
            # বন্ধুদের ট্যাগ করুন; not ট্যাগ করবেন না
            rf"{stems.whom_to_tag} {between}{tag} ?(?:{no} )?{bid}(?![{BANGLA}])(?! {no}(?![{BANGLA}]))",
        )
    )


CALL = Wording(re.compile, _calls_to_tag)
_REST = re.compile(rf"(?: [a-z{BANGLA}]{{2,14}}){{1,2}}")
_HANDLES = rf"(?: ?@{NAME},?)"
_FULL = rf"(?: ?@{NAME}(?: [a-z{BANGLA}]{{2,12}}){{0,2}},?)"  # with the rest of a name
ROW = regex.compile(rf"(?<=[{BANGLA}.!?।)])(?:{_HANDLES}{{2,}}+|{_FULL}{{3,}}+)\s*\Z")  # handles that end a post
# names of several words, one behind the other, wherever they stand
NAMES_IN_A_ROW = regex.compile(
    rf"(?:@{NAME}(?:-[a-z]{{2,12}})?(?: (?!@)[a-z{BANGLA}]{{2,14}}){{0,3}},?(?: (?:and|o|ও|&))? ?){{3,}}+"
)
# in an office's handle: anywhere, at its end, or as a word of its own, for people are called Abdullah, Harun and Govinda
OFFICE_HANDLE = Wording(re.compile, lambda stems: rf"{stems.office_handles}|{stems.office_handle_ends}\Z")
OFFICE_WORD = Wording(
    re.compile, lambda stems: rf"(?<!\S)(?:{stems.office_handle_ends}|{stems.office_handle_words})(?!\S)"
)

PEOPLE = Bilingual(
    "এমন {match} জনকে ট্যাগ করা হয়েছে, যাঁদের কথা পোস্টে নেই।", "{match} people are tagged of whom the post says nothing."
)
ONE = Bilingual("এমন একজনকে ট্যাগ করা হয়েছে, যাঁর কথা পোস্টে নেই।", "One person is tagged of whom the post says nothing.")
SUPERIORS = Bilingual(
    "এমন একজন ঊর্ধ্বতন ব্যক্তিকে ট্যাগ করা হয়েছে, যাঁর কথা পোস্টে নেই।", "A superior is tagged of whom the post says nothing."
)
WITH_SUPERIORS = Bilingual(
    "এমন {match} জনকে ট্যাগ করা হয়েছে, যাঁদের কথা পোস্টে নেই; তাঁদের মধ্যে ঊর্ধ্বতন ব্যক্তি আছেন।",
    "{match} people are tagged of whom the post says nothing, a superior among them.",
)
HASHTAGS = Bilingual("হ্যাশট্যাগ অনেক বেশি ({match}টি)।", "There are too many hashtags ({match}).")
BAIT = Bilingual(
    "হ্যাশট্যাগগুলোর মধ্যে {match}টির সঙ্গে পোস্টের বিষয়ের সম্পর্ক নেই।",
    "Hashtags that have nothing to do with the post: {match}.",
)
CALLED = Bilingual("গণহারে ট্যাগ বা মেনশন অপ্রয়োজনীয়।", "This is needless mass tagging.")
FEWER = Bilingual(
    "শুধু বিষয়ের সঙ্গে সরাসরি সংশ্লিষ্ট ট্যাগ ও হ্যাশট্যাগ রাখুন।",
    "Keep only the tags and hashtags that bear directly on the matter.",
)
AGAIN = Bilingual("একই হ্যাশট্যাগ {match} বার লেখা হয়েছে।", "The same hashtag stands {match} times.")


def look(posting: Posting) -> Iterator[Finding]:
    """Calls to tag everybody, people tagged in vain, hashtags piled up: one finding each."""
    if not _may_tag(posting):
        return
    clause = "5.tta.i" if posting.kind == "employee" else "6.gha"
    calls = posting.matches_of("tagging")
    if posting.draft.is_answer:  # whom an office has tagged, to be told in a post, is a reply's own matter
        calls = [call for call in calls if call.severity > Severity.ADVISE]
    if calls:
        yield Finding.of_matches(calls, posting.normal, clause)
    else:
        yield from _call(posting, clause)
    if not posting.draft.is_answer:
        yield from _people(posting, clause)
    yield from _hashtags(posting, clause)


def _may_tag(posting: Posting) -> bool:
    normal, draft = posting.normal, posting.draft
    signs = "@" in normal or "#" in normal or bool(draft.mentions)
    return signs or "tagging" in posting.folders or posting.around.may_hold(TAG)


def _call(posting: Posting, clause: str) -> Iterator[Finding]:
    """A call to tag so many friends."""
    called = CALL.of(posting.around.stems).search(posting.normal) if posting.around.may_hold(TAG) else None
    if called:
        yield Finding(
            "tagging/mass-tags",
            clause,
            Severity.WARN,
            CALLED,
            "checks/tagging#mass-tags",
            (called.span(),),
            instead=FEWER,
        )


def _people(posting: Posting, clause: str) -> Iterator[Finding]:
    if not posting.draft.mentions and "@" not in posting.normal:
        return
    needless = list(_needless(posting))
    superior = any(_is_superior(mention, posting) for mention in needless)
    own = posting.kind == "employee"
    if not needless or (own and not superior and len(needless) < FRIENDS):
        return
    severity = Severity.WARN if own or len(needless) >= MANY_PEOPLE else Severity.ADVISE
    if superior and len(needless) < MANY_PEOPLE:
        check, message = "tagging/superiors", WITH_SUPERIORS if len(needless) > 1 else SUPERIORS
    else:
        check, message = "tagging/people", PEOPLE if len(needless) > 1 else ONE
    yield _counted(check, clause, severity, message, len(needless), _places(needless, posting))


def _is_superior(mention: Mention, posting: Posting) -> bool:
    posting.in_time()
    return bool(cues(_spaced(mention), posting.ruleset, "post-titles", "superiors"))


def _needless(posting: Posting) -> Iterator[Mention]:
    """Those of whom the post says nothing."""
    tagged = list(_tagged(posting))
    names = {normalise(mention.text) for mention in (*posting.draft.mentions, *tagged)}
    body = ROW.sub("", posting.normal, timeout=TIMEOUT)  # no full stop need part the names at its end from it
    said = Sayings(posting.normal, with_rows(posting.normal, posting.sentences), names)
    words_beside = posting.ruleset.data(said_in)
    spans = with_rows(posting.normal, posting.sentences, words_beside.takes_part)
    said_of_handles = Sayings(body, spans, names, words_beside.for_attention)
    idle = "\n".join(_idle_rows(body, spans, posting))
    for mention in tagged:
        posting.in_time()
        name = normalise(mention.text)
        is_handle = name.startswith("@")
        sayings = said_of_handles if is_handle else said
        has_part = sayings.of(name) and not (is_handle and name in idle)
        # above, in the other script, though it stands here too
        if not (has_part or sayings.in_other_script(_spaced(mention))):
            yield mention


def _places(mentions: list[Mention], posting: Posting) -> list[tuple[int, int]]:
    """Where their handles stand in the text; a name that the composer alone knows stands nowhere."""
    handles = {normalise(mention.text).split(" ", 1)[0] for mention in mentions}
    found = HANDLE.finditer(posting.normal, timeout=TIMEOUT) if "@" in posting.normal else ()
    return [handle.span() for handle in found if handle[0] in handles]


def _tagged(posting: Posting) -> Iterator[Mention]:
    """The people that the composer or the text tags, each once: no page, no office, nobody whom the profile allows."""
    office = posting.institution
    allowed = {normalise(page.lstrip("@")) for page in office.may_tag} if office else set()
    tagged: dict[str, Mention] = {}
    for mention in (*posting.draft.mentions, *_handles(posting)):
        name = normalise(mention.text).lstrip("@")
        if name and name not in allowed and name not in EVERYBODY:
            tagged.setdefault(name, mention)  # what the composer says of it holds where it stands in the text too
    for mention in tagged.values():
        posting.in_time()
        if mention.kind in ("person", "unknown") and not _is_office(mention, posting):
            yield mention


def _handles(posting: Posting) -> list[Mention]:
    """The handles that a text tags, each once and as it was typed, those in addresses left out."""
    normal = posting.normal
    if "@" not in normal:
        return []
    linked, found = Cover(links(normal)), HANDLE.finditer(normal, timeout=TIMEOUT)
    handles = (handle for handle in found if not linked.holds(handle.start(), handle.start() + 1))
    names = dict.fromkeys(handle[0] + _rest_of_title(handle, posting) for handle in islice(handles, MOST_HANDLES))
    typed = {normalise(handle[0]): handle[0] for handle in HANDLE.finditer(posting.draft.text, timeout=TIMEOUT)}
    return [Mention(typed.get(name, name)) for name in names]


def _rest_of_title(handle: regex.Match[str], posting: Posting) -> str:
    """What follows a handle of which only the first word is tagged: @Cabinet Secretary; "" where it is no title."""
    rest = _REST.match(handle.string, handle.end())
    if not rest or not cues(handle[1] + rest[0], posting.ruleset, "post-titles", "superiors"):
        return ""
    alone = cues(_JOINT.sub(" ", handle[1]), posting.ruleset, "post-titles", "superiors")
    return "" if alone else rest[0]


def _spaced(mention: Mention) -> str:
    """The normal form of a name with its words apart: @CabinetSecretary, @জেলা_প্রশাসক."""
    return normalise(_JOINT.sub(" ", mention.text.lstrip("@")))


EVERYBODY = ("everyone", "followers", "highlight", "all")  # found by a list of wordlists/tagging/ already


def _is_office(mention: Mention, posting: Posting) -> bool:
    """Whether a mention of unknown kind is an office's, by a word of its name or of its handle."""
    name = normalise(mention.text)
    if posting.institution and posting.institution.owns(mention.text):
        return True
    if mention.kind == "person":
        return False
    if name.isascii():
        stems = posting.around.stems
        if OFFICE_HANDLE.of(stems).search(name) or OFFICE_WORD.of(stems).search(_spaced(mention)):
            return True
        if name.startswith("@"):
            return False
    return bool(cues(_spaced(mention), posting.ruleset, "office-words", "named-offices"))


def _idle_rows(body: str, sentences: list[Span], posting: Posting) -> Iterator[str]:
    """The rows of names, wherever they stand, whose sentence does not say what they did there."""
    taking_part = posting.ruleset.data(said_in).takes_part
    ends = [end for _, end in sentences]
    saying: dict[int, bool] = {}  # hundreds of rows may share a sentence
    for row in NAMES_IN_A_ROW.finditer(body, timeout=TIMEOUT):
        place = bisect_right(ends, row.start())
        if place not in saying:
            start, end = sentences[place]
            saying[place] = bool(taking_part.search(body[start:end]))
        if not saying[place]:
            yield row[0]


def _hashtags(posting: Posting, clause: str) -> Iterator[Finding]:
    """One finding for hashtags that are too many, have nothing to do with the post, or stand again and again."""
    if "#" not in posting.normal:
        return
    found = [tag.span() for tag in islice(HASHTAG.finditer(posting.normal), MOST_HASHTAGS)]
    severity = Severity.WARN if posting.kind == "employee" else Severity.ADVISE
    if len(found) >= MANY_HASHTAGS:
        yield _counted("tagging/hashtags", clause, severity, HASHTAGS, len(found), found)
        return
    bait = _bait(posting, found)
    tag, times = Counter(_bare(posting, span) for span in found).most_common(1)[0] if found else ("", 0)
    if bait:
        yield _counted("tagging/hashtags", clause, severity, BAIT, len(bait), bait)
    elif times >= REPEATED:
        again = [span for span in found if _bare(posting, span) == tag]
        yield _counted("tagging/hashtags", clause, severity, AGAIN, times, again)


def _bare(posting: Posting, hashtag: tuple[int, int]) -> str:
    """A hashtag without what joins its words: #smart_upazila and #SmartUpazila are one."""
    return posting.normal[slice(*hashtag)].replace("_", "")


def _bait(posting: Posting, hashtags: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those hashtags that only fish for readers."""
    known = cues(" ".join(posting.normal[start + 1 : end] for start, end in hashtags), posting.ruleset, "bait-hashtags")
    if not known:
        return []
    return [
        (start, end)
        for start, end in hashtags
        if (0, end - start - 1)
        in cues(posting.normal[start + 1 : end], posting.ruleset, "bait-hashtags").get("bait-hashtags", [])
    ]


def _counted(
    check: str,
    clause: str,
    severity: Severity,
    message: Bilingual,
    count: int,
    spans: list[tuple[int, int]] | None = None,
) -> Finding:
    said = Bilingual(message.bn.replace("{match}", in_bangla(count)), message.en.replace("{match}", str(count)))
    source = f"checks/tagging#{check.partition('/')[2]}"
    return Finding(check, clause, severity, said, source, tuple(spans or ()), instead=FEWER)


_PEOPLE = {"mentions": [{"text": f"ব্যক্তি {letter}", "kind": "person"} for letter in "কখগঘঙচ"]}
_ROW = "ব্যক্তি ক, ব্যক্তি খ, ব্যক্তি গ, ব্যক্তি ঘ, ব্যক্তি ঙ ও ব্যক্তি চ"
_DC = {"mentions": [{"text": "DC Palashdanga", "kind": "person"}]}
CHECK = Check(
    id="tagging",
    clauses=("6.gha", "5.tta.i"),
    look=look,
    kinds=("tagging/mass-tags", "tagging/people", "tagging/superiors", "tagging/hashtags"),
    flags=(
        Example("জীবন নদীর মতো", {**_PEOPLE, "account": {"kind": "employee"}}),
        Example("জীবন নদীর মতো", _PEOPLE),
        Example(f"জীবন নদীর মতো।\n{_ROW}", _PEOPLE),
        Example("আজকের সভা", {"mentions": [{"text": "Arif Billah", "kind": "person"}]}),
        Example("হাওরে বেড়াতে এলাম", {**_DC, "account": {"kind": "employee"}}),
        Example("জীবন নদীর মতো। [[@arif.billah]] [[@sumon_das]] [[@nasrin]] [[@liton]] [[@monira]]"),
        Example("নলকূপ মেরামত শেষ। সদয় অবগতির জন্য [[@জেলা_প্রশাসক]] [[@মাননীয়_মন্ত্রী]]"),
        Example("Staff meeting held. [[@CabinetSecretary]] for your kind attention."),
        Example("[[@Mizan_Bhai]] [[@Rony_Contractor]] tomra koi, rasta mapar kaj shesh"),
        Example("আজকের সভা [[#সভা]] [[#ডিসি]] [[#ঢাকা]] [[#viral]] [[#fyp]] [[#job]] [[#bcs]] [[#reels]]"),
        Example("আজকের সভা #সভা [[#viral]]"),
        Example("[[#সভা]] আজ ১০টায়। [[#সভা]] শেষ। [[#সভা]]"),
    ),
    passes=(
        Example("আজকের সভা #সভা #জেলা_প্রশাসন"),
        Example("প্রতিটি কেন্দ্রে ৮ জন ট্যাগ কর্মকর্তা দায়িত্ব পালন করছেন"),
        Example("ভূমি অফিসকে ট্যাগ করা হলো, তাঁরা উত্তর দেবেন", {"action": "reply"}),
        Example("ভাইরাল জ্বরে করণীয় #ভাইরাল_জ্বর #স্বাস্থ্য"),
        Example(f"সভায় উপস্থিত ছিলেন {_ROW}", _PEOPLE),
        Example("আজকের সভায় সভাপতিত্ব করেন DC Palashdanga", _DC),
        Example("আজকের সভায় উপস্থিত ছিলেন:\n১. DC Palashdanga\n২. ব্যক্তি খ", _DC),
        Example("জেলা প্রশাসনের সভা", {"mentions": [{"text": "জেলা প্রশাসন", "kind": "page"}] * 9}),
        Example("আমরা দেখছি", {**_PEOPLE, "action": "reply"}),
        Example("হাওরে দুই দিন", {"account": {"kind": "employee"}, "mentions": [{"text": "Tanvir", "kind": "person"}]}),
        Example("Talks were held today with @FinMinBD and @WorldBankBD on skills"),
        Example("লিখুন dc@palashdanga.gov.bd ঠিকানায়"),
        Example("আজকের কর্মশালা পরিচালনা করেন @নাসরিন_সুলতানা"),
        Example("নলকূপ মেরামত শেষ, সহায়তায় @জনস্বাস্থ্য_প্রকৌশল_অধিদপ্তর"),
        Example("The hall was inspected by @DivCommissioner this morning."),
        Example("নতুন ভবনের উদ্বোধন", {"mentions": [{"text": "গণপূর্ত অধিদপ্তর", "kind": "unknown"}]}),
        Example(
            "জীবন নদীর মতো",
            {"mentions": [{"text": f"বন্ধু {letter}"} for letter in "কখগঘঙ"]},
            Institution("demo", name_bn="দপ্তর", may_tag=tuple(f"বন্ধু {letter}" for letter in "কখগঘঙ")),
        ),
    ),
)
