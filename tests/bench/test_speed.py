"""The bench of speed: turns, medians, what counts as a failure, and the page."""

import io
import json
import re
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from bench.speed import peers
from bench.speed.issues import text_issue, word_issue
from bench.speed.machine import Machine
from bench.speed.names import (
    AGAIN,
    ARCHIVE_ALL,
    ARCHIVE_ONE,
    ARCHIVE_TWO,
    BARE,
    HELP,
    PARSE,
    SENTENCES,
    TWO,
    WORD,
)
from bench.speed.page import Results, growth, page
from bench.speed.timing import Run, Timing, environment, in_turns, timed

SAMPLE = Path(__file__).parents[2] / "samples/clean/county-work-plan.docx"


def test_commands_run_in_turns_after_one_round_that_does_not_count() -> None:
    ran: list[str] = []

    def run(command: Sequence[str]) -> Run:
        ran.append(command[0])
        seconds = {"a1": 3.0, "a2": 1.0, "a3": 8.0}.get(command[0], 90.0)
        return Run(seconds, seconds / 2, seconds, memory=10 * seconds)

    done = in_turns({"a": lambda i: [f"a{i}"], "b": lambda i: [f"b{i}"]}, 3, run)
    assert ran == ["a0", "b0", "a1", "b1", "a2", "b2", "a3", "b3"]
    assert done["a"] == Timing(3.0, least=1.0, most=8.0, first=1.5, processor=3.0, memory=80.0)


def test_a_process_that_fails_or_says_nothing_is_no_figure(tmp_path: Path) -> None:
    def python(code: str) -> Run:
        return timed([sys.executable, "-c", code], tmp_path, environment(tmp_path))

    late = python("print('first', flush=True); import time; time.sleep(0.2); raise SystemExit(1)")
    assert late.first + 0.15 < late.seconds
    assert late.memory > 4
    with pytest.raises(RuntimeError, match=r"exit 2: no such draft"):
        python("import sys; sys.exit(print('no such draft', file=sys.stderr) or 2)")
    with pytest.raises(RuntimeError, match="exit 0"):
        python("pass")


def test_children_keep_their_byte_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "PLANLINT_NO_CACHE"):
        monkeypatch.setenv(name, "1")
    kept = environment(tmp_path)
    assert {"PYTHONDONTWRITEBYTECODE", "PLANLINT_NO_CACHE"}.isdisjoint(kept)
    assert kept["XDG_CACHE_HOME"] == str(tmp_path)


def test_issues_of_a_draft_differ_in_their_last_paragraph_only() -> None:
    def body(data: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())

    draft = SAMPLE.read_bytes()
    third, fourth = (body(word_issue(draft, number)) for number in (3, 4))
    line = "本稿是第3次印送的征求意见稿。"
    assert third == body(draft) + line
    assert fourth != third
    assert text_issue("一、总则", 3) == f"一、总则\n\n{line}\n"


def test_other_linters_are_pinned_by_version_and_hash_without_an_address() -> None:
    lock = json.loads((peers.PINNED / "package-lock.json").read_text("utf-8"))
    own = lock["packages"].pop("")["dependencies"]
    assert {peer.package for peer in peers.PEERS} == own.keys()
    assert own == json.loads((peers.PINNED / "package.json").read_text("utf-8"))["dependencies"]
    for name, version in own.items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry
        # What a registry has for other systems only is not known by more than its name.
        assert "integrity" in entry or (entry["optional"] and "version" not in entry), name
    assert peers.without_addresses({"packages": {"a": {"version": "1", "resolved": "x"}}}) == {
        "packages": {"a": {"version": "1"}}
    }


def timing(seconds: float) -> Timing:
    return Timing(seconds, seconds * 0.9, seconds * 1.2, seconds / 10, seconds, 70)


RESULTS = Results(
    cases={
        "start": {BARE: timing(0.02), HELP: timing(0.1), SENTENCES: timing(0.2)},
        "30000": {
            WORD: timing(0.5),
            AGAIN: timing(0.1),
            "zhlint": timing(0.4),
            PARSE: timing(0.25),
        },
        "300000": {WORD: timing(2.3), AGAIN: timing(0.1), "zhlint": timing(1.0)},
        "folder": {WORD: timing(10), TWO: timing(5)},
        "archive": {
            ARCHIVE_ONE: timing(44),
            ARCHIVE_TWO: timing(20),
            ARCHIVE_ALL: timing(100),
        },
    },
    rounds={"start": 7, "30000": 7, "300000": 7, "folder": 3, "archive": 1},
    folder=200,
    archive=20_000,
    versions={"zhlint": "0.8.2"},
    load=0.2,
)
MACHINE = Machine(2, 24, "Linux x86_64", "CPython 3.11.9", "Node.js 20.1.0")


def test_the_page_has_ratios_first_and_what_they_were_measured_on() -> None:
    text = page(RESULTS, MACHINE, date(2026, 11, 29))
    ratios, seconds = text.split("## 秒 Seconds")
    assert "|  | 30,000 字 | 300,000 字 | 200 × 3,000 字 |" in ratios
    assert "| planlint ÷ zhlint | 1.25 | 2.30 | — |" in ratios
    assert "| planlint ÷ docx2python, .docx | 2.00 | — | — |" in ratios
    assert "unchanged ÷ first | 0.20 | 0.04 | — |" in ratios
    assert "两个进程的速度是一个的 2.00 倍。" in ratios
    assert "The first finding of the folder is printed after 1.00 s." in ratios
    assert "bare interpreter: 5.00" in ratios
    assert "are 2.20 times as fast as one, 200 short drafts a second." in ratios
    assert "| `archive, two processes` | 4,000 | 20.0 |" in seconds
    assert "耗时 7.0 倍" in ratios
    assert "AutoCorrect" not in text
    assert (
        "| planlint, .docx | 0.50 (0.45–0.60) | 2.30 (2.07–2.76) | 10.00 (9.00–12.00) |" in seconds
    )
    assert "| 2026-11-29 |" in seconds
    assert "2 核 cores, 24 GiB, Linux x86_64, CPython 3.11.9, Node.js 20.1.0" in seconds
    assert "| 7 / 3 / 1 |" in seconds
    assert "| zhlint 0.8.2 |" in seconds


def test_a_busy_machine_is_told() -> None:
    day = date(2026, 11, 29)
    busy = page(RESULTS._replace(load=3.0), MACHINE, day)
    assert busy.index("机器在做别的事") < busy.index("## 比值")
    assert "机器在做别的事" not in page(RESULTS, MACHINE, day)


def test_what_was_not_timed_is_not_on_the_page() -> None:
    few = RESULTS._replace(cases={"3000": {WORD: timing(0.2)}}, rounds={"3000": 3}, versions={})
    text = page(few, MACHINE._replace(node="", memory=0), date(2026, 11, 29))
    assert "没有 Node.js" in text
    assert "zhlint" not in text.split("## 比值")[1]
    assert "两个进程" not in text
    assert "archive" not in text
    assert "GiB" not in text
    assert growth(few) is None
