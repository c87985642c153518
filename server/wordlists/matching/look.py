"""One look at one normal form: which hits count, why others do not, and what they make together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, reduce
from operator import or_
from typing import Literal, NamedTuple

from server.bilingual import Bilingual
from server.severity import Severity
from server.text.sentences import sentences
from server.text.words import starts
from server.wordlists.matching.compiled import NAMING, Compiled, Rule
from server.wordlists.matching.evidence import adds_up, each_word_once
from server.wordlists.matching.match import Hit
from server.wordlists.matching.near import Placed, windows
from server.wordlists.matching.overlap import Cover, Span, Taken
from server.wordlists.matching.pardons import Pardons
from server.wordlists.matching.told import told
from server.wordlists.reading.schema import Term, WordList

TWO_SENTENCES = ("9.", "8", "5.tta")  # clauses whose rules may go on in the sentence behind
SLOGANS = "9.ga"  # the clause of which a remark may stand on two lines
ENDING = frozenset("।?؟!.:ঃ")  # what a line ends with that does not go on
BULLETS = frozenset("-–—•*●▪0123456789#@")
FAR = 6  # a near-rule whose words may stand so far apart also sees the sentence that follows
SHORT = 120  # code points of two sentences that are read as one remark: "What do they know? Only to beg."


Eased = Literal["", "reported", "doubted"]  # quoted, and the writer does not agree; learned evidence speaks against it
Window = tuple[int, tuple[Hit, ...]]  # a near-rule by its number, and its hits in order


class Match(NamedTuple):
    """What one term, near-rule or learned table finds: a hit or several that count together. Spans are code points of the normal form, ascending."""

    word_list: WordList
    term: Term
    severity: Severity
    spans: tuple[Span, ...]
    ending: str = ""
    how: str = "written"
    eased: Eased = ""  # why it only advises where its term would warn
    is_sure: bool = False  # of a near-rule: a term that warns by itself stands at its words
    is_spoken_of: bool = False  # of what blocks: beside it stands what would forgive a quotation, and no agreeing
    of_sentence: bool = False  # of learned evidence: one sentence says it, where all of the text together does not
    at_most: Severity = Severity.BLOCK  # what a profile may make of it there: in quotation marks a warning

    @property
    def message(self) -> Bilingual:
        """What the writer reads: the term's own, else the list's."""
        return self.term.message if self.term.message.bn else self.word_list.message


class Rulings(NamedTuple):
    """What an office's profile says of whole lists, each by its check: prohibited/parties."""

    forgiven: Set[str]  # by its mandates; what blocks is nobody's mandate
    severities: Mapping[str, Severity]

    def of(self, match: Match) -> Match | None:
        """The match as severe as the office has it; None where it is forgiven."""
        check = f"{match.word_list.folder}/{match.word_list.id}"
        if check in self.forgiven and match.severity < Severity.BLOCK:
            return None
        if check not in self.severities:
            return match
        return match._replace(severity=min(self.severities[check], match.term.most, match.at_most))


class Look:
    """The hits of one normal form, seen against the compiled lists."""

    def __init__(self, compiled: Compiled, normal: str, hits: Sequence[Hit], rules: Sequence[Rule] = ()) -> None:
        """`rules`: the near-rules that the hits make somewhere, so that no sentence is asked about all there are."""
        self._compiled = compiled
        self._rules = rules
        self._normal = normal
        self._sentences = sentences(normal)
        self.hits = list(dict.fromkeys(hit for hit in hits if hit.role.kind == "term"))
        forgiving = (hit for hit in hits if hit.role.kind != "term")
        # রায় in a leader's name is no verdict
        whole = (hit for hit in forgiving if hit.role.kind == "exception" or not self._is_of_name(hit))
        self._pardons = Pardons(compiled, normal, self._sentences, whole)

    def forgiven(self, hit: Hit, number: int | None = None, beside: Iterable[Hit] = ()) -> str:
        """Why a hit of that term (its own, where none is named) does not count, as `Pardons.why` has it."""
        return self._pardons.why(hit, number, beside)

    def _list_of(self, hit: Hit) -> WordList:
        return self._compiled.owners.list_of(hit.role.number)

    @cached_property
    def _name_spans(self) -> set[Span]:
        return _longest((hit.start, hit.end) for hit in self.hits if self._list_of(hit).id in NAMING)

    @cached_property
    def _names(self) -> Cover:
        """The names of parties and leaders."""
        return Cover(self._name_spans)

    def _is_of_name(self, hit: Hit) -> bool:
        """Whether a hit is only part of a party's or a leader's longer name: then it is that name and nothing else."""
        return (hit.start, hit.end) not in self._name_spans and self._names.holds(hit.start, hit.end)

    def _sentence(self, hit: Hit) -> int:
        return self._pardons.sentence(hit)

    def matches(self, rulings: Rulings | None = None) -> list[Match]:
        """Every match, of overlapping ones of a clause the worst or longest kept, in the order of the text.

        What an office forgives hides nothing that it does not.
        """
        found = self._found()
        if rulings:
            found = [ruled for match in found if (ruled := rulings.of(match))]
        return in_order(told(found))

    def excepted(self) -> list[Span]:
        """The places of words that an exception lets go and that no other term finds: the মরণ of জন্ম মরণ is no moron.

        Learned evidence does not count these words either.
        """
        if not self._pardons.is_any_exception:
            return []
        plain = [((hit.start, hit.end), why) for hit, why in self._judged if not self._list_of(hit).is_group]
        taken = Taken()
        taken.take(span for span, why in plain if not why)
        return [span for span, why in plain if why == "exception" and not taken.touches_any([span])]

    @cached_property
    def _judged(self) -> list[tuple[Hit, str]]:
        """Each hit, and why it does not count: what `forgiven` says."""
        return [(hit, self.forgiven(hit)) for hit in self.hits]

    def _counting(self) -> list[Hit]:
        return [hit for hit, why in self._judged if not why]

    def _found(self) -> list[Match]:
        """Every match, those that overlap among them."""
        counting = self._counting()
        return [*self._plain(counting), *self._together(counting)]

    def _plain(self, hits: Iterable[Hit]) -> Iterator[Match]:
        for hit in hits:
            if self._list_of(hit).is_group:
                continue
            word_list, term = self._compiled.owners[hit.role.number]
            if term.weight >= 1:
                quoted = self._pardons.quotes.holds(hit.start, hit.end)
                most = Severity.WARN if quoted else Severity.BLOCK  # a title, a lesson, a word condemned
                severity = min(capped(term), most)
                spoken_of = severity > Severity.WARN and self._pardons.is_spoken_of(hit.role.number, [hit])
                at = ((hit.start, hit.end),)
                yield Match(word_list, term, severity, at, hit.ending, hit.how, is_spoken_of=spoken_of, at_most=most)

    def _together(self, hits: Iterable[Hit]) -> Iterator[Match]:
        """What the hits of one sentence make together: near-rules and evidence."""
        by_sentence = self._by_sentence(hits)
        weighing: dict[int, list[Match]] = defaultdict(list)  # by sentence, the near-rules that are evidence
        for number, window in self._near(by_sentence):
            if not self._let_go(number, window):
                made = self._made(number, window)
                if made.term.weight < 1:
                    weighing[self._sentence(window[0])].append(made)
                else:
                    yield made
        for sentence, inside in by_sentence.items():
            yield from self._evidence(inside, weighing[sentence])

    def withheld(self) -> Iterator[tuple[Match, str]]:
        """What near-rules would match, were it not forgiven, and why it is: what `forgiven` says. For `explain`."""
        for number, window in self._near(self._by_sentence(self._counting())):
            reason = self._let_go(number, window)
            if reason:
                yield self._made(number, window), reason

    def untold(self) -> Iterator[tuple[Match, str]]:
        """What near-rules match and nothing forgives, but is not told. For `explain`.

        Why: "longer", another match takes its place; "light", it is evidence and does not add up.
        """
        found = self._found()
        shown = list(told(found))
        for number, window in self._near(self._by_sentence(self._counting())):
            made = self._made(number, window)
            if not self._let_go(number, window) and not _is_part(made, shown):
                yield made, "longer" if _is_part(made, found) else "light"

    def _let_go(self, number: int, window: Sequence[Hit]) -> str:
        return next(filter(None, (self.forgiven(hit, number, window) for hit in window)), "")

    def _by_sentence(self, hits: Iterable[Hit]) -> Mapping[int, Sequence[Hit]]:
        """The hits of each sentence that has some, in order."""
        found: dict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            found[self._sentence(hit)].append(hit)
        for inside in found.values():
            inside.sort(key=lambda hit: (hit.start, -hit.end))
        return found

    def _is_one_remark(self, sentence: int) -> bool:
        """Whether a sentence and the one behind it are short and stand on one line."""
        pair = self._sentences[sentence : sentence + 2]
        if len(pair) < 2 or pair[1][1] - pair[0][0] > SHORT:
            return False
        return "\n" not in self._normal[pair[0][1] : pair[1][0]]

    def _near(self, by_sentence: Mapping[int, Sequence[Hit]]) -> Iterator[Window]:
        """The near-rules that the hits of a sentence make, or of two that are one remark."""
        for inside in by_sentence.values():
            yield from self._windows(inside, self._rules)
        for sentence in by_sentence:
            here, behind = by_sentence[sentence], by_sentence.get(sentence + 1, ())
            if behind and self._is_one_remark(sentence):
                yield from self._next_door(here, behind)
            elif behind and self._goes_on_below(sentence):
                yield from self._over_lines(here, behind)

    @cached_property
    def _rules_of_slogans(self) -> Sequence[Rule]:
        return [rule for rule in self._rules if rule.word_list.clause == SLOGANS]

    @cached_property
    def _wide_rules(self) -> Sequence[Rule]:
        """Only what is said against others, of what the law keeps secret or of an own trade is a remark of two sentences."""
        wide = (rule for rule in self._rules if rule.term.within >= FAR)
        return [rule for rule in wide if rule.word_list.clause.startswith(TWO_SENTENCES)]

    def _goes_on_below(self, sentence: int) -> bool:
        """Whether one short sentence is broken into two lines, as on a poster: no mark ends the first, no bullet begins one."""
        (start, end), (below, last) = self._sentences[sentence : sentence + 2]
        is_broken = self._normal[end:below].strip(" ") == "\n" and self._normal[end - 1] not in ENDING
        return is_broken and last - start <= SHORT and not {self._normal[start], self._normal[below]} & BULLETS

    def _over_lines(self, here: Sequence[Hit], behind: Sequence[Hit]) -> Iterator[Window]:
        """What near-rules of party politics make of a slogan of two lines."""
        for number, window in self._windows([*here, *behind], self._rules_of_slogans):
            if min(hit.start for hit in window) < behind[0].start <= max(hit.start for hit in window):
                yield number, window

    def _next_door(self, here: Sequence[Hit], behind: Sequence[Hit]) -> Iterator[Window]:
        """Wide near-rules that name first, in one sentence, what they are about and go on in the sentence behind it."""
        for number, window in self._windows([*here, *behind], self._wide_rules):
            about = self._compiled.owners[number][1].near[0]
            if self._list_of(window[0]).id == about and window[0].start < behind[0].start <= window[-1].start:
                yield number, window

    def _windows(self, inside: Iterable[Hit], rules: Iterable[Rule]) -> Iterator[Window]:
        """Which of these near-rules these hits make, those that something forgives among them."""
        marks = reduce(or_, (hit.role.mark for hit in inside))
        whole = [rule for rule in rules if rule.marks & marks == rule.marks]
        if not whole:
            return
        groups = self._grouped(inside, reduce(or_, (rule.marks for rule in whole)))
        place = {name: number for number, name in enumerate(groups)}  # of rules that find the same, the first is told
        made = [rule for rule in whole if groups.keys() >= set(rule.term.near)]
        for rule in sorted(made, key=lambda rule: (place[rule.term.near[0]], rule.number)):
            placed = [[self._placed(hit) for hit in groups[name]] for name in rule.term.near]
            for window in windows(placed, rule.term.within):
                yield rule.number, window

    def _grouped(self, inside: Iterable[Hit], marks: int) -> Mapping[str, Sequence[Hit]]:
        """The hits of groups with these marks by the group's id."""
        groups: dict[str, list[Hit]] = defaultdict(list)
        for hit in inside:
            if hit.role.mark & marks and not self._is_of_name(hit):
                groups[self._list_of(hit).id].append(hit)
        return groups

    def _made(self, number: int, window: Sequence[Hit]) -> Match:
        word_list, term = self._compiled.owners[number]
        severity, spans = capped(term), tuple((hit.start, hit.end) for hit in window)
        spoken_of = severity > Severity.WARN and self._pardons.is_spoken_of(number, window)
        return Match(word_list, term, severity, spans, is_spoken_of=spoken_of)

    @cached_property
    def _starts(self) -> list[int]:
        return starts(self._normal)

    def _placed(self, hit: Hit) -> Placed:
        return Placed(bisect_right(self._starts, hit.start) - 1, bisect_left(self._starts, hit.end) - 1, hit)

    def _evidence(self, inside: Iterable[Hit], near: Iterable[Match]) -> Iterator[Match]:
        """What terms and near-rules (`near`) of a weight under 1 add up to in one sentence."""
        by_clause: dict[str, dict[Term, list[Match]]] = defaultdict(lambda: defaultdict(list))
        for hit in inside:
            if self._list_of(hit).is_group:
                continue
            word_list, term = self._compiled.owners[hit.role.number]
            if term.weight < 1:
                placed = ((hit.start, hit.end),)
                by_clause[word_list.clause][term].append(Match(word_list, term, capped(term), placed))
        for made in near:
            by_clause[made.word_list.clause][made.term].append(made)
        for matches in by_clause.values():
            found = each_word_once(matches)
            if adds_up(match.term.weight for match in found):
                spans = tuple(sorted(span for match in found for span in match.spans))
                yield found[0]._replace(severity=min(found[0].severity, Severity.WARN), spans=spans)


def in_order(matches: Iterable[Match]) -> list[Match]:
    """Matches in the order of the text, of those at one place the worst first."""
    return sorted(matches, key=lambda match: (match.spans, -match.severity))


def capped(term: Term) -> Severity:
    """The term's severity, never more than a warning where its stage says so."""
    return min(term.severity, Severity.WARN) if term.stage == "warn" else term.severity


def _longest(spans: Iterable[Span]) -> set[Span]:
    """Those that lie in no other."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return set(kept)


def _is_part(made: Match, matches: Iterable[Match]) -> bool:
    """Whether a near-rule's match is one of these, or is evidence that one of them adds up."""
    return any(
        made.word_list.clause == match.word_list.clause
        and (made.term is match.term or made.term.weight < 1)
        and set(made.spans) <= set(match.spans)
        for match in matches
    )
