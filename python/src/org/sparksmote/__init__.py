# SPDX-License-Identifier: Apache-2.0
"""The stages under the names that saved pipelines know: those of their Java classes.

PySpark looks for the Python class of a saved stage under the name of the Java class. There is no
``__init__`` above this one, so that other packages below ``org`` are found as well.
"""

from sparksmote import ResamplingPipeline, Smote, SmoteModel, SmoteResampler

__all__ = ["ResamplingPipeline", "Smote", "SmoteModel", "SmoteResampler"]
