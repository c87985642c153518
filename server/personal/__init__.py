"""What tells a private person from others in a normal form: numbers, addresses, names. Text in, candidates out. The cues are data.

candidate, around, then particulars, people, judging, family: these four import of themselves and of the first two, none of another.
"""
