"""Word lists: lists in, matches out. Knows no check."""
