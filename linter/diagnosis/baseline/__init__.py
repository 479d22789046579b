"""Baselines: findings that are known and reported no more."""
