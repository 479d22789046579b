"""What the tests of docs/schema/ share."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from linter.catalogue.marked import read_marked
from tests.helpers import ROOT


@cache
def validator(name: str) -> Draft202012Validator:
    text = (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def refusal(name: str, data: Any) -> str:
    """The place and the words of what a schema has against some data, empty if nothing."""
    error = best_match(validator(name).iter_errors(data))
    return f"{error.json_path}: {error.message[:400]}" if error else ""


def plain(file: Path) -> Any:
    """A YAML file as editors see it: dates are words."""
    return json.loads(json.dumps(read_marked(file).plain(), default=datetime.date.isoformat))
