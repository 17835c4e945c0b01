# SPDX-License-Identifier: Apache-2.0
"""Sessions with the jar: started, attached, checked."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from sparksmote._errors import SparkSmoteError
from sparksmote._jar import jar_path
from sparksmote._version import __version__

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOADER = "org.apache.spark.util.MutableURLClassLoader"


@dataclass(frozen=True)
class Check:
    """What fits together in a session: versions, and what else is there."""

    package: str
    jar: str
    spark: str
    scala: str
    java: str
    vector_api: bool
    connect: bool


def _configured(name: str) -> str:
    """A setting in the file of defaults, which a setting of the builder would hide."""
    home = os.environ.get("SPARK_HOME", "")
    folder = Path(os.environ.get("SPARK_CONF_DIR") or Path(home, "conf"))
    file = folder / "spark-defaults.conf"
    if not file.is_file():
        return ""
    for line in file.read_text().splitlines():
        words = line.replace("=", " ", 1).split(None, 1)
        if len(words) == 2 and words[0] == name:
            return words[1].strip()
    return ""


def builder(builder: Optional[Any] = None) -> Any:
    """A builder of sessions that have the jar, next to the jars that were asked for before."""
    from pyspark.sql import SparkSession

    made = SparkSession.builder if builder is None else builder
    given = str(getattr(made, "_options", {}).get("spark.jars") or _configured("spark.jars"))
    jars = [jar for jar in given.split(",") if jar]
    if jar_path() not in jars:
        jars.append(jar_path())
    return made.config("spark.jars", ",".join(jars))


def _is_connect(spark: Any) -> bool:
    return type(spark).__module__.startswith("pyspark.sql.connect")


def attach(spark: "SparkSession") -> None:
    """Adds the jar to a session that already runs.

    It goes to the topmost class loader that takes jars: one that is added by SQL or by an artifact
    is loaded a second time, by another loader, and its classes do not fit each other.
    """
    from sparksmote import _jvm

    if _is_connect(spark):
        raise SparkSmoteError(
            "a client of Spark Connect cannot add the jar to its server. Start the server with"
            f" --jars {jar_path()}"
        )
    jvm: Any = spark._jvm
    _jvm.require_java(jvm)
    if _jvm.jar_version(jvm) is None:
        file = Path(jar_path())
        _top_loader(jvm).addURL(jvm.java.io.File(str(file)).toURI().toURL())
        context: Any = spark.sparkContext
        if not context.master.startswith("local") or context.master.startswith("local-cluster"):
            context._jsc.sc().addJar(str(file))
    _jvm.require_jar(jvm)


def _top_loader(jvm: Any) -> Any:
    loader = jvm.java.lang.Thread.currentThread().getContextClassLoader()
    top = None
    while loader is not None:
        kind = loader.getClass()
        if _LOADER in (kind.getName(), kind.getSuperclass().getName()):
            top = loader
        loader = loader.getParent()
    if top is None:
        raise SparkSmoteError(
            "this session's class loaders take no more jars. Start it with sparksmote.builder()."
        )
    return top


def check(spark: "SparkSession") -> Check:
    """What a session has; raises SparkSmoteError if the library cannot be used in it."""
    from sparksmote import _jvm

    if _is_connect(spark):
        from sparksmote._remote import versions

        found = versions(spark)
    else:
        jvm: Any = spark._jvm
        _jvm.require_jar(jvm)
        found = str(jvm.org.sparksmote.RemoteSmote.versions())
    jar, java, scala, vector = found.split(" ")
    return Check(__version__, jar, spark.version, scala, java, vector == "true", _is_connect(spark))
