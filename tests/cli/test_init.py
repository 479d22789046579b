"""What `planlint init` writes: every line that is commented out can simply be uncommented."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.catalogue.packs.load import load_pack
from linter.settings.schema import KEYS, read_layer
from linter.text.shipped import rules_dir
from tests.helpers import Run

TEMPLATE = rules_dir() / "init"
LISTS = TEMPLATE / "house-rules" / "lexicon"
_OFF = re.compile(r"#(?! |$)|#(?=  )")  # a setting that is off, not a remark: no single blank


def pieces(text: str) -> Iterator[str]:
    """Yield the text with one setting after the other uncommented, then with all of them."""
    lines = text.splitlines(keepends=True)
    off = [i for i, line in enumerate(lines) if _OFF.match(line)]
    starts = [i for i in off if not lines[i].startswith("#  ")]
    for start in starts:
        end = next(
            (i for i in range(start + 1, len(lines)) if not lines[i].startswith("#  ")), None
        )
        yield "".join(
            line[1:] if start <= i < (end or len(lines)) else line for i, line in enumerate(lines)
        )
    yield "".join(line[1:] if i in off else line for i, line in enumerate(lines))


def test_faults_e_each_setting_of_the_configuration_can_be_uncommented(tmp_path: Path) -> None:
    (tmp_path / "house-rules").mkdir()
    file = tmp_path / ".planlint.yaml"
    versions = list(pieces((TEMPLATE / "planlint.yaml").read_text("utf-8")))
    assert len(versions) > 8
    for text in versions:
        file.write_text(text, "utf-8")
        assert read_layer(file)[1] == [], text
    said = set(re.findall(r"^(\S+):", versions[-1], re.M))
    assert said >= {*KEYS} - {"select", "extend-select", "limits", "lang", "view", "fail-on"}


@pytest.mark.parametrize(
    "name", sorted(p.name for p in (TEMPLATE / "house-rules/lexicon").iterdir())
)
def test_faults_e_each_word_of_a_list_can_be_uncommented(tmp_path: Path, name: str) -> None:
    text = (LISTS / name).read_text("utf-8")
    folder = tmp_path / "lexicon"
    folder.mkdir()
    counts = []
    for version in [text, *pieces(text)]:
        (folder / name).write_text(version, "utf-8")
        pack, faults = load_pack(tmp_path)
        assert faults == [], version
        counts.append(sum(map(len, pack.additions.values())) + len(pack.allowed))
    assert counts[0] == 0
    assert set(counts[1:-1]) == {1}
    assert counts[-1] == len(counts) - 2


def test_faults_e_all_of_it_uncommented_is_a_configuration_that_works(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    planlint("init")
    for file in (tmp_path / ".planlint.yaml", *(tmp_path / "house-rules").rglob("*.yaml")):
        *_, whole = pieces(file.read_text("utf-8"))
        file.write_text(whole, "utf-8")
    done = planlint("check", faulty, "--format", "plain", "--quiet")
    assert done.returncode == 1
    assert done.stderr == (
        "planlint: .planlint.yaml:16: 还没有基线文件 .planlint-baseline.json，"
        "全部问题都报；用 baseline write 生成\n"
    )
    assert "BOX001" in done.stdout
    assert planlint("test-rules").returncode == 0
