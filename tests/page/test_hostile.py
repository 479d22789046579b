"""What is sent to the page to harm it is refused, costs itself alone, and leaves nothing."""

import io
import socket
import time
import zipfile

import pytest

from tests.page.served import Served

DRAFT = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n".encode()
BINARY = "application/octet-stream"
MEGABYTE = 1 << 20


def _head(served: Served, *lines: str) -> bytes:
    own = (f"Host: {served.host}", f"Origin: http://{served.host}", "X-Planlint: 1")
    first = f"POST {served.root}items HTTP/1.1"
    return "\r\n".join((first, *own, f"Content-Type: {BINARY}", *lines, "", "")).encode()


def _answer(connection: socket.socket) -> bytes:
    """The first line that comes back."""
    with connection, connection.makefile("rb") as stream:
        return stream.readline()


def _sources(served: Served) -> int:
    """How many files lie in the page's folder."""
    return sum(path.name == "source" for path in served.folder.rglob("*"))


def test_a_zip_bomb_is_refused_in_words(served: Served) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"\0" * (8 * MEGABYTE))
    sent = served.upload("炸弹.docx", bomb.getvalue())
    assert sent.status == 201
    found = served.finished(sent.told["id"])
    assert found["state"] == "failed"
    assert "压缩" in found["message"] or "过大" in found["message"]


def test_two_hundred_megabytes_are_refused_before_they_come(served: Served) -> None:
    head = _head(served, "X-Name: a.docx", f"Content-Length: {200 * MEGABYTE}")
    connection, sent, begun = served.raw(head), 0, time.monotonic()
    try:
        for _ in range(200):
            connection.sendall(b"x" * MEGABYTE)
            sent += 1
    except OSError:
        pass
    assert sent < 200
    assert time.monotonic() - begun < 30
    assert _sources(served) == 0


def test_who_is_refused_for_length_reads_why(served: Served) -> None:
    head = _head(served, "X-Name: a.docx", f"Content-Length: {200 * MEGABYTE}")
    with served.raw(head + b"x" * 100_000) as connection:
        told = b""
        while piece := connection.recv(1 << 16):
            told += piece
    assert told.startswith(b"HTTP/1.1 413 ")
    assert "文件过大：超过 128 MB".encode() in told


def test_a_body_is_not_asked_for_that_is_too_long(served: Served) -> None:
    expect = ("X-Name: a.docx", f"Content-Length: {200 * MEGABYTE}", "Expect: 100-continue")
    assert _answer(served.raw(_head(served, *expect))).startswith(b"HTTP/1.1 413 ")
    expect = ("X-Name: a.md", f"Content-Length: {len(DRAFT)}", "Expect: 100-continue")
    assert _answer(served.raw(_head(served, *expect))).startswith(b"HTTP/1.1 100 ")


@pytest.mark.parametrize(
    "lines",
    [
        ("Transfer-Encoding: chunked",),
        (),
        ("Content-Length: -5",),
        ("Content-Length: ٣",),
        ("Content-Length: 5", "Content-Length: 50"),
        ("Content-Length: 5", "Transfer-Encoding: chunked"),
    ],
)
def test_a_length_is_told_once_and_in_figures(served: Served, lines: tuple[str, ...]) -> None:
    sent = _head(served, "X-Name: a.md", *lines) + b"5\r\nhello\r\n0\r\n\r\n"
    assert _answer(served.raw(sent)).startswith(b"HTTP/1.1 411 ")
    assert _sources(served) == 0


def test_an_upload_that_breaks_off_leaves_nothing(served: Served) -> None:
    with served.raw(_head(served, "X-Name: a.docx", "Content-Length: 90000")) as connection:
        connection.sendall(b"PK" * 1000)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")
    assert _sources(served) == 0
    assert served.state()["items"] == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../x.md", "x.md"),
        ("..\\..\\windows\\x.md", "x.md"),
        ("/etc/passwd.md", "passwd.md"),
        ("a\0b.md", "ab.md"),
        ("规划\u202e\u2066三\x1b[2J.md", "规划三[2J.md"),
        ("\r\nSet-Cookie: a=b.md", "Set-Cookie: a=b.md"),
        ("长" * 4000 + ".md", "长" * 80 + ".md"),
        ("<img src=x onerror=alert(1)>.md", "<img src=x onerror=alert(1)>.md"),
    ],
)
def test_a_name_is_shown_and_leads_nowhere(served: Served, name: str, shown: str) -> None:
    sent = served.upload(name, DRAFT)
    assert sent.status == 201, sent.body
    assert sent.told["name"] == shown
    files = {path.name for path in served.folder.rglob("*") if path.is_file()}
    assert "source" in files
    assert not any("x.md" in file or "passwd" in file for file in files)


@pytest.mark.parametrize("header", ["%ff%fe.md", "%ED%A0%80.md"])
def test_a_name_that_is_no_text_is_refused(served: Served, header: str) -> None:
    assert served.ask("POST", "items", DRAFT, Content_Type=BINARY, X_Name=header).status == 400


@pytest.mark.parametrize("name", ["../../x", "x.exe", "", ".md.."])
def test_a_format_that_is_not_read_is_refused(served: Served, name: str) -> None:
    sent = served.upload(name, DRAFT)
    assert sent.status == 415
    assert "不支持的文件格式" in sent.told["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": None},
        {"Host": "127.0.0.1:{port}.evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://localhost:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": None},
        {"X_Planlint": None},
    ],
)
def test_another_site_cannot_do_anything(served: Served, headers: dict[str, str | None]) -> None:
    told = {k: v and v.format(port=served.port) for k, v in headers.items()}
    sent = served.ask("POST", "items", DRAFT, Content_Type=BINARY, X_Name="a.md", **told)
    assert sent.status in (400, 403)
    assert served.state()["items"] == []
    assert "Access-Control-Allow-Origin" not in sent.headers


def test_another_site_cannot_read_anything(served: Served) -> None:
    for told in (
        {"Origin": "http://evil.example"},
        {"Origin": None, "Sec_Fetch_Site": "cross-site"},
        {"Origin": None, "Host": f"evil.example:{served.port}"},
    ):
        assert served.ask("GET", "", **told).status == 403
    assert served.ask("OPTIONS", "items", Origin="http://evil.example").status == 405
    assert served.ask("GET", "", Origin=None, Sec_Fetch_Site="none").status == 200
    local = f"localhost:{served.port}"
    assert served.ask("GET", "", Host=local, Origin=f"http://{local}").status == 200


def test_without_the_token_there_is_nothing(served: Served) -> None:
    token = served.root.strip("/")
    wrong = token[:-1] + ("A" if token[-1] != "A" else "B")
    for path in ("/", "/page.js", f"/{wrong}/", f"/{token}", f"/x/{token}/", f"/{token}%2f"):
        assert served.ask("GET", path).status == 404, path
    assert served.ask("GET", "/start/x").status == 404
    assert served.ask("POST", f"/{wrong}/stop", b"{}").status == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", "items", 405),
        ("TRACE", "", 405),
        ("GET", "items", 404),
        ("DELETE", "", 404),
        ("DELETE", "items/0", 404),
        ("POST", "page.js", 404),
        ("GET", "../page.js", 404),
        ("GET", "items/1/../../../source", 404),
        ("GET", "items/99999999999999/report", 404),
        ("GET", "items/1/source", 404),
    ],
)
def test_what_is_not_there_is_refused(served: Served, method: str, path: str, status: int) -> None:
    assert served.ask(method, path).status == status


def test_a_form_of_another_time_is_refused(served: Served) -> None:
    kind = "multipart/form-data; boundary=x"
    for body in (b'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n', b"\0" * 5000):
        sent = served.ask("POST", "items", body, Content_Type=kind, X_Name="a.md")
        assert sent.status == 415
    assert _sources(served) == 0


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b"[" * 9000, b'{"kind": "diff", "of": 7}', b"1" * 9000]
)
def test_what_is_no_request_of_the_page_is_refused(served: Served, body: bytes) -> None:
    sent = served.ask("POST", "comparisons", body, Content_Type="application/json")
    assert sent.status == 400
    sent = served.ask("POST", "comparisons", b" " * 30_000, Content_Type="application/json")
    assert sent.status == 413


@pytest.mark.parametrize(
    "sent",
    [
        b"\0\1\2\3\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n",
    ],
)
def test_what_is_no_request_at_all_ends_quickly(served: Served, sent: bytes) -> None:
    with served.raw(sent) as connection:
        connection.shutdown(socket.SHUT_WR)
        told = connection.recv(1 << 16)
    assert told.split(b" ")[1][:1] in (b"4", b"5")
    assert b"Traceback" not in told


def test_slow_clients_keep_nobody_out(served: Served) -> None:
    slow = [served.raw(b"GET / HT") for _ in range(60)]
    try:
        begun = time.monotonic()
        assert served.answers()
        assert served.upload("a.md", DRAFT).status == 201
        assert time.monotonic() - begun < 8
    finally:
        for connection in slow:
            connection.close()
