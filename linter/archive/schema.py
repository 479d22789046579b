"""The tables of an archive: names and types of their columns (docs/archive.md)."""

import pyarrow as pa

VERSION = 1
_TEXTS = pa.list_(pa.string())
_PLACE = [
    ("section", _TEXTS),
    *((name, pa.int32()) for name in ("paragraph", "line", "column", "table", "row", "cell")),
    ("box", pa.string()),
]
_QUOTED = [("message", pa.string()), ("quote", pa.string()), ("excerpt", pa.string())]

FILES = pa.schema(
    [
        *((name, pa.string()) for name in ("path", "folder", "format", "title", "issuer")),
        ("issued", pa.date32()),
        *((name, pa.int16()) for name in ("year", "period_start", "period_end")),
        ("characters", pa.int64()),
        ("bytes", pa.int64()),
        ("digest", pa.string()),
        *((name, pa.int32()) for name in ("errors", "warnings", "infos", "suppressed", "unlisted")),
        *((name, pa.string()) for name in ("error_kind", "error_message", "note", "facts_error")),
    ]
)
# What a row of these tables says of a draft; its path stands before it.
PARTS = {
    "findings": pa.schema(
        [
            *((name, pa.string()) for name in ("rule", "name", "severity")),
            *_QUOTED,
            ("fingerprint", pa.string()),
            *_PLACE,
            ("related", pa.list_(pa.struct([*_QUOTED, *_PLACE]))),
            ("fix_replacement", pa.string()),
            ("fix_safe", pa.bool_()),
        ]
    ),
    "indicators": pa.schema(
        [
            ("indicator", pa.int32()),
            *((name, pa.string()) for name in ("name", "number", "group", "parent", "unit")),
            ("attribute", pa.string()),
            ("year", pa.int16()),
            *((name, pa.string()) for name in ("role", "kind", "words", "comparator")),
            ("value", pa.float64()),
            ("upper", pa.float64()),
            ("dimension", pa.string()),
            ("amount", pa.float64()),
            ("place", pa.string()),
        ]
    ),
    "tasks": pa.schema(
        [
            ("ordinal", pa.int32()),
            ("task", pa.string()),
            ("place", pa.string()),
            ("lead", _TEXTS),
            ("cooperating", _TEXTS),
            ("due", pa.date32()),
            ("due_words", pa.string()),
            ("target", pa.string()),
            ("remark", pa.string()),
        ]
    ),
    "units": pa.schema([("unit", pa.string()), ("lead", pa.int32()), ("cooperating", pa.int32())]),
}
_PATH = pa.field("path", pa.string())
TABLES = {"files": FILES} | {n: pa.schema([_PATH, *schema]) for n, schema in PARTS.items()}
# How a file was when it was read: by this it is known again without being read.
STATE = [("modified", pa.int64()), ("changed", pa.int64())]
# A partition is one file, so that it is there whole or not at all: a row a draft.
PARTITION = pa.schema(
    [*FILES, *STATE, *((n, pa.list_(pa.struct(list(schema)))) for n, schema in PARTS.items())]
)
