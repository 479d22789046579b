"""Generic kinds of rules, which packs use without code."""
