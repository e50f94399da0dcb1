"""The pages of a budget, each one file."""
