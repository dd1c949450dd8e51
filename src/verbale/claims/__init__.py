"""From statements to claims, one module a kind; none imports another."""
