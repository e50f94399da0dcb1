"""Keys that must be there and are not, and tables of one's own beside the stages of a figure."""

from .judging import HEAD, all_of, names


def test_a_project_without_a_name_is_told_and_a_call_that_is_not_there_lacks_nothing() -> None:
    text = 'schema = 1\n[project]\ncode = "A 1"\n'
    assert [(one.path, one.values["key"]) for one in all_of(text, "missing-key")] == [("project", "name")]
    assert not all_of(HEAD, "missing-key")


def test_what_is_beside_the_stages_of_a_figure_is_looked_at_as_everywhere() -> None:
    assert "wrong-type" in names("[stated]\nsupport = { granted = 5, extra = 6 }\n")
    assert "wrong-type" not in names("[stated]\nsupport = { granted = 5, extra = { ours = 6 } }\n")
