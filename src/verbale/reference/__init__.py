"""From the file of a statistical office to observations of official series."""
