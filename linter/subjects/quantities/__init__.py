"""Quantities: values with units, years and bounds, and when two of them agree."""
