"""Check hostile and damaged Word files in a row, in one process, and watch time and memory.

    python -m bench.speed.hostile [200]

Prints how each kind of file ended, the longest time that one took, and the memory before and
after. Every file must end in a report; the memory must not grow with their number.
"""

import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from bench.speed.drafts import word_draft
from linter.catalogue.load import builtin_rules
from linter.engine.check import check_bytes
from linter.settings.effective import Settings

_MAIN = "word/document.xml"
_WARM_UP = 20
_LISTED = (
    "增长5%、",
    "其中5%，",
    "见专栏3、",
    "1,",
    "一是",
    "（省水利厅）",
    "国发〔2020〕1号",
    "“甲”",
)


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _main(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    files = _members(data)
    return _zipped(files | {_MAIN: change(files[_MAIN])})


def _body(inner: str) -> Callable[[bytes], bytes]:
    """Put markup at the head of the body."""
    return lambda xml: xml.replace(b"<w:body>", b"<w:body>" + inner.encode(), 1)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] ^= chance.randint(1, 255)
    return bytes(out)


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _characters(chance: random.Random, size: int) -> str:
    """Characters and marks without sense."""
    marks = "，。、；：（）“”《》—0123456789%年月日万亿到为和与及等"
    return "".join(
        chance.choice(marks) if chance.random() < 0.5 else chr(chance.randint(0x4E00, 0x9FA5))
        for _ in range(size)
    )


def _doctype(xml: bytes) -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    dtd = f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>'.encode()
    head, _, rest = xml.partition(b"?>")
    return head + b"?>" + dtd + rest


def kinds(draft: bytes, size: int = 20_000) -> dict[str, Callable[[random.Random], bytes]]:
    """The kinds of files, by name: each makes one from a source of chance.

    `size` is that of a paragraph of any characters, which takes longest.
    """
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc></w:tr>'
    nested = "<w:tbl><w:tr><w:tc>" * 18 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 18
    starts = "".join(f'<w:commentRangeStart w:id="{i}"/>' for i in range(3000))
    return {
        "truncated": lambda chance: draft[: chance.randrange(len(draft))],
        "flipped": lambda chance: _flipped(draft, chance),
        "flipped XML": lambda chance: _main(draft, lambda xml: _flipped(xml, chance)),
        "bomb": lambda chance: _main(draft, _body("<w:p/>" * 2_000_000)),
        "paragraphs": lambda chance: _main(draft, _body("<w:p/>" * 70_000)),
        "text": lambda chance: _main(draft, _body(_paragraph("甲（" * 400_000))),
        "one paragraph": lambda chance: _main(draft, _body(_paragraph(_characters(chance, size)))),
        "one list": lambda chance: _main(draft, _body(_paragraph(chance.choice(_LISTED) * 4_000))),
        "entities": lambda chance: _main(draft, _doctype),
        "deep": lambda chance: _main(draft, _body("<w:ins>" * 1000 + "</w:ins>" * 1000)),
        "wide table": lambda chance: _main(draft, _body((wide + "</w:tbl>") * 50)),
        "nested tables": lambda chance: _main(draft, _body(nested * 20)),
        "open comments": lambda chance: _main(draft, _body(f"<w:p>{starts}</w:p>")),
        "names": lambda chance: _main(
            draft, _body("".join(f"<w:x{chance.getrandbits(40)}/>" for _ in range(20_000)))
        ),
        "noise": lambda chance: b"PK\x03\x04" + chance.randbytes(20_000),
        "sound": lambda chance: draft,
    }


def resident() -> float:
    """The resident memory of this process in MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / (1 << 20)


def run(
    count: int, seed: int = 1, size: int = 20_000
) -> tuple[Counter[tuple[str, str]], float, float, float]:
    """Check so many files. Return (kind, end) counts, the longest seconds, MiB before and after."""
    chance = random.Random(seed)
    made = kinds(word_draft(3_000), size)
    rules = builtin_rules()
    ends: Counter[tuple[str, str]] = Counter()
    longest = before = 0.0
    for i in range(_WARM_UP + count):
        if i == _WARM_UP:
            before = resident()
        name = list(made)[i % len(made)]
        data = made[name](chance)
        start = time.perf_counter()
        report = check_bytes(f"{i}.docx", data, Settings(tuple(rules)))
        longest = max(longest, time.perf_counter() - start)
        ends[name, report.error.kind if report.error else "checked"] += 1
    return ends, longest, before, resident()


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    ends, longest, before, after = run(count)
    for (name, end), times in sorted(ends.items()):
        print(f"{times:5}  {name:14} {end}")
    print(f"longest {longest:.2f} s; memory {before:.0f} MiB before, {after:.0f} MiB after")
    return 1 if any(end == "internal-error" for _, end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
