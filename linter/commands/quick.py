"""`planlint check` where every draft is known from an earlier run: the report is written at once.

Neither rules nor readers are loaded for it, nor the library that reads the command line, which
takes longer than all the rest. So the command line is read here as well, as far as it is plain;
whatever is not, or not known, is left to the command itself.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_FLAGS = {
    "-q": "quiet",
    "--quiet": "quiet",
    "--statistics": "statistics",
    "--coverage": "coverage",
    "--no-config": "no_config",
}
_ONE = {
    "--format": "form",
    "--fail-on": "fail_on",
    "--lang": "lang",
    "--view": "view",
    "--config": "config",
    "--jobs": "jobs",
    "-j": "jobs",
}
_SEVERAL = {"--select": "select", "--ignore": "ignore", "--output": "output", "-o": "output"}
_EXPANDED = set("*?[~%$")  # Windows leaves it to programs to find the files that these stand for


class _NotPlainError(Exception):
    """The command line holds something that is not understood here."""


def known_run(arguments: Sequence[str]) -> int | None:
    """Write the reports that a command line asks for and return the exit code; None, and nothing
    is written, where it is no plain `check` or anything is not known.

    Raises what the command does where the output cannot be written.
    """
    if arguments[:1] != ["check"] or os.environ.get("PLANLINT_NO_CACHE"):
        return None
    if "_PLANLINT_COMPLETE" in os.environ:
        return None
    try:
        return _written(_read(arguments[1:]))
    except _NotPlainError:
        return None


def _read(arguments: Sequence[str]) -> dict[str, Any]:
    """What the arguments say, by the names of the command's parameters. Raises _NotPlainError."""
    said: dict[str, Any] = {"paths": [], "select": [], "ignore": [], "output": []}
    rest = iter(arguments)
    for word in rest:
        if sys.platform == "win32" and _EXPANDED & set(word):
            raise _NotPlainError
        if not word.startswith("-"):
            said["paths"].append(word)
        elif word in _FLAGS:
            said[_FLAGS[word]] = True
        else:
            name, value = _option(word, rest)
            if name in _SEVERAL:
                said[_SEVERAL[name]].append(value)
            else:
                said[_ONE[name]] = value
    if not said["paths"] or not all(said["paths"]):
        raise _NotPlainError
    return said


def _option(word: str, rest: Iterator[str]) -> tuple[str, str]:
    """An option and its value, which may stand behind a sign of equality or by itself."""
    name, equals, value = word.partition("=")
    if not (name in _ONE or name in _SEVERAL) or (equals and not name.startswith("--")):
        raise _NotPlainError
    if not equals:
        value = next(rest, "")
    if not value or value.startswith("-"):
        raise _NotPlainError
    return name, value


def _written(said: dict[str, Any]) -> int | None:
    from linter.catalogue.language import Lang
    from linter.catalogue.severity import FailOn
    from linter.engine.cache.keys import Spoken
    from linter.engine.cache.recall import Configurations, recall
    from linter.engine.many.words import jobs_of
    from linter.engine.outcome import Outcome
    from linter.readers.view import View
    from linter.reporters.formats import kept
    from linter.reporters.names import Format
    from linter.reporters.output import OutputError, opened, targets
    from linter.reporters.presentation import Presentation
    from linter.settings.layers import command_line

    form, fail_on = _of(Format, said.get("form")), _of(FailOn, said.get("fail_on"))
    lang = _of(Lang, said.get("lang") or os.environ.get("PLANLINT_LANG") or None)
    outputs, paths = list(map(Path, said["output"])), list(map(Path, said["paths"]))
    if jobs_of(said.get("jobs", "1")) is None or any(p.suffix.lower() == ".docx" for p in outputs):
        return None
    try:
        wanted = targets(form, outputs)
    except OutputError:
        return None
    coverage = bool(said.get("coverage"))
    keep = kept([target.form for target in wanted], coverage=coverage)
    if keep.document:
        return None
    extra = Path(said["config"]) if "config" in said else None
    found = Configurations(
        command_line(said["select"], said["ignore"]), extra, bool(said.get("no_config"))
    )
    told = Spoken(lang, _of(View, said.get("view")), keep.coverage)
    known = recall(paths, found, told)
    if known is None:
        return None
    outcome = Outcome(known.reports, known.held)
    quiet, statistics = bool(said.get("quiet")), bool(said.get("statistics"))
    how = Presentation(outcome.rules, lang or outcome.lang, quiet, statistics, coverage)
    try:
        with opened(wanted, how, [*paths, *known.files]) as sinks:
            for report in known.reports:
                for sink in sinks:
                    sink.add(report)
    except OutputError as error:
        return _failed(str(error))
    for line in outcome.idle_suppressions():
        _say(line)
    return outcome.exit_code(fail_on)


def _of(kind: Any, word: str | None) -> Any:
    if word is None:
        return None
    with suppress(ValueError):
        return kind(word)
    raise _NotPlainError


def _failed(message: str) -> int:
    for line in message.split("\n"):
        _say(line)
    return 2


def _say(line: str) -> None:
    from linter.text.harmless import harmless

    sys.stderr.write(f"planlint: {harmless(line)}\n")
