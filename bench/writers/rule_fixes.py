"""python -m bench.writers.rule_fixes

Makes the fixes of every rule on every one of its bad examples and checks each with all rules;
prints what stays and what is new. The tests do so with one example a rule.
"""

import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from linter.catalogue.rule import Rule
from linter.engine.check import check
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from linter.settings.session import Session
from linter.writers.changes import changes
from linter.writers.fix import Checked, fix_text

_MARK = re.compile("‹(.*?)›", re.S)


def faults(rule: Rule, settings: Settings, *, unsafe: bool) -> list[str]:
    """What is wrong with the fixes of a rule's bad examples."""

    def checked(data: bytes, rules: tuple[Rule, ...] = (rule,)) -> Checked:
        document = read_bytes("例.md", data, "md")
        return document, check(document, replace(settings, rules=rules))

    wrong: list[str] = []
    for number, example in enumerate(rule.bad, 1):
        data = _MARK.sub(r"\1", example.text).encode()
        if not changes(checked(data)[1], unsafe=unsafe):
            continue
        fixed = fix_text(data, checked, unsafe=unsafe)
        stays = changes(checked(fixed.data)[1], unsafe=unsafe)
        wrong += [f"{rule.id} bad {number}: stays {change.span.quote}" for change in stays]
        old, new = (
            Counter((d.rule, d.variant) for d in checked(one, settings.rules)[1].diagnostics)
            for one in (data, fixed.data)
        )
        wrong += [f"{rule.id} bad {number}: new {code}" for code, _ in new - old]
    return wrong


def main() -> int:
    settings = Session(isolated=True).settings(Path("draft.md"))
    rules = [rule for rule in settings.catalogue if rule.examples == "md" and not rule.reviews]
    wrong = [w for rule in rules for u in (False, True) for w in faults(rule, settings, unsafe=u)]
    print("\n".join([*wrong, f"{len(rules)} rules, {len(wrong)} faults"]))
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main())
