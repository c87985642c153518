"""The table of docs/platforms.md is written by a run that tried everything, or left alone."""

import results_table


def test_a_run_that_left_something_out_writes_no_table() -> None:
    whole = results_table.all_pass()
    assert results_table.refusal(whole) == ""
    assert results_table.refusal(dict.fromkeys(whole, False)) == ""  # what fails was tried, and is written so
    one_less = dict(list(whole.items())[1:])
    chromium = {key: passed for key, passed in whole.items() if key[1] == "chromium"}
    for results, left_out in ((one_less, 1), (chromium, len(results_table.SITES)), ({}, 2 * len(results_table.SITES))):
        why = results_table.refusal(results)
        assert f"of {left_out}, " in why and why.endswith("run `make platforms`")
