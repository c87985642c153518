"""What a new table of learned evidence says in its head: clause, check, how bad, and the words that a writer reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from server.bilingual import Bilingual
from server.severity import Severity
from server.wordlists.learning.plans import SAID, SHARED
from server.wordlists.reading.fields import NO_TEXT
from server.wordlists.reading.table import FOLDER, Row, Table


class Head(NamedTuple):
    """`check`: whose finding it is, "" for the table's own; `rival`, `adds_to`, `beside`, `cued`, `cues`, `sentence`, `few_words`, `joined`, `other_words`, `instead`: as in `Table`."""

    clause: str
    title: Bilingual
    message: Bilingual
    check: str = ""
    severity: Severity = Severity.WARN
    rival: str = ""
    adds_to: str = ""
    beside: float = 0
    cued: float = 0
    cues: tuple[str, ...] = ()
    sentence: float = 0
    few_words: float = 0
    joined: float = 0
    other_words: float = 0
    instead: Bilingual = NO_TEXT


_LETTERS = {
    "nga": Head(
        "9.nga",
        Bilingual("হেয় করার কথা (শেখা)", "Demeaning words (learned)"),
        Bilingual(
            "সব মিলিয়ে কথাগুলো কাউকে হেয় করছে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "Taken together, these words seem to demean someone; please read it once more.",
        ),
        other_words=0.2,  # comments name a state or a party where they mean it ill, and say it with little words
    ),
    "kha": Head(
        "9.kha",
        Bilingual("ধর্মীয় অনুভূতিতে আঘাত (শেখা)", "Hurt to religious feelings (learned)"),
        Bilingual(
            "এ ধরনের কথায় কারও ধর্মীয় অনুভূতিতে আঘাত লাগতে পারে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "Wording like this may hurt religious feelings; please read it once more.",
        ),
    ),
    "ga": Head(
        "9.ga",
        Bilingual("দলীয় রাজনীতি (শেখা)", "Party politics (learned)"),
        Bilingual(
            "কথাগুলো দলীয় রাজনীতির বলে মনে হচ্ছে; পোস্টে তা থাকা উচিত কি না, অনুগ্রহ করে দেখুন।",
            "This reads like party politics; please see whether it belongs in an office's post.",
        ),
        beside=0.5,  # an insult of a party or its leader is party politics too
    ),
    "cha": Head(
        "9.cha",
        Bilingual("লিঙ্গবৈষম্যমূলক কথা (শেখা)", "Contempt of a gender (learned)"),
        Bilingual(
            "এ ধরনের কথা নারী বা পুরুষের প্রতি অসম্মানজনক বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "Wording like this seems to be disrespectful of women or men; please read it once more.",
        ),
    ),
    "chha": Head(
        "9.chha",
        Bilingual("উত্তেজনা ও আতঙ্ক (শেখা)", "Incitement and panic (learned)"),
        Bilingual(
            "এ ধরনের কথায় মানুষ উত্তেজিত বা আতঙ্কিত হতে পারে বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "Wording like this may inflame or frighten people; please read it once more.",
        ),
    ),
    "ka": Head(
        "9.ka",
        Bilingual("জাতীয় ঐক্য ও চেতনা (শেখা)", "National unity and spirit (learned)"),
        Bilingual(
            "কথাগুলো জাতীয় ঐক্য ও চেতনার প্রতি অসম্মানজনক বলে মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "This seems to slight national unity and spirit; please read it once more.",
        ),
    ),
    "gha": Head(
        "9.gha",
        Bilingual("জাতিগোষ্ঠী ও সম্প্রদায় (শেখা)", "Peoples and communities (learned)"),
        Bilingual(
            "কথাগুলো কোনো জাতিগোষ্ঠী বা সম্প্রদায়কে হেয় করার মতো মনে হচ্ছে; অনুগ্রহ করে আরেকবার পড়ে দেখুন।",
            "This seems to demean a people or community; please read it once more.",
        ),
    ),
}
_POSTS = {
    "family": Head(
        "6.ga",
        Bilingual("পারিবারিক ও ব্যক্তিগত কথা (শেখা)", "Family and private life (learned)"),
        Bilingual(
            "পোস্টটি পারিবারিক বা ব্যক্তিগত বিষয় নিয়ে বলে মনে হচ্ছে।",
            "This seems to be about somebody's family or private life.",
        ),
        "personal/family",
    ),
    "flattery": Head(
        "6.gha",
        Bilingual("ঊর্ধ্বতনের প্রশংসা (শেখা)", "Praise of a superior (learned)"),
        Bilingual("পোস্টটি ঊর্ধ্বতনের ব্যক্তিগত প্রশংসা বলে মনে হচ্ছে।", "This seems to praise a superior in person."),
        "flattery/superiors-praised",
        Severity.ADVISE,
    ),
    "purpose": Head(
        "6",
        Bilingual("কেনাবেচা ও বিজ্ঞাপন (শেখা)", "Trade and advertisement (learned)"),
        Bilingual(
            "লেখাটি কেনাবেচা, ভাড়া বা বিজ্ঞাপনের বলে মনে হচ্ছে; প্রতিষ্ঠানের উদ্দেশ্যের সঙ্গে মেলে না।",
            "This seems to sell, let or promote something; it does not serve the institution's purpose.",
        ),
        "purpose/adverts",
        Severity.ADVISE,
    ),
    "unimportant": Head(
        "6.gha",
        Bilingual("আলাপচারিতা (শেখা)", "Small talk (learned)"),
        Bilingual(
            "পোস্টটি আলাপচারিতা বলে মনে হচ্ছে; দাপ্তরিক তথ্য নেই।", "This seems to be small talk, with no official information."
        ),
        "unimportant/greetings",
        Severity.ADVISE,
    ),
    "figures": Head(
        "6.kha",
        Bilingual("সূত্রহীন উপাত্ত (শেখা)", "Figures with no source (learned)"),
        Bilingual("তথ্য বা উপাত্তের সূত্র উল্লেখ করা হয়নি বলে মনে হচ্ছে।", "This claim seems to come with no source."),
        "figures/source",
        Severity.ADVISE,
    ),
    "replies": Head(
        "5.jha",
        Bilingual("ফিরিয়ে দেওয়া উত্তর (শেখা)", "Replies that turn away (learned)"),
        Bilingual(
            "উত্তরটি নাগরিককে ফিরিয়ে দিচ্ছে বলে মনে হচ্ছে; এরপর কোথায় যেতে হবে, তা বলা নেই।",
            "The reply seems to turn the citizen away and names no way on.",
        ),
        "replies/closed",
        Severity.ADVISE,
    ),
    "patient": Head(
        "6.ga",
        Bilingual("রোগীর পরিচয় (শেখা)", "A patient's identity (learned)"),
        Bilingual(
            "এতে রোগীর পরিচয় ও অসুখ প্রকাশ পায় বলে মনে হচ্ছে।", "This seems to tell a patient's identity and illness."
        ),
        "personal/patient",
    ),
    "victim": Head(
        "6.ga",
        Bilingual("ভুক্তভোগীর পরিচয় (শেখা)", "A victim's identity (learned)"),
        Bilingual("এতে ভুক্তভোগী বা শিশুকে চেনা যায় বলে মনে হচ্ছে।", "A victim or child seems to be recognisable by this."),
        "personal/victim",
    ),
    "complainant": Head(
        "6.ga",
        Bilingual("অভিযোগকারীর পরিচয় (শেখা)", "A complainant's identity (learned)"),
        Bilingual(
            "এতে অভিযোগকারী বা তথ্যদাতার পরিচয় প্রকাশ পায় বলে মনে হচ্ছে।", "This seems to tell who complained or informed."
        ),
        "personal/complainant",
    ),
    "manners": Head(
        "7.gha",
        Bilingual("নাগরিকের প্রতি অশোভন কথা (শেখা)", "Rude to citizens (learned)"),
        Bilingual(
            "কথাটি নাগরিককে ধমক, খোঁচা বা হুমকি দিচ্ছে বলে মনে হচ্ছে।", "This seems to scold, mock or threaten citizens."
        ),
        "manners/rude",
        instead=Bilingual(
            "নিয়ম বা কারণটি শান্ত ও ভদ্র ভাষায় লিখুন, আর কোথায় সহায়তা পাওয়া যাবে, তা জানান।",
            "State the rule or the reason calmly and politely, and say where help is to be had.",
        ),
    ),
    "critics": Head(
        "7.gha",
        Bilingual("সমালোচককে হুমকি বা বিদ্রূপ (শেখা)", "Critics threatened or mocked (learned)"),
        Bilingual(
            "যাঁরা প্রশ্ন করেন, অভিযোগ জানান বা খবর লেখেন, কথাটি তাঁদের হুমকি দিচ্ছে বা হেয় করছে বলে মনে হচ্ছে।",
            "This seems to threaten or belittle those who ask, complain or report.",
        ),
        "critics/attacked",
        instead=Bilingual(
            "সমালোচনার জবাবে তথ্য ও নেওয়া ব্যবস্থা জানান; খবর ভুল হলে তথ্যসহ প্রতিবাদলিপি দিন।",
            "Answer criticism with facts and with what was done; where a report is wrong, publish a rejoinder that gives the facts.",
        ),
    ),
    "unlawful": Head(
        "8",
        Bilingual("আইন বা বিধিবিরুদ্ধ কাজের কথা (শেখা)", "What the law forbids (learned)"),
        Bilingual(
            "এতে আইন বা চাকরিবিধিতে নিষিদ্ধ কাজ করতে বলা হচ্ছে বা তার প্রস্তাব দেওয়া হচ্ছে বলে মনে হচ্ছে।",
            "This seems to ask for, offer or praise what the law or the service rules forbid.",
        ),
        "law/unlawful",
        instead=Bilingual(
            "কথাটি বাদ দিন; প্রয়োজনে বৈধ নিয়ম, নির্ধারিত ফি ও রসিদের কথা লিখুন।",
            "Leave it out; where needed, state the lawful procedure, the fixed fee and the receipt.",
        ),
    ),
    "leaks": Head(
        "8",
        Bilingual("গোপনীয় তথ্য প্রকাশ (শেখা)", "Secrets given away (learned)"),
        Bilingual(
            "এতে গোপনীয় বা এখনো প্রকাশের সময় হয়নি এমন দাপ্তরিক তথ্য প্রকাশ পায় বলে মনে হচ্ছে।",
            "This seems to give away official information that is secret, or not to be told yet.",
        ),
        "law/secrets",
        instead=Bilingual(
            "আনুষ্ঠানিকভাবে ঘোষিত হয়ে থাকলে সূত্র বা লিংক দিন; না হলে প্রকাশিত না হওয়া পর্যন্ত বাক্যটি বাদ রাখুন।",
            "If it has been announced officially, give the source or a link; otherwise leave the sentence out until it is published.",
        ),
    ),
}
# What is said in ever new words: rumours and threats where a source, a call or a hush stands beside them, contempt where
# those are named at whom it is aimed. Looked for on texts that nothing was learned of; the higher, the commoner the cues.
_CUED = {
    "nga": (
        0.9,
        "institutions office-words officers nga-who-bl nga-who-en jobs named-offices superiors office-life post-titles",
    ),
    "chha": (
        0.4,
        "rumour-claims rumour-calls rumour-hush rumour-sources hearsay inside-news secrecy hidden-deeds regime-doom "
        "dire-words alarm-words disaster-prophecy soon-doom spread-calls hoard-calls take-out bank-run food-refusals "
        "food-scares abductors chha-hush-bl chha-hush-en chha-exam-sale mob-calls mob-threats attack-calls "
        "assault-manners break-vows chha-threats-bl chha-threats-en desecration-claims unrest-calls threat-ends "
        "known-homes do-not-let raid-words",
    ),
}


# A remark that slipped into a proper report: its sentence by itself has to come to more than a whole text does.
SLIPPED_IN = 1.4
# Of everyday comments that these tables flag wrongly half have fewer than ten words, of strangers' hostile posts one in twenty.
FEW_WORDS = 0.1
OTHER_WORDS = 0.1
# Where two taught letters lean to a stretch of many words it is seldom an office's; which of the two, the higher sum says.
JOINED = 0.6
# The same for a family matter, a praise, an advertisement, a patient ... beside other sentences. What says nothing of weight is no
# part of a post, and an answer is told as a whole.
_IN_A_POST = {
    "family": 1.7,
    "flattery": 1.4,
    "purpose": 1.4,
    "figures": 1.4,
    "patient": 1.1,
    "victim": 1.1,
    "complainant": 1.5,
    "manners": 1.05,
    "critics": 1.1,
    "unlawful": 1.25,
    "leaks": 1.4,
}


def _taught(letter: str, head: Head) -> Head:
    """The head of a letter's taught table: its findings are told as those of the letter's own table, learned from comments.

    Of the taught letters the one with the highest sum is told; beside another letter only one to which comments lean too.
    """
    cued, cues = _CUED.get(letter, (0, ""))
    own = f"{FOLDER}/{letter}"
    return head._replace(
        check=own,
        rival="letter",
        beside=0.5,
        cued=cued,
        cues=tuple(cues.split()),
        sentence=SLIPPED_IN,
        few_words=FEW_WORDS,
        joined=JOINED,
        other_words=OTHER_WORDS,
    )


_TAUGHT = {f"{SAID}{letter}": _taught(letter, head) for letter, head in _LETTERS.items()}
_TAUGHT[SHARED] = Head(
    "9",
    Bilingual("যা দপ্তরের মুখে মানায় না (শেখা, ৯-এর সব দফায়)", "What no office should say (learned, for all of 9)"),
    Bilingual("", ""),
    adds_to="letter",
)
for _name in ("family", "flattery", "purpose", "unimportant"):  # a post is of one of these
    _POSTS[_name] = _POSTS[_name]._replace(rival="post")
for _name in ("leaks", "unlawful"):  # what is not to be told yet, or not to be done
    _POSTS[_name] = _POSTS[_name]._replace(rival="breach")
for _name, _sum in _IN_A_POST.items():
    _POSTS[_name] = _POSTS[_name]._replace(sentence=_sum)
HEADS = _LETTERS | _TAUGHT | _POSTS


def table_of(name: str, rows: Iterable[Row]) -> Table:
    """A table with its head and these rows, as a new file would have it."""
    head = HEADS[name]
    return Table(
        name,
        f"{FOLDER}/{name}.tsv",
        head.clause,
        head.title,
        head.message,
        tuple(rows),
        head.check,
        head.severity,
        head.rival,
        head.adds_to,
        head.beside,
        head.cued,
        head.cues,
        head.sentence,
        head.few_words,
        head.joined,
        head.other_words,
        instead=head.instead,
    )
