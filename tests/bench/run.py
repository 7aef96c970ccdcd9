# SPDX-License-Identifier: Apache-2.0
"""`make bench`: run every bench_*.py with --json, write bench-results.json, print a short table.

A benchmark prints one JSON object: names (with their unit) to numbers, nested as it likes. It may stand in lines of other
output, as the last line that begins with "{". Benchmarks never fail on a time; one that cannot run makes this program end
with 1 after all others ran.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMEOUT_S = 1800


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="benchmarks to run, such as engine for bench_engine.py (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds where a benchmark knows how")
    parser.add_argument("--output", type=Path, default=ROOT / "bench-results.json")
    options = parser.parse_args()
    scripts = [path for path in sorted(HERE.glob("bench_*.py")) if not options.names or _name(path) in options.names]
    unknown = set(options.names) - {_name(path) for path in scripts}
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    results: dict[str, Any] = {}
    failed = []
    for script in scripts:
        print(f"{_name(script)} ...", flush=True)
        try:
            results[_name(script)] = _run(script, ["--json", *(["--quick"] if options.quick else [])])
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            failed.append(_name(script))
            print(f"  failed: {error}", file=sys.stderr)
            continue
        for name, value in _flat(results[_name(script)]):
            print(f"  {name:<56} {_short(value):>12}")
    report = {"machine": _machine(), "results": results, "failed": failed}
    options.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"Written to {options.output}")
    return 1 if failed else 0


def _name(script: Path) -> str:
    return script.stem.removeprefix("bench_")


def _run(script: Path, arguments: list[str]) -> Any:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    folders = [str(HERE.parent), str(ROOT / "build"), os.environ.get("PYTHONPATH")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, folders))
    result = subprocess.run(
        [sys.executable, str(script), *arguments],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    if result.returncode != 0:
        raise RuntimeError(f"exit code {result.returncode}\n{result.stderr[-2000:]}")
    return _json_in(result.stdout)


def _json_in(output: str) -> Any:
    lines = output.splitlines()
    for start in [0, *(i for i in reversed(range(len(lines))) if lines[i].startswith("{"))]:
        try:
            return json.loads("\n".join(lines[start:]))
        except ValueError:
            continue
    raise RuntimeError(f"printed no JSON object:\n{output[-500:]}")


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{prefix}.{key}" if prefix else str(key))
    elif not isinstance(value, list):
        yield prefix, value


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _machine() -> dict[str, Any]:
    cpu_model = ""
    if Path("/proc/cpuinfo").is_file():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        cpu_model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "cpu": cpu_model or platform.processor(),
        "n_cpus": os.cpu_count(),
        "load_average": list(os.getloadavg()) if hasattr(os, "getloadavg") else [],
    }


if __name__ == "__main__":
    sys.exit(main())
