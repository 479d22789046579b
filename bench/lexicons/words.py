"""Write rules/lexicon/generated/words.txt: the words by which text is parted into words.

    python -m bench.lexicons.words

jieba's own dictionary is 5 MB and takes most of a second to load; four fifths of it are names and
words that it has seen a few times. What remains here are its words of two to six Han characters
that are common, the characters that are words by themselves (lone_words.txt), and today's words
of plans (rules/lexicon/today_words.yaml), which its newspapers of the nineties did not know.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from linter.plan.lexicon import builtin_lexicon
from linter.text.folding import is_han
from linter.text.segmentation import beginnings

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "rules" / "lexicon" / "generated" / "words.txt"
COMMON = 20  # how often jieba counts a word at least
COMMON_NAME = 100  # the same for the names of persons, which meet by chance in any text
LONGEST = 6  # characters of a word of jieba's
LEAST_LONE = 2048  # counts of rare characters are no measure: each of ours is a word
A_LINE = 100  # words
HEAD = """\
# Words of plans, each line with the number of times that they are counted, to a power of two.
# Written by bench/lexicons/words.py; do not edit.
# From the dictionary of jieba 0.42.1 (https://github.com/fxsjy/jieba, MIT licence, © 2013
# Sun Junyi): words of two to {longest} Han characters, counted {common} times at least (names
# of persons {name}), and the characters of bench/lexicons/lone_words.txt. Behind “today”:
# rules/lexicon/today_words.yaml; behind 0: beginnings of longer words that are no words.
"""


class Entry(NamedTuple):
    """What jieba's dictionary says of a word: how often it is counted, and its part of speech."""

    times: int
    part: str

    @property
    def is_common(self) -> bool:
        return self.times >= (COMMON_NAME if self.part.startswith("nr") else COMMON)


def entries() -> dict[str, Entry]:
    """Return jieba's dictionary."""
    lines = (files("jieba") / "dict.txt").read_text("utf-8").splitlines()
    return {word: Entry(int(count), part) for word, count, part in map(str.split, lines)}


def lone_words() -> list[str]:
    """Return the characters that are words by themselves."""
    lines = (HERE / "lone_words.txt").read_text("utf-8").splitlines()
    return [char for line in lines if not line.startswith("#") for char in line]


def today_words() -> list[str]:
    """Return the words of rules/lexicon/today_words.yaml."""
    fields = builtin_lexicon().entries("today_words")
    return [word for field in fields for words in field.values() for word in words.split()]


def known(dictionary: dict[str, Entry]) -> dict[str, int]:
    """Return the common words of the dictionary, and of its characters the lone words."""
    words = {
        word: entry.times
        for word, entry in dictionary.items()
        if 2 <= len(word) <= LONGEST and entry.is_common and all(map(is_han, word))
    }
    lone = {char: dictionary[char].times for char in lone_words() if char in dictionary}
    return words | {char: max(count, LEAST_LONE) for char, count in lone.items()}


def rendered(words: dict[str, int], today: Iterable[str]) -> str:
    """Return the text of words.txt."""
    levels: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-_level(words[word]), word)):
        levels[str(2 ** _level(words[word]))].append(word)
    levels["today"] = sorted(today)
    levels["0"] = sorted(beginnings([*words, *today]) - words.keys() - set(today))
    head = HEAD.format(longest=LONGEST, common=COMMON, name=COMMON_NAME)
    return head + "".join(f"{line}\n" for line in _lines(levels))


def _level(count: int) -> int:
    return round(math.log2(count))


def _lines(levels: dict[str, list[str]]) -> Iterator[str]:
    for level, words in levels.items():
        for i in range(0, len(words), A_LINE):
            yield " ".join([level, *words[i : i + A_LINE]])


def main() -> None:
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(rendered(known(entries()), today_words()), encoding="utf-8")


if __name__ == "__main__":
    main()
