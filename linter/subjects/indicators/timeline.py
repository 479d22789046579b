"""The year that a sentence speaks of: named in it, before it, or set by the section's opening."""

from bisect import bisect_left
from functools import lru_cache

from linter.document.nodes import Paragraph
from linter.subjects.quantities.years import (
    GOAL_HEADING,
    REVIEW_HEADING,
    Dated,
    Moment,
    moments,
    years_in,
)
from linter.text.patterns import lazily

_OPENING = 6
_REACH = 1_000  # characters of a sentence
_MOMENTS = 100  # of a paragraph, in front of a number
_BLANKS = 40
_JOINT = lazily(r"\s*(?:、|‹any-and›)\s*(?:到|至)?")
REACHED = lazily("成效|成就|现状|回顾|进展|发展基础|工作基础|规划基础|基本情况|总结")
_OTHER = lazily("展望|远景|愿景|长远|任务|举措|措施|路径|布局|原则|思想|重点|工程|项目|保障")
# What may stand before the year that a paragraph opens with: a run-in heading.
_LEAD = lazily(r"\s*(?:[^,。;:\d]{2,16}[。:]\s*)?(?:到|至|截至)?\s*")


class Timeline:
    """Follows the years through a draft, paragraph by paragraph."""

    def __init__(self, plan_end: int | None, base: int | None = None) -> None:
        self._plan_end = plan_end
        self._base = base
        self._moments: list[Moment] = []
        self._own: list[Moment] = []  # those that are no term of comparison
        self._text = ""
        self._strange = False  # whether the paragraph names another year than the plan's last
        self._goal: tuple[tuple[str, ...], int | None] | None = None

    def enter(self, paragraph: Paragraph, text: str) -> list[Moment]:
        """Take up the next paragraph and return the moments that it names."""
        self._text = text
        self._moments = list(moments(text, self._plan_end))
        self._own = [moment for moment in self._moments if not moment.refers]
        self._strange = any(moment.year != self._plan_end for moment in self._own)
        first = self._moments[0] if self._moments else None
        path = paragraph.locator.section
        depth = goal_depth(path)
        if depth is None or (self._goal and path[: len(self._goal[0])] != self._goal[0]):
            self._goal = None
        if depth is not None and not _is_headed(paragraph):
            sets = self._announced() or (first if self._opens_goals(first) else None)
            if sets is not None:
                self._goal = (path[: depth + 1], sets.year)
        return self._moments

    def _announced(self) -> Moment | None:
        """The year whose goals follow line by line: 2025年，…稳定。到2028年，…具体目标如下："""
        text = self._text.rstrip()
        if text[-1:] not in (":", "："):
            return None
        last = text.rfind("。") + 1
        named = [m for m in self._moments if m.start >= last and not m.refers]
        return named[-1] if named else None

    def _opens_goals(self, first: Moment | None) -> bool:
        """Whether a paragraph opens with a year to come; 2025年，全市… tells what was reached."""
        if first is None or first.refers or first.start > _OPENING:
            return False
        return self._base is None or first.year is None or first.year > self._base

    def year(self, paragraph: Paragraph, sentence: int, at: int) -> tuple[int | None, Dated]:
        """Return the year that holds at a place of the paragraph, and how it is known.

        `sentence` is where the sentence starts. No year where the draft names a period or 目前.
        """
        named = self._named(at, sentence)
        if named is not None:
            known = Dated.SENTENCE if named.start >= sentence else Dated.PARAGRAPH
            if known is Dated.PARAGRAPH and self._opens(named, at):
                known = Dated.OPENING
            return named.year, known if named.year else Dated.UNKNOWN
        path = paragraph.locator.section
        if self._goal and path[: len(self._goal[0])] == self._goal[0]:
            return self._goal[1], Dated.SECTION
        reports = _reports(path, self._base) and not _in_goals(path)
        if reports and not self._in_sentence(at):
            return self._base, Dated.PLAN
        if self._strange:
            return None, Dated.UNKNOWN
        if self._plan_end and _sets_goals(path, self._plan_end):
            return self._plan_end, Dated.SECTION
        if any(REVIEW_HEADING.search(line) for line in path) and not _in_goals(path):
            return None, Dated.UNKNOWN
        return self._plan_end, Dated.PLAN

    def several(self, sentence: int, at: int) -> list[int]:
        """Return the years that hold together at a place: 到2022年和2030年，…分别不低于…."""
        found: list[Moment] = []
        for moment in self._between(sentence, at):
            if moment.end > at or moment.year is None:
                continue
            joint = found and _JOINT.fullmatch(self._text, found[-1].end, moment.start)
            found = [*found, moment] if joint else [moment]
        years = [moment.year for moment in found if moment.year is not None]
        return years if len(years) > 1 and years == sorted(years) else []

    def since(self, start: int, at: int) -> int | None:
        """Return the year of reference between two places: 比2020年提高."""
        found = [m.year for m in self._between(start, at) if m.refers]
        return found[-1] if found else None

    def _in_sentence(self, at: int) -> bool:
        """Whether the sentence goes on to a moment of its own behind the place."""
        end = self._text.find("。", at, at + _REACH)
        end = at + _REACH if end < 0 else end
        return any(not m.refers for m in self._between(at + 1, end))

    def _opens(self, named: Moment, at: int) -> bool:
        """Whether the paragraph opens with the moment and names no other before the place."""
        others = any(m.start < at and m is not named for m in self._own[:2])
        opens = _LEAD.fullmatch(self._text, 0, named.start)
        behind = self._text[named.end : named.end + _BLANKS].lstrip()
        return bool(opens) and not others and behind[:1] == ","

    def _between(self, start: int, end: int) -> list[Moment]:
        """The moments that begin from one place on and before another."""
        first = bisect_left(self._moments, start, key=_starts)
        return self._moments[first : bisect_left(self._moments, end, key=_starts)]

    def _named(self, at: int, sentence: int) -> Moment | None:
        """The last moment before the place; 从2015年的 counts only right before the number."""
        first = bisect_left(self._moments, at, key=_starts)
        for moment in reversed(self._moments[max(0, first - _MOMENTS) : first]):
            if moment.end > at or (moment.deadline and moment.start < sentence):
                continue
            if not moment.refers or self._text[moment.end : at].strip() in (
                "",
                "的",
                "的约",
                "的近",
            ):
                return moment
        return None


def _starts(moment: Moment) -> int:
    return moment.start


def _is_headed(paragraph: Paragraph) -> bool:
    return paragraph.level is not None


@lru_cache(maxsize=1024)
def goal_depth(path: tuple[str, ...]) -> int | None:
    """The place in a path of the first heading of goals, None without one."""
    return next((i for i, line in enumerate(path) if GOAL_HEADING.search(line)), None)


@lru_cache(maxsize=1024)
def _reports(path: tuple[str, ...], base: int | None) -> bool:
    """A section of what has been reached by the year before the plan, not of what is to come.

    “十四五”时期主要成效 are those up to its last year.
    """
    others = any(set(years_in(line)) - {base} for line in path)
    return any(REACHED.search(line) for line in path) and not others


@lru_cache(maxsize=1024)
def _sets_goals(path: tuple[str, ...], end: int) -> bool:
    """A section of the plan's own goals; （二）2035年远景目标 looks beyond the plan."""
    goals = goal_depth(path) is not None
    beyond = any(set(years_in(line)) - {end} or _OTHER.search(line) for line in path)
    return goals and not beyond


def _in_goals(path: tuple[str, ...]) -> bool:
    return bool(path) and bool(GOAL_HEADING.search(path[-1]))
