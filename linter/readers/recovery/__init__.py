"""Puts back what a plan lost on its way through a web page or PDF: paragraphs and tables."""
