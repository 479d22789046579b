"""Benchmarks: how right planlint is (accuracy) and how quick (speed)."""
