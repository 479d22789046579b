"""Writes docs/rules/ from the catalogue, one page a family and an index, and docs/schema/*.json.

python docs/build.py            write the pages and the schemas
python docs/build.py --check    exit 1 if they are not up to date
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import build_schemas

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Example, Rule
from linter.catalogue.severity import SEVERITIES
from linter.plan.lexicon import builtin_lexicon
from linter.reporters.catalogue import AGAINST, told

FOLDER = Path(__file__).parent / "rules"
_WORD = (
    "例子是 Word 草稿的描述，见[版式](../layout.zh.md)。 "
    "The examples describe Word drafts, see [layout](../layout.md)."
)


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    families: dict[str, list[Rule]] = defaultdict(list)
    for rule in builtin_rules():
        families[rule.family].append(rule)
    titles = _titles()
    order = [name for name in titles if name in families]
    order += sorted(families.keys() - titles.keys())
    out = {"README.md": _index((name, families[name]) for name in order)}
    return out | {f"{name}.md": _page(name, families[name]) for name in order}


@cache
def _titles() -> dict[str, str]:
    """The families that have a name, in their order."""
    entries = builtin_lexicon().entries("families")
    return {entry["code"]: f"{entry['zh']} {entry['en']}" for entry in entries}


def _title(name: str) -> str:
    return _titles().get(name, name)


def _index(families: Iterable[tuple[str, list[Rule]]]) -> str:
    lines = ["# 规则 Rules", "", "由规则目录生成，勿手工修改。Generated from the catalogue.", ""]
    for name, rules in families:
        lines += [f"## [{_title(name)}]({name}.md)", "", "| 代码 | 名称 | 级别 | 查什么 |"]
        lines += ["| --- | --- | --- | --- |", *map(_row, rules), ""]
    return "\n".join(lines)


def _row(rule: Rule) -> str:
    off = "" if rule.enabled else "（默认关闭）"
    severity = SEVERITIES[rule.severity][Lang.ZH] + off
    anchor = f"{rule.family}.md#{rule.id.lower()}-{rule.name}"
    return f"| [{rule.id}]({anchor}) | {rule.name} | {severity} | {rule.title} |"


def _page(name: str, rules: list[Rule]) -> str:
    parts = [f"# {_title(name)}", "由规则目录生成，勿手工修改。Generated from the catalogue."]
    for rule in rules:
        parts += _rule(rule)
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule) -> list[str]:
    off = "" if rule.enabled else "，默认关闭"
    parts = [
        f"## {rule.id} {rule.name}",
        f"**{rule.title}**（{SEVERITIES[rule.severity][Lang.ZH]}{off}）",
        "### 查什么 What it finds",
        *(f"- {m}" for m in _messages(rule)),
        "### 为什么 Why it matters",
        rule.why,
        *([_WORD] if rule.examples == "docx" else []),
        "### 会报告 Reported, at ‹these words›",
        *(part for example in rule.bad for part in _bad(example, rule.compares)),
        "### 不报告 Not reported",
        *(part for example in rule.good for part in _sides(example, rule.compares)),
    ]
    if rule.options:
        parts += ["### 选项 Options", *(f"- `{k}`: {v}" for k, v in rule.options.items())]
    if rule.limits:
        parts += ["### 限度 Known limits", rule.limits]
    return parts


def _messages(rule: Rule) -> Iterable[str]:
    for wording in (rule.wording, *rule.variants.values()):
        severity = SEVERITIES[wording.severity][Lang.ZH]
        yield f"{severity}：{wording.message[Lang.ZH]}"


def _bad(example: Example, kind: str) -> Iterable[str]:
    said = told(example, Lang.ZH)
    return (*([said.strip("（）") + "："] if said else []), *_sides(example, kind))


def _sides(example: Example, kind: str) -> Iterable[str]:
    """The draft, below what it is held against where its rule compares."""
    if example.against is None:
        return (_block(example.text),)
    return (f"{AGAINST[kind][Lang.ZH]}：", _block(example.against), "草稿：", _block(example.text))


def _block(text: str) -> str:
    return f"````markdown\n{text.rstrip()}\n````"


def main() -> int:
    """Write or check the pages and the schemas; return the exit code."""
    made = ((FOLDER, "*.md", pages()), (build_schemas.FOLDER, "*.json", build_schemas.schemas()))
    codes = [_written(folder, kind, wanted) for folder, kind, wanted in made]
    return max(codes)


def _written(folder: Path, kind: str, wanted: dict[str, str]) -> int:
    """Write or check the files of one kind in a folder; return 1 if they were to be right."""
    present = {path.name: path.read_text("utf-8") for path in folder.glob(kind)}
    if "--check" in sys.argv:
        stale = sorted(n for n in wanted.keys() | present.keys() if wanted.get(n) != present.get(n))
        for name in stale:
            print(f"not up to date: docs/{folder.name}/{name}")
        return 1 if stale else 0
    folder.mkdir(exist_ok=True)
    for name in present.keys() - wanted.keys():
        (folder / name).unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
