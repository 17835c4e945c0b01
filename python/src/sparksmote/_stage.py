# SPDX-License-Identifier: Apache-2.0
"""What all samplers have in common that are written in Java, and the model of those that fit nothing."""

from typing import TYPE_CHECKING, Any, ClassVar, Dict, Type, TypeVar

from pyspark.ml.param import Param, Params, TypeConverters
from pyspark.ml.util import JavaMLWritable, JavaMLWriter, MLReadable, MLReader
from pyspark.ml.wrapper import JavaEstimator

from sparksmote import _io
from sparksmote._errors import translated
from sparksmote._jvm import is_remote, java_object
from sparksmote._keywords import unexpected
from sparksmote._model import SamplerModel
from sparksmote._sampler import Sampler

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

T = TypeVar("T")


class SettableStage:
    """A stage with settings, around its Java object."""

    _java_class: str
    _java_obj: Any = None  # which PySpark asks for at the end, also where there was no beginning

    _arguments: ClassVar[Type]  # the class that has the constructor
    _defaults: ClassVar[Dict[str, Any]]

    def _start(self, given: Dict[str, Any]) -> None:
        super(self._arguments, self).__init__()  # type: ignore[misc]
        self._java_obj = java_object(self._java_class, self.uid)  # type: ignore[attr-defined]
        self._setDefault(**self._defaults)  # type: ignore[attr-defined]
        self._set(**given)  # type: ignore[attr-defined]

    def setParams(self: T, **params: Any) -> T:
        """Sets several settings by name."""
        names = [param.name for param in self.params]  # type: ignore[attr-defined]
        for name in params:
            if name not in names:
                raise unexpected("setParams", name, names)
        return self._set(**params)  # type: ignore[attr-defined]

    def write(self) -> JavaMLWriter:
        """A writer of this stage."""
        return _io.stage_writer(self)

    @classmethod
    def read(cls) -> Any:
        """A reader of saved stages."""
        return _io.reader(cls)


class SamplerStage(SettableStage, Sampler):
    """A sampler that is not fitted yet."""


class FittedSampler(SamplerModel, MLReadable["FittedSampler"]):
    """A fitted sampler that has nothing to tell but which columns it adds."""

    _java_class = "sampler.FittedSampler"

    addedColumns: Param[str] = Param(
        Params._dummy(),
        "addedColumns",
        "columns that the sampler adds, as JSON",
        typeConverter=TypeConverters.toString,
    )

    def __init__(self, java_model: Any = None) -> None:
        """Wraps a Java model; without one it passes data through."""
        super().__init__(java_model)
        self._setDefault(addedColumns='{"type":"struct","fields":[]}')
        self._stage: Any = None

    def _java_arguments(self) -> "tuple[Any, ...]":
        return ("sampler",)

    def _resampled(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.resampled(self._stage, dataset)
        return super()._resampled(dataset)

    def _passed(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.with_columns(dataset, self.getOrDefault(self.addedColumns))
        return super()._passed(dataset)

    @classmethod
    def read(cls) -> "MLReader[FittedSampler]":
        """A reader of saved models."""
        return _io.reader(cls)


class JavaSampler(SamplerStage, JavaEstimator, JavaMLWritable):
    """A sampler whose fit computes nothing: rows are counted when they are asked for."""

    def fit(self, dataset: "DataFrame", params: Any = None) -> Any:
        """Checks columns and settings; the model resamples this very DataFrame once."""
        with translated():
            return super().fit(dataset, params)

    def _fit(self, dataset: "DataFrame") -> FittedSampler:
        if is_remote():
            from sparksmote import _remote

            model = FittedSampler()
            model._resetUid(self.uid)
            model._stage = self.copy()
            model._set(addedColumns=_remote.added_columns(self, dataset))
        else:
            model = super()._fit(dataset)
        return model._fitted(dataset)

    def _create_model(self, java_model: Any) -> FittedSampler:
        model = FittedSampler(java_model)
        model._set(addedColumns=java_model.getOrDefault(java_model.getParam("addedColumns")))
        return model

    def fit_resample(self, dataset: "DataFrame") -> "DataFrame":
        """The DataFrame as it is after the sampling, however often it is called."""
        model: FittedSampler = self.fit(dataset)
        with translated():
            return model._resampled(dataset)
