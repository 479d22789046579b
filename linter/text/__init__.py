"""Text below everything else: folding, numerals, patterns, shared grammar, files that ship."""
