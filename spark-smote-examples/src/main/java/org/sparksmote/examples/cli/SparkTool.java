// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

/** The command above all others, which takes the options of Spark for each of them. */
public interface SparkTool {

  /** The options of Spark, wherever on the command line they are. */
  SparkOptions spark();

  /** Of a command that is called without the one above it. */
  static SparkTool none() {
    SparkOptions defaults = new SparkOptions();
    return () -> defaults;
  }
}
