"""Who may ask the page for anything: this machine's browser, from the page itself, with the token.

The browser is started with a ticket that holds once: its command line can be seen by others.
"""

import hmac
import re
import secrets
from email.message import Message

_BYTES = 32
_READS = frozenset({"GET", "HEAD"})
_OWN_SITE = frozenset({"same-origin", "none"})
_TICKET = "/start/"
_HOST = re.compile(r"(?:127\.0\.0\.1|localhost):(\d{1,5})")
OWN_HEADER = "X-Planlint"  # a form of another site cannot send it


class Gate:
    """Keeps the token of a session and the tickets for it."""

    def __init__(self, port: int) -> None:
        self._port = str(port)
        self._token = secrets.token_urlsafe(_BYTES)
        self._ticket: str | None = secrets.token_urlsafe(_BYTES)

    @property
    def root(self) -> str:
        """The path below which everything stands."""
        return f"/{self._token}/"

    def address(self) -> str:
        """The address for people."""
        return f"http://127.0.0.1:{self._port}{self.root}"

    def first_address(self) -> str:
        """The address for the command line of a browser; it leads to the page once."""
        return f"http://127.0.0.1:{self._port}{_TICKET}{self._ticket}"

    def redeem(self, path: str) -> bool:
        """Tell whether a path is that of the ticket, and take it."""
        if self._ticket is None or not _same(path, f"{_TICKET}{self._ticket}"):
            return False
        self._ticket = None
        return True

    def below(self, path: str) -> str | None:
        """What a path asks for behind the token, None where it has not got it."""
        head, rest = path[: len(self.root)], path[len(self.root) :]
        return rest if _same(head, self.root) else None

    def refusal(self, method: str, headers: Message) -> str:
        """Why a request is not from the page itself, empty where it is."""
        hosts = headers.get_all("Host") or []
        match = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if match is None or match[1] != self._port:
            return "只接受发给本机地址的请求"
        origins = headers.get_all("Origin") or []
        if any(origin != f"http://{hosts[0]}" for origin in origins):
            return "请求来自别的网页"
        if any(site not in _OWN_SITE for site in headers.get_all("Sec-Fetch-Site") or []):
            return "请求来自别的网页"
        if method not in _READS and (len(origins) != 1 or headers.get(OWN_HEADER) is None):
            return "请求不是由本页发出"
        return ""


def _same(one: str, other: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())
