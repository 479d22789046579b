"""Figures of other kinds: percentages, ordinals, counted lists, forms of numbers."""
