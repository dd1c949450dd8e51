"""Many records in one database: kept exactly as they are, and asked."""
