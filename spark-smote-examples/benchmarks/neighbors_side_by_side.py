#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the neighbour search of spark-smote and of other libraries on the same generated files.

Every contender is a process of its own; they run one after the other. Prints a table and writes it
into docs/benchmarks.md. Needs Linux, Python 3.11, a C++ compiler, a JDK 17 and Maven; installs the
packages that requirements-neighbors.txt names into a virtual environment, and nothing elsewhere.
Generated files are kept for the next run; mvn clean removes them.
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

NAMES = {
    "ours": "spark-smote, search",
    "whole": "spark-smote, whole run",
    "ivf": "faiss IVF",
    "nndescent": "faiss NN-descent",
    "pynndescent": "pynndescent",
    "hnsw": "hnswlib",
}
CONTENDERS = [name for name in NAMES if name != "whole"]
PROGRAMS = ("python", "faiss-cpu", "pynndescent", "hnswlib", "numpy", "pyarrow", "java", "spark")

HEADER = (
    "rows x features",
    "contender",
    "settings",
    "core-s",
    "wall s",
    "recall",
    "core-s / ours, search",
    "core-s / ours, whole run",
)

NOTES = """
* The {k} nearest other rows of every row of the class, on {cores} threads. *core-s* is processor time,
  user and system, of building the index and searching; *wall s* the same by the clock. Reading the
  file, imports, and a first call on 5,000 rows, in which code is compiled, are left out.
* *recall* compares {sample:,} rows with an exact search. Settings go from cheap to dear until
  recall is {recall}, and on while {further} more finds a cheaper one; the cheapest counts, or what found
  most. IVF trains with 40 rows per centre and 4 rounds, which is less than by default.
* *spark-smote, search*, default settings: the run time of the tasks that read the shuffle, which also
  unpack the rows and make new ones. Growing the trees and routing the rows come before and are not in it.
  *core-s* is that time summed over tasks, waiting for memory to be collected included; *wall s* is *core-s*
  divided by the cores.
* *spark-smote, whole run*: reading the file, fitting, searching, making the rows and dropping all; the
  median of {runs} runs in a warm JVM. *core-s* is *wall s* times the cores, as if none had ever waited.
* The last two columns: how many times fewer core-seconds ours takes, by the search and by the whole run.
* A process, with all its settings, is ended after {limit} s.
""".strip()


def main():
    options = parse()
    load_before = os.getloadavg()[0]
    prepare.build()
    results = [figures for size in options.sizes for figures in measure(options, *size)]
    rows = [HEADER, *map(cells, results)]
    print("\n".join(line(row) for row in rows))
    load = f"{load_before:.1f} before and {os.getloadavg()[0]:.1f} after"
    if options.docs:
        page = [line(row) for row in (HEADER, ("---",) * len(HEADER), *rows[1:])]
        notes = NOTES.format(**vars(options), k=K, sample=SAMPLE)
        text = report.written(conditions(options, load, results), [*page, "", notes])
        report.write_between_markers(options.docs, "neighbors-side-by-side", text)
    if options.json:
        options.json.write_text(json.dumps({"load": load, "results": results}, indent=1) + "\n")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--sizes", type=prepare.sizes, default="100000x30,1000000x10", help="default: %(default)s")
    add("--workload", default="a", help="shape of the data; default: %(default)s")
    add("--recall", type=float, default=0.85, help="that is enough; default: %(default)s")
    add("--further", type=int, default=1,
        help="indexes tried after the best that finds enough; default: %(default)s")
    add("--runs", type=int, default=3, help="warm runs of spark-smote; default: %(default)s")
    add("--only", type=prepare.names_of(CONTENDERS), default=",".join(CONTENDERS),
        help="default: %(default)s")
    add("--limit", type=int, default=900, help="seconds for a process; default: %(default)s")
    add("--heap", default="4g", help="heap of a JVM; default: %(default)s")
    add("--cores", type=int, default=len(os.sched_getaffinity(0)), help="default: all")
    add("--docs", type=prepare.optional_path, default=prepare.PAGE,
        help="page to write the table into, or '' for none; default: docs/benchmarks.md")
    add("--json", type=prepare.optional_path, help="file for all figures")
    return parser.parse_args()


def measure(options, rows, dims):
    """The figures of all contenders, which take turns, each with its ratios to ours."""
    data = prepare.generated(options.workload, rows, dims)
    results = []
    for name in options.only:
        tell(f"{NAMES[name]} on {rows:,} x {dims} ...")
        figures = child.run(command(name, options, data), options.limit, options.cores, prepare.WORK)
        for result in ours(figures) if name == "ours" else [{"contender": name, **figures}]:
            results.append({"rows": rows, "dims": dims, **result})
            tell(f"  {line(cells(results[-1]))}")
    add_ratios(results)
    return results


def command(contender, options, data):
    common = ["--input", data, "--cores", options.cores, "--k", K, "--sample", SAMPLE]
    if contender == "ours":
        return [LAUNCHER, "--heap", options.heap, "benchmark", *common, "--runs", options.runs]

    python = prepare.python("neighbors-venv", "requirements-neighbors.txt")
    sweep = ["--recall", options.recall, "--further", options.further]
    return [python, prepare.HERE / "neighbor_search.py", contender, *common, *sweep]


def ours(figures):
    """The search alone, and the whole run in which it is."""
    if "ended" in figures:
        return [{"contender": "ours", **figures}]
    walls = {"ours": figures["kernel_seconds"], "whole": figures["seconds_warm"]}
    return [
        {**figures, "contender": name, "wall_seconds": wall, "core_seconds": wall * figures["cores"]}
        for name, wall in walls.items()
    ]


def add_ratios(results):
    seconds = {result["contender"]: result.get("core_seconds") for result in results}
    for result in results:
        for name in ("ours", "whole"):
            if seconds.get(name) and result.get("core_seconds"):
                result[f"times_{name}"] = result["core_seconds"] / seconds[name]


def cells(result):
    return (
        f"{result['rows']:,} x {result['dims']}",
        NAMES[result["contender"]],
        settings(result),
        report.seconds_text(result.get("core_seconds")),
        report.seconds_text(result.get("wall_seconds")),
        report.number(result.get("recall"), ".2f"),
        report.number(result.get("times_ours"), ".2f"),
        report.number(result.get("times_whole"), ".2f"),
    )


def settings(result):
    """What was chosen, and why there is nothing or nothing better."""
    chosen = ", ".join(f"{name} {value}" for name, value in result.get("settings", {}).items())
    ended = result.get("ended", "").replace("|", "/")
    return "; ".join(filter(None, (chosen, ended))) or "default"


def line(row):
    return f"| {' | '.join(row)} |"


def conditions(options, load, results):
    known = {key: value for result in results for key, value in result.items()}
    versions = ", ".join(f"{name} {known[name]}" for name in PROGRAMS if name in known)
    return (
        f"workload {options.workload}; {options.cores} of {os.cpu_count()} cores,"
        f" {report.machine()} (load {load}); {versions}"
    )


if __name__ == "__main__":
    main()
