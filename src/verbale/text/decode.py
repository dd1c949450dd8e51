"""Decoded is a source's bytes as characters, with a word on how they were read where they are not plain UTF-8.

Offsets into a source count these characters; a byte order mark is one of them, as in `bytes.decode("utf-8")`.
"""

import codecs
import re
from dataclasses import dataclass

from verbale.errors import UnreadableSource
from verbale.model.source import Source

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP (or a word processor's file)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an old word processor's file",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
}
_MARKS = (  # the longer first: the mark of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TOO_MANY_CONTROLS = 0.01  # of the characters: more than a text has by accident
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and `why` they are these: nothing where the bytes are plain UTF-8."""

    content: str
    why: tuple[str, ...] = ()


def decode(source: Source) -> Decoded:
    """The characters of the source.

    Raises:
        UnreadableSource: there are none, or they are not a text.
    """
    if not source.content.strip(b"\x00\t\n\v\f\r "):
        raise UnreadableSource(f"{source.uri}: there is no text in it: it is empty")
    for signature, name in _SIGNATURES.items():
        if source.content.startswith(signature):
            raise UnreadableSource(f"{source.uri}: not a text: looks like {name}")
    decoded = _decoded(source.content)
    controls = len(_CONTROLS.findall(decoded.content))
    if controls > 8 and controls > _TOO_MANY_CONTROLS * len(decoded.content):
        raise UnreadableSource(f"{source.uri}: not a text: looks binary ({controls} control characters)")
    return decoded


def _decoded(content: bytes) -> Decoded:
    if encoding := _wide(content):
        return _replaced(content, encoding, f"decoded as {encoding.upper()}, by its byte order mark or zero bytes")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if encoding := _declared(content):
        return Decoded(content.decode(encoding), (f"decoded as {encoding}, as the page declares",))
    return _nearly_utf8(content) or _by_bytes(content)


def _wide(content: bytes) -> str | None:
    """The encoding of two or four bytes a character that a mark or the places of the zero bytes show."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    even, odd = content[0:4000:2].count(0), content[1:4000:2].count(0)
    half = len(content[:4000]) / 2
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.05 * half else None


def _declared(content: bytes) -> str | None:
    """The charset that a page's own `meta` names, if its bytes are that."""
    found = _CHARSET.search(content, 0, 4096)
    if not found:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return encoding


def _nearly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with some bytes that are not: surrogates encoded one by one, or a few broken characters."""
    try:
        surrogates = content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        broken = content.decode("utf-8", "replace")
        bad = broken.count("\ufffd")
        good = sum(byte >= 0xC0 for byte in content) - bad
        return Decoded(broken, (f"UTF-8 with {bad} broken characters, now \ufffd",)) if good > 4 * bad else None
    whole = surrogates.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lone = whole.count("\ufffd")
    return Decoded(whole, (f"UTF-8 with surrogates encoded by themselves; {lone} lone ones are now \ufffd",))


def _by_bytes(content: bytes) -> Decoded:
    """One byte a character, or Chinese: the likeliest by the share of bytes outside ASCII."""
    high = sum(byte >= 0x80 for byte in content)
    if high * 3 > len(content):
        try:
            chinese = content.decode("gb18030")
        except UnicodeDecodeError:
            chinese = ""
        if len(_CHINESE.findall(chinese)) * 2 > len(chinese):
            return Decoded(chinese, ("decoded as GB 18030, by evidence: not UTF-8, mostly Chinese characters",))
        return _replaced(content, "windows-1251", "decoded as windows-1251, by evidence: not UTF-8, mostly not Latin")
    why = "decoded as windows-1252, by evidence: not UTF-8, mostly ASCII"
    try:
        return Decoded(content.decode("windows-1252"), (why,))
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), (why.replace("windows-1252", "ISO 8859-1"),))


def _replaced(content: bytes, encoding: str, why: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, (why,) if "\ufffd" not in text else (f"{why}; {text.count(chr(0xFFFD))} broken characters",))
