"""Groups and commands that explain themselves in our words, and how they are run."""

import sys
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from linter.commands.usage.faults import NoSuchCommandError, lines
from linter.commands.usage.language import spoken
from linter.commands.usage.pages import page

USAGE = 2  # the exit code of a command line that is wrong


class Command(TyperCommand):
    """A command with our help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(page(ctx, spoken()))


class Group(TyperGroup):
    """A group of commands with our help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(page(ctx, spoken()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of the first word. Raises NoSuchCommandError."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise NoSuchCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)


class App(typer.Typer):
    """A group in the making; its commands are ours, too."""

    def __init__(self, **about: Any) -> None:
        about |= {"add_completion": False, "pretty_exceptions_enable": False}
        super().__init__(cls=Group, no_args_is_help=True, **about)

    def command(self, name: str | None = None, **about: Any) -> Callable[..., Any]:
        return super().command(name, cls=Command, **about)


def run(app: typer.Typer) -> int:
    """Run the command line and return its exit code; a fault of usage is told in our words."""
    try:
        done = app(prog_name="planlint", standalone_mode=False)
    except NoSuchCommandError as error:
        return _told(error)
    except typer.Abort:
        return 1
    except Exception as error:
        if not hasattr(error, "format_message"):  # typer's own classes, wherever they are
            raise
        return _told(error)
    return done if isinstance(done, int) else 0


def _told(error: Any) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # not a fault: its message is the page
        sys.stderr.write(error.format_message() + "\n")
    else:
        for line in lines(error, spoken()):
            sys.stderr.write(f"planlint: {line}\n")
    return USAGE
