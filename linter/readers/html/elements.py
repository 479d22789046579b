"""The elements of HTML that the reader treats in a way of their own."""

VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    )
)
# Their text is no part of the page's text.
UNSEEN = frozenset(
    (
        "template",
        "svg",
        "math",
        "select",
        "button",
        "object",
        "video",
        "audio",
        "canvas",
        "rt",
        "rp",
        "head",
    )
)
# Their text is about the site, not the draft.
ASIDE = frozenset(("nav", "footer", "header", "aside", "menu"))
CELLS = frozenset(("td", "th"))
# A start tag closes these elements, up to one that bounds them.
IMPLIED = {
    "p": (frozenset(("p",)), frozenset(("div", "table", "td", "th", "li", "blockquote"))),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "table", "td", "th"))),
    "td": (CELLS, frozenset(("table",))),
    "th": (CELLS, frozenset(("table",))),
    "tr": (CELLS | {"tr"}, frozenset(("table",))),
    "body": (frozenset(("head",)), frozenset()),
}
