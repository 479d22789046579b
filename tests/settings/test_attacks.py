"""Configurations that are meant to hurt: without end, foreign, with paths that are none."""

from pathlib import Path

import pytest

from linter.settings import discover
from linter.settings.session import Session
from tests.settings.helpers import faults, settings, write

DRAFT = "draft.md"


def test_what_is_extended_is_read_once(tmp_path: Path) -> None:
    for i in range(9):
        (tmp_path / f"{i}.yaml").write_text(f"extends: [{i + 1}.yaml, {i + 1}.yaml]\n" * 1, "utf-8")
    (tmp_path / "9.yaml").write_text("lang: en\n", "utf-8")
    write(tmp_path, here="extends: [0.yaml, 0.yaml]\n")
    found = settings(tmp_path / DRAFT)
    assert found.lang == "en"
    assert len(found.layers) <= 12


def test_the_order_of_what_two_files_extend(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("fail-on: info\nlang: en\n", "utf-8")
    (tmp_path / "a.yaml").write_text("extends: base.yaml\nfail-on: warning\n", "utf-8")
    (tmp_path / "b.yaml").write_text("extends: base.yaml\n", "utf-8")
    write(tmp_path, here="extends: [a.yaml, b.yaml]\n")
    assert settings(tmp_path / DRAFT).fail_on == "warning"


def test_files_that_extend_each_other_have_a_bound(tmp_path: Path) -> None:
    for i in range(30):
        (tmp_path / f"{i}.yaml").write_text(f"extends: {i + 1}.yaml\n", "utf-8")
    (tmp_path / "30.yaml").write_text("lang: en\n", "utf-8")
    write(tmp_path, here="extends: 0.yaml\n")
    (line,) = faults(tmp_path / DRAFT)
    assert "extends 过多：最多 50 个文件，10 层" in line


@pytest.mark.parametrize("name", ["passwords", "passwords.yaml"])
@pytest.mark.parametrize(
    "text",
    ["root:secret:0\n", "secret: hunter2\n", "- secret\n", "secret\n\tsecret: x\n", "[secret, {"],
)
def test_a_foreign_file_is_not_quoted(tmp_path: Path, name: str, text: str) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / name).write_text(text, "utf-8")
    (tmp_path / "link.yaml").symlink_to(foreign / name)
    for key in ("extends", "packs"):
        for path in (f"foreign/{name}", "link.yaml"):
            write(tmp_path, here=f"{key}: [{path}]\n")
            told = faults(tmp_path / DRAFT)
            assert told
            assert not any("secret" in line or "hunter2" in line for line in told)


@pytest.mark.parametrize("path", ['"a\\0b.yaml"', "a" * 5000, "~nobody-has-this/x.yaml"])
@pytest.mark.parametrize("key", ["extends", "packs"])
def test_a_path_that_is_none_is_a_fault_with_its_line(tmp_path: Path, key: str, path: str) -> None:
    write(tmp_path, here=f"lang: zh\n{key}: [{path}]\n")
    (line,) = faults(tmp_path / DRAFT)
    assert ".planlint.yaml:3: " in line
    assert len(line) < 300


def test_a_file_of_the_user_that_cannot_be_read_is_told_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from linter.commands import shared
    from linter.settings import cascade

    own = tmp_path / "config.yaml"
    own.write_text("lang: en\n", "utf-8")
    write(tmp_path / "project", here="")
    (tmp_path / "project" / ".planlint.yaml").unlink()
    discover.files_above.cache_clear()
    for module in (discover, cascade):
        monkeypatch.setattr(module, "user_file", lambda: own)
    assert Session().settings(tmp_path / "project" / DRAFT).lang == "en"
    for module in (discover, cascade):
        monkeypatch.setattr(module, "readable", lambda _: False)
    session = shared.session(None, no_config=False)
    session.prepare([tmp_path / "project" / DRAFT])
    assert session.settings(tmp_path / "project" / DRAFT).lang == "zh"
    assert "用户配置不能读取，这次没有用它" in capsys.readouterr().err
