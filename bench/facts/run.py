"""Precision and recall of what planlint reads, by kind of fact, on drafts with a hand-made index.

    python -m bench.facts.run            the figures
    python -m bench.facts.run --missed   with what was missed, and what was read that is not there

Run it from the root of the checkout.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bench.accuracy.score import Tally
from bench.facts.index import Figure, Index, indexes
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.load import load
from linter.reporters.facts.data import as_dict
from linter.text.folding import fold, key

KINDS = {
    "figures": "figures of the body: number and place",
    "units": "… with the right unit",
    "subjects": "… with unit and subject",
    "indicators": "figures matched to their indicator",
    "boxes": "boxes: number and name",
    "tasks": "tasks: title and responsible units",
    "rows": "rows of the division: number, task, units",
}
_SHARE = 0.5  # of a subject's words must be read


@dataclass(slots=True)
class Result:
    """Tallies by kind; what was missed and what was read wrongly, in words."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, kind: str, draft: str, expected: Iterable[Any], read: Iterable[Any]) -> None:
        """Count a kind of facts that are compared by equality."""
        want, got = Counter(expected), Counter(read)
        both = (want & got).total()
        self.count(kind, want.total(), both, got.total(), both)
        self.missed += [f"{draft} {kind}: {fact}" for fact in (want - got).elements()]
        self.wrong += [f"{draft} {kind}: {fact}" for fact in (got - want).elements()]

    def count(self, kind: str, labelled: int, found: int, reported: int, right: int) -> None:
        tally = self.tallies[kind]
        tally.labelled += labelled
        tally.found += found
        tally.reported += reported
        tally.right += right


def run(chosen: Iterable[Index]) -> Result:
    """Read the drafts and compare."""
    result = Result()
    for index in chosen:
        facts = as_dict(Plan(load(index.path), builtin_lexicon()))
        _figures(result, index, list(_statements(facts)))
        boxes = ((b["number"], key(b["name"])) for b in facts["boxes"])
        result.add("boxes", index.draft, ((n, key(name)) for n, name in index.boxes), boxes)
        tasks = ((key(t["title"]), _names(t["units"])) for t in facts["tasks"])
        result.add("tasks", index.draft, ((key(t), _sorted(u)) for t, u in index.tasks), tasks)
        rows = [row for division in facts["divisions"] for row in division["rows"]]
        result.add(
            "rows",
            index.draft,
            ((n, key(task), _sorted(units)) for n, task, units in index.rows),
            ((r["number"], key(r["task"]), _names(r["units"])) for r in rows),
        )
    return result


def _names(units: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return _sorted(unit["name"] for unit in units)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(key, names)))


def _statements(facts: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every statement with the name of its indicator."""
    for statement in facts["other_statements"]:
        yield statement, ""
    for indicator in facts["indicators"]:
        for statement in indicator["statements"]:
            yield statement, indicator["name"]


def _figures(result: Result, index: Index, read: list[tuple[dict[str, Any], str]]) -> None:
    """Pair the figures with the statements: same line, same number, overlapping words."""
    free = list(read)
    found: Counter[str] = Counter()
    for figure in index.figures:
        pair = next((s for s in free if _same_place(figure, s[0])), None)
        if pair is None:
            result.missed.append(f"{index.draft}:{figure.line} figure {figure.words}")
            continue
        free.remove(pair)
        statement, indicator = pair
        found["figures"] += 1
        unit = key(statement["unit"] or "") == key(figure.unit)
        found["units"] += unit
        subject = unit and _same_subject(figure.subject, statement["name"])
        found["subjects"] += subject
        if not subject:
            read_as = f"{statement['name']} {statement['unit']}"
            result.wrong.append(f"{index.draft}:{figure.line} {figure.words} read as {read_as}")
        if figure.indicator:
            found["indicators"] += key(indicator) == key(figure.indicator)
            if key(indicator) != key(figure.indicator):
                said = indicator or "none"
                result.missed.append(f"{index.draft}:{figure.line} {figure.words}: {said}")
    for statement, _ in free:
        result.wrong.append(f"{index.draft}: {statement['quote']} is no figure of the index")
    for kind in ("figures", "units", "subjects"):
        result.count(kind, len(index.figures), found[kind], len(read), found[kind])
    labelled = sum(bool(figure.indicator) for figure in index.figures)
    matched = sum(bool(name) for _, name in read)
    result.count("indicators", labelled, found["indicators"], matched, found["indicators"])


def _same_place(figure: Figure, statement: dict[str, Any]) -> bool:
    if statement["location"]["line"] != figure.line:
        return False
    if Decimal(statement["value"]) != Decimal(figure.value):
        return False
    quote, words = fold(statement["quote"]), fold(figure.words)
    tail = quote[-len(figure.value) - 2 :]
    return words in quote or quote in words or tail in words or words[-4:] in quote


def _same_subject(meant: str, name: str) -> bool:
    """Tell whether a name is the subject: with a verb before it, or at least its larger part.

    应急预案 is read in 修订各类应急预案, the growth rate of 综合交通网总里程 not in 里程.
    """
    subject, read = _bare(meant), _bare(name)
    if not read:
        return False
    short, long = sorted((subject, read), key=len)
    return read.endswith(subject) or (short in long and len(short) >= _SHARE * len(long))


_JOINED = str.maketrans("", "", "()、的和及与")


def _bare(words: str) -> str:
    """The words without what may be written in several ways."""
    return key(words).translate(_JOINED)


def table(result: Result) -> str:
    """The figures as a Markdown table."""
    lines = ["| what is read | in the index | found | read | right | recall | precision |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, words in KINDS.items():
        t = result.tallies[kind]
        shares = [f"{s:.1%}" if s is not None else "–" for s in (t.recall, t.precision)]
        counts = map(str, (t.labelled, t.found, t.reported, t.right))
        lines.append(f"| {' | '.join([words, *counts, *shares])} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--missed", action="store_true", help="list what differs")
    arguments = parser.parse_args()
    result = run(indexes())
    print(table(result))
    if arguments.missed:
        print("\n".join(["", "missed:", *result.missed, "", "read wrongly:", *result.wrong]))


if __name__ == "__main__":
    main()
