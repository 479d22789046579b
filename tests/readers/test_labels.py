"""Numbers at the head of a paragraph, and words that only look like one."""

import pytest

from linter.document.nodes import LabelKind as Kind
from linter.readers.labels import label_of, split_label
from linter.readers.raw import RawParagraph


@pytest.mark.parametrize(
    ("text", "kind", "numbers", "words"),
    [
        ("第三编 发展环境", Kind.PART, (3,), "发展环境"),
        ("第十二章　保障措施", Kind.CHAPTER, (12,), "保障措施"),
        ("第一节 总体要求", Kind.SECTION, (1,), "总体要求"),
        ("第二条 本办法适用于", Kind.ARTICLE, (2,), "本办法适用于"),
        ("二十一、组织实施", Kind.CHINESE, (21,), "组织实施"),
        ("（三）重点任务。", Kind.PAREN_CHINESE, (3,), "重点任务。"),
        ("〔四)强化安全", Kind.PAREN_CHINESE, (4,), "强化安全"),
        ("　　1．推进改造。", Kind.ARABIC, (1,), "推进改造。"),
        ("12、推进改造。", Kind.ARABIC, (12,), "推进改造。"),
        ("6.1 软件业收入", Kind.DECIMAL, (6, 1), "软件业收入"),
        ("（2）改造泵站", Kind.PAREN_ARABIC, (2,), "改造泵站"),
        ("（117）改造泵站", Kind.PAREN_ARABIC, (117,), "改造泵站"),
        ("（一百二十三）改造泵站", Kind.PAREN_CHINESE, (123,), "改造泵站"),
        ("3﹒改造泵站", Kind.ARABIC, (3,), "改造泵站"),
        ("2）改造泵站", Kind.CLOSING_ARABIC, (2,), "改造泵站"),
        ("③改造泵站", Kind.CIRCLED, (3,), "改造泵站"),
        ("⑵改造泵站", Kind.PAREN_ARABIC, (2,), "改造泵站"),
        ("㈢改造泵站", Kind.PAREN_CHINESE, (3,), "改造泵站"),
        ("⒋改造泵站", Kind.ARABIC, (4,), "改造泵站"),
        ("1﹒改造泵站", Kind.ARABIC, (1,), "改造泵站"),
        ("二．改造泵站", Kind.CHINESE, (2,), "改造泵站"),
        ("二. 改造泵站", Kind.CHINESE, (2,), "改造泵站"),
        ("★1.改造泵站", Kind.ARABIC, (1,), "改造泵站"),
        ("▲ （二）改造泵站", Kind.PAREN_CHINESE, (2,), "改造泵站"),
        ("3.1.2泵站如需改造", Kind.DECIMAL, (3, 1, 2), "泵站如需改造"),
        ("第二部分泵站改造", Kind.PART, (2,), "泵站改造"),
        ("第二篇泵站改造", Kind.PART, (2,), "泵站改造"),
        ("贰、泵站改造", Kind.LEGAL, (2,), "泵站改造"),
        ("拾壹、泵站改造", Kind.LEGAL, (11,), "泵站改造"),
    ],
)
def test_forms(text: str, kind: Kind, numbers: tuple[int, ...], words: str) -> None:
    label, start = split_label(text)
    assert label is not None
    assert (label.kind, label.numbers, text[start:]) == (kind, numbers, words)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 亿元以上的项目",
        "2.0.1版软件",
        "3.1泵站",
        "第二部分是泵站改造",
        "第二篇章谱写",
        "甲、乙两座泵站",
        "A.泵站",
        "1 泵站",
        "第二部分改造泵站，更换管道。",
        "★",
        "2020年目标",
        "三、四级河道",
        "第一节能源站",
        "第一章程",
        "（3）",
        "12.",
        "一是完善制度",
        "第三方评估",
    ],
)
def test_no_label(text: str) -> None:
    assert split_label(text)[0] is None


def test_a_chapter_may_stand_alone() -> None:
    label, _ = split_label("第二章")
    assert label is not None


def test_generated_number_comes_first() -> None:
    label, start = label_of(RawParagraph(" 推进改造", label="3."))
    assert label is not None
    assert (label.number, label.generated, start) == (3, True, 1)
    assert label_of(RawParagraph("推进改造", label="•"))[0] is None
