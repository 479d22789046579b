"""The lock files hold what pyproject.toml asks for, and nothing of where they were made."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
RUN = PROJECT["project"]["dependencies"]
WANTED = {
    "requirements.lock": [*RUN, *EXTRAS["dev"], *EXTRAS["pdf"]],
    "requirements-run.lock": RUN,
    "docs/windows/requirements.lock": [*RUN, *PROJECT["dependency-groups"]["package"]],
    "requirements-build.lock": [
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["build-system"]["requires"],
    ],
}


def pins(name: str) -> dict[str, str]:
    """The version of each package of a lock file."""
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned_within_its_range(name: str) -> None:
    found = pins(name)
    for requirement in map(Requirement, WANTED[name]):
        version = found[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}: run make lock"


@pytest.mark.parametrize("name", WANTED)
def test_the_files_agree_on_versions(name: str) -> None:
    whole = pins("requirements.lock")
    assert {p: v for p, v in pins(name).items() if whole.get(p, v) != v} == {}


@pytest.mark.parametrize("name", WANTED)
def test_no_address_and_no_folder_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|^-|@ |(?<![\w#])/\w", text, re.MULTILINE)
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(name))
    assert all("--hash=sha256:" in entry for entry in entries)
