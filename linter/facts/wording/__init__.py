"""How the draft is worded: marks, characters, terms, repetitions."""
