"""The options of a rule: the signature of its check is their schema.

A check's keyword-only parameters, annotated, are the options; one without a default is required.
Annotations: bool, int, float, str, Literal, re.Pattern, tuple[T, ...], Mapping[str, T].
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from linter.catalogue.nearest import hint
from linter.catalogue.pattern_guard import PatternError, compile_pattern
from linter.catalogue.yaml_messages import written
from linter.plan.finding import Check, Finding, check


class OptionError(ValueError):
    """A value does not fit an option; the message says what would."""


@cache
def schema(function: Check) -> Mapping[str, inspect.Parameter]:
    """The options that a check takes, by name."""
    return {
        name: parameter
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }


def option_faults(function: Check, options: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with options from YAML, one line each."""
    known = schema(function)
    for name, parameter in known.items():
        if parameter.default is parameter.empty and name not in options:
            yield f"缺少选项“{name}”"
    for name, value in options.items():
        if fault := option_fault(function, name, value):
            yield fault


def option_fault(function: Check, name: str, value: Any) -> str | None:
    """Return what is wrong with one option, None if it fits."""
    known = schema(function)
    if name not in known:
        takes = "、".join(known) if known else "没有选项"
        return f"没有选项“{name}”" + hint(name, known, f"（可用：{takes}）")
    try:
        convert(value, known[name].annotation)
    except OptionError as error:
        return f"选项“{name}”：{error}"
    return None


class Bound:
    """A check with valid options, as YAML has them; the Plan is its one parameter left."""

    def __init__(self, function: Check, options: Mapping[str, Any]) -> None:
        self._function, self._options = function, options

    @cached_property
    def ready(self) -> Check:
        """The check with its options as it wants them; raises OptionError for one that is wrong."""
        if not self._options:
            return self._function
        known = schema(self._function)
        given = {k: convert(v, known[k].annotation) for k, v in self._options.items()}
        return partial(self._function, **given)

    def __call__(self, subject: Any) -> Iterator[Finding]:
        return self.ready(subject)


def joined(functions: Sequence[Check]) -> Check:
    """Several checks as one that takes the options of all and yields what each of them finds."""
    if len(functions) == 1:
        return functions[0]

    def one(subject: Any, **options: Any) -> Iterator[Finding]:
        for function in functions:
            taken = {name: value for name, value in options.items() if name in schema(function)}
            yield from function(subject, **taken)

    options = {name: option for function in functions for name, option in schema(function).items()}
    first = inspect.Parameter("subject", inspect.Parameter.POSITIONAL_ONLY)
    one.__signature__ = inspect.Signature([first, *options.values()])  # type: ignore[attr-defined]
    return check(one)


def convert(value: Any, annotation: Any) -> Any:
    """Return a YAML value as the annotation has it. Raises OptionError if it does not fit."""
    converter = _CONVERTERS.get(get_origin(annotation) or annotation, _plain)
    return converter(value, annotation)


def _plain(value: Any, annotation: Any) -> Any:
    if annotation is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    fits = isinstance(value, annotation) and (annotation is bool or not isinstance(value, bool))
    if not fits:
        raise OptionError(f"“{written(value)}”应为{_NAMES.get(annotation, annotation)}")
    if isinstance(value, str) and not value:
        raise OptionError("不能是空文字")
    return value


def _literal(value: Any, annotation: Any) -> Any:
    choices = get_args(annotation)
    if value not in choices or isinstance(value, bool) != isinstance(choices[0], bool):
        words = "、".join(str(choice) for choice in choices)
        near = hint(str(value), map(str, choices))
        raise OptionError(f"“{written(value)}”应为{words}之一{near}")
    return value


def _list(value: Any, annotation: Any) -> Any:
    if not isinstance(value, list):
        raise OptionError(f"“{written(value)}”应为列表")
    return tuple(convert(item, get_args(annotation)[0]) for item in value)


def _mapping(value: Any, annotation: Any) -> Any:
    if not isinstance(value, dict):
        raise OptionError(f"“{written(value)}”应为对照表（键: 值）")
    key, item = get_args(annotation)
    return {convert(k, key): convert(v, item) for k, v in value.items()}


def _pattern(value: Any, annotation: Any) -> Any:
    if not isinstance(value, str):
        raise OptionError(f"“{written(value)}”应为正则表达式")
    try:
        return compile_pattern(value)
    except PatternError as error:
        raise OptionError(f"正则表达式“{written(value)}”{error}") from error


def _union(value: Any, annotation: Any) -> Any:
    errors: list[str] = []
    for one in get_args(annotation):
        try:
            return convert(value, one)
        except OptionError as error:
            errors.append(str(error))
    raise OptionError("；".join(dict.fromkeys(errors)))


_NAMES = {str: "文字", int: "整数", float: "数", bool: "true 或 false", type(None): "空"}
_CONVERTERS: dict[Any, Callable[[Any, Any], Any]] = {
    Literal: _literal,
    tuple: _list,
    Mapping: _mapping,
    re.Pattern: _pattern,
    UnionType: _union,
}
