"""Where the repository stands, its five real budgets, and those made of public documents."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUDGETS = ROOT / "budgets"
PUBLIC = ROOT / "tests" / "public"
