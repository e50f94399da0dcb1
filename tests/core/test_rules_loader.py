"""A rule set is found by its name, whatever the name is, and nothing outside the budget's folder is ever read."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.rules.loader import CHAIN_MAX, Loaded, load
from tests.powers import as_anybody

HOSTILE = {
    "": "unknown",
    "..": "path",
    ".": "path",
    "/etc/passwd": "path",
    "../../../../etc/passwd": "path",
    "rules/../../../../etc/passwd": "path",
    "./../city.toml": "path",
    "./sub/../city.toml": "path",
    "././city.toml": "path",
    ".//city.toml": "path",
    "./": "path",
    "./.toml/": "path",
    "./city": "path",
    "./.env": "path",
    "~/.ssh/id_rsa": "path",
    "http://127.0.0.1:9/rules.toml": "path",
    r"\\127.0.0.1\share\rules.toml": "path",
    r".\city.toml": "path",
    "./a:stream.toml": "path",
    "./C:city.toml": "path",
    "/dev/zero": "path",
    "/proc/self/fd/0": "path",
    "fi-esrplus-2021.toml": "unknown",
    "FI-ESRPLUS-2021": "unknown",
    "fi-esrplus-2021 ": "unknown",
    "fi-esrplus-2021\n": "unknown",
    "{0.__class__}": "unknown",
    "r" * 100_000: "unknown",
    "./" + "r" * 100_000 + ".toml": "path",
    "./" + "a/" * 90 + "x.toml": "not-found",
    "./\x00.toml": "path",
    "./\ud800.toml": "path",
    "sets/generic": "path",
    "./no-such.toml": "not-found",
}


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:40])
def test_a_hostile_name_is_a_fault(name: str, tmp_path: Path) -> None:
    put(tmp_path.parent, "city.toml", 'extends = "generic"\n')
    folder = tmp_path / "budgets"
    folder.mkdir()
    assert load(name, folder) == Loaded(None, HOSTILE[name])


def test_a_file_beside_the_budget_stands_on_a_shipped_set(tmp_path: Path) -> None:
    put(tmp_path, "city.toml", 'extends = "fi-esrplus-2021"\nsupport.rate_max = 70\n[titles]\nfi = "Kaupunki"\n')
    found = load("./city.toml", tmp_path)
    assert found.rules is not None
    assert found.faults == ()
    assert found.rules.number("support.rate_max") == 70
    rule = found.rules.rule("support.rate_max")
    assert rule is not None
    assert (rule.source, rule.verified) == (None, False)
    assert found.rules.id == "./city.toml"
    assert found.rules.extends == "fi-esrplus-2021"
    assert found.rules.titles["fi"] == "Kaupunki"
    assert found.rules.titles["en"] == "ESF+, ERDF and JTF in Finland 2021–2027"
    assert "flat-40" in found.rules.cost_models


def test_a_file_is_read_anew_when_it_has_changed(tmp_path: Path) -> None:
    for rate in (70, 65):
        put(tmp_path, "city.toml", f"support.rate_max = {rate}\n")
        found = load("./city.toml", tmp_path)
        assert found.rules is not None
        assert found.rules.number("support.rate_max") == rate


def test_standard_input_has_no_folder() -> None:
    assert load("./city.toml") == Loaded(None, "no-folder")
    assert load("generic").rules is not None


def test_a_file_below_the_folder_extends_one_below_itself(tmp_path: Path) -> None:
    put(tmp_path, "calls/spring.toml", 'extends = "./base/city.toml"\ncosts.max = 100_000\n')
    put(tmp_path, "calls/base/city.toml", 'extends = "fi-oph"\n')
    found = load("./calls/spring.toml", tmp_path)
    assert found.rules is not None
    assert found.rules.number("costs.max") == 100_000
    assert found.rules.number("rounding.tolerance") == 0


def test_files_that_extend_each_other_are_a_cycle(tmp_path: Path) -> None:
    put(tmp_path, "a.toml", 'extends = "./b.toml"\n')
    put(tmp_path, "b.toml", 'extends = "./a.toml"\n')
    assert load("./a.toml", tmp_path).fault == "cycle"
    put(tmp_path, "self.toml", 'extends = "./self.toml"\n')
    assert load("./self.toml", tmp_path).fault == "cycle"


def test_a_chain_has_an_end(tmp_path: Path) -> None:
    for number in range(CHAIN_MAX + 1):
        put(tmp_path, f"{number}.toml", f'extends = "./{number + 1}.toml"\n')
    put(tmp_path, f"{CHAIN_MAX + 1}.toml", "")
    assert load("./0.toml", tmp_path).fault == "too-deep"
    assert load(f"./{CHAIN_MAX}.toml", tmp_path).rules is not None


@pytest.mark.parametrize(("extends", "fault"), [("nothing", "unknown"), ("/etc/passwd", "path"), ("", "unknown")])
def test_what_extends_nothing_does_not_load(extends: str, fault: str, tmp_path: Path) -> None:
    put(tmp_path, "city.toml", f'extends = "{extends}"\n')
    found = load("./city.toml", tmp_path)
    assert (found.rules, found.fault) == (None, fault)
    assert [(item.check, item.path) for item in found.faults] == [("unknown-rules", ("extends",))]


def test_what_is_no_toml_says_where(tmp_path: Path) -> None:
    put(tmp_path, "city.toml", 'extends = "generic"\nsupport = = 3\n')
    found = load("./city.toml", tmp_path)
    assert (found.rules, found.fault) == (None, "not-toml")
    assert [(item.check, item.line, item.file) for item in found.faults] == [("toml-syntax", 2, "./city.toml")]
    (tmp_path / "latin.toml").write_bytes(b'[titles]\nfi = "\xe4"\n')
    assert [item.line for item in load("./latin.toml", tmp_path).faults] == [2]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "city.toml").write_bytes(b"\xef\xbb\xbfsupport.rate_max = 70\r\n")
    assert load("./city.toml", tmp_path).faults == ()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside/city.toml", "support.rate_max = 70\n")
    folder = tmp_path / "budgets"
    inside = put(folder, "real.toml", "support.rate_max = 65\n")
    (folder / "out.toml").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path / "outside")
    (folder / "in.toml").symlink_to(inside)
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    assert load("./out.toml", folder) == Loaded(None, "outside")
    assert load("./up/city.toml", folder) == Loaded(None, "outside")
    assert load("./in.toml", folder).rules is not None
    assert load("./loop.toml", folder).rules is None


def test_a_budget_folder_that_is_a_link_itself_is_no_fault(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    put(folder, "city.toml", "support.rate_max = 65\n")
    (tmp_path / "link").symlink_to(folder)
    assert load("./city.toml", tmp_path / "link").rules is not None


def test_only_a_regular_file_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    assert load("./pipe.toml", tmp_path) == Loaded(None, "not-a-file")
    assert load("./folder.toml", tmp_path) == Loaded(None, "not-a-file")
    assert load("./device.toml", tmp_path) == Loaded(None, "outside")


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "city.toml", "").chmod(0)
    with as_anybody():
        assert load("./city.toml", tmp_path) == Loaded(None, "unreadable")


def test_a_file_has_at_most_a_mebibyte(tmp_path: Path) -> None:
    put(tmp_path, "most.toml", "#" * (1024 * 1024))
    put(tmp_path, "more.toml", "#" * (1024 * 1024 + 1))
    assert load("./most.toml", tmp_path).rules is not None
    assert load("./more.toml", tmp_path) == Loaded(None, "too-large")


DEEP = {
    "arrays": "a = " + "[" * 400_000,
    "tables": "a = " + "{a=" * 300_000,
    "hidden in a comment": "a = [\n" + "[#]\n" * 200_000,
    "after an apostrophe": "a = x'" + "[" * 400_000,
    "escaped quotes": 'a = """' + '\\"""' * 200_000,
    "quotes": 'a = "' + '\\"' * 400_000,
    "dotted": "a = 1\nb." + "b." * 400_000 + "b = 1",
    "digits": "a = " + "9" * 1_000_000,
    "exponent": "support.rate_max = 1e" + "9" * 1000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_what_is_nested_or_long_beyond_measure_neither_hangs_nor_crashes(text: str, tmp_path: Path) -> None:
    put(tmp_path, "city.toml", text)
    found = load("./city.toml", tmp_path)
    assert found.fault == "not-toml" or found.faults


@given(st.binary(max_size=300))
def test_any_bytes_are_rules_or_it_is_said_why_there_are_none(
    tmp_path_factory: pytest.TempPathFactory, text: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.toml").write_bytes(text)
    found = load("./any.toml", folder)
    assert (found.rules is None) == (found.fault is not None)


KEYS = st.sampled_from(
    ["support", "rate_max", "value", "source", "category", "cost_model", "flat_rate", "extends", "titles", "fi", "menu",
     "category_share", "of", "base", "id", "rate", "verified", "funding", "allowed_categories", "rule_set", "x"]
)  # fmt: skip
VALUES = st.recursive(
    st.sampled_from(["1", "-1", "1.5", "nan", "1e9999", "true", '"x"', '""', "2024-01-01", "07:00:00", '"ask"']),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key} = {item}" for key, item in items.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_no_values_raise(tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    text = "\n".join(f"{key} = {value}" for key, value in values.items())
    (folder / "values.toml").write_text(text, encoding="utf-8")
    assert load("./values.toml", folder).fault in (None, "unknown")


@given(st.text(max_size=60))
def test_no_name_raises(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    for tried in (name, f"./{name}", f"./{name}.toml"):
        load(tried, folder)
        load(tried)


def test_the_words_that_a_rule_set_is_found_by_are_read_by_language(tmp_path: Path) -> None:
    put(tmp_path, "city.toml", 'extends = "fi-oph"\n[found_by]\nfi = ["Kaupunki", "katu"]\nde = ["Stadt"]\nen = 5\n')
    loaded = load("./city.toml", tmp_path)
    assert loaded.rules is not None
    assert loaded.rules.found_by["fi"] == ("Kaupunki", "katu")
    assert "UBS" in loaded.rules.found_by["sv"]
    assert [(one.check, one.path) for one in loaded.faults] == [
        ("unknown-key", ("found_by", "de")),
        ("wrong-type", ("found_by", "en")),
    ]
