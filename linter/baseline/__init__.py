"""Baselines: the findings of a draft that are known, so that a check reports what is new."""
