"""What makes the mends, by what they change: money that has to meet, totals, rows, and texts."""
