"""Lines that are headings, whatever stands in brackets behind them."""

from linter.document.nodes import Paragraph
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.structure.headings import heading_lines
from tests.helpers import draft, quotes

TASKS = (
    "一、任务\n\n（一）加快泵站建设（牵头单位：市水利局）\n\n1.建设东站。年内开工，明年完成主体工程建设。"
    "（市水利局负责）\n\n2.建设西站。年内完成全部前期工作{}（市水利局负责）\n\n"
    "（二）推进管网改造（市住建局（市水务办）牵头）\n\n3.更换老旧管道。摸清底数，分年更换。（市住建局负责）\n\n4.推广节水器具。先公共机构，后居民家庭。"
    "（市住建局负责）\n"
)


def headings(source: str) -> list[str]:
    document = draft(source)
    found = Plan(document, builtin_lexicon()).get(heading_lines)
    lines = (b for b in document.blocks if isinstance(b, Paragraph) and id(b) in found)
    return [line.label.raw for line in lines if line.label]


def test_a_heading_keeps_its_unit_bracket() -> None:
    assert headings(TASKS.format("。")) == ["一、", "（一）", "（二）"]


def test_a_task_that_has_lost_its_full_stop_is_none() -> None:
    assert headings(TASKS.format("")) == ["一、", "（一）", "（二）"]
    assert quotes(TASKS.format("。"), "PUN004") == []


def test_a_task_of_one_sentence_is_none() -> None:
    tasks = "\n\n".join(f"{n}.建设第{n}座泵站。（市水利局负责）" for n in (1, 2, 3))
    source = f"一、任务\n\n{tasks}\n\n4.建设管网（市水利局负责）\n\n二、保障\n\n加强领导。\n"
    assert headings(source) == ["一、", "二、"]
