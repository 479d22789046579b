"""Prints the configuration that holds for a draft: every value with where it was said."""

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TextIO

from linter.catalogue.faults import Origin, shown
from linter.catalogue.yaml_messages import written
from linter.settings.effective import DEFAULT, Settings


class Told(NamedTuple):
    """One value by its path: ("plan", "period")."""

    path: tuple[str, ...]
    value: Any
    origin: Origin


def write(settings: Settings, out: TextIO, above: Sequence[Told] = ()) -> None:
    """A line a value, then the rules that a configuration changed; `above` are values that hold
    whatever a configuration says."""
    files = _files(settings)
    out.write("配置文件（后面的优先）：" + ("" if files else "无") + "\n")
    out.writelines(f"  {file}\n" for file in files)
    off = len(settings.catalogue) - len(settings.rules)
    out.write(
        f"规则：{len(settings.catalogue)} 条，使用 {len(settings.rules)} 条，关闭 {off} 条\n\n"
    )
    for line in lines(settings, above):
        out.write(f"{'.'.join(line.path)}: {_text(line.value)}  # {line.origin}\n")


def write_json(settings: Settings, out: TextIO, above: Sequence[Told] = ()) -> None:
    """The same as data."""
    values = [
        {"key": ".".join(x.path), "value": _data(x.value), "origin": str(x.origin)}
        for x in lines(settings, above)
    ]
    data = {
        "files": _files(settings),
        "rules": [rule.id for rule in settings.rules],
        "values": values,
    }
    json.dump(data, out, ensure_ascii=False, indent=1)
    out.write("\n")


def lines(settings: Settings, above: Sequence[Told] = ()) -> Iterator[Told]:
    """Yield every value that holds: the general ones always, those of rules where changed."""
    general = {"lang": settings.lang, "fail-on": settings.fail_on, "view": settings.reading.view}
    beyond = {told.path: told for told in above}
    for key, value in general.items():
        yield beyond.get((key,)) or Told((key,), value, settings.origin(key))
    if settings.baseline is not None:
        yield Told(("baseline",), shown(settings.baseline), settings.origin("baseline"))
    for path in sorted(settings.values):
        if path[0] in ("plan", "limits"):
            yield Told(path, settings.values[path], settings.origin(*path))
    yield from _listed(settings)
    yield from _of_rules(settings)
    for one in settings.suppress:
        words = " ".join(filter(None, ("、".join(one.rules) or "ALL", one.path_glob, one.quote)))
        yield Told(("suppress",), f"{words}（{one.reason}）", one.origin)


def _listed(settings: Settings) -> Iterator[Told]:
    """What every file adds to."""
    for layer in settings.layers:
        for pattern in layer.exclude:
            yield Told(("exclude",), pattern.value, pattern.origin)
    for layer in settings.layers:
        for pack in layer.packs:
            yield Told(("packs",), shown(pack.value), pack.origin)


def _of_rules(settings: Settings) -> Iterator[Told]:
    running = {rule.id for rule in settings.rules}
    for rule in settings.catalogue:
        if (origin := settings.origin("rules", rule.id)) != DEFAULT:
            yield Told(("rules", rule.id), rule.id in running, origin)
        if (origin := settings.origin("severity", rule.id)) != DEFAULT:
            yield Told(("severity", rule.id), rule.severity, origin)
        for name, value in rule.options.items():
            if (origin := settings.origin("options", rule.id, name)) != DEFAULT:
                yield Told(("options", rule.id, name), value, origin)


def _files(settings: Settings) -> list[str]:
    """The files in the order in which they win, each once."""
    files = [layer.origin.file for layer in settings.layers if not layer.paths]
    return [file for file in dict.fromkeys(files) if file != "命令行"]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return "—".join(map(str, value))
    return written(value)


def _data(value: Any) -> Any:
    return str(value) if isinstance(value, datetime.date) else value
