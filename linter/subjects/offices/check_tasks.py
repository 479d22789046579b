"""TSK: what a task lacks: units at all, a lead, a unit that can be named, the word 负责."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.joint_lists import JointList, joint_lists
from linter.subjects.offices.task_paragraphs import task_paragraphs
from linter.subjects.offices.tasks import Heading, TaskGroup, task_groups, task_headings
from linter.subjects.offices.unit_lists import UnitList
from linter.subjects.offices.unit_names import unit_lists
from linter.text.folding import key
from linter.text.patterns import lazily, once

_TASKS = lazily(r"任务|举措|重点工作|主要工作|重点工程|重大工程|行动")
# Parts that speak of the plan itself; they seldom have units where the tasks have.
_FRAMING = lazily(
    r"总体(?:要求|思路|目标|考虑)|指导思想|基本原则|(?:工作|主要|发展)目标|形势|背景|现状|意义|附则"
    r"|(?:组织|实施|政策)保障|保障(?:措施|机制)|组织(?:领导|实施|协调)|(?:工作|有关|几点)要求"
    r"|落实责任|责任(?:落实|分工)|督查|督导|督促|考核|宣传(?!月|周|日|活动|教育)|(?:监测|实施|跟踪)评估"
)
# 本意见自2022年1月1日起施行: a provision, not a task.
_IN_FORCE = lazily(
    r"本(?:实施|行动|工作)?(?:‹plan-kind›|通知|政策)[^。;]{0,10}自[^。;]{0,20}(?:施行|实施|执行)"
)
_FIRST_LEADS = lazily(
    r"(?:列|排)(?:在|于)?(?:首位|第一)[^。]{0,12}牵头|第一个?(?:单位|部门)[^。]{0,6}牵头"
)
_VAGUE = lazily(
    r"各?(?:级|地|市|县|区|省直|市直|县直|区直|省级|市级|县级|政府)?各?(?:有关|相关|职能|责任|主管|业务|行业|成员)*"
    r"(?:职能|主管)?(?:部门|单位|企业|机构|方面)(?:和单位)?"
)
_QUOTE = 40

_SHARED_OUT = lazily("职责|职能|分工")
_LEADS = lazily(r"由[^,;:。]{2,20}牵头|[厅局委办部院署]牵头")
_GENERIC = lazily(r"(?:[省市县区州盟旗乡镇]|人民|自治区)政府$|管委会$|管理委员会$|街道(?:办事处)?$")
_LED = 0.8  # the share of lists with a lead that makes it the draft's rule


class _Task(NamedTuple):
    """A task or row, and the lists of its units."""

    span: Span
    lists: tuple[UnitList, ...]


@check
def without_unit(plan: Plan) -> Iterator[Finding]:
    """TSK001: a task or row without units among peers that have them; or a draft without any."""
    for group in plan.get(task_groups):
        yield from _tasks_without(group)
    for division in plan.get(divisions):
        yield from _rows_without(division)
    yield from _paragraphs_without(plan)
    if not plan.get(unit_lists) and not plan.get(divisions):
        chapters = [h for h in plan.get(task_headings) if len(h.children) > 1]
        tasks = [h for h in chapters if _TASKS.search(h.paragraph.title)]
        tasks += [h for h in chapters if not _is_framing(h) and len(h.children) > 2]
        for heading in tasks[:1]:
            yield Finding(_title(heading), {}, variant="document")


def _tasks_without(group: TaskGroup) -> Iterator[Finding]:
    having = [task for task in group.tasks if task.assigned]
    for task in group.tasks:
        framing = _is_framing(task)
        if task.assigned or (framing and not _siblings_have(task)):
            continue
        if _IN_FORCE.search(task.paragraph.folded):
            continue
        values = {"having": str(len(having)), "all": str(len(group.tasks))}
        related = (Related("peer", having[0].lists[0].span),)
        yield Finding(_title(task), values, related, variant="framing" if framing else None)


def _is_framing(task: Heading | None) -> bool:
    while task is not None:
        if _FRAMING.search(task.paragraph.title[:30]):
            return True
        task = task.parent
    return False


def _siblings_have(task: Heading) -> bool:
    """Whether the measures of a framing chapter have units as its tasks do.

    Two are enough where their numbers run on from the tasks: （八） and （九） in 三、组织保障.
    """
    siblings = task.parent.children if task.parent else ()
    others = [h for h in siblings if h is not task]
    label = siblings[0].paragraph.label if siblings else None
    runs_on = label is not None and label.number > 1
    return len(others) >= (1 if runs_on else 3) and all(h.assigned for h in others)


def _rows_without(division: Division) -> Iterator[Finding]:
    having = [row for row in division.rows if row.lists]
    if len(having) < 3 or len(having) < 0.75 * len(division.rows):
        return
    for row in division.rows:
        if row.blank:
            values = {"having": str(len(having)), "all": str(len(division.rows))}
            yield Finding(_row_span(row), values, (Related("peer", having[0].lists[0].span),))


def _paragraphs_without(plan: Plan) -> Iterator[Finding]:
    tasks = plan.get(task_paragraphs)
    having = [task for task in tasks if task.assigned]
    for task in tasks:
        if not task.assigned and not _IN_FORCE.search(task.paragraph.folded):
            values = {"having": str(len(having)), "all": str(len(tasks))}
            first = once(r"[，。；,;]").split(task.paragraph.text, maxsplit=1)[0]
            span = Span(task.paragraph, 0, min(len(first), _QUOTE))
            peer = next(a for a in plan.get(assignments) if a.paragraph is having[0].paragraph)
            related = (Related("peer", peer.lists[0].span),)
            yield Finding(span, values, related, variant="paragraph")


def _title(heading: Heading) -> Span:
    paragraph = heading.paragraph
    return Span(paragraph, 0, min(len(paragraph.title), _QUOTE), with_label=True)


def _row_span(row: DivisionRow) -> Span:
    cell = next((c for c in row.tasks if c.text.strip()), row.number)
    assert cell is not None
    first = once(r"[，。；,;\n]").split(cell.text, maxsplit=1)[0]
    return Span(cell, 0, min(len(first), _QUOTE) or len(cell.text))


def _tasks(plan: Plan) -> Iterator[_Task]:
    for group in plan.get(task_groups):
        for task in group.tasks:
            if task.lists:
                yield _Task(task.lists[0].span, task.lists)
    for division in plan.get(divisions):
        for row in division.rows:
            if row.lists:
                yield _Task(row.lists[0].span, row.lists)


@check
def lead_missing(plan: Plan, *, nearly_all: float = _LED) -> Iterator[Finding]:
    """TSK006: several units and no lead (牵头). A draft may say that the first named leads."""
    if any(_FIRST_LEADS.search(node.folded) for node in plan.nodes):
        return
    several = [joint for joint in plan.get(joint_lists) if _needs_lead(joint)]
    for in_table in (False, True):
        yield from _leads_missing([j for j in several if j.in_table is in_table], nearly_all)


def _leads_missing(several: list[JointList], nearly_all: float) -> Iterator[Finding]:
    leading = [joint for joint in several if _names_lead(joint)]
    lacking = [joint for joint in several if not _names_lead(joint)]
    values = {"count": str(len(lacking)), "all": str(len(several)), "led": str(len(leading))}
    if _is_rule(several, nearly_all):
        for joint in lacking:
            related = (Related("peer", leading[0].units[0].span),)
            # 按职责分工负责 may be meant: each of them answers for its own part.
            shared = any(u.ending and _SHARED_OUT.search(u.ending.quote) for u in joint.lists)
            variant = "shared" if shared else "peer"
            yield Finding(joint.units[0].span, values, related, variant=variant)
    elif len(lacking) > 1:
        yield Finding(lacking[0].units[0].span, values, variant=None if leading else "none")


def _needs_lead(joint: JointList) -> bool:
    """Two organs at least are named: 市政府有关部门、各县区政府 are nobody who could lead."""
    if _names_lead(joint):
        return len(joint.units) > 1
    named = (unit for unit in joint.units if not unit.collective)
    return sum(not _GENERIC.search(unit.name) for unit in named) > 1


def _names_lead(joint: JointList) -> bool:
    """A unit leads, or the words beside the list say who does: 由市法院牵头并建立台账."""
    if any(units.names_lead for units in joint.lists):
        return True
    return any(_LEADS.search(units.span.node.folded) for units in joint.lists)


def _is_rule(several: list[JointList], nearly_all: float) -> bool:
    """Whether the draft names a lead nearly everywhere: then a list without is TSK006's."""
    leading = sum(map(_names_lead, several))
    return len(several) >= 5 and leading >= nearly_all * len(several)


@check
def vague_unit(plan: Plan) -> Iterator[Finding]:
    """TSK007: 有关部门 or 相关单位 as the only unit of a task."""
    for task in _tasks(plan):
        units = [unit for listed in task.lists for unit in listed.units]
        if all(_VAGUE.fullmatch(unit.name) for unit in units):
            yield Finding(units[0].span, {"unit": units[0].name})


@check
def duty_phrase(plan: Plan, *, nearly_all: float = 0.9, enough: int = 5) -> Iterator[Finding]:
    """TSK012: a list that breaks off at 按职责分工, or without 负责, where its peers go on."""
    lists = [u for task in _tasks(plan) for u in task.lists[-1:] if not u.labelled]
    ended = [u for u in lists if u.ending and not _breaks_off(u)]
    if len(ended) < 3 or not lists:
        return
    full = [u for u in ended if u.ending and _SHARED_OUT.search(u.ending.quote)]
    peer = (full or ended)[0]
    assert peer.ending is not None
    related = (Related("peer", peer.ending),)
    values = {"count": str(len(ended)), "all": str(len(lists)), "full": str(len(full))}
    values["peer"] = key(peer.ending.quote)
    led = _is_rule([joint for joint in plan.get(joint_lists) if _needs_lead(joint)], _LED)
    for units in lists:
        if units.ending and _breaks_off(units):
            yield Finding(units.ending, values, related, variant=None if full else "other")
        elif led and len(units.units) > 1:
            continue  # what is missing is a lead (TSK006)
        elif not units.ending and len(ended) >= max(enough, nearly_all * len(lists)):
            yield Finding(units.units[-1].span, values, related, variant="bare")


def _breaks_off(units: UnitList) -> bool:
    return bool(units.ending and once(r"(?:职责|职能|分工)$").search(key(units.ending.quote)))
