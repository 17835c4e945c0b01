# SPDX-License-Identifier: Apache-2.0
"""Values of Python as the params take them; what they do not take is refused at once, by name."""

import json
import numbers
from typing import Any, Callable, Mapping, Optional, Sequence

from pyspark.ml.param import TypeConverters

from sparksmote import _problems
from sparksmote._errors import SparkSmoteError

Converter = Callable[[Any], Any]


def _refuse_other_kind(value: Any) -> None:
    """PySpark takes True for 1."""
    if isinstance(value, bool):
        raise TypeError(f"Could not convert {value} to a number")


def checked(
    base: str,
    name: str,
    allowed: Sequence[str] = (),
    least: Optional[float] = None,
    more_than: Optional[float] = None,
    most: Optional[float] = None,
    takes: str = "",
    bits: int = 64,
) -> Converter:
    """PySpark's converter of that name, followed by the check that Java makes too."""
    convert = getattr(TypeConverters, base)

    def converter(value: Any) -> Any:
        if base in ("toInt", "toFloat"):
            _refuse_other_kind(value)
        converted = convert(value)
        fits = (
            (not allowed or converted in allowed)
            and (least is None or converted >= least)
            and (more_than is None or converted > more_than)
            and (most is None or converted <= most)
        )
        if isinstance(converted, int) and not -(2 ** (bits - 1)) <= converted < 2 ** (bits - 1):
            raise SparkSmoteError(f"{name} cannot be {value!r}: it is a number of {bits} bits.")
        if not fits:
            raise SparkSmoteError(f"{name} cannot be {value!r}. It takes: {takes}.")
        return converted

    converter.__name__ = base  # by which PySpark tells lists from other values
    return converter


def _total(label: Any, total: Any) -> Any:
    if isinstance(total, numbers.Real) and not isinstance(total, bool):
        number = float(total)
        return int(number) if number.is_integer() else number
    raise _problems.total_is_no_number(str(total), str(label))


def _label(label: Any) -> str:
    return str(label).lower() if isinstance(label, bool) else str(label)


def to_strategy(value: Any) -> str:
    """A strategy as text: a name, a ratio, or totals by label as a JSON object."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        totals = {_label(label): _total(label, total) for label, total in value.items()}
        return json.dumps(totals, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        return repr(float(value))
    raise TypeError(f"Could not convert {type(value).__name__} to a name, a ratio or a dict")


def to_classes(value: Any) -> str:
    """Whose rows may go, as text: a name, or labels as a JSON array."""
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return json.dumps([_label(label) for label in value], ensure_ascii=False)
    raise TypeError(f"Could not convert {type(value).__name__} to a name or a list of labels")
