"""Which rules can make a fix at all, told from the code of their checks."""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from types import FunctionType

from linter.catalogue.own_checks import own_check
from linter.catalogue.rule import Rule
from linter.plan.finding import Fix


def can_fix(rule: Rule) -> bool:
    """Tell whether a rule's check, or any function or class that it names, calls Fix."""
    seen: set[object] = set()
    left = [inspect.unwrap(check) for n in rule.check_name.split(", ") if (check := own_check(n))]
    while left:
        one = left.pop()
        if one is Fix:
            return True
        if one not in seen:
            seen.add(one)
            left += _named(one)
    return False


@cache
def _named(one: object) -> tuple[object, ...]:
    """What of our own the code of a function or class names, and Fix where it calls it."""
    assert isinstance(one, FunctionType | type)
    code = _codes(one.__module__).get(one.__name__)
    return tuple(_wanted(code, vars(sys.modules[one.__module__]))) if code else ()


@cache
def _codes(module: str) -> dict[str, ast.AST]:
    """The functions and classes of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}


def _wanted(code: ast.AST, known: dict[str, object]) -> Iterator[object]:
    nodes = list(ast.walk(code))
    called = (node.func for node in nodes if isinstance(node, ast.Call))
    if any(isinstance(f, ast.Name) and known.get(f.id) is Fix for f in called):
        yield Fix
    for name in {node.id for node in nodes if isinstance(node, ast.Name)}:
        held = known.get(name)
        held = inspect.unwrap(held) if callable(held) else None
        ours = getattr(held, "__module__", "").startswith("linter.subjects")
        fact = hasattr(held, "__planlint_fact__")  # what a draft says fixes nothing
        if ours and not fact and isinstance(held, FunctionType | type):
            yield held
