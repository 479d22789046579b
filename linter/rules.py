"""Loads and validates the catalogue. All that is wrong with it is reported together."""

import importlib
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from linter.catalogue_files import CatalogueError, load_yaml, rules_dir
from linter.checks.finding import Check
from linter.diagnostic import Severity
from linter.precedence import faults as precedence_faults
from linter.wording import Lang

_ID = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED = (
    "id",
    "name",
    "title",
    "severity",
    "check",
    "message",
    "message_en",
    "why",
    "bad",
    "good",
)
_OPTIONAL = ("options", "variants", "limits", "enabled", "identity", "yields_to", "examples")
_EXAMPLES = ("md", "docx")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a rule speaks: how severe, and the message template in each language.

    `identity` names the values that tell one finding from another where its place does not (the
    first of many places, either side of a contradiction); None where the place does.
    """

    severity: Severity
    message: Mapping[Lang, str]
    identity: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the catalogue. `check` has its options bound: call it with the Plan.

    `pack` is the name of its file. `examples` says what `bad` and `good` stand for: Markdown, or
    Word drafts with their layout between --- lines.
    """

    id: str
    name: str
    title: str
    wording: Wording
    check: Check
    check_name: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict)
    variants: Mapping[str, Wording] = field(default_factory=dict)
    limits: str = ""
    enabled: bool = True
    reviews: bool = False  # looks at the suppressions after all others, not at the plan
    yields_to: tuple[str, ...] = ()
    pack: str = ""
    examples: Literal["md", "docx"] = "md"

    @property
    def severity(self) -> Severity:
        return self.wording.severity


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """The catalogue that ships with planlint, in the order of the ids."""
    return load_rules(sorted(rules_dir().glob("*.yaml")))


def load_rules(paths: Sequence[Path]) -> tuple[Rule, ...]:
    """Return the rules of the files. Raises CatalogueError listing every fault of every rule."""
    rules: list[Rule] = []
    faults: list[str] = []
    for path in paths:
        for entry in load_yaml(path) or []:
            where = f"{path.name}: {entry.get('id', '?') if isinstance(entry, dict) else entry!r}"
            found = list(_faults(entry))
            if not found:
                rules.append(_rule(entry, path.stem))
            faults += [f"{where}: {fault}" for fault in found]
    for attribute in ("id", "name"):
        values = [getattr(rule, attribute) for rule in rules]
        twice = sorted({value for value in values if values.count(value) > 1})
        faults += [f"{attribute} {value} is used twice" for value in twice]
    if not faults:
        faults += precedence_faults({rule.id: rule.yields_to for rule in rules})
    if faults:
        raise CatalogueError("\n".join(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _rule(entry: dict[str, Any], pack: str) -> Rule:
    options = dict(entry.get("options") or {})
    function = _resolve(entry["check"])
    return Rule(
        id=entry["id"],
        name=entry["name"],
        title=entry["title"],
        wording=_wording(entry),
        check=partial(function, **_typed(options)),
        check_name=entry["check"],
        why=entry["why"].strip(),
        bad=_examples(entry["bad"]),
        good=_examples(entry["good"]),
        options=options,
        variants={name: _wording(entry | v) for name, v in (entry.get("variants") or {}).items()},
        limits=str(entry.get("limits", "")).strip(),
        enabled=bool(entry.get("enabled", True)),
        reviews=hasattr(function, "__planlint_review__"),
        yields_to=tuple(entry.get("yields_to") or ()),
        pack=pack,
        examples=entry.get("examples", "md"),
    )


def _wording(entry: dict[str, Any]) -> Wording:
    identity = entry.get("identity")
    names = None if identity is None else tuple(identity)
    return Wording(Severity(entry["severity"]), _messages(entry), names)


def _messages(entry: dict[str, Any]) -> dict[Lang, str]:
    return {Lang.ZH: entry["message"], Lang.EN: entry["message_en"]}


def _examples(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _typed(options: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}


def _faults(entry: Any) -> Iterator[str]:
    """Yield what is wrong with an entry of the catalogue."""
    if not isinstance(entry, dict):
        yield "is not a mapping"
        return
    yield from (f"lacks {key!r}" for key in _REQUIRED if not entry.get(key))
    yield from (f"has unknown key {key!r}" for key in entry.keys() - {*_REQUIRED, *_OPTIONAL})
    if not _ID.fullmatch(str(entry.get("id"))) or not _NAME.fullmatch(str(entry.get("name"))):
        yield f"id {entry.get('id')!r} or name {entry.get('name')!r} is malformed"
    severities = [entry, *(entry.get("variants") or {}).values()]
    for severity in (s["severity"] for s in severities if "severity" in s):
        if severity not in [s.value for s in Severity]:
            yield f"severity {severity!r} is none of error, warning, info"
    for one in (entry, *(entry.get("variants") or {}).values()):
        if not _fits(one.get("identity") or [], tuple[str, ...]):
            yield f"identity {one['identity']!r} is no list of names of values"
    if entry.get("examples", "md") not in _EXAMPLES:
        yield f"examples {entry['examples']!r} is none of {', '.join(_EXAMPLES)}"
    if not _fits(entry.get("yields_to", []), tuple[str, ...]):
        yield f"yields_to {entry['yields_to']!r} is no list of ids"
    function = _resolve(str(entry.get("check")))
    if function is None:
        yield f"check {entry.get('check')!r} does not exist"
    else:
        yield from _option_faults(function, entry.get("options") or {})


def _resolve(name: str) -> Any:
    """The check function `module.function` of linter.checks, None if there is none."""
    module_name, _, function_name = name.partition(".")
    try:
        module = importlib.import_module(f"linter.checks.{module_name}")
    except ImportError:
        return None
    function = getattr(module, function_name, None)
    return function if hasattr(function, "__planlint_check__") else None


def _option_faults(function: Check, options: dict[str, Any]) -> Iterator[str]:
    schema = {
        name: parameter
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }
    for name, value in options.items():
        if name not in schema:
            yield f"unknown option {name!r}; the check takes {sorted(schema) or 'none'}"
        elif not _fits(value, schema[name].annotation):
            yield f"option {name!r} = {value!r} is no {schema[name].annotation}"


def _fits(value: Any, annotation: Any) -> bool:
    """Tell whether a YAML value fits the annotation of an option."""
    if get_origin(annotation) is Literal:
        return value in get_args(annotation)
    if get_origin(annotation) is tuple:
        return isinstance(value, list) and all(_fits(v, get_args(annotation)[0]) for v in value)
    if annotation is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, annotation) and (annotation is bool or not isinstance(value, bool))
