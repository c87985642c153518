"""A remark that slipped into a proper report: its sentence is looked at by itself, where all around it weighs against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough

WEIGHTS = {"পেঁপে": 0.9, "লাউ": 0.7, "শসা": 0.5, "সভা": -0.3, "বিতরণ": -0.4, "কর্মসূচি": -0.5, "নিষ্কর": -5.0}
OFFICE = "উপজেলা পরিষদের সভা হয়েছে, কৃষকদের মধ্যে বীজ বিতরণ ও টিকাদান কর্মসূচি চলছে, সবাইকে সকাল দশটায় আসতে অনুরোধ করা হলো। "
LIGHT = "সকাল দশটায় উপজেলা মিলনায়তনে সকলে আসবেন, দুপুরে আহার ও বিশ্রাম, তারপর বিকেলে মাঠে খেলা ও পুরস্কার। "


def write(base: Path, **weights: dict[str, float]) -> None:
    (base / "learned").mkdir(parents=True)
    for name, own in weights.items():
        clause, _, sentence = name.partition("_")
        head = f"# clause: 9.{clause}\n# check: learned/{clause}\n# rival: letter\n"
        head += "# title.bn: শেখা\n# title.en: Learned\n# message.bn: দেখুন\n# message.en: See\n"
        head += f"# sentence: {sentence.replace('_', '.')}\n" if sentence else ""
        lines = "".join(f"{normalise(word)}\t{weight}\n" for word, weight in own.items())
        (base / "learned" / f"said-{clause}.tsv").write_text(head + lines, encoding="utf-8")


def found(rules: Ruleset, text: str) -> list[tuple[str, str]]:
    """(clause, the words that are underlined)."""
    normal = normalise(text)
    return [(it.word_list.clause, " ".join(normal[slice(*span)] for span in it.spans)) for it in rules.look(normal)]


@pytest.mark.parametrize(
    "text, told",
    [
        ("পেঁপে আর লাউ এসেছে।", ["পেঁপে লাউ"]),  # short: as ever, from 1 on
        ("লাউ আর শসা এসেছে।", ["লাউ শসা"]),
        (f"{OFFICE * 4}পেঁপে আর লাউ এসেছে। {OFFICE}", ["পেঁপে লাউ"]),  # 1.6, wherever it stands
        (f"পেঁপে আর লাউ এসেছে। {OFFICE * 4}", ["পেঁপে লাউ"]),
        (f"{OFFICE}পেঁপে, লাউ আর শসা এসেছে।", ["পেঁপে লাউ"]),  # 2.1 is enough in a short text too
        (f"{OFFICE}পেঁপে আর লাউ এসেছে।", []),  # 1.6 is not: beside fewer sentences each weighs more
        (f"পেঁপে, লাউ আর শসা এসেছে, {OFFICE}", []),  # no sentence by itself
        (f"{OFFICE}নিষ্কর জমির কথা। পেঁপে, লাউ আর শসা এসেছে।", []),
        (f"{OFFICE * 4}পেঁপে আর লাউ এসেছে।", ["পেঁপে লাউ"]),
        (f"{OFFICE * 4}লাউ আর শসা এসেছে। {OFFICE}", []),  # 1.2: less than a sentence by itself has to say
        (f"{OFFICE * 4}পেঁপে এসেছে। লাউ এসেছে। {OFFICE}", []),  # in no sentence enough
        (f"{OFFICE * 4}পেঁপে আর লাউয়ের সভা হয়েছে। {OFFICE}", []),  # its own sentence speaks against it
        # so plainly an office's that nothing is looked at
        (f"{OFFICE * 4}নিষ্কর জমির কথা। পেঁপে আর লাউ এসেছে। {OFFICE}", []),
        (f"{OFFICE * 5}", []),
        (f"{LIGHT * 4}পেঁপে, লাউ আর শসা এসেছে।", ["পেঁপে লাউ"]),  # told by its stretch already, and once
    ],
)
def test_one_sentence_of_a_longer_text(tmp_path: Path, text: str, told: list[str]) -> None:
    write(tmp_path, nga_1_4=WEIGHTS)
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    assert found(rules, text) == [("9.nga", normalise(words)) for words in told]


def test_where_a_list_warns_nothing_more_is_told_of_the_sentence(tmp_path: Path) -> None:
    write(tmp_path, kha_1_4=WEIGHTS)
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    text = f"{OFFICE * 4}পেঁপে আর লাউ {{}} এসেছে। {OFFICE}"
    assert [clause for clause, _ in found(rules, text.format("গর্দভ"))] == ["9.nga"]
    assert [clause for clause, _ in found(rules, text.format("সেদিন"))] == ["9.kha"]


def test_of_several_letters_the_heaviest_is_told(tmp_path: Path) -> None:
    write(tmp_path, kha_1_4=WEIGHTS, nga_1_4={**WEIGHTS, "লাউ": 0.9})
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    assert [clause for clause, _ in found(rules, f"{OFFICE * 4}পেঁপে আর লাউ এসেছে।")] == ["9.nga"]


def test_a_table_that_names_no_such_sum_looks_at_no_sentence(tmp_path: Path) -> None:
    write(tmp_path, nga=WEIGHTS)
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    assert not found(rules, f"{OFFICE * 4}পেঁপে আর লাউ এসেছে।")
    assert found(rules, "পেঁপে আর লাউ এসেছে।")


@pytest.mark.parametrize("said", ["0_9", "4", "much"])
def test_the_sum_of_a_sentence_is_more_than_a_texts(tmp_path: Path, said: str) -> None:
    write(tmp_path, **{f"nga_{said}": WEIGHTS})
    (fault,) = [one for one in load([tmp_path])[1] if "said-nga" in one.file]
    assert fault.said.en == f"sentence: '{said.replace('_', '.')}' cannot be; write a number from 1 to 3, as in 1.5"


POST = "# clause: 6.ga\n# check: personal/family\n# sentence: 1.4\n# title.bn: শেখা\n# title.en: Learned\n# message.bn: দেখুন\n# message.en: See\n"


@pytest.mark.parametrize(
    "text, told",
    [
        (f"{OFFICE}পেঁপে আর শসা এসেছে।", ["6.ga"]),  # 1.4, in a short text as in a long one
        (f"{OFFICE}লাউ আর শসা এসেছে।", []),
        (f"{OFFICE}গর্দভ, পেঁপে আর শসা এসেছে।", ["9.nga"]),  # what is told of the sentence already is enough
        (f"পেঁপে আর শসা এসেছে। {OFFICE}পেঁপে আর লাউ এসেছে।", ["6.ga"]),  # one card is enough
    ],
)
def test_one_sentence_of_a_post(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "learned").mkdir()
    lines = "".join(f"{normalise(word)}\t{weight}\n" for word, weight in WEIGHTS.items())
    (tmp_path / "learned" / "family.tsv").write_text(POST + lines, encoding="utf-8")
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    found = rules.look(normalise(text))
    assert sorted(it.word_list.clause for it in found) == sorted(told)
    assert all(it.of_sentence == (it.word_list.clause == "6.ga") for it in found)


def test_explain_tells_what_a_sentence_sums_up_to(tmp_path: Path) -> None:
    write(tmp_path, nga_1_4=WEIGHTS)
    rules = ruleset(tmp_path, rows("- গর্দভ"))
    (short,) = [line for line in explain(f"{OFFICE}পেঁপে আর লাউ এসেছে।", rules) if "learned:" in line]
    assert "9.nga: 1.60 (একটি বাক্যে; ১.৭ হলে ধরা | in one sentence; 1.7 is a finding): " in short
    (long,) = [line for line in explain(f"{OFFICE * 4}পেঁপে আর লাউ এসেছে।", rules) if "learned:" in line]
    assert "1.4 is a finding" in long
    assert not [line for line in explain(f"{OFFICE}শসা এসেছে।", rules) if "learned:" in line]
