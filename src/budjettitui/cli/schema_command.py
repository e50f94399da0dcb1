"""`budjettitui schema`: the JSON Schema of the budget file, for editors."""

from collections.abc import Sequence

from budjettitui.cli.output import put
from budjettitui.cli.parser import Parser, parsed
from budjettitui.report import json_schema
from budjettitui.words import Words


def run(argv: Sequence[str]) -> int:
    """Writes the schema to stdout."""
    parsed("schema", argv, _fill)
    put(json_schema.report(), utf8=True)
    return 0


def _fill(parser: Parser, words: Words) -> None:
    """It takes no arguments."""
