"""planlint test-rules: the examples of a house pack."""

from pathlib import Path
from typing import Annotated

import typer

from linter.commands import shared


def test_rules(
    pack: Annotated[Path, typer.Argument(help="规则包：文件夹或一个 .yaml 文件。")],
) -> None:
    """试运行规则包中每条规则的例子：bad 应在‹›处报告，good 不应报告。"""
    from linter.allowed import Allowed
    from linter.engine import Context
    from linter.examples import example_faults
    from linter.packs.catalogue import combine
    from linter.packs.load import load_pack

    held, faults = load_pack(pack)
    catalogue, wrong = combine([held], faults)
    if wrong:
        shared.fail("\n".join(map(str, wrong)))
    context = Context(lexicon=catalogue.lexicon, allowed=Allowed(catalogue.allowed))
    failed = 0
    for rule in held.rules:
        found = list(example_faults(rule, context))
        failed += bool(found)
        typer.echo(f"{'✗' if found else '✓'} {rule.id}  {rule.title}")
        for line in found:
            typer.echo(f"    {line}")
    words = sum(map(len, held.additions.values())) + len(held.allowed)
    told = f"，{failed} 条的例子不符" if failed else "，例子全部相符"
    typer.echo(f"{len(held.rules)} 条规则{told if held.rules else ''}；词表 {words} 项")
    raise typer.Exit(shared.FINDINGS if failed else 0)
