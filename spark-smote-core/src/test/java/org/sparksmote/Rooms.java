// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of rooms: packages, what each is there for, which of its types others may use, and
 * which rooms it may use itself.
 */
final class Rooms {

  private static final String ROOT = "org.sparksmote";

  /**
   * A room.
   *
   * @param marks {@code pure} if it knows no Spark, {@code public} if users may know it
   */
  record Room(String name, Set<String> marks, String job, Set<String> doors, Set<String> uses) {

    boolean isPublic() {
      return marks.contains("public");
    }

    private static Room of(String line) {
      String[] cells = line.split(" \\| ?", -1);
      return new Room(
          cells[0].strip(), words(cells[1]), cells[2], words(cells[3]), words(cells[4]));
    }

    private static Set<String> words(String cell) {
      return new TreeSet<>(Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList());
    }
  }

  private final Map<String, Room> rooms = new LinkedHashMap<>();

  private Rooms() {}

  /** The table in a text, bottom first. */
  static Rooms of(List<String> lines) {
    Rooms table = new Rooms();
    lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(Room::of)
        .forEach(room -> table.rooms.put(room.name(), room));
    return table;
  }

  List<Room> all() {
    return List.copyOf(rooms.values());
  }

  /** How many floors are below a room. */
  int floor(Room room) {
    return room.uses().stream().mapToInt(used -> 1 + floor(room(used))).max().orElse(0);
  }

  private Room room(String name) {
    Room room = rooms.get(name);
    if (room == null) {
      throw new IllegalArgumentException("No room " + name);
    }

    return room;
  }

  /** What is wrong with the table itself: a room may use only rooms that stand above it. */
  List<String> upwards() {
    List<String> wrong = new ArrayList<>();
    Set<String> above = new TreeSet<>();
    for (Room room : rooms.values()) {
      room.uses().stream()
          .filter(used -> !above.contains(used))
          .forEach(used -> wrong.add(room.name() + " uses " + used + ", which is not below it"));
      above.add(room.name());
    }

    return wrong;
  }

  /** Arrows that the table does not allow, and allowed ones that nobody needs. */
  List<String> wrongArrows(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    arrows(classes)
        .forEach(
            arrow -> found.add(of(arrow.getOriginClass()) + " uses " + of(arrow.getTargetClass())));
    return difference(
        found, listed(room -> room.uses().stream().map(used -> room.name() + " uses " + used)));
  }

  /** Types that are used from elsewhere or public, and are no doors; doors that nobody uses. */
  List<String> wrongDoors(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    arrows(classes).forEach(arrow -> found.add(door(arrow.getTargetClass())));
    for (JavaClass type : classes) {
      boolean isDoor = room(of(type)).isPublic() || found.contains(door(type));
      if (type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass()) {
        found.add(door(type) + (isDoor ? "" : " (public, used by no other room)"));
      }
    }

    return difference(
        found, listed(room -> room.doors().stream().map(door -> room.name() + " has " + door)));
  }

  /** Classes of pure rooms that know Spark, Scala or Hadoop. */
  List<String> impure(JavaClasses classes) {
    return classes.stream()
        .filter(type -> room(of(type)).marks().contains("pure"))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(used -> used.getTargetClass().getPackageName().matches("(org\\.apache|scala)\\..*"))
        .map(Dependency::getDescription)
        .toList();
  }

  /** Packages that the table does not know. */
  static List<String> unknown(JavaClasses classes, Rooms table) {
    return classes.stream()
        .map(Rooms::of)
        .filter(name -> !table.rooms.containsKey(name))
        .distinct()
        .toList();
  }

  private static Stream<Dependency> arrows(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(used -> isOurs(used.getTargetClass()))
        .filter(used -> !of(used.getOriginClass()).equals(of(used.getTargetClass())));
  }

  private static boolean isOurs(JavaClass type) {
    String name = type.getPackageName();
    return !type.isArray() && (name.equals(ROOT) || name.startsWith(ROOT + "."));
  }

  private static String of(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "-" : name.substring(ROOT.length() + 1);
  }

  private static String door(JavaClass type) {
    return of(type) + " has " + outermost(type);
  }

  private static String outermost(JavaClass type) {
    @Nullable JavaClass outer = type.getEnclosingClass().orElse(null);
    return outer == null ? type.getSimpleName() : outermost(outer);
  }

  private Set<String> listed(java.util.function.Function<Room, Stream<String>> of) {
    return new TreeSet<>(rooms.values().stream().flatMap(of).toList());
  }

  private static List<String> difference(Set<String> found, Set<String> listed) {
    return Stream.concat(
            found.stream()
                .filter(one -> !listed.contains(one))
                .map(one -> "not in the table: " + one),
            listed.stream()
                .filter(one -> !found.contains(one))
                .map(one -> "only in the table: " + one))
        .toList();
  }
}
