"""The group of all commands: what it says of a mistyped command line harms no terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperGroup

from linter.text.harmless import harmless

_LONGEST = 400  # characters of a message; an argument may have any number
_SHOWN = 150


class Commands(TyperGroup):
    """Quotes arguments with what a terminal acts on made visible, and long ones cut."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Parse the command line as far as the command."""
        with _harmless_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        """Parse what is behind the command, and run it."""
        with _harmless_errors():
            return super().invoke(*args, **kwargs)


@contextmanager
def _harmless_errors() -> Iterator[None]:
    """Mend the message of a usage error on its way; every other exception passes as it is."""
    try:
        yield
    except Exception as error:
        message = getattr(error, "message", None)
        if hasattr(error, "format_message") and isinstance(message, str):
            vars(error)["message"] = _shortened(harmless(message))
        raise


def _shortened(message: str) -> str:
    if len(message) <= _LONGEST:
        return message
    return f"{message[:_SHOWN]}…{message[-_SHOWN:]}"
