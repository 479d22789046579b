"""What is kept between runs is what would be made anew, and a broken file costs time only."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.text import patterns, store
from linter.text.store import Store
from tests.helpers import ROOT

PATTERNS = [
    (r"(?P<year>\d{4})年(?P<rest>.*?)(?:底|末)?$", 0),
    ("中华人民共和国|中华全国总工会|[一-龥]{2,4}局", 0),
    (r"(a)(?=b)(?<!c)\\1? # ends", re.VERBOSE | re.IGNORECASE),
    (r"(?s:.)+(?i:x)\b", re.ASCII),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "start.bin"


def _never() -> str:
    raise AssertionError("was made again")


def test_what_was_made_is_not_made_again(path: Path) -> None:
    first = Store(path)
    assert first.get("kind", "source", lambda: "made") == "made"
    assert first.get("kind", "source", _never) == "made"
    assert not path.exists()
    first.save()
    assert Store(path).get("kind", "source", _never) == "made"
    assert Store(path).get("kind", "other source", lambda: "anew") == "anew"
    assert Store(path).get("other kind", "source", lambda: "anew") == "anew"


def test_what_other_processes_wrote_stays(path: Path) -> None:
    one, two = Store(path), Store(path)
    one.get("kind", "one", lambda: "1")
    two.get("kind", "two", lambda: "2")
    one.save()
    two.save()
    after = Store(path)
    assert after.get("kind", "one", _never) == "1"
    assert after.get("kind", "two", _never) == "2"


def test_a_table_stays_in_the_file_though_not_in_memory(path: Path, tmp_path: Path) -> None:
    words, asked = tmp_path / "words.txt", []
    words.write_text("甲 乙", "utf-8")

    def table(text: str) -> list[str]:
        asked.append(text)
        return text.split()

    for kind in ("one", "two", "three"):
        made = Store(path)
        assert made.table([words], table) == ["甲", "乙"]
        made.get(kind, "something new to save", lambda: 1)
        made.save()
    assert len(asked) == 1


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(flips=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 255)), max_size=3))
def test_a_damaged_file_is_passed_over(
    flips: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cache") / "start.bin"
    made = Store(path)
    made.get("kind", "source", lambda: {"键": [1, 2.5, "值"] * 9})
    made.save()
    data = bytearray(path.read_bytes())
    for at, change in flips:
        data[at % len(data)] ^= change
    path.write_bytes(data)
    assert Store(path).get("kind", "source", lambda: {"键": [1, 2.5, "值"] * 9})["键"][1] == 2.5


@pytest.mark.parametrize("content", [b"", b"planlint", b"planlint\x01", b"\0" * 100])
def test_what_is_no_file_of_ours_is_passed_over_and_replaced(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    anew = Store(path)
    assert anew.get("kind", "source", lambda: 1) == 1
    anew.save()
    assert Store(path).get("kind", "source", _never) == 1  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners of files here")
def test_what_others_may_write_is_passed_over(path: Path) -> None:
    made = Store(path)
    made.get("kind", "source", lambda: 1)
    made.save()
    path.chmod(0o666)
    assert Store(path).get("kind", "source", lambda: 2) == 2


def test_a_folder_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = Store(tmp_path / "file" / "start.bin")
    assert made.get("kind", "source", lambda: 1) == 1
    made.save()


def test_values_that_are_not_plain_are_not_kept(path: Path) -> None:
    made = Store(path)
    assert made.get("kind", "source", lambda: path) is path
    made.save()
    assert not path.exists()


def test_old_values_go_when_the_file_grows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST_BYTES", 1000)
    for number in range(5):
        made = Store(path)
        made.get("kind", str(number), lambda: "x" * 400)
        made.save()
    assert path.stat().st_size < 1400


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_pattern_that_was_kept_is_the_pattern(
    path: Path, monkeypatch: pytest.MonkeyPatch, source: str, flags: int
) -> None:
    text = "到2025年底，中华全国总工会和市教育局AB、ab\nX"
    plain = re.compile(source, flags)
    for _ in range(2):
        made = Store(path)
        monkeypatch.setattr(patterns, "own_store", lambda made=made: made)
        kept = patterns.compiled(source, flags)
        assert kept == plain
        assert (kept.pattern, kept.flags, kept.groups) == (source, plain.flags, plain.groups)
        assert dict(kept.groupindex) == dict(plain.groupindex)
        found, expected = list(kept.finditer(text)), list(plain.finditer(text))
        assert [m.regs for m in found] == [m.regs for m in expected]
        assert [m.lastgroup for m in found] == [m.lastgroup for m in expected]
        made.save()
    assert path.exists()


def test_a_pattern_with_a_fault_is_the_fault_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.compiled("(a")


def test_runs_use_it_and_find_the_same(faulty: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    runs = [_check(faulty, XDG_CACHE_HOME=str(cache))]
    (kept,) = cache.rglob("*.bin")
    written = kept.read_bytes()
    assert len(written) > 100_000
    runs.append(_check(faulty, XDG_CACHE_HOME=str(cache)))
    assert kept.read_bytes() == written  # nothing was made anew, whatever the order of sets
    kept.write_bytes(kept.read_bytes()[:-1])
    runs += [_check(faulty, XDG_CACHE_HOME=str(cache)), _check(faulty, PLANLINT_NO_CACHE="1")]
    assert {(run.returncode, run.stdout) for run in runs} == {(1, runs[0].stdout)}


def _check(draft: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name != "PLANLINT_NO_CACHE"}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", str(draft), "--format", "json"],
        capture_output=True,
        encoding="utf-8",
        env=kept | environment,
        check=False,
    )
