"""The two screens: a folder of budgets, and one budget."""
