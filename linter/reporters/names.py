"""The names of the report formats; light, because the command line is made from it."""

from enum import StrEnum


class Format(StrEnum):
    RICH = "rich"
    PLAIN = "plain"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"


class LedgerKind(StrEnum):
    INDICATORS = "indicators"
    TASKS = "tasks"
