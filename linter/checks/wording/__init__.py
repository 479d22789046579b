"""PUN, TRM: marks and words."""
