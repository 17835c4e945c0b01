// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.strategy.ClassCount;

/** The form of every error message there is (I8). */
class ProblemsTest {

  /** Of all rooms that have errors. */
  private static Stream<Method> factories() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sparksmote")
            .stream()
            .filter(type -> type.getSimpleName().endsWith("Problems"))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.getReturnType().equals(SmoteException.class));
  }

  private static SmoteException make(Method factory) {
    Object[] arguments =
        Arrays.stream(factory.getParameterTypes()).map(ProblemsTest::example).toArray();
    try {
      factory.setAccessible(true); // most are known to their room only
      return (SmoteException) factory.invoke(null, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(factory.getName(), e);
    }
  }

  private static Object example(Class<?> type) {
    if (type.equals(int.class)) {
      return 41_017;
    }

    if (type.equals(long.class)) {
      return 41_017L;
    }

    if (type.equals(List.class)) {
      return List.of(new ClassCount("$%s{x}", "$%s{x}", 7, 7, 5, 0));
    }

    return type.equals(ClassCount.class)
        ? new ClassCount("$%s{x}", "$%s{x}", 41_017, 41_017, 5, 0)
        : "$%s{x}";
  }

  @ParameterizedTest
  @MethodSource("factories")
  void message_saysWhatCannotBeDone_namesTheSubject_andEndsWithARemedy(Method factory) {
    SmoteException problem = make(factory);
    String message = String.valueOf(problem.getMessage());
    assertThat(message).matches("(?s)^\\[SMOTE-\\d{3}] Cannot [a-z]\\S* .+[:.;].+[.)]\\.?$");
    assertThat(message).startsWith("[" + problem.code() + "] Cannot ");
    assertThat(message)
        .containsPattern(
            "(?i)(set|use|check|rename|choose|build|bring|cast|take|leave|fill|make|add|name|ask"
                + "|raise|write|flatten|call|fit|read|drop|select|load)\\b");
    for (Class<?> type : factory.getParameterTypes()) {
      if (type.equals(String.class) || type.equals(ClassCount.class)) {
        assertThat(message).contains("$%s{x}");
      }
    }
  }

  @Test
  void codes_areAsciiInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : Locale.getAvailableLocales()) {
        Locale.setDefault(locale);
        SmoteException problem = SmoteException.of(7, "make %d rows. Use %s.", 1_234_567, "89");
        assertThat(problem).hasMessage("[SMOTE-007] Cannot make 1234567 rows. Use 89.");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void codes_areUnique() {
    List<String> codes = factories().map(factory -> make(factory).code()).toList();
    assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  /** The table of codes in docs/errors.md lacks none, and has none that nobody makes. */
  @Test
  void codes_areThoseOfTheDocs() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("../docs/errors.md")).stream()
            .filter(line -> line.startsWith("| SMOTE-"))
            .map(line -> line.split(" ")[1])
            .toList();
    assertThat(factories().map(factory -> make(factory).code()))
        .containsExactlyInAnyOrderElementsOf(documented);
  }
}
