"""Readers: the only place that knows file formats."""
