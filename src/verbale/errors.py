"""An error is what is wrong with the call, told in one clear line; what is wrong with the material is an Issue."""


class VerbaleError(Exception):
    """The call cannot be carried out; its message is the one line that the user reads (exit code 2)."""


class UnreadableSource(VerbaleError):
    """The source cannot become text at all: missing, empty, binary, too large."""


class BrokenAnchor(VerbaleError):
    """Words do not stand where a span says they do: the one law is broken, and nothing is written."""


class LanguageError(VerbaleError):
    """A language pack is malformed; the message names the file, the rule and what is wrong."""


class ArchiveError(VerbaleError):
    """The archive cannot be opened, read or written; the message says which and why."""


class RefusedRecord(ArchiveError):
    """One record cannot be kept as it is; the archive itself is well."""


class UnreadableSeries(VerbaleError):
    """A file of official series cannot be loaded; the message says what it lacks and how to say it."""
