"""Clusters: our own opens no port, others do the work wherever their workers are."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.archive import drafts


def test_our_own_cluster_listens_nowhere(tmp_path: Path, order: Any) -> None:
    import psutil

    from linter.archive.cluster import opened

    me = psutil.Process()
    before = {one.laddr for one in me.net_connections() if one.status == psutil.CONN_LISTEN}
    with opened(None, 3, order(tmp_path, tmp_path / "结果")) as client:
        assert sum(client.nthreads().values()) == 3
        now = {one.laddr for one in me.net_connections() if one.status == psutil.CONN_LISTEN}
        assert now == before


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], dict[str, str]]:
    """The tables of an archive of six drafts, made without any other cluster, once."""
    made: list[dict[str, str]] = []
    place = tmp_path_factory.mktemp("alone")

    def tables(run: Any) -> dict[str, str]:
        if not made:
            run(drafts.archive(place / "库", 6), place / "结果")
            made.append(drafts.tables(place / "结果"))
        return made[0]

    return tables


def test_a_local_cluster_of_dask(tmp_path: Path, run: Any, alone: Any) -> None:
    from distributed import LocalCluster

    folder = drafts.archive(tmp_path / "库", 6)
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None) as cluster:
        outcome = run(folder, tmp_path / "集群", scheduler=cluster.scheduler_address)
    assert outcome.done == 6
    assert drafts.tables(tmp_path / "集群") == alone(run)


def test_a_scheduler_and_two_workers_as_processes(tmp_path: Path, run: Any, alone: Any) -> None:
    folder, out = drafts.archive(tmp_path / "库", 6), tmp_path / "集群"
    with _cluster(tmp_path) as address:
        ran = drafts.done(folder, "-o", out, "--scheduler", address)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert ran.stdout.startswith("共 6 个文件")
    assert drafts.tables(out) == alone(run)


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """A scheduler and two workers, each a process; gives the address."""
    known = folder / "scheduler.json"
    common = ["--host", "127.0.0.1", "--scheduler-file", str(known)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = ["dask_scheduler", "--port", "0", "--dashboard-address", "127.0.0.1:0", *common]
    worker = ["dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", *common]
    worker += ["--local-directory", str(folder / "dask")]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *options],
            env=drafts.environment(),
            **quiet,  # type: ignore[call-overload]
        )
        for name, *options in (scheduler, worker, worker)
    ]
    try:
        drafts.wait_until(lambda: known.exists() and known.read_text().strip().endswith("}"))
        import json

        address = json.loads(known.read_text())["address"]
        from distributed import Client

        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait(20)


def test_nobody_answers(tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.archive import cluster
    from linter.archive.errors import ArchiveError

    monkeypatch.setattr(cluster, "_WAIT", 1)
    folder = drafts.archive(tmp_path / "库", 1)
    for address, words in (("tcp://127.0.0.1:1", "没有应答"), ("nonsense", "")):
        with pytest.raises(ArchiveError, match=f"^连不上 Dask 调度器 {address}：{words}"):
            run(folder, tmp_path / "结果", scheduler=address)


def test_workers_that_see_other_folders_or_another_planlint(tmp_path: Path, order: Any) -> None:
    from dataclasses import replace

    from linter.archive.work import fault_of

    good = order(tmp_path, tmp_path)
    good.running.touch()
    assert fault_of(good) == ""
    assert "版本" in fault_of(replace(good, code="another"))
    assert "看不到结果文件夹" in fault_of(replace(good, token="another"))
    assert "看不到文件夹" in fault_of(replace(good, folder=str(tmp_path / "none")))
