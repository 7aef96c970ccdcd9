# SPDX-License-Identifier: Apache-2.0
"""C3: a chat template is a program of a stranger. None of the known ways out of the sandbox reaches the system.

The payloads are those published for Jinja (server-side template injection, CVE-2024-34359, CVE-2024-56326,
CVE-2025-27516), each made to write a canary file. That most of them do so without the sandbox is checked too.
"""

import json
import subprocess
import sys

import pytest

from helpers import template_runner

PAYLOADS = [
    # From a global function or class to the module it was written in.
    "{{ cycler.__init__.__globals__.os.popen('touch @').read() }}",
    "{{ joiner.__init__.__globals__.os.popen('touch @').read() }}",
    "{{ namespace.__init__.__globals__.os.popen('touch @').read() }}",
    "{{ lipsum.__globals__.os.popen('touch @').read() }}",
    "{{ lipsum.__globals__['os'].system('touch @') }}",
    "{{ lipsum['__globals__']['os'].system('touch @') }}",
    "{{ lipsum['\\x5f\\x5fglobals\\x5f\\x5f']['os'].system('touch @') }}",
    "{{ lipsum['__glo' ~ 'bals__'].os.system('touch @') }}",
    "{{ lipsum['__slabolg__'[::-1]].os.system('touch @') }}",
    "{{ lipsum[['__glo', 'bals__'] | join].os.system('touch @') }}",
    "{{ lipsum['%sglobals%s' % ('_' * 2, '_' * 2)].os.system('touch @') }}",
    "{{ (lipsum | attr('__globals__')).os.system('touch @') }}",
    "{{ (lipsum | attr('\\x5f\\x5fglobals\\x5f\\x5f'))['os'].system('touch @') }}",
    "{{ (lipsum | attr(['_' * 2, 'globals', '_' * 2] | join))['os'].system('touch @') }}",
    "{{ lipsum.__globals__.__builtins__.open('@', 'w').close() }}",
    "{{ lipsum.__globals__.__builtins__.eval(\"open('@', 'w').close()\") }}",
    "{{ lipsum.__globals__.__builtins__.exec(\"open('@', 'w').close()\") }}",
    "{{ lipsum.__globals__.__builtins__.__import__('os').system('touch @') }}",
    "{{ cycler.__init__.__globals__.__builtins__['__import__']('subprocess').call(['touch', '@']) }}",
    "{{ lipsum.__builtins__.open('@', 'w').close() }}",
    "{{ raise_exception.__globals__.__builtins__.open('@', 'w').close() }}",
    "{{ raise_exception.__globals__['__builtins__']['__import__']('os').system('touch @') }}",
    # From a value to the tree of all classes.
    (
        "{% for c in ''.__class__.__mro__[1].__subclasses__() if c.__name__ == '_wrap_close' %}"
        "{{ c.__init__.__globals__.popen('touch @').read() }}{% endfor %}"
    ),
    (
        "{% for c in [].__class__.__base__.__subclasses__() if c.__name__ == 'catch_warnings' %}"
        "{{ c()._module.__builtins__.open('@', 'w').close() }}{% endfor %}"
    ),
    (
        "{% for c in ().__class__.__bases__[0].__subclasses__() if c.__name__ == 'Popen' %}"
        "{{ c(['touch', '@']).wait() }}{% endfor %}"
    ),
    (
        "{% for c in {}.__class__.mro()[-1].__subclasses__() if c.__name__ == '_wrap_close' %}"
        "{{ c.__init__.__globals__['system']('touch @') }}{% endfor %}"
    ),
    (
        "{% for c in messages.__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close' %}"
        "{{ c.__init__.__globals__['system']('touch @') }}{% endfor %}"
    ),
    (
        "{% set all = ((''|attr('__class__')|attr('__mro__'))[1]|attr('__subclasses__'))() %}"
        "{% for c in all if c.__name__ == '_wrap_close' %}{{ c.__init__.__globals__['system']('touch @') }}{% endfor %}"
    ),
    # From the template itself, its loop, its macros and what is not defined.
    "{{ self.__init__.__globals__.__builtins__.open('@', 'w').close() }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.system('touch @') }}",
    "{{ self._TemplateReference__context.environment.from_string.__globals__.__builtins__.open('@', 'w') }}",
    "{% for a in [1] %}{{ loop.__init__.__globals__.__builtins__.open('@', 'w').close() }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__.__builtins__.open('@', 'w').close() }}",
    "{{ nothing.__init__.__globals__.__builtins__.open('@', 'w').close() }}",
    "{{ nothing._fail_with_undefined_error.__globals__.__builtins__.open('@', 'w').close() }}",
    "{% set g = messages | map(attribute='role') %}{{ g.gi_frame.f_globals.__builtins__.open('@', 'w').close() }}",
    # Through what takes the name of an attribute or makes a text of it.
    "{% for f in [lipsum] | map(attribute='__globals__') %}{{ f.os.system('touch @') }}{% endfor %}",
    "{% for g, _ in [lipsum] | groupby('__globals__.os.system') %}{{ g('touch @') }}{% endfor %}",
    "{{ ([lipsum] | map(attribute='__globals__.os.system') | first)('touch @') }}",
    "{% for f in [lipsum] | map('attr', '__globals__') %}{{ f.os.system('touch @') }}{% endfor %}",
]

LEAKS = [
    "{{ '{0.__class__.__mro__}'.format('') }}",
    "{{ ''.format_map({'a': 1}) }}{{ '{a.__class__}'.format_map({'a': lipsum}) }}",
    "{% set f = '{0.__globals__}'.format %}{{ f(lipsum) }}",
    "{{ ('{0.__globals__}' | attr('format'))(lipsum) }}",
    "{% for text in ['{0.__globals__}'] %}{{ ([text] | map(attribute='format') | first)(lipsum) }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os.name }}",
    "{% extends '/etc/passwd' %}",
    "{{ messages.append({}) }}",
    "{{ messages.__setitem__(0, 1) }}",
]

WITHOUT_SANDBOX = """
import json, sys, jinja2
for source in json.load(sys.stdin):
    try:
        environment = jinja2.Environment()
        environment.globals["raise_exception"] = lambda text: text
        environment.from_string(source).render(messages=[{"role": "user"}])
    except Exception:
        pass
"""


@pytest.fixture(scope="module")
def escapes(tmp_path_factory):
    """(templates, their canaries)"""
    folder = tmp_path_factory.mktemp("canaries")
    canaries = [folder / f"canary{number}" for number in range(len(PAYLOADS))]
    return [payload.replace("@", str(canary)) for payload, canary in zip(PAYLOADS, canaries, strict=True)], canaries


def test_C3_no_payload_reaches_the_system_and_each_gets_a_builtin_template_with_a_notice(escapes):
    sources, canaries = escapes
    assert len(sources) == 40
    results = template_runner.run_all(sources)
    assert [str(canary) for canary in canaries if canary.exists()] == []
    for result in results:
        assert "using the built-in one named plain" in result["note"]
        assert result["prompt"] == "User: Hi </s>\n\nAssistant:"


def test_C3_the_payloads_are_live_without_the_sandbox(escapes):
    sources, canaries = escapes
    subprocess.run(
        [sys.executable, "-c", WITHOUT_SANDBOX], input=json.dumps(sources), text=True, check=True, timeout=60
    )
    live = [canary for canary in canaries if canary.exists()]
    for canary in live:
        canary.unlink()
    assert len(live) >= 30, f"only {len(live)} of {len(sources)} do anything at all"


def test_C3_nothing_is_read_or_changed_either():
    for source, result in zip(LEAKS, template_runner.run_all(LEAKS), strict=True):
        assert "using the built-in one" in result["note"], source
        assert result["prompt"] == "User: Hi </s>\n\nAssistant:"
