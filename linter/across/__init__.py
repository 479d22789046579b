"""Drafts held against others: the version before, the plan above, the ledger."""
