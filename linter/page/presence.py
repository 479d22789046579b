"""Whether anybody is looking at the page: it holds a connection open as long as it is there."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Pages open at once; one more closes the connection of the first. A browser keeps six of them to
# one server, and needs some for uploads and downloads.
_STREAMS = 4


class Presence:
    """Counts the open pages, and the time since there was one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._streams: list[object] = []
        self._last = clock()

    def touch(self) -> None:
        """Note that the page has asked for something."""
        self._last = self._clock()

    @contextmanager
    def open(self) -> Iterator[Callable[[], bool]]:
        """Count a page as open; what is given tells whether it may stay so."""
        mark = object()
        with self._lock:
            self._streams = [*self._streams, mark][-_STREAMS:]
        try:
            yield lambda: mark in self._streams
        finally:
            with self._lock:
                self._streams = [one for one in self._streams if one is not mark]
            self.touch()

    def wait_until_left(self, seconds: float) -> None:
        """Wait until no page is open, but no longer."""
        end = time.monotonic() + seconds
        while self._streams and time.monotonic() < end:
            time.sleep(0.02)

    def idle(self) -> float:
        """For how many seconds no page has been open."""
        return 0.0 if self._streams else self._clock() - self._last
