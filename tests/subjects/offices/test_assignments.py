"""Which brackets of a draft name responsible units, by what the draft does elsewhere."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.unit_lists import UnitList
from linter.subjects.offices.unit_words import Duty
from tests.helpers import draft

TASKS = "".join(f"{n}.修第{n}条渠。（省水利厅、省财政厅）\n\n" for n in range(1, 4))


def lists(source: str) -> list[UnitList]:
    found = Plan(draft(source), builtin_lexicon()).get(assignments)
    return [units for assignment in found for units in assignment.lists]


def names(source: str) -> list[str]:
    return [unit.name for unit in lists(source)[-1].units]


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("（东江海关）", ["东江海关"]),
        ("（对外合作处）", ["对外合作处"]),
        ("（市科委、相关区）", ["市科委", "相关区"]),
        ("（市12345热线办公室）", ["市12345热线办公室"]),
        ("（市交通委、市商务委、江港集运）", ["市交通委", "市商务委", "江港集运"]),
        ("（省商务斤）", ["省商务斤"]),
    ],
)
def test_a_bracket_of_offices_assigns_in_a_draft_that_assigns_so(
    bracket: str, units: list[str]
) -> None:
    source = f"{TASKS}4.办好展会。{bracket}\n"
    assert names(source) == units
    assert len(lists(source)) == 4


def test_a_bracket_within_a_sentence_explains_a_word() -> None:
    assert len(lists(f"{TASKS}4.建设总部（科创中心）和基地。\n")) == 3
    assert len(lists("1.建设一个创业中心（孵化基地）\n")) == 0


@pytest.mark.parametrize(
    ("words", "labels", "role"),
    [
        ("牵头考核单位：市民政局", ("牵头考核单位:",), Duty.LEAD),
        ("持续推进，牵头考核单位：市民政局", ("牵头考核单位:",), Duty.LEAD),
        ("责任单位及责任人：市民政局", ("责任单位及责任人:",), Duty.RESPONSIBLE),
        ("主要责任部门：市民政局", ("主要责任部门:",), Duty.RESPONSIBLE),
        ("牵头和配合单位：市民政局", ("牵头和配合单位:",), Duty.RESPONSIBLE),
        ("对接处室：市民政局", ("对接处室:",), None),
    ],
)
def test_a_label_may_have_several_words(
    words: str, labels: tuple[str, ...], role: Duty | None
) -> None:
    (units,) = lists(f"1.推进改革。（{words}）\n")
    assert units.labels == labels
    assert [(unit.name, unit.role) for unit in units.units] == [("市民政局", role)]


def test_persons_are_no_units() -> None:
    (units,) = lists("1.推进改革。（责任单位：市民政局；责任领导：李某某）\n")
    assert [unit.name for unit in units.units] == ["市民政局"]


def test_when_is_not_by_whom() -> None:
    assert names("1.推进改革。（市民政局、市财政局按职责完成有关工作，长期推进）\n") == [
        "市民政局",
        "市财政局",
    ]
