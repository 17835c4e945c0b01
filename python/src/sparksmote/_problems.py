# SPDX-License-Identifier: Apache-2.0
"""The refusals that are found in Python, word for word as Java has them: both read one file."""

import zipfile
from functools import cache
from typing import Dict

from sparksmote._errors import SparkSmoteError
from sparksmote._jar import jar_path

_TEXTS = "org/sparksmote/errors/shared.properties"


@cache
def _texts() -> Dict[str, str]:
    with zipfile.ZipFile(jar_path()) as jar:
        lines = jar.read(_TEXTS).decode("utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return {code: text for code, text in pairs}


def _problem(number: int, *args: object) -> SparkSmoteError:
    code = f"SMOTE-{number:03d}"
    return SparkSmoteError(f"[{code}] Cannot {_texts()[code] % args}", code)


def total_is_no_number(total: str, label: str) -> SparkSmoteError:
    """A total in a sampling strategy that is not a number."""
    return _problem(39, total, label)


def nested_pipeline(uid: str) -> SparkSmoteError:
    """A sampler in an inner pipeline without a predictor behind it."""
    return _problem(41, uid)


def no_summary(uid: str) -> SparkSmoteError:
    """A model that was never fitted."""
    return _problem(42, uid)


def foreign_metadata(path: str, expected: str) -> SparkSmoteError:
    """A saved stage of another class."""
    return _problem(43, path, expected)


def resampled_for_nobody(uid: str) -> SparkSmoteError:
    """No stage learns from a sampler's rows."""
    return _problem(47, uid)


def column_lacks_values(column: str, stage: str, param: str, sampler: str) -> SparkSmoteError:
    """A stage reads a column in which synthetic rows are null."""
    return _problem(48, stage, column, param, sampler)


def nulls_in_made_rows(
    column: str, stage: str, param: str, nulls: int, made: int
) -> SparkSmoteError:
    """The same, found by counting."""
    return _problem(49, stage, column, param, nulls, made)


def bad_metadata(path: str, reason: str) -> SparkSmoteError:
    """Something is to be loaded that was never saved, or was damaged."""
    return _problem(54, path, reason)


def saved_by_another(path: str, own: str, reason: str) -> SparkSmoteError:
    """A stage with a setting that this version lacks."""
    return _problem(56, path, own, reason)


def settled_by_fit(uid: str, params: str) -> SparkSmoteError:
    """Settings of a fitted model were changed."""
    return _problem(63, params, uid)


def made_rows_are_gone(stage: str, made: int) -> SparkSmoteError:
    """A stage that cannot be seen dropped all synthetic rows."""
    return _problem(65, stage, made)


def folds_of_resampled_rows(stage: str, sampler: str) -> SparkSmoteError:
    """A validator behind a sampler."""
    return _problem(66, stage, sampler)


def no_order(metric: str) -> SparkSmoteError:
    """Models are to be chosen by a measure that is best at a value in between."""
    return _problem(194, metric, metric)
