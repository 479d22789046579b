"""Fonts: what rFonts names, directly or through the theme (ECMA-376-1, 17.3.2.26)."""

from linter.readers.docx.xml import Element, attribute, local

_DEFAULT_SCRIPT = "Hans"
_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan"}


class Theme:
    """The fonts of the theme, by the names that rFonts uses: minorEastAsia, majorHAnsi …"""

    def __init__(self, root: Element | None, language: str | None) -> None:
        """`language` is the draft's East Asian theme language (w:themeFontLang)."""
        self._fonts: dict[str, str] = {}
        script = _SCRIPTS.get(language or "", _DEFAULT_SCRIPT)
        for element in root.iter() if root is not None else ():
            name = local(element)
            if name in ("majorFont", "minorFont"):
                self._read(element, name.removesuffix("Font"), script)

    def _read(self, fonts: Element, kind: str, script: str) -> None:
        by_script = {e.get("script"): e.get("typeface") for e in fonts if local(e) == "font"}
        named = {local(e): e.get("typeface") for e in fonts}
        latin = named.get("latin")
        east_asian = named.get("ea") or by_script.get(script)
        for slot, font in (("Ascii", latin), ("HAnsi", latin), ("EastAsia", east_asian)):
            if font:
                self._fonts[kind + slot] = font

    def font(self, fonts: Element, slot: str) -> str | None:
        """Return the font that an rFonts element names for ascii or eastAsia; its theme wins."""
        theme = attribute(fonts, f"{slot}Theme")
        named = self._fonts.get(theme or "") or attribute(fonts, slot) or ""
        return named.split(";")[0].strip() or None  # LibreOffice lists what it would also take
