"""Punctuation: pairs, endings, separators, blanks, words typed twice."""
