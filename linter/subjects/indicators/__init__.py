"""Indicators (指标): tables, names, and what the text says of them."""
