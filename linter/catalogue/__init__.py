"""The catalogue: what a rule is, and how built-in rules, packs and plugins are loaded."""
