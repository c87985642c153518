"""Candidates in; whose each is, how bad it is to tell, and what the writer is told of it out. Asks no finder."""
