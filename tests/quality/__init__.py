"""Figures on labelled texts: `python -m tests.quality DATA`."""
