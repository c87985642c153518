"""`make soak`: the server under load and under faults, bounded and on loopback alone."""
