// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;

/** The house rules that a build can check. */
@AnalyzeClasses(packages = "org.sparksmote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path MAIN = Path.of("src/main");

  private static final Set<String> PUBLIC_TYPES =
      Set.of(
          "EngineParams",
          "NeighborQuality",
          "NominalParams",
          "ResamplingPipeline",
          "Smote",
          "SmoteException",
          "SmoteModel",
          "SmoteParams",
          "SmoteRegistrator",
          "SmoteResampler",
          "SmoteSetters",
          "SmoteSummary",
          "SmoteSummary.ClassRows",
          "SmoteVariant",
          "VariantParams");

  @ArchTest
  static final ArchRule publicTypes_areTheListedOnes =
      classes()
          .that()
          .resideInAPackage("org.sparksmote")
          .and()
          .haveModifier(JavaModifier.PUBLIC)
          .should(
              ArchConditions.be(
                  DescribedPredicate.describe(
                      "one of " + new TreeSet<>(PUBLIC_TYPES), ArchitectureTest::isListed)));

  private static boolean isListed(JavaClass type) {
    boolean hidden =
        type.getEnclosingClass()
            .map(outer -> !outer.getModifiers().contains(JavaModifier.PUBLIC))
            .orElse(false);
    String name = type.getName().replaceFirst("^org\\.sparksmote\\.", "").replace('$', '.');
    return hidden || PUBLIC_TYPES.contains(name);
  }

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("org.sparksmote.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule internals_doNotKnowTheStages =
      noClasses()
          .that()
          .resideInAPackage("org.sparksmote.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sparksmote");

  @ArchTest
  static final ArchRule internals_arePureJava =
      noClasses()
          .that()
          .resideInAPackage("org.sparksmote.internal..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.apache..").or(resideInAPackage("scala..")));

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
          "Dataset.collect",
          "Dataset.toLocalIterator",
          "Dataset.sqlContext",
          "Dataset.collectAsList",
          "Encoders.kryo",
          "Encoders.javaSerialization");

  private static boolean isForbidden(JavaAccess<?> access) {
    String call = access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
    // A bounded sample of distances, and the names of the classes, which are on the driver already.
    boolean sample =
        call.equals("Dataset.collectAsList")
            && Set.of("QualityCheck", "Labels").contains(access.getOriginOwner().getSimpleName());
    return access.getTargetOwner().getPackageName().startsWith("org.apache.spark.sql")
        && FORBIDDEN_SPARK.contains(call)
        && !sample;
  }

  @ArchTest
  static final ArchRule data_staysOnTheExecutors_andNoNameIsParsed =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "calls one of " + new TreeSet<>(FORBIDDEN_SPARK), ArchitectureTest::isForbidden));

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
  static final ArchRule errors_comeFromOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("Problems")
          .should()
          .callConstructor(SmoteException.class, String.class, String.class);

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
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

  /** Problems is one flat list of messages, and is meant to stay in one place. */
  @Test
  void files_areShort() {
    assertThat(sources()).hasSizeGreaterThan(40);
    assertThat(sources())
        .filteredOn(file -> !file.endsWith("Problems.java"))
        .allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(300));
  }

  /** The constructor of SmoteParamSet is a list of declarations, one param after the other. */
  @Test
  void methods_areShort() {
    int methods = 0;
    for (Path file : sources()) {
      List<String> lines = lines(file);
      for (int start = 0; start < lines.size(); start++) {
        String end = endOfMethod(lines.get(start));
        if (!end.isEmpty() && !lines.get(start).contains("SmoteParamSet(")) {
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
        .containsExactly("org.sparksmote.Smote");
    assertThat(lines(services.resolve("org.apache.spark.ml.Transformer")))
        .containsExactly("org.sparksmote.SmoteModel", "org.sparksmote.SmoteResampler");
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
