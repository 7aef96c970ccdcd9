# SPDX-License-Identifier: Apache-2.0
import pytest

from helpers.language import german
from leeward.domain.errors import SettingsUnreadable
from leeward.domain.prompts import Prompt, matching, name_for
from leeward.storage.prompts_file import PromptsFile, ready_prompts


def test_a_new_profile_has_the_ready_prompts_and_what_is_kept_comes_back(tmp_path):
    file = PromptsFile(tmp_path / "prompts.toml")
    assert file.load() == ready_prompts()
    assert len({each.name for each in ready_prompts()}) == len(ready_prompts()) >= 8
    kept = (Prompt('Say "hi"', "Hello {who}\n\n\\ 模型"), Prompt("Two", ""))
    file.save(kept)
    assert file.load() == kept
    file.save(())
    assert file.load() == (), "an empty library stays empty"


@pytest.mark.parametrize(
    "text", ["[[prompt]\n", "prompt = 3", "[[prompt]]\nname = 3\ntext = ''", "[[prompt]]\nname = ' '\ntext = ''"]
)
def test_a_file_that_cannot_be_used_is_moved_aside_and_said(tmp_path, text):
    path = tmp_path / "prompts.toml"
    path.write_text(text)
    with pytest.raises(SettingsUnreadable):
        PromptsFile(path).load()
    assert path.with_name("prompts.toml.bad").read_text() == text
    assert PromptsFile(path).load() == ready_prompts()


def test_prompts_are_found_by_every_word_and_their_beginning_first():
    prompts = [Prompt("Explain code", ""), Prompt("Code review", ""), Prompt("Translate", "")]
    assert [each.name for each in matching(prompts, "code")] == ["Code review", "Explain code"]
    assert matching(prompts, "") == prompts
    assert matching(prompts, "usr/bin") == []


def test_ready_prompts_are_found_by_the_name_they_have_in_the_language_of_the_interface(tmp_path):
    prompts = [Prompt("Translate", "{text}"), Prompt("Mine", "")]
    with german({("Translate", "prompt"): "Übersetzen"}, tmp_path):
        assert matching(prompts, "über") == [Prompt("Übersetzen", "{text}")]
        assert matching(prompts, "translate") == []
    assert matching(prompts, "translate") == prompts[:1]


def test_a_prompt_is_named_by_its_first_words():
    assert name_for("\n  Say hello  \nto all", ["Say hello"]) == "Say hello 2"
    assert name_for("", []) == "Prompt"
    assert len(name_for("word " * 40, [])) <= 40
