"""Answers of the page, and the headers that keep it to itself."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

# The page loads its own parts and nothing else; a report runs its own script in a box of its own.
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_REPORT_POLICY = (
    "sandbox allow-scripts; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a body, or a file that is one."""

    status: HTTPStatus
    body: bytes | Path = b""
    kind: str = "text/plain; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)

    def all_headers(self) -> dict[str, str]:
        """Every header but that of the length."""
        usual = {"Content-Security-Policy": _PAGE_POLICY, "X-Frame-Options": "DENY"}
        return {"Content-Type": self.kind, **usual, **_ALWAYS, **self.headers}


class RefusedError(Exception):
    """A request that is not granted: the status, and why, for people."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message

    def reply(self) -> Reply:
        """What is answered."""
        return as_json({"error": self.message}, self.status)


def as_json(told: Any, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """An answer for the page's script."""
    body = json.dumps(told, ensure_ascii=False).encode()
    return Reply(status, body, "application/json; charset=utf-8")


def as_report(file: Path, policy: str) -> Reply:
    """A report, to be shown within the page; `policy` is what it may load and run."""
    headers = {
        "Content-Security-Policy": f"{_REPORT_POLICY}{policy}",
        "X-Frame-Options": "SAMEORIGIN",
    }
    return Reply(HTTPStatus.OK, file, "text/html; charset=utf-8", headers)
