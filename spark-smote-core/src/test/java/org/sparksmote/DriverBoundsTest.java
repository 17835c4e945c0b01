// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.spark.Passes;

/** What jobs bring to the driver is listed, with what bounds it, here and in the decision. */
@AnalyzeClasses(packages = "org.sparksmote", importOptions = ImportOption.DoNotIncludeTests.class)
class DriverBoundsTest {

  private static final Set<String> TO_THE_DRIVER =
      Set.of(
          "aggregate",
          "collect",
          "collectAsList",
          "collectAsMap",
          "collectAsync",
          "collectPartitions",
          "countByKey",
          "countByValue",
          "first",
          "fold",
          "head",
          "lookup",
          "max",
          "min",
          "reduce",
          "reduceByKeyLocally",
          "tail",
          "take",
          "takeAsList",
          "takeAsync",
          "takeOrdered",
          "takeSample",
          "toLocalIterator",
          "top",
          "treeAggregate",
          "treeReduce");

  /** Where something is brought to the driver, and what bounds it. */
  private static final Map<String, String> BOUNDS =
      Map.ofEntries(
          Map.entry(
              "BinTally.count",
              "four sums, and per class a sum and at most 45,056 numbers; 8,388,608 of all classes, or 704 per class"),
          Map.entry(
              "CopyCounter.count",
              "the same numbers of ranks for classes in which many rows are identical"),
          Map.entry(
              "CheckedRows.of",
              "the rows of a cleaning whose verdicts are checked, as many as were asked for"),
          Map.entry(
              "ExactVerdicts.find",
              "`kNeighbors` + 1 distances per checked row and class, and 8 rows that are equally near"),
          Map.entry("VerdictCheck.given", "a class and two numbers per checked row"),
          Map.entry("Folds.of", "4,096 numbers per class"),
          Map.entry("RankLimits.narrow", "4,096 numbers per class that loses rows"),
          Map.entry("Verdicts.byClass", "a number per class"),
          Map.entry("ClassTotals.of", "two sums and a text per class, of `maxClasses` + 1 at most"),
          Map.entry(
              "BucketCounter.count", "two numbers per bucket of the classes above `exactBelow`"),
          Map.entry(
              "ClassCounter.count",
              "per class counts, 256 hashes and, if asked for, two sums per feature; two numbers per feature; rows of 4,000,000 values from all tasks together, and of 2,000,000 in what comes of them"),
          Map.entry("ClassCounter.distinctLabels", "one number"),
          Map.entry("ExactDistances.find", "six times `kNeighbors` distances per sampled row"),
          Map.entry("LabelCounts.of", "a number for each of at most 100 classes, and three"),
          Map.entry(
              "Labels.names", "the names of at most `maxClasses` labels, which were there before"),
          Map.entry("QualityCheck.check", "the sampled rows, each with `kNeighbors` distances"),
          Map.entry("ResamplingRun.refuseLostRows", "one row of counts per column that is read"),
          Map.entry(
              "RuleLearner.learn",
              "a plane per bucket: at most 1,024 numbers each, and 64 balls per class"),
          Map.entry("SavedText.line", "the first line of a file of a saved stage"),
          Map.entry(
              "SeparatingPlane.fit",
              "about 10,000 different rows a side, or 2,000,000 values if that is less"),
          Map.entry(
              "ValueCounter.count",
              "a number per feature, then at most 2,000,000 counts of values by class"),
          Map.entry("Judged.probabilities", "five sums, and three per bin"),
          Map.entry("Judged.tally", "a sum for each pair of at most 100 classes, and four counts"),
          Map.entry("CheckedScores.of", "two counts, and two sums per class"),
          Map.entry("SortedScores.sums", "six sums"),
          Map.entry("SortedScores.totals", "five numbers per partition"),
          Map.entry(
              "SortedScores.walks",
              "two sums and 35 numbers per partition, and about 1,000 points of all"),
          Map.entry("Survey.settle", "a report of at most `kNeighbors` + 6 numbers per cell"));

  /** The same of the command line. */
  private static final Map<String, String> BOUNDS_OF_COMMANDS =
      Map.ofEntries(
          Map.entry("CsvHeaders", "the header of each file"),
          Map.entry("CsvSink", "two numbers per task"),
          Map.entry("GridCurve", "a number per point of a grid"),
          Map.entry("IdColumns", "five numbers per column"),
          Map.entry(
              "CsvTable",
              "per column and task a type, how its values are written, and 21 words at most"),
          Map.entry("DangerMask", "the sampled rows, and numbers of bases among them"),
          Map.entry("LineCheck", "one number"),
          Map.entry("LshBenchmark", "the sampled rows"),
          Map.entry("NearestRows", "k distances per sampled row"),
          Map.entry("ReadBack", "two numbers per task"),
          Map.entry("RowDigest", "two numbers"));

  @ArchTest
  static final ArchRule whatReachesTheDriver_isListed =
      ArchRuleDefinition.noClasses()
          .that()
          .doNotHaveSimpleName("Passes")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "brings to the driver what no bound is given for",
                  access -> bringsToTheDriver(access) && !BOUNDS.containsKey(origin(access))));

  /** By a job's own method, or by one of Passes, which stand for them. */
  private static boolean bringsToTheDriver(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean byJob =
        owner.getPackageName().matches("org\\.apache\\.spark\\.(api\\.java|rdd|sql)")
            && !owner.getSimpleName().equals("functions") // which only describe columns
            && TO_THE_DRIVER.contains(access.getTarget().getName());
    return byJob || (owner.isEquivalentTo(Passes.class) && !access.getOriginOwner().equals(owner));
  }

  /** The method that an access is in; that of a lambda is the one around it. */
  private static String origin(JavaAccess<?> access) {
    String method = access.getOrigin().getName().replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
    return ArchitectureTest.outermost(access.getOriginOwner()) + "." + method;
  }

  /** Also, that nothing is listed that is no more there. */
  @Test
  void bounds_areThoseOfTheDecision_andEachIsNeeded() {
    Path decision = Path.of("../docs/decisions/0015-what-driver-and-tasks-hold.md");
    Map<String, String> told =
        Sources.lines(decision).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" ?\\| ?", -1))
            .collect(Collectors.toMap(cells -> cells[1].replace("`", ""), cells -> cells[2]));
    Map<String, String> listed = new TreeMap<>(BOUNDS);
    listed.putAll(BOUNDS_OF_COMMANDS);
    assertThat(told).isEqualTo(listed);
    Set<String> needed =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sparksmote")
                .stream()
                .filter(type -> !type.isEquivalentTo(Passes.class))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(DriverBoundsTest::bringsToTheDriver)
                .map(DriverBoundsTest::origin)
                .collect(Collectors.toSet());
    assertThat(needed).isEqualTo(BOUNDS.keySet());
  }

  @Test
  void whatCommandsBringToTheDriver_isListed() {
    Set<String> bringing =
        Sources.under(Path.of("../spark-smote-examples/src/main")).stream()
            .filter(
                file -> Sources.lines(file).stream().anyMatch(DriverBoundsTest::bringsToTheDriver))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(bringing).isEqualTo(BOUNDS_OF_COMMANDS.keySet());
  }

  /** As far as a line of source can tell: streams are collected and reduced too. */
  private static boolean bringsToTheDriver(String line) {
    return line.matches(
        ".*\\.(javaRDD|rdd|collectAsList|toLocalIterator|takeAsList|head|first|tail)\\(.*");
  }
}
