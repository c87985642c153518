"""Why a text is flagged, or why it is not: `flask wordlists explain "text"`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from server.bilingual import Bilingual, in_bangla
from server.severity import Severity
from server.text.endings import cut
from server.text.offsets import Offsets
from server.text.sentences import sentences
from server.text.words import words
from server.wordlists.facts.leanings import leanings_in
from server.wordlists.learned.doubted import doubted
from server.wordlists.learned.silences import (
    CONDEMNED,
    KINDS_ALONE,
    LISTED,
    OTHER_LETTER,
    PLAIN_ALONE,
    PROPER,
    RIVAL,
    SHORT,
    TOLD,
    UNLESS,
)
from server.wordlists.learned.sums import LEANING, LEARNED
from server.wordlists.learned.totals import Total, totals, totals_of_bodies, totals_of_sentences
from server.wordlists.matching.compiled import Forgiving
from server.wordlists.matching.look import Look, Match, capped
from server.wordlists.matching.match import ALL, Hit
from server.wordlists.matching.overlap import Span
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.schema import SHADOW
from server.wordlists.reading.table import Table
from server.wordlists.ruleset import RUMOURS, Ruleset

Untold = tuple[tuple[tuple[Span, ...], str], int, str]  # where and why, the term's number, its source
NotTold = tuple[tuple[Span, ...], str, str]  # where something is not told, why, and the words that let it go
HALF_WAY = 0.5  # of the sum that is a finding: less is not worth telling
SHOWN = 6  # rows told of a table
SHORTEST = 3  # code points: a shorter beginning says nothing
HOW = {
    "written": Bilingual("হুবহু", "as written"),
    "folded": Bilingual("বাংলিশ বানানে", "in Banglish"),
    "disguised": Bilingual("ছদ্ম বানানে", "in disguise"),
    LEARNED: Bilingual("শেখা ওজনের যোগফলে", "by learned weights"),
    LEANING: Bilingual(
        "শেখা ওজন ১-এর কম; পরীক্ষাটি বিপরীত কিছু না পেলে তবেই জানায়",
        "a sum under 1, only where its check sees nothing against it",
    ),
}
UNTOLD = {
    UNLESS: Bilingual("ছাড়: unless-এর কথা আছে", "let go: a phrase of unless stands there"),
    CONDEMNED: Bilingual(
        "ছাড়: উদ্ধৃতিচিহ্নের ভেতরে, পাশে তা নিয়ে ব্যবস্থার কথা", "let go: in quotation marks, and what was done about it beside"
    ),
    PLAIN_ALONE: Bilingual("ছাড়: সাধারণ শব্দ, একা (plain.txt)", "let go: a plain word by itself (plain.txt)"),
    KINDS_ALONE: Bilingual(
        "ছাড়: শুধু নাম, group ও বিষয় মিলেছে, বা নাম ও ছোট শব্দের (little.txt) বাইরে তেমন কিছু নয়",
        "let go: only names, groups and senses add, or hardly more than names and little words (little.txt)",
    ),
    RIVAL: Bilingual(
        "জানানো হয় না: একই rival-এর অন্য সারণির যোগফল বেশি", "not told: another table of its rivals sums higher"
    ),
    TOLD: Bilingual("জানানো হয় না: আগেই জানানো হয়েছে", "not told: something told already says it"),
    LISTED: Bilingual("জানানো হয় না: তালিকা এখানে এই অনুচ্ছেদ জানায়", "not told: a list warns of this clause here"),
    OTHER_LETTER: Bilingual(
        "জানানো হয় না: এখানে অন্য দফা জানানো হয়েছে, তাই বেশি ওজন লাগে",
        "not told: another letter is told here, so a higher sum is needed",
    ),
    SHORT: Bilingual(
        "জানানো হয় না: শব্দ কম, বা পাশে যা লাগে তা নেই", "not told: too few words, or nothing beside it that helps"
    ),
    PROPER: Bilingual("জানানো হয় না: চারপাশ স্পষ্টই দাপ্তরিক", "not told: the text around it clearly reads like an office's"),
}
SHADOWED = Bilingual("stage: shadow, তাই শুধু গোনা হয়, দেখানো হয় না", "stage: shadow, so counted and not shown")
EASED = {
    "": "",
    "reported": ", উদ্ধৃত কথা, লেখক তাতে একমত নন | quoted, and the writer does not agree",
    "doubted": ", শেখা ওজন বিপক্ষে (শুধু সতর্ক করে এমন near-নিয়মে) | learned weights speak against it (of near-rules that warn alone)",
}
UNHELD = ", উদ্ধৃত, বা শেখা ওজন বিপক্ষে, তাই স্থগিতের বদলে | quoted, or learned weights speak against it, so not held"
LET_GO = {
    "link": Bilingual("ঠিকানার (URL, ই-মেইল) ভেতরে", "inside a web or mail address"),
    "name": Bilingual("মানুষের নামের অংশ", "part of a person's name"),
    "exception": Bilingual("ব্যতিক্রমের (except) ভেতরে", "inside an exception"),
    "context": Bilingual("একই বাক্যে ছাড় দেওয়ার শব্দ (context) আছে", "a forgiving word (context) in the same sentence"),
    "denied": Bilingual("পরের বাক্যে তা অস্বীকার করা হয়েছে", "the next sentence denies it"),
    "quoted": Bilingual(
        "উদ্ধৃতিচিহ্নের ভেতরে, আর পাশে তা নিয়ে ব্যবস্থা নেওয়ার কথা আছে", "in quotation marks, and what was done about it beside"
    ),
    "longer": Bilingual("দীর্ঘতর বা কঠোরতর মিল একই জায়গায় আছে", "where a longer or stricter match stands"),
    "alone": Bilingual("group-এর শব্দ; পাশে অন্য group-এর শব্দ নেই", "a group's word; no partner of another group near it"),
    "light": Bilingual("ওজন (weight) মিলে ১ হয়নি", "its weight does not add up to 1"),
}


def explain(text: str, ruleset: Ruleset) -> Iterator[str]:
    """Lines in Bangla and English: the normal form, its words, what matched, what nearly did and what let it go."""
    return iter(dict.fromkeys(_lines(text, ruleset)))


def _lines(text: str, ruleset: Ruleset) -> Iterator[str]:
    offsets, matches = ruleset.read(text)
    normal = offsets.normal
    hits, look = _seen(normal, ruleset)
    shadowed = ruleset.shadowed(normal)
    yield f"স্বাভাবিক রূপ | normal form: {normal}"
    yield f"শব্দ | words: {' · '.join(word.text for word in words(normal)) or '—'}"
    for match in matches:
        yield _found(match, offsets, text)
    yield from _all_let_go(offsets, ruleset, hits, _not_told(look, ruleset, matches, shadowed))
    for match in shadowed:
        yield f"{_found(match, offsets, text)}, {SHADOWED.bn} | {SHADOWED.en}"
    on_trial = list(_on_trial(offsets, ruleset))
    yield from on_trial
    for match in ruleset.look_further(normal)[1]:
        yield _found(match, offsets, text)
    yield from _learned(normal, ruleset, look, matches)
    for word in words(normal):
        yield from _nearly(word.text, ruleset)
    if not hits and not matches and not shadowed and not on_trial:
        yield "কোনো তালিকার কোনো শব্দ নেই | no word of any list"


def _seen(normal: str, ruleset: Ruleset) -> tuple[Sequence[Hit], Look]:
    """All hits of a normal form, and the look that judges them."""
    opened = ruleset.phrases.open(normal)
    hits = ruleset.phrases.walk(opened, ALL)
    return hits, Look(ruleset, normal, hits, list(ruleset.near_rules(ruleset.phrases.marks(opened))))


def _all_let_go(offsets: Offsets, ruleset: Ruleset, hits: Sequence[Hit], found: Iterable[Untold]) -> Iterator[str]:
    """A line for each place and reason that `_not_told` found; one for all words of groups that have no partner."""
    not_told: dict[NotTold, set[str]] = {}  # a word may be of thirty groups: one line for all of them
    alone: dict[Span, set[str]] = {}
    for (spans, reason), number, source in found:
        if reason == "alone":
            alone.setdefault(spans[0], set()).add(ruleset.owners[number][0].id)
            continue
        by = _forgiver(ruleset.forgiving(number), hits, spans, reason, offsets.normal)
        not_told.setdefault((spans, reason, by), set()).add(source)
    for (spans, reason, by), sources in sorted(not_told.items()):
        yield _let_go(", ".join(sorted(sources)), spans, reason, offsets) + by
    yield from _of_groups_alone(alone, offsets)


def _on_trial(offsets: Offsets, ruleset: Ruleset) -> Iterator[str]:
    """What lets a row of `stage: shadow` go that stands in the text: a weight that does not add up, an exception ..."""
    muted = ruleset.muted_alone
    if muted is None:
        return
    hits, look = _seen(offsets.normal, muted)
    found = _not_told(look, muted, muted.listed(offsets.normal), ())
    not_shown = (one for one in found if muted.owners[one[1]][1].stage == SHADOW)  # the others are retired
    for line in _all_let_go(offsets, muted, hits, not_shown):
        yield f"{line} (stage: shadow)"


def _not_told(look: Look, ruleset: Ruleset, matches: Sequence[Match], shadowed: Sequence[Match]) -> Iterator[Untold]:
    """Each near-rule and each hit that is not told: where and why, the term's number, its source."""
    numbers = {id(term): number for number, (_, term) in enumerate(ruleset.owners)}
    nearly = [*look.withheld(), *look.untold()]
    for match, reason in nearly:
        yield (match.spans, reason), numbers[id(match.term)], match.term.source
    # what these say of a word is truer than that it has no partner
    explained = {span for match in (*(match for match, _ in nearly), *shadowed) for span in match.spans}
    listed = [match for match in matches if match.how != LEARNED]
    for hit in look.hits:
        reason, span = look.forgiven(hit) or _why_not(hit, ruleset, listed), (hit.start, hit.end)
        if reason and not (reason == "alone" and span in explained):
            yield ((span,), reason), hit.role.number, ruleset.owners[hit.role.number][1].source


def _forgiver(sets: Forgiving, hits: Sequence[Hit], spans: Sequence[Span], reason: str, normal: str) -> str:
    """The phrase that lets something go, as it is to be shown: of an exception around it, or of a context in its sentence."""
    if reason == "exception":
        own, places = sets.exceptions, list(spans)
    elif reason == "context":
        own, places = sets.contexts, [one for one in sentences(normal) if any(one[0] <= at < one[1] for at, _ in spans)]
    else:
        return ""
    for hit in hits:
        if hit.role.kind == reason and hit.role.number in own and any(_share(hit, place) for place in places):
            return f": ‘{normal[hit.start : hit.end]}’"
    return ""


def _share(hit: Hit, place: Span) -> bool:
    return hit.start < place[1] and place[0] < hit.end


def _learned(normal: str, ruleset: Ruleset, look: Look, matches: Sequence[Match]) -> Iterator[str]:
    """Each table that comes half way to a finding: its sum, and the rows that weigh most for or against it.

    Of a sentence among others where its sum would be a finding if nothing else were said.
    """
    leanings = ruleset.data(leanings_in)
    listed = doubted(ruleset.listed(normal), normal, ruleset.learned)
    excepted = [*look.excepted(), *ruleset.muted(normal, listed)]
    for total in _totals(ruleset, normal, excepted, leanings, listed):
        if total.sum >= min(HALF_WAY, total.table.cued or HALF_WAY):
            yield _summed(total, _enough(total.table, leanings.get(total.table.id, ENOUGH)))
    for total in totals_of_bodies(ruleset.learned, normal, excepted, listed):
        yield _summed(total, "শুরু ও শেষের অল্প কথা বাদে; ১ হলে ধরা | without the few words around it; 1 is a finding")
    told = [match for match in matches if not match.of_sentence]
    for total in totals_of_sentences(ruleset.learned, normal, excepted, told):
        if total.sum >= ENOUGH:
            enough = f"{in_bangla(total.enough)} হলে ধরা | in one sentence; {total.enough:g} is a finding"
            shown = total if total.sum >= total.enough else total._replace(untold="")
            yield _summed(shown, f"একটি বাক্যে; {enough}")


def _enough(table: Table, leaning: float) -> str:
    """From what sum on a table tells something."""
    bn, en = "১ হলে ধরা", "1 is a finding"
    if table.cued:
        bn, en = f"{bn}, cues-এর কথা থাকলে {in_bangla(table.cued)}", f"{en}, {table.cued:g} beside a phrase of its cues"
    if table.joined:
        bn = f"{bn}, বেশি কথার লেখায় আরেকটি শেখানো দফা কাছাকাছি এলে {in_bangla(table.joined)}"
        en = f"{en}, {table.joined:g} in many words where another taught letter comes near"
    if leaning < ENOUGH:
        bn, en = f"{bn}, {in_bangla(leaning)} থেকে পরামর্শ হতে পারে", f"{en}, from {leaning:g} on it may advise"
    return f"{bn} | {en}"


def _totals(
    ruleset: Ruleset, normal: str, excepted: Sequence[Span], leanings: Mapping[str, float], listed: Sequence[Match]
) -> Iterator[Total]:
    """What each table sums up to; of rumours without the sentences that the next one denies."""
    denied = ruleset.denied(normal)
    for total in totals(ruleset.learned, normal, excepted, leanings, listed):
        if not denied or total.table.clause != RUMOURS:
            yield total
    for total in totals(ruleset.learned, normal, [*excepted, *denied], leanings, listed) if denied else ():
        if total.table.clause == RUMOURS:
            yield total


def _summed(total: Total, enough: str) -> str:
    """One line of what a table sums up to, with its heaviest rows. `enough`: from what sum on it would be a finding."""
    shown = ", ".join(
        f"{' '.join(word.text for word in part.words)} {part.weight:+.2f} ({part.row.entry})"
        for part in total.weighed[:SHOWN]
        if part.row
    )
    let_go = f", {UNTOLD[total.untold].bn} | {UNTOLD[total.untold].en}" if total.untold else ""
    if total.few:
        enough += f", শব্দ কম বলে {in_bangla(round(total.few, 2))} বাদ | {total.few:g} less for few words (few_words)"
    table = total.table
    return f"শেখা ওজন | learned: {table.file}, {table.clause}: {total.sum:.2f} ({enough}{let_go}): {shown}"


def _found(match: Match, offsets: Offsets, text: str) -> str:
    shown = " … ".join(text[slice(*offsets.span(*span))] for span in match.spans)
    how = HOW[match.how]
    ending = f", ‘{match.ending}’ বিভক্তিসহ | with the ending '{match.ending}'" if match.ending else ""
    why = UNHELD if match.severity is Severity.WARN < capped(match.term) else EASED[match.eased]
    return (
        f"মিলেছে | found: «{shown}» {match.term.source}, {match.word_list.clause}, "
        f"{match.severity.word} ({how.bn} | {how.en}{ending}{why})"
    )


def _of_groups_alone(alone: Mapping[Span, Collection[str]], offsets: Offsets) -> Iterator[str]:
    """One line for all words of groups that have no partner; in most sentences every other word is one. `alone`: place → groups."""
    if alone:
        shown = (
            f"«{offsets.original[slice(*offsets.span(*span))]}» {', '.join(sorted(groups))}"
            for span, groups in sorted(alone.items())
        )
        yield f"একা | alone: {' · '.join(shown)}: {LET_GO['alone'].bn} | {LET_GO['alone'].en}"


def _let_go(source: str, spans: Sequence[Span], reason: str, offsets: Offsets) -> str:
    shown = " … ".join(offsets.original[slice(*offsets.span(*span))] for span in spans)
    return f"ছাড় | let go: «{shown}» {source}: {LET_GO[reason].bn} | {LET_GO[reason].en}"


def _why_not(hit: Hit, ruleset: Ruleset, matches: list[Match]) -> str:
    """Why a hit that nothing forgives made no match of its own; "" where it did, or where it is part of one."""
    word_list, term = ruleset.owners[hit.role.number]
    for match in matches:
        for start, end in match.spans:
            if start <= hit.start and hit.end <= end:
                whole = (start, end) == (hit.start, hit.end)
                return "" if match.term is term or whole else "longer"
    if word_list.is_group:
        return "alone"
    return "light" if term.weight < 1 else "longer"


def _nearly(word: str, ruleset: Ruleset) -> Iterator[str]:
    """A word that begins as a term does but goes on with what is no ending: বালিশ."""
    if ruleset.phrases.vocabulary.readings(word) or word.isascii():
        return
    known = ruleset.phrases.vocabulary
    for length in range(len(word) - 1, SHORTEST - 1, -1):
        stem = word[:length]
        if stem in known and stem not in {cut_stem for cut_stem, _ in cut(word, "noun")}:
            rest = word[length:]
            yield f"প্রায় | nearly: «{word}» = {stem} + ‘{rest}’: ‘{rest}’ বিভক্তি নয় | '{rest}' is no ending of it"
            return
