"""stand-in until the document layer is merged"""
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class OddNumber:
    text: str
