"""Goals with a year (到2020年，…; 2020年底前…) and the years that a plan names as its horizon."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.times.periods import RANGE, YEAR, title_lines
from linter.text.patterns import lazily, once
from linter.text.sentences import sentence

_UNTIL = lazily(rf"到\s*{YEAR}|{YEAR}年年?[底末]之?前")
_GOAL = lazily(
    r"""(?: ^ | (?<=[。;:,、!?)”—\n])                     # at the head of a clause
      | (?P<will>力争|确保|争取|努力|计划|目标是|规划)
      | (?:[由从自]‹year›年)[^,。;:]{0,30}?             # 由2020年的5%提高到2025年的
        (?P<grown>[增提上扩下降减缩达][长高升加大降低少短])
    )\s*
    (?P<words>到\s*(?P<year>‹year›)\s*年)
    (?:末|底|年底|年末)?(?:之?前)?(?![代度起内中初])""",
    re.X,
)
# 2026年底前全面消除断头路: a deadline is a goal as well, save for the plan's own evaluation.
_DEADLINE = lazily(rf"(?<![\d至到自从—-])(?P<words>(?P<year>{YEAR})年(?:年?[底末])之?前)")
_ATTRIBUTE = lazily(r"[^,。;:、的]{0,8}的")
_EVALUATION = lazily("总结|评估|评价|考核|验收|决算|审计|收尾|清算|移交")
_LONG_RANGE = lazily(
    r"远景|展望|中长期|长远|远期|愿景|本世纪|建军|百年|更长|下一个五年|再用|再经过|分[两三]步"
)
_FOREIGN = lazily(
    r"(?:预计|预测|预期)[^,。;]{0,4},?到|据[^,。]{0,12}(?:统计|测算|估计)|合同|租期|有效期|经营期|特许|冬奥|亚运|世博"
    r"|(?:提出|要求|明确|部署|确定|印发|承诺|》)[^,。;]{0,8}[,:]?\s*(?:到|\d{4}年)|提前(?:完成|实现)"
)
_NATIONAL = lazily(r"\s*[底末]*,?(?:全国|我国|中国|国家|全球|世界|国际|美国|欧盟|欧洲|日本)")
_LOCAL = lazily("[‹tiers›]")
_HORIZON = lazily(
    rf"(?:远景|展望|远期|中长期|愿景)[^。;]{{0,20}}?(?P<year>{YEAR})年?"
    rf"|(?P<before>{YEAR})年?[^。;,]{{0,6}}(?:远景|展望|愿景)"
)
_RANGE = lazily(RANGE)
_TITLE = lazily("‹title›")


class Goal(NamedTuple):
    """A goal for the end of a year. `will` tells that the words themselves look ahead (力争到…).

    `long_range` and `foreign` tell that its sentence is about a horizon beyond the plan, or about
    somebody else's goal, a forecast or a term of validity. `deadline` marks YYYY年底前, `grown`
    the later of two years (由2020年的9%提高到2025年的12%), which a review has as well.
    """

    year: int
    span: Span
    will: bool
    long_range: bool
    foreign: bool
    deadline: bool = False
    grown: bool = False


@fact
def goals(plan: Plan) -> tuple[Goal, ...]:
    """The goals with a year: 到2020年，…."""
    return tuple(_goals(plan.document, plan.worded))


def _goals(document: Document, nodes: Sequence[TextNode]) -> Iterator[Goal]:
    """Yield the clauses that begin with 到YYYY年 and the deadlines YYYY年底前, in reading order."""
    local = any(_LOCAL.search(line.text) for line in title_lines(document))
    for node in nodes:
        if node.locator.zone in (Zone.TOC, Zone.COVER, Zone.GLOSSARY):
            continue
        if not _UNTIL.search(node.folded):
            continue
        found = [*_GOAL.finditer(node.folded), *_DEADLINE.finditer(node.folded)]
        for match in sorted(found, key=re.Match.start):
            yield _goal(node, match, local)


def _goal(node: TextNode, match: re.Match[str], local: bool) -> Goal:
    start, end = sentence(node.folded, match.start("words"))
    words = node.folded[start:end]
    long_range = any(_LONG_RANGE.search(t) for t in (words, *node.locator.section))
    quoted = node.folded.count("“", 0, match.start()) > node.folded.count("”", 0, match.start())
    national = local and _NATIONAL.match(node.folded, match.end("words"))
    foreign = quoted or bool(national) or bool(_FOREIGN.search(words))
    will = match.re == _GOAL and bool(match["will"])
    deadline = match.re == _DEADLINE
    if deadline:
        attribute = _ATTRIBUTE.match(node.folded, match.end())  # 2000年底前建成的小区
        foreign = foreign or bool(_EVALUATION.search(words) or attribute)
    span = Span(node, *match.span("words"))
    grown = match.re == _GOAL and bool(match["grown"])
    return Goal(int(match["year"]), span, will, long_range, foreign, deadline, grown)


@fact
def horizons(plan: Plan) -> frozenset[int]:
    """The years that the draft declares as its long range (远景、展望)."""
    return _horizons(plan.document, plan.worded)


def _horizons(document: Document, nodes: Sequence[TextNode]) -> frozenset[int]:
    """Return the years beyond the period that the draft itself declares.

    Those named as 远景 or 展望, those of its own title, and the last years of the plans it cites.
    """
    years: set[int] = set()
    for line in title_lines(document):
        years.update(int(year) for year in once(rf"(?<!\d){YEAR}(?=年)").findall(line.folded))
    for node in nodes:
        if _LONG_RANGE.search(node.folded):
            for match in _HORIZON.finditer(node.folded):
                years.add(int(match["year"] or match["before"]))
        if "《" in node.folded and _RANGE.search(node.folded):
            for title in _TITLE.findall(node.folded):
                years.update(int(match["end"]) for match in _RANGE.finditer(title))
    return frozenset(years)
