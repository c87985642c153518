"""A normal form in, what terms match in it out: words, phrases, near-rules, what adds up, what forgives. Reads no file."""
