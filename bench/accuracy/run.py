"""Score planlint on the labelled drafts: recall and precision, misses, reports without a label.

    python -m bench.accuracy.run                            print everything
    python -m bench.accuracy.run --write docs/accuracy.md   write the page, too
    python -m bench.accuracy.run --gold ../shared/gold      where labelled published plans are
    python -m bench.accuracy.run --first culture housing    record the first run on new drafts
    python -m bench.accuracy.run --published-first          the same on the unread published plans

Published plans are scored in sections of their own when they are there; their figures are then
recorded by --write for checkouts without them. Run it from the root of the checkout.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.accuracy import first_runs, published_page
from bench.accuracy import published as plans
from bench.accuracy.labels import Case, drafts, published
from bench.accuracy.page import Parts, page, terminal
from bench.accuracy.samples import clean_cases, planted_cases
from bench.accuracy.score import Score, run
from bench.facts.index import indexes
from bench.facts.run import run as read_facts
from bench.facts.run import table as facts_table
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


def published_first(shared: Path, rules: Iterable[Rule]) -> int:
    """Run the unread published plans, record the counts and list the findings to be judged."""
    try:
        found = plans.first(shared, rules)
    except ValueError as error:
        sys.exit(str(error))
    print(f"{found.plans} plans, {found.errors} errors, {found.warnings} warnings")
    print(f"Judge them by reading: {plans.VERDICTS}")
    return 0


def learnt(shared: Path, rules: Iterable[Rule], gold: Score | None) -> None:
    """Run the published plans that the rules were made with, if they are there, and record."""
    folder = shared / "corpus" / "open" / "learn"
    if folder.is_dir():
        rows = plans.verdicts(shared / "gold" / "judged_learn.tsv")
        first = shared / plans.CHECK
        again = (
            plans.read(first, rules) if first.is_dir() and plans.verdicts(plans.VERDICTS) else None
        )
        learn = plans.read(folder, rules)
        plans.record(learn, [*rows, *plans.verdicts(plans.LATER)], gold, again)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the page as well")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--first", nargs="+", metavar="DRAFT", help="record their first run")
    parser.add_argument(
        "--published-first", action="store_true", help="record the run on the unread plans"
    )
    arguments = parser.parse_args()
    rules = builtin_rules()
    if arguments.published_first:
        return published_first(arguments.gold.parent, rules)
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
        learnt(arguments.gold.parent, rules, gold)
    recorded = plans.recorded()
    facts = facts_table(read_facts(indexes()))
    print("\n\n".join(["", "## Facts", facts, *published_page.learnt(recorded)]))
    if arguments.write:
        more = Parts(
            first_runs.read(),
            first_runs.published(),
            plans.verdicts(plans.VERDICTS),
            recorded,
            facts,
        )
        text = page(cases, own, gold or plans.gold_score(recorded), more)
        arguments.write.write_text(text, encoding="utf-8")
    return 1 if own.failures or (gold and gold.failures) else 0


if __name__ == "__main__":
    sys.exit(main())
