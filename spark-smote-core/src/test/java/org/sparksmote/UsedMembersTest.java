// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What only tests call is no part of the program. */
class UsedMembersTest {

  /** Called by the JVM, by enums and records themselves, or through reflection. */
  private static final Set<String> CALLED_BY_OTHERS =
      Set.of(
          "main", "values", "valueOf", "readObject", "writeObject", "writeReplace", "readResolve");

  /** For whom a search was run is what its tests must see; nobody else needs to ask. */
  private static final Set<String> FOR_TESTS =
      Set.of("org.sparksmote.internal.knn.Neighbors.count");

  private static final class Toy {

    int used() {
      return 1;
    }

    int unused() {
      return used();
    }
  }

  @Test
  void everyInternalMethod_isCalledByTheProgram() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sparksmote");
    assertThat(unused(program)).containsExactlyInAnyOrderElementsOf(FOR_TESTS);
  }

  @Test
  void aMethodThatNobodyCalls_isFound() {
    assertThat(unused(new ClassFileImporter().importClasses(Toy.class)))
        .containsExactly(Toy.class.getName() + ".unused");
  }

  private static List<String> unused(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !isPublicApi(type))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> !isCalled(method) && !isCalledByOthers(method))
        .map(method -> method.getOwner().getName() + "." + method.getName())
        .sorted()
        .toList();
  }

  private static boolean isPublicApi(JavaClass type) {
    boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC);
    return visible && !type.getPackageName().startsWith("org.sparksmote.internal");
  }

  private static boolean isCalled(JavaMethod method) {
    return method.getAccessesToSelf().stream()
        .anyMatch(access -> !access.getOrigin().equals(method));
  }

  private static boolean isCalledByOthers(JavaMethod method) {
    boolean generated =
        method.getModifiers().contains(JavaModifier.SYNTHETIC)
            || method.getModifiers().contains(JavaModifier.BRIDGE);
    return generated
        || CALLED_BY_OTHERS.contains(method.getName())
        || isRecordField(method)
        || overrides(method);
  }

  private static boolean isRecordField(JavaMethod method) {
    return method.getOwner().isRecord()
        && method.getOwner().tryGetField(method.getName()).isPresent();
  }

  private static boolean overrides(JavaMethod method) {
    Class<?>[] parameters =
        Arrays.stream(method.reflect().getParameterTypes()).toArray(Class<?>[]::new);
    return method.getOwner().getAllRawSuperclasses().stream()
            .anyMatch(type -> declares(type, method.getName(), parameters.length))
        || method.getOwner().getAllRawInterfaces().stream()
            .anyMatch(type -> declares(type, method.getName(), parameters.length));
  }

  private static boolean declares(JavaClass type, String name, int parameters) {
    return Arrays.stream(type.reflect().getDeclaredMethods())
        .anyMatch(m -> m.getName().equals(name) && m.getParameterCount() == parameters);
  }
}
