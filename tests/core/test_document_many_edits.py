"""Many values typed at once (a bulk change, a goal over all lines) give the very text that one by one gives."""

from budjettitui.document import Document, EditRefused
from budjettitui.edits import Edit, Insert, Set

ROWS = "".join(f'[[cost]] # line {n}\ncategory = "other"\namount = {n + 1}_000.00 # about\n\n' for n in range(40))
TEXT = 'schema = 1\n[project]\nname = "Hall"\n\n' + ROWS


def one_by_one(edits: list[Edit]) -> str:
    document = Document.from_bytes(TEXT.encode())
    for edit in edits:
        document = document.apply((edit,)).document
    return document.text


def test_together_is_as_one_by_one_whatever_their_order() -> None:
    edits: list[Edit] = [Set(("cost", n, "amount"), f"{n}.5") for n in (*range(0, 40, 2), *range(39, 0, -2))]
    edits.insert(3, Set(("project", "code"), '"X"'))
    edits.append(Insert("cost", 0, (("category", '"x"'),)))
    edits += [Set(("cost", n, "category"), '"services"') for n in range(1, 40)]
    applied = Document.from_bytes(TEXT.encode()).apply(edits)
    assert applied.document.text == one_by_one(edits)
    back = applied.document.splice([splice.opposite for splice in reversed(applied.splices)])
    assert back.text == TEXT


def test_a_cell_set_twice_among_many_keeps_the_last() -> None:
    edits: list[Edit] = [Set(("cost", n % 20, "amount"), str(n)) for n in range(40)]
    assert Document.from_bytes(TEXT.encode()).apply(edits).document.text == one_by_one(edits)


def test_one_that_is_no_value_refuses_them_all() -> None:
    edits: list[Edit] = [Set(("cost", n, "amount"), "1\n[x]" if n == 30 else "1") for n in range(40)]
    try:
        Document.from_bytes(TEXT.encode()).apply(edits)
    except EditRefused:
        return
    raise AssertionError("it was not refused")
