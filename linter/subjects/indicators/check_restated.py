"""IND003, IND012: what the body says twice, and under near names."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.phrases import figure, quoted, trim
from linter.subjects.indicators.resemblances import resemblances
from linter.subjects.indicators.statement import Form, Statement
from linter.subjects.indicators.statements import all_statements
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import THINGS
from linter.subjects.quantities.years import Dated
from linter.text.patterns import lazily

_SELF_CONTAINED = 5  # shorter names lean on the topic of their section: 国产化率, 示范基地
_OBJECT = 4  # 城市书房, 口袋公园: things may be told by as little
_ABSTRACT = lazily(  # what a section's topic completes
    r".*(?:企业|基地|平台|项目|园区|中心|品牌|人才|机构|工程|站点|场所|设施|系统|载体|主体|队伍|产品|场景|案例"
    r"|学校|医院|单位|社区|总量|规模|数量|人数|床位|学位|岗位|集群|组织|团队|实体|网点|专业|课程|活动|标准|专利)"
)
_DEED = lazily(  # what is built or trained is counted anew in every section
    r"‹build›|‹found›|培训|组织|开展|扶持|举办|完成|形成|创办|设立"
    r"|推广|实施|制定|修订|选派|招收|发展|集聚|吸引|带动|服务|覆盖"
)

_STOCK = lazily("达到|达|增加到|增至|扩大到|发展到|拥有|为")
_STATE = lazily("投运|投产|并网|通车|已建")  # told of a thing, not a part of its name


@check
def restated_differently(plan: Plan) -> Iterator[Finding]:
    """IND003: two statements of the body give one measure two exact values in one year.

    Two floors (不低于36万吨, 35万吨以上) are a warning: both can hold, one of them is idle.
    """
    for first, second, verdict in restated(plan):
        if verdict is Verdict.CONTRADICT and first.topic == second.topic:
            floors = second.quantity.comparator.lower_bound
            values = {
                "indicator": second.name,
                "year": str(second.year),
                "body": figure(second.quantity),
                "other": figure(first.quantity),
            }
            related = (Related("other", quoted(first)),)
            short = len(second.name) < _OBJECT
            variant = "floors" if floors else "short" if short else None
            yield Finding(quoted(second), values, related, variant)


class Lone(StrEnum):
    """Why a statement is not held against others of the text."""

    FORM = "form"
    INEXACT = "inexact"
    BUILT = "built"
    NO_SUBJECT = "no-subject"
    NO_YEAR = "no-year"
    CHANGE = "change"
    NO_UNIT = "no-unit"
    NAME = "name"
    TABLED = "tabled"
    ONCE = "said-once"


class Retold(NamedTuple):
    """A statement beside the first of its measure, year and scope; `lone` where there is none."""

    statement: Statement
    first: Statement | None
    lone: Lone | None = None


def restated(plan: Plan) -> Iterator[tuple[Statement, Statement, Verdict]]:
    """Yield each statement of a measure with the first of the same year and scope."""
    for one in retold(plan):
        if one.first is not None:
            verdict = _verdict(one.first.quantity, one.statement.quantity)
            yield one.first, one.statement, verdict


def retold(plan: Plan) -> Iterator[Retold]:
    """Yield every statement with what it is held against."""
    seen: dict[tuple[object, ...], Statement] = {}
    for statement in plan.get(all_statements):
        lone = _lone(plan, statement)
        if lone is not None:
            yield Retold(statement, None, lone)
            continue
        floor = statement.quantity.comparator.lower_bound
        summed = statement.cumulative
        place = (statement.name, statement.year, statement.scope, summed, floor)
        first = seen.setdefault(place, statement)
        first = seen.setdefault((*place, statement.topic), first)
        alone = first is statement
        yield Retold(statement, None, Lone.ONCE) if alone else Retold(statement, first)


def _verdict(first: Quantity, second: Quantity) -> Verdict:
    """Bounds of one kind are held against each other by their figures."""
    if first.comparator.lower_bound:
        first = first._replace(comparator=Comparator.EXACT)
        second = second._replace(comparator=Comparator.EXACT)
        verdict = compare(first, second)
        return Verdict.CONTRADICT if verdict is Verdict.TENFOLD else verdict
    return compare(first, second)


def _lone(plan: Plan, statement: Statement) -> Lone | None:
    """Why a statement does not say all by itself: exact, dated, of a measure that has a name."""
    share = statement.form is Form.AHEAD and statement.quantity.places == 0 and statement.total
    percent = statement.quantity.unit is not None and statement.quantity.unit.words == "%"
    if statement.form is not Form.PLAIN and not (share and percent):
        return Lone.FORM
    exact = statement.quantity.comparator is Comparator.EXACT
    bounded = not (exact or statement.quantity.comparator.lower_bound)
    if bounded or not statement.quantity.literal or statement.quantity.hoped:
        return Lone.INEXACT
    if statement.built and not statement.cumulative:
        return Lone.BUILT
    if statement.inherited:
        return Lone.NO_SUBJECT
    if statement.year is None or statement.dated is Dated.PLAN:
        return Lone.NO_YEAR
    if statement.kind is not Kind.VALUE:
        return Lone.CHANGE
    if statement.quantity.unit is None:
        return Lone.NO_UNIT
    if not _is_named(plan, statement):
        return Lone.NAME
    value = statement.indicator.at(statement.year) if statement.indicator else None
    return None if value is None or value.quantity is None else Lone.TABLED


def _is_named(plan: Plan, statement: Statement) -> bool:
    """Whether the name alone tells what is meant."""
    names, short = plan.get(name_index), len(statement.name) < _OBJECT
    known = names.is_thing(statement.name) if short else names.is_specific(statement.name)
    return _is_telling(statement) and known and not _DEED.match(statement.name)


def _is_telling(statement: Statement) -> bool:
    """Whether a name needs no topic to tell what is meant."""
    if len(statement.name) >= _SELF_CONTAINED:
        return True
    unit = statement.quantity.unit
    thing = unit is not None and unit.dimension in THINGS and len(statement.name) >= 2
    if len(statement.name) < _OBJECT and not _STOCK.search(_verb(statement)):
        return False
    known = statement.dated in (Dated.SENTENCE, Dated.SECTION) and not statement.scope
    return thing and known and not _ABSTRACT.fullmatch(statement.name)


def _verb(statement: Statement) -> str:
    """The words between the subject and its number."""
    end, start = statement.subject.end, statement.quantity.span.start
    return statement.span.node.folded[end:start]


@check
def name_variant(plan: Plan) -> Iterator[Finding]:
    """IND012: the body gives a tabled value in a tabled year under a near name."""
    for one in plan.get(resemblances):
        statement, indicator = one.statement, one.indicator
        words = statement.subject.quote
        described = set(_STATE.findall(words)) != set(_STATE.findall(indicator.name))
        telling = statement.form is Form.PLAIN and statement.quantity.value not in (0, 100)
        if one.agrees and telling and not described:
            values = {"words": words.strip(), "indicator": indicator.name}
            yield Finding(trim(statement.subject), values, (Related("table", indicator.span),))
