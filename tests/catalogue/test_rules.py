"""The catalogue is honest: every fault is a load error, and all are shown together."""

from pathlib import Path

import pytest
import yaml

from linter.catalogue.language import ROLES
from linter.catalogue.load import builtin_rules, load_rules
from linter.catalogue.marked import read_marked
from linter.catalogue.options import convert, schema
from linter.text.shipped import CatalogueError, rules_dir
from tests.helpers import ROOT

SOUND = {
    "id": "BOX001",
    "name": "box-reference-unresolved",
    "title": "引用的专栏不存在",
    "severity": "error",
    "check": "boxes.boxes.reference_unresolved",
    "message": "{words}",
    "message_en": "{words}",
    "why": "…",
    "bad": "见‹专栏1›。",
    "good": "无。",
}


def _load(tmp_path: Path, *entries: object) -> object:
    path = tmp_path / "pack.yaml"
    path.write_text(yaml.safe_dump(list(entries), allow_unicode=True), "utf-8")
    return load_rules([path])


def test_a_sound_entry_loads(tmp_path: Path) -> None:
    (rule,) = _load(tmp_path, SOUND)  # type: ignore[misc]
    assert rule.pack == "pack"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"check": "structure.boxes.nothing"}, "boxes.nothing"),
        ({"check": "nowhere.at_all"}, "nowhere.at_all"),
        ({"check": "structure.boxes.title_span"}, "不存在"),
        ({"options": {"colour": 1}}, "colour"),
        ({"severity": "fatal"}, "fatal"),
        ({"variants": {"weak": {"severity": "mild"}}}, "mild"),
        ({"bad": ""}, "bad"),
        ({"good": []}, "good"),
        ({"id": "B1"}, "B1"),
        ({"colour": "red"}, "colour"),
        ({"examples": "pdf"}, "pdf"),
        ({"message": "{words"}, "花括号"),
        ({"message_en": "{}"}, "值的名称"),
        ({"variants": {"weak": {"message": "{words[0]}"}}}, "variants.weak.message"),
        ({"bad": {"text": "‹甲›", "variant": "weak"}}, "variant"),
        ({"bad": [{"text": "‹甲›", "severty": "info"}]}, "是不是 severity"),
        ({"bad": [{"variant": "weak"}]}, "应为一个或几个例子"),
        ({"good": [{"text": "甲"}]}, "good"),
        ({"check": "look.peers.mixed_fonts", "options": {"roles": ["chorus"]}}, "chorus"),
    ],
)
def test_a_fault_is_a_load_error(tmp_path: Path, change: dict[str, object], words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        _load(tmp_path, SOUND | change)


def test_a_fault_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("# ours\n" + yaml.safe_dump([SOUND, SOUND | {"severity": "x"}]), "utf-8")
    with pytest.raises(CatalogueError, match=r"own\.yaml:\d\d: BOX001：级别“x”不是"):
        load_rules([path])


@pytest.mark.parametrize("path", sorted(rules_dir().rglob("*.yaml")), ids=lambda path: path.name)
def test_our_own_files_are_as_sound_as_an_office_must_write_them(path: Path) -> None:
    """No key twice, which a plain reading passes over."""
    assert not read_marked(path).empty


def test_the_catalogue_has_the_options_that_its_checks_have_by_default() -> None:
    for rule in builtin_rules():
        assert rule.function is not None
        for name, value in rule.options.items():
            parameter = schema(rule.function)[name]
            assert convert(value, parameter.annotation) == parameter.default, (rule.id, name)


def test_every_role_is_named_by_a_check() -> None:
    rooms = (ROOT / "linter" / "subjects", ROOT / "linter" / "across")
    words = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    assert [role for role in ROLES if f'"{role}"' not in words] == []


def test_all_faults_are_shown_together(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        _load(tmp_path, SOUND | {"check": "a.b"}, SOUND | {"severity": "x"}, "text")
    assert len(str(caught.value).splitlines()) == 3


def test_a_code_used_twice_is_a_load_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="用了两次"):
        _load(tmp_path, SOUND, SOUND)


def test_malformed_yaml_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("- id: [", "utf-8")
    with pytest.raises(CatalogueError, match="broken"):
        load_rules([path])


def test_every_message_can_be_said_in_both_languages() -> None:
    for rule in builtin_rules():
        for wording in (rule.wording, *rule.variants.values()):
            assert len(set(wording.message.values())) == 2, rule.id
