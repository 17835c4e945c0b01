// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Prints the rows of a run. A row that was read is its record, letter by letter, where the output
 * is written like the input, else the values of its fields. A synthetic row has its own values, in
 * the style of their columns, among those of the record that it was copied from, if any.
 */
public final class CsvPrinter {

  /**
   * What a printer needs to know, to be sent to tasks.
   *
   * @param read how records are written in
   * @param written how they are written out
   * @param columns fields of a record
   * @param layout where the cells of a row are
   * @param places for each typed column its field
   * @param styles for each typed column how values are written
   * @param full whether numbers are written in full, whatever the style
   * @param marks whether a column tells synthetic rows
   * @param weighs whether a column holds weights of classes
   */
  public record Plan(
      CsvDialect read,
      CsvDialect written,
      int columns,
      RowLayout layout,
      int[] places,
      ColumnStyle[] styles,
      boolean full,
      boolean marks,
      boolean weighs)
      implements Serializable {

    public static Plan of(
        CsvTable table,
        CsvDialect written,
        RowLayout layout,
        boolean full,
        boolean marks,
        boolean weighs) {
      int[] places =
          Arrays.stream(layout.columns().fieldNames())
              .mapToInt(table.schema()::fieldIndex)
              .toArray();
      return new Plan(
          table.reader().dialect(),
          written.withColumns(table.schema().size() + 2),
          table.schema().size(),
          layout,
          places,
          Arrays.stream(places).mapToObj(table.profile()::style).toArray(ColumnStyle[]::new),
          full,
          marks,
          weighs);
    }
  }

  private final Plan plan;
  private final boolean verbatim;
  private final CsvParser parser;
  private final CsvWriter writer;
  private final CsvCell cell;
  private final String separator;
  private final @Nullable String nothing;
  private final boolean otherMissing;

  public CsvPrinter(Plan plan) {
    this.plan = plan;
    this.verbatim = plan.read.readsLike(plan.written) && !plan.read.isLenient();
    this.parser = plan.read.parser("\n");
    this.writer = plan.written.writer();
    this.cell = new CsvCell(plan.read);
    this.separator = plan.written.spark().delimiter();
    String missing = plan.written.spark().nullValue();
    this.nothing = missing.isEmpty() ? null : missing;
    this.otherMissing = !missing.equals(plan.read.spark().nullValue());
  }

  /** Prints a row: the typed columns, the record, whether it is synthetic, and its weight. */
  public String print(Row row) {
    String record = plan.layout.text(row);
    boolean made = plan.layout.isMade(row);
    List<String> added = added(row, made);
    if (!made && verbatim && record != null) {
      return added.isEmpty()
          ? record
          : record + separator + writer.writeRowToString(added.toArray(new String[0]));
    }

    @Nullable String[] fields = fields(record);
    if (made) {
      @Nullable Object[] values = plan.layout.values(row);
      for (int i = 0; i < values.length; i++) {
        String text = plan.styles[i].print(values[i], plan.layout.type(i), plan.full);
        fields[plan.places[i]] = text == null ? nothing : text;
      }
    }

    return line(fields, added);
  }

  private List<String> added(Row row, boolean made) {
    List<String> added = new ArrayList<>();
    if (plan.marks) {
      added.add(Boolean.toString(made));
    }

    if (plan.weighs) {
      added.add(plan.layout.weight(row));
    }

    return added;
  }

  private @Nullable String[] fields(@Nullable String record) {
    @Nullable String[] fields = new String[plan.columns];
    if (record == null) {
      Arrays.fill(fields, nothing);
      return fields;
    }

    @Nullable String[] there = parser.parseLine(record);
    System.arraycopy(there, 0, fields, 0, Math.min(there.length, fields.length));
    for (int i = 0; otherMissing && i < fields.length; i++) {
      fields[i] = cell.isMissing(fields[i]) ? nothing : fields[i];
    }

    return fields;
  }

  private String line(@Nullable String[] fields, List<String> added) {
    @Nullable String[] all = Arrays.copyOf(fields, plan.columns + added.size());
    for (int i = 0; i < added.size(); i++) {
      all[plan.columns + i] = added.get(i);
    }

    return writer.writeRowToString(all);
  }

  /**
   * The first line of every file, or null if there is none.
   *
   * @param added the names of the columns that a record does not have
   */
  public @Nullable String header(CsvHeaders headers, String[] names, List<String> added) {
    if (!plan.written.hasHeader()) {
      return null;
    }

    boolean stands = verbatim && plan.read.hasHeader();
    List<String> all = new ArrayList<>(List.of(names));
    for (int i = 0; plan.read.hasHeader() && i < headers.names().size(); i++) {
      all.set(i, headers.names().get(i));
    }

    all.addAll(added);
    List<String> rest = stands ? all.subList(headers.names().size(), all.size()) : all;
    String printed = rest.isEmpty() ? "" : writer.writeRowToString(nulls(rest));
    String glue = stands && !rest.isEmpty() ? separator : "";
    return (stands ? headers.text() : "") + glue + printed;
  }

  /** Names without a letter as nothing: two quotes would stand for them else. */
  private static @Nullable String[] nulls(List<String> names) {
    return names.stream().map(name -> name.isEmpty() ? null : name).toArray(String[]::new);
  }
}
