"""Verbale turns what officials say into a record that can be cited, queried, checked and compared."""
