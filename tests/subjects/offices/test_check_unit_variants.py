"""One organ under two names, in lists and in running text; what is a style and no fault."""

from tests.helpers import diagnose, quotes


def found(source: str) -> list[tuple[str, str]]:
    return [(d.span.quote, d.severity.value) for d in diagnose(source, "TSK005")]


def test_names_of_speech_throughout_are_a_style_told_once() -> None:
    tasks = "".join(f"{n}.修第{n}条渠。（省住建厅、省人社厅负责）\n\n" for n in range(1, 5))
    assert found(tasks) == [("省住建厅", "info")]


def test_a_name_of_speech_in_running_text_beside_the_regular_one() -> None:
    source = "1.修渠。由市发改委统一下达计划。（市发展改革委、市财政局负责）\n"
    assert found(source) == [("市发改委", "warning")]
    assert found("1.修渠。参照上海市发改委的做法。（市发展改革委、市财政局负责）\n") == []
    assert found("1.修渠。报市发展和改革委员会备案。（市发展改革委、市财政局负责）\n") == []


def test_the_first_of_a_list_lends_its_tier() -> None:
    tasks = "".join(f"{n}.事。（省商务厅、财政厅、税务局负责）\n\n" for n in range(1, 6))
    assert found(f"{tasks}6.事。（人行东江分行、省财政厅、商务厅负责）\n") == []


def test_a_tier_lost_in_a_draft_that_writes_it_at_each() -> None:
    tasks = "".join(
        f"{n}.事。（责任单位：市审批服务局、市财政局、市民政局）\n\n" for n in range(1, 10)
    )
    assert found(f"{tasks}10.事。（责任单位：审批服务局）\n") == [("审批服务局", "warning")]


def test_a_short_name_keeps_its_and() -> None:
    source = "1.事。（省文化旅游厅、省财政厅负责）\n\n2.事。（省民政厅负责）\n"
    assert quotes(source, "TSK005") == ["省文化旅游厅"]
