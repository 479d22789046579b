"""One entry of a catalogue: what may stand in it, what is wrong with it, and the rule it makes."""

import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.checks.finding import Check
from linter.diagnostic import Severity
from linter.nearest import hint
from linter.rules.model import Rule, Wording
from linter.rules.options import bound, option_faults
from linter.wording import Lang

# Of our own rules: three letters and three digits; an office may as well write OFFICE-001.
OWN_ID = re.compile(r"[A-Z]{3}\d{3}")
HOUSE_ID = re.compile(r"[A-Z]{2,12}-?\d{1,4}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXTS = ("id", "name", "title", "severity", "check", "kind", "message", "message_en", "why")
_REQUIRED = ("id", "name", "title", "severity", "message", "message_en", "why", "bad", "good")
_OPTIONAL = ("options", "variants", "limits", "enabled", "identity", "yields_to", "examples")
_KEYS = (*_REQUIRED, "check", "kind", *_OPTIONAL)
_EXAMPLES = ("md", "docx")
_MARK = re.compile("‹.+?›", re.S)

Resolve = Callable[[str], Check | None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where entries come from: how checks are found there, which ids are allowed.

    `source` names a pack or plugin, empty for the catalogue that ships; `pack` is the file.
    """

    resolve: Resolve
    source: str = ""
    pack: str = ""

    @property
    def house(self) -> bool:
        return bool(self.source)


def completed(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pack with what an office need not say."""
    words = {"severity": "warning", "name": str(entry.get("id", "")).lower()}
    words["message_en"] = entry.get("message", "")
    words["why"] = entry.get("title", "")
    return words | entry


def make_rule(entry: dict[str, Any], shelf: Shelf) -> Rule:
    """Return the rule of an entry without faults."""
    name = check_name(entry)
    function = shelf.resolve(name)
    assert function is not None
    options = dict(entry.get("options") or {})
    return Rule(
        id=entry["id"],
        name=entry["name"],
        title=entry["title"],
        wording=_wording(entry),
        check=bound(function, options),
        check_name=name,
        function=function,
        why=entry["why"].strip(),
        bad=_examples(entry["bad"]),
        good=_examples(entry["good"]),
        options=options,
        variants={name: _wording(entry | v) for name, v in (entry.get("variants") or {}).items()},
        limits=str(entry.get("limits", "")).strip(),
        enabled=entry.get("enabled", True),
        source=shelf.source,
        reviews=hasattr(function, "__planlint_review__"),
        yields_to=tuple(entry.get("yields_to") or ()),
        pack=shelf.pack,
        examples=entry.get("examples", "md"),
    )


def check_name(entry: Mapping[str, Any]) -> str:
    """The check of an entry as module.function; a kind is a check of linter.checks.generic."""
    if "kind" in entry:
        return "generic." + str(entry["kind"]).replace("-", "_")
    return str(entry.get("check", ""))


def _wording(entry: Mapping[str, Any]) -> Wording:
    identity = entry.get("identity")
    names = None if identity is None else tuple(identity)
    return Wording(Severity(entry["severity"]), _messages(entry), names)


def _messages(entry: Mapping[str, Any]) -> dict[Lang, str]:
    return {Lang.ZH: entry["message"], Lang.EN: entry["message_en"]}


def _examples(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def entry_faults(entry: Any, shelf: Shelf) -> Iterator[str]:
    """Yield what is wrong with an entry."""
    if not isinstance(entry, dict):
        yield "应为一条规则（键: 值）"
        return
    yield from (f"缺少“{key}”" for key in _REQUIRED if not entry.get(key))
    for key in entry.keys() - {*_KEYS}:
        yield f"没有“{key}”这一项" + hint(str(key), _KEYS)
    wrong = [k for k in _TEXTS if entry.get(k) and not isinstance(entry[k], str)]
    yield from (f"“{key}”应为文字" for key in wrong)
    if not wrong:
        yield from _form_faults(entry, shelf)
        yield from _check_faults(entry, shelf)
    yield from _example_faults(entry, shelf)


def _form_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    ids = HOUSE_ID if shelf.house else OWN_ID
    if not ids.fullmatch(entry.get("id") or ""):
        example = "HSE001、OFFICE-001" if shelf.house else "BOX001"
        yield f"代码“{entry.get('id')}”不合格式（如 {example}）"
    elif not _NAME.fullmatch(entry.get("name") or ""):
        yield f"名称“{entry.get('name')}”不合格式（小写字母、数字，用 - 连接）"
    if not isinstance(entry.get("enabled", True), bool):
        yield "“enabled”应为 true 或 false"
    variants = entry.get("variants") or {}
    if not isinstance(variants, dict) or not all(isinstance(v, dict) for v in variants.values()):
        yield "“variants”应为对照表"
        return
    for one in (entry, *variants.values()):
        if not _is_texts(one.get("identity") or []):
            yield f"“identity”应为值的名称的列表，不是“{one['identity']}”"
    if not _is_texts(entry.get("yields_to") or []):
        yield f"“yields_to”应为规则代码的列表，不是“{entry['yields_to']}”"
    if entry.get("examples", "md") not in _EXAMPLES:
        yield f"“examples”应为 {'、'.join(_EXAMPLES)} 之一，不是“{entry['examples']}”"
    for severity in (s["severity"] for s in (entry, *variants.values()) if s.get("severity")):
        known = [s.value for s in Severity]
        if severity not in known:
            yield f"级别“{severity}”不是 {'、'.join(known)} 之一" + hint(str(severity), known)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _check_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    if ("check" in entry) == ("kind" in entry):
        yield "应写“kind”（通用规则）或“check”（专用检查）之一"
        return
    function = shelf.resolve(check_name(entry))
    if function is None:
        if "kind" in entry:
            yield f"没有“{entry['kind']}”这种通用规则" + hint(entry["kind"], kinds())
        else:
            yield f"检查“{entry['check']}”不存在"
        return
    options = entry.get("options") or {}
    if not isinstance(options, dict):
        yield "“options”应为对照表"
        return
    yield from option_faults(function, options)
    if "kind" in entry:
        yield from _kind_faults(function, entry)


def kinds() -> list[str]:
    """The names of the generic kinds."""
    from linter.checks import generic

    return [name.replace("_", "-") for name in generic.__all__]


def _kind_faults(function: Check, entry: dict[str, Any]) -> Iterator[str]:
    """What only a rule of a generic kind can get wrong: options together, words of a message."""
    if entry.get("variants"):
        yield "通用规则没有“variants”"
    needs = getattr(function, "needs", ())
    if needs and not any((entry.get("options") or {}).get(name) for name in needs):
        yield f"选项中应有{'或'.join(f'“{name}”' for name in needs)}"
    known = getattr(function, "values", ())
    for key in ("message", "message_en"):
        try:
            words = [name for _, name, _, _ in string.Formatter().parse(entry.get(key) or "")]
        except ValueError:
            yield f"“{key}”的花括号不成对"
            continue
        usable = "、".join(f"{{{name}}}" for name in known)
        for word in words:
            if word is not None and word not in known:
                yield f"“{key}”中的 {{{word}}} 不可用（可用：{usable}）"


def _example_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    for key in ("bad", "good"):
        texts = entry.get(key)
        texts = [texts] if isinstance(texts, str) else texts
        if not texts:
            continue
        if shelf.house and entry.get("examples", "md") != "md":
            yield "“examples”：规则包的例子只能是 Markdown"
        if not isinstance(texts, list) or not all(isinstance(t, str) and t for t in texts):
            yield f"“{key}”应为一个或几个例子（文字）"
        elif shelf.house and key == "bad" and not all(map(_MARK.search, texts)):
            yield "“bad”的例子应以‹›标出会报告的文字"
        elif shelf.house and key == "good" and any(map(_MARK.search, texts)):
            yield "“good”的例子中不应有‹›"
