"""Markdown: paragraphs, headings, tables, quotes; markup set aside, places kept."""

import pytest

from linter.document.nodes import Paragraph
from tests.helpers import draft
from tests.readers.views import told


def test_lines_of_a_paragraph() -> None:
    source = "推进水网\n建设，支持IPv6\nready。  \n新段\n1.建库\n某市水务局\n2021年6月1日\n"
    assert told(source) == [
        "推进水网建设，支持IPv6 ready。",
        "新段",
        "1.建库某市水务局",
        "2021年6月1日",
    ]


def test_headings() -> None:
    source = "水网规划\n====\n\n## 一、要求 ##\n\n任务\n---\n\n正文很长。\n---\n\n### {#x}\n"
    document = draft(source)
    assert [(p.line, p.level) for p in document.paragraphs()] == [
        ("水网规划", None),
        ("一、要求", 1),
        ("任务", 1),
        ("正文很长。", None),
    ]
    assert document.title is not None
    assert document.title.text == "水网规划"


def test_what_is_not_text() -> None:
    source = (
        "---\ntitle: 甲\ntags:\n  - 乙\n---\n正文\n\n```\n一、代码\n```\n\n<!-- 注\n\n释 -->\n"
        "[甲]: http://x.y\n\n> 框<!-- 注 -->内\n\n---\n\n尾\n"
    )
    assert told(source) == ["正文", "[]", "  框内", "尾"]


def test_a_rule_at_the_head_is_not_front_matter() -> None:
    assert told("---\n一、要求，推进建设。\n\n---\n") == ["一、要求，推进建设。"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**专栏：**工程和*斜体*与***两者***", "专栏：工程和斜体与两者"),
        ("**要求明确。** 各县落实**到位。** A厂", "要求明确。各县落实到位。 A厂"),
        ("__粗__ _斜_ snake_case_name", "粗 斜 snake_case_name"),
        ("10*20*30 与 2 * 3，指标*", "10*20*30 与 2 * 3，指标*"),
        ("见[纲要](http://a.b/c_(d) '题')、![图1](a.png)和[甲][1]", "见纲要、图1和甲"),
        ("累计[25]，〔2016]412号", "累计[25]，〔2016]412号"),
        (r"\*不是\*强调 \# C:\盘", r"*不是*强调 # C:\盘"),
        ("`a*b*c`和&lt;5&nbsp;万", "a*b*c和<5\u00a0万"),
        ("<b>粗</b>，PM<sub>2.5</sub> < 35 且 > 5", "粗，PM2.5 < 35 且 > 5"),
        ("脚注[^1]在此", "脚注在此"),
        ("跨**行的\n粗体**完", "跨行的粗体完"),
        ("~~~\n未闭合", "~~~未闭合"),
    ],
)
def test_inline_markup(source: str, text: str) -> None:
    node = next(draft(source).nodes())
    assert node.text == text


def test_lists_and_quotes() -> None:
    source = "- [x] 甲\n  续\n* 乙\n1. 丙\n2) 丁\n\n> > 专栏1 水库\n> 1.甲库\n>\n> - 乙库\n\n后文\n"
    assert told(source) == [
        "甲续",
        "乙",
        "1. 丙",
        "2) 丁",
        "[专栏1 水库]",
        "  1.甲库",
        "  乙库",
        "后文",
    ]


def test_tables() -> None:
    source = "指标 | 2025年\n:--|--:\n甲\\|乙 | **90**<br>左右 | 多\n丙\n"
    assert told(source) == ["指标 | 2025年 | ", "甲|乙 | 90\n左右 | 多", "丙"]


def test_tables_of_html() -> None:
    source = "前\n\n<table>\n<tr><th rowspan=2>甲<th>乙\n<tr><td>丙\n</table>\n\n后\n"
    assert told(source) == ["前", "甲 | 乙", "^ | 丙", "后"]
    cell = next(draft(source).tables()).rows[1][1]
    assert cell.position(0) == (5, 9)


def test_every_character_keeps_its_place() -> None:
    source = "　　一、**要\n求**：[`甲`](x)乙<!-- 注 -->丙\n"
    node = next(draft(source).nodes())
    assert isinstance(node, Paragraph)
    assert node.line == "一、要求：甲乙丙"
    places = [node.position(i) for i in range(len(node.text))]
    assert places == [(1, 7), (2, 1), (2, 4), (2, 7), (2, 13), (2, 24)]


def test_comments_stand_at_their_paragraph() -> None:
    source = "甲<!-- a -->乙\n\n<!-- b\nc -->\n\n| 丙 | 丁 |\n| - | - |\n\n<!-- d -->\n"
    found = [(c.text, [s.quote for s in c.spans]) for c in draft(source).comments]
    assert found == [("a", ["甲乙"]), ("b\nc", ["丙"]), ("d", [])]
