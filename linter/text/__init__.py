"""Text below everything else: characters, numerals, words and where they part."""
