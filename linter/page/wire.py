"""The connection below a request: no peer may keep it by being slow."""

import io
import socket
import time

_PIECE = 1 << 16


class TimedReader(io.RawIOBase):
    """Reads a socket until a point in time, however the bytes trickle in. Raises TimeoutError."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self.allow(seconds)

    def allow(self, seconds: float) -> None:
        """Let what is read from now on take so many seconds."""
        self._end = time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the peer is too slow")
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


def is_gone(connection: socket.socket) -> bool:
    """Tell whether the peer has closed its side."""
    connection.settimeout(0)
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def let_go(connection: socket.socket, seconds: float, most: int) -> None:
    """Close a connection whose peer may still be sending, so that it can read what it was told:
    take in what comes for a moment, `most` bytes of it, and throw it away."""
    end = time.monotonic() + seconds
    try:
        connection.shutdown(socket.SHUT_WR)
        while most > 0 and (left := end - time.monotonic()) > 0:
            connection.settimeout(left)
            piece = connection.recv(_PIECE)
            if not piece:
                return
            most -= len(piece)
    except OSError:
        return
