"""Boxes (专栏): numbers, titles, and the references to them."""
