# SPDX-License-Identifier: Apache-2.0
"""A pipeline in which samplers act while it fits, and are not in the fitted model."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Sequence, Tuple, cast
from weakref import WeakSet

from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.base import _FitMultipleIterator
from pyspark.ml.util import MLWriter
from pyspark.ml.wrapper import JavaParams

from sparksmote import _io, _problems, _stack, _stage_list
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jvm import gateway, java_object
from sparksmote._params import (
    DEFAULTS,
    ResamplingPipelineArguments,
    ResamplingPipelineParams,
    ResamplingPipelineSetters,
)
from sparksmote._persist import Persisted, storage_level
from sparksmote._run import Run, Step
from sparksmote._shared import SharedSteps

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


class ResamplingPipeline(
    ResamplingPipelineArguments,
    ResamplingPipelineSetters,
    ResamplingPipelineParams,
    Pipeline,
):
    """A Pipeline in which samplers act during ``fit`` only.

    The fitted ``PipelineModel`` holds no sampler, so that test and scoring data cannot be resampled.
    Stages may be written in Python alone. Fits with several param maps, as CrossValidator makes
    them, share what the stages before the first difference made.
    """

    def _start(self, given: Dict[str, Any]) -> None:
        Pipeline.__init__(self)
        self._sharing: WeakSet[SharedSteps] = WeakSet()
        defaults = DEFAULTS["ResamplingPipeline"]
        self._setDefault(**defaults)
        self._set(**given)

    def setParams(self, **params: Any) -> "ResamplingPipeline":
        """Sets several settings by name."""
        return self._set(**params)

    def _set(self, **params: Any) -> Any:
        level = params.get("intermediateStorageLevel")
        if level is not None:
            storage_level(level)
        return super()._set(**params)

    def fit(self, dataset: "DataFrame", params: Any = None) -> Any:
        """Fits stage after stage; samplers change what later stages are fitted on, and no more."""
        with translated():
            return super().fit(dataset, params)

    def getStages(self) -> List[Any]:
        """The stages."""
        if not self.isDefined(self.stages):
            raise SparkSmoteError(
                f"{self.uid} has no stages. Give it some: ResamplingPipeline(stages=[...])."
            )
        return super().getStages()

    @_stack.note_fit
    def _fit(self, dataset: "DataFrame") -> PipelineModel:
        self._check()
        persisted = Persisted()
        try:
            return self._model(Run(self, False).run(Step(dataset), persisted))
        finally:
            persisted.release()

    def fitMultiple(
        self, dataset: "DataFrame", paramMaps: Sequence[Any]
    ) -> Iterator[Tuple[int, PipelineModel]]:
        """A model for each param map; one resampling for all that do not differ in it."""
        estimator = self.copy()
        if not self.getShareResampling():
            return super().fitMultiple(dataset, paramMaps)
        shared = SharedSteps(len(paramMaps))
        self._sharing.add(shared)

        def fit_one(index: int) -> PipelineModel:
            with translated():
                return estimator.copy(paramMaps[index])._fit_sharing(dataset, shared)

        return _FitMultipleIterator(fit_one, len(paramMaps))

    @_stack.note_fit
    def _fit_sharing(self, dataset: "DataFrame", shared: SharedSteps) -> PipelineModel:
        self._check()
        persisted = Persisted()
        try:
            return self._model(shared.fit(dataset, Run(self, False), persisted))
        finally:
            persisted.release()

    def release(self) -> None:
        """Gives up what fits with several param maps share before the last of them is done.

        It goes by itself with the last fit, and when one fails; call this where a loop over
        ``fitMultiple`` is left early. A fit that comes later makes it anew.
        """
        for shared in list(self._sharing):
            shared.release()

    def _check(self) -> None:
        _stage_list.require_stages(self.getStages())
        stages = _stage_list.flatten(self.getStages())
        outer = [pipeline for pipeline in _stack.fitting() if pipeline is not self]
        has_sampler = _stage_list.last_sampler(stages) >= 0
        if outer and has_sampler and not _stage_list.is_complete(stages):
            raise _problems.nested_pipeline(self.uid)
        _stage_list.require_learners(stages)
        _stage_list.refuse_validators(stages)

    def _model(self, step: Step) -> PipelineModel:
        model = PipelineModel(list(step.fitted))
        model._resetUid(self.uid)
        return model

    def fit_resample(self, dataset: "DataFrame") -> "DataFrame":
        """The resampled rows as they leave the last stage: for example scaled and balanced."""
        with translated():
            _stage_list.require_stages(self.getStages())
            persisted = Persisted()
            try:
                return Run(self, True).run(Step(dataset), persisted).data
            finally:
                persisted.release()

    def copy(self, extra: Optional[Any] = None) -> "ResamplingPipeline":
        """A copy with copied stages, and some settings changed."""
        copied = cast(ResamplingPipeline, super().copy(extra))
        copied._sharing = WeakSet()
        return copied

    def write(self) -> MLWriter:
        """A writer, of a form that Java reads too if it has the stages."""
        return _io.PipelineWriter(self)

    @classmethod
    def read(cls) -> Any:
        """A reader of saved pipelines, whoever wrote them."""
        return _io.PipelineReader(cls)

    def _to_java(self) -> Any:
        stage_type = getattr(gateway(), "org.apache.spark.ml.PipelineStage")
        own: List[Any] = self.getStages()
        stages = [stage._to_java() for stage in own]
        java = java_object("ResamplingPipeline", self.uid)
        java.setStages(JavaParams._new_java_array(stages, stage_type))
        for param, value in self._paramMap.items():
            if param.name != "stages":
                java.set(java.getParam(param.name).w(value))
        return java

    @classmethod
    def _from_java(cls, java_stage: Any) -> "ResamplingPipeline":
        pipeline = cls(stages=[JavaParams._from_java(stage) for stage in java_stage.getStages()])
        pipeline._resetUid(java_stage.uid())
        for param in ResamplingPipelineParams.__annotations__:
            java_param = java_stage.getParam(param)
            if java_stage.isSet(java_param):
                pipeline._set(**{param: java_stage.getOrDefault(java_param)})
        return pipeline
