# SPDX-License-Identifier: Apache-2.0
"""The stages of a ResamplingPipeline in one list, and what is refused about them."""

from typing import TYPE_CHECKING, Any, Iterable, List, NamedTuple

from pyspark.ml import Estimator, Pipeline, PipelineModel, Transformer
from pyspark.ml.feature import SQLTransformer
from pyspark.ml.param import Params

from sparksmote import _problems
from sparksmote._sampler import Sampler, compared, plain_name
from sparksmote._stack import is_predictor, is_validator

if TYPE_CHECKING:
    from pyspark.sql.types import StructType


class Use(NamedTuple):
    """A column that a stage names in one of its params."""

    stage: str
    param: str
    column: str


def flatten(stages: Iterable[Any]) -> List[Any]:
    """Inner pipelines by their stages; complete ones whole, and fitted samplers not at all."""
    flat: List[Any] = []
    for stage in stages:
        if isinstance(stage, Pipeline):
            inner = flatten(stage.getStages())
            flat.extend([_as_resampling(stage)] if is_complete(inner) else inner)
        elif isinstance(stage, PipelineModel):
            flat.extend(flatten(stage.stages))
        elif not _is_fitted_sampler(stage):
            flat.append(stage)
    if len({id(stage) for stage in flat}) < len(flat):
        raise ValueError("Cannot have duplicate components in a pipeline.")
    return flat


def _is_fitted_sampler(stage: Any) -> bool:
    from sparksmote._model import SamplerModel

    return isinstance(stage, SamplerModel)


def _as_resampling(pipeline: Pipeline) -> Any:
    from sparksmote._pipeline import ResamplingPipeline

    if isinstance(pipeline, ResamplingPipeline):
        return pipeline
    own = ResamplingPipeline(stages=pipeline.getStages())
    own._resetUid(pipeline.uid)
    return own


def require_stages(stages: Iterable[Any]) -> None:
    """Refuses what is no stage, as PySpark's own pipeline does."""
    for stage in stages:
        if not isinstance(stage, (Estimator, Transformer)):
            raise TypeError(f"Cannot recognize a pipeline stage of type {type(stage)}.")


def is_sampler(stage: Any) -> bool:
    """Whether a stage resamples."""
    return isinstance(stage, Sampler)


def last_sampler(stages: List[Any]) -> int:
    """The place of the last stage that resamples, or -1."""
    return max((i for i, stage in enumerate(stages) if is_sampler(stage)), default=-1)


def last_learner(stages: List[Any]) -> int:
    """The place of the last stage that learns, or -1."""
    learners = (i for i, stage in enumerate(stages) if _learns(stage))
    return max(learners, default=-1)


def _learns(stage: Any) -> bool:
    return isinstance(stage, Estimator) and not is_sampler(stage)


def is_complete(stages: List[Any]) -> bool:
    """Whether there is a sampler, and a stage that predicts behind the last one."""
    sampler = last_sampler(stages)
    behind = stages[sampler:] if sampler >= 0 else []
    return any(isinstance(stage, Estimator) and is_predictor(stage) for stage in behind)


def require_learners(stages: List[Any]) -> None:
    """Refuses a sampler from whose rows no stage learns."""
    sampler = last_sampler(stages)
    if sampler > last_learner(stages):
        raise _problems.resampled_for_nobody(stages[sampler].uid)


def refuse_validators(stages: List[Any]) -> None:
    """Refuses a stage that would validate on synthetic rows."""
    sampler = ""
    for stage in stages:
        if sampler and is_validator(stage):
            raise _problems.folds_of_resampled_rows(stage.uid, sampler)
        if is_sampler(stage):
            sampler = stage.uid


def is_hidden(stage: Any) -> bool:
    """Whether a stage may read and fill columns that its params do not name."""
    ours = is_sampler(stage) or type(stage).__module__.startswith(("pyspark.ml.", "sparksmote."))
    return isinstance(stage, SQLTransformer) or not ours


def is_behind_hidden(stages: List[Any], place: int) -> bool:
    """Whether columns may be filled in unseen ways between a sampler and a stage."""
    samplers = [i for i, stage in enumerate(stages[:place]) if is_sampler(stage)]
    return bool(samplers) and any(is_hidden(stage) for stage in stages[samplers[0] : place])


def columns_read(stage: Params, schema: "StructType") -> List[Use]:
    """The columns that params of a stage name, also those of stages that it holds."""
    return [use for use in _named(stage) if plain_name(use.column) in _compared(schema.names)]


def _compared(names: Iterable[str]) -> List[str]:
    return [compared(name) for name in names]


def _named(stage: Params) -> List[Use]:
    uses: List[Use] = []
    for param in stage.params:
        if not stage.isDefined(param):
            continue
        value = stage.getOrDefault(param)
        uses.extend(_columns(stage.uid, param.name, value))
        held = value if isinstance(value, (list, tuple)) else [value]
        for inner in held:
            if isinstance(inner, Params):
                uses.extend(_named(inner))
            elif isinstance(inner, dict):
                for tried, choice in inner.items():
                    uses.extend(_columns(tried.parent, tried.name, choice))
    return uses


def _columns(stage: str, param: str, value: Any) -> List[Use]:
    if param.endswith("Col") and isinstance(value, str):
        return [Use(stage, param, value)]
    if param.endswith("Cols") and isinstance(value, (list, tuple)):
        return [Use(stage, param, column) for column in value if isinstance(column, str)]
    return []


def refuse_empty_columns(stages: List[Any], place: int, schema: "StructType") -> None:
    """Refuses a stage behind a sampler that reads a column in which synthetic rows are null."""
    sampler = stages[place]
    empty = _compared(sampler.empty_columns(schema))
    for stage in stages[place + 1 :]:
        for use in columns_read(stage, schema):
            if plain_name(use.column) in empty:
                raise _problems.column_lacks_values(use.column, use.stage, use.param, sampler.uid)
        if is_hidden(stage):
            return  # it may fill them for those behind it; the run counts
