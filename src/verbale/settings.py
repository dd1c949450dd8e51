"""The settings are the few limits that a user may turn, each by an environment variable."""

import os
from dataclasses import dataclass

from verbale.errors import VerbaleError


@dataclass(frozen=True, slots=True)
class Settings:
    """`max_bytes`: the largest source that is read (VERBALE_MAX_BYTES); larger ones are refused in one line."""

    max_bytes: int = 20_000_000

    @classmethod
    def from_environment(cls) -> "Settings":
        """The settings of this process.

        Raises:
            VerbaleError: a variable is not a number.
        """
        value = os.environ.get("VERBALE_MAX_BYTES", str(cls().max_bytes))
        if not value.isdigit():
            raise VerbaleError(f"VERBALE_MAX_BYTES is a number of bytes, not {value!r}")
        return cls(max_bytes=int(value))
