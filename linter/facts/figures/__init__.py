"""Figures of other kinds: percentages, ordinals, counted lists."""
