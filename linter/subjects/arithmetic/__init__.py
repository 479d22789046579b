"""Arithmetic that a sentence or a table states: changes, products, shares, conversions."""
