# SPDX-License-Identifier: Apache-2.0
"""Stages on a server of Spark Connect.

Java's Smote cannot know there which DataFrame it was fitted on, so that RemoteSmote stands in for
it, whose model resamples when this package says so.
"""

import copy
from typing import TYPE_CHECKING, Any, Dict, Type

from pyspark.ml.param import Param
from pyspark.ml.wrapper import JavaModel

from sparksmote._errors import WITHOUT_JAR, SparkSmoteError, translated

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
    if model._fit_state is not None:
        return {}
    return {param.name: value for param, value in model._paramMap.items()}


def transform(model: Any, dataset: "DataFrame", resample: bool) -> "DataFrame":
    """The rows that the model on the server makes."""
    params = {"resample": True} if resample else _own_params(model)
    return JavaModel._transform(_stand_in(model, params), dataset)


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
    """A reader, which finds the Java class by the names in ``org.sparksmote``."""
    from pyspark.ml.connect.readwrite import RemoteMLReader

    class Reader(RemoteMLReader):
        def load(self, path: str) -> Any:
            with translated():
                return super().load(path)

    return Reader(type(stage.__name__, (stage,), {"__module__": "org.sparksmote"}))


def versions(spark: Any) -> str:
    """What the server has, in the form of ``RemoteSmote.versions``."""
    query = "SELECT java_method('org.sparksmote.RemoteSmote', 'versions')"
    try:
        return str(spark.sql(query).head()[0])
    except Exception as error:
        raise SparkSmoteError(WITHOUT_JAR) from error
