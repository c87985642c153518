"""Word lists: lists in, matches out. Knows no check.

reading, facts, matching, learned, load, ruleset, tending, learning: each imports of itself and of those before it.
"""
