"""planlint test-rules: the examples of house packs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.commands import shared

if TYPE_CHECKING:
    from linter.catalogue.packs.model import Pack
    from linter.settings.effective import Settings


def run_examples(
    pack: Annotated[
        Path | None,
        typer.Argument(
            help="规则包：文件夹或一个 .yaml 文件；不写则为当前文件夹的配置所用的全部规则包。"
        ),
    ] = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """试运行规则包中每条规则的例子：bad 应在‹›处报告，good 不应报告。"""
    from linter.catalogue.packs.load import load_pack
    from linter.catalogue.packs.shelves import combine
    from linter.diagnosis.allowed import Allowed
    from linter.settings.effective import Settings

    loaded = [load_pack(path) for path in ([pack] if pack else _configured(config, no_config))]
    packs = [held for held, _ in loaded]
    catalogue, wrong = combine(packs, [fault for _, faults in loaded for fault in faults])
    if wrong:
        shared.fail("\n".join(map(str, wrong)))
    allowed = Allowed(catalogue.allowed)
    settings = Settings((), lexicon=catalogue.lexicon, allowed=allowed)
    failed = _tried(packs, settings)
    rules = sum(len(held.rules) for held in packs)
    words = sum(sum(map(len, p.additions.values())) + len(p.allowed) for p in packs)
    told = f"，{failed} 条的例子不符" if failed else "，例子全部相符"
    shared.say(f"{rules} 条规则{told if rules else ''}；词表 {words} 项")
    raise typer.Exit(shared.FINDINGS if failed else 0)


def _configured(config: Path | None, no_config: bool) -> list[Path]:
    """The packs of the configuration that holds in the current folder."""
    settings = shared.settings_here(config, no_config)
    paths = [pack.value for layer in settings.layers for pack in layer.packs]
    if not paths:
        shared.fail("当前文件夹的配置没有规则包：写明规则包，如 planlint test-rules house-rules")
    return list(dict.fromkeys(paths))


def _tried(packs: "Sequence[Pack]", settings: "Settings") -> int:
    """Run the examples of every rule and tell how they fared; return how many rules failed."""
    from linter.engine.examples import example_faults

    failed = 0
    for rule in (rule for held in packs for rule in held.rules):
        found = list(example_faults(rule, settings))
        failed += bool(found)
        shared.say(f"{'✗' if found else '✓'} {rule.id}  {rule.title}")
        for line in found:
            shared.say(f"    {line}")
    return failed
