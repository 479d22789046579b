"""Hostile files in a row: bounded time and memory, no growth with their number."""

import json
import subprocess
import sys

import pytest

from tests.helpers import ROOT

SCRIPT = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from bench.speed.hostile import run
ends, longest, before, after = run(int(sys.argv[1]))
print(json.dumps({"ends": [[*key, n] for key, n in ends.items()], "growth": after - before}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits and memory are read as on Linux")
def test_hostile_files_in_a_row_end_in_reports_within_bounds() -> None:
    """The process is killed past 2 GiB of address space or 120 s of processor time."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "48"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    ends = {(name, end) for name, end, _ in found["ends"]}
    assert ("sound", "checked") in ends
    assert ("bomb", "too-big") in ends
    assert "internal-error" not in {end for _, end in ends}
    assert found["growth"] < 40  # MiB; one draft of the run takes more while it is checked
