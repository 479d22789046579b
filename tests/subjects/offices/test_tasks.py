"""Which headings are tasks, and which units are theirs."""

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.offices.tasks import task_groups
from linter.subjects.offices.unit_names import unit_lists
from tests.helpers import draft


def plan(source: str) -> Plan:
    return Plan(draft(source), builtin_lexicon())


def test_the_level_of_the_tasks_is_the_deepest_that_carries_units() -> None:
    found = plan(
        """一、重点任务

（一）建设仓库。

1.新建十座。

2.改造五座。（市商务局负责）

（二）培育品牌。

1.制定标准。

2.注册商标。（市市场监管局负责）

（三）办好展会。（市商务局负责）
"""
    )
    (group,) = found.get(task_groups)
    assert [task.paragraph.title for task in group.tasks] == ["建设仓库", "培育品牌", "办好展会"]
    assert all(task.assigned for task in group.tasks)


def test_brackets_within_a_sentence_name_no_responsible_unit() -> None:
    found = plan("一、任务\n\n1.报上级部门（省发展改革委）批准。\n\n2.经主管部门（省财政厅）。\n")
    assert found.get(unit_lists) == ()


def test_units_stand_in_brackets_in_lines_and_in_bare_lines() -> None:
    found = plan(
        """一、任务

1.建设仓库（市商务局负责）。按需布点。

2.培育品牌。

责任单位：市市场监管局

3.办好展会。

市商务局牵头，市财政局配合。

4.改善环境。[市生态环境局，各区人民政府
"""
    )
    (group,) = found.get(task_groups)
    assert [len(task.lists[0].units) for task in group.tasks] == [1, 1, 2, 2]
