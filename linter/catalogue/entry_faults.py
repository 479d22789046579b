"""What may stand in an entry of a catalogue, and what is wrong with one."""

import re
import string
from collections.abc import Iterable, Iterator
from typing import Any

from linter.catalogue.entries import DERIVED, Shelf, check_names, listed
from linter.catalogue.nearest import hint
from linter.catalogue.options import joined, option_faults
from linter.catalogue.rule import Example, FixSafety
from linter.catalogue.severity import Severity
from linter.plan.finding import Check

# Of our own rules: three letters and three digits; an office may as well write OFFICE-001.
_OWN_ID = re.compile(r"[A-Z]{3}\d{3}")
_HOUSE_ID = re.compile(r"[A-Z]{2,12}-?\d{1,4}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXTS = ("id", "name", "title", "severity", "kind", "message", "message_en", "why")
_REQUIRED = ("id", "name", "title", "severity", "message", "message_en", "why", "bad", "good")
_OPTIONAL = (
    "options",
    "variants",
    "limits",
    "enabled",
    "identity",
    "yields_to",
    "examples",
    "plain_text",
    "fix",
)
_KEYS = (*_REQUIRED, "check", "kind", *_OPTIONAL)
_EXAMPLES = ("md", "docx")
_LOOK = "look."  # the subject of checks that judge how Word drafts look
_ACROSS = "across."  # that of checks that hold a draft against another
_MARK = re.compile("‹.+?›", re.S)


def entry_faults(entry: Any, shelf: Shelf) -> Iterator[str]:
    """Yield what is wrong with an entry."""
    if not isinstance(entry, dict):
        yield "应为一条规则（键: 值）"
        return
    required = [key for key in _REQUIRED if not (shelf.house and key in DERIVED)]
    yield from (f"缺少“{key}”" for key in required if not entry.get(key))
    for key in entry.keys() - {*_KEYS}:
        yield f"没有“{key}”这一项" + hint(str(key), _KEYS)
    wrong = [k for k in _TEXTS if not isinstance(entry.get(k), str | None)]
    if shelf.house:  # what was completed from a wrong one says nothing new
        wrong = [key for key in wrong if entry[key] != entry.get(DERIVED.get(key, ""))]
    yield from (f"“{key}”应为文字" for key in wrong)
    if not wrong:
        yield from _form_faults(entry, shelf)
        yield from _message_faults(entry)
        yield from _check_faults(entry, shelf)
    yield from _example_faults(entry, shelf)


def _form_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    ids = _HOUSE_ID if shelf.house else _OWN_ID
    if not ids.fullmatch(entry.get("id") or ""):
        example = "HSE001、OFFICE-001" if shelf.house else "BOX001"
        yield f"代码“{entry.get('id')}”不合格式（如 {example}）"
    elif not _NAME.fullmatch(entry.get("name") or ""):
        yield f"名称“{entry.get('name')}”不合格式（小写字母、数字，用 - 连接）"
    for key in ("enabled", "plain_text"):
        if not isinstance(entry.get(key, True), bool):
            yield f"“{key}”应为 true 或 false"
    variants = entry.get("variants") or {}
    if not isinstance(variants, dict) or not all(isinstance(v, dict) for v in variants.values()):
        yield "“variants”应为对照表"
        return
    for one in (entry, *variants.values()):
        if not _is_texts(one.get("identity") or []):
            yield f"“identity”应为值的名称的列表，不是“{one['identity']}”"
    yield from _fix_faults((entry, *variants.values()))
    if not _is_texts(entry.get("yields_to") or []):
        yield f"“yields_to”应为规则代码的列表，不是“{entry['yields_to']}”"
    if entry.get("examples", "md") not in _EXAMPLES:
        yield f"“examples”应为 {'、'.join(_EXAMPLES)} 之一，不是“{entry['examples']}”"
    for severity in (s["severity"] for s in (entry, *variants.values()) if s.get("severity")):
        known = [s.value for s in Severity]
        if severity not in known:
            yield f"级别“{severity}”不是 {'、'.join(known)} 之一" + hint(str(severity), known)


def _fix_faults(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    known = [safety.value for safety in FixSafety]
    for one in entries:
        if "fix" in one and one["fix"] not in known:
            yield f"“fix”应为 {'、'.join(known)} 之一，不是“{one['fix']}”" + hint(
                str(one["fix"]), known
            )


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _check_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    if ("check" in entry) == ("kind" in entry):
        yield "应写“kind”（通用规则）或“check”（专用检查）之一"
        return
    names = check_names(entry)
    if shelf.house and any(name.startswith(_LOOK) for name in names):
        yield "规则包中不能用版式检查（例子只能是 Markdown），请在配置的 options 中改 FMT 各条"
        return
    if shelf.house and any(name.startswith(_ACROSS) for name in names):
        yield "规则包中不能用比对两份草稿的检查，请在配置的 options 中改 CHG、ALN、LDG 各条"
        return
    unknown = [name for name in names if shelf.resolve(name) is None]
    if unknown and "kind" in entry:
        yield f"没有“{entry['kind']}”这种通用规则" + hint(entry["kind"], kinds())
    elif unknown or not names:
        yield from (f"检查“{name}”不存在" + hint(name, shelf.checks) for name in unknown or [""])
    if unknown or not names:
        return
    function = joined([found for name in names if (found := shelf.resolve(name))])
    options = entry.get("options") or {}
    if not isinstance(options, dict):
        yield "“options”应为对照表"
        return
    yield from option_faults(function, options)
    if "kind" in entry:
        yield from _kind_faults(function, entry)


def kinds() -> list[str]:
    """The names of the generic kinds."""
    from linter.subjects.generic import kinds as generic

    return [name.replace("_", "-") for name in generic.__all__]


def _kind_faults(function: Check, entry: dict[str, Any]) -> Iterator[str]:
    """What only a rule of a generic kind can get wrong: options together, words of a message."""
    if entry.get("variants"):
        yield "通用规则没有“variants”"
    needs = getattr(function, "needs", ())
    if needs and not any((entry.get("options") or {}).get(name) for name in needs):
        yield f"选项中应有{'或'.join(f'“{name}”' for name in needs)}"
    known = getattr(function, "values", ())
    usable = "、".join(f"{{{name}}}" for name in known)
    for key, words in _placeholders(entry):
        for word in words if words else ():
            if word not in known:
                yield f"“{key}”中的 {{{word}}} 不可用（可用：{usable}）"


def _message_faults(entry: dict[str, Any]) -> Iterator[str]:
    """Messages whose braces do not pair, or name what no finding can give ({}, {0}, {a.b})."""
    for key, words in _placeholders(entry):
        if words is None:
            yield f"“{key}”的花括号不成对"
        for word in words or ():
            if "kind" not in entry and not word.isidentifier():
                yield f"“{key}”中的 {{{word}}} 应为值的名称"


def _placeholders(entry: dict[str, Any]) -> Iterator[tuple[str, list[str] | None]]:
    """The names in braces of every message, those of variants included; None for odd braces."""
    variants = entry.get("variants") or {}
    named = [("", entry), *((f"variants.{name}.", one) for name, one in variants.items())]
    for prefix, one in named:
        for key in ("message", "message_en"):
            text = one.get(key)
            if isinstance(text, str) and not (key == "message_en" and text == one.get("message")):
                try:
                    found = [name for _, name, _, _ in string.Formatter().parse(text)]
                except ValueError:
                    yield prefix + key, None
                else:
                    yield prefix + key, [name for name in found if name is not None]


def _example_faults(entry: dict[str, Any], shelf: Shelf) -> Iterator[str]:
    if shelf.house and entry.get("examples", "md") == "docx":
        yield "“examples”：规则包的例子只能是 Markdown"
    for key in ("bad", "good"):
        if not entry.get(key):
            continue
        examples = listed(entry[key])
        if key == "bad":
            for example in examples:
                yield from _said_faults(entry, example) if isinstance(example, dict) else ()
        if key == "bad" or _compares(entry):
            yield from _side_faults(entry, key, examples)
            examples = [e.get("text") if isinstance(e, dict) else e for e in examples]
        if not all(isinstance(text, str) and text for text in examples):
            yield f"“{key}”应为一个或几个例子（文字）"
        elif shelf.house and key == "bad" and not all(map(_MARK.search, examples)):
            yield "“bad”的例子应以‹›标出会报告的文字"
        elif shelf.house and key == "good" and any(map(_MARK.search, examples)):
            yield "“good”的例子中不应有‹›"


def _compares(entry: dict[str, Any]) -> bool:
    return any(name.startswith(_ACROSS) for name in check_names(entry))


def _side_faults(entry: dict[str, Any], key: str, examples: list[Any]) -> Iterator[str]:
    """A rule that compares has the other side in each of its examples, any other in none."""
    sides = [isinstance(e, dict) and isinstance(e.get("against"), str) for e in examples]
    if _compares(entry) and not all(sides):
        yield f"“{key}”的例子应有“against”（与之比对的另一份）"
    elif any(sides) and not _compares(entry):
        yield f"“{key}”中的“against”只用于比对两份草稿的规则"


def _said_faults(entry: dict[str, Any], example: dict[Any, Any]) -> Iterator[str]:
    """What is wrong with what an example says besides its text."""
    for name, value in example.items():
        known = {
            "variant": list(entry.get("variants") or {}),
            "severity": [s.value for s in Severity],
        }
        if name not in Example._fields:
            yield f"“bad”中没有“{name}”这一项" + hint(str(name), Example._fields)
        elif name in known and value not in known[name]:
            usable = f"（可用：{'、'.join(known[name]) or '无'}）"
            yield f"“bad”的“{name}”没有“{value}”" + hint(str(value), known[name], usable)
        elif not isinstance(value, str):
            yield f"“bad”的“{name}”应为文字"
