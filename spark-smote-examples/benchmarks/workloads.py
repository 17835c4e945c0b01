#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures spark-smote on the benchmark's workloads and writes the table into docs/benchmarks.md.

A run is WORKLOAD:ROWSxDIMS:HEAP, each a process of its own, one after the other. Needs a JDK 17 and Maven.
"""

import argparse
import datetime
import os
import pathlib
import shlex
import sys

import launcher
import report

DEFAULT = "a:1000000x30:4g,c:1000000x30:4g,d:1000000x30:4g,b:1000000x30:4g,a:100000x30:4g"

COLUMNS = (
    ("cold s", "seconds_cold", "{:.1f}"),
    ("warm s", "seconds_warm", "{:.1f}"),
    ("search s", "kernel_seconds", "{:.1f}"),
    ("distances", "distance_share", "{:.0%}"),
    ("recall", "recall", "{:.2f}"),
    ("k-th distance ratio", "mean_distance_ratio", "{:.3f}"),
    ("KS", "ks", "{:.3f}"),
    ("effective k", "effective_k", "{:.2f}"),
    ("shuffle B/row", "shuffle_bytes_per_row", "{:.0f}"),
    ("peak heap MB", "peak_heap_mb", "{}"),
    ("jobs", "jobs", "{}"),
)


def main():
    options = parse()
    rows = [row(options, run) for run in options.sizes.split(",")]
    table = [("workload", "heap", *(title for title, _, _ in COLUMNS)), ("---",) * (len(COLUMNS) + 2)]
    lines = [f"| {' | '.join(cells)} |" for cells in table + rows]
    print("\n".join(lines))
    if options.docs:
        report.write_between_markers(options.docs, "workloads", page(options, lines))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--sizes", default=DEFAULT, help="default: %(default)s")
    add("--runs", default="3", help="warm runs, whose median counts; default: %(default)s")
    add("--cores", default="2", help="default: %(default)s")
    add("--docs", type=pathlib.Path, help="page to write to; default: none")
    return parser.parse_args()


def row(options, run):
    workload, size, heap = run.split(":")
    rows, dims = size.split("x")
    shape = ["--workload", workload, "--rows", rows, "--dims", dims]
    name = f"{workload}, {int(rows):,} x {dims}"
    load = os.getloadavg()[0]
    try:
        figures = launcher.benchmark(heap, *shape, "--runs", options.runs, "--cores", options.cores)
    except launcher.Failed as failed:
        return (name, heap, str(failed).splitlines()[-1], *("",) * (len(COLUMNS) - 1))
    print(f"{run}: load {load:.1f} before, {os.getloadavg()[0]:.1f} after", file=sys.stderr)
    return (name, heap, *(form.format(figures[key]) for _, key, form in COLUMNS))


def page(options, lines):
    call = shlex.join(["spark-smote-examples/benchmarks/workloads.py", *sys.argv[1:]])
    when = f"Written by that command on {datetime.date.today()}"
    where = f"{options.cores} of {os.cpu_count()} cores, {report.machine()}"
    return "\n".join([f"```bash\n{call}\n```\n", f"{when}; {where}.\n", *lines])


if __name__ == "__main__":
    main()
