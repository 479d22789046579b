"""Runs rules over drafts."""
