"""The keys that sentences name (`{key:undo}`), as they are where the settings say nothing else; a test holds them equal
to the table of keys of the screen."""

KEYS = {
    "undo": "u", "redo": "U", "add": "a", "delete": "d", "mend": "m", "why": "w", "close": "q", "help": "?", "sort": "S",
    "spread": "E", "rest": "L", "fill_down": "V", "copy": "y", "select": "v", "filter": "F", "find": "/", "go": "g",
    "next_finding": "n", "findings": "f", "jump": ";", "accept": "r", "note": "c", "compare": "C",
}  # fmt: skip
