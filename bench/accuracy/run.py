"""Score planlint on the labelled drafts: recall and precision, misses, reports without a label.

    python -m bench.accuracy.run                            print everything
    python -m bench.accuracy.run --write docs/accuracy.md   write the page, too
    python -m bench.accuracy.run --gold ../shared/gold      where labelled published plans are
    python -m bench.accuracy.run --first culture housing    record the first run on new drafts

Published plans are scored in a section of their own, when they are there. Run it from the root of
the checkout.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.accuracy import first_runs
from bench.accuracy.labels import Case, drafts, published
from bench.accuracy.page import page, terminal
from bench.accuracy.samples import clean_cases, planted_cases
from bench.accuracy.score import run
from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule

ROOT = Path(__file__).resolve().parents[2]
# The published plans are web pages whose widths and blanks were changed on the way.
CONVERTED = frozenset({"PUN005", "PUN006"})


def own_cases() -> list[Case]:
    """Everything of the repository: the drafts of this folder, samples planted and clean."""
    written = drafts()
    labels = [label for case in written for label in case.labels]
    # A rule may speak in several ways; a planted defect is of the gravest.
    severities = {
        label.code: label.severity for label in sorted(labels, key=lambda lb: lb.severity.rank)
    }
    return [*written, *planted_cases(severities), *clean_cases()]


def first(names: list[str], rules: Iterable[Rule]) -> int:
    """Run drafts that planlint has not seen, record the figures and print them."""
    cases = [case for case in drafts() if case.name in names]
    if unknown := set(names) - {case.name for case in cases}:
        sys.exit(f"no such drafts: {', '.join(sorted(unknown))}")
    score = run(cases, rules)
    try:
        first_runs.record(names, score)
    except ValueError as error:
        sys.exit(str(error))
    print(terminal(f"First run: {', '.join(names)}", score))
    return 1 if score.failures else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the page as well")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--first", nargs="+", metavar="DRAFT", help="record their first run")
    arguments = parser.parse_args()
    rules = builtin_rules()
    if arguments.first:
        return first(arguments.first, rules)
    cases = own_cases()
    own = run(cases, rules)
    print(terminal("The repository's drafts", own))
    real = published(arguments.gold)
    gold = run(real, rules, CONVERTED) if real else None
    if gold is not None:
        print("\n" + terminal("Published plans", gold))
    if arguments.write:
        arguments.write.write_text(page(cases, own, gold, first_runs.read()), encoding="utf-8")
    return 1 if own.failures or (gold and gold.failures) else 0


if __name__ == "__main__":
    sys.exit(main())
