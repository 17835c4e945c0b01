# SPDX-License-Identifier: Apache-2.0
"""Stages written in Java that hold other stages, and the models that they fit."""

from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Tuple, TypeVar

from pyspark.ml.param import Param, Params
from pyspark.ml.util import JavaMLWritable, JavaMLWriter
from pyspark.ml.wrapper import JavaEstimator, JavaModel, JavaParams

from sparksmote import _io
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jvm import is_remote
from sparksmote._stage import SettableStage

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

T = TypeVar("T", bound="HoldingStage")


def require_classic(stage: Any) -> None:
    """Refuses a stage that would have to send another one over Spark Connect."""
    if is_remote():
        raise SparkSmoteError(
            f"{type(stage).__name__} holds another stage, which Spark Connect cannot send. Use a"
            " classic session."
        )


def java_stage(uid: str, name: str, value: Any) -> Any:
    """The Java form of a stage that the stage of this uid holds."""
    try:
        return value._to_java()
    except AttributeError as error:
        raise SparkSmoteError(
            f"{name} cannot be {getattr(value, 'uid', value)}: it is written, or holds a stage that"
            f" is written, in Python alone, and {uid} fits it in Java. Use stages of Spark ML, or"
            " others that are written in Java or Scala."
        ) from error


class HoldingStage(SettableStage, JavaEstimator, JavaMLWritable):
    """An estimator with params whose values are stages, which must have a form in Java."""

    _held: ClassVar[Tuple[str, ...]] = ("estimator",)
    _model: ClassVar[type]
    _makes_folds: ClassVar[bool] = False  # of the rows that it is fitted on, and learns from them

    def _start(self, given: Dict[str, Any]) -> None:
        require_classic(self)
        super()._start(given)
        for name in self._held:
            java_param = self._java_obj.getParam(name)
            if self._java_obj.hasDefault(java_param):
                held: Any = JavaParams._from_java(self._java_obj.getDefault(java_param).get())
                self._setDefault(**{name: held})

    def _make_java_param_pair(self, param: Param, value: Any) -> Any:
        if not isinstance(value, Params):
            return super()._make_java_param_pair(param, value)
        java = java_stage(self.uid, param.name, value)
        return self._java_obj.getParam(param.name).w(java)

    def copy(self: T, extra: Any = None) -> T:
        """A copy that holds copies, each with those of the settings that are its own."""
        copied = super().copy(extra)
        for name in self._held:
            if copied.isSet(name):
                copied._set(**{name: copied.getOrDefault(name).copy(extra)})
            elif copied.hasDefault(name):
                copied._setDefault(**{name: copied.getOrDefault(name).copy(extra)})
        return copied

    def fit(self, dataset: "DataFrame", params: Any = None) -> Any:
        """Fits what the stage holds, and what it adds to that."""
        with translated():
            return super().fit(dataset, params)

    def _create_model(self, java_model: Any) -> Any:
        return self._model(java_model)


class FittedModel(JavaModel, JavaMLWritable):
    """A model that was fitted in Java."""

    _java_class: str
    _java_obj: Any = None

    def transform(self, dataset: "DataFrame", params: Any = None) -> "DataFrame":
        """The rows with the columns that the model adds."""
        with translated():
            return super().transform(dataset, params)

    def _create_params_from_java(self) -> None:
        """Matrices stay in Java: PySpark cannot read them."""
        super()._create_params_from_java()
        for java_param in self._java_obj.params():
            if java_param.getClass().getSimpleName() == "DoubleArrayArrayParam":
                delattr(self, java_param.name())
                self._params = None  # from which PySpark lists them

    def write(self) -> JavaMLWriter:
        """A writer of this model."""
        return _io.model_writer(self)

    @classmethod
    def read(cls) -> Any:
        """A reader of saved models."""
        return _io.reader(cls)


class MembersModel(FittedModel):
    """A model that consists of others."""

    @property
    def members(self) -> List[Any]:
        """The fitted models in it."""
        return [JavaParams._from_java(member) for member in self._java_obj.members()]
