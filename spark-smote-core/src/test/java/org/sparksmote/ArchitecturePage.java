// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of docs/architecture.md that the table of rooms gives: a picture and a table. */
final class ArchitecturePage {

  private static final String START = "<!-- rooms: written by RoomsTest, -Dpages=write -->\n";

  private static final String END = "<!-- end of rooms -->\n";

  private ArchitecturePage() {}

  /** The page with the picture and the table of these rooms. */
  static String with(String page, Rooms rooms) {
    int from = page.indexOf(START) + START.length();
    int to = page.indexOf(END);
    return page.substring(0, from) + picture(rooms) + table(rooms) + page.substring(to);
  }

  /** Rooms by floor; of the arrows those that no other way replaces. */
  private static String picture(Rooms rooms) {
    Map<Integer, List<Rooms.Room>> floors = new TreeMap<>(Comparator.reverseOrder());
    rooms
        .all()
        .forEach(
            room -> floors.computeIfAbsent(rooms.floor(room), any -> new ArrayList<>()).add(room));
    StringBuilder text = new StringBuilder("```mermaid\nflowchart TD\n");
    floors.values().stream()
        .flatMap(List::stream)
        .forEach(
            room ->
                text.append("  ")
                    .append(id(room.name()))
                    .append("[\"")
                    .append(shown(room.name()))
                    .append("\"]\n"));
    for (Rooms.Room room : rooms.all()) {
      room.uses().stream()
          .filter(used -> !isReachedOtherwise(rooms, room, used))
          .forEach(
              used ->
                  text.append("  ")
                      .append(id(room.name()))
                      .append(" --> ")
                      .append(id(used))
                      .append('\n'));
    }

    return text.append("```\n\n").toString();
  }

  private static boolean isReachedOtherwise(Rooms rooms, Rooms.Room room, String used) {
    return rooms.all().stream()
        .filter(between -> room.uses().contains(between.name()))
        .anyMatch(between -> reaches(rooms, between, used));
  }

  private static boolean reaches(Rooms rooms, Rooms.Room from, String used) {
    return from.uses().contains(used)
        || rooms.all().stream()
            .filter(next -> from.uses().contains(next.name()))
            .anyMatch(next -> reaches(rooms, next, used));
  }

  private static String table(Rooms rooms) {
    StringBuilder text =
        new StringBuilder("| Floor | Room | Its job | Doors | May use |\n|---|---|---|---|---|\n");
    for (int i = rooms.all().size() - 1; i >= 0; i--) {
      Rooms.Room room = rooms.all().get(i);
      text.append("| ")
          .append(rooms.floor(room))
          .append(" | `")
          .append(shown(room.name()))
          .append('`');
      text.append(marks(room)).append(" | ").append(room.job()).append(" | ");
      text.append(String.join(" ", room.doors())).append(" | ");
      text.append(
          room.uses().stream().map(ArchitecturePage::shown).collect(Collectors.joining(" ")));
      text.append(" |\n");
    }

    return text.append('\n').toString();
  }

  private static String marks(Rooms.Room room) {
    return room.marks().isEmpty() ? "" : " (" + String.join(", ", room.marks()) + ")";
  }

  private static String shown(String room) {
    return room.equals("-") ? "org.sparksmote" : room.replace("internal.", "");
  }

  private static String id(String room) {
    return room.equals("-") ? "stages" : room.replace('.', '_');
  }
}
