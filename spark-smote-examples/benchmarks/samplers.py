#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What samplers that take rows away do to real tables, and what it takes: seconds and rows removed.

Tables are CSV files with a header, numeric features and a 0/1 column `label`, which no run of this
project carries; `--rows` generates workloads e and b of the size that is asked for instead. Prints a table and
writes it into a page. Needs what ensembles.py needs, and makes the same virtual environment.
"""

import argparse
import datetime
import os
import pathlib
import subprocess
import sys
import time

import ensembles
import launcher
import report

SEED = 42
FEATURES = 30  # of generated rows

HEADER = ("table", "rows x features, minority", "sampler", "rows removed", "s")

NOTES = """
* Defaults, but for seeds: each makes the other class smaller, to the size of the minority where it takes
  a size. *s* is the time until all rows that stay were counted, {run}.
""".strip()


def samplers():
    import sparksmote as s

    return (
        s.RandomUnderSampler(seed=SEED),
        s.NearMiss(seed=SEED),
        s.OneSidedSelection(seed=SEED),
        s.TomekLinks(seed=SEED),
        s.EditedNearestNeighbours(seed=SEED),
        s.RepeatedEditedNearestNeighbours(seed=SEED),
        s.AllKNN(seed=SEED),
        s.NeighbourhoodCleaning(seed=SEED),
    )


def main():
    options = parse()
    if pathlib.Path(sys.prefix) != ensembles.VENV:
        ensembles.make_venv()
        python = ensembles.VENV / "bin" / "python"
        os.execv(python, [python, *sys.argv])

    sys.path.insert(0, str(ensembles.ROOT / "python" / "src"))
    spark = ensembles.session(options)
    tables = generated(spark, options) if options.rows else read(spark, options)
    lines = [f"| {' | '.join(row)} |" for row in (HEADER, ("---",) * len(HEADER))]
    for name, size, rows in tables:
        for sampler in samplers():
            kind = type(sampler).__name__
            if options.only and kind not in options.only:
                continue

            removed, seconds = measure(sampler, rows, 1 if options.rows else 2)
            line = f"| {name} | {size} | `{kind}` | {removed:,} | {seconds:.1f} |"
            print(line, file=sys.stderr, flush=True)
            lines.append(line)

    cores = f"{options.cores} of {os.cpu_count()} cores, {report.machine()}"
    where = f"{cores} (load {os.getloadavg()[0]:.1f}), heap {options.heap}; Spark {spark.version}."
    day = f"Written by that command on {datetime.date.today()}; {where}\n"
    run = "in the first run" if options.rows else "after one run on the same table"
    page = "\n".join([f"```bash\n{report.command()}\n```\n", day, *lines, "", NOTES.format(run=run)])
    print(page)
    if options.docs:
        report.write_between_markers(options.docs, "samplers-rows" if options.rows else "samplers", page)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, help="directory of NAME.csv.gz")
    parser.add_argument("--tables", type=lambda names: names.split(","), default=[])
    parser.add_argument("--rows", type=int, help="instead of tables: so many generated rows")
    parser.add_argument("--only", type=lambda names: names.split(","), default=[])
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--heap", default="4g")
    parser.add_argument("--docs", type=pathlib.Path, help="the page to write the table into")
    return parser.parse_args()


def measure(sampler, rows, runs):
    """Rows that go, and the seconds of the last of some runs."""
    before = rows.count()
    for _ in range(runs):
        start = time.perf_counter()
        after = sampler.fit_resample(rows).count()
        seconds = time.perf_counter() - start
    return before - after, seconds


def read(spark, options):
    for name in options.tables:
        x, y = ensembles.read(options.data / f"{name}.csv.gz")
        rows = ensembles.on_disk(spark, name, x, y)
        yield name, f"{len(y):,} x {x.shape[1]}, {int(y.sum()):,}", rows


def generated(spark, options):
    """Clusters that overlap, with one row in fifty of the smaller class; and the hardest law, beside 1,000 rows."""
    few = options.rows // 50
    laws = {"e": ("--rows", few, "--others", 49), "b": ("--rows", options.rows)}
    for law, words in laws.items():
        path = ensembles.WORK / f"samplers-{law}-{options.rows}.parquet"
        if not path.exists():
            command = ["generate", "--workload", law, *words, "--dims", FEATURES, "--output", path]
            subprocess.run([launcher.LAUNCHER, *map(str, command)], check=True, stdout=sys.stderr)

        rows = spark.read.parquet(str(path))
        total, smaller = rows.count(), few if law == "e" else 1000
        yield f"workload {law}", f"{total:,} x {FEATURES}, {smaller:,}", rows


if __name__ == "__main__":
    main()
