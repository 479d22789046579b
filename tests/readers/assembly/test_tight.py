"""Numbers with a digit right behind their point: labels where the run says so."""

import pytest

from tests.helpers import draft


def labels(*lines: str) -> list[int | None]:
    document = draft("# 方案\n\n" + "\n\n".join(lines))
    return [p.label.number if p.label else None for p in document.paragraphs()][1:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1.建站。", "2.5G应用推广。", "3.改造。"), [1, 2, 3]),
        (("1.建站。", "2.12345热线扩容。", "3.5G应用。", "4.改造。"), [1, 2, 3, 4]),
        (("1.建站。", "2.5G应用推广。"), [1, 2]),
        (("1.建站。", "2.5万亩农田改造。"), [1, None]),
        (("1.建站。", "2.改造。", "2.5公里管网更新。", "3.运维。"), [1, 2, None, 3]),
        (("附件:1.任务表", "2.2025年改造名单"), [None, 2]),
        (("1.1目的", "1.2依据", "2.1机构"), [1, 2, 1]),
        (("1.1概述", "1.2 依据", "15.2投标", "2.2倍以上的增长"), [1, 2, None, None]),
    ],
)
def test_a_tight_number_is_a_label_if_the_run_goes_on(
    lines: tuple[str, ...], expected: list[int | None]
) -> None:
    assert labels(*lines) == expected


def test_plain_numbers_above_their_clauses() -> None:
    """1 总则 above 1.1; the last of the run needs no clause; a contents is none of it."""
    entries = "1 总则\n1.1 目的\n1.2 依据\n2 预警\n2.1 分级\n3 附则\n"
    body = "".join(
        line + "\n" + ("正文。\n" if "." in line else "") for line in entries.split("\n") if line
    )
    for source in (body, f"目录\n{entries}{body}"):
        document = draft(source, "txt")
        heads = [
            (p.label.raw.strip(), p.level) for p in document.paragraphs() if p.level and p.label
        ]
        assert heads == [("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1), ("2.1", 2), ("3", 1)]


@pytest.mark.parametrize(
    "source",
    [
        "12 月底前完成\n1.1 目的\n正文。\n1.2 依据\n正文。",
        "1 总则\n正文。\n2 任务\n正文。",
        "1 台水泵，2 座水闸。\n1.1 目的\n正文。\n2 台水泵。\n2.1 分级\n正文。",
    ],
)
def test_amounts_and_lone_numbers_are_no_plain_numbers(source: str) -> None:
    document = draft(source, "txt")
    assert not [p for p in document.paragraphs() if p.label and "." not in p.label.raw]


def test_items_below_clauses_of_plain_numbers() -> None:
    document = draft(
        "1 总则\n1.1 目的\n1.建泵站。\n2.建水闸。\n1.2 依据\n正文。\n2 任务\n2.1 分级\n正文。",
        "txt",
    )
    (item,) = [p for p in document.paragraphs() if p.text == "建水闸。"]
    assert item.locator.section == ("1总则", "1.1目的", "2.建水闸")
