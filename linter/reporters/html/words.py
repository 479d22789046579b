"""The words of the page, and what makes words safe in it."""

from collections.abc import Mapping
from html import escape

from linter.catalogue.language import Lang
from linter.diagnosis.coverage.model import CellState
from linter.text.patterns import lazily

SIGNS = {CellState.AGREES: "✓", CellState.DIFFERS: "≠", CellState.ABSENT: "∅"}
_UNFIT = lazily(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("planlint 检查报告", "planlint report"),
    "made": ("{date} 由 planlint {version} 生成", "made {date} by planlint {version}"),
    "nothing": ("没有发现问题。", "Nothing found."),
    "unread": ("未能检查", "Not checked"),
    "severity": ("级别", "Severity"),
    "rules": ("规则", "Rules"),
    "all": ("全选", "all"),
    "none": ("全不选", "none"),
    "previous": ("上一个", "previous"),
    "next": ("下一个", "next"),
    "keys": ("键盘：j 下一个，k 上一个，Esc 取消", "keys: j next, k previous, Esc clears"),
    "why": ("理由", "why"),
    "fix": ("改为", "replace by"),
    "fix-empty": ("删去", "delete"),
    "safe": ("可放心改", "safe"),
    "unsafe": ("请核对", "to be checked"),
    "at": ("此处", "here"),
    "told": ("另一处的问题", "the other side of"),
    "digest": ("最要紧的 {n} 个", "the worst {n}"),
    "elsewhere": ("不在正文中的问题", "What stands outside the text"),
    "coverage": ("检查了什么：比对 {n} 对", "What was looked at: {n} pairs compared"),
    "what": ("内容", "what"),
    "seen": ("看到", "seen"),
    "compared": ("比对", "compared"),
    "left": ("未比对及原因", "left alone, and why"),
    "cells": ("指标表中的数值", "Figures of the indicator tables"),
    "agrees": ("与正文一致", "agrees with the text"),
    "differs": ("与正文不一致", "differs from the text"),
    "absent": ("正文中没有找到", "not found in the text"),
    "files": ("文件", "Files"),
}


def word(key: str, lang: Lang) -> str:
    """A word of the page in a language."""
    return _WORDS[key][lang is Lang.EN]


def safe(text: str) -> str:
    """Words of a draft as text of the page: no element, and no character that is none."""
    return escape(_UNFIT.sub("\ufffd", text))
