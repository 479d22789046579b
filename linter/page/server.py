"""The server: 127.0.0.1 and nothing else, a thread a connection, and not too many strangers.

The standard library's parser of requests is enough: a connection carries one request, nothing is
decoded but JSON of a few bytes, and who asks is looked at before what for.
"""

import contextlib
import os
import socket
import socketserver
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from linter.page.desk import Desk
from linter.page.gate import Gate
from linter.page.handler import PageHandler
from linter.page.jobs import JobRunner
from linter.page.presence import Presence
from linter.page.routes import Routes

HOST = "127.0.0.1"
_STRANGERS = 32  # connections that have not shown the token
_FAREWELL = 1.0  # seconds for the last words to the open pages


class PageServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Serves the page until `ending` is set."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    # On Windows an address that may be reused can be taken over by another program.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self, port: int, folder: Path, config: Path | None, *, seconds: float, file_bytes: int
    ) -> None:
        """Take a port of this machine, 0 for any that is free. Raises OSError."""
        self._lock = threading.Lock()
        self._strangers: OrderedDict[Any, None] = OrderedDict()
        super().__init__((HOST, port), PageHandler)
        self.gate = Gate(self.server_address[1])
        self.presence = Presence()
        self.ending = threading.Event()
        desk = Desk(folder)
        self.jobs = JobRunner(desk, config, seconds)
        self.routes = Routes(desk, self.jobs, file_bytes, self.ending.set)

    def server_bind(self) -> None:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def begin(self) -> None:
        """Answer from now on, in threads of its own."""
        self.jobs.start()
        threading.Thread(target=self.serve_forever, args=(0.2,), daemon=True).start()

    def end(self) -> None:
        """Tell the open pages, take no more requests, and stop what is being done."""
        self.ending.set()
        with self.routes.desk.change():
            pass  # wakes those who wait
        self.jobs.end()
        self.presence.wait_until_left(_FAREWELL)
        self.shutdown()
        self.server_close()

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Take a connection from this machine. When too many have not said who they are, the
        oldest of them has to go: the page itself always gets in."""
        with self._lock:
            self._strangers[request] = None
            crowd = len(self._strangers) - _STRANGERS
            oldest = self._strangers.popitem(last=False)[0] if crowd > 0 else None
        if oldest is not None:
            with contextlib.suppress(OSError):
                oldest.shutdown(socket.SHUT_RDWR)
        return bool(client_address[0] == HOST)

    def welcome(self, request: Any) -> None:
        """Note that a connection is the page's own."""
        with self._lock:
            self._strangers.pop(request, None)

    def shutdown_request(self, request: Any) -> None:
        self.welcome(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A request that fails costs itself alone; whoever asked sees that nothing came."""
        if os.environ.get("PLANLINT_DEBUG"):
            with contextlib.suppress(OSError):
                super().handle_error(request, client_address)
