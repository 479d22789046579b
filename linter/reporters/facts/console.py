"""The facts of a draft for a reviewer at a terminal."""

from collections.abc import Mapping
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from linter.catalogue.language import Lang
from linter.reporters.facts.data import Data
from linter.reporters.folding import fold_lines
from linter.reporters.terminal import console as console_of
from linter.reporters.terminal import room

_WORDS = {
    "title": ("标题", "Title"),
    "file": ("文件属性", "Properties of the file"),
    "period": ("规划期", "Period"),
    "date": ("成文日期", "Date of issue"),
    "none": ("（未写明）", "(not stated)"),
    "outline": ("层次", "Outline"),
    "indicators": ("指标与正文表述", "Indicators and what the text says of them"),
    "other": ("未对应指标的数值表述", "Statements about no tabled indicator"),
    "boxes": ("专栏", "Boxes"),
    "tasks": ("任务与责任单位", "Tasks and their units"),
    "divisions": ("分工方案", "Division of tasks"),
    "attachments": ("附件", "Attachments"),
    "definitions": ("简称", "Short forms"),
    "documents": ("文号", "Document numbers"),
    "organisations": ("单位出现次数", "Units by frequency"),
    "doubtful": ("存疑", "doubtful"),
    "nothing": ("正文未提及", "not mentioned"),
    "cited": ("引用", "cited"),
    "listed": ("附件说明", "listed"),
    "present": ("附件正文", "present"),
    "lead": ("牵头", "lead"),
    "cooperating": ("配合", "cooperating"),
    "residues": ("文件中的起草痕迹", "What work on the file has left in it"),
    "inserted": ("修订：插入", "revisions: inserted"),
    "deleted": ("修订：删除", "revisions: deleted"),
    "formatted": ("修订：格式", "revisions: format"),
    "highlighted": ("突出显示", "highlighted"),
    "header": ("页眉", "header"),
    "unbroken": ("没有分段（字数）", "no paragraphs (characters)"),
    "broken-lines": ("用换行符分段", "line breaks for paragraphs"),
    "cut": ("句子被回车断开", "sentences cut by a return"),
    "typed-table": ("用空格或制表符排的表", "tables set with blanks or tabs"),
    "comment": ("批注", "comments"),
}
# Core properties (ECMA-376-2 §11) that tell whose draft it is.
_PROPERTIES = {
    "title": ("标题", "title"),
    "creator": ("作者", "author"),
    "lastModifiedBy": ("最后修改", "last saved by"),
    "created": ("建于", "created"),
    "modified": ("改于", "saved"),
}
_OUTLINE_DEPTH = 2


def write(facts: Data, properties: Mapping[str, str], out: TextIO, lang: Lang) -> None:
    """Write the view of one draft. `facts` is what data.as_dict returns, `properties` what the
    file says of itself; version 1 of the JSON form has no place for them."""
    view = _FactsPage(console_of(out), lang)
    view.head(facts)
    view.file(properties)
    view.outline(facts["outline"])
    view.indicators(facts["indicators"])
    view.lines("other", [_said(s) for s in facts["other_statements"]])
    view.boxes(facts["boxes"])
    view.tasks("tasks", [(t["label"] or "", t["title"], t["units"]) for t in facts["tasks"]])
    rows = [row for division in facts["divisions"] for row in division["rows"]]
    view.tasks("divisions", [(str(r["number"] or ""), r["task"], r["units"]) for r in rows])
    view.attachments(facts["attachments"])
    view.lines("definitions", [f"{d['short']} ← {d['full'] or '—'}" for d in facts["definitions"]])
    view.lines("documents", [d["number"] for d in facts["documents"]])
    named = [f"{o['name']}×{o['count']}" for o in facts["organisations"]]
    view.lines("organisations", ["　".join(named)] if named else [])
    view.lines("residues", [view.residue(left) for left in facts["residues"]])


class _FactsPage:
    def __init__(self, console: Console, lang: Lang) -> None:
        self.console = console
        self.width = room(console)
        self.lang = lang

    def word(self, key: str) -> str:
        return _WORDS[key][0 if self.lang is Lang.ZH else 1]

    def heading(self, key: str, count: int) -> None:
        self.console.print()
        self.console.print(Text(f"{self.word(key)} ({count})", style="bold"))

    def line(self, text: str, indent: int = 2) -> None:
        for row in fold_lines(Text(text), max(20, self.width - indent)):
            self.console.print(Text(" " * indent) + row, soft_wrap=True)

    def lines(self, key: str, rows: list[str]) -> None:
        if rows:
            self.heading(key, len(rows))
            for row in rows:
                self.line(row)

    def head(self, facts: Data) -> None:
        self.console.print(Text(facts["path"], style="bold underline"))
        period, date = facts["period"], facts["date"]
        none = self.word("none")
        self.line(f"{self.word('title')}：{facts['title'] or none}")
        years = f"{period['start']}—{period['end']}" if period else none
        self.line(f"{self.word('period')}：{years}")
        self.line(f"{self.word('date')}：{date['day'] if date else none}")

    def file(self, properties: Mapping[str, str]) -> None:
        """One line, where the file says anything: a draft made from another's often still has
        its title."""
        said = [
            f"{words[self.lang is Lang.EN]} {properties[key]}"
            for key, words in _PROPERTIES.items()
            if key in properties
        ]
        if said:
            self.line(f"{self.word('file')}：{'　'.join(said)}")

    def residue(self, left: Data) -> str:
        words = left["text"] or left.get("quote") or ""
        return f"{self.word(left['kind'])} ×{left['times']}" + (f"　{words[:40]}" if words else "")

    def outline(self, entries: list[Data]) -> None:
        shown = [e for e in entries if e["level"] <= _OUTLINE_DEPTH]
        self.heading("outline", len(shown))
        for e in shown:
            self.line(f"{e['label'] or ''}{e['title']}", indent=2 * e["level"])

    def indicators(self, indicators: list[Data]) -> None:
        if not indicators:
            return
        self.heading("indicators", len(indicators))
        for i in indicators:
            unit = f"（{i['unit']}）" if i["unit"] else ""
            values = "　".join(f"{_year(v)}{v['words'] or '□'}" for v in i["values"])
            self.line(f"{i['number'] or ''} {i['name']}{unit}　{values}".strip())
            for said in i["statements"]:
                doubt = f"　[{self.word('doubtful')}]" if said["doubtful"] else ""
                self.line(f"↳ {_said(said)}{doubt}", indent=6)
            if not i["statements"]:
                self.line(f"↳ {self.word('nothing')}", indent=6)

    def boxes(self, boxes: list[Data]) -> None:
        rows = []
        for b in boxes:
            cited = "、".join(_place(r) for r in b["references"])
            rows.append(
                f"{b['number']} {b['name']}"
                + (f"（{self.word('cited')}：{cited}）" if cited else "")
            )
        self.lines("boxes", rows)

    def tasks(self, key: str, rows: list[tuple[str, str, list[Data]]]) -> None:
        if not rows:
            return
        self.heading(key, len(rows))
        for label, title, units in rows:
            self.line(f"{label} {_short(title)}".strip())
            names = [u["name"] + self._role(u["role"]) for u in units]
            self.line("→ " + ("、".join(names) or self.word("none")), indent=6)

    def _role(self, role: str | None) -> str:
        return f"（{self.word(role)}）" if role in ("lead", "cooperating") else ""

    def attachments(self, found: Data) -> None:
        rows = [
            f"{self.word(side)}：{a['word']}{a['number'] or ''} {a['title'] or ''}"
            for side in ("listed", "present")
            for a in found[side]
        ]
        self.lines("attachments", rows)


def _year(value: Data) -> str:
    return f"{value['year']}年 " if value["year"] else ""


def _said(statement: Data) -> str:
    year = f"{statement['year']}年 " if statement["year"] else ""
    return f"{year}{' '.join(statement['quote'].split())}（{_place(statement)}）"


def _place(entry: Any) -> str:
    where = entry["location"]
    if where["table"] is not None:
        return f"表{where['table']}"
    if where["section"]:
        return f"“{where['section'][-1]}”"
    return where["box"] or "文首"


def _short(text: str, limit: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
