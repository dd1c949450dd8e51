"""Many records in one database."""
