"""What a plugin imports (docs/plugins.md): its door to planlint, and the only one kept stable."""

from linter.catalogue.plugins import Plugin
from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan, fact

__all__ = ["Finding", "Fix", "Plan", "Plugin", "Related", "Span", "check", "fact"]
