// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.ObjectInputStream;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.spark.Passes;

/** The house rules that a build can check. */
@AnalyzeClasses(packages = "org.sparksmote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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

  /** Where jobs send anything else than rows of a Dataset, which have an encoder. */
  private static final Set<String> SENDERS =
      Set.of(
          "BlockDistances",
          "ContentValues",
          "Contents",
          "NearRows",
          "OneSidedRows",
          "Passes",
          "ShuffledRows",
          "SortedScores",
          "ValueCounter");

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

  static String outermost(JavaClass type) {
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
          .and()
          .doNotBelongToAnyOf(SmoteException.class)
          .should()
          .callMethod(SmoteException.class, "of", int.class, String.class, Object[].class)
          .orShould()
          .callMethod(SmoteException.class, "shared", int.class, Object[].class);
}
