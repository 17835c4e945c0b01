# SPDX-License-Identifier: Apache-2.0
"""Makes predictions and what scikit-learn 1.9.1 and imbalanced-learn 0.14.2 say of them.

python figures.py, with both and numpy installed, writes binary.csv, several.csv and
figures.properties beside this file. The weighted figures of imbalanced-learn are wrong (it counts
true negatives unweighted), so those of gMean, specificity and iba with weights are worked out here,
by its formulas on weighted counts.
"""

from pathlib import Path

import numpy as np
from imblearn import metrics as im
from sklearn import metrics as sk
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).parent
FIGURES = {}


def note(name, value):
    FIGURES[name] = repr(float(value))


def write(name, header, columns):
    lines = [",".join(repr(float(cell)) for cell in row) for row in zip(*columns)]
    (HERE / name).write_text(header + "\n" + "\n".join(lines) + "\n")


def counted(y, d, w):
    tp = w[(y == 1) & (d == 1)].sum()
    fn = w[(y == 1) & (d == 0)].sum()
    tn = w[(y == 0) & (d == 0)].sum()
    fp = w[(y == 0) & (d == 1)].sum()
    return tp / (tp + fn), tn / (tn + fp)


def binary(prefix, y, p, d, w):
    note(prefix + "areaUnderROC", sk.roc_auc_score(y, p, sample_weight=w))
    note(prefix + "averagePrecision", sk.average_precision_score(y, p, sample_weight=w))
    note(prefix + "brier", sk.brier_score_loss(y, p, sample_weight=w))
    note(prefix + "logLoss", sk.log_loss(y, p, sample_weight=w))
    note(prefix + "precision", sk.precision_score(y, d, sample_weight=w))
    note(prefix + "recall", sk.recall_score(y, d, sample_weight=w))
    note(prefix + "sensitivity", sk.recall_score(y, d, sample_weight=w))
    note(prefix + "fBeta", sk.fbeta_score(y, d, beta=2, sample_weight=w))
    note(prefix + "mcc", sk.matthews_corrcoef(y, d, sample_weight=w))
    note(prefix + "balancedAccuracy", sk.balanced_accuracy_score(y, d, sample_weight=w))
    note(prefix + "accuracy", sk.accuracy_score(y, d, sample_weight=w))
    ones = np.ones(len(y)) if w is None else w
    sensitivity, specificity = counted(y, d, ones)
    if w is None:
        note(prefix + "gMean", im.geometric_mean_score(y, d))
        note(prefix + "specificity", im.specificity_score(y, d))
        iba = im.make_index_balanced_accuracy(alpha=0.1, squared=True)(im.geometric_mean_score)
        note(prefix + "iba", iba(y, d, average="binary"))
    else:
        note(prefix + "gMean", np.sqrt(sensitivity * specificity))
        note(prefix + "specificity", specificity)
        dominance = 1 + 0.1 * (sensitivity - specificity)
        note(prefix + "iba", dominance * sensitivity * specificity)
    note(prefix + "cost", (ones * ((d == 1) & (y == 0)) + 7 * ones * ((d == 0) & (y == 1))).sum() / ones.sum())
    note(prefix + "meanProbabilityRatio", (ones * p).sum() / ones[y == 1].sum())
    bins = np.searchsorted(np.linspace(0, 1, 11)[1:-1], p)  # as in calibration_curve
    error = sum(abs((ones * (p - y))[bins == b].sum()) for b in range(10)) / ones.sum()
    note(prefix + "expectedCalibrationError", error)
    clipped = np.clip(p, 1e-6, 1 - 1e-6)
    odds = np.log(clipped / (1 - clipped)).reshape(-1, 1)
    fit = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-15, max_iter=500)
    fit.fit(odds, y, sample_weight=w)
    found = np.array([fit.intercept_[0], fit.coef_[0, 0]])
    for _ in range(5):  # which scikit-learn leaves off at about 1e-9
        terms = np.column_stack([np.ones(len(y)), odds[:, 0]])
        mean = 1 / (1 + np.exp(-terms @ found))
        bend = terms.T @ (terms * (ones * mean * (1 - mean))[:, None])
        found += np.linalg.solve(bend, terms.T @ (ones * (y - mean)))
    note(prefix + "calibrationSlope", found[1])
    note(prefix + "calibrationIntercept", found[0])
    fpr, tpr, _ = sk.roc_curve(y, p, sample_weight=w, drop_intermediate=False)
    note(prefix + "recallAtFalsePositiveRate", tpr[fpr <= 0.1].max())
    left, found = 0.2 * ones.sum(), 0.0
    for score in sorted(set(p), reverse=True):
        group = p == score
        share = min(1.0, left / ones[group].sum())
        found += share * ones[group & (y == 1)].sum()
        left -= share * ones[group].sum()
    note(prefix + "precisionAtTopShare", found / (0.2 * ones.sum()))


def several(prefix, y, p, d, w):
    note(prefix + "balancedAccuracy", sk.balanced_accuracy_score(y, d, sample_weight=w))
    note(prefix + "mcc", sk.matthews_corrcoef(y, d, sample_weight=w))
    note(prefix + "accuracy", sk.accuracy_score(y, d, sample_weight=w))
    note(prefix + "logLoss", sk.log_loss(y, p, sample_weight=w))
    note(prefix + "brier", sk.brier_score_loss(y, p, sample_weight=w, scale_by_half=False))
    if w is None:
        note(prefix + "multiclass.gMean", im.geometric_mean_score(y, d, average="multiclass"))
    for average in ("macro", "micro", "weighted"):
        at = prefix + average + "."
        note(at + "precision", sk.precision_score(y, d, average=average, sample_weight=w))
        note(at + "recall", sk.recall_score(y, d, average=average, sample_weight=w))
        note(at + "fBeta", sk.fbeta_score(y, d, beta=2, average=average, sample_weight=w))
        if w is None:
            note(at + "specificity", im.specificity_score(y, d, average=average))
            note(at + "gMean", im.geometric_mean_score(y, d, average=average))


random = np.random.default_rng(7)
y = (random.random(400) < 0.15).astype(float)
p = np.round(1 / (1 + np.exp(2.2 - 2.4 * y - 1.1 * random.standard_normal(400))), 2)
d = (p > 0.3).astype(float)
w = np.round(random.gamma(2.0, 0.7, 400), 3)
write("binary.csv", "label,prediction,probability,weight", (y, d, p, w))
binary("binary.", y, p, d, None)
binary("binaryByWeight.", y, p, d, w)

y = random.choice(3, 300, p=[0.7, 0.2, 0.1]).astype(float)
raw = random.standard_normal((300, 3)) + 1.3 * np.eye(3)[y.astype(int)] + [0.8, 0, 0]
p = np.exp(raw) / np.exp(raw).sum(axis=1, keepdims=True)
p = np.round(p, 4)
p[:, 2] = 1 - p[:, 0] - p[:, 1]
d = p.argmax(axis=1).astype(float)
w = np.round(random.gamma(2.0, 0.7, 300), 3)
write("several.csv", "label,prediction,weight,p0,p1,p2", (y, d, w, p[:, 0], p[:, 1], p[:, 2]))
several("several.", y, p, d, None)
several("severalByWeight.", y, p, d, w)

(HERE / "figures.properties").write_text(
    "# Made by figures.py; see there.\n" + "".join(f"{k}={v}\n" for k, v in FIGURES.items())
)
