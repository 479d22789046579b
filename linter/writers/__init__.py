"""Writes what was found into drafts: Word comments, tracked changes, corrected text files."""
