// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.spark.Passes;

/** The house rules that a build can check. */
@AnalyzeClasses(packages = "org.sparksmote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path MAIN = Path.of("src/main");

  @ArchTest
  static final ArchRule randomness_isKeyed_andNothingDependsOnTheClock =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);

  /**
   * What is counted must be found: only partners have stand-ins, all other searches are stricter.
   */
  @ArchTest
  static final ArchRule searches_arePartnersOrCounted =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sparksmote.internal.knn")
          .and()
          .doNotBelongToAnyOf(Neighborhood.class)
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(type(NeighborSearch.class))));

  private static final Set<String> ROUNDED_AS_THE_MACHINE_LIKES =
      Set.of(
          "exp", "log", "pow", "log10", "log1p", "expm1", "cbrt", "hypot", "sin", "cos", "tan",
          "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh");

  /** Math may give another last bit on another JVM, and a bit decides where a row goes. */
  @ArchTest
  static final ArchRule functions_areThoseOfStrictMath =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "is a function of Math that may differ in its last bit",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Math.class)
                          && ROUNDED_AS_THE_MACHINE_LIKES.contains(access.getTarget().getName())));

  /** When a stage was saved is written for people, and read by nobody. */
  @ArchTest
  static final ArchRule savedStages_aloneHaveATime =
      noClasses()
          .that()
          .doNotHaveSimpleName("StageMetadata")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("asks for the time", ArchitectureTest::asksForTheTime));

  private static boolean asksForTheTime(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && (access.getTarget().getName().equals("now")
            || access.getTargetOwner().getSimpleName().equals("Clock"));
  }

  /** Digits and letters of messages and names are those of every locale. */
  @ArchTest
  static final ArchRule text_isMadeAndParsed_inTheRootLocale =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callConstructor(java.util.Formatter.class)
          .orShould()
          .callConstructor(java.util.Scanner.class, String.class)
          .orShould()
          .callConstructor(java.text.DecimalFormat.class, String.class);

  @ArchTest
  static final ArchRule nothing_isRead_withJavaSerialization =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  private static final Set<String> FORBIDDEN_SPARK =
      Set.of(
          "functions.expr",
          "functions.rand",
          "functions.randn",
          "functions.monotonically_increasing_id",
          "functions.monotonicallyIncreasingId",
          "Column.expr",
          "Dataset.sqlContext",
          "Encoders.kryo",
          "Encoders.javaSerialization");

  private static boolean isForbidden(JavaAccess<?> access) {
    String call = access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
    return access.getTargetOwner().getPackageName().startsWith("org.apache.spark.sql")
        && FORBIDDEN_SPARK.contains(call);
  }

  @ArchTest
  static final ArchRule rowsHaveAnEncoder_andNoNameIsParsed =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "calls one of " + new TreeSet<>(FORBIDDEN_SPARK), ArchitectureTest::isForbidden));

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
          Map.entry("Verdicts.removedRows", "a number per class"),
          Map.entry("WeightSums.of", "a sum per class"),
          Map.entry(
              "BucketCounter.count", "two numbers per bucket of the classes above `exactBelow`"),
          Map.entry(
              "ClassCounter.count",
              "per class counts, 256 hashes and, if asked for, two sums per feature; two numbers per feature"),
          Map.entry("ClassCounter.distinctLabels", "one number"),
          Map.entry("ExactDistances.find", "six times `kNeighbors` distances per sampled row"),
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
          Map.entry("Survey.settle", "a report of at most `kNeighbors` + 6 numbers per cell"));

  /** The same of the command line. */
  private static final Map<String, String> BOUNDS_OF_COMMANDS =
      Map.ofEntries(
          Map.entry("CsvHeaders", "the header of each file"),
          Map.entry("CsvSink", "two numbers per task"),
          Map.entry("IdColumns", "five numbers per column"),
          Map.entry(
              "CsvTable",
              "per column and task a type, how its values are written, and 21 words at most"),
          Map.entry("DangerMask", "the sampled rows, and numbers of bases among them"),
          Map.entry("LineCheck", "one number"),
          Map.entry("LshBenchmark", "the sampled rows"),
          Map.entry("NearestRows", "k distances per sampled row"),
          Map.entry("ReadBack", "two numbers per task"),
          Map.entry("RowDigest", "two numbers"),
          Map.entry("Scores", "two counts per bin of scores"));

  @ArchTest
  static final ArchRule whatReachesTheDriver_isListed =
      noClasses()
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
            && TO_THE_DRIVER.contains(access.getTarget().getName());
    return byJob || (owner.isEquivalentTo(Passes.class) && !access.getOriginOwner().equals(owner));
  }

  /** The method that an access is in; that of a lambda is the one around it. */
  private static String origin(JavaAccess<?> access) {
    String method = access.getOrigin().getName().replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
    return outermost(access.getOriginOwner()) + "." + method;
  }

  /** Also, that nothing is listed that is no more there. */
  @Test
  void bounds_areThoseOfTheDecision_andEachIsNeeded() {
    Path decision = Path.of("../docs/decisions/0015-what-driver-and-tasks-hold.md");
    Map<String, String> told =
        lines(decision).stream()
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
                .filter(ArchitectureTest::bringsToTheDriver)
                .map(ArchitectureTest::origin)
                .collect(Collectors.toSet());
    assertThat(needed).isEqualTo(BOUNDS.keySet());
  }

  @Test
  void whatCommandsBringToTheDriver_isListed() {
    Set<String> bringing =
        sources(Path.of("../spark-smote-examples/src/main")).stream()
            .filter(file -> lines(file).stream().anyMatch(ArchitectureTest::bringsToTheDriver))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(bringing).isEqualTo(BOUNDS_OF_COMMANDS.keySet());
  }

  /** As far as a line of source can tell: streams are collected and reduced too. */
  private static boolean bringsToTheDriver(String line) {
    return line.matches(
        ".*\\.(javaRDD|rdd|collectAsList|toLocalIterator|takeAsList|head|first|tail)\\(.*");
  }

  /** Where jobs send anything else than rows of a Dataset, which have an encoder. */
  private static final Set<String> SENDERS = Set.of("Passes", "ValueCounter");

  @ArchTest
  static final ArchRule rdds_areUsedByTheSendersOnly =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "are none of " + SENDERS, type -> !SENDERS.contains(outermost(type))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark.api.java")
          .orShould()
          .callMethod(Dataset.class, "rdd")
          .orShould()
          .callMethod(Dataset.class, "toJavaRDD");

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElseGet(type::getSimpleName);
  }

  /** The functions of jobs take and give what is sent, and Kryo cannot read records. */
  @ArchTest
  static final ArchRule senders_sendNoRecord =
      methods()
          .that(
              DescribedPredicate.describe(
                  "are functions of jobs", ArchitectureTest::isFunctionOfAJob))
          .should(
              ArchConditions.not(
                  ArchConditions.have(
                      DescribedPredicate.describe(
                          "a record among their types", ArchitectureTest::mentionsARecord))));

  private static boolean isFunctionOfAJob(JavaMethod method) {
    boolean passesRows =
        involved(method).anyMatch(type -> type.isEquivalentTo(Iterator.class))
            || method.getOwner().isEquivalentTo(Passes.class);
    return SENDERS.contains(outermost(method.getOwner())) && passesRows;
  }

  private static boolean mentionsARecord(JavaMethod method) {
    return involved(method).anyMatch(JavaClass::isRecord);
  }

  private static Stream<JavaClass> involved(JavaMethod method) {
    return Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  @ArchTest
  static final ArchRule errors_areMadeByTheProblemsOfARoom =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Problems")
          .should()
          .callMethod(SmoteException.class, "of", int.class, String.class, Object[].class);

  private static List<Path> sources() {
    return sources(MAIN);
  }

  private static List<Path> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void files_areShort() {
    assertThat(sources()).hasSizeGreaterThan(40);
    assertThat(sources()).allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(300));
  }

  @Test
  void methods_areShort() {
    int methods = 0;
    for (Path file : sources()) {
      List<String> lines = lines(file);
      for (int start = 0; start < lines.size(); start++) {
        String end = endOfMethod(lines.get(start));
        if (!end.isEmpty()) {
          int length = lines.subList(start, lines.size()).indexOf(end) + 1;
          assertThat(length).as(file.getFileName() + ":" + (start + 1)).isBetween(1, 40);
          methods++;
        }
      }
    }

    assertThat(methods).isGreaterThan(200);
  }

  /** The last line of the method that a line opens, or nothing: formatted code is regular. */
  private static String endOfMethod(String line) {
    boolean opens =
        line.matches("\\s+\\S.*\\)( (throws|implements) .*)? \\{")
            && !line.matches("\\s+(if|for|while|switch|try|return|record|\\}).*|.* (=|->|new) .*");
    int indent = line.length() - line.stripLeading().length();
    boolean continued =
        line.chars().filter(c -> c == ')').count() > line.chars().filter(c -> c == '(').count();
    int outer = continued ? indent - 4 : indent;
    return opens && outer >= 2 && outer <= 6 ? " ".repeat(outer) + "}" : "";
  }

  @Test
  void sources_haveALicence_andNoUnfinishedWork() {
    for (Path file : sources()) {
      assertThat(lines(file).get(0))
          .as(file.toString())
          .isEqualTo("// SPDX-License-Identifier: Apache-2.0");
      assertThat(String.join("\n", lines(file)))
          .as(file.toString())
          .doesNotContain("TODO", "FIXME");
    }
  }

  @Test
  void services_nameEveryStage() {
    Path services = MAIN.resolve("resources/META-INF/services");
    assertThat(lines(services.resolve("org.apache.spark.ml.Estimator")))
        .containsExactly("org.sparksmote.RemoteSmote", "org.sparksmote.Smote");
    assertThat(lines(services.resolve("org.apache.spark.ml.Transformer")))
        .containsExactly(
            "org.sparksmote.RemoteSmoteModel",
            "org.sparksmote.SmoteModel",
            "org.sparksmote.SmoteResampler");
  }

  @Test
  void everyPublicType_hasADoc() {
    Set<String> undocumented =
        sources().stream()
            .filter(file -> !file.getFileName().toString().equals("package-info.java"))
            .filter(file -> !isDocumented(lines(file)))
            .map(Path::toString)
            .collect(Collectors.toSet());
    assertThat(undocumented).isEmpty();
  }

  /** Whether a doc comment stands just before the type of a file and its annotations. */
  static boolean isDocumented(List<String> lines) {
    int type = 0;
    while (!lines.get(type).matches("([a-z-]+ )*(class|interface|record|enum) .*")) {
      type++;
    }

    int before = type - 1;
    while (lines.get(before).startsWith("@")) {
      before--;
    }

    return lines.get(before).endsWith("*/");
  }
}
