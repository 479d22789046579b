"""Hostile drafts: what each costs at three sizes, damaged Word files, and runs that are stopped."""
