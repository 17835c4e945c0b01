// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.util.ArrayList;
import java.util.Collections;
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

  /** The label and the counts of rows, which every table begins with. */
  private static final int COUNTS = 4;

  static ClassReport of(SmoteSummary summary, Map<String, NeighborQuality> quality) {
    return new ClassReport(summary, Map.copyOf(quality));
  }

  /** The table of a run that only counts. */
  static String plan(SmoteSummary summary) {
    TextTable table = new TextTable("class", "had", "to make", "will have", "note");
    for (ClassRows rows : summary.classes()) {
      List<String> cells = new ArrayList<>(rows.cells().subList(0, COUNTS));
      cells.add(rows.note());
      table.row(cells.toArray(new String[0]));
    }

    return table.row(total(summary, 1)) + alike(summary);
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

  /** The last line, with {@code rest} empty cells behind its counts. */
  private static String[] total(SmoteSummary summary, int rest) {
    long had = summary.classes().stream().mapToLong(ClassRows::had).sum();
    long has = summary.classes().stream().mapToLong(ClassRows::has).sum();
    List<String> cells = new ArrayList<>();
    cells.add("all");
    cells.add(TextTable.count(had));
    cells.add(TextTable.count(summary.made()));
    cells.add(TextTable.count(has));
    cells.addAll(Collections.nCopies(rest, ""));
    return cells.toArray(new String[0]);
  }

  /** The figures of one class as fields of the JSON report. */
  List<Map<String, Object>> fields() {
    return summary.classes().stream().map(this::fields).toList();
  }

  private Map<String, Object> fields(ClassRows rows) {
    Map<String, Object> fields = new LinkedHashMap<>(measured(rows).fields());
    fields.put("has", rows.has());
    if (isInterpolated(rows)) {
      fields.put("meanDistanceRatio", distanceRatio(rows));
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

  /** The same figures with the effective k that a sample of neighbours has told. */
  private ClassRows measured(ClassRows rows) {
    return isInterpolated(rows)
        ? new ClassRows(
            rows.label(),
            rows.had(),
            rows.made(),
            rows.removed(),
            rows.kNeighbors(),
            rows.search(),
            rows.buckets(),
            effectiveK(rows),
            rows.note(),
            rows.removedOriginal(),
            rows.removedSynthetic())
        : rows;
  }

  /** The library's columns and one more, before the note, which may be long. */
  private static String[] withRatio(List<String> cells, String ratio) {
    List<String> all = new ArrayList<>(cells);
    all.add(cells.size() - 1, ratio);
    return all.toArray(new String[0]);
  }

  /** The table of a run. */
  @Override
  public String toString() {
    TextTable table = new TextTable(withRatio(SmoteSummary.COLUMNS, "distance ratio"));
    for (ClassRows rows : summary.classes()) {
      String ratio = isInterpolated(rows) ? TextTable.decimal(distanceRatio(rows)) : "";
      table.row(withRatio(measured(rows).cells(), ratio));
    }

    String invalid =
        summary.invalidRows() == 0
            ? ""
            : "  rows with a missing or infinite value: "
                + TextTable.count(summary.invalidRows())
                + System.lineSeparator();
    return table.row(total(summary, SmoteSummary.COLUMNS.size() + 1 - COUNTS))
        + invalid
        + alike(summary)
        + summary.describeRemoved()
        + summary.describePriors();
  }
}
