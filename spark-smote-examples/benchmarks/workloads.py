#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures spark-smote on the benchmark's workloads and writes the table into docs/benchmarks.md.

A run is WORKLOAD:ROWSxDIMS:HEAP, each a process of its own, one after the other. Behind it may stand
:OPTION=VALUE for options of "spark-smote benchmark": runs (warm runs), others (rows of the other class of
workload e, as a multiple), format and variant. Needs a JDK 17 and Maven.
"""

import argparse
import os
import pathlib
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
    ("in danger", "danger_exact", "{:.3f}"),
    ("used", "danger_used", "{:.3f}"),
    ("agreement", "danger_agreement", "{:.3f}"),
)


def main():
    options = parse()
    runs = [(spec, measure(options, *parts(spec))) for spec in options.sizes.split(",")]
    known = {key for _, figures in runs for key in figures}
    columns = [column for column in COLUMNS if column[1] in known]
    header = ("workload", "heap", "warm runs", *(title for title, _, _ in columns))
    table = [header, ("---",) * len(header), *(cells(spec, figures, columns) for spec, figures in runs)]
    lines = [f"| {' | '.join(row)} |" for row in table]
    print("\n".join(lines))
    if options.docs:
        report.write_between_markers(options.docs, options.section, report.written(conditions(options), lines))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--sizes", default=DEFAULT, help="default: %(default)s")
    add("--cores", default="2", help="default: %(default)s")
    add("--section", default="workloads", help="what is written of the page; default: %(default)s")
    add("--docs", type=pathlib.Path, help="page to write to; default: none")
    return parser.parse_args()


def parts(spec):
    """Workload, rows, features, heap and the options of a run."""
    workload, size, heap, *more = spec.split(":")
    given = {"runs": "3", **dict(option.split("=") for option in more)}
    return workload, *size.split("x"), heap, given


def measure(options, workload, rows, dims, heap, given):
    """The figures of a run, or what went wrong."""
    words = ["--workload", workload, "--rows", rows, "--dims", dims, "--cores", options.cores]
    words += [word for name, value in given.items() for word in (f"--{name}", value)]
    load = os.getloadavg()[0]
    try:
        figures = launcher.benchmark(heap, *words)
    except launcher.Failed as failed:
        return {"failed": str(failed).splitlines()[-1]}
    print(f"{workload} {rows}: load {load:.1f} before, {os.getloadavg()[0]:.1f} after", file=sys.stderr)
    return figures


def cells(spec, figures, columns):
    workload, rows, dims, heap, given = parts(spec)
    what = [workload, f"{int(rows):,} x {dims}"]
    what += [f"1:{given['others']}"] if "others" in given else []
    what += [given[name] for name in ("format", "variant") if name in given]
    runs = str(len(figures.get("seconds_all_runs", ())))
    values = [form.format(figures[key]) if key in figures else "" for _, key, form in columns]
    if "failed" in figures:
        values[0] = figures["failed"]
    return (", ".join(what), heap, runs, *values)


def conditions(options):
    return f"{options.cores} of {os.cpu_count()} cores, {report.machine()}"


if __name__ == "__main__":
    main()
