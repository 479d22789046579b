"""Comments of Markdown drafts and web pages that suppress findings."""

import pytest

from tests.helpers import draft, quotes

FAULT = "推进灌区改造，，建成农田。"
OTHER = "推进城市更新。。建成社区。"
DOUBLED = ("造，，建", "新。。建")


def found(source: str, form: str = "md") -> list[str]:
    return [q for q in quotes(draft(source, form), "PUN003") if "，，" in q or "。。" in q]


def test_without_comments_both_are_found() -> None:
    assert len(found(f"{FAULT}\n\n{OTHER}\n")) == 2


@pytest.mark.parametrize(
    "words",
    [
        "planlint-disable PUN003: 引文如此",
        "planlint-disable pun003",
        "planlint-disable punctuation-doubled：引文",
        "planlint-disable IND001, PUN：引文",
        "planlint-disable all 引文",
        "请核对\nplanlint-disable PUN003",
    ],
)
def test_the_next_block_is_silent(words: str) -> None:
    assert len(found(f"<!-- {words} -->\n\n{FAULT}\n\n{OTHER}\n")) == 1
    assert len(found(f"<!-- {words} -->\n{FAULT}\n\n{OTHER}\n")) == 1


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- planlint-disable IND001 -->",
        "<!-- planlint-disable -->",
        "<!-- planlint-disabled PUN003 -->",
        "<!-- 用 planlint-disable PUN003 忽略 -->",
        "`<!-- planlint-disable PUN003 -->`",
        "```\n<!-- planlint-disable PUN003 -->\n```",
    ],
)
def test_what_silences_nothing(comment: str) -> None:
    assert len(found(f"{comment}\n\n{FAULT}\n\n{OTHER}\n")) == 2


def test_a_comment_in_a_paragraph_is_about_that_paragraph() -> None:
    assert len(found(f"{FAULT}<!-- planlint-disable PUN003 -->\n\n{OTHER}\n")) == 1
    assert found(f"{FAULT}<!-- planlint-disable PUN003 -->\n\n{OTHER}\n")[0].count("。") == 2


def test_a_whole_table_and_a_whole_box_are_one_block() -> None:
    table = f"| 任务 | 内容 |\n| - | - |\n| 甲 | {FAULT} |\n| 乙 | {OTHER} |\n"
    box = f"> **专栏1 工程**\n>\n> {FAULT}\n>\n> {OTHER}\n"
    for block in (table, box):
        assert len(found(block)) == 2
        assert found(f"<!-- planlint-disable PUN003 -->\n\n{block}") == []


def test_a_range() -> None:
    source = f"<!-- planlint-disable PUN003 -->\n\n{FAULT}\n\n{OTHER}\n\n<!-- E -->\n\n{FAULT}\n"
    for enable in ("planlint-enable PUN003", "planlint-enable"):
        assert len(found(source.replace("E", enable, 1))) == 1
    assert len(found(source)) == 2


def test_ranges_of_several_rules_end_one_by_one() -> None:
    source = (
        f"<!-- planlint-disable PUN003, TRM001 -->\n\n{FAULT}\n\n<!-- planlint-enable PUN003 -->"
        f"\n\n{OTHER}合埋。\n\n<!-- planlint-enable TRM001 -->\n\n合埋。\n"
    )
    assert len(found(source)) == 1
    assert len(quotes(source, "TRM001")) == 1


def test_the_nearest_open_one_is_ended() -> None:
    disable, enable = "<!-- planlint-disable PUN003 -->", "<!-- planlint-enable PUN003 -->"
    parts = [disable, FAULT, OTHER, disable, FAULT, OTHER, enable, FAULT]
    assert len(found("\n\n".join(parts))) == 2


def test_the_whole_file() -> None:
    assert found(f"{FAULT}\n\n{OTHER}\n\n<!-- planlint-disable-file PUN003: 旧稿 -->\n") == []


def test_a_web_page() -> None:
    page = f"<html><body><p>一、任务</p>C<p>{FAULT}</p><p>{OTHER}</p>E<p>{FAULT}</p></body></html>"
    disable, enable = "<!-- planlint-disable PUN003 -->", "<!-- planlint-enable -->"
    assert len(found(page, "html")) == 3
    assert len(found(page.replace("C", disable).replace("E", ""), "html")) == 2
    assert len(found(page.replace("C", disable).replace("E", enable), "html")) == 1
    escaped = disable.replace("<", "&lt;")
    assert len(found(page.replace("C", f"<pre>{escaped}</pre>"), "html")) == 3
