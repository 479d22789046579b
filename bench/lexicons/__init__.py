"""Builds and checks the word lists that are derived from a dictionary."""
