"""The names that plugins written for planlint 0.1 import from here."""

from linter.plan.finding import Check, Finding, Fix, Related, check, review
from linter.plan.plan import Plan

__all__ = ["Check", "Finding", "Fix", "Plan", "Related", "check", "review"]
