"""Hostile files in a row: bounded time and memory, no growth with their number."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.helpers import ROOT

SCRIPT = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from bench.speed.hostile import run
ends, longest, before, after = run(int(sys.argv[1]), size=3_000)
print(json.dumps({"ends": [[*key, n] for key, n in ends.items()], "growth": after - before}))
"""


FLIPS = """
import json, random, resource, sys, time
from collections import Counter
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from tests.readers.docx.test_fuzz import damaged, survives
chance = random.Random(5)
ends, longest = Counter(), 0.0
for i in range(int(sys.argv[1])):
    data = damaged(chance)
    start = time.process_time()
    ends[survives(data)] += 1
    longest = max(longest, time.process_time() - start)
print(json.dumps({"read": ends[True], "refused": ends[False], "longest": longest}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits and memory are read as on Linux")
def test_hostile_files_in_a_row_end_in_reports_within_bounds() -> None:
    """The process is killed past 2 GiB of address space or 120 s of processor time."""
    found = _told(SCRIPT, 16)  # each kind once, after the run-up of bench.speed.hostile
    ends = {(name, end) for name, end, _ in found["ends"]}
    assert ("sound", "checked") in ends
    assert ("bomb", "too-big") in ends
    assert "internal-error" not in {end for _, end in ends}
    assert found["growth"] < 40  # MiB; one draft of the run takes more while it is checked


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as on Linux")
def test_damaged_files_end_in_documents_or_typed_errors_within_bounds() -> None:
    """The process is killed past 1 GiB of address space or 60 s of processor time."""
    found = _told(FLIPS, 40)
    assert found["read"] + found["refused"] == 40
    assert min(found["read"], found["refused"]) > 5
    assert found["longest"] < 5  # seconds; a hundred times what a sound file of this size takes


def _told(script: str, count: int) -> dict[str, Any]:
    """What a script says, as JSON, when it is run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told
