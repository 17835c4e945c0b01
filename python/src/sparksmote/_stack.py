# SPDX-License-Identifier: Apache-2.0
"""Which pipelines are at work in this thread.

PySpark tells a stage nothing about the pipeline it stands in, and hands over the same DataFrame
object when it fits and when it scores; the call stack tells them apart.
"""

import sys
from types import FrameType
from typing import Any, Iterator, List, Optional

from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.tuning import _ValidatorParams

from sparksmote import _problems

_APPLIES = PipelineModel._transform.__code__

_FITS = {Pipeline._fit.__code__}


def note_fit(method: Any) -> Any:
    """Lets a method count as the fit of a pipeline."""
    _FITS.add(method.__code__)
    return method


def _frames() -> Iterator[FrameType]:
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back


def fitting() -> List[Any]:
    """The pipelines that are being fitted, the innermost first."""
    return [frame.f_locals["self"] for frame in _frames() if frame.f_code in _FITS]


def is_applied() -> bool:
    """Whether a fitted pipeline is being applied, and none is fitted below that."""
    for frame in _frames():
        if frame.f_code is _APPLIES:
            return True
        if frame.f_code in _FITS:
            return False
    return False


def is_predictor(stage: Any) -> bool:
    """Whether a stage learned, or learns, to predict a label."""
    return bool(stage.hasParam("labelCol") and stage.hasParam("predictionCol"))


def is_validator(stage: Any) -> bool:
    """Whether a stage splits what it is fitted on to validate on a part of it."""
    return getattr(stage, "_makes_folds", False) or isinstance(stage, _ValidatorParams)


def refuse_nested(model: Any) -> None:
    """Refuses to pass data through where a later stage would take it for resampled.

    That is inside the fit of a pipeline whose inner pipeline holds the model and has no predictor
    behind it.
    """
    applied: Optional[Any] = None
    for frame in _frames():
        if applied is None and frame.f_code is _APPLIES:
            applied = frame.f_locals["self"]
        elif applied is not None and frame.f_code in _FITS:
            if not _has_predictor_behind(applied, model):
                raise _problems.nested_pipeline(model.uid)
            return


def _has_predictor_behind(pipeline: Any, model: Any) -> bool:
    places = [i for i, stage in enumerate(pipeline.stages) if stage is model]
    behind = pipeline.stages[places[0] :] if places else pipeline.stages
    return any(is_predictor(stage) for stage in behind)


def refuse_validators(model: Any) -> None:
    """Refuses a stage behind the sampler that would validate on synthetic rows."""
    pipelines = fitting()
    stages = pipelines[0].getStages() if pipelines else []
    places = [i for i, stage in enumerate(stages) if stage.uid == model.uid]
    for stage in stages[places[0] :] if places else []:
        if is_validator(stage):
            raise _problems.folds_of_resampled_rows(stage.uid, model.uid)
