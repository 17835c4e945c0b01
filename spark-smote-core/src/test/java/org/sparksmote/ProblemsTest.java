// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of every error message there is (I8). */
class ProblemsTest {

  private static Stream<Method> factories() {
    return Arrays.stream(Problems.class.getDeclaredMethods())
        .filter(method -> method.getReturnType().equals(SmoteException.class))
        .filter(method -> !method.getName().equals("problem"));
  }

  private static SmoteException make(Method factory) {
    Object[] arguments =
        Arrays.stream(factory.getParameterTypes()).map(ProblemsTest::example).toArray();
    try {
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
        SmoteException problem = Problems.tooManyRows(1_234_567, 89);
        assertThat(problem.code()).matches("SMOTE-[0-9]{3}");
        assertThat(problem.getMessage()).contains("make 1234567 synthetic rows: more than the 89");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void codes_areUnique() {
    List<String> codes = factories().map(factory -> make(factory).code()).toList();
    assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }
}
