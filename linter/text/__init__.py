"""Text below everything else: folding, numerals, patterns, words, grammar, files that ship."""
