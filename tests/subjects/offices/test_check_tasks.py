"""Task rules on drafts that the catalogue's examples are too short for."""

import pytest

from tests.helpers import diagnose, quotes

ROW = "| {n} | 建设第{n}类设施 | {units} |\n"
HEAD = "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n"


def test_a_chapter_that_assigns_nothing_is_left_alone() -> None:
    tasks = "".join(f"{n}.修第{n}条渠。（市水利局负责）\n\n" for n in range(1, 6))
    assert (
        quotes(f"一、重点任务\n\n{tasks}二、保障措施\n\n6.加强领导。\n\n7.严格考核。\n", "TSK001")
        == []
    )


def test_a_measure_among_measures_with_units_is_reported() -> None:
    tasks = "".join(f"{n}.落实第{n}条。（市水利局负责）\n\n" for n in range(1, 5))
    found = quotes(f"一、保障措施\n\n{tasks}5.加强组织领导。定期会商。\n", "TSK001")
    assert found == ["5.加强组织领导"]


def test_the_separator_fix_restores_the_list() -> None:
    (found,) = diagnose("1.修渠。（市水利局市财政局负责）\n", "TSK002")
    assert found.fix is not None
    assert (found.fix.replacement, found.fix.safe) == ("市水利局、市财政局", True)


def test_lists_parted_by_blanks_or_breaks_lack_no_separator() -> None:
    rows = (
        HEAD
        + ROW.format(n=1, units="市水利局 市财政局")
        + ROW.format(n=2, units="市水利局<br>市财政局")
    )
    assert quotes(rows, "TSK002") == []


def test_a_misspelling_points_at_the_name_that_is_meant() -> None:
    (found,) = diagnose(
        "1.修渠。（市财政局、市水利局负责）\n\n2.架桥。（市财攻局负责）\n", "TSK004"
    )
    assert found.span.quote == "市财攻局"
    assert [place.span.quote for place in found.related] == ["市财政局"]


def test_rows_that_say_there_is_no_unit_are_not_without_one() -> None:
    rows = "".join(ROW.format(n=n, units="市水利局") for n in range(1, 5))
    assert quotes(HEAD + rows + ROW.format(n=5, units="—"), "TSK001") == []
    assert quotes(HEAD + rows + ROW.format(n=5, units=""), "TSK001") == ["建设第5类设施"]


def test_a_list_without_a_lead_is_not_reported_again_for_its_duty() -> None:
    tasks = "".join(f"{n}.修第{n}条渠。（市水利局牵头，市财政局配合）\n\n" for n in range(1, 23))
    source = f"一、任务\n\n{tasks}23.架桥。（市水利局、市财政局）\n\n24.植树。（市林业局）\n"
    assert quotes(source, "TSK006", "TSK012") == ["市水利局", "市林业局"]


@pytest.mark.parametrize(("led", "bare"), [(4, 0), (3, 1)])
def test_a_lead_is_the_rule_from_four_fifths_on(led: int, bare: int) -> None:
    """Of five lists with several units: then a list with neither lead nor 负责 lacks a lead."""
    several = ["省水利厅牵头，省财政厅配合"] * led + ["省水利厅、省财政厅负责"] * (4 - led)
    lists = [*several, "省水利厅、省教育厅", *["省能源局负责"] * 8]
    source = "".join(f"{i}.改造渠道。（{units}）\n\n" for i, units in enumerate(lists, 1))
    assert len(quotes(source, "TSK012")) == bare


def test_plain_paragraphs_with_units_of_their_own_are_tasks() -> None:
    line = "改造第{n}类设施，提高服务水平和保障能力，年底前完成验收。"
    sections = "".join(
        f"（{numeral}）做好第{numeral}件事\n\n"
        + "".join(f"{line.format(n=n)}（责任单位：市水利局）\n\n" for n in range(4))
        for numeral in "一二三"
    )
    assert quotes(f"一、任务\n\n{sections}", "TSK001") == []
    lost = f"{sections}（四）做好第四件事\n\n{line}（责任单位：市水利局）\n\n{line}\n"
    assert quotes(f"一、任务\n\n{lost}", "TSK001") == ["改造第{n}类设施"]


def test_a_heading_with_units_for_all_below_it_is_a_task() -> None:
    def head(numeral: str, units: str) -> str:
        return f"（{numeral}）建设第{numeral}片区{units}\n\n1.建设水厂。\n\n2.铺设管网。\n\n"

    led = "（牵头单位：市水利局）"
    heads = "".join(head(n, "" if n == "三" else led) for n in "一二三四五")
    assert quotes(f"一、任务\n\n{heads}", "TSK001") == ["（三）建设第三片区"]


def test_a_small_chapter_of_a_draft_that_assigns_throughout() -> None:
    full = "".join(
        f"{c}、第{c}类\n\n"
        + "".join(f"（{n}）修渠。（责任单位：市水利局）\n\n" for n in "一二三四")
        for c in "一二"
    )
    small = "三、第三类\n\n（一）架桥。（责任单位：市水利局）\n\n（二）植树。\n"
    assert quotes(full + small, "TSK001") == ["（二）植树"]


def test_nobody_leads_where_nobody_is_named() -> None:
    led = "".join(f"{n}.修第{n}条渠。（市水利局牵头，市财政局配合）\n\n" for n in range(1, 9))
    assert quotes(f"{led}9.架桥。（市政府有关部门、各县区政府负责）\n", "TSK006") == []
    own = "9.架桥。建成三座。（市交通运输局负责）植树千亩。（市林业局负责）\n"
    assert quotes(led + own, "TSK006") == []
    verb = "9.架桥。由市交通运输局牵头建立台账。（市交通运输局、市财政局负责）\n"
    assert quotes(led + verb, "TSK006") == []
    (shared,) = diagnose(f"{led}9.架桥。（市林业局、市财政局按职责分工负责）\n", "TSK006")
    assert shared.severity.value == "info"


def test_a_list_is_counted_once_in_words() -> None:
    (found,) = diagnose(
        "".join(f"{n}.修渠。（市水利局、市财政局）\n\n" for n in range(1, 6)), "TSK006"
    )
    assert found.message == "由多个单位承担的 5 项任务都未明确牵头单位（自此处起）"
