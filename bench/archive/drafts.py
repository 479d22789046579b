"""Archives of small Word drafts, each with figures and names of its own.

python -m bench.archive.drafts 20000 FOLDER [--characters 1500]
"""

import argparse
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bench.speed.drafts import word_draft

_KINDS = 40  # drafts that are made; the others are these in other folders, told apart by a comment
_FOLDER = 100  # drafts of a folder


def write(folder: Path, count: int, characters: int, seed: int = 1) -> int:
    """Write an archive; return its bytes. The same arguments give the same files."""
    chance = random.Random(seed)
    written = 0
    for number in range(count):
        path = folder / f"{number // _FOLDER:04}" / f"{number:06}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = _varied(_made(characters, chance.randrange(_KINDS)), number)
        path.write_bytes(data)
        written += len(data)
    return written


@cache
def _made(characters: int, seed: int) -> bytes:
    chance = random.Random(seed)
    return word_draft(round(characters * chance.uniform(0.5, 1.5)), seed)


def _varied(data: bytes, number: int) -> bytes:
    """The same draft as a file of its own: a zip file may end in a comment."""
    words = f"{number:08}".encode()
    return data[:-2] + len(words).to_bytes(2, "little") + words


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--characters", type=int, default=1_500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    size = write(asked.folder, asked.count, asked.characters, asked.seed)
    print(f"{asked.count} drafts, {size / (1 << 20):.1f} MiB")


if __name__ == "__main__":
    main()
