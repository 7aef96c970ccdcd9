# SPDX-License-Identifier: Apache-2.0
"""Runs chat templates as the engine process does when it loads a model, in a process of its own.

As a program: reads a JSON list of templates, tries them from the number given on, prints one JSON line for each.
"""

import json
import re
import subprocess
import sys
import time

QUESTION = [{"role": "user", "content": "Hi </s>"}]


class Vocabulary:
    control_text = re.compile("</s>|<s>")

    def spells_control(self, text):
        return bool(self.control_text.search(text))


def choose(source, **options):
    from leeward.engine.child.builtin_templates import VocabularyFacts
    from leeward.engine.child.templates import choose_template

    return choose_template(source, VocabularyFacts(lambda _text: False, "<s>", "</s>"), Vocabulary(), **options)


def run_all(sources):
    """Return for each template what became of it: {"note", "cpu_s", "prompt"}, or {"signal"} when the process was ended."""
    results = []
    while len(results) < len(sources):
        process = subprocess.run(
            [sys.executable, __file__, str(len(results))],
            input=json.dumps(sources),
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        results += [json.loads(line) for line in process.stdout.splitlines()]
        if process.returncode > 0:
            raise AssertionError(process.stderr)
        if process.returncode < 0:
            results.append({"signal": -process.returncode})
    return results


def main(first):
    for source in json.load(sys.stdin)[first:]:
        began = time.process_time()
        choice = choose(source)
        cpu_s = time.process_time() - began
        prompt = choice.template.render(QUESTION, Vocabulary()).text
        print(json.dumps({"note": choice.note, "cpu_s": cpu_s, "prompt": prompt}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
