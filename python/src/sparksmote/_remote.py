# SPDX-License-Identifier: Apache-2.0
"""Stages on a server of Spark Connect.

Java's Smote cannot know there which DataFrame it was fitted on, so that RemoteSmote stands in for
it, whose model resamples when this package says so. RemoteSampler stands in for all other samplers.
"""

import copy
import json
from typing import TYPE_CHECKING, Any, Dict, Type

from pyspark.ml.param import Param, Params
from pyspark.ml.wrapper import JavaModel, JavaTransformer

from sparksmote import _io
from sparksmote._errors import WITHOUT_JAR, SparkSmoteError, translated
from sparksmote._jvm import PACKAGE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def _stand_in(model: Any, params: Dict[str, Any]) -> Any:
    """The same object on the server, with other params: PySpark sends those there are."""
    twin = copy.copy(model)
    if hasattr(twin._java_obj, "add_ref"):
        twin._java_obj.add_ref()  # which the end of the twin takes back
    twin._paramMap = {Param(twin, name, ""): value for name, value in params.items()}
    return twin


def _own_params(model: Any) -> Dict[str, Any]:
    """A model that was loaded has all params; one that was fitted has them by its plan."""
    if getattr(model, "_fit_state", None) is not None:
        return {}
    return {param.name: value for param, value in model._paramMap.items()}


def transform(model: Any, dataset: "DataFrame", resample: bool) -> "DataFrame":
    """The rows that the model on the server makes."""
    params = {"resample": True} if resample else _own_params(model)
    return JavaModel._transform(_stand_in(model, params), dataset)


class _RemoteSampler(JavaTransformer):
    """Java's stand-in for any sampler that a server does not know."""

    sampler: Param[str] = Param(Params._dummy(), "sampler", "the sampler, as JSON")
    resample: Param[bool] = Param(Params._dummy(), "resample", "whether rows are wanted")

    def __init__(self, stage: Any, resample: bool) -> None:
        super().__init__("org.sparksmote.RemoteSampler")
        text = _io.metadata(stage, PACKAGE + stage._java_class, "")
        self._set(sampler=text, resample=resample)


def resampled(stage: Any, dataset: "DataFrame") -> "DataFrame":
    """The rows that a sampler makes of a DataFrame."""
    return _RemoteSampler(stage, True).transform(dataset)


def added_columns(stage: Any, dataset: "DataFrame") -> str:
    """The columns that a sampler adds, as the JSON of a schema; refuses what it does not take."""
    from pyspark.sql.types import StructType

    fields = _RemoteSampler(stage, False).transform(dataset).schema.fields
    return str(StructType(fields[len(dataset.columns) :]).json())


def with_columns(dataset: "DataFrame", added: str) -> "DataFrame":
    """A DataFrame with columns of null."""
    from pyspark.sql import functions as f
    from pyspark.sql.types import StructType

    for field in StructType.fromJson(json.loads(added)).fields:
        dataset = dataset.withColumn(field.name, f.lit(None).cast(field.dataType))
    return dataset


def _writer(stage: Any) -> Any:
    from pyspark.ml.connect.readwrite import RemoteMLWriter

    class Writer(RemoteMLWriter):
        def save(self, path: str) -> None:
            with translated():
                super().save(path)

    return Writer(stage)


def model_writer(model: Any) -> Any:
    """A writer of a model."""
    return _writer(_stand_in(model, _own_params(model)))


def stage_writer(stage: Any, java_class: str) -> Any:
    """A writer of a stage that is not fitted."""
    twin = copy.copy(stage)
    twin._java_obj = java_class
    return _writer(twin)


def reader(stage: Type) -> Any:
    """A reader, which finds the Java class by the name of its Python class."""
    from pyspark.ml.connect.readwrite import RemoteMLReader

    class Reader(RemoteMLReader):
        def load(self, path: str) -> Any:
            with translated():
                return super().load(path)

    module = (PACKAGE + stage._java_class).rpartition(".")[0]
    return Reader(type(stage.__name__, (stage,), {"__module__": module}))


def versions(spark: Any) -> str:
    """What the server has, in the form of ``RemoteSmote.versions``."""
    query = "SELECT java_method('org.sparksmote.RemoteSmote', 'versions')"
    try:
        return str(spark.sql(query).head()[0])
    except Exception as error:
        raise SparkSmoteError(WITHOUT_JAR) from error
