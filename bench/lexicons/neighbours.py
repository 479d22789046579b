"""Write rules/lexicon/generated/neighbours.yaml: which characters make a word with the first or
last character of a wrong form.

    python -m bench.lexicons.neighbours

A wrong form of two characters may come about between two words: 宏观模型 contains 观模, which is
no misspelt 规模. The lists of wrong forms say what is never a word; this table, from jieba's
dictionary, says where the end of one word and the beginning of another may meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from linter.plan.lexicon import builtin_lexicon

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "rules" / "lexicon" / "generated" / "neighbours.yaml"
LISTS = ("typos", "generated/lookalikes", "homophones", "generated/slips")
WORD, ALONE = 20, 20_000  # how often a word, or a character as a word, stands in the dictionary
HEAD = """\
# Which characters stand before a character as the end of a word (`ends`), or behind it as the
# beginning of one (`begins`); `alone`: characters that are frequent words by themselves.
# Written by bench/lexicons/neighbours.py from jieba's dictionary and the lists of wrong forms
# (typos, lookalikes, homophones, slips); do not edit.
source: >-
  The dictionary of jieba 0.42.1 (MIT licence, © 2013 Sun Junyi): words that it counts at least
  {word} times.
entries:
"""


def dictionary() -> dict[str, int]:
    """Return jieba's words with their counts."""
    lines = (files("jieba") / "dict.txt").read_text("utf-8").splitlines()
    return {word: int(count) for word, count, *_ in map(str.split, lines)}


def pairs() -> set[str]:
    """Return the wrong forms of two characters."""
    return {form for name in LISTS for form in forms_of(name) if len(form) == 2}


def forms_of(name: str) -> set[str]:
    """Return the wrong forms of a list."""
    found: set[str] = set()
    for line in builtin_lexicon().entries(name):
        first, *rest = line.split()
        if name == "generated/slips":
            found |= set(_composed(first, rest[0]))
        else:
            found |= {first} if name == "typos" else set(rest)
    return found


def _composed(word: str, wrong: str) -> Iterator[str]:
    """The wrong forms of a word by the characters listed for each of its places."""
    for i, chars in enumerate(wrong.split("/")):
        yield from (word[:i] + char + word[i + 1 :] for char in chars)


def table(words: dict[str, int], forms: Iterable[str]) -> dict[str, list[str]]:
    """Return the entries of the lexicon: lines of a character and its partners, sorted."""
    forms = set(forms)
    firsts, lasts = {form[0] for form in forms}, {form[1] for form in forms}
    ends, begins = defaultdict(set), defaultdict(set)
    for word, count in words.items():
        if count >= WORD and len(word) > 1:
            if word[-1] in firsts:
                ends[word[-1]].add(word[-2])
            if word[0] in lasts:
                begins[word[0]].add(word[1])
    alone = {char for char in firsts | lasts if words.get(char, 0) >= ALONE}
    return {
        "ends": [f"{char} {''.join(sorted(ends[char]))}" for char in sorted(ends)],
        "begins": [f"{char} {''.join(sorted(begins[char]))}" for char in sorted(begins)],
        "alone": ["".join(sorted(alone))],
    }


def rendered(entries: Mapping[str, Iterable[str]]) -> str:
    """Return the text of the file."""
    out = HEAD.format(word=WORD)
    for name, lines in entries.items():
        out += f"  - {name}: |\n" + "".join(f"      {line}\n" for line in lines)
    return out


def main() -> None:
    TARGET.write_text(rendered(table(dictionary(), pairs())), encoding="utf-8")


if __name__ == "__main__":
    main()
