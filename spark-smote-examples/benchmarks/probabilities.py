#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What resampling does to probabilities on real tables, and what mends them.

Tables are as in ensembles.py, whose virtual environment it shares. Each arm and learner is fitted on
the same stratified folds; rows left out are judged by scikit-learn. Prints a table and writes it into
a page.
"""

import argparse
import datetime
import os
import pathlib
import sys
import time

import ensembles
import report

SEED = 42
LEARNERS = ("LR", "RF", "GBT")

ARMS = {
    "none": "none",
    "smote": "SMOTE",
    "weights": "SMOTE + balanceWeightCol",
    "sigmoid": "SMOTE + CalibratedClassifier, sigmoid",
    "isotonic": "SMOTE + CalibratedClassifier, isotonic",
    "under": "RandomUnderSampler",
    "prior": "RandomUnderSampler + PriorCorrection",
}

NOTES = """
* Each cell: ROC-AUC · Brier score · mean probability / prevalence (1 is right), means over the folds and
  then over the tables; in brackets the least and the largest of the tables' means of the last one.
* {folds} stratified folds; learners are Spark's `LogisticRegression`, `RandomForestClassifier` (100 trees,
  depth 8) and `GBTClassifier` (20 trees, depth 5); features count by their ranges in distances.
""".strip()


def main():
    options = parse()
    if pathlib.Path(sys.prefix) != ensembles.VENV:
        ensembles.make_venv()
        python = ensembles.VENV / "bin" / "python"
        os.execv(python, [python, *sys.argv])

    spark = ensembles.session(options)
    start = time.monotonic()
    figures = {}
    for name in options.tables:
        if time.monotonic() - start > 60 * options.minutes:
            print(f"no time left for {name} and what comes after it", file=sys.stderr)
            break

        figures[name] = measure(spark, options, name)

    page = text(options, figures, spark.version)
    print(page)
    if options.docs:
        report.write_between_markers(options.docs, "probabilities", page)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, help="directory of NAME.csv.gz")
    parser.add_argument("--tables", type=lambda names: names.split(","), default=[])
    parser.add_argument("--only", type=lambda names: names.split(","), default=list(ARMS))
    parser.add_argument("--learners", type=lambda names: names.split(","), default=list(LEARNERS))
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--heap", default="2g")
    parser.add_argument("--minutes", type=float, default=30, help="begin no other table after that")
    parser.add_argument("--docs", type=pathlib.Path, help="the page to write the table into")
    return parser.parse_args()


def measure(spark, options, name):
    """The means over the folds, by arm and learner."""
    import numpy as np
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.model_selection import StratifiedKFold

    x, y = ensembles.read(options.data / f"{name}.csv.gz")
    found = {(arm, learner): [] for arm in options.only for learner in options.learners}
    folds = StratifiedKFold(options.folds, shuffle=True, random_state=SEED)
    for number, (train, test) in enumerate(folds.split(x, y)):
        rows = ensembles.on_disk(spark, "train", x[train], y[train])
        others = ensembles.on_disk(spark, "test", x[test], None)
        for arm, learner in found:
            start = time.perf_counter()
            said = scores(spark, estimator(spark, arm, learner), rows, others)
            truth = y[test]
            ratio = said.mean() / truth.mean()
            judged = roc_auc_score(truth, said), brier_score_loss(truth, said), ratio
            found[arm, learner].append(judged)
            seconds = time.perf_counter() - start
            shown = " ".join(f"{value:.4f}" for value in judged)
            print(f"{name} {number} {arm} {learner} {shown} {seconds:.1f} s", file=sys.stderr, flush=True)

    return {key: np.mean(values, axis=0) for key, values in found.items()}


def scores(spark, stage, train, test):
    import numpy as np
    from pyspark.ml.functions import vector_to_array
    from pyspark.sql import DataFrame

    predicted = DataFrame(stage.fit(train._jdf).transform(test._jdf), spark)
    given = predicted.select("id", vector_to_array("probability")[1].alias("p")).collect()
    return np.array([row.p for row in sorted(given, key=lambda row: row.id)])


def estimator(spark, arm, name):
    own = learner(spark, name)
    ours = spark._jvm.org.sparksmote
    smote = ours.Smote().setStandardize("minmax").setSeed(SEED)
    under = ours.undersampling.RandomUnderSampler().setSeed(SEED)
    if arm == "none":
        return own

    if arm == "smote":
        return pipeline(spark, smote, own)

    if arm == "weights":
        return pipeline(spark, smote.setBalanceWeightCol("balance"), own.setWeightCol("balance"))

    if arm == "under":
        return pipeline(spark, under, own)

    if arm == "prior":
        return ours.evaluation.PriorCorrection().setSampler(under).setEstimator(own)

    calibrated = ours.evaluation.CalibratedClassifier().setEstimator(pipeline(spark, smote, own))
    return calibrated.setMethod(arm).setSeed(SEED)


def pipeline(spark, *stages):
    array = spark._sc._gateway.new_array(spark._jvm.org.apache.spark.ml.PipelineStage, len(stages))
    for place, stage in enumerate(stages):
        array[place] = stage

    return spark._jvm.org.sparksmote.ResamplingPipeline().setStages(array)


def learner(spark, name):
    classifiers = spark._jvm.org.apache.spark.ml.classification
    if name == "LR":
        return classifiers.LogisticRegression()

    if name == "RF":
        return classifiers.RandomForestClassifier().setNumTrees(100).setMaxDepth(8).setSeed(SEED)

    return classifiers.GBTClassifier().setSeed(SEED)


def cell(figures, arm, name):
    import numpy as np

    of_tables = np.array([table[arm, name] for table in figures.values()])
    auc, brier, ratio = of_tables.mean(axis=0)
    least, most = of_tables[:, 2].min(), of_tables[:, 2].max()
    return f"{auc:.3f} · {brier:.4f} · {ratio:.2f} ({least:.2f} to {most:.2f})"


def text(options, figures, spark):
    header = ("arm", *options.learners)
    rows = [
        (ARMS[arm], *(cell(figures, arm, name) for name in options.learners)) for arm in options.only
    ]
    return "\n".join(
        [
            f"```bash\n{report.command()}\n```\n",
            f"Written by that command on {datetime.date.today()}; {report.machine()}; Spark {spark};"
            f" tables: {', '.join(figures)}.\n",
            *(f"| {' | '.join(row)} |" for row in (header, ("---",) * len(header), *rows)),
            "",
            NOTES.format(folds=options.folds),
        ]
    )


if __name__ == "__main__":
    main()
