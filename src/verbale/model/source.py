"""A source is what was read: its bytes, where they came from, and what kind of file they are."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as they lay at `uri`; `media_type` is an IANA media type such as `text/markdown`."""

    uri: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal: a source's identity."""
        return sha256(self.content).hexdigest()
