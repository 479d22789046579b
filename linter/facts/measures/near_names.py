"""Whether two names of measures are near: they differ only in words that carry little.

两化融合发展水平总指数 and 两化融合发展总指数 are near; 移动电话普及率 and 电话普及率 are not.
"""

from functools import cache
from typing import Any

from linter.facts.words import jieba
from linter.lexicon import Lexicon

_SHORTEST = 4


@cache
def skeleton(name: str, dimension: str, lexicon: Lexicon) -> str:
    """The words of a canonical name that tell what is measured, alike words under one form.

    Light words (水平, 总, 规模) are left out, and so is a last word that says no more than the
    dimension of the unit does (装机 of 万千瓦, 里程 of 公里). Near names have one skeleton; ""
    where too little is left to tell a measure.
    """
    light, alike, heads = _weights(lexicon)
    words = [word for word in _tokenizer(lexicon).lcut(name, HMM=False) if word not in light]
    while len(words) > 1 and (dimension, words[-1]) in heads:
        words.pop()
    bones = "".join(alike.get(word, word) for word in words)
    return bones if len(bones) >= _SHORTEST else ""


@cache
def _weights(
    lexicon: Lexicon,
) -> tuple[frozenset[str], dict[str, str], frozenset[tuple[str, str]]]:
    light: set[str] = set()
    alike: dict[str, str] = {}
    heads: set[tuple[str, str]] = set()
    for entry in lexicon.entries("name_words"):
        words = entry["words"]
        if entry["kind"] == "light":
            light |= set(words)
        elif entry["kind"] == "alike":
            alike |= dict.fromkeys(words, words[0])
        elif entry["kind"] == "head":
            heads |= {(entry["dimension"], word) for word in words}
    return frozenset(light), alike, frozenset(heads)


@cache
def _tokenizer(lexicon: Lexicon) -> Any:
    """A tokenizer that knows the light, alike and limiting words only, not the full dictionary."""
    tokenizer = jieba().Tokenizer()
    tokenizer.FREQ, tokenizer.total = {}, 0
    tokenizer.initialized = True
    for entry in lexicon.entries("name_words"):
        for word in entry["words"]:
            tokenizer.add_word(word, freq=1000)
    return tokenizer
