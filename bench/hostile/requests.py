"""Sends requests to `planlint page` that were changed at random, and looks at what is left.

python -m bench.hostile.requests [--count 10000] [--seed 1]

The page must answer after all of them, with no traceback ever, and keep no file or folder of
a request that was refused.
"""

import argparse
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.page.served import Served

_SECONDS = 30.0
_REQUESTS = (
    ("GET", "", "", ""),
    ("GET", "items/1/report", "", ""),
    ("DELETE", "items/1", "", ""),
    ("POST", "items", "application/octet-stream", "一、任务\n\n合埋安排。\n"),
    ("POST", "comparisons", "application/json", '{"kind": "diff", "of": ["1", "2"]}'),
    ("POST", "choice", "application/json", '{"layout": true}'),
)


def main() -> None:
    """Send them; exit code 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as name, Served(Path(name)) as page:
        begun = time.monotonic()
        answers = Counter(_sent(page, _mutant(page, chance)) for _ in range(asked.count))
        told = "，".join(f"{kind} {times}" for kind, times in answers.most_common())
        print(f"{asked.count} 个请求，{time.monotonic() - begun:.0f} 秒：{told}")
        faults = [*_faults(page), *(["traceback"] if answers["traceback"] else [])]
    print("\n".join(faults) or "网页照常回答，没有留下什么")
    sys.exit(1 if faults else 0)


def _mutant(page: Served, chance: random.Random) -> bytes:
    """A sound request, changed in up to six places."""
    method, path, kind, body = chance.choice(_REQUESTS)
    data = body.encode()
    head = f"{method} {page.root}{path} HTTP/1.1\r\nHost: {page.host}\r\nX-Planlint: 1\r\n"
    head += f"Origin: http://{page.host}\r\n"
    if kind:
        head += f"Content-Type: {kind}\r\nX-Name: a.md\r\nContent-Length: {len(data)}\r\n"
    sent = bytearray(f"{head}\r\n".encode() + data)
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(sent) + 1)
        change = chance.randrange(5)
        if change == 0:
            sent[at : at + 1] = chance.randbytes(1)
        elif change == 1:
            del sent[at : at + chance.randint(1, 20)]
        elif change == 2:
            sent[at:at] = chance.randbytes(chance.randint(1, 30))
        elif change == 3:
            source = chance.randrange(len(sent) + 1)
            sent[at:at] = sent[source : source + 40]
        else:
            del sent[at:]
    return bytes(sent)


def _sent(page: Served, sent: bytes) -> str:
    """Send it; what came back: the status, nothing, or worse."""
    try:
        with socket.create_connection(("127.0.0.1", page.port), _SECONDS) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(1 << 16)
    except OSError as error:
        return type(error).__name__
    if b"Traceback" in answer:
        return "traceback"
    return answer[9:12].decode("ascii", "replace") or "nothing"


def _faults(page: Served) -> Iterator[str]:
    if not page.answers():
        yield "网页不再回答"
    kept = {item["id"] for item in page.state()["items"]}
    for one in kept:
        page.ask("DELETE", f"items/{one}")
    left = [path.name for path in page.folder.glob("*/*") if path.name != "scratch"]
    if left:
        yield f"留下了文件夹：{left}"
    code, _, errors = page.end()
    if code or errors:
        yield f"退出码 {code}，标准错误：{errors}"
    if list(page.folder.iterdir()):
        yield "结束后仍有文件"


if __name__ == "__main__":
    main()
