"""Drafts without structure: parted, joined and told where it is certain, left alone elsewhere."""

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule
from linter.document.model import Document
from linter.document.nodes import Paragraph, ResidueKind, Table
from linter.engine.check import check
from linter.settings.effective import Settings
from tests.helpers import draft
from tests.readers.docx.fixtures import comment, document, end, p, r, raw, start, table, tc, tr
from tests.readers.views import told

WORK = "建设调蓄池，更换老旧管道，疏浚内河水系，完善雨水泵站，提高城区排水能力，落实管护责任。"
SECTIONS = "".join(
    f"{numeral}、{name}围绕{name}，落实各项工作。" + "".join(f"{i}.{WORK * 3}" for i in range(1, 6))
    for numeral, name in zip(
        "一二三四", ("基础设施", "运行管理", "资金筹措", "组织实施"), strict=True
    )
)


def residues(found: Document) -> dict[ResidueKind, tuple[int, str]]:
    return {left.kind: (left.times, left.text) for left in found.residues}


def note(found: Document) -> str:
    return check(found, Settings(())).note or ""


def lines(found: Document) -> list[str]:
    return [block.line for block in found.blocks if isinstance(block, Paragraph)]


def test_a_draft_in_one_paragraph_is_parted_at_its_numbers() -> None:
    for found in (document(p(f"某市排水规划{SECTIONS}")), draft(f"某市排水规划{SECTIONS}", "txt")):
        heads = [line[:4] for line in lines(found)]
        assert heads[:3] == ["某市排水", "一、基础", f"1.{WORK[:2]}"]
        assert len(heads) == 1 + 4 * 6
        assert residues(found)[ResidueKind.UNBROKEN][0] == len(SECTIONS) + 6
        assert f"没有分段（{len(SECTIONS) + 6} 字连成一片）" in note(found)


def test_comments_stay_at_their_words_in_a_draft_that_is_parted() -> None:
    head, tail = SECTIONS.split("运行管理围绕")
    body = p(r(f"规划{head}") + start(0) + r("运行管理") + end(0) + r(f"围绕{tail}"))
    found = document(body, comments=comment(0, "请核"))
    assert [span.quote for span in found.comments[0].spans] == ["运行管理"]


def test_one_long_paragraph_among_others_is_none_of_this() -> None:
    """The longest paragraph of a draft with paragraphs stays one, whatever it counts."""
    others = [p(f"{WORK}其{i}。" * 20) for i in range(6)]
    found = document(p(SECTIONS[:2200]) + "".join(others))
    assert len(lines(found)) == 7
    assert ResidueKind.UNBROKEN not in residues(found)


def test_numbers_that_do_not_count_on_part_nothing() -> None:
    text = "".join(
        f"第{i}次会议审议（三）项，依照一、二、三类标准，含2.5公里管道。{WORK}" for i in range(60)
    )
    found = document(p(text))
    assert lines(found) == [text]
    assert "没有分段" in note(found)


def test_line_breaks_in_the_place_of_paragraphs() -> None:
    """They part items and sentences, and no sentence; five of them are told."""
    at = WORK.index("提高")
    text = "一、任务\n" + WORK[:at] + "\n" + WORK[at:] + "\n（一）管网\n" + "\n".join([WORK] * 4)
    found = document("<w:p>" + "<w:r><w:br/></w:r>".join(map(r, text.split("\n"))) + "</w:p>")
    assert lines(found)[1] == WORK[:at] + "\n" + WORK[at:]
    assert len(lines(found)) == 7
    assert "手动换行符" in note(found)


def test_a_return_inside_a_word_is_joined_and_told() -> None:
    cut = p("推进海绵城市建设，完善运行管护机制，鼓") + p("励社会资本参与排水设施建设，落实资金。")
    found = document(p("某市排水规划") + p("一、任务") + cut)
    assert lines(found)[-1].startswith("推进海绵城市建设，完善运行管护机制，鼓励社会资本")
    assert residues(found) == {ResidueKind.CUT: (1, "护机制，鼓¶励社会资本")}
    (finding,) = check(found, Settings(_rule())).diagnostics
    assert finding.span.quote == "护机制，鼓"


def _rule() -> tuple[Rule, ...]:
    return tuple(rule for rule in builtin_rules() if rule.id == "DOC006")


def test_what_may_be_a_missing_mark_is_not_joined() -> None:
    """Between words, behind a heading, before a number, in front of another kind of line."""
    for first, second in (
        ("推进海绵城市建设，完善运行管护机制", "鼓励社会资本参与建设，落实资金。"),
        ("推进海绵城市建设，完善运行管护机制，", "鼓励社会资本参与建设，落实资金。"),
        ("完善机制鼓", "励社会资本参与建设，落实资金。"),
        ("推进海绵城市建设，完善运行管护机制，鼓", "（一）励社会资本，落实资金。"),
        ("推进海绵城市建设，完善运行管护机制，鼓", "　　励社会资本参与建设，落实资金。"),
    ):
        assert len(lines(document(p(first) + p(second)))) == 2
    heading = p("推进海绵城市建设，完善运行管护机制，鼓", '<w:outlineLvl w:val="0"/>')
    assert len(lines(document(heading + p("励社会资本参与建设，落实资金。")))) == 2


def test_a_draft_pasted_line_by_line() -> None:
    text = WORK * 4
    pasted = [text[at : at + 32] for at in range(0, len(text), 32)]
    body = [p(line) for numeral in "一二三四" for line in (f"{numeral}、任务", *pasted)]
    found = document("".join(body))
    assert lines(found) == [line for n in "一二三四" for line in (f"{n}、任务", text)]
    assert residues(found)[ResidueKind.CUT][0] == 4 * (len(pasted) - 1)


def test_paragraphs_of_all_lengths_are_left_alone() -> None:
    body = "".join(p(WORK[: 10 + 3 * i] + "建设") for i in range(14))
    assert len(lines(document(body))) == 14


def test_a_table_that_was_typed() -> None:
    """Of tabs or of blanks; it is told once, and comments stay in their cells."""
    rows = (
        "指标　　　2025年　　2030年",
        "排水管网（公里）\t1200\t1500",
        "调蓄池（座）      3      8",
    )
    third = p(r("调蓄池（座）\t3\t") + start(0) + r("8") + end(0))
    found = document(p("一、目标") + p(rows[0]) + p(rows[1]) + third, comments=comment(0, "核"))
    (grid,) = [block for block in found.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["指标", "2025年", "2030年"],
        ["排水管网（公里）", "1200", "1500"],
        ["调蓄池（座）", "3", "8"],
    ]
    assert [span.quote for span in found.comments[0].spans] == ["8"]
    assert residues(found) == {ResidueKind.TYPED_TABLE: (1, "指标 2025年 2030年")}
    assert told(document("".join(map(p, rows))))[1] == "排水管网（公里） | 1200 | 1500"


def test_lines_with_gaps_that_are_no_table() -> None:
    body = p("联系人：    某某") + p("电话：    123") + p("附件：1.名单    2.名录")
    assert not list(document(body).tables())


def test_notes_in_the_cells_of_tables() -> None:
    """A reference to a note leaves no mark; a comment and a line 注： stay in their cell."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    cell = tc(p(start(0) + r("1500") + end(0) + note) + p("注：含支管"))
    grid = table(tr(tc("指标"), tc("2030年")), tr(tc("管网（公里）"), cell))
    found = document(grid, comments=comment(0, "核"))
    assert [node.text for node in found.nodes()][-1] == "1500\n注：含支管"
    assert [span.quote for span in found.comments[0].spans] == ["1500"]


def test_a_red_head_in_a_text_box_is_no_box() -> None:
    from tests.readers.docx.fixtures import drawing

    head = p(drawing(p("某市人民政府文件") + p("某政〔2026〕3号")))
    body = head + p("某市排水规划") + p("一、任务") + p(drawing(p("要点") + p("1.调蓄池。")))
    found = document(body)
    assert [len(box.body) for box in found.boxes()] == [2]
    assert lines(found)[:3] == ["某市人民政府文件", "某政〔2026〕3号", "某市排水规划"]
    assert found.title is not None
    assert found.title.text == "某市排水规划"
    assert raw(body).blocks


@pytest.mark.parametrize("title", ["排水工作要点", "关于报送排水项目的函"])
def test_the_title_below_a_red_head_that_names_no_plan(title: str) -> None:
    found = draft(f"某市人民政府文件\n\n某政〔2026〕3号\n\n{title}\n\n一、任务\n\n建设泵站。")
    assert found.title is not None
    assert found.title.text == title


def test_a_line_break_inside_a_word_is_taken_out() -> None:
    """And its comments stay; the breaks beside it that may be meant are left."""
    lines_ = (
        "推进海绵城市建设，完善运行管护机制，鼓",
        "励社会资本参与，落实资金，",
        "加强监测，建好泵站。",
    )
    runs = [r(lines_[0]), start(0) + r(lines_[1]) + end(0), r(lines_[2])]
    found = document(f"<w:p>{'<w:r><w:br/></w:r>'.join(runs)}</w:p>", comments=comment(0, "核"))
    assert lines(found) == [f"{lines_[0]}{lines_[1]}\n{lines_[2]}"]
    assert residues(found) == {ResidueKind.CUT: (1, "护机制，鼓¶励社会资本")}
    assert [span.quote for span in found.comments[0].spans] == [lines_[1]]
