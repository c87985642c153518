"""What the benches run on: invented terms, ordinary texts of the harmless sentences, and hostile ones. Nothing random."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from server.bilingual import Bilingual
from server.text.normalise import normalise
from server.wordlists.facts.guideline import Guideline
from server.wordlists.load import Lists, harmless_sentences, load
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.reading.schema import Term, WordList
from server.wordlists.ruleset import Ruleset

ROOT = Path(__file__).resolve().parents[2]
CONSONANTS = "কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ"
LETTERS = "অআইউএওকখগঘঙচছজঝটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঁািীুূৃেৈোৌ্"
DRAFTS = 60_000  # code points of ordinary text, of whose sentences drafts are made
SIGNS = ("", "া", "ি", "ু", "ে", "ো", "্র", "ং")


def common_words() -> list[str]:
    """The words of harmless/words.tsv: real Bangla, of whose halves terms are invented."""
    lines = (ROOT / "wordlists/harmless/words.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if "\t" in line]


def terms(count: int, seed: int = 7) -> list[str]:
    """So many invented words with the letters of real ones, none of them real; one of eight a phrase of two."""
    rng = random.Random(seed)
    real = [word for word in common_words() if len(word) >= 3]
    known, found = set(real), dict[str, None]()
    while len(found) < count:
        first, second = rng.choice(real), rng.choice(real)
        word = first[: rng.randint(1, len(first) - 1)] + second[rng.randint(1, len(second) - 1) :]
        if 3 <= len(word) <= 12 and word not in known and word[0] >= "\u0985" and word == normalise(word):
            found[f"{word} {second}" if len(found) % 8 == 0 else word] = None
    return list(found)


def quiet_terms(count: int) -> list[str]:
    """Terms that no ordinary text holds: the engine finds nothing, as in nearly every draft of an office."""
    made = terms(count + count // 20)
    heard = {match.term.text for match in ruleset(made).look(normalise(ordinary(DRAFTS)))}
    while True:
        kept = [term for term in made if term not in heard]
        more = {match.term.text for match in ruleset(kept).look(normalise(ordinary(DRAFTS)))}
        if not more:
            return kept[:count]
        heard |= more


def word_list(words: list[str]) -> WordList:
    """A list of these terms."""
    title = Bilingual("তালিকা", "List")
    made = tuple(Term(text=word, file="bench/prohibited/bench.yaml", line=line) for line, word in enumerate(words, 1))
    return WordList("prohibited", "bench", "bench/prohibited/bench.yaml", "9.nga", title, title, made)


def ruleset(words: list[str]) -> Ruleset:
    """These terms, compiled."""
    return Ruleset(Lists(Guideline("2016", {}), (word_list(words),), "bench", ""))


def beside_the_shipped(words: list[str]) -> Ruleset:
    """These terms beside all shipped lists, learned evidence included."""
    lists, _ = load([SHIPPED])
    return Ruleset(replace(lists, lists=(*lists.lists, word_list(words))))


# What offices post every day, and the hardest of it for the checks: numbers, each of which is judged.
NOTICE = (
    "উপজেলা প্রশাসনের আয়োজনে আগামী রবিবার সকাল ১০টায় উপজেলা পরিষদ সম্মেলন কক্ষে গণশুনানি অনুষ্ঠিত হবে। "
    "ভূমি, কৃষি, স্বাস্থ্য ও শিক্ষা বিষয়ে আপনার কথা সরাসরি জানাতে পারবেন। সঙ্গে জাতীয় পরিচয়পত্রের অনুলিপি আনুন।"
)
PHONES = "জরুরি প্রয়োজনে নিয়ন্ত্রণ কক্ষের নম্বর:\n" + "\n".join(f"ইউনিয়ন {n}: ০১৭{n}২-৩৪৫৬৭{n}" for n in range(10))


def ordinary(length: int) -> str:
    """An ordinary text of so many code points: the sentences of harmless/, most of it Bangla."""
    sentences = [sentence for _, _, sentence in harmless_sentences([ROOT / "wordlists"], aside=False)]
    bangla = [text for text in sentences if sum("\u0980" <= letter <= "\u09ff" for letter in text) > len(text) / 2]
    text = " ".join(bangla)
    return (text * (length // len(text) + 1))[:length]


def long_ordinary(length: int) -> str:
    """A long ordinary text of so many code points: words drawn as often as official texts use them."""
    lines = (ROOT / "wordlists/harmless/words.tsv").read_text(encoding="utf-8").splitlines()
    counted = [line.split("\t") for line in lines if "\t" in line]
    drawn = random.Random(5).choices([word for word, _ in counted], [int(count) for _, count in counted], k=length // 5)
    text = " ".join(word + ("।" if place % 11 == 10 else "") for place, word in enumerate(drawn))
    return (text * 2)[:length]


def _of_all_letters(length: int) -> str:
    """So many code points of words that nobody ever wrote, short and long ones."""
    rng = random.Random(4)
    made = ("".join(rng.choices(LETTERS, k=rng.randint(3, 11))) for _ in range(length // 3))
    return " ".join(made)[:length]


def hostile(length: int) -> dict[str, str]:
    """Texts of so many code points made to be slow, and two that are slow unmeant."""
    seeds = {
        "one letter": "ক", "one consonant and virama": "ক্", "vowel signs": "া", "nukta": "়", "joiners": "\u200d", "ক and joiner": "ক\u200d",
        "spaces": " ", "newlines": "\n", "dots": ".", "letters and dots": "ক.", "latin letters and dots": "s.", "letters and spaces": "ক ",
        "latin letters and spaces": "s h ", "digits": "1", "bangla digits": "১", "digits and spaces": "1 ", "digits and hyphens": "1-",
        "phone numbers": "01712345678 ", "at signs": "@", "mails": "a@a.", "a run of mail letters": "a-", "links": "http://a.b/", "hashtags": "#ক ",
        "brackets": "(", "emoji": "🎉", "family emoji": "👨\u200d👩\u200d👧", "leet": "$h@1@ ", "exclamations": "!a", "combining": "a\u0301",
        "zalgo": "a" + "\u0301\u0302\u0303\u0304" * 8, "full width": "ａ", "mathematical": "𝒶", "cyrillic": "а", "hangul": "\u1100\u1161\u11a8", "rtl": "\u202eক",
        "tags": "\U000e0061", "colons": "ঃ", "long words": "কখগঘঙ" * 20 + " ", "endings": "গুলোরদেরকেই", "many words": "",
        "near misses": "শালাক শালাখ শালাগ ", "hits": "শালা ", "near groups": "নৌকা ভোট ", "html": "<a href='", "control": "\x01", "arabic": "شالا ",
    }  # fmt: skip
    made = {name: (seed * (length // max(1, len(seed)) + 1))[:length] for name, seed in seeds.items() if seed}
    once = {  # what stands once before, and what then goes on
        "exclamation marks": ("", "!"), "an old font beside an address": ("bv av @ ", "a"), "latin beside cyrillic": ("Привет ", "w"),
        "a picture as text": ("https://a.gov.bd <img src=data:image/png;base64,", "iVBORw0KGgoAAvbAANSUhEUg"),
    }  # fmt: skip
    made |= {name: (begun + again * length)[:length] for name, (begun, again) in once.items()}
    rng = random.Random(3)
    made["many words"] = " ".join("".join(rng.choice(CONSONANTS) for _ in range(5)) for _ in range(length // 6))[
        :length
    ]
    made["words of all letters"] = _of_all_letters(length)
    made["real sentences"] = ordinary(length)
    made["latin words"] = " ".join(
        "".join(rng.choice("abcdeghiklmnoprstu") for _ in range(6)) for _ in range(length // 7)
    )[:length]
    return made
