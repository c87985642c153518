"""Digits of a normal form, and its figures: shares, great numbers, counts; neither money, ages, chances nor the nation's size.

All spans are half-open and count code points of the normal form. Patterns that cost more raise TimeoutError.
"""

from __future__ import annotations

import re

import regex

from server.text.days import days_of_months
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT


def _pattern(text: str) -> str:
    """A pattern over the normal form, in which ~ stands for what a word goes on with."""
    return normalise(text).replace("~", f"[a-z0-9_{BANGLA}]")


_NUMBER = r"\d[\d.,]{0,14}+"
_FEW = "দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়"
_SHARES = (  # the ways of telling a share, or a number so great that it is one of a whole people
    # ২৫ শতাংশ, 3.5 million
    rf"(?<![\d.,]){_NUMBER}\s?(?:%|শতাংশ|ভাগ|percent|per cent|লাখ|লক্ষ|কোটি|lakh|crore|million|billion|vag|bhag|shotangsho|lokkho|koti)",
    rf"(?:শতকরা|shotkora|shatkora)\s?{_NUMBER}",  # শতকরা ৪০
    rf"প্রতি\s?{_NUMBER}\s?জনে",  # প্রতি ১০০ জনে
    r"(?<![\d.,])\d{1,4}+ (?:in|out of) \d{1,7}",  # 3 out of 10
    rf"প্রতি (?:{_FEW}|দশ)\s?জন(?:ে| [^।\n]{{2,16}} একজন)",  # প্রতি তিন জন নারীর একজন
    r"(?:অর্ধেক|ordhek) (?:মানুষ|নারী|শিশু|জনগোষ্ঠী|manush|nari|shishu)|অর্ধেকেরও? (?:বেশি|কম)",
    r"\d{1,4}+\s?জন(?:ের| [^ ।\n]{2,12}র) মধ্যে \d{1,4}|\d{1,4}+ jon(?:er)? (?:manusher )?mod?dhe \d{1,4}",  # ১০ জনের মধ্যে ৪
    # দশ জন মানুষের মধ্যে নয় জন
    rf"(?:{_FEW}|দশ)\s?জন(?:ের| [^ ।\n]{{2,12}}র) মধ্যে (?:এক|{_FEW})\s?জন",
    r"proti \d{1,3}+ jon[^.\n]{0,24}? \d{1,3} jon",
    r"(?:এক|দুই|তিন)[- ]?(?:তৃতীয়াংশ|চতুর্থাংশ|পঞ্চমাংশ)",
    r"(?:one|two|three)[- ](?:thirds?|quarters?|fifths?) of|half of|one in (?:two|three|four|five|six|ten)",
    # প্রতি বছর ১২ হাজার
    rf"(?:প্রতি ?বছর|বছরে|প্রতি ?দিন|every year|each year|every day)[^\d।\n]{{0,24}}+{_NUMBER}\s?(?:হাজার|thousand)",
)
SHARE = regex.compile(normalise("|".join(_SHARES)))
# one of these, or a word that opens `PROPORTION`, stands in every share: without them the dear pattern need not look (but in
# দশ জন মানুষের মধ্যে নয় জন, which only learned evidence asks for: মধ্যে alone stands in half of all notices)
COUNTED = re.compile(
    normalise(
        r"[0-9.,]\s?(?:%|শতাংশ|ভাগ|per|লাখ|লক্ষ|কোটি|lakh|crore|vag|bhag|shotangsho|lokkho|koti|[mb]illion|হাজার|thousand|জনে| ?in | ?out of )"
    )
)
_WORDED = tuple(map(normalise, ("শতকরা", "অর্ধেক", "তৃতীয়াংশ", "চতুর্থাংশ", "পঞ্চমাংশ")))
_IN_EACH = re.compile(normalise(f"প্রতি (?:{_FEW}|দশ)"))
_AMONG = re.compile(normalise(f" মধ্যে (?:এক|{_FEW})"))
_UNIT_WORD = re.compile(normalise(" (?:কোটি|লাখ|লক্ষ|koti|crore|million)"))
_LONGEST_NUMBER = 12  # code points of a number in words
# neither the seven and a half crore of 1971 nor its thirty lakh dead and two lakh women
_IN_WORDS = re.compile(
    _pattern(
        r"(?<!~)(?:(?:সাড়ে )?(?:এক|দুই|তিন|চার|পাঁচ|ছয়|আট|নয়|দশ)|দেড়|আড়াই)(?= কোটি)"
        r"|(?<!~)(?:পাঁচ|ছয়|আট|দশ|বারো|পনেরো|বিশ|পঞ্চাশ)(?= (?:লাখ|লক্ষ))"
        r"|(?<!~)(?:ek|dui|tin|char|pach|panch|choy|at|noy|dosh|der|arai)(?= koti)"
        r"|(?<!~)(?:one|two|four|five|six|eight|nine|ten|twenty|forty|fifty)(?= (?:crore|million))"
    )
)
# what goes on to be money: "২৭ কোটি ৮২ লাখ টাকার"
_MONEY = regex.compile(
    normalise(r"(?:\s?\d[\d.,]{0,14}+\s?(?:লাখ|লক্ষ|হাজার|কোটি|শত)){0,4}+\s?(?:টাকা|taka|tk|৳|ডলার|dollar|usd)")
)
_MONEY_BEFORE = re.compile(normalise(r"(?:(?<![a-z])(?:tk|taka|bdt|usd)|টাকা|৳|\$)\.? ?") + r"\Z")
# how long ago, how likely by nature: ৬ কোটি বছর আগে, সন্তানের রোগী হওয়ার ঝুঁকি ২৫%
_YEARS = regex.compile(
    normalise(
        r"(?:\s?\d[\d.,]{0,14}+\s?(?:লাখ|লক্ষ|হাজার|কোটি|lakh|koti|hajar|crore)){0,3}+\s?(?:বছর|বৎসর|bochor|bosor|years?(?![a-z]))"
    )
)
_AGES = regex.compile(
    _pattern(
        r"(?<!~)(?<![.,])\d[\d.,]{0,14}+(?:\s?(?:লাখ|লক্ষ|হাজার|কোটি|lakh|koti|hajar|crore)(?:\s?\d[\d.,]{0,14}+)?){1,3}+\s?(?:বছর|বৎসর|bochor|bosor|years?(?![a-z]))"
    )
)
_CHANCE = re.compile(
    normalise("(?:ঝুঁকি|সম্ভাবনা|আশঙ্কা|jhuki|jhunki|somvabona|sombhabona|risk|chance|probability)")
    + r"(?: (?:holo|is|of|only|a|প্রায়|মাত্র|থাকে|হলো))? ?\Z"
)
_COUNTED_FEW = re.compile(rf"(?<![0-9.,])[0-9]{{1,3}} ?(?:{normalise('জন')}|jon)(?![a-z])[^।.!?\n%]{{0,40}}, ?\Z")
_REACH = 60  # code points before a share in which those stand
_NATION = regex.compile(normalise(r"1[5-9]\s?(?:কোটি|koti|crore)"))  # the whole people, not a figure
# a number that may be a figure, with its unit and what is counted: neither a year, a time of day, an age nor the number of a thing
_UNIT = "%|শতাংশ|ভাগ|percent|per cent|vag|bhag|গুণ|gun|জন|jon|লাখ|লক্ষ|কোটি|হাজার|lakh|crore|million|koti|hajar"
_COUNT = regex.compile(
    _pattern(
        rf"(?<!~)(?<![.,:/-])(?!(?:19|20)\d\d(?!\d))\d[\d.,]{{0,14}}+(?:\s?(?:{_UNIT})(?![a-z]))?"
        r"(?![\d:/-]|\s?(?:টায়|টা|বছর|তারিখ|নম্বর|নং|bochor|tarikh|year|er age|am|pm|ta(?![a-z])|tay))"
        r"(?:(?<=percent|per cent) of ~{2,24}|(?<!percent|per cent) (?!(?:এখন|হয়|ekhon|ar|and|to|in|o)(?!~))~{2,24})?"
    )
)


def digits_in(written: str) -> str:
    """The digits of what was written, whatever stands between them."""
    return "".join(filter(str.isdigit, written))


def shares(normal: str) -> list[tuple[int, int]]:
    """Shares and great numbers that are figures, ascending; those of `in_words` are no part of them."""
    return [found.span() for found in SHARE.finditer(normal, timeout=TIMEOUT) if _is_figure(normal, found)]


def may_be_worded(normal: str) -> bool:
    """Whether a share may be told in Bangla words alone: a draft of Bangla has no other where nothing is `COUNTED`."""
    if any(word in normal for word in _WORDED):
        return True
    return any(pattern.search(normal) is not None for pattern in (_IN_EACH, _AMONG))


def in_words(normal: str) -> list[tuple[int, int]]:
    """Great numbers told in words: চার কোটি, ten million; no money."""
    found = []
    for unit in _UNIT_WORD.finditer(normal):
        number = _IN_WORDS.search(normal, max(0, unit.start() - _LONGEST_NUMBER), unit.end())
        if number and not _MONEY.match(normal, unit.end()):
            found.append((number.start(), unit.end()))
    return found


def quantities(normal: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """(shares, counts) between two places, each ascending, whatever they count but ages and days: ৬ কোটি বছর is neither."""
    ages = [found.span() for found in _AGES.finditer(normal, start, end)]
    days = days_of_months(normal, start, end)
    counts = [found.span() for found in _COUNT.finditer(normal, start, end, timeout=TIMEOUT)]
    shared = [found.span() for found in SHARE.finditer(normal, start, end, timeout=TIMEOUT)]
    others = [span for span in counts if not _lies_in(span, [*ages, *days])]
    return [span for span in shared if not _lies_in(span, ages)], others


def _lies_in(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(first <= span[0] < last for first, last in spans)


def _is_figure(normal: str, found: regex.Match[str]) -> bool:
    """Neither money nor the nation: ১৮ কোটি মানুষের পক্ষে."""
    paid = _MONEY_BEFORE.search(normal, max(0, found.start() - _LONGEST_NUMBER), found.start())
    if paid or _MONEY.match(normal, found.end()) or _NATION.fullmatch(found[0]) or _YEARS.match(normal, found.end()):
        return False
    return not (_CHANCE.search(normal, max(0, found.start() - _REACH), found.start()) or _is_of_counted(normal, found))


def _is_of_counted(normal: str, found: regex.Match[str]) -> bool:
    """Whether half are women of those few who were counted just before."""
    return "%" not in found[0] and bool(_COUNTED_FEW.search(normal, max(0, found.start() - _REACH), found.start()))
