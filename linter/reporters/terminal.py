"""Consoles and streams on which words of a draft can do no harm."""

from collections.abc import Iterable
from typing import Any, TextIO

from rich.console import Console
from rich.segment import Segment

from linter.text.harmless import harmless


class SafeConsole(Console):
    """A console of rich that shows, and does not obey, escape sequences in what it prints."""

    def render(self, renderable: Any, options: Any = None) -> Iterable[Segment]:
        """Yield the segments with harmless words; those that are rich's own control codes stay."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else harmless(text), style, control)


_WIDEST = 120
_ENDLESS = 1 << 30


def room(console: Console) -> int:
    """The cells of a line: as many as the terminal has; what is piped is not folded."""
    return min(console.width, _WIDEST) if console.is_terminal else _ENDLESS


def console(out: TextIO) -> SafeConsole:
    """A console that adds nothing of its own to what it is told to print."""
    return SafeConsole(file=out, highlight=False, soft_wrap=False, emoji=False)
