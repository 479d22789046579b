"""`planlint page` as a process, and a client that may be as rude as it likes."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from tests.helpers import ROOT

LONGEST = 60.0  # seconds, as a test must end
_BINARY = "application/octet-stream"
# Python runs this before anything else, in the server and in its worker.
_AUDIT = """
import os, sys
_log = os.open(os.environ["PAGE_AUDIT"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def _hook(event, args):
    if event.startswith("socket.") and event != "socket.__new__":
        told = [a for a in args if not hasattr(a, "fileno")]
        os.write(_log, f"{os.getpid()} {event} {told!r}\\n".encode())
sys.addaudithook(_hook)
"""


class Answer:
    """What came back."""

    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def told(self) -> Any:
        """The JSON of the body."""
        return json.loads(self.body)


class Served:
    """A running page. `folder` is its place for temporary files, `audit` lists its sockets."""

    def __init__(self, folder: Path, *options: str, browser: str | None = None) -> None:
        self.folder = folder / "temporary"
        self.audit = folder / "audit.log"
        hooks = folder / "hooks"
        for path in (self.folder, hooks):
            path.mkdir()
        (hooks / "sitecustomize.py").write_text(_AUDIT)
        env = {**os.environ, "PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}"}
        env |= {"PYTHONIOENCODING": "utf-8", "XDG_CONFIG_HOME": str(folder / "home")}
        env |= {"TMPDIR": str(self.folder), "PAGE_AUDIT": str(self.audit)}
        env |= {"BROWSER": browser} if browser else {}
        command = [sys.executable, str(ROOT / "cli.py"), "page", *options]
        command += [] if browser else ["--no-open"]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert "：" in line, self.process.communicate()
        self.address = line.strip().partition("：")[2]
        parts = urlsplit(self.address)
        self.host, self.root, self.port = parts.netloc, parts.path, parts.port or 0

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def ask(self, method: str, path: str, body: Any = None, **headers: str | None) -> Answer:
        """Ask as the page does; a header that is None is left out, `path` may begin with /."""
        told = {"Origin": f"http://{self.host}", "X-Planlint": "1", "Host": self.host}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        path = path if path.startswith("/") else self.root + path
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if body is not None and "Content-Length" not in told:
                told["Content-Length"] = str(len(body))
            for name, value in told.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def post(self, path: str, told: Any) -> Answer:
        """Post JSON."""
        return self.ask("POST", path, json.dumps(told).encode(), Content_Type="application/json")

    def upload(self, name: str, data: bytes) -> Answer:
        """Hand in a file."""
        header = quote(name, safe="")
        return self.ask("POST", "items", data, Content_Type=_BINARY, X_Name=header)

    def raw(self, sent: bytes) -> socket.socket:
        """A connection on which something has been sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), LONGEST)
        connection.sendall(sent)
        return connection

    def state(self) -> dict[str, Any]:
        """What the page shows now."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        connection.request("GET", f"{self.root}events")
        answer = connection.getresponse()
        try:
            while not (line := answer.readline()).startswith(b"data: "):
                assert line, "the stream has ended"
            return dict(json.loads(line[6:]))
        finally:
            connection.close()

    def item(self, id_: str) -> dict[str, Any]:
        """What the page shows of an item."""
        return next(item for item in self.state()["items"] if item["id"] == id_)

    def finished(self, id_: str) -> dict[str, Any]:
        """Wait until an item is finished; returns what the page shows of it."""
        return until(lambda: (i := self.item(id_))["state"] in ("done", "failed") and i)

    def answers(self) -> bool:
        """Tell whether the page is there."""
        page = self.ask("GET", "")
        return page.status == 200 and b"page.js" in page.body

    def end(self, number: int | None = None) -> tuple[int, str, str]:
        """End it, by a signal or as the button does; returns exit code and what it said."""
        if self.process.poll() is None:
            if number is None:
                self.post("stop", {})
            else:
                self.process.send_signal(number)
        out, err = self.process.communicate(timeout=LONGEST)
        return self.process.returncode, out, err


def until(found: Callable[[], Any]) -> Any:
    """Wait until something is true; returns what it is then."""
    end = time.monotonic() + LONGEST
    while not (value := found()):
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.05)
    return value
