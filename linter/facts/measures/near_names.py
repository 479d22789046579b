"""Whether two names of measures are near: they differ only in words that carry little.

两化融合发展水平总指数 and 两化融合发展总指数 are near; 移动电话普及率 and 电话普及率 are not.
"""

from functools import cache
from typing import Any

from linter.facts.alike import is_alike
from linter.facts.words import jieba
from linter.lexicon import Lexicon


def is_near(first: str, second: str, lexicon: Lexicon) -> bool:
    """Tell whether two canonical names are different and near.

    They are cut into words; near names share the order of all words but light ones (水平, 总,
    规模, 主营 / 主营业务), and at least two heavy words or one long one.
    """
    if first == second or not is_alike(first, second):
        return False
    a, b = _heavy(first, lexicon), _heavy(second, lexicon)
    return a == b and sum(len(word) for word in a) >= 4


def _heavy(name: str, lexicon: Lexicon) -> list[str]:
    """The words of a name that tell what is measured, alike words under one form."""
    light, alike = _weights(lexicon)
    words = [alike.get(word, word) for word in _tokenizer(lexicon).lcut(name, HMM=False)]
    return list("".join(word for word in words if word not in light))


@cache
def _weights(lexicon: Lexicon) -> tuple[frozenset[str], dict[str, str]]:
    light: set[str] = set()
    alike: dict[str, str] = {}
    for entry in lexicon.entries("name_words"):
        words = entry["words"]
        if entry["kind"] == "light":
            light |= set(words)
        elif entry["kind"] == "alike":
            alike |= dict.fromkeys(words, words[0])
    return frozenset(light), alike


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
