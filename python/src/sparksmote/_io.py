# SPDX-License-Identifier: Apache-2.0
"""Saving and loading, in the form that Java, PySpark and Spark Connect all read."""

import json
import os
import re
import time
from typing import Any, Dict, List, Type

from pyspark.ml.pipeline import PipelineSharedReadWrite
from pyspark.ml.util import DefaultParamsReader, JavaMLWriter, MLReader, MLWriter
from pyspark.ml.wrapper import JavaParams

from sparksmote import _problems
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jar import maven_version
from sparksmote._jvm import PACKAGE, is_remote, java_class

JAVA_PIPELINE = PACKAGE + "ResamplingPipeline"

#: Where the first layout of a ResamplingPipeline had its stages.
_FIRST_LAYOUT = "pipeline"


class _Writer(JavaMLWriter):
    """Java's writer, with Java's refusals as errors of Python."""

    def save(self, path: str) -> None:
        with translated():
            super().save(path)


#: What a server of Spark Connect saves and loads itself; of all others it does not know the class.
_KNOWN_TO_SERVERS = ("Smote", "SmoteModel", "SmoteResampler", "evaluation.ClassWeightsModel")


def stage_writer(stage: Any) -> Any:
    """A writer of a stage that is not fitted."""
    if not is_remote():
        return _Writer(stage)
    if stage._java_class not in _KNOWN_TO_SERVERS:
        return MetadataWriter(stage)
    from sparksmote import _remote

    return _remote.stage_writer(stage, PACKAGE + stage._java_class)


def model_writer(model: Any) -> Any:
    """A writer of a fitted model."""
    if not is_remote():
        return _Writer(model)
    if model._java_class not in _KNOWN_TO_SERVERS:
        return MetadataWriter(model)
    from sparksmote import _remote

    return _remote.model_writer(model)


class _Reader(MLReader):
    """Java's reader of a class, and the Python stage around what it loads."""

    def __init__(self, stage: Type) -> None:
        super().__init__()
        self._jread = java_class(stage._java_class).read()

    def session(self, sparkSession: Any) -> Any:
        self._jread.session(sparkSession._jsparkSession)
        return self

    def load(self, path: str) -> Any:
        with translated():
            return JavaParams._from_java(self._jread.load(path))


def reader(stage: Type) -> MLReader:
    """A reader of stages of one class."""
    if not is_remote():
        return _Reader(stage)
    if stage._java_class not in _KNOWN_TO_SERVERS:
        return MetadataReader(stage)
    from sparksmote import _remote

    return _remote.reader(stage)


def _context(spark: Any) -> Any:
    """What PySpark's helpers want: the session, or before Spark 4 its context."""
    return spark if int(spark.version.split(".")[0]) >= 4 else spark.sparkContext


def metadata(stage: Any, java_name: str, spark_version: str, **more: Any) -> str:
    """What Java writes of a stage: its class, its uid, and its settings."""
    params = {param.name: value for param, value in stage._paramMap.items()}
    params.pop("stages", None)
    defaults = {param.name: value for param, value in stage._defaultParamMap.items()}
    return json.dumps(
        {
            "class": java_name,
            "timestamp": int(time.time() * 1000),
            "sparkVersion": spark_version,
            "smoteVersion": maven_version(),
            "uid": stage.uid,
            "paramMap": {**params, **more},
            "defaultParamMap": defaults,
        }
    )


#: What Spark says of a path where nothing is: as an analysis, and before Spark 4 as an RDD.
_NOTHING = re.compile(r"PATH_NOT_FOUND|[Pp]ath does not exist")


def _metadata(spark: Any, path: str) -> Dict[str, Any]:
    """The metadata of a saved stage; refuses a path that has none."""
    try:
        return dict(DefaultParamsReader.loadMetadata(path, _context(spark)))
    except json.JSONDecodeError as error:
        reason = f"in its metadata {error.msg}"
        raise _problems.bad_metadata(path, reason) from error
    except Exception as error:
        if not _NOTHING.search(str(error)):
            raise
        raise _problems.bad_metadata(path, "it has no metadata") from error


def _save_metadata(spark: Any, path: str, text: str) -> None:
    rows = spark.createDataFrame([(text,)], "value string").coalesce(1)
    rows.write.text(os.path.join(path, "metadata"))


def _restore(stage: Any, path: str, params: Dict[str, Any], defaults: Dict[str, Any]) -> None:
    for name in params:
        if not stage.hasParam(name):
            reason = f'has the param "{name}", which this one lacks'
            raise _problems.saved_by_another(path, maven_version(), reason)
    stage._set(**params)
    stage._setDefault(**defaults)


class _OwnWriter(MLWriter):
    """A writer that needs no Java, also over Spark Connect."""

    def save(self, path: str) -> None:
        """Writes to a path where nothing is, or over what is there if that was asked for."""
        with translated():
            super().save(path)

    def _handleOverwrite(self, path: str) -> None:
        if not is_remote():
            super()._handleOverwrite(path)
            return
        from pyspark.ml.connect.readwrite import RemoteMLWriter

        RemoteMLWriter.handleOverwrite(path, True)


class MetadataWriter(_OwnWriter):
    """Writes a stage as Java does whose whole state is in its params."""

    def __init__(self, stage: Any) -> None:
        super().__init__()
        self._stage = stage

    def saveImpl(self, path: str) -> None:
        """Writes the metadata, which is all there is."""
        spark = self.sparkSession
        name = PACKAGE + self._stage._java_class
        _save_metadata(spark, path, metadata(self._stage, name, spark.version))


class MetadataReader(MLReader):
    """Reads a stage whose whole state is in its params, whoever wrote it."""

    def __init__(self, stage: Type) -> None:
        super().__init__()
        self._type = stage

    def load(self, path: str) -> Any:
        """The stage with its settings."""
        with translated():
            found = _metadata(self.sparkSession, path)
            if found.get("class") != PACKAGE + self._type._java_class:
                raise _problems.foreign_metadata(path, self._type.__name__)
            stage = self._type()
            stage._resetUid(found["uid"])
            _restore(stage, path, found["paramMap"], found["defaultParamMap"])
            return stage


class PipelineWriter(_OwnWriter):
    """Writes a ResamplingPipeline as Java does, whatever its stages are written in."""

    def __init__(self, pipeline: Any) -> None:
        super().__init__()
        self._pipeline = pipeline
        PipelineSharedReadWrite.validateStages(pipeline.getStages())

    def saveImpl(self, path: str) -> None:
        """Writes metadata, then each stage by its own writer."""
        spark = self.sparkSession
        stages = self._pipeline.getStages()
        uids = [stage.uid for stage in stages]
        text = metadata(self._pipeline, JAVA_PIPELINE, spark.version, stageUids=uids)
        _save_metadata(spark, path, text)
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
        found = _metadata(self.sparkSession, path)
        if found.get("class") != JAVA_PIPELINE:
            raise _problems.foreign_metadata(path, self._type.__name__)
        params = dict(found["paramMap"])
        uids = params.pop("stageUids", None)
        pipeline = self._type()
        pipeline._resetUid(found["uid"])
        _restore(pipeline, path, params, found["defaultParamMap"])
        stages = self._first_layout(path) if uids is None else self._stages(path, uids)
        return pipeline.setStages(stages)

    def _first_layout(self, path: str) -> List[Any]:
        below = os.path.join(path, _FIRST_LAYOUT)
        found = _metadata(self.sparkSession, below)
        return self._stages(below, found["paramMap"]["stageUids"])

    def _stages(self, path: str, uids: List[str]) -> List[Any]:
        places = [_place(path, uid, i, len(uids)) for i, uid in enumerate(uids)]
        context = _context(self.sparkSession)
        return [DefaultParamsReader.loadParamsInstance(place, context) for place in places]
