// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Keeps Spark's log off the terminal, unless the user configured logging. */
final class Logs {

  private static final String FILE_PROPERTY = "log4j2.configurationFile";

  private Logs() {}

  /** To be called before any class of Spark: the first one prints which log profile it loads. */
  static void configureUnlessSet() {
    if (!isSetByUser()) {
      System.setProperty(
          FILE_PROPERTY, "classpath:io/sparksmote/examples/log4j2-command-line.properties");
    }
  }

  /** Shows log lines of this level and above; a user's own configuration stays in force. */
  static void setLevel(String level) {
    String file = System.getProperty(FILE_PROPERTY, "");
    if (file.isEmpty() || file.contains("log4j2-command-line")) {
      Configurator.setRootLevel(Level.valueOf(level));
    }
  }

  private static boolean isSetByUser() {
    return System.getProperty(FILE_PROPERTY) != null
        || System.getProperty("log4j.configurationFile") != null;
  }
}
