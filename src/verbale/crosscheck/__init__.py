"""From an archive to what its documents state, held against each other and against official series."""
