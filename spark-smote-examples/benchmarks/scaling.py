#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how time grows with the rows and falls with the cores; writes docs/benchmarks.md.

Runs spark-smote benchmark on workload a, one process after the other: for ever twice as many rows, and for
as many rows on one core, on two, and on two workers of one core each, which are processes of their own. For
these it installs pyspark, which brings Spark's scripts, into a virtual environment. Needs Linux, Python 3.11,
a JDK 17 and Maven.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import venv

import launcher
import report

WORKER_MB = 4096
EXECUTOR_MB = WORKER_MB - 512
VENV = launcher.MODULE / "target" / "pyspark-venv"
POM = launcher.MODULE.parent / "pom.xml"


def main():
    options = parse()
    subprocess.run([launcher.LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds
    lines = [*growth(options), "", *strong_scaling(options)]
    print("\n".join(lines))
    if options.docs:
        report.write_between_markers(options.docs, "scaling", report.written(conditions(options), lines))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--from", type=int, default=250_000, dest="least", help="rows; default: %(default)s")
    add("--to", type=int, default=8_000_000, dest="most", help="rows at most; default: %(default)s")
    add("--rows", type=int, default=1_000_000, help="rows on any cores; default: %(default)s")
    add("--dims", type=int, default=30, help="default: %(default)s")
    add("--runs", type=int, default=3, help="warm runs, whose median counts; default: %(default)s")
    add("--heap", default="10g", help="heap of a JVM; default: %(default)s")
    add("--docs", type=pathlib.Path, help="page to write to; default: none")
    return parser.parse_args()


def growth(options):
    yield "| rows | warm s | times the half | search s | effective k | peak heap MB |"
    yield "| --- | --- | --- | --- | --- | --- |"
    rows, before = options.least, None
    while rows <= options.most:
        found = measure(options, rows, ["--cores", 2])
        seconds = found["seconds_warm"]
        times = f"{seconds / before:.2f}" if before else ""
        yield (
            f"| {rows:,} | {seconds:.1f} | {times} | {found['kernel_seconds']:.1f}"
            f" | {found['effective_k']:.2f} | {found['peak_heap_mb']:,} |"
        )
        rows, before = 2 * rows, seconds


def strong_scaling(options):
    home = spark_home()
    runs = (
        ("one core", ["--cores", 1], None),
        ("two cores", ["--cores", 2], None),
        ("two workers of one core", ["--master", f"local-cluster[2,1,{WORKER_MB}]"], home),
    )
    yield f"| {options.rows:,} rows on | cold s | warm s | speed | search s |"
    yield "| --- | --- | --- | --- | --- |"
    alone = None
    for name, where, spark in runs:
        found = measure(options, options.rows, where, spark)
        alone = alone or found["seconds_warm"]
        yield (
            f"| {name} | {found['seconds_cold']:.1f} | {found['seconds_warm']:.1f}"
            f" | {alone / found['seconds_warm']:.2f} | {found['kernel_seconds']:.1f} |"
        )


def measure(options, rows, where, spark=None):
    shape = ["--workload", "a", "--rows", rows, "--dims", options.dims, "--runs", options.runs]
    environment = {key: value for key, value in os.environ.items() if key != "SPARK_HOME"}
    heap = options.heap
    if spark:
        heap = "2g"  # that of a driver which does not search
        environment["SPARK_HOME"] = str(spark)
        environment["SPARK_SMOTE_SUBMIT"] = f"--conf spark.executor.memory={EXECUTOR_MB}m"
    return launcher.benchmark(heap, *shape, *where, env=environment)


def spark_home():
    """Spark as PyPI has it, of the version that the project is built with."""
    version = re.search(r"<spark.version>(.*)</spark.version>", POM.read_text())[1]
    home = VENV / "lib" / f"python3.{sys.version_info.minor}" / "site-packages" / "pyspark"
    installed = VENV / "installed.txt"  # written last, so that it stands for a complete one
    if not installed.is_file() or installed.read_text() != version:
        venv.create(VENV, clear=True, with_pip=True)
        pip = [VENV / "bin" / "python", "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, f"pyspark=={version}"], check=True)
        installed.write_text(version)
    return home


def conditions(options):
    return f"{os.cpu_count()} cores, {report.machine()}; heap {options.heap}"


if __name__ == "__main__":
    main()
