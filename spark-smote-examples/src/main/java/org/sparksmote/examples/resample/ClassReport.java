// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sparksmote.examples.cli.TextTable;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.report.SmoteSummary.ClassRows;

/**
 * The figures of a run per class: rows before and after, and how near the neighbours were.
 *
 * @param summary what the library did
 * @param quality neighbours found against the true ones, for classes searched approximately
 */
record ClassReport(SmoteSummary summary, Map<String, NeighborQuality> quality) {

  static ClassReport of(SmoteSummary summary, Map<String, NeighborQuality> quality) {
    return new ClassReport(summary, Map.copyOf(quality));
  }

  /** The table of a run that only counts. */
  static String plan(SmoteSummary summary) {
    TextTable table = new TextTable("class", "had", "to make", "will have", "note");
    for (ClassRows rows : summary.classes()) {
      table.row(
          rows.label(),
          TextTable.count(rows.had()),
          TextTable.count(rows.made()),
          TextTable.count(rows.has()),
          rows.note());
    }

    return table.row(total(summary, "")) + alike(summary);
  }

  /** A line of warning for labels that nobody would tell apart. */
  private static String alike(SmoteSummary summary) {
    Map<String, List<String>> labels = new TreeMap<>();
    for (ClassRows rows : summary.classes()) {
      String bare = rows.label().strip().toLowerCase(Locale.ROOT);
      labels.computeIfAbsent(bare, any -> new ArrayList<>()).add("'" + rows.label() + "'");
    }

    StringBuilder lines = new StringBuilder();
    for (List<String> same : labels.values()) {
      if (same.size() > 1) {
        lines.append("  Warning: the classes ").append(String.join(" and ", same));
        lines.append(" differ only by blanks or case\n");
      }
    }

    return lines.toString();
  }

  private static String[] total(SmoteSummary summary, String... rest) {
    long had = summary.classes().stream().mapToLong(ClassRows::had).sum();
    String[] cells = new String[4 + rest.length];
    cells[0] = "all";
    cells[1] = TextTable.count(had);
    cells[2] = TextTable.count(summary.made());
    cells[3] = TextTable.count(had + summary.made());
    System.arraycopy(rest, 0, cells, 4, rest.length);
    return cells;
  }

  /** The figures of one class as fields of the JSON report. */
  List<Map<String, Object>> fields() {
    return summary.classes().stream().map(this::fields).toList();
  }

  private Map<String, Object> fields(ClassRows rows) {
    Map<String, Object> fields = new LinkedHashMap<>(rows.fields());
    fields.put("has", rows.has());
    if (isInterpolated(rows)) {
      fields.put("meanDistanceRatio", distanceRatio(rows));
      fields.put("effectiveK", effectiveK(rows));
    }

    NeighborQuality found = quality.get(rows.label());
    if (found != null) {
      fields.put("recall", found.recall());
      fields.put("sampledRows", found.sampled());
    }

    return fields;
  }

  private static boolean isInterpolated(ClassRows rows) {
    return rows.kNeighbors() > 0;
  }

  private double distanceRatio(ClassRows rows) {
    NeighborQuality found = quality.get(rows.label());
    return found == null ? 1 : found.meanDistanceRatio();
  }

  private double effectiveK(ClassRows rows) {
    NeighborQuality found = quality.get(rows.label());
    return found == null ? rows.kNeighbors() : found.effectiveK();
  }

  /** The table of a run. */
  @Override
  public String toString() {
    TextTable table =
        new TextTable(
            "class", "had", "made", "has", "k", "search", "effective k", "distance ratio", "note");
    for (ClassRows rows : summary.classes()) {
      boolean near = isInterpolated(rows);
      table.row(
          rows.label(),
          TextTable.count(rows.had()),
          TextTable.count(rows.made()),
          TextTable.count(rows.has()),
          near ? Integer.toString(rows.kNeighbors()) : "",
          rows.search(),
          near ? TextTable.tenths(effectiveK(rows)) : "",
          near ? TextTable.decimal(distanceRatio(rows)) : "",
          rows.note());
    }

    String invalid =
        summary.invalidRows() == 0
            ? ""
            : "  rows with a missing or infinite value: "
                + TextTable.count(summary.invalidRows())
                + System.lineSeparator();
    return table.row(total(summary, "", "", "", "", ""))
        + invalid
        + alike(summary)
        + summary.describePriors();
  }
}
