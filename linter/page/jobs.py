"""Does what waits on the desk, one after the other, in the worker."""

import threading
from pathlib import Path
from typing import Any

from linter.page.desk import DONE, FAILED, WORKING, Desk, DeskItem
from linter.page.worker import PageWorker, WorkerLostError


class JobRunner:
    """A thread that gives the worker one job at a time; each may take so many seconds."""

    def __init__(self, desk: Desk, config: Path | None, seconds: float) -> None:
        self._desk, self._config, self._seconds = desk, config, seconds
        self._worker = PageWorker(desk.folder)
        self._now: DeskItem | None = None
        self._dropped = False
        self._ending = False

    def start(self) -> None:
        """Begin; the worker is started at once, so that the first file need not wait for it."""
        self._worker.start()
        threading.Thread(target=self._run, daemon=True).start()

    def drop(self, *items: DeskItem | None) -> None:
        """Stop what is being done for any of these items."""
        if self._now is not None and self._now in items:
            self._dropped = True
            self._worker.stop()

    def drop_any(self) -> None:
        """Stop what is being done."""
        self.drop(self._now)

    def end(self) -> None:
        """Stop everything for good."""
        self._ending = True
        self._worker.close()

    def _run(self) -> None:
        seen = -1
        while not self._ending:
            item = self._desk.next()
            if item is None:
                seen = self._desk.wait(seen, 1.0)
            else:
                self._do(item)

    def _do(self, item: DeskItem) -> None:
        with self._desk.change():
            item.state, turn = WORKING, item.turn
            self._now, self._dropped = item, False

        def tell(told: dict[str, Any]) -> None:
            with self._desk.change():
                if item.turn == turn:
                    item.take(told)

        try:
            job = self._job(item)
            if job is not None:
                self._worker.run(job, tell, self._seconds)
        except WorkerLostError as error:
            if self._dropped:  # for this item, or for the one before it
                self._again(item, turn)
                return
            tell({"failed": str(error)})
        except OSError as error:  # no process can be started
            tell({"failed": f"不能开始检查（{type(error).__name__}）"})
        with self._desk.change():
            self._now = None
            if item.turn == turn:
                item.state = DONE if item.found else FAILED

    def _again(self, item: DeskItem, turn: int) -> None:
        with self._desk.change():
            self._now, self._dropped = None, False
            if item.turn == turn:
                item.renew()

    def _job(self, item: DeskItem) -> dict[str, Any] | None:
        """What the worker is told; None where something has just been taken away."""
        sources = [self._desk.get(one) for one in item.of or (item.id,)]
        found = [(str(one.source), one.name) for one in sources if one is not None]
        if len(found) < len(sources):
            return None
        return {
            "kind": item.kind,
            "sources": found,
            "folder": str(item.folder),
            "choice": list(self._desk.choice),
            "config": str(self._config) if self._config else None,
        }
