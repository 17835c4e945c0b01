# SPDX-License-Identifier: Apache-2.0
"""The refusals that are found in Python, word for word as Java has them."""

from sparksmote._errors import SparkSmoteError, problem


def nested_pipeline(uid: str) -> SparkSmoteError:
    """A sampler in an inner pipeline without a predictor behind it."""
    return problem(
        41,
        f"resample in an inner pipeline that has no classifier or other predictor behind {uid}: what"
        " stands behind the inner pipeline would silently learn from original rows. Flatten the"
        " pipelines, or make the outer one a ResamplingPipeline.",
    )


def no_summary(uid: str) -> SparkSmoteError:
    """A model that was never fitted."""
    return problem(
        42,
        f"show the summary of {uid}: it was not fitted. Call fit first, or load a fitted model.",
    )


def foreign_metadata(path: str, expected: str) -> SparkSmoteError:
    """A saved stage of another class."""
    return problem(
        43,
        f"load {path}: its metadata does not describe a {expected}. Check the path, or load it with"
        " the class that saved it.",
    )


def saved_by_another(path: str, own: str, reason: str) -> SparkSmoteError:
    """A stage with a setting that this version lacks."""
    return problem(
        56,
        f"load {path} with version {own} of spark-smote: it {reason}. Use the version that saved it,"
        " or a later one.",
    )


def resampled_for_nobody(uid: str) -> SparkSmoteError:
    """No stage learns from a sampler's rows."""
    return problem(
        47,
        f"fit with the sampler {uid} at the end: no stage behind it learns from its rows. Put it"
        " before the stage that does, or call fitResample for the resampled rows.",
    )


def column_lacks_values(column: str, stage: str, param: str, sampler: str) -> SparkSmoteError:
    """A stage reads a column in which synthetic rows are null."""
    return problem(
        48,
        f"train {stage} on the column '{column}' of its {param}: the rows made by {sampler} are null"
        " in it. Make the column behind the sampler, let the sampler fill it (featuresCol,"
        " inputCols, weightCol), or set its passengerColumns to copy.",
    )


def nulls_in_made_rows(
    column: str, stage: str, param: str, nulls: int, made: int
) -> SparkSmoteError:
    """The same, found by counting."""
    return problem(
        49,
        f"train {stage} on the column '{column}' of its {param}: {nulls} of {made} synthetic rows are"
        " null in it. Fill it in the stage that makes it, let the sampler fill what that stage reads"
        " (weightCol), or set passengerColumns of the sampler to copy.",
    )


def settled_by_fit(uid: str, params: str) -> SparkSmoteError:
    """Settings of a fitted model were changed."""
    return problem(
        63,
        f"change {params} of the fitted {uid}: its rows were planned with the settings that it was"
        " fitted with. Set them on the Smote and fit it again.",
    )


def made_rows_are_gone(stage: str, made: int) -> SparkSmoteError:
    """A stage that cannot be seen dropped all synthetic rows."""
    return problem(
        65,
        f"train {stage} on resampled rows: a stage before it dropped all {made} synthetic rows, as a"
        " filter or a join on a column does that is null in them. Fill that column by the sampler"
        " (weightCol), or set its passengerColumns to copy.",
    )


def folds_of_resampled_rows(stage: str, sampler: str) -> SparkSmoteError:
    """A validator behind a sampler."""
    return problem(
        66,
        f"validate {stage} on resampled rows: behind the sampler {sampler} its folds would hold"
        " synthetic rows. Make sampler and learner one pipeline, and that the estimator of"
        " CrossValidator or TrainValidationSplit.",
    )
