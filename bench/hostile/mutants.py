"""Check Word files whose XML was changed at random, element by element, with every rule.

    python -m bench.hostile.mutants [--count 10000] [--seed 1]

Prints how the checks ended, the longest, and of every fault the seed that makes it again
(`--count 1 --seed N`). Exit 1 if a check crashed, reported an internal error or took more than
five seconds.
"""

import argparse
import copy
import gc
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from bench.speed.drafts import word_draft
from linter.catalogue.load import builtin_rules
from linter.engine.check import check_bytes
from linter.settings.effective import Settings

SECONDS = 5.0
_MOST_CHANGES = 12
_TARGETS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml")
_VALUES = ("", "0", "-1", "1", "99999999999", "NaN", "true", "甲", "\u202e", "x" * 300, "%1.%2")
_TEXTS = (
    *(
        "",
        " ",
        "）",
        "“",
        "责任单位：",
        "省水利厅省水利厅",
        "2021—2025年",
        "10%，其中",
        "附件",
        "专栏1",
    ),
    *(
        "一、",
        "（一）",
        "1.",
        "甲、乙和丙",
        "GIS平台，",
        "\u2028",
        "A1" * 50,
        "表1",
        "第一章",
        "—" * 40,
    ),
)
Files = dict[str, bytes]


def originals() -> list[Files]:
    """The Word files that are changed: a draft like those of offices, and the samples."""
    root = Path(__file__).resolve().parents[2] / "samples"
    drafts = [word_draft(2_000), *(p.read_bytes() for p in sorted(root.rglob("*.docx")))]
    return [_members(data) for data in drafts]


def _members(data: bytes) -> Files:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mutant(files: Files, chance: random.Random) -> bytes:
    """A Word file with some of its elements changed, now and then without one of its parts."""
    changed = dict(files)
    weights = [8, 2, 2, 1]
    there = [(name, w) for name, w in zip(_TARGETS, weights, strict=True) if name in files]
    name = chance.choices([n for n, _ in there], [w for _, w in there])[0]
    root = etree.fromstring(files[name])
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        chance.choice(_CHANGES)(root, chance)
    changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if chance.random() < 0.05:
        changed.pop(chance.choice(sorted(changed)))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in changed.items():
            archive.writestr(member, data)
    return out.getvalue()


def _some(root: Any, chance: random.Random) -> Any:
    """An element below the root; the root where it has none."""
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    return chance.choice(elements[1:] or elements)


def _delete(root: Any, chance: random.Random) -> None:
    element = _some(root, chance)
    if element.getparent() is not None:
        element.getparent().remove(element)


def _repeat(root: Any, chance: random.Random) -> None:
    element = _some(root, chance)
    if element.getparent() is not None:
        for _ in range(chance.choice((1, 1, 2, 40))):
            element.addnext(copy.deepcopy(element))


def _move(root: Any, chance: random.Random) -> None:
    """Put an element where it does not belong, but not into itself."""
    element, target = _some(root, chance), _some(root, chance)
    if element is not target and element not in target.iterancestors():
        target.insert(chance.randint(0, len(target)), element)


def _nest(root: Any, chance: random.Random) -> None:
    """Wrap a copy of an element into copies of itself."""
    element = _some(root, chance)
    inner = element
    for _ in range(chance.choice((1, 3, 30))):
        outer = etree.SubElement(inner, element.tag, dict(element.attrib))
        inner = outer


def _rename(root: Any, chance: random.Random) -> None:
    element, other = _some(root, chance), _some(root, chance)
    element.tag = other.tag


def _attribute(root: Any, chance: random.Random) -> None:
    element = _some(root, chance)
    if element.attrib:
        element.set(chance.choice(sorted(element.attrib)), chance.choice(_VALUES))


def _borrowed(root: Any, chance: random.Random) -> None:
    """Give an element the attributes of another."""
    element, other = _some(root, chance), _some(root, chance)
    for name, value in other.attrib.items():
        element.set(name, value)


def _text(root: Any, chance: random.Random) -> None:
    texts = [e for e in root.iter() if isinstance(e.tag, str) and e.text]
    if texts:
        element = chance.choice(texts)
        words = chance.choice(_TEXTS)
        at = chance.randint(0, len(element.text))
        element.text = element.text[:at] + words * chance.choice((1, 1, 3, 50)) + element.text[at:]


_CHANGES: tuple[Callable[[Any, random.Random], None], ...] = (
    *(_delete, _repeat, _move, _nest, _rename, _attribute, _attribute, _borrowed, _text, _text),
)


def _print(line: str) -> None:
    print(line, flush=True)


def run(count: int, seed: int, told: Callable[[str], None] = _print) -> tuple[Counter[str], float]:
    """Check so many mutants. Return how they ended, and the longest in seconds of the processor."""
    files = originals()
    settings = Settings(tuple(builtin_rules()))
    ends: Counter[str] = Counter()
    longest = 0.0
    for number in range(seed, seed + count):
        chance = random.Random(number)
        data = mutant(chance.choice(files), chance)
        start = time.process_time()
        try:
            report = check_bytes(f"{number}.docx", data, settings)
            end = report.error.kind if report.error else "checked"
            if end == "internal-error" and report.error:
                told(f"seed {number}: {report.error.message[:300]}")
        except Exception as error:  # a mutant that brings the check down is what is looked for
            end = "crash"
            told(f"seed {number}: {type(error).__name__}: {error}")
        seconds = time.process_time() - start
        if seconds > SECONDS and number > seed:
            end = "slow"
            told(f"seed {number}: {seconds:.1f} s")
        longest = max(longest, seconds if number > seed else 0.0)  # the first compiles the patterns
        ends[end] += 1
        if number % 50 == 0:
            gc.collect()
        if number % 500 == 0:
            told(f"{sum(ends.values())} checked, longest {longest:.2f} s")
    return ends, longest


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    ends, longest = run(told.count, told.seed)
    for end, times in sorted(ends.items()):
        print(f"{times:6}  {end}")
    print(f"longest {longest:.2f} s")
    return 1 if any(ends[end] for end in ("crash", "internal-error", "slow")) else 0


if __name__ == "__main__":
    sys.exit(main())
