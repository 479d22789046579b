"""Rules about numbers take typed ones, those that Word generates, and drafts that mix them."""

import pytest

from linter.catalogue.load import builtin_rules
from linter.engine.check import check_bytes
from linter.settings.effective import Settings
from tests.readers.docx.fixtures import field, level, lists, mark, numbered, p, r, style, word

STYLES = style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
ONE = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
ANEW = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="{}"/></w:lvlOverride></w:num>'
)
TEXT = p("坚持目标导向，推进各项工作。")
RULES = [rule for rule in builtin_rules() if rule.id in ("STR001", "STR002", "STR008")]


def found(body: str, numbering: str) -> list[str]:
    data = word(body, styles=STYLES, numbering=numbering)
    report = check_bytes("a.docx", data, Settings(tuple(RULES)))
    assert report.error is None
    return [d.rule for d in report.diagnostics]


def typed(text: str) -> str:
    return p(text, '<w:pStyle w:val="1"/>') + TEXT


def generated(text: str, num: int = 1) -> str:
    return numbered(text, num) + TEXT


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (typed("一、甲") + typed("二、乙") + typed("三、丙"), []),
        (generated("甲") + generated("乙") + generated("丙"), []),
        (generated("甲") + typed("二、乙"), []),
        (typed("一、甲") + typed("三、乙"), ["STR001"]),
        (generated("甲") + typed("三、乙"), ["STR001"]),
        (generated("甲") + generated("乙", 2), ["STR001"]),
        (generated("甲") + typed("二、乙") + generated("丙"), ["STR002"]),
        (generated("甲") + generated("乙", 3), ["STR002"]),
    ],
)
def test_gaps_and_repetitions(body: str, expected: list[str]) -> None:
    nums = ONE + ANEW.format(4) + ANEW.format(1).replace('numId="2"', 'numId="3"')
    assert found(body, lists(level(0, "chineseCounting", "%1、"), nums=nums)) == expected


@pytest.mark.parametrize(("last", "expected"), [("保障措施", []), ("保障办法", ["STR008"])])
def test_contents_name_numbers_that_the_headings_generate(last: str, expected: list[str]) -> None:
    names = ("总体要求", "主要目标", "重点任务", last)
    entries = [
        f"<w:r><w:t>第{n}章</w:t><w:tab/><w:t>{name}</w:t><w:tab/></w:r>" + field("PAGEREF x", "3")
        for n, name in zip("一二三四", names, strict=True)
    ]
    entries[0] = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>" + (
        mark("separate") + entries[0]
    )
    entries[-1] += mark("end")
    contents = p("目　录") + "".join(p(entry) for entry in entries)
    headings = "".join(generated(name) for name in (*names[:3], "保障措施"))
    body = p(r("某市水利发展规划（2026—2030年）")) + contents + headings
    assert found(body, lists(level(0, "chineseCounting", "第%1章"))) == expected
