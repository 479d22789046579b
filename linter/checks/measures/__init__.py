"""IND: indicators, in tables and text."""
