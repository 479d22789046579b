"""planlint cache: what is kept, and how it goes."""

import json
from pathlib import Path

from tests.helpers import Run


def test_show_and_clean(planlint: Run, faulty: Path, tmp_path: Path) -> None:
    env = {"PLANLINT_NO_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    empty = json.loads(planlint("cache", "show", "--json", **env).stdout)
    assert (empty["entries"], empty["bytes"], empty["oldest_age_seconds"]) == (0, 0, None)
    planlint("check", faulty, **env)
    held = json.loads(planlint("cache", "show", "--json", **env).stdout)
    assert held["folder"] == str(tmp_path / "cache" / "planlint" / "results")
    assert held["entries"] >= 2  # the draft, and what holds for it
    assert 0 < held["bytes"] < held["limit"]
    assert 0 <= held["newest_age_seconds"] <= held["oldest_age_seconds"] < 600
    shown = planlint("cache", "show", **env).stdout
    assert f"共 {held['entries']} 条" in shown
    assert "上限 128.0 MB" in shown
    removed = json.loads(planlint("cache", "clean", "--json", **env).stdout)["removed"]
    assert (removed["entries"], removed["bytes"]) == (held["entries"], held["bytes"])
    assert planlint("cache", "clean", **env).stdout.startswith("已删去 0 条，0.0 KB：")


def test_nothing_is_kept_where_that_is_said(planlint: Run, faulty: Path, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    planlint("check", faulty, **cache)  # PLANLINT_NO_CACHE=1, as all tests have
    planlint("check", faulty, "--no-cache", PLANLINT_NO_CACHE="", **cache)
    assert not (tmp_path / "cache" / "planlint" / "results").exists()
