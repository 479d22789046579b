"""The plan: every fact of one draft, computed once, when a rule first asks for it."""
