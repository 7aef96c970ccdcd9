# SPDX-License-Identifier: Apache-2.0
"""`make i18n`: which texts are collected, what it finds wrong in translations, and files that Qt's own tools take."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import i18n
import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = {
    ("Open", ""): i18n.Text({"leeward/a.py"}),
    ("Open", "verb"): i18n.Text({"leeward/b.py"}),
    ("Read {n:,} of {name} <b>…", ""): i18n.Text({"leeward/a.py", "leeward/b.py"}),
    ("{n} chats in {folder}", ""): i18n.Text({"leeward/a.py"}, "{n} chat in {folder}"),
}
RIGHT = {
    "de": {
        ("Open", ""): ["Offen"],
        ("Open", "verb"): ["Öffnen"],
        ("Read {n:,} of {name} <b>…", ""): ["{name}: {n:,} gelesen <b>…"],
        ("{n} chats in {folder}", ""): ["ein Chat in {folder}", "{n} Chats in {folder}"],
    },
    "zh_CN": {
        ("Open", ""): ["打开的"],
        ("Open", "verb"): ["打开"],
        ("Read {n:,} of {name} <b>…", ""): ["{name}:已读 {n:,} <b>…"],
        ("{n} chats in {folder}", ""): ["{folder} 中的 {n} 个聊天"],
    },
}


def collect(folder: Path, *lines: str) -> tuple[dict[i18n.Key, i18n.Text], list[str]]:
    package = folder / "leeward"
    package.mkdir(exist_ok=True)
    (package / "a.py").write_text("\n".join(("from leeward.i18n import mark, plural, tr", *lines)), encoding="utf-8")
    return i18n.collect(package)


def problems_with(folder: Path, key: tuple[str, str], *forms: str, language: str = "de") -> list[str]:
    path = folder / f"leeward_{language}.ts"
    i18n.write(path, language, TEXTS, RIGHT[language] | {key: list(forms)})
    return [each.removeprefix(f"{path.name}: ") for each in i18n.problems_of(path, language, TEXTS)]


def test_texts_are_collected_with_their_comment_and_their_form_for_one(tmp_path):
    lines = ['tr("Open", "verb")', 'A = mark("Open")', 'plural("{n} chat", "{n} chats", 3)', "tr(A)", "print('no')"]
    texts, problems = collect(tmp_path, *lines)
    assert problems == []
    assert {key: (text.files, text.one) for key, text in texts.items()} == {
        ("Open", "verb"): ({"leeward/a.py"}, ""),
        ("Open", ""): ({"leeward/a.py"}, ""),
        ("{n} chats", ""): ({"leeward/a.py"}, "{n} chat"),
    }


def test_a_function_of_another_module_is_not_meant(tmp_path):
    package = tmp_path / "leeward"
    package.mkdir()
    (package / "a.py").write_text('from elsewhere import tr\ntr("Open")', encoding="utf-8")
    assert i18n.collect(package) == ({}, [])


@pytest.mark.parametrize(
    "line",
    [
        'tr(f"Read {name}")',
        'tr("Read " + name)',
        'mark(f"Read {name}")',
        "mark(name)",
        'plural(f"{n} chat", "{n} chats", n)',
        'plural("{n} chat", many, n)',
        'plural("{n} chat", "{n} chats")',
    ],
)
def test_what_no_translator_could_see_whole_is_refused(tmp_path, line):
    texts, problems = collect(tmp_path, line)
    assert texts == {}
    assert len(problems) == 1
    assert problems[0].startswith("leeward/a.py:2: ")


def test_what_people_read_in_the_resources_is_collected_and_nothing_else(tmp_path):
    folder = tmp_path / "resources"
    (folder / "personas").mkdir(parents=True)
    models = [
        {"good_at": "Talking", "languages": ["en", "de"], "id": "a", "template": "plain"},
        {"good_at": "Talking", "languages": ["multilingual"], "license": "MIT"},
    ]
    (folder / "catalogue.json").write_text(json.dumps({"models": models}), encoding="utf-8")
    (folder / "personas" / "poet.toml").write_text('name = "Poet"\nsystem_prompt = "Rhyme."', encoding="utf-8")
    (folder / "personas" / "cook.toml").write_text('name = "Cook"\ndescription = "Cooks."', encoding="utf-8")
    (folder / "prompts.toml").write_text('[[prompt]]\nname = "Poet"\ntext = "Write about {it}"', encoding="utf-8")
    assert {key: text.files for key, text in i18n.collect_resources(folder).items()} == {
        ("Talking", ""): {"resources/catalogue.json"},
        ("multilingual", ""): {"resources/catalogue.json"},
        ("Poet", "persona"): {"resources/personas/poet.toml"},
        ("Cook", "persona"): {"resources/personas/cook.toml"},
        ("Cooks.", "persona"): {"resources/personas/cook.toml"},
        ("Poet", "prompt"): {"resources/prompts.toml"},
    }


def test_our_own_resources_can_be_read():
    texts = i18n.collect_resources(ROOT / "resources")
    assert {("Programming", ""), ("Tutor", "persona"), ("Rewrite", "prompt")} <= texts.keys()
    assert not any(name.strip() in ("", "en", "de") for name, _ in texts)


def test_what_is_written_is_read_again_and_right(tmp_path):
    for language, translations in RIGHT.items():
        path = tmp_path / f"leeward_{language}.ts"
        i18n.write(path, language, TEXTS, translations)
        assert i18n.read(path) == translations
        assert i18n.problems_of(path, language, TEXTS) == []
        before = path.read_bytes()
        i18n.write(path, language, TEXTS, i18n.read(path))
        assert path.read_bytes() == before, "the same again changes nothing"


def test_what_is_not_translated_is_missing_and_an_empty_file_is_made_for_it(tmp_path):
    path = tmp_path / "leeward_de.ts"
    assert len(i18n.problems_of(path, "de", TEXTS)) == len(TEXTS), "no file"
    i18n.write(path, "de", TEXTS, {("Open", ""): ["Offen"]})
    assert i18n.problems_of(path, "de", TEXTS) == [
        "leeward_de.ts: not translated: 'Open'",
        "leeward_de.ts: not translated: 'Read {n:,} of {name} <b>…'",
        "leeward_de.ts: not translated: '{n} chats in {folder}'",
    ]


def test_what_the_program_has_no_more_is_said_and_goes_when_it_is_written_again(tmp_path):
    path = tmp_path / "leeward_de.ts"
    i18n.write(path, "de", TEXTS | {("Old", ""): i18n.Text({"a"})}, RIGHT["de"] | {("Old", ""): ["Alt"]})
    assert i18n.problems_of(path, "de", TEXTS) == [
        "leeward_de.ts: 1 texts that the program has no more: run `make i18n`"
    ]
    i18n.write(path, "de", TEXTS, i18n.read(path))
    assert i18n.problems_of(path, "de", TEXTS) == []


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ("{n:,} gelesen <b>…", "has the facts ['n'], not ['n', 'name']"),
        ("{Name}: {n:,} gelesen <b>…", "has the facts ['Name', 'n'], not ['n', 'name']"),
        ("{name}: {n:,} gelesen <b>… {", "cannot be filled in: "),
        ("{name}: {n:,} gelesen <b>", "ends otherwise"),
        ("{name}: {n:,} gelesen…", "has other marks"),
        (" {name}: {n:,} gelesen <b>…", "begins or ends with other white space"),
        (" ", "is empty"),
    ],
)
def test_a_translation_that_does_not_fit_its_text_is_said(tmp_path, form, fault):
    source = "Read {n:,} of {name} <b>…"
    (found,) = problems_with(tmp_path, (source, ""), form)
    assert found.startswith(f"{source!r} {fault}")


@pytest.mark.parametrize(
    ("language", "forms", "faults"),
    [
        ("de", ["{n} Chats in {folder}"], ["has 1 forms"]),
        ("zh_CN", ["{folder}: {n}", "{folder}: {n}"], ["has 2 forms"]),
        ("de", ["ein Chat", "{n} Chats in {folder}"], ["has the facts [], not ['folder', 'n']"]),
        ("de", ["ein Chat in {folder}", ""], ["is empty"]),
    ],
)
def test_wrong_forms_of_a_plural_are_said(tmp_path, language, forms, faults):
    source = "{n} chats in {folder}"
    found = problems_with(tmp_path, (source, ""), *forms, language=language)
    assert found == [f"{source!r} {fault}" for fault in faults]


@pytest.mark.parametrize("language", RIGHT)
def test_qt_linguists_tools_take_the_files(tmp_path, language):
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if lrelease is None:
        pytest.skip("this PySide6 comes without lrelease")
    path, binary = tmp_path / f"leeward_{language}.ts", tmp_path / "leeward.qm"
    i18n.write(path, language, TEXTS | {("Later", ""): i18n.Text({"leeward/a.py"})}, RIGHT[language])
    ran = subprocess.run([lrelease, str(path), "-qm", str(binary)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Generated 4 translation(s) (4 finished and 0 unfinished)" in ran.stdout
    assert "Ignored 1 untranslated source text(s)" in ran.stdout
    assert "warning" not in (ran.stdout + ran.stderr).casefold()
    translator = QTranslator()
    assert translator.load(str(binary))
    for (source, comment), forms in RIGHT[language].items():
        numbers = (1, 2) if TEXTS[source, comment].one else (-1,)
        found = [translator.translate("leeward", source, comment, n) for n in numbers]
        assert found == (forms * 2)[: len(numbers)]
