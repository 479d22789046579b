"""Drafts in which one thing is repeated without end, in four shapes."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from linter.catalogue.load import builtin_rules
from linter.plan.lexicon import builtin_lexicon

_HEAD = "# 某省水利发展规划\n\n（2021—2025年）\n\n## 一、任务\n\n"
_LINE = 24  # characters of a row or an item, as far as the repeated thing allows
_CHINESE = "一二三四五六七八九"

Unit = str | Callable[[int], str]

# What is repeated; a function is given the number of the repetition.
UNITS: dict[str, Unit] = {
    "round": "）",
    "square": "]",
    "title": "》",
    "quote": "”",
    "opening quote": "“",
    "opening round": "（",
    "opening title": "《",
    "opening square": "[",
    "round pair": "（甲）",
    "title pair": "《甲》、",
    "quoted": "“甲”",
    "nested": "（“《",
    "bracket l0": "（l0",
    "l0": "l0",
    "O1": "2O2l年",
    "list": "水库、",
    "long list": lambda i: f"水库{_CHINESE[i % 9]}号工程、",
    "and list": "水库和灌区、",
    "double list": "甲、乙和丙；",
    "blanks": " ",
    "wide blanks": "　",
    "word blanks": "水 ",
    "many blanks": "水        ",
    "tabs": "水库\t",
    "responsible": "责任单位：",
    "responsible office": "责任单位：省水利厅；",
    "bracketed office": "（省水利厅）",
    "offices": "省水利厅",
    "spaced offices": "省水利厅 ",
    "listed offices": "省水利厅、",
    "led": "省水利厅牵头，",
    "each city": "各市（州）人民政府、",
    "office unknown": "省某某厅",
    "two stops": "甲乙。。",
    "stops": "。",
    "commas": "，",
    "dashes": "—",
    "dots": "…",
    "repeated word": "加快加快",
    "repeated sentence": "建设水库，加快推进灌区改造。",
    "repeated character": "的",
    "Chinese": "水",
    "of which": "10%，其中",
    "of which percent": "其中水库占10%，",
    "percent": "增长5%、",
    "rise": "提高到10%、",
    "from to": "从10%提高到20%，",
    "each": "分别为10%、20%，",
    "respectively": "甲、乙分别达到10、20，",
    "A1": "A1",
    "A": "A",
    "1": "1",
    "comma figures": "1,",
    "grouped": "1,000,",
    "dotted": "1.",
    "decimal": "1.1、",
    "Chinese numeral": "一",
    "Chinese numerals": "二十三万",
    "hundred millions": "10亿元，",
    "range": "2021—2025年",
    "years": "2025年",
    "year list": "2021年、",
    "to year": "到2025年，",
    "date": "2025年1月1日",
    "clock": "12:30",
    "abbreviation": "GIS平台，",
    "Latin": "GIS ",
    "defined": "地理信息系统（GIS）",
    "called": "（以下简称“甲”）",
    "box": "见专栏3、",
    "chapter": "见第三章、",
    "attachment": "附件1、",
    "attachment reference": "（见附件1）",
    "table": "见表1，",
    "one is": "一是建设。二是",
    "first": "首先，",
    "document": "国发〔2020〕1号",
    "law": "《中华人民共和国水法》第一条、",
    "address": "http://a.cn/",
    "host": "a.",
    "mail": "a@b.",
    "formula": "A=B×C+",
    "times": "×100%",
    "pipes": "|",
    "pipes blank": "| ",
    "rule": "|-",
    "bullets": "- ",
    "stars": "*",
    "underscores": "_",
    "backticks": "`",
    "links": "[a](",
    "images": "![",
    "angles": "<",
    "tags": "<a>",
    "comments": "<!--",
    "ampersands": "&amp;",
    "backslashes": "\\",
    "hashes": "#",
    "tildes": "~~",
    "circled": "①",
    "bracketed figure": "（1）",
    "bracketed numeral": "（一）",
    "numeral label": "一、",
    "indicator": "城镇化率达到65%，",
    "indicator statement": "2025年，粮食产量达到100万吨；",
    "goals": "到2025年，建成水库10座，其中大型5座；",
    "counts": "实施十大工程，",
    "announced": "建设三个水库：",
    "of": "甲的乙的",
    "placeholder": "XX",
    "redline": "全国最好",
    "policy": "铸牢中华民族共同体意识",
    "glued words": "加快推进建设发展改革",
    "not": "不",
    "percent signs": "%",
    "plus": "＋",
    "zero width": "\u200b",
    "bidi": "\u202e水",
    "emoji": "😀",
    "combining": "e\u0301",
    "place": "成都市、",
    "place known": "四川省成都市武侯区",
    "stage": "第一阶段，",
    "unit of measure": "公里/小时",
    "square metres": "m2",
    "kilometre": "10km2，",
    "slash": "和/或",
    "colon": "水库：",
    "semicolon": "建设水库；",
    "question": "水库？",
    "middle dot": "·",
    "ellipsis": "......",
    "project": "“十四五”期间，投资10亿元，",
    "ratio": "1：2：",
    "sum": "10+20=",
    "approximate": "约10万左右，",
    "more than": "超过10万以上，",
    "genre": "本规划本方案",
    "negative": "下降-5%，",
    "growth": "年均增长5%，",
    "share": "占比10%，",
    "doubled": "翻一番，",
    "attachment title": "附件：1.",
    "note": "注：",
    "etc": "水库等",
    "etc departments": "省水利厅等部门",
    "support": "国家支持，",
    "surname": "张三、",
}


def shaped(unit: Unit, shape: str, size: int) -> str:
    """A Markdown draft of about `size` characters that repeats the unit in one of `SHAPES`."""
    if shape == "paragraph":
        return f"{_HEAD}{_run(unit, size)}\n"
    if shape == "cell":
        return f"{_HEAD}| 任务 | 单位 |\n| --- | --- |\n| 水库 | {_cell(_run(unit, size))} |\n"
    lines = [_run(unit, _LINE, i) for i in range(size // (_LINE + 6))]
    if shape == "rows":
        rows = "".join(f"| 水库{i} | {_cell(line)} |\n" for i, line in enumerate(lines))
        return f"{_HEAD}| 任务 | 单位 |\n| --- | --- |\n{rows}"
    return _HEAD + "\n".join(f"{i}.{line}\n" for i, line in enumerate(lines, 1))


SHAPES = ("paragraph", "cell", "rows", "list")


def _run(unit: Unit, size: int, start: int = 0) -> str:
    if isinstance(unit, str):
        return (unit * (size // len(unit) + 1))[: max(size, len(unit))]
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(unit(start + len(pieces)))
        length += len(pieces[-1])
    return "".join(pieces)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _table(head: str, row: Callable[[int], str]) -> Callable[[int], str]:
    """A table of one kind of row."""
    columns = head.count("|") - 1
    return lambda size: f"{_HEAD}{head}\n|{' --- |' * columns}\n" + _lines(row, size, "\n")


def _lines(line: Callable[[int], str], size: int, end: str = "\n\n") -> str:
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(line(len(pieces)) + end)
        length += len(pieces[-1])
    return "".join(pieces)


def _many(line: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: _HEAD + _lines(line, size)


# Whole drafts of about so many characters.
DRAFTS: dict[str, Callable[[int], str]] = {
    "attachment lines": _many(lambda i: "附件"),
    "numbered attachment lines": _many(lambda i: f"附件{i}"),
    "titled attachment lines": _many(lambda i: f"附件{i}：水库名单"),
    "attachment list": lambda size: (
        _HEAD + "建设水库。\n\n附件：" + _lines(lambda i: f"{i + 1}.水库名单{i}", size)
    ),
    "same headings": _many(lambda i: "## 一、建设水库"),
    "numbered headings": _many(lambda i: f"## {i}、建设水库"),
    "deep headings": _many(lambda i: "#" * (i % 6 + 1) + f" （{_CHINESE[i % 9]}）建设水库"),
    "boxes": _many(lambda i: f"> 专栏{i} 水库\n> 1.建设水库"),
    "same boxes": _many(lambda i: "专栏1 水库"),
    "indicators": _table(
        "| 指标 | 单位 | 2020年 | 2025年 |", lambda i: f"| 水库{i}个数 | 个 | {i} | {i + 1} |"
    ),
    "same indicators": _table(
        "| 指标 | 单位 | 2020年 | 2025年 |", lambda i: "| 城镇化率 | % | 60 | 65 |"
    ),
    "indicators and statements": lambda size: (
        DRAFTS["same indicators"](size // 2)
        + "\n"
        + _lines(lambda i: "到2025年，城镇化率达到66%。", size // 2)
    ),
    "indicators and other statements": lambda size: (
        DRAFTS["indicators"](size // 2)
        + "\n"
        + _lines(lambda i: f"到2025年，水库{i}个数达到{i}个。", size // 2)
    ),
    "rows of figures": _table("| 项目 | 甲 | 乙 | 合计 |", lambda i: f"| 水库 | {i} | {i} | {i} |"),
    "rows of years": _table("| 年 | 水库 |", lambda i: f"| {2000 + i % 30}年 | {i}座 |"),
    "rows of offices": _table(
        "| 序号 | 任务 | 责任单位 |", lambda i: f"| {i + 1} | 建设水库 | 省水利厅、省财政厅 |"
    ),
    "rows of other offices": _table(
        "| 序号 | 任务 | 责任单位 |", lambda i: f"| {i + 1} | 建设水库{i} | 省第{i}局 |"
    ),
    "tasks": _many(lambda i: f"{i + 1}.建设水库。（责任单位：省水利厅）"),
    "tasks of other offices": _many(
        lambda i: f"{i + 1}.建设水库{i}。（省某{_CHINESE[i % 9]}厅牵头，省财政局配合）"
    ),
    "same paragraphs": _many(lambda i: "加快推进水库建设，全面提高灌区供水能力和水平，保障用水。"),
    "like paragraphs": _many(lambda i: f"加快推进水库{i}建设，全面提高灌区供水能力，保障用水。"),
    "definitions": _many(lambda i: f"建设地理信息系统{i}（以下简称“系统{i}”）。"),
    "references": _many(lambda i: f"建设水库，见专栏{i}、表{i}、附件{i}。"),
    "works": _many(lambda i: f"2025年，完成投资{i}亿元，建设水库{i}座。"),
    "terms": _many(lambda i: f"推进{_CHINESE[i % 9]}三{_CHINESE[i // 9 % 9]}工程。"),
    "contents": lambda size: (
        "# 规划\n\n目录\n\n" + _lines(lambda i: f"{i}、水库……{i}", size) + "## 1、水库\n\n建设。\n"
    ),
    "glossary": _many(lambda i: f"{i}.水库{i}：指水库。"),
    "notes": _many(lambda i: f"建设[^{i}]。\n\n[^{i}]: 注"),
    "suppressions": _many(lambda i: "<!-- planlint: disable=PUN001 -->"),
    "empty lines": lambda size: _HEAD + "\n" * size + "建设。",
    "wide table": lambda size: (
        _HEAD + "|" + "甲|" * (size // 6) + "\n|" + "-|" * (size // 6) + "\n|" + "1|" * (size // 6)
    ),
    "quotes": lambda size: _HEAD + ">" * size + "水",
    "announcements": _many(lambda i: "实施十大工程"),
    "announcements and headings": lambda size: (
        _HEAD
        + _lines(lambda i: "实施十大工程", size // 2)
        + _lines(lambda i: "### 建设水库工程", size // 2)
    ),
    "captions": lambda size: (
        _HEAD
        + _lines(lambda i: f"表{i % 80 + 1} 水库{i}", size // 2)
        + _lines(lambda i: f"水库{i}见表{i % 10 + 81}。", size // 2)
    ),
    "tables below": _many(lambda i: f"水库{i}见下表。"),
    "attachments of a list": lambda size: (
        _HEAD
        + "附件："
        + _lines(lambda i: f"{i + 1}.水库名单{i}", size // 2)
        + _lines(lambda i: f"附件{i + 1}\n\n灌区名单{i}", size // 2)
    ),
    "contents unlike": lambda size: (
        "# 规划\n\n目录\n\n"
        + _lines(lambda i: f"{i + 1}.水库{i if i % 3 else -i}……{i}", size // 2)
        + _lines(lambda i: f"## {i + 1}.水库{i if i % 3 else f'甲{i}'}", size // 2)
    ),
    "parts of one whole": _table(
        "| 指标 | 单位 | 2020年 | 2025年 |",
        lambda i: f"| {('水库', '其中：大型')[i] if i < 2 else f'灌区{i}'} | 座 | {i} | {i + 1} |",
    ),
    "projects of a table": lambda size: (
        _table("| 序号 | 项目名称 | 总投资（万元） |", lambda i: f"| {i} | 水库{i} | {i} |")(
            size // 2
        )
        + "\n"
        + "共安排6个项目，总投资10万元，见附表1。" * (size // 40)
    ),
    "indicators unnamed": lambda size: (
        DRAFTS["indicators"](size // 2)
        + "\n"
        + _lines(lambda i: f"到2025年，灌区{i}总数达到{i}个。", size // 2)
    ),
    "growth": _many(lambda i: f"到{2020 + i % 9}年，水库产值达到{i}亿元，年均增长5%。"),
    "works of one kind": _many(lambda i: f"新建大型水库{i}座。"),
    "odd offices": _table(
        "| 序号 | 任务 | 责任单位 |",
        lambda i: f"| {i + 1} | 建设水库{i} | 省{_CHINESE[i // 2 % 9]}{_CHINESE[i // 18 % 9]}局 |",
    ),
    "nested lists": lambda size: _HEAD + _lines(lambda i: "  " * (i % 50) + "- 水库", size, "\n"),
}


def all_inputs() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield every input by name: each unit in each shape, the whole drafts, the faults of each
    rule again and again, glued and as a draft, and the entries of each word list."""
    for name, unit in UNITS.items():
        for shape in SHAPES:
            yield f"{name} / {shape}", lambda size, u=unit, s=shape: shaped(u, s, size)  # type: ignore[misc]
    yield from DRAFTS.items()
    for rule in builtin_rules():
        sources = [_MARKED.sub("", example.text) for example in (*rule.bad, *rule.good)]
        if sources and not rule.compares:
            glued = "".join("".join(source.split()) for source in sources)
            whole = "\n\n".join(sources) + "\n\n"
            yield f"{rule.id} / glued", lambda size, u=glued: shaped(u, "paragraph", size)  # type: ignore[misc]
            yield f"{rule.id} / draft", lambda size, u=whole: _run(u, size)  # type: ignore[misc]
    for name in _LISTS:
        for shape in ("paragraph", "list"):
            yield f"{name} / {shape}", lambda size, n=name, s=shape: shaped(words_of(n), s, size)  # type: ignore[misc]


_MARKED = re.compile("[‹›]")
_LISTS = ("generated/slips", "organisations", "homophones", "redlines", "variants", "phrases")


def words_of(name: str) -> Unit:
    """The entries of a word list of planlint, one by one and again from the first."""
    entries = [_word(entry) for entry in builtin_lexicon().entries(name)]
    return lambda i: entries[i % len(entries)] + "、"


def _word(entry: Any) -> str:
    """What an entry is found by; of a slip, the word with its first wrong character."""
    if isinstance(entry, Mapping):
        return str(next(iter(entry.values())))
    word, _, wrong = str(entry).partition(" ")
    for i, chars in enumerate(wrong.split("/")):
        if chars and "\u4e00" <= chars[0] <= "\u9fff" and i < len(word):
            return word[:i] + chars[0] + word[i + 1 :]
    return word
