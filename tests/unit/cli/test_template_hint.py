# SPDX-License-Identifier: Apache-2.0
"""What the look at a template says of a model that came in, and what it never takes from it."""

from leeward.cli import template_hint


def test_a_fault_of_the_look_is_said_and_takes_nothing_from_the_model(tmp_path, capsys, monkeypatch):
    def fail(*_what):
        raise RuntimeError("a bug")

    monkeypatch.setattr(template_hint, "glance_at_template", fail)
    assert template_hint.wrong_with(None, tmp_path / "m.gguf") is None
    assert "the chat template was not checked" in capsys.readouterr().err
