"""What Bangla, Banglish and English text is made of: text in, text out.

Nothing here knows a word list, a check or a clause, and nothing here imports from the rest of `server`.
"""
