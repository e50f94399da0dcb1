"""The pieces of TOML as regular expressions, for text that a judge has found valid.

Possessive throughout: no text, however odd, makes them search back and forth. Each is compiled when first used: a file
without findings needs none of them, and compiling all takes longer than reading it.
"""

import re

SPACE = r"[ \t]*+"
BARE = r"[A-Za-z0-9_-]++"
BASIC = r'"(?:[^"\\\n]|\\[^\n])*+"'
LITERAL = r"'[^'\n]*+'"
STRING = rf"(?!\"\"\"|''')(?:{BASIC}|{LITERAL})"
LONG_BASIC = r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}+'
LONG_LITERAL = r"'''(?:[^']|'(?!''))*+'{3,5}+"
PART = rf"(?:{BARE}|{BASIC}|{LITERAL})"
KEY = rf"{PART}(?:{SPACE}\.{SPACE}{PART})*+"
ATOM = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9:.]++(?:[Zz]|[+-][0-9:]++)?+|[A-Za-z0-9_+.:-]++)"
_INNER = rf"[^\"'\n{{}}\[\]#]|{STRING}"
_FLAT = rf"(?:\{{(?:{_INNER})*+\}}|\[(?:{_INNER})*+\])"
SHORT_VALUE = rf"(?:{STRING}|{ATOM}|\{{(?:{_INNER}|{_FLAT})*+\}}|\[(?:{_INNER}|{_FLAT})*+\])"
END = rf"{SPACE}(?:\#[^\n]*+)?+\r?"

_TOKEN = rf"{LONG_BASIC}|{LONG_LITERAL}|{BASIC}|{LITERAL}"

part: re.Pattern[str]
statement: re.Pattern[str]
opening: re.Pattern[str]
ending: re.Pattern[str]
plain_lines: re.Pattern[str]
header: re.Pattern[str]
simple: re.Pattern[str]
brackets: re.Pattern[str]
gap: re.Pattern[str]
token: re.Pattern[str]
limited: re.Pattern[str]

_PATTERNS = {
    "part": PART,
    "statement": rf"{SPACE}({KEY}){SPACE}={SPACE}({SHORT_VALUE}){END}(?:\n|\Z)",
    "opening": rf"{SPACE}({KEY}){SPACE}={SPACE}",
    "ending": rf"{END}(?:\n|\Z)",
    "plain_lines": rf"(?:(?:{SPACE}{KEY}{SPACE}={SPACE}{SHORT_VALUE})?+{END}\n)*+",
    "header": rf"{SPACE}(\[\[?+)({SPACE}{KEY}{SPACE})(\]\]?+){END}(?:\n|\Z)",
    "simple": rf"{_TOKEN}|{ATOM}",
    "brackets": rf"{_TOKEN}|\#[^\n]*+|[\[\]{{}}]",
    "gap": r"(?:[ \t\r\n]++|\#[^\n]*+)*+",
    "token": rf"{_TOKEN}|{ATOM}|\#[^\n]*+",
    "limited": (
        rf"{LONG_BASIC}|{LONG_LITERAL}|(?P<part>{PART})|\#[^\n]*+|(?P<dot>\.)|(?P<mark>[\[\]{{}}])"
        r"|(?P<other>[^ \t])|[ \t]++"
    ),
}


def __getattr__(name: str) -> re.Pattern[str]:
    """Compile a pattern that is used for the first time, and keep it."""
    if name not in _PATTERNS:
        raise AttributeError(name)
    globals()[name] = compiled = re.compile(_PATTERNS[name])
    return compiled
