"""Edits real plans at random and counts the edits that `planlint diff` classifies rightly.

python -m bench.across.run FOLDER [--suffix .txt] [--edits 20] [--seeds 5] [--first 0]

Every edit touches a paragraph of its own: a figure, a unit of measure, a responsible unit, the name
of a box, a date, a word, the place of the paragraph, or its end, which becomes a paragraph. It is
classified rightly if a change of its kind is reported in that paragraph; whatever is reported
elsewhere counts against the bench as well.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.across.changes import ChangeKind, Nature, VersionChange
from linter.across.marks import marks
from linter.across.versions import Versions
from linter.document.nodes import Paragraph, Zone
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.load import load, read_bytes

_UNITS = (ChangeKind.UNITS, ChangeKind.LEAD, ChangeKind.HELPERS)
_MOVED = (ChangeKind.MOVED, ChangeKind.TASK_MOVED)
_TITLES = (ChangeKind.HEADING_RENAMED, ChangeKind.TASK_RENAMED)
_SWAPS = {
    "亿元": "万元",
    "万元": "亿元",
    "公里": "米",
    "万人": "人",
    "个": "家",
    "家": "个",
    "%": "‰",
}
_WORDS = (("加快", "加速"), ("推进", "推动"), ("完善", "健全"), ("提升", "增强"), ("加强", "强化"))
_DIGITS = re.compile(r"\d+")
_LAST_MONTH = 12
_FAR = 3  # lines by which a paragraph is moved at least
_LEAST = 30  # characters of a paragraph that is edited


class RandomEdit(NamedTuple):
    """One edit: the words before and after, and the kinds that tell it."""

    name: str
    before: str
    after: str
    kinds: tuple[ChangeKind, ...]


Maker = Callable[[random.Random, Plan, Paragraph], RandomEdit | None]


def value(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """Another number in front of the same unit."""
    found = [m for m in plan.get(marks).of(node) if m.quantity and m.quantity.unit]
    digits = [m for m in found if node.text[m.start].isdigit() and m.quantity]
    if not digits:
        return None
    mark = chance.choice(digits)
    assert mark.quantity is not None
    words = node.text[mark.start : mark.end]
    number = "".join(c for c in words.partition(words.lstrip("0123456789.,"))[0])
    if not number or "," in number:
        return None
    other = str(round(float(number) * 1.5 + 1, mark.quantity.places))
    other = other if mark.quantity.places else str(int(float(other)))
    text = node.text[: mark.start] + other + node.text[mark.start + len(number) :]
    return RandomEdit("value", node.text, text, (ChangeKind.VALUE,))


def measure(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """Another unit behind the same number."""
    found = [
        m
        for m in plan.get(marks).of(node)
        if m.quantity and m.quantity.unit and m.quantity.unit.words in _SWAPS
    ]
    if not found:
        return None
    mark = chance.choice(found)
    assert mark.quantity is not None
    assert mark.quantity.unit is not None
    old = mark.quantity.unit.words
    words = node.text[mark.start : mark.end].replace(old, _SWAPS[old], 1)
    text = node.text[: mark.start] + words + node.text[mark.end :]
    return RandomEdit("measure", node.text, text, (ChangeKind.UNIT,)) if text != node.text else None


def unit(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """Another responsible unit in place of one."""
    found = [m for m in plan.get(marks).of(node) if m.units]
    if not found:
        return None
    one = chance.choice(found[-1].units)
    name = one.name[:1] + "档案局"
    text = node.text[: one.span.start] + name + node.text[one.span.end :]
    return RandomEdit("unit", node.text, text, _UNITS)


def word(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """Another word for the same."""
    taken = [(m.start, m.end) for m in plan.get(marks).of(node)]
    places = [
        (at, old, new)
        for old, new in _WORDS
        if (at := node.text.find(old)) >= 0 and not any(s <= at < e for s, e in taken)
    ]
    if not places:
        return None
    at, old, new = chance.choice(places)
    if node.level is not None and at < len(node.title):
        text = node.text[:at] + new + node.text[at + len(old) :]
        return RandomEdit("title", node.text, text, _TITLES)
    text = node.text[:at] + new + node.text[at + len(old) :]
    return RandomEdit("word", node.text, text, (ChangeKind.REWORDED,))


def move(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """The paragraph at another place; which one is chosen when it is applied."""
    if node.locator.box or node.label or node.level is not None:
        return None
    return RandomEdit("move", node.text, "", _MOVED)


def date(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """Another year or month."""
    found = [m for m in plan.get(marks).of(node) if m.kind == "date"]
    dates = [(m, d) for m in found if (d := _DIGITS.search(node.text, m.start, m.end))]
    if not dates:
        return None
    _, digits = chance.choice(dates)
    number = int(digits.group())
    other = number + 1 if number != _LAST_MONTH else number - 1
    text = node.text[: digits.start()] + str(other) + node.text[digits.end() :]
    return RandomEdit("date", node.text, text, (ChangeKind.DEADLINE,))


def split(chance: random.Random, plan: Plan, node: Paragraph) -> RandomEdit | None:
    """The paragraph in two, behind one of its sentences."""
    if node.locator.box or "。" not in node.text[_LEAST:-_LEAST]:
        return None
    stops = [
        i + 1 for i, c in enumerate(node.text) if c == "。" and _LEAST < i < len(node.text) - _LEAST
    ]
    units = [(m.start, m.end) for m in plan.get(marks).of(node) if m.units]
    free = [at for at in stops if not any(start <= at for start, _ in units)]
    if not free:
        return None
    at = chance.choice(free)
    text = node.text[:at] + "\n\n" + node.text[at:]
    return RandomEdit("split", node.text, text, (ChangeKind.SPLIT,))


MAKERS: tuple[Maker, ...] = (value, value, measure, unit, word, move, date, split)


def edits_of(chance: random.Random, plan: Plan, raw: str, count: int) -> list[RandomEdit]:
    """Return random edits of paragraphs that stand once in the source, each of one paragraph."""
    nodes = [
        p
        for p in plan.document.paragraphs()
        if len(p.text) >= _LEAST and raw.count(p.text) == 1 and p.locator.zone is Zone.BODY
    ]
    chance.shuffle(nodes)
    found: list[RandomEdit] = []
    boxes = list(plan.document.boxes())
    for box in chance.sample(boxes, min(2, len(boxes))):
        if box.title and len(box.name) > 4 and raw.count(box.name) == 1:
            after = "智慧" + box.name.strip()
            found.append(RandomEdit("box", box.name, after, (ChangeKind.BOX_RENAMED,)))
    left = list(nodes)
    for turn in range(20 * count):
        make = MAKERS[turn % len(MAKERS)]
        edit, at = None, 0
        while edit is None and at < len(left):
            edit = make(chance, plan, left[at])
            at += 1
        if edit is not None and len(found) < count:
            found.append(edit)
            del left[at - 1]
    return found


def applied(chance: random.Random, raw: str, edits: Sequence[RandomEdit], plan: Plan) -> str:
    """The source with the edits made."""
    taken = {edit.before for edit in edits}
    anchors = [
        p.text
        for p in plan.document.paragraphs()
        if len(p.text) >= _LEAST
        and raw.count(p.text) == 1
        and p.text not in taken
        and not p.locator.box
        and p.locator.zone is Zone.BODY
    ]
    lines = raw.split("\n")
    for edit in edits:
        at = next(i for i, line in enumerate(lines) if edit.before in line)
        if edit.name != "move":
            lines[at] = lines[at].replace(edit.before, edit.after, 1)
            continue
        line = lines.pop(at)
        places = [i for i, other in enumerate(lines) if any(anchor in other for anchor in anchors)]
        far = [i for i in places if abs(i - at) >= _FAR] or [len(lines) - 1]
        place = chance.choice(far)
        lines[place + 1 : place + 1] = ["", line]
    return "\n".join(lines)


def rightly(edit: RandomEdit, changes: Sequence[VersionChange]) -> bool:
    """Whether a change of the edit's kind is reported for its paragraph."""
    return any(
        change.kind in edit.kinds
        and change.old is not None
        and (
            change.old.node.text == edit.before
            or (edit.name == "box" and edit.before in change.before)
        )
        for change in changes
    )


def run(
    paths: Sequence[Path], count: int, seeds: Sequence[int]
) -> Iterator[tuple[str, Counter[str]]]:
    """Yield, a draft and a seed, how many edits of each name there were, and were told rightly."""
    for path in paths:
        raw = path.read_text("utf-8")
        old = Plan(load(path), builtin_lexicon())
        for seed in seeds:
            chance = random.Random(f"{path.name}{seed}")
            edits = edits_of(chance, old, raw, count)
            text = applied(chance, raw, edits, old)
            new = Plan(read_bytes(path.name, text.encode(), path.suffix[1:]), builtin_lexicon())
            changes = Versions(old, new).changes
            told: Counter[str] = Counter()
            for edit in edits:
                told[f"{edit.name}"] += 1
                right = rightly(edit, changes)
                told[f"{edit.name} rightly"] += right
                if not right:
                    near = [c for c in changes if c.old and c.old.node.text == edit.before]
                    kinds = [c.kind.value for c in near]
                    print("  wrong", path.name, seed, edit.name, edit.before[:40], kinds)
            for change in changes:
                side = change.old or change.new
                assert side is not None
                known = any(e.before in side.node.text or side.node.text in e.after for e in edits)
                if change.nature is Nature.SUBSTANCE and not known:
                    told["elsewhere"] += 1
                    words = change.before[:40], change.after[:40]
                    print("  elsewhere", path.name, seed, change.kind.value, *words)
            yield f"{path.name} {seed}", told


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--suffix", default=".txt")
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    paths = sorted(asked.folder.glob(f"*{asked.suffix}"))
    seeds = range(asked.first, asked.first + asked.seeds)
    for name, told in run(paths, asked.edits, seeds):
        total += told
        print(name, dict(told))
    names = [name for name in total if f"{name} rightly" in total or name == "elsewhere"]
    edits = sum(total[name] for name in names if name != "elsewhere")
    right = sum(total[f"{name} rightly"] for name in names)
    print(f"{right} of {edits} edits told rightly ({right / max(edits, 1):.1%})", dict(total))


if __name__ == "__main__":
    main()
