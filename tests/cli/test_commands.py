"""The smaller commands."""

import json

from linter import __version__
from linter.catalogue.load import builtin_rules
from tests.helpers import Run


def test_version(planlint: Run) -> None:
    assert planlint("--version").stdout.strip() == f"planlint {__version__}"


def test_help_names_every_command_and_the_exit_codes(planlint: Run) -> None:
    shown = planlint("--help").stdout
    for word in ("check", "rules", "explain", "退出码"):
        assert word in shown


def test_rules_lists_the_catalogue(planlint: Run) -> None:
    shown = planlint("rules").stdout
    listed = json.loads(planlint("rules", "--format", "json").stdout)
    assert [row["id"] for row in listed] == [rule.id for rule in builtin_rules()]
    assert all(rule.id in shown and rule.title in shown for rule in builtin_rules())


def test_explain_takes_code_and_name(planlint: Run) -> None:
    by_code = planlint("explain", "box001")
    by_name = planlint("explain", "box-reference-unresolved")
    assert by_code.stdout == by_name.stdout
    assert "‹专栏2›" in by_code.stdout


def test_explain_of_an_unknown_rule(planlint: Run) -> None:
    done = planlint("explain", "BOX01")
    assert done.returncode == 2
    assert "BOX001" in done.stderr
