"""What is no YAML that we read is told in Chinese, with its line, by whichever parser there is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from linter.catalogue.marked import MarkedError, read_marked
from linter.catalogue.yaml_messages import fault

DEEP = 100_000
ENGLISH = re.compile(r"(?<![A-Za-z])(?!YAML|Tab)[A-Za-z]{2,}")


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: a PyYAML built without libyaml has only the one in Python."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml")


def refused(folder: Path, text: str) -> MarkedError:
    path = folder / "x.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(MarkedError) as caught:
        read_marked(path)
    return caught.value


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("lang: zh\nplan: " + "[" * DEEP, 2),
        ("lang: zh\nplan: " + "{a: " * 2000, 2),
        ("lang: zh\nplan:\n  " + "- " * 2000 + "甲", 3),
        ("[\n" * 5000, 101),
        ("".join(" " * n + "a:\n" for n in range(2000)), 101),
    ],
    ids=["brackets", "braces", "dashes", "lines of brackets", "indents"],
)
def test_deep_nesting_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    error = refused(tmp_path, text)
    assert (str(error), error.line) == ("不是有效的 YAML：嵌套过深", line)


@pytest.mark.parametrize("level", ["flow", "block"])
def test_a_parser_that_refuses_deep_nesting_itself(level: str) -> None:
    mark = yaml.Mark("x.yaml", 0, 6, 0, None, None)
    said = f"while increasing {level} level", mark, "exceeded maximum nesting depth", mark
    assert fault(yaml.scanner.ScannerError(*said)) == ("不是有效的 YAML：嵌套过深", 7)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lang: zh\n\tview: final", "制表符"),
        ("lang: a: b", "冒号或缩进不对"),
        ("lang: ? b", "值以 ? 开头要加引号"),
        ("lang: - b", "“- ”的位置不对"),
        ("lang: *甲", "值以 * 开头要加引号"),
        ("lang: & 甲", "值以 & 开头要加引号"),
        ("a: &x 1\nb: &x 2\n*x: 3", "写了两次"),
        ("%甲", "行首不能用 %"),
        ("lang: !<甲", "值以 ! 开头要加引号"),
        ("lang: !e!a 甲", "值以 ! 开头要加引号"),
        ("lang: >甲", "另起一行"),
        ("lang: |0\n  甲", "另起一行"),
        ('file: "C:\\计划"', "\\ 要写两次"),
        ('file: "C:\\xyz"', "\\ 要写两次"),
        ('lang: "zh', "引号没有成对"),
        ("lang: [zh", "没有成对"),
        ("lang: {zh", "没有成对"),
        ("lang: [zh}", "没有成对"),
        ("lang: @甲", "@"),
        ("lang: `甲`", "`"),
        ("甲\nlang: zh", "冒号"),
        ("- 甲\n乙: 丙", "列表的各项要对齐"),
        ("lang: zh\n---\nlang: en", "一个文件只写一份"),
        ("lang: z\x07h", "控制字符"),
        ("%YAML 3.0\n---\nlang: zh", "%YAML"),
    ],
)
def test_what_is_no_yaml_is_told_in_chinese(tmp_path: Path, text: str, words: str) -> None:
    said = str(refused(tmp_path, text))
    assert not ENGLISH.search(said)
    assert words in said


def _messages(node: ast.expr) -> str:
    """The text of a message; what is filled in is left open."""
    if isinstance(node, ast.BinOp):
        return _messages(node.left) + (
            "" if isinstance(node.op, ast.Mod) else _messages(node.right)
        )
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_messages, node.values))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _said() -> Iterator[str]:
    """What the parser in Python may say: the arguments of the errors that it raises."""
    for module in (yaml.scanner, yaml.parser, yaml.composer):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error"):
                said = " ".join(filter(None, map(_messages, node.args)))
                yield from {said.replace("%s", kind) for kind in _kinds(said)}


def _kinds(said: str) -> tuple[str, ...]:
    """What the parser fills in for %s."""
    if "%s node" in said:
        return ("flow", "block")
    return ("alias", "anchor") if "an %s" in said else ("tag", "directive")


def test_every_message_of_the_parser_is_known() -> None:
    said = sorted(_said())
    assert len(said) > 30
    unknown = [
        one
        for one in said
        if "写法有误" in fault(yaml.scanner.ScannerError(None, None, one, None))[0]
    ]
    assert unknown == []
