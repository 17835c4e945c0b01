// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that all commands share, and the session they describe. */
final class SparkOptions {

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master; default: that of spark-submit, else local[*].")
  private @Nullable String master;

  @Option(names = "--ui", description = "Keep Spark's web page on while the job runs.")
  private boolean ui;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "off",
      description = "Spark's log on stderr: off (default), error, warn, info, debug.")
  private String logLevel = "off";

  @Option(names = "--stacktrace", description = "Show the stack trace of an error.")
  private boolean stacktrace;

  SparkOptions() {}

  /** Whether the command that failed was given --stacktrace. */
  static boolean wantStackTrace(CommandLine command) {
    return command.getMixins().values().stream()
        .anyMatch(mixin -> mixin instanceof SparkOptions options && options.stacktrace);
  }

  /** A session that is closed by its user, or the one that is running already, which stays. */
  Session open(String name) {
    return openOn(name, "local[*]");
  }

  /** The same with another master for the case that neither options nor spark-submit name one. */
  Session openOn(String name, String defaultMaster) {
    scala.Option<SparkSession> running = SparkSession.getDefaultSession();
    if (running.isDefined() && !running.get().sparkContext().isStopped()) {
      return new Session(running.get(), null);
    }

    Logs.setLevel(logLevel.toUpperCase(Locale.ROOT));
    SparkConf conf = new SparkConf();
    if (master != null) {
      conf.setMaster(master);
    }

    conf.setIfMissing("spark.master", defaultMaster);
    conf.setIfMissing("spark.ui.enabled", Boolean.toString(ui));
    Path scratch = Session.newScratch();
    conf.setIfMissing("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString());
    if (conf.get("spark.master").startsWith("local")) {
      // Nobody else needs to reach a driver that has no executors.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }

    SparkSession spark = SparkSession.builder().appName(name).config(conf).getOrCreate();
    Logs.setLevel(logLevel.toUpperCase(Locale.ROOT));
    return new Session(spark, scratch);
  }
}
