#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures spark-smote, imbalanced-learn and a recipe of Spark MLlib on the same generated files.

Every contender is a process of its own; they run one after the other. Prints a table and writes it
into docs/benchmarks.md. Needs Linux, Python 3.11, a JDK 17 and Maven; installs the packages
that requirements.txt names into a virtual environment, and nothing elsewhere. Generated files are
kept for the next run; mvn clean removes them.
"""

import argparse
import json
import os

import child
import prepare
import report
from launcher import LAUNCHER
from prepare import tell

K = 5
SAMPLE = 1000  # rows whose neighbours are compared with the true ones


def main():
    options = parse()
    load_before = os.getloadavg()[0]
    prepare.build()
    if "imblearn" in options.only:
        python()

    results = [figures for size in options.sizes for figures in measure(options, *size)]
    report.add_speed(results)
    print(report.table(results))
    load = f"{load_before:.1f} before and {os.getloadavg()[0]:.1f} after"
    if options.docs:
        settings = {**vars(options), "k": K, "sample": SAMPLE, "load": load}
        report.write_between_markers(options.docs, "side-by-side", report.page(settings, results))
    if options.json:
        options.json.write_text(json.dumps({"load": load, "results": results}, indent=1) + "\n")


def measure(options, rows, dims):
    """The figures of all contenders, which take turns: the fastest run of each, least disturbed."""
    data = prepare.generated(options.workload, rows, dims)
    fastest = {}
    for _ in range(options.rounds):
        for name in options.only:
            if "ended" in fastest.get(name, {}):
                continue  # it would only end again

            tell(f"{report.NAMES[name]} on {rows:,} x {dims} ...")
            arguments = command(name, options, data, rows)
            figures = child.run(arguments, options.limit, options.cores, prepare.WORK)
            tell(f"  {figures.get('ended') or f'{report.best_seconds(figures):.1f} s'}")
            if name not in fastest or is_better(figures, fastest[name]):
                fastest[name] = {"contender": name, "rows": rows, "dims": dims, **figures}

    return list(fastest.values())


def is_better(figures, others):
    return "ended" not in figures and report.best_seconds(figures) < report.best_seconds(others)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--sizes", type=prepare.sizes, default="100000x30,1000000x10", help="default: %(default)s")
    add("--workload", default="a", help="shape of the data; default: %(default)s")
    add("--runs", type=int, default=3, help="warm runs of spark-smote; default: %(default)s")
    add("--rounds", type=int, default=1,
        help="turns of all contenders, the fastest of which counts; default: %(default)s")
    add("--only", type=prepare.names_of(report.NAMES), default="ours,imblearn,lsh",
        help="default: %(default)s")
    add("--limit", type=int, default=900, help="seconds for a process; default: %(default)s")
    add("--heap", default="4g", help="heap of a JVM; default: %(default)s")
    add("--cores", type=int, default=len(os.sched_getaffinity(0)), help="default: all")
    add("--whole-up-to", type=int, default=200_000, metavar="ROWS",
        help="imbalanced-learn beyond that: extrapolated; default: %(default)s")
    add("--queries", type=int, default=20_000,
        help="rows that imbalanced-learn is extrapolated from; default: %(default)s")
    add("--lsh-recall", type=float, default=0.5,
        help="recall that the recipe is set up for; default: %(default)s")
    add("--docs", type=prepare.optional_path, default=prepare.PAGE,
        help="page to write the table into, or '' for none; default: docs/benchmarks.md")
    add("--json", type=prepare.optional_path, help="file for all figures")
    return parser.parse_args()


def python():
    return prepare.python("benchmarks-venv", "requirements.txt")


def command(contender, options, data, rows):
    common = ["--input", data, "--cores", options.cores, "--k", K, "--sample", SAMPLE]
    if contender == "imblearn":
        queries = 0 if rows <= options.whole_up_to else options.queries
        script = prepare.HERE / "imbalanced_learn.py"
        return [python(), script, *common, "--queries", queries]

    benchmark = [LAUNCHER, "--heap", options.heap, "benchmark", *common]
    if contender == "lsh":
        return [*benchmark, "--engine", "lsh", "--runs", 1, "--lsh-recall", options.lsh_recall]
    return [*benchmark, "--runs", options.runs]


if __name__ == "__main__":
    main()
