"""The help page of a command: nothing in it is cut; it is folded only for a terminal."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from linter.catalogue.language import Lang
from linter.commands.usage.english import in_english
from linter.commands.usage.words import ARGUMENTS, VALUES, WORDS
from linter.text.columns import width

_WIDEST = 100
_LEFT = 22  # cells; a longer name of an option has a line of its own
Row = tuple[str, str]

# Commands and parameters are those of typer, which has changed their classes between versions.


def page(context: Any, lang: Lang) -> str:
    """Return the help of the command of a context."""
    command = context.command
    parts = [usage(context, lang), *_texts(command.help, lang)]
    shown = [p for p in command.get_params(context) if not getattr(p, "hidden", False)]
    arguments = [(_argument(p, lang), _help(p, lang)) for p in shown if _is_argument(p)]
    options = [(_option(p, lang), _help(p, lang)) for p in shown if not _is_argument(p)]
    commands = [
        (name, next(iter(_texts(one.help, lang)), "").split("\n")[0])
        for name, one in getattr(command, "commands", {}).items()
        if not one.hidden
    ]
    for title, rows in (("commands", commands), ("arguments", arguments), ("options", options)):
        if rows:
            heading = WORDS[title][lang] + WORDS["colon"][lang]
            parts.append("\n".join([heading, *_table(rows)]))
    parts += _texts(command.epilog, lang)
    return "\n\n".join("\n".join(_folded(part)) for part in parts) + "\n"


def usage(context: Any, lang: Lang) -> str:
    """Return the line that says how a command is written."""
    words = [context.command_path]
    params = context.command.get_params(context)
    if any(not _is_argument(param) for param in params):
        words.append(WORDS["[options]"][lang])
    words += [_option(p, lang) for p in params if p.required and not _is_argument(p)]
    for param in filter(_is_argument, params):
        name = _argument(param, lang)
        words.append(name if param.required else f"[{name}]")
    if hasattr(context.command, "commands"):
        words.append(WORDS["command"][lang])
    return WORDS["usage"][lang] + " ".join(words)


def name_of(param: Any, lang: Lang) -> str:
    """Return what a parameter is called: 草稿, --format."""
    return _argument(param, lang).rstrip("…") if _is_argument(param) else max(param.opts, key=len)


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")


def _argument(param: Any, lang: Lang) -> str:
    known = ARGUMENTS.get(param.name, {})
    return str(known.get(lang, param.metavar or param.name)) + ("…" if param.nargs != 1 else "")


def _option(param: Any, lang: Lang) -> str:
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    if getattr(param, "is_flag", False):
        return names
    value = VALUES.get(param.type.name, {}).get(lang) or param.type.name.upper()
    return f"{names} {param.metavar or value}"


def _help(param: Any, lang: Lang) -> str:
    """What a parameter is for, its choices, default and variable."""
    if param.name == "help":
        return WORDS["help"][lang]
    text = " ".join(_texts(getattr(param, "help", None), lang))
    more = []
    if choices := getattr(param.type, "choices", None):
        listed = WORDS["comma"][lang].join(str(getattr(one, "value", one)) for one in choices)
        more.append(WORDS["choices"][lang].format(listed))
    if default := _default(param, lang):
        more.append(WORDS["default"][lang].format(default))
    if param.envvar:
        more.append(WORDS["variable"][lang].format(param.envvar))
    if getattr(param, "multiple", False):
        more.append(WORDS["several"][lang])
    if param.required and not _is_argument(param):
        more.append(WORDS["required"][lang])
    if not more:
        return text
    extra = WORDS["more"][lang].format(WORDS["and"][lang].join(more))
    return text.removesuffix("。") + extra + ("。" if text.endswith("。") else "")


def _default(param: Any, lang: Lang) -> str:
    shown = getattr(param, "show_default", None)
    if isinstance(shown, str):
        return in_english(shown) if lang is Lang.EN else shown
    value = getattr(param.default, "value", param.default)
    if not shown or value is None or isinstance(value, bool) or callable(value):
        return ""
    return "" if str(value) == "." else str(value)


def _texts(text: str | None, lang: Lang) -> list[str]:
    """The paragraphs of a text."""
    if not text:
        return []
    whole = in_english(text) if lang is Lang.EN else text
    return [part.strip() for part in whole.strip().split("\n\n")]


def _table(rows: Sequence[Row]) -> Iterator[str]:
    """Two columns; the second one begins behind the longest name that is not too long."""
    fitting = [width(left) for left, _ in rows if width(left) <= _LEFT]
    column = max(fitting, default=_LEFT) + 4
    for left, right in rows:
        gap = column - 2 - width(left)
        if gap < 2:
            yield f"  {left}"
            yield " " * column + right
        else:
            yield f"  {left}{' ' * gap}{right}"


def _folded(text: str) -> Iterator[str]:
    """The lines of a text, folded to the terminal, what follows a name under its own column."""
    if not sys.stdout.isatty():
        yield from text.split("\n")
        return
    from rich.text import Text

    from linter.reporters.folding import fold_lines

    room = min(shutil.get_terminal_size().columns, _WIDEST)
    for line in text.split("\n"):
        head, gap, rest = _parted(line)
        indent = " " * width(head + gap)
        lines = fold_lines(Text(rest), max(20, room - len(indent)))
        for i, row in enumerate(lines):
            yield (head + gap if i == 0 else indent) + row.plain


def _parted(line: str) -> tuple[str, str, str]:
    """A line of a table in its name, the gap and the words; any other has no name."""
    if not line.startswith("  "):
        return "", "", line
    body = line.lstrip()
    lead = line[: len(line) - len(body)]
    name, gap, words = body.partition("  ")
    if not gap:
        return lead, "", body
    rest = words.lstrip()
    return lead + name, gap + words[: len(words) - len(rest)], rest
