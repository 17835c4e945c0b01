#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares ensembles with those of imbalanced-learn and imbens on real tables: average precision and seconds.

Tables are CSV files with a header, numeric features and a 0/1 column `label`, which no run of this
project carries. All see the same five stratified folds, with the same number of members and the
same depth of trees, one after the other. Prints a table and writes it into a page. Needs Linux,
Python 3.11, a JDK 17 and Maven; installs what requirements.txt names, and PySpark, into a virtual
environment, and imbens, which needs an older scikit-learn, into another one.
"""

import argparse
import datetime
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import venv

import report

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORE = ROOT / "spark-smote-core"
VENV = HERE.parent / "target" / "ensembles-venv"
IMBENS_VENV = HERE.parent / "target" / "imbens-venv"
IMBENS = ["imbalanced-ensemble==0.2.3", "scikit-learn==1.6.0", "numpy==2.4.6", "scipy==1.17.1"]
WORK = HERE.parent / "target" / "ensembles"

FOLDS = 5
SEED = 42
FEATURES = 10  # of generated rows

# Ours, and imbalanced-learn's.
NAMES = {
    "bagging": "BalancedBaggingClassifier",
    "easy": "EasyEnsembleClassifier",
    "forest": "BalancedRandomForestClassifier",
}

HEADER = (
    "table",
    "rows x features, minority",
    "ensemble",
    "AP",
    "AP, imbalanced-learn",
    "AP, imbens",
    "fit s",
    "fit s, imbalanced-learn",
    "fit s, imbens",
)

NOTES = """
* *AP* is the average precision on the rows left out: the mean of {folds} stratified folds, and its
  standard error. {within}
* Defaults but for {members} members, and trees of depth {depth} on all sides. EasyEnsemble boosts as it
  does by default: ours by Spark's `GBTClassifier`, 20 trees of depth 5, the others by AdaBoost,
  50 stumps. Bagging of imbens is its `UnderBaggingClassifier`.
* *fit s* is the mean time of a fit in a JVM that is warm, with `parallelism` and `n_jobs` {cores}. Tables so
  small show what Spark's jobs take, however few the rows.
""".strip()


def main():
    options = parse()
    in_venv = pathlib.Path(sys.prefix) == VENV
    if not in_venv:
        make_venv()
        install(IMBENS_VENV, "\n".join(IMBENS))
        os.execv(VENV / "bin" / "python", [VENV / "bin" / "python", *sys.argv])

    spark = session(options)
    if options.rows:
        write(options, "ensembles-rows", fits(spark, options))
        return

    start = time.monotonic()
    measured = []
    for name in options.tables:
        if time.monotonic() - start > 60 * options.minutes:
            print(f"no time left for {name} and what comes after it", file=sys.stderr)
            break

        measured += measure(spark, options, name)

    some = [] if options.only == list(NAMES) else options.only
    write(options, "-".join(["ensembles", *some]), text(options, measured, spark.version))


def write(options, name, page):
    print(page)
    if options.docs:
        report.write_between_markers(options.docs, name, page)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, help="directory of NAME.csv.gz")
    parser.add_argument("--tables", type=lambda names: names.split(","), default=[])
    parser.add_argument(
        "--rows",
        type=lambda sizes: [int(size) for size in sizes.split(",")],
        help="instead of tables: only fits, on that many generated rows",
    )
    parser.add_argument("--only", type=lambda names: names.split(","), default=list(NAMES))
    parser.add_argument("--members", type=int, default=10)
    parser.add_argument("--depth", type=int, default=5)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--heap", default="2g")
    parser.add_argument("--minutes", type=float, default=15, help="begin no other table after that")
    parser.add_argument("--docs", type=pathlib.Path, help="the page to write the table into")
    return parser.parse_args()


def make_venv():
    spark = re.search(r"<spark.version>(.*)</spark.version>", (ROOT / "pom.xml").read_text())[1]
    install(VENV, (HERE / "requirements.txt").read_text() + f"pyspark=={spark}\n")


def install(where, wanted):
    installed = where / "installed.txt"  # written last, so that it stands for a complete one
    if installed.is_file() and installed.read_text() == wanted:
        return

    print(f"installing into {where} ...", file=sys.stderr)
    venv.create(where, clear=True, with_pip=True)
    pip = [where / "bin" / "python", "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *wanted_packages(wanted)], check=True)
    installed.write_text(wanted)


def wanted_packages(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def session(options):
    from pyspark.sql import SparkSession

    maven = ["mvn", "-q", "-pl", "spark-smote-core", "compile", "-Dspotless.check.skip"]
    subprocess.run(maven, cwd=ROOT, check=True)
    spark = (
        SparkSession.builder.master(f"local[{options.cores}]")
        .config("spark.driver.memory", options.heap)
        .config("spark.driver.extraClassPath", str(CORE / "target" / "classes"))
        .config("spark.ui.enabled", False)
        .config("spark.sql.shuffle.partitions", options.cores)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def fits(spark, options):
    """What a fit takes on generated rows, of which one in a hundred is of the class 1."""
    lines = ["| rows x features, minority | ensemble | heap | fit s |", "| --- | --- | --- | --- |"]
    for rows in options.rows:
        path = str(WORK / f"rows-{rows}.parquet")
        one = "int(id % 100 = 0)"
        columns = [f"sin(id * {j + 1}) + {one} * {j % 3 / 2}" for j in range(FEATURES)]
        generated = spark.range(rows).selectExpr(
            f"double({one}) as label", f"array({', '.join(columns)}) as values"
        )
        generated.write.mode("overwrite").parquet(path)
        for kind in options.only:
            start = time.perf_counter()
            classifier(spark, options, kind).fit(vectors(spark, path)._jdf)
            seconds = time.perf_counter() - start
            print(f"{rows} {kind} {seconds:.1f} s", file=sys.stderr, flush=True)
            size = f"{rows:,} x {FEATURES}, {-(-rows // 100):,}"
            lines.append(f"| {size} | {NAMES[kind]} | {options.heap} | {seconds:.1f} |")

    load = os.getloadavg()[0]
    where = f"{options.cores} of {os.cpu_count()} cores, {report.machine()} (load {load:.1f})"
    where += f"; {options.members} members, trees of depth {options.depth}; Spark {spark.version}"
    return report.written(where, lines)


def read(path):
    import pyarrow.csv

    table = pyarrow.csv.read_csv(path)
    label = table["label"].to_numpy().astype(int)
    columns = [table[name].to_numpy().astype(float) for name in table.column_names if name != "label"]
    import numpy as np

    return np.column_stack(columns), label


def measure(spark, options, name):
    """For every ensemble: what table, and the average precision and seconds of every fold, by side."""
    import numpy as np
    from sklearn.metrics import average_precision_score
    from sklearn.model_selection import StratifiedKFold

    x, y = read(options.data / f"{name}.csv.gz")
    sides = (ours, theirs, imbens)
    figures = {kind: {side: [] for side in sides} for kind in options.only}
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for number, (train, test) in enumerate(folds.split(x, y)):
        for kind in options.only:
            for side in sides:
                seconds, scores = side(spark, options, kind, x[train], y[train], x[test])
                precision = average_precision_score(y[test], scores)
                figures[kind][side].append((precision, seconds))
                shown = f"{name} {number} {kind} {side.__name__} {precision:.3f} {seconds:.1f} s"
                print(shown, file=sys.stderr, flush=True)

    size = f"{len(y):,} x {x.shape[1]}, {int(y.sum()):,}"
    return [
        ((name, size, NAMES[kind]), [np.array(values) for values in figures[kind].values()])
        for kind in options.only
    ]


def row(table, sides):
    precisions = [f"{mean(values):.3f} ± {error(values):.3f}" for values in sides]
    return (*table, *precisions, *(f"{values[:, 1].mean():.2f}" for values in sides))


def mean(values):
    return values[:, 0].mean()


def error(values):
    return values[:, 0].std(ddof=1) / len(values) ** 0.5


def within(measured):
    """How many of our means are as near to the others' as two standard errors of a difference, or above."""
    pairs = [(own, other) for _, (own, *others) in measured for other in others]
    counts = [
        sum(
            mean(own) - mean(other) >= -2 * (error(own) ** 2 + error(other) ** 2) ** 0.5
            for own, other in some
        )
        for some in (pairs[::2], pairs[1::2])
    ]
    return (
        f"Of {len(measured)} means of ours {counts[0]} and {counts[1]} are at most two standard errors of the"
        " difference below those of imbalanced-learn and imbens."
    )


def ours(spark, options, kind, x, y, test):
    from pyspark.ml.functions import vector_to_array
    from pyspark.sql import DataFrame

    ensemble = classifier(spark, options, kind)
    train = on_disk(spark, "train", x, y)
    start = time.perf_counter()
    model = ensemble.fit(train._jdf)
    seconds = time.perf_counter() - start
    rows = on_disk(spark, "test", test, None)
    predicted = DataFrame(model.transform(rows._jdf), spark)
    given = predicted.select("id", vector_to_array("probability")[1].alias("p")).collect()
    return seconds, [row.p for row in sorted(given, key=lambda row: row.id)]


def classifier(spark, options, kind):
    ensemble = getattr(spark._jvm.org.sparksmote.ensemble, NAMES[kind])()
    ensemble.setNumEstimators(options.members).setParallelism(options.cores).setSeed(SEED)
    if kind != "easy":
        ensemble.getEstimator().setMaxDepth(options.depth)

    return ensemble


def on_disk(spark, name, x, y):
    """As users have it: a Parquet file with a column of vectors."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / f"{name}.parquet"
    label = np.zeros(len(x)) if y is None else y.astype(float)
    table = {"id": np.arange(len(x)), "label": label, "values": list(x)}
    pq.write_table(pa.table(table), path)
    return vectors(spark, str(path))


def vectors(spark, path):
    from pyspark.ml.functions import array_to_vector

    table = spark.read.parquet(path)
    others = [name for name in table.columns if name != "values"]
    return table.select(*others, array_to_vector("values").alias("features"))


def theirs(spark, options, kind, x, y, test):
    from imblearn import ensemble
    from sklearn.tree import DecisionTreeClassifier

    settings = {"n_estimators": options.members, "random_state": SEED, "n_jobs": options.cores}
    if kind == "bagging":
        settings["estimator"] = DecisionTreeClassifier(max_depth=options.depth)
    elif kind == "forest":
        settings["max_depth"] = options.depth

    fitted = getattr(ensemble, NAMES[kind])(**settings)
    start = time.perf_counter()
    fitted.fit(x, y)
    seconds = time.perf_counter() - start
    return seconds, fitted.predict_proba(test)[:, 1]


def imbens(spark, options, kind, x, y, test):
    import numpy as np

    path = str(WORK / "imbens.npz")
    np.savez(path, x=x, y=y, test=test)
    settings = {"n_estimators": options.members, "random_state": SEED, "n_jobs": options.cores}
    asked = {"path": path, "kind": kind, "depth": options.depth, "settings": settings}
    process = imbens_process()
    print(json.dumps(asked), file=process.stdin, flush=True)
    answer = json.loads(process.stdout.readline())
    return answer["seconds"], answer["scores"]


@functools.cache
def imbens_process():
    command = [IMBENS_VENV / "bin" / "python", HERE / "imbens_worker.py"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def text(options, measured, spark):
    import importlib.metadata

    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in report.PACKAGES[:2])
    settings = {"folds": FOLDS, "within": within(measured), **vars(options)}
    rows = [row(*of) for of in measured]
    return "\n".join(
        [
            f"```bash\n{report.command()}\n```\n",
            f"Written by that command on {datetime.date.today()}; {options.cores} of {os.cpu_count()}"
            f" cores, {report.machine()} (load {os.getloadavg()[0]:.1f}), heap {options.heap};"
            f" Spark {spark}, {versions}, imbens {IMBENS[0].split('==')[1]}.\n",
            *(f"| {' | '.join(row)} |" for row in (HEADER, ("---",) * len(HEADER), *rows)),
            "",
            NOTES.format(**settings),
        ]
    )


if __name__ == "__main__":
    main()
