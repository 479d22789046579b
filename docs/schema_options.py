"""The schemas of options: what the signature of a check says (linter/catalogue/options.py)."""

import inspect
import json
import re
import types
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

Schema = dict[str, Any]
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def taken(known: Mapping[str, inspect.Parameter], title: str, said: Mapping[str, Any]) -> Schema:
    """The options of one rule with what holds where nobody says otherwise."""
    return {
        "description": title,
        "type": ["object", "null"],
        "optional": True,
        "properties": {
            name: _kind_of(one.annotation) | _default(said.get(name, one.default))
            for name, one in known.items()
        },
    }


def _default(value: Any) -> Schema:
    """What an option is where nobody says it, for editors and in words."""
    if value is inspect.Parameter.empty or value is None:
        return {}
    plain = list(value) if isinstance(value, tuple) else value
    shown = json.dumps(plain, ensure_ascii=False)
    return {"description": f"不写即 {shown}。The default is {shown}.", "default": plain}


def _kind_of(annotation: Any) -> Schema:
    """The schema of a value that linter.catalogue.options.convert takes."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation is str or annotation is re.Pattern or origin is re.Pattern:
        return {"type": "string", "minLength": 1}
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _kind_of(inner[0])}
    if origin is types.UnionType:
        return {"anyOf": [_kind_of(one) for one in inner]}
    return {"type": "object", "additionalProperties": _kind_of(inner[1])}
