"""The catalogue: what a rule is, and how it is loaded and validated."""

from linter.rules.load import builtin_rules, load_rules
from linter.rules.model import Rule, Wording

__all__ = ["Rule", "Wording", "builtin_rules", "load_rules"]
