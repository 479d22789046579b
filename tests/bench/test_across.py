"""Random edits of a sample are told for what they are, and nothing of substance elsewhere."""

from bench.across.run import run
from tests.helpers import ROOT


def test_edits_of_a_sample_are_told_rightly() -> None:
    path = ROOT / "samples" / "clean" / "city-action-plan.md"
    ((_, told),) = run([path], 20, [1])
    names = ("value", "measure", "unit", "box", "word", "title", "move")
    assert sum(told[name] for name in names) >= 15
    assert {name: told[name] for name in names} == {n: told[f"{n} rightly"] for n in names}
    assert told["elsewhere"] == 0
