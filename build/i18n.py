# SPDX-License-Identifier: Apache-2.0
"""Collect the texts of the interface into the files of Qt Linguist, and say what is missing in them.

`make i18n` writes `resources/translations/leeward_*.ts`; with `--check` (in `make check`) nothing is written. Exit code 1 while a
text is not translated, or a translation does not fit its text.

Qt's lupdate is not used: it gives every class a context of its own, so that one text would be translated many times, and it
does not follow functions that belong to no class. The files it would write look the same.
"""

import argparse
import ast
import json
import re
import string
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "app" / "leeward"
RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "translations"
N_FORMS = {"de": 2, "fr": 2, "es": 2, "zh_CN": 1}

Key = tuple[str, str]


@dataclass
class Text:
    """One text of the program: where it stands, and its form for one where it has two."""

    files: set[str] = field(default_factory=set)
    one: str = ""


def collect(folder: Path) -> tuple[dict[Key, Text], list[str]]:
    """Return the texts of all modules below `folder` by text and comment, and what cannot be collected."""
    texts: dict[Key, Text] = {}
    problems = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(folder.parent).as_posix()
        for call in _calls(tree):
            function = call.func.id
            arguments = [_literal(argument) for argument in call.args]
            if function == "plural":
                if len(arguments) != 3 or not arguments[0] or not arguments[1]:
                    problems.append(f"{name}:{call.lineno}: plural() takes two texts written out, and a number")
                    continue
                texts.setdefault((arguments[1], ""), Text()).one = arguments[0]
                texts[arguments[1], ""].files.add(name)
                continue
            if arguments[0] is None:
                if function == "mark" or isinstance(call.args[0], ast.JoinedStr | ast.BinOp):
                    problems.append(f"{name}:{call.lineno}: {function}() takes a text written out; facts go in by name")
                continue
            comment = arguments[1] if len(arguments) > 1 else ""
            if comment is not None:
                texts.setdefault((arguments[0], comment), Text()).files.add(name)
    return texts, problems


def collect_resources(folder: Path) -> dict[Key, Text]:
    """Return the texts that people read in the catalogue of models, the ready personas and the ready prompts below `folder`.

    What is written for a model is left out. Names have a comment, as a persona of the user's own is looked up as well.
    """
    texts: dict[Key, Text] = {}

    def add(path: Path, comment: str, *found: str) -> None:
        for text in filter(None, found):
            texts.setdefault((text, comment), Text()).files.add(path.relative_to(folder.parent).as_posix())

    path = folder / "catalogue.json"
    for model in json.loads(path.read_bytes())["models"]:
        add(path, "", model["good_at"], *(name for name in model["languages"] if not _is_code(name)))
    for path in sorted(folder.glob("personas/*.toml")):
        persona = tomllib.loads(path.read_text(encoding="utf-8"))
        add(path, "persona", persona["name"], persona.get("description", ""))
    path = folder / "prompts.toml"
    for prompt in tomllib.loads(path.read_text(encoding="utf-8"))["prompt"]:
        add(path, "prompt", prompt["name"])
    return texts


def _is_code(language: str) -> bool:
    """Whether it is a code of ISO 639-1, as all languages but "multilingual" are."""
    return len(language) == 2


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    names = {"tr", "plural", "mark"} & {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "leeward.i18n"
        for alias in node.names
    }
    for node in ast.walk(tree):
        is_ours = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        if is_ours and node.args:
            yield node


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read(path: Path) -> dict[Key, list[str]]:
    """Return the finished translations of a file: one form, or those of a plural."""
    found = {}
    if not path.exists():
        return found
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found[message.findtext("source", ""), message.findtext("comment", "")] = forms
    return found


def write(path: Path, language: str, texts: dict[Key, Text], known: dict[Key, list[str]]) -> None:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "leeward"
    for (source, comment), text in sorted(texts.items(), key=lambda item: (min(item[1].files), item[0])):
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
        for file in sorted(text.files):
            ET.SubElement(message, "location", filename=file)
        ET.SubElement(message, "source").text = source
        if comment:
            ET.SubElement(message, "comment").text = comment
        if text.one:
            ET.SubElement(message, "extracomment").text = f"For one: {text.one}"
        forms = known.get((source, comment), [])
        translation = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if text.one:
            for form in forms or [""] * N_FORMS[language]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def faults(source: str, text: Text, forms: list[str], n_forms: int) -> Iterator[str]:
    """Say what is wrong with one translation."""
    if len(forms) != (n_forms if text.one else 1):
        yield f"has {len(forms)} forms"
    for form in forms:
        if not form.strip():
            yield "is empty"
            continue
        try:
            given, wanted = _facts(form), _facts(source)
        except ValueError as error:
            yield f"cannot be filled in: {error}"
            continue
        # "One chat" need not say its number.
        if given != wanted and not (text.one and given | {"n"} == wanted | {"n"}):
            yield f"has the facts {sorted(given)}, not {sorted(wanted)}"
        is_list = source == ", "  # not every script puts a space there
        if not is_list and (form[0].isspace(), form[-1].isspace()) != (source[0].isspace(), source[-1].isspace()):
            yield "begins or ends with other white space"
        if source.endswith(("…", ":")) != form.rstrip().endswith(("…", ":", "\N{FULLWIDTH COLON}")):
            yield "ends otherwise"
        if re.findall(r"%\w|<[^>]+>|\\|\n", source) != re.findall(r"%\w|<[^>]+>|\\|\n", form):
            yield "has other marks"


def problems_of(path: Path, language: str, texts: dict[Key, Text]) -> list[str]:
    """Return what is missing or wrong in the file of a language, each in a line."""
    known = read(path)
    problems = [
        f"{path.name}: not translated: {source!r}" for source, comment in texts if (source, comment) not in known
    ]
    for key, text in texts.items():
        if key in known:
            found = faults(key[0], text, known[key], N_FORMS[language])
            problems += [f"{path.name}: {key[0]!r} {fault}" for fault in found]
    left_over = known.keys() - texts.keys()
    if left_over:
        problems.append(f"{path.name}: {len(left_over)} texts that the program has no more: run `make i18n`")
    return problems


def _facts(text: str) -> set[str]:
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    texts, problems = collect(SOURCES)
    for key, text in collect_resources(RESOURCES).items():
        texts.setdefault(key, Text()).files |= text.files
    for language in N_FORMS:
        path = FOLDER / f"leeward_{language}.ts"
        if not options.check:
            FOLDER.mkdir(exist_ok=True)
            write(path, language, texts, read(path))
        problems += problems_of(path, language, texts)
    for problem in problems:
        print(problem)
    print(f"{len(texts)} texts in {len(N_FORMS)} languages beside English; {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
