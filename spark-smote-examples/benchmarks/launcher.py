# SPDX-License-Identifier: Apache-2.0
"""Runs spark-smote benchmark in a process of its own."""

import json
import pathlib
import subprocess
import sys

MODULE = pathlib.Path(__file__).resolve().parent.parent
LAUNCHER = MODULE / "bin" / "spark-smote"


class Failed(Exception):
    """Says what the process wrote to its standard error."""


def benchmark(heap, *options, env=None):
    """The figures of one run, which are printed to standard error too."""
    command = [LAUNCHER, "--heap", heap, "benchmark", *options]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=env)
    if done.returncode != 0:
        raise Failed(done.stderr.strip())
    figures = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(figures), file=sys.stderr, flush=True)
    return figures
