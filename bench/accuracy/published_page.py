"""The part of docs/accuracy.md on published plans."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bench.accuracy.score import Score, Tally

INTRODUCTION = """\
What an office has published it has read many times, so that nearly all of it is right: false
alarms show here as nowhere else. These are the figures to expect of a plan of yours, if it is as
good as those. Each error and warning is judged by reading the plan; what comes from the extraction
of the text from a web page is neither true nor false.
"""

NOT_YET = """\
59 plans are kept unread for this; the present rules have not been run on them yet
(`python -m bench.accuracy.run --published-first`).
"""

EARLIER = """\
What version 0.1.0 (099a3f4) came to on 180 plans of which its makers had seen none: of the errors
17 were true and 20 false (46 % true), of the judged warnings 36 were true and 159 false (18 %).
"""

LEARNT = """\
These plans were read while the rules were made, and their verdicts are known to those who made
them: the figures say what is left to mend, not what to expect. “Lost” are true findings of an
earlier version that are no longer reported.
"""

AGAIN = """\
The plans of the first run belong here since then: what they showed to be false was mended, kind by
kind. Run again, they come to this; what comes from the extraction is left out.
"""

_SEVERITIES = ("error", "warning")


def unseen(runs: Sequence[Mapping[str, Any]], rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Yield the section on the plans that nobody had read before the run."""
    yield "## Published plans not seen before"
    yield INTRODUCTION
    if not runs:
        yield NOT_YET
    for run in runs:
        yield (
            f"First run on {run['plans']} plans of {run['characters']:,} characters "
            f"({run['published']}), at {run['commit']} on {run['date']}, before anything was "
            "changed for them."
        )
        yield rates(run)
    verdicts = Counter((row["severity"], row["verdict"]) for row in rows)
    if verdicts and runs:
        yield _verdicts(verdicts)
    yield EARLIER


def _verdicts(counts: Mapping[tuple[str, str], int]) -> str:
    lines = ["| judged by reading | true | false | extraction | not judged | true of the judged |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name in _SEVERITIES:
        true, false = counts.get((name, "TRUE"), 0), counts.get((name, "FALSE"), 0)
        rest = counts.get((name, "ARTEFACT"), 0), counts.get((name, ""), 0)
        row = (name, true, false, *rest, _share(true, true + false))
        lines.append(f"| {' | '.join(map(str, row))} |")
    return "\n".join(lines)


def learnt(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the section on the plans that the rules were made with."""
    if "learn" not in data:
        return
    run = data["learn"]
    yield "## Published plans that the rules were made with"
    yield f"{LEARNT.strip()} {run['plans']} plans, {run['characters']:,} characters."
    yield rates(run)
    yield _reported(data["judged"])
    if "again" in data:
        yield AGAIN
        yield _reported(data["again"])


def _reported(judged: Mapping[str, Mapping[str, int]]) -> str:
    lines = [
        "| verdicts | true, reported | true, lost | false, reported | false, gone | no verdict |"
    ]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name in _SEVERITIES:
        lines.append(f"| {name} | {' | '.join(map(str, judged[name].values()))} |")
    return "\n".join(lines)


def rates(run: Mapping[str, Any]) -> str:
    """A table: how many errors and warnings, and how many for 10,000 characters."""
    lines = ["| | reported | for 10,000 characters |", "| --- | ---: | ---: |"]
    for name in _SEVERITIES:
        count = run[f"{name}s"]
        lines.append(f"| {name} | {count} | {10_000 * count / max(1, run['characters']):.2f} |")
    return "\n".join(lines)


def labelled(score: Score | None) -> Iterator[str]:
    """Yield the section on the plans whose defects were labelled by hand."""
    if score is None:
        return
    yield "## Published plans with labels"
    yield (
        f"{score.drafts} real plans, labelled by hand; neither they nor the labels are in the "
        "repository. The rules were made with them. Only what an expert marked is labelled, so "
        "precision is a lower bound."
    )
    lines = ["| | labelled | found | reported | right | recall | precision |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    lines += [_row(name, score.severities[name]) for name in (*_SEVERITIES, "info")]
    yield "\n".join([*lines, _row("**all**", score.total)])


def _row(name: str, t: Tally) -> str:
    shares = (_share(t.found, t.labelled), _share(t.right, t.reported))
    return (
        f"| {name} | {t.labelled} | {t.found} | {t.reported} | {t.right} | {' | '.join(shares)} |"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"
