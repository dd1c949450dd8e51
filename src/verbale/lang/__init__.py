"""How things are worded: each language is a folder of TOML, read, checked and compiled here."""
