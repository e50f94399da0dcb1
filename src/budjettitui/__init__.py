"""budjettitui: draft and check grant budgets kept as TOML files."""

__version__ = "0.1.0"
