"""Counts what the rules of a run looked at in a draft, from the facts that they ask for."""
