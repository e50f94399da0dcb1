"""Checks of the partners: who they are, what each of them has, and what goes from one to another."""

from budjettitui.checks.partners import figures, numbers, payments, roles

__all__ = ["figures", "numbers", "payments", "roles"]
