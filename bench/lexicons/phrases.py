"""Write generated/phrase_slips.yaml: set phrases and the characters mistaken for theirs.

    python -m bench.lexicons.phrases [TEXT…]

As bench.lexicons.slips does for words, but with every common character of the same sound whatever
its tone: three of four characters of a set phrase leave little doubt. A form goes if the
dictionary or another phrase has it, or if a reference text does. Needs pypinyin.
"""

import sys
from collections import defaultdict
from pathlib import Path

from bench.lexicons.neighbours import dictionary
from bench.lexicons.slips import shapes, sounds
from bench.lexicons.words import today_words
from linter.plan.lexicon import builtin_lexicon

TARGET = Path(__file__).parents[2] / "rules" / "lexicon" / "generated" / "phrase_slips.yaml"
HEAD = """\
# The phrases of phrases.yaml, and for each of their characters those that are mistaken for it.
# Written by bench/lexicons/phrases.py; the format is that of slips.yaml.
source: >-
  Characters of the same sound in any tone (pypinyin 0.55, MIT license) or the same look
  (bench/lexicons/shapes.txt; pairs of the other lists here), tested against the dictionary of
  jieba 0.42.1 (MIT license) and published plans.
entries: |
"""


def main(*references: str) -> None:
    counts = dictionary()
    phrases = [phrase for line in builtin_lexicon().entries("phrases") for phrase in line.split()]
    text = "\n".join(Path(name).read_text("utf-8", errors="replace") for name in references)
    known = {*counts, *today_words(), *phrases}
    alike = defaultdict(set, shapes())
    for char, same in sounds(counts, set("".join(phrases)), tone=False).items():
        alike[char] |= same
    out = HEAD
    for phrase in phrases:
        wrong = []
        for i, char in enumerate(phrase):
            forms = {c: phrase[:i] + c + phrase[i + 1 :] for c in alike[char]}
            good = {c for c, form in forms.items() if form not in known and form not in text}
            wrong.append("".join(sorted(good)))
        out += f"  {phrase} {'/'.join(wrong)}\n"
    TARGET.write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
