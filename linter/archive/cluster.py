"""The cluster: one that is there already, or a scheduler and its threads in this process, each of
which has a process that checks. The latter opens no port at all."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import dask
from distributed import Client, Scheduler, SpecCluster, Worker

from linter.archive.errors import ArchiveError
from linter.archive.order import Order
from linter.archive.work import fault_of
from linter.text.temporary import temporary_folder

_WAIT = 15  # seconds
_QUIET = {
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.worker.profile.enabled": False,
}


class _LocalScheduler(Scheduler):
    """One without a page: distributed would serve it on the address of this machine."""

    def start_http_server(self, *_: Any, **__: Any) -> None:
        """Serve nothing."""


class _LocalWorker(Worker):
    """One without a page."""

    def start_http_server(self, *_: Any, **__: Any) -> None:
        """Serve nothing."""


@contextmanager
def opened(scheduler: str | None, jobs: int, order: Order) -> Iterator[Client]:
    """Give a client of the cluster at an address, or of a local one that checks so many drafts at
    a time. Raises ArchiveError."""
    with ExitStack() as stack:
        stack.enter_context(_silence())
        stack.enter_context(dask.config.set(_QUIET))
        if scheduler is None:
            folder = stack.enter_context(temporary_folder())
            stack.enter_context(dask.config.set({"temporary-directory": str(folder)}))
            address = stack.enter_context(_local(jobs, folder))
        else:
            address = scheduler
        client = stack.enter_context(_client(address))
        if scheduler is not None:
            _probe(client, scheduler, order)
        yield client


@contextmanager
def _silence() -> Iterator[None]:
    """Keep distributed from telling what goes wrong: that is done in one line."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def _local(jobs: int, folder: Path) -> SpecCluster:
    common = {"protocol": "inproc://", "dashboard": False}
    own = {"nthreads": jobs, "memory_limit": 0, "local_directory": str(folder)}
    return SpecCluster(
        scheduler={"cls": _LocalScheduler, "options": common},
        workers={0: {"cls": _LocalWorker, "options": {**common, **own}}},
        silence_logs=False,
    )


@contextmanager
def _client(address: "str | SpecCluster") -> Iterator[Client]:
    try:
        client = Client(address, timeout=_WAIT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ArchiveError(f"连不上 Dask 调度器 {address}：{_why(error)}") from error
    try:
        yield client
    finally:
        client.close(timeout=_WAIT)


def _why(error: Exception) -> str:
    return "没有应答" if isinstance(error, OSError) else str(error).partition("\n")[0]


def _probe(client: Client, address: str, order: Order) -> None:
    """Ask every worker of a cluster whether it can work for a run. Raises ArchiveError."""
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except OSError as error:
        raise ArchiveError(f"Dask 集群 {address} 没有工作进程") from error
    for worker, fault in client.run(fault_of, order, on_error="return").items():
        if isinstance(fault, ImportError):
            fault = f"没有安装 planlint[archive]（{fault}）"
        if fault:
            raise ArchiveError(f"工作进程 {worker} {fault}")
