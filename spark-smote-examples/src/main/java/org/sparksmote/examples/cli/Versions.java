// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions of this tool and of the Spark it runs on. */
public final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String own = Versions.class.getPackage().getImplementationVersion();
    return new String[] {
      "spark-smote " + (own == null ? "(development)" : own),
      "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
      "Java " + Runtime.version()
    };
  }
}
