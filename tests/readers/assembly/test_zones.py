"""The parts of a draft, and its title."""

import pytest

from linter.document.nodes import Zone
from tests.helpers import draft

COVER, TOC, BODY, SIGNATURE = Zone.COVER, Zone.TOC, Zone.BODY, Zone.SIGNATURE
LIST, ATTACHMENT, GLOSSARY = Zone.ATTACHMENT_LIST, Zone.ATTACHMENT, Zone.GLOSSARY
NOTICE = "关于印发某市水网规划的通知|各县人民政府：|现将规划印发给你们。|某市人民政府|2021年6月1日|"


def zones(lines: str) -> list[Zone]:
    """The zone of each paragraph; the paragraphs are divided by `|`."""
    return [node.locator.zone for node in draft(lines.replace("|", "\n\n")).nodes()]


def title(lines: str) -> str | None:
    found = draft(lines.replace("|", "\n\n")).title
    return found.text if found else None


def test_notice_signature_and_body() -> None:
    found = zones(NOTICE + "某市水网规划|为建设水网，制定本规划。|一、要求")
    assert found == [COVER] * 3 + [SIGNATURE] * 2 + [BODY] * 3


def test_title_behind_a_notice_on_three_lines() -> None:
    lines = NOTICE + "某市水网建设|“十四五”规划|（2021—2025年）|为建设水网，制定本规划。"
    assert title(lines) == "某市水网建设“十四五”规划（2021—2025年）"
    node = draft(lines.replace("|", "\n\n")).title
    assert node is not None
    assert [node.position(i) for i in (0, 6, 13)] == [(11, 1), (13, 1), (15, 1)]


def test_title_at_the_head() -> None:
    assert title("某市水网规划|某市水务局|一、要求") == "某市水网规划"
    assert title("# 水网建设|## 一、要求|建设水网规划") == "水网建设"
    assert title("一、要求|某市水网规划") is None


def test_contents_with_and_without_page_numbers() -> None:
    for entries in ("一、要求……1|二、任务…… 3", "一、要求|二、任务", "一、要求1|二、任务12"):
        found = zones(f"某市水网规划|目　录|{entries}|一、要求|为民。|二、任务|建库。")
        assert found == [BODY, TOC, TOC, TOC, BODY, BODY, BODY, BODY]


def test_attachments_and_their_list() -> None:
    found = zones(
        "一、要求|治水。|附件：1.名词解释|2.任务分工|某市水务局|2021年6月1日|"
        "附件1|名词解释|1.水网。河湖总称。|附件2|任务分工|一、建库"
    )
    assert found[:6] == [BODY, BODY, LIST, LIST, SIGNATURE, SIGNATURE]
    assert found[6:] == [ATTACHMENT, GLOSSARY, GLOSSARY, ATTACHMENT, ATTACHMENT, ATTACHMENT]


def test_attachments_named_on_their_own_line() -> None:
    found = zones(
        "一、要求|附件1：任务分工|附件2：名词解释|附件1 任务分工|建库。|附件2 名词解释|水网。"
    )
    assert found == [BODY, LIST, LIST, ATTACHMENT, ATTACHMENT, GLOSSARY, GLOSSARY]


def test_an_attachment_without_an_opening_begins_with_its_heading() -> None:
    found = zones("一、要求|附件：任务分工|某市水务局|一、建库|甲库由市水务局负责。")
    assert found == [BODY, LIST, SIGNATURE, ATTACHMENT, ATTACHMENT]


def test_a_mention_of_an_attachment_is_body() -> None:
    assert zones("一、要求|附件1所列工程优先安排，资金由市级统筹。|二、任务") == [BODY] * 3


def test_contents_with_entries_that_differ_from_their_headings() -> None:
    contents = "目　录|一、发展基础|二、总体思路|三、重点任务|四、保障举措"
    body = (
        "|一、发展基础|基础好。|二、总体要求|要求高。|三、重点任务|任务重。|四、保障措施|措施实。"
    )
    found = zones("某市水网规划|" + contents + "|为推进治水，制定本规划。" + body)
    assert found == [BODY] + [TOC] * 5 + [BODY] * 9


def test_body_right_behind_contents_whose_first_entry_differs() -> None:
    found = zones("某市水网规划|目录|一、思路|二、任务|一、要求|要求高。|二、任务|任务重。")
    assert found == [BODY] + [TOC] * 3 + [BODY] * 4


def test_the_body_goes_on_behind_an_attachment_within_it() -> None:
    found = zones("第一章 总则|治水。|附件1|名录|一、甲库|大。|二、乙库|小。|第二章 建设|建库。")
    assert found == [BODY] * 2 + [ATTACHMENT] * 6 + [BODY] * 2


def test_an_attachment_with_chapters_of_its_own_is_one() -> None:
    found = zones("第一章 总则|治水。|附件1|办法|第一章 总则|用水。|第二章 罚则|罚款。")
    assert found == [BODY] * 2 + [ATTACHMENT] * 6


def test_a_section_goes_on_below_the_heading_that_the_attachment_stands_in() -> None:
    lines = "一、要求|治水。|二、任务|建库。|附件|名录|甲库。|三、保障|领导。"
    document = draft(lines.replace("|", "\n\n"))
    assert zones(lines) == [BODY] * 4 + [ATTACHMENT] * 3 + [BODY] * 2
    assert [p.locator.section for p in document.paragraphs()][-1] == ("三、保障",)


def test_a_list_of_attachments_that_are_left_out() -> None:
    assert zones("一、要求|治水。|附件（略）：1.名录|2.名单|某市水务局") == [BODY] * 2 + [
        LIST,
        LIST,
        SIGNATURE,
    ]


def test_the_last_entry_of_contents_without_its_heading() -> None:
    contents = "目录|一、要求|二、任务|三、保障|四、附则|"
    for between in ("", "某市水网规划|"):
        found = zones(contents + between + "一、要求|高。|二、任务|重。|三、保障|实。")
        assert found[:5] == [TOC] * 5
        assert TOC not in found[5:]


def test_contents_without_the_word() -> None:
    found = zones(
        "某市水网规划|一、要求……1|二、任务……3|三、保障……9|一、要求|高。|二、任务|重。|三、保障|实。"
    )
    assert found == [BODY] + [TOC] * 3 + [BODY] * 6
    assert zones("某市水网规划|一、要求……1|二、任务|重。|三、保障") == [BODY] * 5


TEXT = "一、总体要求\n正文。\n二、主要任务\n正文。\n三、保障措施\n正文。"
LISTED = "目录\n一、总体要求\n二、主要任务\n三、保障措施\n"


@pytest.mark.parametrize(
    ("tail", "between"),
    [
        ("附件：重点项目表\n", ""),
        ("附件1：重点项目表\n附件2：指标表\n附件3：管网名录\n附件4：泵站名录\n", ""),
        ("附件：重点项目表\n", "某市排水规划\n"),
        ("名词解释\n", ""),
        ("四、督导考核\n", ""),
    ],
)
def test_the_last_lines_of_a_typed_contents(tail: str, between: str) -> None:
    """They have no heading below, and the body begins behind them."""
    document = draft(f"某市排水规划\n{LISTED}{tail}{between}{TEXT}", "txt")
    entries = [p.line for p in document.paragraphs() if p.locator.zone is Zone.TOC]
    assert len(entries) == 4 + tail.count("\n")
    assert [p.line for p in document.paragraphs() if p.level] == [
        "一、总体要求",
        "二、主要任务",
        "三、保障措施",
    ]


def test_lines_like_these_further_up_are_no_contents() -> None:
    document = draft(
        f"某市排水规划\n{LISTED}附件：重点项目表\n正文由此开始。\n共分三章。\n{TEXT}", "txt"
    )
    assert [p.line for p in document.paragraphs() if p.locator.zone is Zone.TOC] == (
        LISTED.rstrip().split("\n")
    )


def test_the_body_goes_on_behind_an_attachment_in_a_chapter() -> None:
    document = draft(
        "第一章 总则\n一、目的\n正文。\n附件\n登记表\n第二章 任务\n一、泵站\n正文。", "txt"
    )
    assert [p.locator.zone for p in document.paragraphs() if p.line.startswith("第二章")] == [
        Zone.BODY
    ]
