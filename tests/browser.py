"""A headless Chromium, driven through the DevTools protocol: what tests and docs/screenshots.py
see a page with. Tests skip, saying so, where there is none."""

import base64
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_LONGEST = 30  # seconds
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-dev-shm-usage", "--disable-extensions", "--remote-debugging-port=0"),
)
_ATTACH = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}


def chromium() -> str | None:
    """The path of Chromium, None where it is not installed."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


# Where an element stands when it has stood there for two frames and nothing covers it; else null.
_AT_REST = """(async () => {
  const e = document.querySelector(%s);
  if (!e) return null;
  e.scrollIntoView({block: 'center', behavior: 'instant'});
  const middle = () => {
    const r = e.getClientRects()[0];
    return r && [r.x + r.width / 2, r.y + r.height / 2];
  };
  const before = middle();
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const now = middle();
  if (!before || !now || before.join() !== now.join()) return null;
  const there = document.elementFromPoint(...now);
  if (!e.contains(there)) return null;
  window.landed = null;
  document.addEventListener("click", event => { window.landed = e.contains(event.target); },
    {capture: true, once: true});
  return now;
})()"""
_TRIES = 5  # of a click: a row that comes into view may move what is below it


class Browser:
    """A running Chromium with one page. `errors` are what its console has told as errors."""

    def __init__(self, folder: Path) -> None:
        import websocket

        self.errors: list[str] = []
        self._requests: list[str] = []
        self._frame: str | None = None
        self._numbers = itertools.count(1)
        command = [str(chromium()), *_OPTIONS, f"--user-data-dir={folder}", "about:blank"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        try:
            port, path = _address(folder / "DevToolsActivePort", self._process)
            url = f"ws://127.0.0.1:{port}{path}"
            self._socket = websocket.create_connection(url, _LONGEST, suppress_origin=True)
            self._session: str | None = None
            target = self._send("Target.createTarget", url="about:blank")["targetId"]
            attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
            self._session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Log"):
                self._send(f"{domain}.enable")
        except BaseException:
            self._process.kill()
            raise

    def close(self) -> None:
        """End the browser."""
        self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def open(self, page: Path | str, width: int, height: int = 900, *, dark: bool = False) -> None:
        """Show a page, a file or an address, at a width, and wait until it is there."""
        self.errors.clear()
        self._frame = None
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self._send("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", media="", features=[scheme])
        self._send("Page.navigate", url="about:blank")
        self._send("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        self.wait("location.protocol !== 'about:' && document.readyState === 'complete'")

    def wait(self, script: str, seconds: float = _LONGEST) -> Any:
        """Wait until an expression is true on the page; returns what it is then."""
        end = time.monotonic() + seconds
        while not (found := self.run(script)):
            assert time.monotonic() < end, f"still not so: {script}"
            time.sleep(0.02)
        return found

    def run(self, script: str) -> Any:
        """Return what an expression is on the page."""
        done = self._send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def press(self, key: str) -> None:
        """Press and release a key."""
        text = {"text": key} if len(key) == 1 else {}
        self._send("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self._send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, selector: str) -> None:
        """Click the middle of the first line of an element, as a hand would."""
        for _ in range(_TRIES):
            place = self.wait(_AT_REST % json.dumps(selector))
            mouse = {"x": place[0], "y": place[1], "button": "left", "clickCount": 1}
            self._send("Input.dispatchMouseEvent", type="mousePressed", **mouse)
            self._send("Input.dispatchMouseEvent", type="mouseReleased", **mouse)
            self.settle()
            self.wait("window.landed !== null")
            if self.run("window.landed !== false"):
                return
        raise AssertionError(f"{selector} moves away from the mouse")

    def drop(self, selector: str, files: Sequence[Path]) -> None:
        """Drop files onto an element, as a hand would."""
        x, y = self.run(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)})"
            ".getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        held = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self._send("Input.dispatchDragEvent", type=kind, x=x, y=y, data=held)

    def choose(self, selector: str, files: Sequence[Path]) -> None:
        """Choose files for an input."""
        found = self._send("Runtime.evaluate", expression=f"document.querySelector('{selector}')")
        names = [str(file) for file in files]
        self._send("DOM.setFileInputFiles", files=names, objectId=found["result"]["objectId"])

    def watch(self) -> list[str]:
        """Return a list that grows with the address of everything that is loaded from now on, by
        the page and by the frames in it."""
        self._send("Network.enable")
        self._send("Target.setAutoAttach", **_ATTACH)
        return self._requests

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Turn to the frame of the page that came last, in a block; `watch` tells of it."""
        end = time.monotonic() + _LONGEST
        while self._frame is None and time.monotonic() < end:
            self.settle()
        session, self._session = self._session, self._frame
        try:
            yield
        finally:
            self._session = session

    def download_to(self, folder: Path) -> None:
        """Put what is downloaded into a folder."""
        session, self._session = self._session, None
        self._send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
        self._session = session

    def settle(self) -> None:
        """Wait until what was done is shown."""
        frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        self._send("Runtime.evaluate", expression=frames, awaitPromise=True)

    def picture(self) -> bytes:
        """A PNG of what is shown."""
        return base64.b64decode(self._send("Page.captureScreenshot", format="png")["data"])

    def print(self) -> None:
        """Show the page as it would be printed, until the next one is opened."""
        self._send("Emulation.setEmulatedMedia", media="print")

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer["error"])
                return dict(answer["result"])
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        method, told = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self._requests.append(told["request"]["url"])
        if method == "Target.attachedToTarget":  # a frame in a process of its own
            if told["targetInfo"]["type"] == "iframe":
                self._frame = told["sessionId"]
            for command in ("Network.enable", "Runtime.runIfWaitingForDebugger"):
                message = {"id": next(self._numbers), "method": command, "params": {}}
                self._socket.send(json.dumps(message | {"sessionId": told["sessionId"]}))
        if (
            method == "Runtime.exceptionThrown"
            or (method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"))
            or (method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning"))
        ):
            self.errors.append(json.dumps(told, ensure_ascii=False))


def _address(file: Path, process: "subprocess.Popen[bytes]") -> tuple[str, str]:
    """The port and the path at which Chromium listens; it writes them when it is ready."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end and process.poll() is None:
        lines = file.read_text().split() if file.exists() else []
        if len(lines) == 2:
            return lines[0], lines[1]
        time.sleep(0.02)
    raise RuntimeError("Chromium does not start")
