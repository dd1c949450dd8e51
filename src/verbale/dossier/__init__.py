"""From an archive to what two countries said to and of each other."""
