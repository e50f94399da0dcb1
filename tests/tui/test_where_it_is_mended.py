"""A finding that stands at a partner is found on Funding and File at the row of the money that is too little."""

from pathlib import Path

import pytest

from tests.tui.person import at, copied

HEAD = 'schema = 1\n[project]\nname = "x"\n[stated]\ncosts = 100_000\nsupport = 75_000\n'
OWN = '[[funding]]\nkind = "own"\namount = {}\n'


@pytest.mark.parametrize("name", ["dot.toml", "hot.toml"])
async def test_on_funding_the_row_of_the_money_has_the_sign_and_n_goes_to_it(name: str, tmp_path: Path) -> None:
    async with at(copied(name, tmp_path)) as person:
        city = len(person.session.state.budget.funding) - 1
        await person.press("g", "3")
        assert any(line.startswith(" ✗ municipal") for line in person.lines())
        await person.press("n")
        assert person.view.page == "funding"
        assert person.view.at is not None
        assert person.view.at[:2] == ("funding", city)
        assert any(line.startswith("▸✗ municipal") for line in person.lines())
        assert "Finding 1 of 4: error, in this row" in person.text()


async def test_the_strip_speaks_of_the_finding_while_the_cursor_is_in_the_row_of_its_money(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path)) as person:
        await person.press("g", "3", "down", "down", "down")
        assert "in this row" in person.text()
        assert "1 000,00 of self-financing is missing" in person.text()
        await person.press("up")
        assert "in this row" not in person.text()


async def test_n_goes_round_each_finding_once_from_every_page(tmp_path: Path) -> None:
    for page in "123456":
        async with at(copied("dot.toml", tmp_path)) as person:
            count = len(person.session.state.roots())
            await person.press("g", page)
            seen = []
            for _ in range(count):
                await person.press("n")
                assert person.view.finding is not None
                seen.append((person.view.finding.check, person.view.finding.path))
            assert len(set(seen)) == count
            await person.press("n")
            assert person.view.finding is not None
            assert (person.view.finding.check, person.view.finding.path) == seen[0]
            await person.press("N", "N")
            assert person.view.finding is not None
            assert (person.view.finding.check, person.view.finding.path) == seen[-2]


async def test_from_partners_and_costs_n_goes_to_the_partner_as_before(tmp_path: Path) -> None:
    for page in "24":
        async with at(copied("hot.toml", tmp_path)) as person:
            await person.press("g", page, "n")
            assert person.view.page == "partners"
            assert person.view.at is not None
            assert person.view.at[0] in ("partner", "share")


async def test_on_file_n_stays_there_and_goes_to_the_line_of_the_amount(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "73_250" in line and line.startswith("amount"))
    async with at(path) as person:
        await person.press("g", "6", "n")
        assert person.view.page == "file"
        assert any(line.startswith("▸✗") and f" {number} amount = {{" in line for line in person.lines())
        assert f"─ Line {number} of {len(lines)}: funding.city-fvh.amount | Finding 1 of 4 ─" in person.text()


async def test_the_line_in_the_rule_follows_the_cursor_over_lines_of_nothing_too(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        count = person.session.state.document.line_count
        await person.press("g", "6", "g", "g")
        for number in range(1, 12):
            assert f"─ Line {number} of {count}" in person.text()
            await person.press("down")
        await person.press("g", "4")
        assert "─ Line" not in person.text()


async def test_of_a_sum_of_many_rows_none_has_the_sign_and_n_goes_to_the_largest(tmp_path: Path) -> None:
    path = tmp_path / "many.toml"
    path.write_text(HEAD + OWN.format(1_000) * 5 + OWN.format(4_000) + OWN.format(2_000), encoding="utf-8")
    async with at(path) as person:
        await person.press("g", "3")
        assert not any(line[1:2] == "✗" and " own " in line for line in person.lines())
        await person.press("n")
        assert person.view.at is not None
        assert person.view.at[:2] == ("funding", 5)
        assert "self-financing" in person.text()


async def test_once_it_is_mended_no_sign_is_left(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path)) as person:
        await person.press("g", "3", "n", "m", "enter", "g", "3")
        assert not any(line[1:2] == "✗" for line in person.lines())


async def test_own_money_of_a_share_has_the_sign_where_it_stands_among_the_sources(tmp_path: Path) -> None:
    text = (
        'schema = 1\n[project]\nname = "x"\n[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'
        '[[share]]\npartner = "town"\ncosts = 60_000\nsupport = 45_000\nown = 12_000\n'
        '[[share]]\npartner = "club"\ncosts = 40_000\nsupport = 30_000\nown = 10_000\n'
    )
    path = tmp_path / "shares.toml"
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        await person.press("g", "3")
        signed = [line for line in person.lines() if line[1:2] == "✗" and " from the share " in line]
        assert len(signed) == 1
        assert "12 000,00" in signed[0].replace("\u00a0", " ")
        await person.press("n")
        assert person.view.page == "funding"
        assert "in this row" in person.text()


async def test_list_and_proof_say_in_which_line_it_may_be_mended(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "73_250" in line and line.startswith("amount"))
    async with at(path) as person:
        await person.press("f")
        assert f"line 40; to be mended in line {number}" in person.text()
        await person.press("w")
        assert f"73 250,00  line {number}" in person.text()
        await person.press("escape", "down", "down")
        assert "to be mended" not in person.text()


async def test_n_comes_to_a_finding_of_the_whole_file_from_every_page(tmp_path: Path) -> None:
    path = tmp_path / "nothing.toml"
    path.write_text("", encoding="utf-8")
    async with at(path) as person:
        for page in "12345":
            await person.press("g", page, "n", "n")
            assert person.app.is_running
