# SPDX-License-Identifier: Apache-2.0
"""One error for everything that cannot be done, in one line, with the remedy."""

import re
from contextlib import contextmanager
from typing import Iterator, Optional

_PROBLEM = re.compile(r"\[(SMOTE-\d{3})\] Cannot [^\n]*")

#: What Spark says of a value that a param of Java does not take.
_REFUSED = re.compile(r"\w+ parameter (\w+) given invalid value ([^\n]*)\.")

#: What Spark says where something is saved already.
_TAKEN = re.compile(r"[Pp]ath (\S.*?)(?:/metadata)? already exists")

_MISSING = re.compile(r"org\.sparksmote\.\w+")

WITHOUT_JAR = (
    "the spark-smote jar is not on this session's class path. Start it with"
    " sparksmote.builder(), or call sparksmote.attach(spark); on Spark Connect start the server"
    " with --jars and the path that sparksmote.jar_path() tells."
)


class SparkSmoteError(ValueError):
    """A request that cannot be met as it stands; the message ends with the remedy.

    ``code`` is the one that docs/errors.md lists, such as ``SMOTE-027``, or None if the problem is
    one of the installation. What Java said, with its trace, is the ``__cause__``.
    """

    code: Optional[str]

    def __init__(self, message: str, code: Optional[str] = None) -> None:
        super().__init__(message)
        self.code = code


def _known(error: BaseException) -> Optional[SparkSmoteError]:
    text = str(error)
    found = _PROBLEM.search(text)
    if found:
        return SparkSmoteError(found.group().strip(), found.group(1))
    refused = _REFUSED.search(text)
    if refused:
        return SparkSmoteError(f"{refused.group(1)} cannot be '{refused.group(2)}'.")
    taken = _TAKEN.search(text)
    if taken:
        return SparkSmoteError(
            f"{taken.group(1)} exists already. Replace it with .write().overwrite().save(path), or"
            " name another path."
        )
    if "CONNECT_ML" in text and "UNSUPPORTED" in text and _MISSING.search(text):
        return SparkSmoteError(WITHOUT_JAR)
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Raises what Java refuses as SparkSmoteError, and everything else as it is."""
    try:
        yield
    except SparkSmoteError:
        raise
    except Exception as error:
        known = _known(error)
        if known is None:
            raise
        try:
            raise known from error
        finally:
            del known  # which would keep the whole stack until the next collection of garbage
