"""Bytes -> text, and text -> the text that is kept: decoded, line ends made one, what cannot be shown repaired.

Every repair but that of line ends puts one character for one, and each kind is told in a sentence.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text without a mark is never in these, and a detector finds them in any short string.
NOT_WITHOUT_MARK = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]

_LINE_END = re.compile("\r\n?|[\f\v]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL_BYTES = bytes({*range(32)} - set(b"\t\n\x0b\f\r\x1b"))

# Windows-1252 read as such: the signs of typesetting, and accented letters where Western languages have them. A capital
# inside a word (ItÕs) is another code page's quotation mark.
_NOT_WESTERN = re.compile(
    "[^\x00-\x7f€…‘’“”‚„•–—™\xa0£¥§©«®°·»¼½¾¡¿ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒŠŽßàáâäåæçèéêëìíîïñòóôöøùúûüœšž]"
    "|(?<=[a-zß-ÿ])[À-Þ¿¡]|[À-Þ](?![A-Za-zÀ-ÿ’'])"
)
_ACCENTED = re.compile("[À-ÿŒŠŽœšž]")
_LETTER = re.compile("[A-Za-zÀ-ÿŒŠŽœšž]")
# French news has 4 to 6 accented letters in 100, a short sentence up to 14; Cyrillic read as Windows-1252 has 100.
MOST_ACCENTED = 0.15


class NotText(Exception):
    """The bytes are not text; `str(error)` says what they look like."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as it is kept, and one sentence for each kind of thing that was changed on the way."""

    text: str
    repairs: tuple[str, ...]


def digest(text: str) -> str:
    """What names a text: the SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def decode(content: bytes) -> tuple[str, str]:
    """The text and the codec that read it. Raises NotText for binary data.

    In order: byte order mark, strict UTF-8, Windows-1252 where it reads as Western text, detection, Windows-1252.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _as_far_as_possible(content, encoding), encoding
    _refuse_binary(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _detected(content)


def _refuse_binary(content: bytes) -> None:
    signatures = {b"%PDF": "a PDF", b"PK\x03\x04": "a Word or other zipped document", b"\x89PNG": "an image"}
    for signature, what in signatures.items():
        if content.startswith(signature):
            raise NotText(f"looks like {what}, not text")
    head = content[:8192]
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    # A stray NUL is repaired; one byte in fifty is not a text any more (or UTF-16 without its mark).
    if controls > max(2, len(head) // 50):
        raise NotText("is not text (binary data)")


def _detected(content: bytes) -> tuple[str, str]:
    # The detector reads English Windows-1252 as a Macintosh or Central European page more often than not and so turns
    # its quotation marks into letters; hence our own look first.
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _reads_as_western(text):
        return text, "cp1252"
    found = from_bytes(content, cp_exclusion=NOT_WITHOUT_MARK).best()
    if found is not None:
        return str(found), found.encoding
    return _as_far_as_possible(content, "cp1252"), "cp1252"


def _as_far_as_possible(content: bytes, encoding: str) -> str:
    """The text, with a lone surrogate for what is not of this encoding: `clean` counts and repairs those."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode(encoding, "replace").replace("\ufffd", "\udfff")


def _reads_as_western(text: str) -> bool:
    accented = len(_ACCENTED.findall(text))
    return not _NOT_WESTERN.search(text) and accented <= max(2, MOST_ACCENTED * len(_LETTER.findall(text)))


def clean(text: str, encoding: str = "utf-8") -> Cleaned:
    """The text with "\\n" for every line end and every character storable and visible."""
    repairs = []
    if encoding not in {"utf-8", "utf-8-sig"}:
        repairs.append(f"Read as {encoding}, not UTF-8.")
    text, ends = _LINE_END.subn("\n", text)
    if ends:
        repairs.append(f"{_counted(ends, 'line end')} (CR, CRLF or page break) became LF.")
    repaired, unshowable = _UNSHOWABLE.subn(_visible, text)
    if unshowable:
        kept = repaired.count("\ufffd") - text.count("\ufffd")
        if kept:
            repairs.append(f"{_counted(kept, 'character')} that cannot be shown became \ufffd.")
        if unshowable > kept:
            repairs.append(f"{_counted(unshowable - kept, 'character')} of Windows-1252 became the sign meant.")
    return Cleaned(repaired, tuple(repairs))


def _visible(match: re.Match[str]) -> str:
    # A C1 control is a Windows-1252 byte that somebody decoded as Latin-1; HTML 5 reads &#146; the same way.
    code = ord(match[0])
    return bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0x9F else "\ufffd"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
