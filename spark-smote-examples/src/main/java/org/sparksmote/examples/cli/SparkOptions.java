// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The options that all commands share, before or after their name, and the session they describe.
 */
public final class SparkOptions {

  /** How much of Spark's log is shown. */
  enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  @Option(
      names = "--master",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Spark master; default: that of spark-submit, else local[*].")
  private @Nullable String master;

  private final Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = "--ui",
      scope = ScopeType.INHERIT,
      description = "Keep Spark's web page on while the job runs.")
  private boolean ui;

  @Option(
      names = "--log-level",
      scope = ScopeType.INHERIT,
      paramLabel = "LEVEL",
      description = "Spark's log on stderr: off (default), error, warn, info, debug.")
  private LogLevel logLevel = LogLevel.OFF;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean stacktrace;

  public SparkOptions() {}

  /** A method, as a field would forget what stands before the command when more follows it. */
  @Option(
      names = "--conf",
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, for example spark.sql.shuffle.partitions=64; repeatable.")
  void set(@Nullable Map<String, String> settings) {
    if (settings != null) {
      conf.putAll(settings);
    }
  }

  /** Whether the stack trace of an error is wanted. */
  public boolean stacktrace() {
    return stacktrace;
  }

  /** Refuses settings that Spark would not know as its own, and would say nothing of. */
  public void check(CommandLine command) {
    conf.forEach(
        (key, value) -> {
          if (!key.startsWith("spark.")) {
            throw new ParameterException(
                command,
                "Cannot use --conf "
                    + key
                    + "="
                    + value
                    + ". The names of Spark's settings begin with 'spark.'.");
          }
        });
  }

  /** A session that is closed by its user, or the one that is running already, which stays. */
  public Session open(String name) {
    return openOn(name, "local[*]");
  }

  /** The same with another master for the case that neither options nor spark-submit name one. */
  public Session openOn(String name, String defaultMaster) {
    scala.Option<SparkSession> running = SparkSession.getDefaultSession();
    if (running.isDefined() && !running.get().sparkContext().isStopped()) {
      return new Session(running.get(), null);
    }

    Logs.setLevel(logLevel.name());
    Path scratch = Session.newScratch();
    SparkConf settings = settings(defaultMaster);
    settings.setIfMissing(
        "spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString());
    SparkSession spark = SparkSession.builder().appName(name).config(settings).getOrCreate();
    Logs.setLevel(logLevel.name());
    return new Session(spark, scratch);
  }

  /** What was asked for, over what spark-submit says, over what is usual here. */
  SparkConf settings(String defaultMaster) {
    SparkConf settings = new SparkConf();
    conf.forEach(settings::set);
    if (master != null) {
      settings.setMaster(master);
    }

    settings.setIfMissing("spark.master", defaultMaster);
    settings.setIfMissing("spark.ui.enabled", Boolean.toString(ui));
    if (settings.get("spark.master").startsWith("local")) {
      // Nobody else needs to reach a driver that has no executors.
      settings.setIfMissing("spark.driver.host", "127.0.0.1");
      settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }

    return settings;
  }
}
