"""Markdown that a person wrote -> HTML that can do nothing but show it.

What is written is not lost: whatever has no place in the HTML (raw HTML, a picture, an address that is no web address)
stands there as text. Indented code, underlined headings and link definitions are no Markdown here: they would change
or hide what somebody typed as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 100_000
"""Characters; a longer text is shown whole, but as plain text."""

DEEPEST = 20
"""Lists and quotations within each other; a text that goes deeper is shown as plain text."""

WORDED = frozenset({"p", "h5", "h6", "blockquote", "ul", "ol", "li", "th", "td"})
"""Blocks of words: each finds its own reading direction, by dir="auto"."""

TAGS = WORDED | {"br", "hr", "em", "strong", "s", "code", "pre", "a", "table", "thead", "tbody", "tr"}
ATTRIBUTES = {"a": {"href", "rel", "title", "class"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
"""All that `to_html` ever writes. A link that shows its own address has the class "address"."""

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The characters that turn the reading direction of what follows them."""

_UNSEEN = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f{TURNS}\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")


def to_html(text: str) -> str:
    """The HTML of `text`, of `TAGS` and `ATTRIBUTES` alone; empty for a blank one.

    Meant to stand under a heading of level 4: its own headings are of level 5 and 6.
    """
    tokens = _tokens(text)
    if tokens is None:
        return "".join(f'<p dir="auto">{escape(line)}</p>\n' for line in _plain_lines(text))
    # An entity such as &#x202e; is a character only now.
    return visible(_parser().renderer.render(tokens, _parser().options, {}))


def visible(text: str) -> str:
    """`text` with every control character and every character that turns the reading direction shown instead of obeyed.

    Line ends and tabs stay. "\\0" becomes "␀", U+202E "[U+202E]", half a character "\ufffd".
    """
    return _UNSEEN.sub(_picture, _LINE_ENDS.sub("\n", text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"[U+{code:04X}]"


def _tokens(text: str) -> list[Token] | None:
    """The blocks of `text`, or None where it is too long or too deep to be laid out."""
    if len(text) > LONGEST:
        return None
    tokens = _parser().parse(visible(text))
    # The parser drops what lies deeper than it goes, which is inside a block of this level.
    return None if any(token.level >= DEEPEST for token in tokens) else tokens


def _plain_lines(text: str) -> list[str]:
    return [line for line in visible(text).split("\n") if line.strip()]


# --- the parser -----------------------------------------------------------------------------------


@cache
def _parser() -> MarkdownIt:
    # Not needed before the first rationale is shown.
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            return followable(url)

    options = {"html": False, "breaks": True, "xhtmlOut": False, "maxNesting": DEEPEST + 1}
    parser = Parser("commonmark", options).enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline", "code", "lheading", "reference"])
    parser.core.ruler.push("restrict", lambda state: _restrict(state.tokens))
    # No line end behind it: a style sheet that keeps spaces would show a second one.
    for name in ("softbreak", "hardbreak"):
        parser.add_render_rule(name, lambda *_: "<br>")
    return parser


def followable(address: str) -> bool:
    """A web address with a host, or a mail address: what a reader may be taken to."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) if parts.scheme in ("http", "https") else parts.scheme == "mailto" and "@" in parts.path


def _restrict(tokens: Sequence[Token]) -> None:
    """Leave each element the attributes it may have; a picture is never fetched, it is told in words."""
    leads = True  # the link that is open, which holds no other
    for token in tokens:
        _restrict(token.children or ())
        if token.type == "link_open":
            leads = followable(str(token.attrs["href"]))
        if token.type in ("link_open", "link_close") and not leads:  # "[words]()" has no address to refuse
            token.type, token.tag, token.nesting = "text", "", 0
        elif token.type == "image":
            described, address = _words(token.children or ()), str(token.attrs["src"])
            token.type, token.content = "text", f"{described} ({address})" if described else address
        elif token.type == "fence":
            token.type = "code_block"  # without the class that names its language
        elif token.type.startswith("heading"):
            token.tag = "h5" if token.tag in ("h1", "h2") else "h6"
        token.attrs = _allowed(token)


def _allowed(token: Token) -> dict[str, str | int | float]:
    attributes = {name: value for name, value in token.attrs.items() if name in ATTRIBUTES.get(token.tag, ())}
    style = str(token.attrs.get("style", ""))
    if style.startswith("text-align:"):
        attributes["align"] = style.removeprefix("text-align:")
    if token.type == "link_open":
        attributes["rel"] = "noopener noreferrer"
        attributes |= {"class": "address"} if token.markup == "autolink" else {}
    if token.nesting == 1 and token.tag in WORDED:
        attributes["dir"] = "auto"
    return attributes


def _words(tokens: Sequence[Token]) -> str:
    """The words that describe a picture; behind a link its address, where the link does not show it."""
    said, began, address = list[str](), 0, ""
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                said.append("\n")
            case "link_open":
                began, address = len(said), str(token.attrs["href"])
            case "link_close":
                if "".join(said[began:]) not in (address, address.removeprefix("mailto:")):
                    said.append(f" ({address})")
            case _:
                said.append(token.content)
    return "".join(said)
