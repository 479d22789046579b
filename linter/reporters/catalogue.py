"""Prints the catalogue: the list of rules, and one rule explained."""

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from linter.catalogue.language import Lang
from linter.catalogue.rule import Example, FixSafety, Rule
from linter.catalogue.severity import SEVERITIES
from linter.reporters.folding import fold_lines
from linter.reporters.rich import STYLES
from linter.reporters.terminal import console as console_of
from linter.reporters.terminal import room

_WORD = {
    Lang.ZH: "例子是 Word 草稿：--- 之间写版式与国标不同之处，{ } 中写其后文字的不同之处。",
    Lang.EN: "The examples are Word drafts: what departs from the standard's layout stands between "
    "--- lines, and in { } in front of the words that it is about.",
}


_SAFETY = {
    FixSafety.SAFE: {Lang.ZH: "有把握，直接改", Lang.EN: "safe"},
    FixSafety.UNSAFE: {Lang.ZH: "不一定对，--unsafe 才改", Lang.EN: "only with --unsafe"},
    FixSafety.CHECKED: {Lang.ZH: "逐条判断", Lang.EN: "judged one by one"},
}


def write_list(rules: Sequence[Rule], out: TextIO, lang: Lang) -> None:
    """One line a rule: code, severity, name, title; rules that are off say so."""
    console = console_of(out)
    for rule in rules:
        off = "" if rule.enabled else "（默认关闭）" if lang is Lang.ZH else " (off by default)"
        severity = SEVERITIES[rule.severity][lang]
        console.print(
            Text.assemble(
                (rule.id, "bold"),
                "  ",
                (severity, STYLES[rule.severity]),
                f"  {rule.title}{off}  ",
                (rule.name, "dim"),
            ),
            soft_wrap=True,
        )


def write_json(rules: Sequence[Rule], out: TextIO) -> None:
    """The list of rules as JSON."""
    rows = [
        {"id": r.id, "name": r.name, "title": r.title, "severity": r.severity, "enabled": r.enabled}
        for r in rules
    ]
    json.dump(rows, out, ensure_ascii=False, indent=1)
    out.write("\n")


def write_family(rules: Sequence[Rule], out: TextIO, lang: Lang) -> None:
    """The rules of a family, and how to learn more of one."""
    write_list(rules, out, lang)
    more = "说明其中一条：" if lang is Lang.ZH else "To learn more of one: "
    out.write(f"\n{more}planlint explain {rules[0].id}\n")


def write_rule(rule: Rule, out: TextIO, lang: Lang) -> None:
    """All that the catalogue says of a rule; examples as they stand, ‹marks› where it fires."""
    console = console_of(out)
    zh = lang is Lang.ZH
    console.print(Text.assemble((f"{rule.id} {rule.name}", "bold"), "  ", rule.title))
    console.print(Text(SEVERITIES[rule.severity][lang], style=STYLES[rule.severity]))
    _part(console, "说明" if zh else "Why", rule.why)
    _part(console, "报告文字" if zh else "Message", rule.wording.message[lang])
    for name, value in rule.options.items():
        _part(console, "选项" if zh else "Option", f"{name}: {value}")
    fixes = list(_fixes(rule, lang))
    if fixes:
        _part(console, "修正（planlint fix）" if zh else "Fix (planlint fix)", "\n".join(fixes))
    if rule.yields_to:
        _part(console, "让位于" if zh else "Yields to", ", ".join(rule.yields_to))
    if rule.limits:
        _part(console, "限度" if zh else "Limits", rule.limits)
    if rule.examples == "docx":
        _part(console, "例子" if zh else "Examples", _WORD[lang])
    wrong, right = ("会报告（‹›处）", "不报告") if zh else ("Reported (at ‹›)", "Not reported")
    for example in _shortest_first(rule):
        _against(console, example, lang, rule.compares)
        bad = example in rule.bad
        _part(console, f"{wrong}{told(example, lang)}" if bad else right, example.text)


def _shortest_first(rule: Rule) -> list[Example]:
    """The examples: the shortest of each kind, then the others as the catalogue has them."""
    first = [min(kind, key=lambda e: len(e.text)) for kind in (rule.bad, rule.good) if kind]
    return [*first, *(e for e in (*rule.bad, *rule.good) if not any(e is f for f in first))]


AGAINST = {
    "diff": {Lang.ZH: "原稿", Lang.EN: "The version before"},
    "align": {Lang.ZH: "上级规划", Lang.EN: "The plan above"},
    "reconcile": {Lang.ZH: "台账", Lang.EN: "The ledger"},
}


def _against(console: Console, example: Example, lang: Lang, kind: str) -> None:
    """The other side of an example of a rule that compares."""
    if example.against is not None:
        _part(console, AGAINST[kind][lang], example.against)


def _fixes(rule: Rule, lang: Lang) -> Iterator[str]:
    """How safe the fixes of a rule are, and where a wording's differ."""
    main = rule.wording.fix
    if main is not FixSafety.CHECKED or any(w.fix is not main for w in rule.variants.values()):
        yield _SAFETY[main][lang]
    for name, wording in rule.variants.items():
        if wording.fix is not main:
            yield f"{name}：{_SAFETY[wording.fix][lang]}"


def told(example: Example, lang: Lang) -> str:
    """What an example says besides its text, in brackets: severity, variant and fix."""
    zh = lang is Lang.ZH
    said = [SEVERITIES[example.severity][lang]] if example.severity else []
    if example.variant:
        said.append(f"{'变式' if zh else 'variant'} {example.variant}")
    if example.fix is not None:
        said.append(f"改为“{example.fix}”" if zh else f"to read “{example.fix}”")
    words = ("，" if zh else ", ").join(said)
    return (f"（{words}）" if zh else f" ({words})") if words else ""


def _part(console: Console, title: str, body: str) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    for line in body.strip().splitlines():
        for row in fold_lines(Text(line), max(20, room(console) - 2)):
            console.print(Text("  ") + row, soft_wrap=True)
