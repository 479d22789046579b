"""What lies on the drafter's desk: files that were handed in, comparisons, what was made of them.

Everything lies in one private folder, a folder each by a number of ours.
"""

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.page.names import distinct
from linter.page.settled import PageChoice

FILES = 60
TOTAL = 1 << 30
COMPARISONS = 40
WAITING, WORKING, DONE, FAILED, LEDGER = "waiting", "working", "done", "failed", "ledger"
CHECK = "check"


class DeskFullError(Exception):
    """No more can be taken; the message says of what."""


@dataclass(eq=False)
class DeskItem:
    """A file (`kind` is "check") or a comparison ("diff", "align")."""

    id: str
    kind: str
    name: str
    folder: Path
    size: int = 0
    of: tuple[str, ...] = ()  # the ids of what a comparison compares
    state: str = WAITING
    stage: int = 0
    message: str = ""
    note: str = ""
    found: dict[str, int] = field(default_factory=dict)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    unmade: dict[str, str] = field(default_factory=dict)
    turn: int = 0  # how often it was to be done again: what an earlier turn tells is nothing

    @property
    def source(self) -> Path:
        """Where the file lies that was handed in."""
        return self.folder / "source"

    def told(self) -> dict[str, Any]:
        """What the page is told of it."""
        keys = ("id", "kind", "name", "size", "of", "state", "stage", "message", "note", "turn")
        return {key: getattr(self, key) for key in keys} | {
            "found": {**self.found},
            "made": {**self.made},
            "unmade": {**self.unmade},
        }

    def renew(self) -> None:
        """Forget what came of it, for it is to be done again."""
        self.turn += 1
        self.state, self.stage, self.message, self.note = WAITING, 0, "", ""
        self.found, self.made, self.unmade = {}, {}, {}

    def take(self, told: dict[str, Any]) -> None:
        """Take up what the worker tells of its work."""
        if "stage" in told:
            self.stage = told["stage"]
        if "found" in told:
            self.found, self.note = told["found"], told["note"]
        if told.get("failed"):
            self.message = told["failed"]
        if "made" in told:
            self.made[told["made"]["what"]] = told["made"]
        if "unmade" in told:
            self.unmade[told["unmade"]] = told["why"]


class Desk:
    """All items, safe for many threads; `changed` wakes those who wait for a change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed = threading.Condition(threading.RLock())
        self.version = 0
        self.choice = PageChoice()
        self._items: dict[str, DeskItem] = {}
        self._last = 0
        self._coming = 0  # files and bytes on their way
        self._coming_bytes = 0

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the desk while something is changed, and tell everybody."""
        with self.changed:
            yield
            self.version += 1
            self.changed.notify_all()

    @contextmanager
    def room(self, size: int) -> Iterator[Path]:
        """Keep room for a file of a size and give it a folder, which is gone unless the file is
        put on the desk. Raises DeskFullError."""
        with self.changed:
            files = [item for item in self._items.values() if item.kind == CHECK]
            if len(files) + self._coming >= FILES:
                raise DeskFullError(f"最多放 {FILES} 个文件，请先移除一些")
            if sum(item.size for item in files) + self._coming_bytes + size > TOTAL:
                raise DeskFullError(f"文件合计超过 {TOTAL >> 20} MB，请先移除一些")
            self._coming, self._coming_bytes = self._coming + 1, self._coming_bytes + size
            folder = self._new_folder()
        try:
            yield folder
        finally:
            with self.changed:
                self._coming, self._coming_bytes = self._coming - 1, self._coming_bytes - size
                if folder.name not in self._items:
                    shutil.rmtree(folder, ignore_errors=True)

    def put(self, folder: Path, name: str, size: int, *, ledger: bool) -> DeskItem:
        """Put a file on the desk that lies in its folder."""
        with self.change():
            name = distinct(name, {item.name for item in self._items.values()})
            state = LEDGER if ledger else WAITING
            item = DeskItem(folder.name, CHECK, name, folder, size, state=state)
            self._items[item.id] = item
            return item

    def compare(self, kind: str, ids: Sequence[str]) -> DeskItem:
        """Put a comparison on the desk. Raises DeskFullError; KeyError for what is not there."""
        with self.change():
            held = [item for item in self._items.values() if item.kind != CHECK]
            if len(held) >= COMPARISONS:
                raise DeskFullError(f"最多留 {COMPARISONS} 份对照，请先移除一些")
            names = [self._items[one].name for one in ids]
            folder = self._new_folder()
            item = DeskItem(folder.name, kind, names[0], folder, of=tuple(ids))
            self._items[item.id] = item
            return item

    def remove(self, id_: str) -> list[DeskItem]:
        """Take an item away with its files, and the comparisons that it is part of."""
        with self.change():
            gone = [one for one in self._items.values() if id_ == one.id or id_ in one.of]
            for item in gone:
                del self._items[item.id]
                shutil.rmtree(item.folder, ignore_errors=True)
            return gone

    def get(self, id_: str) -> DeskItem | None:
        with self.changed:
            return self._items.get(id_)

    def next(self) -> DeskItem | None:
        """The first item that waits for its turn, comparisons before files: somebody waits."""
        with self.changed:
            waiting = [item for item in self._items.values() if item.state == WAITING]
            return min(waiting, key=lambda item: item.kind == CHECK, default=None)

    def choose(self, choice: PageChoice) -> bool:
        """Choose what is looked for; tell whether that is new, as then all is done again."""
        with self.change():
            if choice == self.choice:
                return False
            self.choice = choice
            for item in self._items.values():
                if item.state != LEDGER:
                    item.renew()
            return True

    def told(self) -> dict[str, Any]:
        """What the page is told of the desk."""
        with self.changed:
            return {
                "items": [item.told() for item in self._items.values()],
                "choice": self.choice._asdict(),
            }

    def wait(self, seen: int, seconds: float) -> int:
        """Wait for a change behind a version, but no longer; returns the version that holds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != seen, seconds)
            return self.version

    def _new_folder(self) -> Path:
        self._last += 1
        folder = self.folder / str(self._last)
        folder.mkdir()
        return folder
