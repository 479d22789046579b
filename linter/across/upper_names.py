"""The names that a plan takes from the plan above it: its projects, its title and its number."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.citations.definitions import Title, titles
from linter.subjects.citations.document_numbers import DocumentNumber, document_numbers
from linter.subjects.times.periods import title_lines
from linter.text.folding import key
from linter.text.nearness import one_difference, shared_order
from linter.text.numerals import NUMERAL
from linter.text.patterns import lazily

_PROJECT = lazily(r"[\u4e00-\u9fffA-Za-z0-9+“”·（）()]{2,24}(?:工程|行动|计划|专项|试点|示范)$")
_QUOTED = lazily(r"“([^“”]{3,24}(?:工程|行动|计划|专项|试点|示范))”")
_ISSUES = lazily(r"关于(?:印发|公布|发布|下达|转发)(?P<title>.+?)的(?:通知|决定|公告|函)$")
_BRACKET = lazily(r"[(（][^()（）]*[)）]$")
_YEARS = lazily(r"(?:19|20)\d\d|“?十[一二三四五六七]五”?")
_TELLING = re.compile(rf"[\d{NUMERAL}省市县区州国新老上下大小东南西北中]")
_LOOSE = lazily(r"[的和与及、“”\"()（）—-]|关于|以及")
_LIGHT = lazily("发展|建设|工作|管理|若干|实施|专项")
_LONG, _NEAR = 8, 0.8
_OPENING = 12  # paragraphs: behind them a number is not the plan's own
_LEAST = 5


class Cited(NamedTuple):
    """A place that cites the plan above wrongly. `what`: title, near (likely), number."""

    span: Span
    what: str
    right: str
    place: Span | None


class NamedProject(NamedTuple):
    """The name of a project or an action, and where it stands."""

    name: str
    span: Span


class NearProject(NamedTuple):
    """A project that both plans have, under names that differ slightly."""

    local: NamedProject
    upper: NamedProject


@fact
def own_titles(plan: Plan) -> tuple[tuple[str, Span], ...]:
    """The titles of the plan itself: its own, and that of the notice that issues it."""
    found: list[tuple[str, Span]] = []
    lines = list(title_lines(plan.document))
    cover = [
        p
        for p in plan.document.paragraphs()
        if p.locator.zone is Zone.COVER and _ISSUES.search(p.text)
    ]
    for line in (*lines[:1], *cover[:1]):
        span = Span.whole(line)
        found.append((line.text.strip(), span))
        issued = _ISSUES.search(line.text.strip())
        if issued:
            found.append((issued["title"].strip("《》"), span))
    if len(lines) > 1:
        found.append(("".join(line.text.strip() for line in lines), Span.whole(lines[0])))
    return tuple(found)


@fact
def own_number(plan: Plan) -> DocumentNumber | None:
    """The number under which the plan was issued: a line of its own at its head."""
    opening = {id(p) for p, _ in zip(plan.document.paragraphs(), range(_OPENING), strict=False)}
    for number in plan.get(document_numbers):
        node = number.span.node
        alone = key(node.text) == key(number.issuer + number.span.quote)
        if id(node) in opening and alone and number.issuer:
            return number
    return None


def cited_wrongly(local: Plan, upper: Plan) -> Iterator[Cited]:
    """The places at which a plan cites the one above by another title or number than it has."""
    own = upper.get(own_titles)
    exact = {form for title, _ in own for form in (_form(title), _form(_BRACKET.sub("", title)))}
    number = upper.get(own_number)
    numbers = {
        (id(n.span.node), n.span.start - len(n.issuer)): n for n in local.get(document_numbers)
    }
    for title in local.get(titles):
        words = _ISSUES.search(title.words)
        forms = {_form(title.words), _form(_BRACKET.sub("", title.words))}
        forms |= {_form(words["title"].strip("《》"))} if words else set()
        behind = _number_behind(title, numbers)
        same_number = number and behind and _are_one(number, behind)
        if forms & exact:
            if number and behind and not same_number:
                span = Span(
                    behind.span.node, behind.span.start - len(behind.issuer), behind.span.end
                )
                right = number.issuer + number.proper
                yield Cited(span, "number", right, number.span)
        elif same_number:
            yield Cited(title.span, "title", f"《{own[0][0]}》", own[0][1])
        else:
            yield from _near_title(title, own)


def _near_title(title: Title, own: tuple[tuple[str, Span], ...]) -> Iterator[Cited]:
    ours = _form(_BRACKET.sub("", title.words))
    for words, span in own:
        theirs = _form(_BRACKET.sub("", words))
        if len(theirs) < _LONG or _YEARS.findall(title.words) != _YEARS.findall(words):
            continue
        slip = one_difference(ours, theirs)
        told = "".join(set(ours) ^ set(theirs))
        if _TELLING.search(told):
            continue
        light = _LIGHT.sub("", ours) == _LIGHT.sub("", theirs)
        if slip or light or sorted(ours) == sorted(theirs):
            yield Cited(title.span, "title", f"《{words}》", span)
            return
        if shared_order(ours, theirs) >= _NEAR * max(len(ours), len(theirs)):
            yield Cited(title.span, "near", f"《{words}》", span)
            return


def _number_behind(
    title: Title, numbers: dict[tuple[int, int], DocumentNumber]
) -> DocumentNumber | None:
    """The number in brackets right behind a title."""
    text = title.span.node.folded
    bracket = text[title.span.end : title.span.end + 1] == "("
    return numbers.get((id(title.span.node), title.span.end + 1)) if bracket else None


def _are_one(one: DocumentNumber, other: DocumentNumber) -> bool:
    return (one.issuer, one.year, one.serial) == (other.issuer, other.year, other.serial)


def _form(title: str) -> str:
    return _LOOSE.sub("", key(title))


@fact
def projects(plan: Plan) -> tuple[NamedProject, ...]:
    """The projects and actions that the plan names: boxes, headings and items, quoted names."""
    found: dict[str, NamedProject] = {}
    titles_of_boxes = {id(box.title): box.name for box in plan.document.boxes()}
    for node in plan.document.paragraphs():
        if node.locator.zone is Zone.TOC:
            continue
        for words, start in _names_in(node, titles_of_boxes.get(id(node))):
            name = key(words)
            if len(name) >= _LEAST and name not in found:
                found[name] = NamedProject(words, Span(node, start, start + len(words)))
    return tuple(found.values())


def _names_in(node: Paragraph, box: str | None) -> Iterator[tuple[str, int]]:
    title = box.strip(" :：") if box is not None else node.title
    own = box is not None or node.level is not None or node.label is not None
    if own and _PROJECT.fullmatch(title) and title in node.text:
        yield title, node.text.index(title)
    for match in _QUOTED.finditer(node.text):
        yield match[1], match.start(1)


def near_projects(local: Plan, upper: Plan) -> Iterator[NearProject]:
    """Projects of the plan above that the local plan names slightly otherwise, never exactly."""
    text = "".join(key(node.text) for node in local.nodes)
    theirs = {key(p.name): p for p in upper.get(projects)}
    for project in local.get(projects):
        name = key(project.name)
        if name in theirs:
            continue
        for other, named in theirs.items():
            if len(other) >= _LEAST + 1 and other not in text and _is_near(name, other):
                yield NearProject(project, named)
                break


def exact_projects(local: Plan, upper: Plan) -> tuple[NamedProject, ...]:
    """The projects of the plan above that the local plan names exactly."""
    text = "".join(key(node.text) for node in local.nodes)
    return tuple(p for p in upper.get(projects) if key(p.name) in text)


def _is_near(one: str, other: str) -> bool:
    if _LOOSE.sub("", one) == _LOOSE.sub("", other):
        return True
    if abs(len(one) - len(other)) > 1 or one_difference(one, other) is None:
        return False
    return not _TELLING.search("".join(set(one) ^ set(other)))
