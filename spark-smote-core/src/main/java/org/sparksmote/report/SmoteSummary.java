// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a resampling does to each class: rows there were, rows that are made, how they are made. The
 * figures come from the counting pass; the rows made are exact.
 */
public final class SmoteSummary {

  /**
   * One class.
   *
   * @param label the label as text
   * @param had rows of the class in the input, without those that are skipped as invalid
   * @param made synthetic rows
   * @param removed rows that are taken away; 0 unless the class shrinks
   * @param kNeighbors neighbours per row, after {@code smallClass=shrinkK}; 0 when none are
   *     searched
   * @param search exact, approximate, copies, or none when the class is not touched or the variant
   *     needs no neighbours
   * @param buckets parts in which the class is searched
   * @param effectiveK neighbours at which an exact search has partners as far away, on average: k
   *     when the search is exact; measured on a sample of each bucket, among the rows that the
   *     bucket has, when the rows are made, over the share of neighbours that buckets have, which
   *     is estimated from the sample that they were learned from; 0 before that, and when nothing
   *     is searched
   * @param note why this differs from what was asked, or empty
   * @param removedOriginal original rows that a cleaning takes away
   * @param removedSynthetic synthetic rows that it takes away, of those made
   */
  public record ClassRows(
      String label,
      long had,
      long made,
      long removed,
      int kNeighbors,
      String search,
      int buckets,
      double effectiveK,
      String note,
      long removedOriginal,
      long removedSynthetic) {

    /** Of a class that is not cleaned. */
    public ClassRows(
        String label,
        long had,
        long made,
        long removed,
        int kNeighbors,
        String search,
        int buckets,
        double effectiveK,
        String note) {
      this(label, had, made, removed, kNeighbors, search, buckets, effectiveK, note, 0, 0);
    }

    /** Rows of the class in the output. */
    public long has() {
      return had - removed + made - removedOriginal - removedSynthetic;
    }

    /** The figures by name, as JSON has them; rows taken away only if there are any. */
    public Map<String, Object> fields() {
      return SummaryJson.fields(this);
    }

    /** The figures as texts, in the order of {@link SmoteSummary#COLUMNS}, as tables have them. */
    public List<String> cells() {
      return List.of(
          label,
          grouped(had),
          grouped(made),
          grouped(has()),
          Integer.toString(kNeighbors),
          search,
          effectiveK == 0 ? "" : String.format(Locale.ROOT, "%.2f", effectiveK),
          note);
    }
  }

  /** The heads of the table for people: a class, its figures, and last the note. */
  public static final List<String> COLUMNS =
      List.of("class", "had", "made", "has", "k", "search", "eff. k", "note");

  private static final String PRIORS_CHANGED =
      "Probabilities of models fitted on these rows follow the new shares of the classes (trees and"
          + " forests: calibrate on rows that were not resampled):";

  private final List<ClassRows> classes;
  private final long invalidRows;

  private SmoteSummary(List<ClassRows> classes, long invalidRows) {
    this.classes = List.copyOf(classes);
    this.invalidRows = invalidRows;
  }

  /**
   * A summary of what was made.
   *
   * @param classes by ascending label
   * @param invalidRows kept unused, or skipped
   */
  public static SmoteSummary of(List<ClassRows> classes, long invalidRows) {
    return new SmoteSummary(classes, invalidRows);
  }

  /** The classes by ascending label. */
  public List<ClassRows> classes() {
    return classes;
  }

  /** Rows with a null, NaN or infinite label or feature: kept unused, or skipped. */
  public long invalidRows() {
    return invalidRows;
  }

  /** Synthetic rows of all classes. */
  public long made() {
    return classes.stream().mapToLong(ClassRows::made).sum();
  }

  /** Original rows of all classes that are taken away: of classes that shrink, or by a cleaning. */
  public long takenAway() {
    return classes.stream().mapToLong(rows -> rows.removed() + rows.removedOriginal()).sum();
  }

  /** Synthetic rows of all classes that a cleaning takes away, of those made. */
  public long removedSynthetic() {
    return classes.stream().mapToLong(ClassRows::removedSynthetic).sum();
  }

  /**
   * The shares of the classes before and after, by ascending label; what they do to the
   * probabilities of a model is said there. Empty if there are no rows.
   */
  public List<Prior> priors() {
    double had = classes.stream().mapToLong(ClassRows::had).sum();
    double has = classes.stream().mapToLong(ClassRows::has).sum();
    return had == 0 || has == 0
        ? List.of()
        : classes.stream()
            .map(rows -> new Prior(rows.label(), rows.had() / had, rows.has() / has))
            .toList();
  }

  /**
   * What the resampling does to the probabilities of a model that is fitted on its rows: a line per
   * class that grew, or nothing if none did.
   */
  public String describePriors() {
    StringBuilder text = new StringBuilder();
    List<Prior> priors = priors();
    for (int c = 0; c < priors.size(); c++) {
      if (classes.get(c).made() > 0) {
        text.append("  ").append(priors.get(c)).append(System.lineSeparator());
      }
    }

    return text.isEmpty() ? "" : PRIORS_CHANGED + System.lineSeparator() + text;
  }

  /**
   * What a cleaning takes away of the rows that there were and of those that were made: a line per
   * class, or nothing if it takes none.
   */
  public String describeRemoved() {
    StringBuilder text = new StringBuilder();
    for (ClassRows rows : classes) {
      if (rows.removedOriginal() + rows.removedSynthetic() > 0) {
        text.append("  ")
            .append(rows.label())
            .append(": ")
            .append(grouped(rows.removedOriginal()))
            .append(" of ")
            .append(grouped(rows.had()))
            .append(" original, ")
            .append(grouped(rows.removedSynthetic()))
            .append(" of ")
            .append(grouped(rows.made()))
            .append(" synthetic rows")
            .append(rows.has() == 0 ? ": the whole class" : "")
            .append(System.lineSeparator());
      }
    }

    return text.isEmpty() ? "" : "Removed by cleaning:" + System.lineSeparator() + text;
  }

  /** The summary as a JSON object with the fields {@code invalidRows} and {@code classes}. */
  public String toJson() {
    return SummaryJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param owner whose summary it is, for errors
   * @throws org.sparksmote.errors.SmoteException if it is something else, or what no resampling can
   *     have had as its result
   */
  public static SmoteSummary fromJson(String owner, String json) {
    return SummaryJson.read(owner, json);
  }

  /** A table for people. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(line(COLUMNS));
    classes.forEach(rows -> table.append(line(rows.cells())));
    return table.append(describeRemoved()).append(describePriors()).toString();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String line(List<String> cells) {
    return String.format(Locale.ROOT, "%-20s %14s %14s %14s %4s  %-12s %6s  %s", cells.toArray())
            .stripTrailing()
        + System.lineSeparator();
  }
}
