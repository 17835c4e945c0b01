// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Keeps Spark's log off the terminal, unless the user configured logging. */
public final class Logs {

  private static final String FILE_PROPERTY = "log4j2.configurationFile";

  private static final String FILE = "log4j2-command-line.properties";

  private Logs() {}

  /** To be called before any class of Spark: the first one prints which log profile it loads. */
  public static void configureUnlessSet() {
    if (!isSetByUser()) {
      System.setProperty(FILE_PROPERTY, "classpath:org/sparksmote/examples/" + FILE);
    }
  }

  /** Shows log lines of this level and above; a user's own configuration stays in force. */
  static void setLevel(String level) {
    if (System.getProperty(FILE_PROPERTY, "").contains(FILE) || !isSetByUser()) {
      Configurator.setRootLevel(Level.valueOf(level));
    }
  }

  private static boolean isSetByUser() {
    return System.getProperty(FILE_PROPERTY) != null
        || System.getProperty("log4j.configurationFile") != null
        || Logs.class.getResource("/log4j2.properties") != null
        || Logs.class.getResource("/log4j2.xml") != null;
  }
}
