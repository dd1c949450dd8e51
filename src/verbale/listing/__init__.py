"""Listings: findings of many documents side by side, for people as a table, for programs in the formats they read."""
