// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.spark.Passes;

/** The rules of {@link ArchitectureTest} and its like find what breaks them. */
class ArchitectureRulesTest {

  /** Parses a name. */
  static final class Parser {
    static Dataset<Row> rows(Dataset<Row> data) {
      return data.filter(functions.expr("a.b > 1"));
    }
  }

  /** Brings data to the driver. */
  static final class Collector {
    static List<Row> rows(Dataset<Row> data) {
      return data.collectAsList();
    }
  }

  /** Brings the rows of an RDD. */
  static final class RddCollector {
    static List<Row> rows(Dataset<Row> data) {
      return data.javaRDD().filter(row -> !row.isNullAt(0)).collect();
    }
  }

  /** Brings what partitions say. */
  static final class PassCollector {
    static List<Row> rows(Dataset<Row> data) {
      return Passes.collect(data, rows -> rows);
    }
  }

  /** Works on an RDD. */
  static final class RddUser {
    static long rows(Dataset<Row> data) {
      return data.javaRDD().count();
    }
  }

  /** Draws as nobody can repeat it. */
  static final class Dice {
    static int roll() {
      return ThreadLocalRandom.current().nextInt(6);
    }
  }

  /** Works otherwise at another time. */
  static final class Watcher {
    static long time() {
      return java.time.Instant.now().toEpochMilli();
    }
  }

  /** Rounds as the machine likes. */
  static final class Rounder {
    static double root(double x) {
      return Math.pow(x, 1.0 / 3);
    }
  }

  /** Writes digits of the user's language. */
  static final class Speaker {
    static String say(int number) {
      return String.format(Locale.getDefault(), "%d", number) + "A".formatted();
    }
  }

  /** Makes an error of its own. */
  static final class Complainer {
    static SmoteException complain() {
      return SmoteException.of(999, "go on.");
    }
  }

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        Arguments.of(DriverBoundsTest.whatReachesTheDriver_isListed, Collector.class),
        Arguments.of(DriverBoundsTest.whatReachesTheDriver_isListed, RddCollector.class),
        Arguments.of(DriverBoundsTest.whatReachesTheDriver_isListed, PassCollector.class),
        Arguments.of(ArchitectureTest.rowsHaveAnEncoder_andNoNameIsParsed, Parser.class),
        Arguments.of(ArchitectureTest.rdds_areUsedByTheSendersOnly, RddUser.class),
        Arguments.of(ArchitectureTest.randomness_isKeyed_andNothingDependsOnTheClock, Dice.class),
        Arguments.of(ArchitectureTest.savedStages_aloneHaveATime, Watcher.class),
        Arguments.of(ArchitectureTest.functions_areThoseOfStrictMath, Rounder.class),
        Arguments.of(ArchitectureTest.text_isMadeAndParsed_inTheRootLocale, Speaker.class),
        Arguments.of(ArchitectureTest.errors_areMadeByTheProblemsOfARoom, Complainer.class));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aClassThatBreaksARule_isFound(ArchRule rule, Class<?> breaker) {
    assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaker)).hasViolation())
        .isTrue();
  }

  @Test
  void aTypeWithoutADoc_isFound() {
    List<String> documented =
        List.of("package x;", "/** Says what it is. */", "@Deprecated", "public final class A {");
    assertThat(SourcesTest.isDocumented(documented)).isTrue();
    List<String> below =
        List.of("package x;", "", "public final class A {", "/** Of a member. */", "int x;", "}");
    assertThat(SourcesTest.isDocumented(below)).isFalse();
  }
}
