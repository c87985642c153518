"""Figures with no source: those about a whole people, not an office's own counts, not money, rates and quotas."""

from __future__ import annotations

import pytest

from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import told

FOUND = """
দেশের ৭০% মানুষ রক্তস্বল্পতায় ভোগেন
বাংলাদেশে শতকরা ৫১ জন মেয়ের বাল্যবিবাহ হয়, এ দেশের নারী পিছিয়ে
প্রতি ৪ জনে ১ জন শিশু খর্বকায়
বিশ্বে ১২ লাখ মানুষ সড়ক দুর্ঘটনায় মারা যায়
দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন
প্রায় ৮০ শতাংশ পরিবার দূষিত পানি পান করে
70% of people in the country are vitamin D deficient
Every year 8 million people die of tobacco worldwide
1 in 5 children worldwide is stunted
দেশের প্রতি তিনজনে একজন নারী নির্যাতনের শিকার
দেশের অর্ধেকের বেশি মানুষ বেকার
প্রতি বছর ১৭ হাজার শিশু পানিতে ডুবে মারা যায়
৪০ ভাগ তরুণ মাদকাসক্ত
বাংলাদেশে ডায়াবেটিস রোগী ১ কোটি ৩০ লাখ
বিশ্বে প্রতিদিন ২৫ হাজার মানুষ ক্ষুধায় মারা যায়
Two thirds of women face violence in their lifetime
Nearly 20% of children work in hazardous jobs
desher 60% manush ganja khay
দেশের ৮৫ শতাংশ যুবক ইন্টারনেট ব্যবহার করেন
দেশে চার কোটি মানুষ উচ্চ রক্তচাপে ভোগেন
desher dui koti manush besto pani pay na
Ten million people in Bangladesh live with kidney disease
desher shotkora 25 jon kishori oposhtite vugche
""".strip().splitlines()

CLEAR = """
দেশের ৭০% মানুষ রক্তস্বল্পতায় ভোগেন (সূত্র: জাতীয় পুষ্টি জরিপ)
জরিপে দেখা গেছে, ৭০% মানুষ রক্তস্বল্পতায় ভোগেন
বিবিএসের হিসাব অনুযায়ী দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন
দেশে ৩ কোটি মানুষ তামাক ব্যবহার করেন https://bbs.gov.bd/gats
According to the survey, 70% of people are vitamin D deficient
বিশ্ব স্বাস্থ্য সংস্থা জানিয়েছে, বিশ্বে ১২ লাখ মানুষ সড়কে মারা যায়
আমাদের উপজেলায় ৯৬% শিশু টিকা পেয়েছে
হাসপাতালে ভর্তি রোগীর ৩০ শতাংশ শিশু
প্রকল্পের কাজের ৬৫ শতাংশ সম্পন্ন হয়েছে, ২০০ পরিবার উপকৃত
১৫% ভ্যাট ও ১০% আয়কর জমা দিতে হবে
নারী উদ্যোক্তাদের ৫% সুদে ঋণ দেওয়া হবে
মুক্তিযোদ্ধা কোটা ৫ শতাংশ
২৫ জন মানুষকে ৫ লাখ টাকা অনুদান
তরুণদের জন্য ২৭ কোটি ৮২ লাখ টাকার প্রকল্প
এবার পাসের হার ৮২.৫ শতাংশ, ছাত্রীরা এগিয়ে
দেশের ২ কোটি শিশুকে ভিটামিন এ খাওয়ানো হবে
উপস্থিতি ৭৫ শতাংশের কম হলে পরীক্ষায় বসা যাবে না
ডেঙ্গু: ভর্তি ১৭, ছাড়পত্র ২১, মৃত্যু ০
মোবাইল কোর্টে ১২ জন মানুষকে ৩০ হাজার টাকা জরিমানা
ভোট পড়েছে ৬০ শতাংশ
তাপমাত্রা ৩৮ ডিগ্রি, আর্দ্রতা ৮০%
১০ শতাংশ জমি
25 families will receive 3 bundles of tin
The budget is 12 crore taka for 40 women
সাড়ে সাত কোটি মানুষের মুক্তির সংগ্রাম ছিল একাত্তর
ত্রিশ লাখ মানুষের আত্মত্যাগ ও দুই লাখ নারীর সম্ভ্রমের বিনিময়ে স্বাধীনতা
চার কোটি টাকা ব্যয়ে মানুষের জন্য সেতু
""".strip().splitlines()


@pytest.mark.parametrize("text", FOUND)
def test_a_figure_on_a_whole_people_wants_a_source(ruleset: Ruleset, text: str) -> None:
    (finding,) = told(ruleset, "figures", text)
    assert (finding.clause, finding.severity) == ("6.kha", Severity.ADVISE) and finding.spans
    assert not told(ruleset, "figures", text, account={"kind": "employee"})
    assert not told(ruleset, "figures", text + "। সূত্র: বাংলাদেশ পরিসংখ্যান ব্যুরো")
    assert not told(ruleset, "figures", text, attachments=[{"kind": "link"}])


@pytest.mark.parametrize("text", CLEAR)
def test_a_sourced_or_own_figure_is_fine(ruleset: Ruleset, text: str) -> None:
    assert not told(ruleset, "figures", text)


def test_several_figures_are_one_finding(ruleset: Ruleset) -> None:
    (finding,) = told(ruleset, "figures", "দেশের ৭০% মানুষ ভোগেন। দেশে ৩ কোটি মানুষ জানেন না।")
    assert len(finding.spans) == 2


@pytest.mark.timed
@pytest.mark.parametrize(
    "text", ["1" * 60_000, "1 " * 30_000, "1,1" * 20_000, "1%" * 30_000, "শতকরা ১" * 8_000, "1 কোটি " * 8_000]
)
def test_hostile_numbers_stay_quick(ruleset: Ruleset, text: str) -> None:
    told(ruleset, "figures", text)  # asserts that no pattern ran out of time
