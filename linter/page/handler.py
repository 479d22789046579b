"""One request: who asks is looked at first, then what for; a body last, within its bounds."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from linter.page.replies import RefusedError, Reply
from linter.page.wire import TimedReader, is_gone, let_go

if TYPE_CHECKING:
    from linter.page.server import PageServer

_HEAD_SECONDS = 10.0  # for the request line and the headers
_WRITE_SECONDS = 60.0  # for each piece of an answer
_LINGER_SECONDS, _LINGER_BYTES = 2.0, 4 << 20  # for a peer that sends what is not wanted
_SLOWEST = 1 << 20  # bytes a second of an upload, from this machine to itself
_UPLOAD_SECONDS = 20.0  # beyond that
_PIECE = 1 << 18
_LONGEST_LENGTH = 12  # digits
_BEAT = 1.0  # seconds between two looks at whether the page is still there


class PageHandler(BaseHTTPRequestHandler):
    """Answers one request and closes the connection."""

    server: "PageServer"
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "planlint", ""

    def setup(self) -> None:
        super().setup()
        self._timed = TimedReader(self.connection, _HEAD_SECONDS)
        self.rfile = BufferedReader(self._timed)
        self._unread = False

    def handle(self) -> None:
        """Answer; a peer that goes away, or is too slow, is no matter."""
        self.close_connection = True
        try:
            self.handle_one_request()
        except (OSError, ValueError):
            return
        if self._unread:
            let_go(self.connection, _LINGER_SECONDS, _LINGER_BYTES)

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_HEAD(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(lambda path: self.server.routes.post(path, self))

    def do_DELETE(self) -> None:
        self._answer(self.server.routes.delete)

    def _answer(self, act: Callable[[str], Reply]) -> None:
        self.close_connection = True
        self._unread = "Content-Length" in self.headers or "Transfer-Encoding" in self.headers
        try:
            reply = self._reply(act)
        except RefusedError as refused:
            reply = refused.reply()
        try:
            self._send(reply)
        except FileNotFoundError:  # it has just been removed
            self._send(RefusedError(HTTPStatus.NOT_FOUND, "已经移除").reply())

    def _reply(self, act: Callable[[str], Reply]) -> Reply:
        gate = self.server.gate
        if self.request_version == "HTTP/0.9" or not self.path.isascii():
            raise RefusedError(HTTPStatus.BAD_REQUEST, "请求无法识别")
        if why := gate.refusal(self.command, self.headers):
            raise RefusedError(HTTPStatus.FORBIDDEN, why)
        if "Transfer-Encoding" in self.headers:
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "请求要写明长度")
        if gate.redeem(self.path):
            return Reply(HTTPStatus.SEE_OTHER, headers={"Location": gate.root})
        path = gate.below(self.path)
        if path is None:
            told = "链接不对或已经用过：请从启动 planlint 的窗口里重新复制网址"
            raise RefusedError(HTTPStatus.NOT_FOUND, told)
        self.server.welcome(self.connection)
        self.server.presence.touch()
        return act(path)

    def _get(self, path: str) -> Reply:
        if path == "events" and self.command == "GET":
            return Reply(HTTPStatus.OK, kind="text/event-stream; charset=utf-8")
        return self.server.routes.get(path)

    def _send(self, reply: Reply) -> None:
        self.connection.settimeout(_WRITE_SECONDS)
        if self.request_version == "HTTP/0.9":
            self.request_version = "HTTP/1.0"  # it gets a head all the same
        streams = reply.kind.startswith("text/event-stream")
        with _opened(reply.body) as (stream, size):
            self.send_response(reply.status)
            for name, value in reply.all_headers().items():
                self.send_header(name, value)
            if not streams:
                self.send_header("Content-Length", str(size))
            self.end_headers()
            if streams:
                self._stream()
            elif self.command != "HEAD":
                shutil.copyfileobj(stream, self.wfile, _PIECE)

    def _stream(self) -> None:
        """Tell the page of every change until it goes away. An open stream is an open page."""
        server, seen = self.server, -1
        with server.presence.open() as held:
            while held() and not server.ending.is_set():
                version = server.routes.desk.wait(seen, _BEAT)
                if is_gone(self.connection):
                    return
                self.connection.settimeout(_WRITE_SECONDS)
                if version != seen:
                    seen = version
                    self._event("state", server.routes.state())
            if server.ending.is_set():
                self._event("end", {})

    def _event(self, kind: str, told: dict[str, Any]) -> None:
        line = json.dumps(told, ensure_ascii=False)
        self.wfile.write(f"event: {kind}\ndata: {line}\n\n".encode())

    # What Routes asks of a body.

    def header(self, name: str) -> str:
        """A header that is there once, else empty."""
        values = self.headers.get_all(name) or []
        return str(values[0]) if len(values) == 1 else ""

    def announced(self, most: int, message: str) -> int:
        """The length that the request announces. Raises RefusedError."""
        told = self.header("Content-Length")
        if not (told.isascii() and told.isdigit()):
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "请求要写明长度")
        if len(told) > _LONGEST_LENGTH or int(told) > most:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message)
        return int(told)

    def save(self, file: Path, size: int) -> None:
        """Write the body to a file. Raises RefusedError where it ends early or is too slow, and
        OSError where it cannot be written."""
        self._go_on(size)
        with file.open("wb") as out:
            left = size
            while left:
                piece = self._piece(min(left, _PIECE))
                out.write(piece)
                left -= len(piece)
        self._unread = False

    def read(self, size: int) -> bytes:
        """Return the body. Raises RefusedError where it ends early or comes too slowly."""
        self._go_on(size)
        body = b""
        while len(body) < size:
            body += self._piece(size - len(body))
        self._unread = False
        return body

    def _piece(self, most: int) -> bytes:
        try:
            piece = self.rfile.read1(most)
        except TimeoutError as error:
            raise RefusedError(HTTPStatus.REQUEST_TIMEOUT, "上传太慢") from error
        except ConnectionError:
            piece = b""
        if not piece:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "上传中断")
        return piece

    def _go_on(self, size: int) -> None:
        """Let the body come, now that it is wanted."""
        self._timed.allow(_UPLOAD_SECONDS + size / _SLOWEST)
        if self.headers.get("Expect", "").lower() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    # What the library does otherwise than we want it.

    def handle_expect_100(self) -> bool:
        """Say nothing yet: the body may not be wanted."""
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is no request, or of a method that we have not got."""
        self.close_connection = self._unread = True
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            status = HTTPStatus.METHOD_NOT_ALLOWED
        self.command = getattr(self, "command", None) or "GET"
        self._send(RefusedError(status, "请求无法识别").reply())

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no record of what was asked."""


@contextmanager
def _opened(body: bytes | Path) -> Iterator[tuple[BinaryIO, int]]:
    """Give the bytes of a body as a stream, and how many they are."""
    with BytesIO(body) if isinstance(body, bytes) else body.open("rb") as stream:
        size = len(body) if isinstance(body, bytes) else os.fstat(stream.fileno()).st_size
        yield stream, size
