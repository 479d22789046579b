"""The names of the formats of a comparison; light, because the command line is made from it."""

from enum import StrEnum


class SheetFormat(StrEnum):
    """The formats of a comparison; plain, sarif, github and junit list the findings alone."""

    RICH = "rich"
    PLAIN = "plain"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
