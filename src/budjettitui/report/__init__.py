"""Findings, figures and rule sets turned into text and JSON. One file a format; a new format is one file more."""
