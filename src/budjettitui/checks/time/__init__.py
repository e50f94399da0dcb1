"""Checks of time: the period, what is dated, what is split by year, and the VAT of its time in a price."""

from budjettitui.checks.time import period, vat

__all__ = ["period", "vat"]
