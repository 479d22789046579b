"""What is wrong with a command line, for people: the fault, then how it is written."""

import re
from pathlib import Path
from typing import Any

from linter.catalogue.language import Lang
from linter.catalogue.nearest import nearest
from linter.commands.usage.pages import name_of, usage
from linter.text.harmless import harmless

_QUOTED = re.compile(r"^'(.*?)' is not ", re.DOTALL)
_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)$", re.DOTALL)
_LONGEST, _SHOWN = 400, 150  # characters of a message
_NEEDS, _WITHOUT = "requires", "does not take"
_KINDS = {
    "integer": {Lang.ZH: "整数", Lang.EN: "a whole number"},
    "integer range": {Lang.ZH: "这个范围内的整数", Lang.EN: "a whole number in range"},
    "float": {Lang.ZH: "数", Lang.EN: "a number"},
    "boolean": {Lang.ZH: "true 或 false", Lang.EN: "true or false"},
}


class NoSuchCommandError(Exception):
    """A word that is no command stands where one should."""

    def __init__(self, word: str, context: Any) -> None:
        super().__init__(word)
        self.word, self.ctx = word, context


def lines(error: Any, lang: Lang) -> list[str]:
    """Return what a fault of typer's, or ours, comes to: a line each."""
    told = [_shortened(harmless(_message(error, lang)).replace("\n", " "))]
    context = getattr(error, "ctx", None)
    if context is not None:
        path = context.command_path
        how = {Lang.ZH: f"（{path} --help 有说明）", Lang.EN: f" ({path} --help tells more)"}
        told.append(usage(context, lang) + how[lang])
    return told


def _shortened(message: str) -> str:
    """The message without the middle of an argument that may have any length."""
    if len(message) <= _LONGEST:
        return message
    return f"{message[:_SHOWN]}…{message[-_SHOWN:]}"


def _message(error: Any, lang: Lang) -> str:
    """The fault by its kind; the classes themselves are typer's own affair."""
    kind, zh = type(error).__name__, lang is Lang.ZH
    if isinstance(error, NoSuchCommandError):
        return _no_command(error, lang)
    if kind == "NoSuchOption":
        return _no_option(error, lang)
    if kind == "MissingParameter" and error.param is not None:
        name = name_of(error.param, lang)
        return f"缺少“{name}”" if zh else f"missing: {name}"
    if kind == "BadParameter" and error.param is not None:
        return _bad_value(error, lang)
    if kind == "BadOptionUsage":
        name, needs = error.option_name, _NEEDS in error.message
        if needs or _WITHOUT in error.message:
            if zh:
                return f"选项 {name} 后面要写值" if needs else f"选项 {name} 不带值"
            return f"option {name} needs a value" if needs else f"option {name} takes no value"
    extra = _EXTRA.search(error.format_message())
    if extra:
        words = extra[1]
        return (
            f"多余的参数：{words}（文件名中有空格时要加引号）"
            if zh
            else f"unexpected: {words} (names with blanks need quotation marks)"
        )
    if error.format_message().startswith("Missing command"):
        return "缺少命令" if zh else "no command given"
    return f"用法有误：{error.format_message()}" if zh else str(error.format_message())


def _no_option(error: Any, lang: Lang) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else ()
    names = [name for param in params for name in param.opts if name.startswith("-")]
    near = next(iter(error.possibilities or ()), None) or nearest(error.option_name, names)
    if lang is Lang.ZH:
        return f"没有选项 {error.option_name}" + (f"，是不是 {near}？" if near else "")
    return f"no option {error.option_name}" + (f"; did you mean {near}?" if near else "")


def _no_command(error: NoSuchCommandError, lang: Lang) -> str:
    word, path = error.word, error.ctx.command_path
    near, zh = nearest(word, error.ctx.command.commands), lang is Lang.ZH
    if near is None and error.ctx.parent is None and (Path(word).suffix or _is_there(word)):
        how = f"planlint check {word}"
        return f"没有命令“{word}”；检查草稿请写 {how}" if zh else f"no command {word!r}: {how}?"
    if zh:
        return f"{path} 没有命令“{word}”" + (f"，是不是 {near}？" if near else "")
    return f"{path} has no command {word!r}" + (f"; did you mean {near}?" if near else "")


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _bad_value(error: Any, lang: Lang) -> str:
    """A value that a parameter cannot have, and which ones it can."""
    name, zh = name_of(error.param, lang), lang is Lang.ZH
    quoted = _QUOTED.match(error.message)
    value = f"“{quoted[1]}”" if quoted else ""
    choices = [
        str(getattr(c, "value", c)) for c in getattr(error.param.type, "choices", None) or ()
    ]
    if choices:
        near = nearest(quoted[1], choices) if quoted else None
        if zh:
            hint = f"，是不是 {near}？" if near else ""
            return f"{name} 没有{value}这个值，应为 {'、'.join(choices)} 之一{hint}"
        hint = f"; did you mean {near}?" if near else ""
        return f"{name} cannot be {value}; one of {', '.join(choices)}{hint}"
    kind = _KINDS.get(error.param.type.name)
    if kind is not None:
        said = kind[lang]
        return f"{name} 的值{value}应为{said}" if zh else f"{name}: {value} should be {said}"
    return f"{name} 的值不对：{error.message}" if zh else f"{name}: {error.message}"
