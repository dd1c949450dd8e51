"""Charts: what two countries state of one indicator over time, beside the official series."""
