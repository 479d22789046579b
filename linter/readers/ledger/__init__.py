"""Ledgers: Excel, CSV, and YAML lists of indicators, each read as a draft that is a table."""

from linter.readers.ledger.read import read

__all__ = ["read"]
