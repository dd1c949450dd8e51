"""An id is a digest of what it names: the same content has the same id on every machine."""

from hashlib import blake2b


def identify(kind: str, *content: object) -> str:
    """The id of a thing of a `kind` with this content: the kind and twelve hexadecimal digits, such as `figure-5f0c…`.

    Ids are unique within a document; an archive pairs them with the document's id.
    """
    digest = blake2b("\x1f".join(map(str, content)).encode("utf-8", "surrogatepass"), digest_size=6)
    return f"{kind}-{digest.hexdigest()}"
