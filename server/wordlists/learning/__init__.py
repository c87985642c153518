"""Learns the weights of learned/*.tsv. Development only: needs scikit-learn, so its command alone loads it."""
