"""Learned evidence at run time: entries looked up, their weights added up, beside what matches. Learns nothing."""
