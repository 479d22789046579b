"""planlint rules, planlint explain: the catalogue, with the rules of the packs that hold here."""

import sys
from typing import Annotated

import typer

from linter.commands import shared
from linter.commands.shared import FactsFormat


def list_rules(
    form: Annotated[FactsFormat, typer.Option("--format", help="列表格式。")] = FactsFormat.RICH,
    lang: shared.LangOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """列出全部规则，包括当前文件夹的配置所用的规则包。"""
    from linter.reporters import catalogue
    from linter.text.streams import for_programs

    settings = shared.settings_here(config, no_config)
    if form is FactsFormat.JSON:
        catalogue.write_json(settings.catalogue, for_programs(sys.stdout))
    else:
        catalogue.write_list(settings.catalogue, sys.stdout, lang or settings.lang)


def explain(
    rule: Annotated[str, typer.Argument(help="规则代码或名称，如 IND001；或前缀，如 IND。")],
    lang: shared.LangOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """说明一条规则：查什么、为什么、怎样算错、怎样算对；写前缀（IND）则列出这一族。"""
    from linter.catalogue.selection import exactly, named, unknown_rule
    from linter.reporters import catalogue

    settings = shared.settings_here(config, no_config)
    found = named(settings.catalogue, rule)
    if not found:
        shared.fail(unknown_rule(rule, settings.catalogue))
    if exactly(rule, found[0]):
        catalogue.write_rule(found[0], sys.stdout, lang or settings.lang)
    else:
        catalogue.write_family(found, sys.stdout, lang or settings.lang)
