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


# The format that the name of a file asks for.
SUFFIXES = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".sarif": Format.SARIF,
    ".xml": Format.JUNIT,
    ".txt": Format.PLAIN,
}


class LedgerKind(StrEnum):
    INDICATORS = "indicators"
    TASKS = "tasks"
