"""Suppressions: what an author or reviewer told planlint to keep silent about."""
