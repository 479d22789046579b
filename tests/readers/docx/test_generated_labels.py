"""Which label Word's numbering gives, form by form; and what it numbers but does not count."""

import pytest

from linter.document.model import Document
from linter.document.nodes import LabelKind as Kind
from linter.document.nodes import Paragraph, Zone
from linter.readers.labels import generated_label
from tests.readers.docx.fixtures import document, drawing, level, lists, numbered, p, style


def labels(found: Document) -> list[tuple[str | None, int | None, str]]:
    paragraphs = (block for block in found.blocks if isinstance(block, Paragraph))
    return [(b.label.raw if b.label else None, b.level, b.text) for b in paragraphs]


@pytest.mark.parametrize(
    ("raw", "kind", "numbers"),
    [
        ("7", Kind.PLAIN, (7,)),
        ("７", Kind.PLAIN, (7,)),
        ("- 7 -", Kind.PLAIN, (7,)),
        ("7:", Kind.ARABIC, (7,)),
        ("[7]", Kind.PAREN_ARABIC, (7,)),
        ("7)", Kind.CLOSING_ARABIC, (7,)),
        ("七", Kind.CHINESE, (7,)),
        ("七．", Kind.CHINESE, (7,)),
        ("七）", Kind.PAREN_CHINESE, (7,)),
        ("㈦", Kind.PAREN_CHINESE, (7,)),
        ("⑺", Kind.PAREN_ARABIC, (7,)),
        ("⒎", Kind.ARABIC, (7,)),
        ("㊆", Kind.CIRCLED, (7,)),
        ("柒、", Kind.LEGAL, (7,)),
        ("（拾贰）", Kind.LEGAL, (12,)),
        ("庚、", Kind.STEM, (7,)),
        ("G.", Kind.LETTER, (7,)),
        ("（G）", Kind.LETTER, (7,)),
        ("g)", Kind.SMALL_LETTER, (7,)),
        ("bb)", Kind.SMALL_LETTER, (28,)),
        ("（Ⅶ）", Kind.ROMAN, (7,)),
        ("XIV.", Kind.ROMAN, (14,)),
        ("vii)", Kind.SMALL_ROMAN, (7,)),
        ("7.2.1", Kind.DECIMAL, (7, 2, 1)),
        ("7-2", Kind.DECIMAL, (7, 2)),
        ("7.b", Kind.DECIMAL, (7, 2)),
        ("G.2", Kind.LETTER, (7, 2)),
        ("第VII章", Kind.CHAPTER, (7,)),
        ("第7条", Kind.ARTICLE, (7,)),
    ],
)
def test_forms_that_only_word_generates(raw: str, kind: Kind, numbers: tuple[int, ...]) -> None:
    label = generated_label(raw)
    assert label is not None
    assert (label.kind, label.numbers, label.raw, label.generated) == (kind, numbers, raw, True)


@pytest.mark.parametrize("raw", ["•", "➢", "步骤7", "第七步", "七是", "abc", "7年", "其中："])
def test_bullets_and_words_are_no_labels(raw: str) -> None:
    assert generated_label(raw) is None


def test_word_s_usual_list_of_levels() -> None:
    """1, 1.1, 1.1.1: three depths, and a contents whose first level has no point."""
    entry = '<w:pStyle w:val="TOC1"/>'
    found = document(
        p("1\t总则\t4", entry)
        + p("1.1\t目的\t4", entry)
        + numbered("总则", 1)
        + numbered("目的", 1, 1)
        + numbered("范围", 1, 2)
        + numbered("任务", 1),
        numbering=lists(
            *(level(i, "decimal", t) for i, t in enumerate(("%1", "%1.%2", "%1.%2.%3")))
        ),
        styles=style("TOC1", "toc 1"),
    )
    body = [line for line in labels(found) if line[1] is not None]
    assert body == [("1", 1, "总则"), ("1.1", 2, "目的"), ("1.1.1", 3, "范围"), ("2", 1, "任务")]
    assert [b.locator.zone for b in found.paragraphs()][:2] == [Zone.TOC, Zone.TOC]


def test_a_generated_number_in_words_stands_in_the_text() -> None:
    found = document(
        numbered("建泵站", 1) + numbered("建水闸", 1),
        numbering=lists(level(0, "decimal", "步骤%1")),
    )
    assert [block.text for block in found.paragraphs()] == ["步骤1 建泵站", "步骤2 建水闸"]


@pytest.mark.parametrize("kind", ["nextPage", "continuous"])
def test_an_empty_paragraph_that_ends_a_section_takes_no_number(kind: str) -> None:
    ends = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:sectPr><w:type w:val="{kind}"/></w:sectPr>'
    numbering = lists(level(0, "chineseCounting", "%1、"))
    empty = numbered("甲", 1) + p("", ends) + numbered("乙", 1)
    assert labels(document(empty, numbering=numbering)) == [("一、", 1, "甲"), ("二、", 1, "乙")]
    worded = numbered("甲", 1) + p("尾", ends) + numbered("乙", 1)
    assert labels(document(worded, numbering=numbering))[1:] == [
        ("二、", 1, "尾"),
        ("三、", 1, "乙"),
    ]
    boxed = numbered("甲", 1) + p(drawing(p("框")), ends) + numbered("乙", 1)
    assert labels(document(boxed, numbering=numbering))[-1] == ("三、", 1, "乙")
