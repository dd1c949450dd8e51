"""Comparing: two documents that report the same words, or that are versions of one."""
