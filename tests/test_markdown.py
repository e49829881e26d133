"""Markdown of a rationale: laid out for reading, closed to everything else, and nothing written is lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.markdown import ATTRIBUTES, DEEPEST, LONGEST, TAGS, TURNS, WORDED, followable, to_html
from tests.reports.payloads import HOSTILE_UNICODE, INJECTIONS

MARKDOWN_INJECTIONS = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61;vascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\tjavascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/x)",
    "[x](/relative)",
    "[x](http:///no-host)",
    "[x](http://[)",
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x](https://example.org/ \"t' onmouseover='alert(1)\")",
    '[x](https://example.org/ "<script>alert(1)</script>")',
    '[x](https://example.org/ "&quot; onmouseover=alert(1) x=&quot;")',
    "[<script>alert(1)</script>](https://example.org)",
    "[![x](https://example.org/a.png)](https://example.org)",
    "![x](https://evil.example/pixel.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    '![" onerror="alert(1)](https://example.org/x)',
    "![x](https://example.org/x\"onerror='alert(1)')",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<https://example.org/\"onclick='alert(1)'>",
    "<me@example.org?subject=<script>>",
    "<ftp://example.org/x>",
    "[1]: javascript:alert(1)\n\n[x][1]",
    "```<script>\nalert(1)\n```",
    '``` " onclick="alert(1)\nx\n```',
    "~~~ html\n<script>alert(1)</script>\n~~~",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "- <svg onload=alert(1)>",
    "> <iframe src=javascript:alert(1)>",
    "| <script> |\n|:-:|\n| <img src=x> |",
    '| x |\n|:-" onclick="alert(1)|\n| y |',
    "**<b onclick=alert(1)>x</b>**",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<script\n>alert(1)</script\n>",
    "<!-- x -->\n\n<div onclick=alert(1)>\n\n**x**\n\n</div>",
    "<![CDATA[<script>]]>",
    "<?php echo 1 ?>",
    "1. x\n\n   <style>*{display:none}</style>",
    "99999999999. <script>",
    "- [x] <input onfocus=alert(1) autofocus>",
    "[^1]: <script>",
    ":::{raw} html\n<script>\n:::",
    "{{ config }} {% raw %}",
)


@dataclass
class Shown(HTMLParser):
    """A piece of HTML as a browser would take it in; every element is closed in its turn."""

    html: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def shown(text: str) -> Shown:
    """`text` rendered, and found to hold what is allowed and nothing else."""
    made = Shown(to_html(text))
    for tag, attributes in made.elements:
        assert tag in TAGS
        assert set(attributes) - {"dir"} <= ATTRIBUTES.get(tag, set())
        assert attributes.get("dir") == ("auto" if tag in WORDED else None)
        assert attributes.get("align", "left") in ("left", "center", "right")
        assert attributes.get("start", "1").isdecimal()
        if tag == "a":
            assert followable(attributes["href"])
            assert attributes["rel"] == "noopener noreferrer"
            assert attributes.get("class", "address") == "address"
    return made


# --- what a person may write ----------------------------------------------------------------------


def test_plain_text_stays_as_it_was_written() -> None:
    text = "The lists name three, not two.\nSeen on 9 July;  two spaces.\n\nA second paragraph: 5 * 3, a_b_c & so on."
    assert to_html(text) == (
        '<p dir="auto">The lists name three, not two.<br>Seen on 9 July;  two spaces.</p>\n'
        '<p dir="auto">A second paragraph: 5 * 3, a_b_c &amp; so on.</p>\n'
    )


def test_emphasis_lists_quotations_and_code_are_laid_out() -> None:
    made = shown("*a* **b** ~~c~~ `d`\n\n- one\n- two\n\n3. three\n\n> said\n\n```\nlog\n```\n\n---")
    assert " ".join(made.tags) == "p em strong s code ul li li ol li blockquote p pre code hr"
    assert ("ol", {"start": "3", "dir": "auto"}) in made.elements


def test_a_table_keeps_its_columns() -> None:
    made = shown("| who | how many |\n|---|--:|\n| MailOnline | 3 |")
    assert made.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert made.elements[-1] == ("td", {"align": "right", "dir": "auto"})


def test_headings_stand_below_those_of_the_page() -> None:
    assert shown("# One\n\n## Two\n\n### Three\n\n###### Six").tags == ["h5", "h5", "h6", "h6"]


def test_links_lead_to_web_and_mail_addresses_alone() -> None:
    made = shown(
        "[crew](https://example.org/a?b=1&c=2) <https://example.org> <ana@example.org> [no](ftp://example.org)"
    )
    assert [a["href"] for tag, a in made.elements if tag == "a"] == [
        "https://example.org/a?b=1&c=2",
        "https://example.org",
        "mailto:ana@example.org",
    ]
    assert "[no](ftp://example.org)" in made.text


def test_a_picture_is_told_in_words_and_never_fetched() -> None:
    made = shown("![the *square* at noon](https://example.org/a.png) ![](https://example.org/b.png)")
    assert made.tags == ["p"]
    assert made.text.strip() == "the square at noon (https://example.org/a.png) https://example.org/b.png"


def test_what_a_person_types_as_plain_text_is_not_hidden_or_changed() -> None:
    for typed in ("[1]: https://example.org/source", "    four spaces in front", "<b>bold</b>", "<!-- x -->"):
        assert shown(typed).text.strip() == typed.strip()
        assert shown(typed).tags == ["p"]
    assert shown("A line\n---").tags == ["p", "hr"]


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\t\n"])
def test_nothing_written_is_nothing_shown(blank: str) -> None:
    assert to_html(blank) == ""


# --- what nobody may do ---------------------------------------------------------------------------


def test_there_are_a_hundred_payloads() -> None:
    assert len({*INJECTIONS, *MARKDOWN_INJECTIONS}) >= 100


@pytest.mark.parametrize("payload", [*INJECTIONS, *MARKDOWN_INJECTIONS])
@pytest.mark.parametrize("around", ["{}", "before {} after", "> - {}", "# {}", "**{}**", "[{}](https://example.org)"])
def test_no_payload_adds_an_element_outside_the_list(payload: str, around: str) -> None:
    made = shown(around.format(payload) if "{" not in payload else around.replace("{}", payload))
    assert not {"script", "img", "svg", "iframe", "style", "input"} & set(made.tags)
    assert "evil.example" not in "".join(a.get("href", "") for _, a in made.elements)


@pytest.mark.parametrize("words", HOSTILE_UNICODE)
def test_characters_that_steer_are_shown_and_not_obeyed(words: str) -> None:
    assert not [
        c for c in shown(words).text if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t") or c in TURNS
    ]


def test_each_steering_character_has_a_picture() -> None:
    assert shown("a\0b\x1bc\u202ed\ud800e").text.strip() == "a␀b␛c[U+202E]d\ufffde"
    assert shown("a &#x202e; b").text.strip() == "a [U+202E] b"


def test_an_endless_text_is_shown_whole_and_plain() -> None:
    long = "*a* " * (LONGEST // 4) + "end"
    assert shown(long).tags == ["p"]
    assert shown(long).text.strip() == long


@pytest.mark.parametrize("mark", [">", "> ", "- ", "1. ", "* > "])
def test_a_text_nested_too_deep_is_shown_whole_and_plain(mark: str) -> None:
    deep = mark * (DEEPEST + 5) + "word"
    assert shown(deep).text.strip() == deep
    assert shown(deep).tags == ["p"]


def test_nesting_that_can_be_read_is_laid_out() -> None:
    assert shown("> " * 8 + "word").tags == ["blockquote"] * 8 + ["p"]


MARKS = "*_#>-+`~[]()!|\\<>&;:\"'/ \n\t\r\0\u202e{}=x1."


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from(MARKS), st.characters()), max_size=200))
@example("\ud800[x](http://\ud800)")
@example("[x](http://\u2028/)")
def test_any_text_gives_what_is_allowed_and_nothing_else(text: str) -> None:
    assert not set(shown(text).text) & {*TURNS, "\0"}
    to_html(text).encode("utf-8")


@pytest.mark.parametrize(
    "text", ["[]()", "[words]()", "[words](<>)", '[words]( "a title")', "[a *b*]() and [c](http://d.org)"]
)
def test_a_link_without_an_address_is_its_words(text: str) -> None:
    assert [tag for tag in shown(text).tags if tag == "a"] == ["a"] * text.count("http")


JOINTS = ("\n", "\n\n", " ", "> ", "- ", "|", "`", "[", "](")


@settings(deadline=None)
@given(st.lists(st.sampled_from([*INJECTIONS, *MARKDOWN_INJECTIONS, *JOINTS])))
def test_any_payloads_together_give_what_is_allowed(pieces: list[str]) -> None:
    assert not {"script", "img", "svg"} & set(shown("".join(pieces)).tags)


@settings(deadline=None)
@given(st.text("ab*_#>-+[]()! \n<&\\\t", max_size=300))
def test_no_letter_is_ever_lost(text: str) -> None:
    letters = re.sub("[^ab]", "", text)
    assert re.sub("[^ab]", "", shown(text).text) == letters
