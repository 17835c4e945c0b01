# SPDX-License-Identifier: Apache-2.0
"""Saving and loading, in the form that Java, PySpark and Spark Connect all read."""

import json
import os
import time
from typing import Any, List, Type

from pyspark.ml.pipeline import PipelineSharedReadWrite
from pyspark.ml.util import DefaultParamsReader, JavaMLWriter, MLReader, MLWriter
from pyspark.ml.wrapper import JavaParams

from sparksmote import _problems
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jar import maven_version
from sparksmote._jvm import is_remote, java_class

JAVA_PIPELINE = "org.sparksmote.ResamplingPipeline"

#: Where the first layout of a ResamplingPipeline had its stages.
_FIRST_LAYOUT = "pipeline"


class _Writer(JavaMLWriter):
    """Java's writer, with Java's refusals as errors of Python."""

    def save(self, path: str) -> None:
        with translated():
            super().save(path)


def stage_writer(stage: Any) -> Any:
    """A writer of a stage that is not fitted."""
    if is_remote():
        from sparksmote import _remote

        return _remote.stage_writer(stage, "org.sparksmote." + stage._java_class)
    return _Writer(stage)


def model_writer(model: Any) -> Any:
    """A writer of a fitted model."""
    if is_remote():
        from sparksmote import _remote

        return _remote.model_writer(model)
    return _Writer(model)


class _Reader(MLReader):
    """Java's reader of a class, and the Python stage around what it loads."""

    def __init__(self, stage: Type) -> None:
        super().__init__()
        self._jread = java_class(stage.__name__).read()

    def session(self, sparkSession: Any) -> Any:
        self._jread.session(sparkSession._jsparkSession)
        return self

    def load(self, path: str) -> Any:
        with translated():
            return JavaParams._from_java(self._jread.load(path))


def reader(stage: Type) -> MLReader:
    """A reader of stages of one class."""
    if is_remote():
        from sparksmote import _remote

        return _remote.reader(stage)
    return _Reader(stage)


def _context(spark: Any) -> Any:
    """What PySpark's helpers want: the session, or before Spark 4 its context."""
    return spark if int(spark.version.split(".")[0]) >= 4 else spark.sparkContext


def _metadata(pipeline: Any, spark: Any) -> str:
    params = {param.name: value for param, value in pipeline._paramMap.items()}
    stages = params.pop("stages")
    defaults = {param.name: value for param, value in pipeline._defaultParamMap.items()}
    return json.dumps(
        {
            "class": JAVA_PIPELINE,
            "timestamp": int(time.time() * 1000),
            "sparkVersion": spark.version,
            "smoteVersion": maven_version(),
            "uid": pipeline.uid,
            "paramMap": {**params, "stageUids": [stage.uid for stage in stages]},
            "defaultParamMap": defaults,
        }
    )


class PipelineWriter(MLWriter):
    """Writes a ResamplingPipeline as Java does, whatever its stages are written in."""

    def __init__(self, pipeline: Any) -> None:
        super().__init__()
        self._pipeline = pipeline
        PipelineSharedReadWrite.validateStages(pipeline.getStages())

    def _handleOverwrite(self, path: str) -> None:
        if not is_remote():
            super()._handleOverwrite(path)
            return
        from pyspark.ml.connect.readwrite import RemoteMLWriter

        RemoteMLWriter.handleOverwrite(path, True)

    def saveImpl(self, path: str) -> None:
        """Writes metadata, then each stage by its own writer."""
        spark = self.sparkSession
        text = _metadata(self._pipeline, spark)
        rows = spark.createDataFrame([(text,)], "value string").coalesce(1)
        rows.write.text(os.path.join(path, "metadata"))
        stages = self._pipeline.getStages()
        for i, stage in enumerate(stages):
            place = _place(path, stage.uid, i, len(stages))
            stage.write().session(spark).save(place)


def _place(path: str, uid: str, i: int, count: int) -> str:
    folder = os.path.join(path, "stages")
    return PipelineSharedReadWrite.getStagePath(uid, i, count, folder)


class PipelineReader(MLReader):
    """Reads a ResamplingPipeline, whoever wrote it."""

    def __init__(self, pipeline: Type) -> None:
        super().__init__()
        self._type = pipeline

    def load(self, path: str) -> Any:
        """The pipeline with its stages and settings."""
        with translated():
            try:
                return self._load(path)
            except ModuleNotFoundError as error:
                raise SparkSmoteError(
                    f"{path} holds a stage that has no form in Python ({error}). Load it in Java or"
                    " Scala, or leave that stage out."
                ) from error

    def _load(self, path: str) -> Any:
        context = _context(self.sparkSession)
        metadata = DefaultParamsReader.loadMetadata(path, context)
        if metadata["class"] != JAVA_PIPELINE:
            raise _problems.foreign_metadata(path, self._type.__name__)
        params = dict(metadata["paramMap"])
        uids = params.pop("stageUids", None)
        pipeline = self._type()
        for name in params:
            if not pipeline.hasParam(name):
                reason = f'has the param "{name}", which this one lacks'
                raise _problems.saved_by_another(path, maven_version(), reason)
        pipeline._resetUid(metadata["uid"])
        pipeline._set(**params)
        pipeline._setDefault(**metadata["defaultParamMap"])
        stages = self._first_layout(path) if uids is None else self._stages(path, uids)
        return pipeline.setStages(stages)

    def _first_layout(self, path: str) -> List[Any]:
        below = os.path.join(path, _FIRST_LAYOUT)
        metadata = DefaultParamsReader.loadMetadata(below, _context(self.sparkSession))
        return self._stages(below, metadata["paramMap"]["stageUids"])

    def _stages(self, path: str, uids: List[str]) -> List[Any]:
        places = [_place(path, uid, i, len(uids)) for i, uid in enumerate(uids)]
        context = _context(self.sparkSession)
        return [DefaultParamsReader.loadParamsInstance(place, context) for place in places]
