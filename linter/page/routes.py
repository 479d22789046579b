"""What each address of the page does."""

import json
import re
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from linter.page.desk import CHECK, LEDGER, Desk, DeskFullError, DeskItem
from linter.page.jobs import JobRunner
from linter.page.made import REPORT
from linter.page.names import attachment, stem_of, suffix_of, told_name
from linter.page.replies import RefusedError, Reply, as_json, as_report
from linter.page.settled import PageChoice
from linter.readers.load import CONVERTED, LEDGERS, SUFFIXES
from linter.text.files import reason

_WEB = Path(__file__).parent / "web"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_BINARY = "application/octet-stream"
_MOST_JSON = 20_000
_NAMED = {"annotated": ".批注", "fixed": ".修订", "ledger": ".台账"}
_SHEETS = {"diff": "修改对照表", "align": "衔接对照表"}
_ITEM = re.compile(r"items/(\d{1,9})")
_FILE = re.compile(r"items/(\d{1,9})/([a-z]{1,12})")
_SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Body(Protocol):
    """The body of a request; nothing of it has been read."""

    def announced(self, most: int, message: str) -> int:
        """Its length. Raises RefusedError where there is none, or above `most`."""

    def save(self, file: Path, size: int) -> None:
        """Write it to a file. Raises RefusedError where it ends early or comes too slowly."""

    def read(self, size: int) -> bytes:
        """Return it. Raises RefusedError, as `save`."""

    def header(self, name: str) -> str:
        """A header, empty where there is none."""


class Routes(NamedTuple):
    """The desk and who works on it; `file_bytes` is how long a file may be, `end` ends the page."""

    desk: Desk
    jobs: JobRunner
    file_bytes: int
    end: Callable[[], None]

    def get(self, path: str) -> Reply:
        """Answer what only looks. Raises RefusedError."""
        if (part := _parts().get(path)) is not None:
            return part
        match = _FILE.fullmatch(path)
        item = self.desk.get(match[1]) if match else None
        if match is None or item is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, "没有这一页")
        return _shown(item) if match[2] == "report" else _offered(item, match[2])

    def post(self, path: str, body: Body) -> Reply:
        """Do what is asked for. Raises RefusedError."""
        if path == "items":
            return self._upload(body)
        doings = {"comparisons": self._compare, "choice": self._choose, "stop": self._stop}
        if path not in doings:
            raise RefusedError(HTTPStatus.NOT_FOUND, "没有这一页")
        return doings[path](_object(body))

    def delete(self, path: str) -> Reply:
        """Take a file or a comparison away. Raises RefusedError."""
        match = _ITEM.fullmatch(path)
        item = self.desk.get(match[1]) if match else None
        if item is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, "这个文件已经移除")
        gone = self.desk.remove(item.id)
        self.jobs.drop(*gone)
        return as_json({})

    def state(self) -> dict[str, Any]:
        """What the page shows."""
        formats = {"drafts": [*SUFFIXES], "converted": [*CONVERTED], "ledgers": [*LEDGERS]}
        about = {"fileBytes": self.file_bytes, "formats": formats, "libreoffice": _converts()}
        return self.desk.told() | about

    def _upload(self, body: Body) -> Reply:
        if body.header("Content-Type") != _BINARY:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "文件要按原样上传")
        name = told_name(body.header("X-Name"))
        if name is None:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "文件名无法识别")
        suffix = suffix_of(name)
        if suffix not in SUFFIXES and suffix not in CONVERTED and suffix not in LEDGERS:
            told = f"{name}：不支持的文件格式：{suffix or '无扩展名'}"
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, told)
        size = body.announced(self.file_bytes, f"{name}：文件过大：超过 {self.file_bytes >> 20} MB")
        try:
            with self.desk.room(size) as folder:
                body.save(folder / "source", size)
                item = self.desk.put(folder, name, size, ledger=suffix in LEDGERS)
        except DeskFullError as full:
            raise RefusedError(HTTPStatus.INSUFFICIENT_STORAGE, str(full)) from full
        except OSError as error:
            told = f"{name}：不能存入临时文件夹：{reason(error)}"
            raise RefusedError(HTTPStatus.INSUFFICIENT_STORAGE, told) from error
        return as_json(item.told(), HTTPStatus.CREATED)

    def _compare(self, asked: dict[str, Any]) -> Reply:
        kind, ids = asked.get("kind"), asked.get("of")
        sound = isinstance(ids, list) and all(isinstance(one, str) for one in ids)
        if kind not in _SHEETS or not sound or not ids or len(ids) != len(set(ids)):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "请选两个不同的文件")
        items = [self.desk.get(one) for one in ids]
        if len(ids) < 2 or (kind == "diff" and len(ids) > 2):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "请选两个不同的文件")
        if any(item is None or item.kind != CHECK for item in items):
            raise RefusedError(HTTPStatus.NOT_FOUND, "所选的文件已经移除")
        drafts = items if kind == "diff" else items[:1]
        if any(item is not None and item.state == LEDGER for item in drafts):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "台账只能作为上级指标，不能作为草稿")
        try:
            made = self.desk.compare(kind, ids)
        except DeskFullError as full:
            raise RefusedError(HTTPStatus.INSUFFICIENT_STORAGE, str(full)) from full
        except KeyError as error:
            raise RefusedError(HTTPStatus.NOT_FOUND, "所选的文件已经移除") from error
        return as_json(made.told(), HTTPStatus.CREATED)

    def _choose(self, asked: dict[str, Any]) -> Reply:
        choice = PageChoice(asked.get("errors_only") is True, asked.get("layout") is True)
        if self.desk.choose(choice):
            self.jobs.drop_any()
        return as_json({})

    def _stop(self, _: dict[str, Any]) -> Reply:
        self.end()
        return as_json({})


@cache
def _converts() -> bool:
    """Tell whether older formats can be read here."""
    from linter.readers.office.libreoffice import soffice

    return bool(soffice())


@cache
def _parts() -> dict[str, Reply]:
    """The parts of the page, by their address."""
    files = {file.name: file for file in sorted(_WEB.iterdir()) if file.suffix in _KINDS}
    files[""] = files.pop("index.html")
    return {
        name: Reply(HTTPStatus.OK, file.read_bytes(), _KINDS[file.suffix])
        for name, file in files.items()
    }


def _object(body: Body) -> dict[str, Any]:
    """The JSON object in a body."""
    if body.header("Content-Type") != "application/json":
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "请求无法识别")
    size = body.announced(_MOST_JSON, "请求过长")
    try:
        asked = json.loads(body.read(size))
    except (ValueError, RecursionError) as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "请求无法识别") from error
    if not isinstance(asked, dict):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "请求无法识别")
    return asked


def _shown(item: DeskItem) -> Reply:
    file = item.folder / REPORT
    if not item.found or not file.is_file():
        raise RefusedError(HTTPStatus.NOT_FOUND, "还没有报告")
    if item.kind != CHECK:
        return as_report(file, _SHEET_POLICY)
    from linter.reporters.html.page import policy

    return as_report(file, policy())


def _offered(item: DeskItem, what: str) -> Reply:
    """A file to be downloaded."""
    made = item.made.get(what)
    if what == "html" and item.found:
        made = {"file": REPORT}
    file = item.folder / made["file"] if made else None
    if made is None or file is None or not file.is_file():
        raise RefusedError(HTTPStatus.NOT_FOUND, "还没有这个文件")
    usual = ".检查报告" if item.kind == CHECK else f".{_SHEETS[item.kind]}"
    name = f"{stem_of(item.name)}{_NAMED.get(what, usual)}{file.suffix}"
    headers = {"Content-Disposition": attachment(name)}
    return Reply(HTTPStatus.OK, file, _BINARY, headers)
