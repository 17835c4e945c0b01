// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of the command line use each other as their table says, and only downwards. */
class ExampleRoomsTest {

  private static final Path MAIN = Path.of("src/main/java/org/sparksmote/examples");

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?org\\.sparksmote\\.examples\\.(?:([a-z]+)\\.)?[A-Z].*");

  private static List<String> table() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/rooms.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** Rooms and those that they may use, by a table. */
  private static Map<String, Set<String>> allowed(List<String> table) {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (String line : table) {
      String[] cells = line.split(" \\| ?", -1);
      allowed.put(cells[0], words(cells[2]));
    }

    return allowed;
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same by the imports of the sources. */
  private static Map<String, Set<String>> found() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path folder = MAIN.relativize(file.getParent());
        String room = folder.toString().isEmpty() ? "-" : folder.toString();
        Set<String> used = found.computeIfAbsent(room, any -> new TreeSet<>());
        for (String line : Files.readAllLines(file)) {
          Matcher imported = IMPORT.matcher(line);
          if (imported.matches() && !room.equals(imported.group(1))) {
            used.add(imported.group(1) == null ? "-" : imported.group(1));
          }
        }
      }
    }

    return found;
  }

  private static List<String> upwards(List<String> table) {
    List<String> wrong = new ArrayList<>();
    Set<String> above = new HashSet<>();
    Map<String, Set<String>> allowed = allowed(table);
    for (String line : table) {
      String room = line.split(" ")[0];
      allowed.getOrDefault(room, Set.of()).stream()
          .filter(used -> !above.contains(used))
          .forEach(used -> wrong.add(room + " -> " + used));
      above.add(room);
    }

    return wrong;
  }

  @Test
  void rooms_useWhatTheTableSays() throws IOException {
    assertThat(found()).isEqualTo(allowed(table()));
  }

  @Test
  void noArrowGoesUp() throws IOException {
    assertThat(upwards(table())).isEmpty();
    assertThat(upwards(List.of("cli | options | files", "files | paths | cli")))
        .containsExactly("cli -> files");
  }
}
