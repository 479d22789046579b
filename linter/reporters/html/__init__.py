"""The report as one page that needs nothing else: the draft as it reads, its findings beside it."""

from typing import TextIO

from linter.reporters.formats import Sink
from linter.reporters.html.page import HtmlPage
from linter.reporters.presentation import Presentation


def begin(out: TextIO, how: Presentation) -> Sink:
    """Return what writes the page."""
    return HtmlPage(out, how)
