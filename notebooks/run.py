#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs notebooks without their servers, and keeps outputs out of them.

run.py [FILE...]            runs them, all without a name; exit code 1 if a cell fails
run.py --strip [FILE...]    takes outputs out of the files
run.py --check-stripped     exit code 1 if a file holds outputs
"""

import argparse
import os
import sys
import time
from pathlib import Path
from typing import List

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from runner import forms, kernel, shell, stripped  # noqa: E402


def settings() -> None:
    """What a notebook leaves to the session that it is given: a small one, on this machine only."""
    conf = HERE / "target" / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    (conf / "spark-defaults.conf").write_text(
        "spark.ui.enabled false\n"
        "spark.driver.host 127.0.0.1\n"
        "spark.driver.bindAddress 127.0.0.1\n"
        "spark.driver.memory 4g\n"
        "spark.sql.shuffle.partitions 4\n"
        f"spark.sql.warehouse.dir {HERE / 'target' / 'warehouse'}\n"
    )
    os.environ["SPARK_CONF_DIR"] = str(conf)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.pop("SPARK_REMOTE", None)


def run(files: List[Path], timeout: int, verbose: bool) -> int:
    """Runs all, also behind one that fails; how many failed."""
    failed = 0
    for file in files:
        began = time.monotonic()
        name = os.path.relpath(file, HERE)
        try:
            cells = forms.cells(file)
            door = kernel if file.suffix in (".ipynb", ".py") else shell
            told = door.run(file, cells, timeout)
            print(
                f"{told if verbose else ''}ok {name} ({time.monotonic() - began:.0f} s)", flush=True
            )
        except forms.NotebookError as error:
            failed += 1
            print(f"FAILED {name}\n{error}", flush=True)
    print(f"{len(files) - failed} notebooks ran, {failed} failed")
    return failed


def strip(files: List[Path], check: bool) -> int:
    """Takes outputs out, or tells which files hold any; how many do."""
    found = [file for file in files if stripped.stripped(file) != file.read_text()]
    for file in found:
        if check:
            print(f"{os.path.relpath(file, HERE)} holds outputs: run notebooks/run.py --strip")
        else:
            file.write_text(stripped.stripped(file))
            print(f"stripped {os.path.relpath(file, HERE)}")
    return len(found) if check else 0


def main() -> int:
    """Does what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--strip", action="store_true", help="take outputs out of the files")
    parser.add_argument("--check-stripped", action="store_true", help="only look for outputs")
    parser.add_argument("--verbose", action="store_true", help="show what the cells print")
    parser.add_argument("--timeout", type=int, default=600, help="seconds for a cell, or a shell")
    given = parser.parse_args()
    files = [file.resolve() for file in given.files] or forms.notebooks(HERE)
    if given.strip or given.check_stripped:
        return 1 if strip(files, given.check_stripped) else 0
    settings()
    return 1 if run(files, given.timeout, given.verbose) else 0


if __name__ == "__main__":
    sys.exit(main())
