"""Bytes become characters by evidence, and what is no text is refused in one line."""

import pytest

from verbale.errors import UnreadableSource
from verbale.model.source import Source
from verbale.text.decode import decode


def of(content: bytes, media_type: str = "text/plain") -> Source:
    return Source("note.txt", media_type, content)


@pytest.mark.parametrize(
    "content, words, why",
    [
        ("Håkon spoke.".encode(), "Håkon spoke.", ""),  # plain UTF-8 needs no word
        ("\ufeffHåkon".encode(), "\ufeffHåkon", ""),  # the mark is one character of the source
        ("Håkon".encode("utf-16"), "\ufeffHåkon", "UTF-16-LE"),
        ("Håkon said yes".encode("utf-16-be"), "Håkon said yes", "UTF-16-BE"),  # without a mark, by the zero bytes
        ("Håkon".encode("utf-32"), "\ufeffHåkon", "UTF-32-LE"),
        ("Håkon said “yes”".encode("windows-1252"), "Håkon said “yes”", "windows-1252"),
        (b"H\xe5kon\x81", "Håkon\x81", "ISO 8859-1"),  # a byte that windows-1252 does not have
        ("Посол сказал: торговля растёт.".encode("windows-1251"), "Посол сказал: торговля растёт.", "windows-1251"),
        ("大使表示贸易增长".encode("gb18030"), "大使表示贸易增长", "GB 18030"),
        (b"pre \xed\xa0\x80 post", "pre \ufffd post", "surrogate"),  # WTF-8: a lone half
        (b"pre \xed\xa0\xbd\xed\xb8\x80 post", "pre \U0001f600 post", "surrogate"),  # CESU-8: a pair
        ("åäöåäöåäö".encode() + b"\xff", "åäöåäöåäö\ufffd", "broken"),  # mostly UTF-8
        (
            b"<html><meta charset=iso-8859-2><p>" + "Łódź".encode("iso-8859-2"),
            "<html><meta charset=iso-8859-2><p>Łódź",
            "declares",
        ),
    ],
)
def test_the_encoding_is_found_and_said(content: bytes, words: str, why: str) -> None:
    decoded = decode(of(content))
    assert decoded.content == words
    assert (why in decoded.why[0]) if why else not decoded.why


@pytest.mark.parametrize(
    "content, why",
    [
        (b"", "empty"),
        (b" \n\t \r\n", "empty"),
        (b"\x00\x00\x00", "empty"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04word/document.xml", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 Hello}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=f"note.txt.*{why}"):
        decode(of(content))


def test_a_stray_control_character_or_two_is_a_text_still() -> None:
    assert decode(of(b"Hello\x00 there\x01")).content == "Hello\x00 there\x01"
