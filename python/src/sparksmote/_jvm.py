# SPDX-License-Identifier: Apache-2.0
"""The Java classes of a classic session, and what keeps them from being used."""

from typing import Any, Optional

from sparksmote._errors import WITHOUT_JAR, SparkSmoteError
from sparksmote._jar import maven_version

LEAST_JAVA = 17

PACKAGE = "org.sparksmote."


def gateway() -> Any:
    """The JVM of the active session."""
    from pyspark import SparkContext

    jvm = getattr(SparkContext, "_jvm", None)
    if SparkContext._active_spark_context is None or jvm is None:
        raise SparkSmoteError(
            "no Spark session is running. Start one with sparksmote.builder().getOrCreate()."
        )
    return jvm


def java_version(jvm: Any) -> int:
    """The feature release of the driver's Java, such as 17."""
    parts = jvm.java.lang.System.getProperty("java.specification.version").split(".")
    return int(parts[1] if parts[0] == "1" else parts[0])


def require_java(jvm: Any) -> None:
    """Refuses a Java that cannot read the classes, before it tries."""
    found = java_version(jvm)
    if found < LEAST_JAVA:
        raise SparkSmoteError(
            f"the driver runs Java {found}, and spark-smote needs Java {LEAST_JAVA} or newer. Set"
            " JAVA_HOME, and spark.executorEnv.JAVA_HOME on a cluster, to a newer one."
        )


def jar_version(jvm: Any) -> Optional[str]:
    """The version of the jar on the driver's class path, or None if there is none."""
    loader = jvm.java.lang.Thread.currentThread().getContextClassLoader()
    file = loader.getResourceAsStream("org/sparksmote/version.txt")
    if file is None:
        return None
    try:
        return bytes(file.readAllBytes()).decode().strip()
    finally:
        file.close()


def require_jar(jvm: Any) -> None:
    """Refuses a session without the jar, or with that of another version."""
    require_java(jvm)
    found = jar_version(jvm)
    if found is None:
        raise SparkSmoteError(WITHOUT_JAR)
    if found != maven_version():
        raise SparkSmoteError(
            f"the jar of this session is version {found}, and the package sparksmote is for"
            f" {maven_version()}. Install the package of the same version, or start a session with"
            " sparksmote.builder()."
        )


def java_class(name: str) -> Any:
    """A class of the library, by its name below the package."""
    jvm = gateway()
    require_jar(jvm)
    found = jvm.org.sparksmote
    for part in name.split("."):
        found = getattr(found, part)
    return found


def java_object(name: str, *arguments: Any) -> Any:
    """A Java object of the library, or over Spark Connect the name of its class."""
    if is_remote():
        _require_remote_models()
        return PACKAGE + name
    return java_class(name)(*arguments)


def _require_remote_models() -> None:
    import pyspark
    from pyspark.ml import util

    if not hasattr(util, "RemoteModelRef"):
        raise SparkSmoteError(
            f"over Spark Connect spark-smote needs PySpark 4.1 or newer, and this is"
            f" {pyspark.__version__}. Install a newer one, or use a classic session."
        )


def is_remote() -> bool:
    """Whether PySpark talks to a server of Spark Connect."""
    from pyspark.sql.utils import is_remote as spark_is_remote

    return bool(spark_is_remote())
