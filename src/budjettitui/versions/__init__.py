"""Versions of one budget side by side: which row is which, what differs, what each hand changed, one put on the other.

They are versions as they were read and judged; how one is had from git is in `revisions`.
"""
