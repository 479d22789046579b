"""Statements and the indicators that they belong to, in the published plans of ../shared."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.reporters.facts.data import as_dict
from tests.helpers import diagnose, draft
from tests.shared import needs_shared, shared

# Said in a table of tasks, and without any number.
UNREAD = {("sichuan", 625), ("anhui", 35, "宽带网络校校通")}
RULES = ("IND001", "IND002", "IND003", "IND005", "IND007")


def pairs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in shared("gold/pairs/*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            pair = json.loads(line)
            place = (path.stem, pair["body_line"])
            if not {place, (*place, pair["indicator"])} & UNREAD:
                yield path.stem, pair


@cache
def text_of(plan: str) -> str:
    (path,) = shared(f"corpus/{plan}.txt")
    return Path(path).read_text("utf-8")


@cache
def facts(plan: str) -> Any:
    return as_dict(Plan(draft(text_of(plan), "txt"), builtin_lexicon()))


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


@cache
def reported(text: str) -> frozenset[tuple[str, str, str]]:
    found = diagnose(draft(text, "txt"), *RULES)
    return frozenset((d.rule, d.span.quote, d.message) for d in found)


def changed(value: str) -> str:
    """The number with two digits swapped, or one of its digits another one."""
    number = re.search(r"\d+(?:\.\d+)?", value)
    assert number is not None
    digits = number.group()
    swapped = (
        digits[1] + digits[0] + digits[2:] if len(digits) > 2 and "." not in digits[:2] else ""
    )
    if not swapped or swapped[0] == "0" or Decimal(swapped) == Decimal(digits):
        swapped = str(int(digits[0]) % 9 + 1) + digits[1:]
    return value[: number.start()] + swapped + value[number.end() :]


@needs_shared
@pytest.mark.parametrize(("plan", "pair"), list(pairs()))
def test_the_statement_is_shown_with_its_indicator(plan: str, pair: dict[str, Any]) -> None:
    rows = [i for i in facts(plan)["indicators"] if bare(i["name"]) == bare(pair["indicator"])]
    said = [bare(s["quote"]) for row in rows for s in row["statements"]]
    quote = bare(pair["body_quote"])
    assert any(one in quote or quote in one or one[-12:] in quote for one in said), said


@needs_shared
def test_changing_either_value_of_a_pair_is_reported() -> None:
    missed, planted = [], 0
    for plan, pair in pairs():
        text = text_of(plan)
        lines = text.split("\n")
        at = (pair.get("value_line") or pair["table_line"]) - 1
        places = [(at, lines[at])] if re.search(r"\d", lines[at]) else []
        body, quote = pair["body_line"] - 1, pair["body_quote"]
        if re.search(r"\d", re.sub("4G|(?:19|20)\\d\\d年", "", quote)):
            places.append((body, quote))
        for line, words in places:
            wrong = list(lines)
            head = re.match(r".*?(?:19|20)\d\d年", words) if line == body else None
            kept = head.group() if head else ""
            wrong[line] = lines[line].replace(words, kept + changed(words[len(kept) :]), 1)
            if wrong[line] == lines[line]:
                continue
            planted += 1
            if not reported("\n".join(wrong)) - reported(text):
                missed.append((plan, pair["indicator"], pair.get("year"), words))
    assert len(missed) <= planted * 5 // 100, missed
