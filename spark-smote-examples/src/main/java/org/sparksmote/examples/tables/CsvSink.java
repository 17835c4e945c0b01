// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.csv.CsvDialect;
import org.sparksmote.examples.csv.CsvPrinter;
import org.sparksmote.examples.csv.CsvTable;
import org.sparksmote.examples.csv.LineWriter;
import org.sparksmote.examples.csv.RowLayout;
import org.sparksmote.examples.files.FileParts;
import org.sparksmote.examples.files.MappedIterator;
import org.sparksmote.examples.files.OutputForm;
import org.sparksmote.examples.files.TextHash;
import org.sparksmote.examples.files.WrittenRows;
import org.sparksmote.report.SmoteSummary;

/**
 * Writes the rows of a CSV table as CSV: lines through Spark's text writer, since its CSV writer
 * would print every value again.
 */
public final class CsvSink implements Sink {

  private final CsvTable table;
  private final OutputForm form;
  private final CsvDialect dialect;
  private final RowLayout layout;
  private final Numbers numbers;
  private final Configuration conf;
  private final WrittenRows written;
  private boolean marks;
  private boolean weighs;
  private boolean dropsInvalid;
  private @Nullable String header;

  /** How new numbers are written. */
  public enum Numbers {
    LIKE_THEIR_COLUMN,
    IN_FULL
  }

  CsvSink(
      CsvTable table,
      OutputForm form,
      CsvDialect dialect,
      RowLayout layout,
      Numbers numbers,
      Configuration conf) {
    this.table = table;
    this.form = form;
    this.dialect = dialect;
    this.layout = layout;
    this.numbers = numbers;
    this.conf = conf;
    this.written = new WrittenRows(table.spark().sparkContext());
  }

  @Override
  public Smote prepare(Smote smote, Dataset<Row> data) {
    if (smote.isSet(smote.provenanceCol())) {
      throw new UsageException(
          "Cannot write provenanceCol to CSV, which has no structs. Name another --format.");
    }

    marks = smote.isSet(smote.syntheticCol());
    weighs = smote.isSet(smote.balanceWeightCol());
    dropsInvalid = smote.getHandleInvalid().equals("skip");
    return marks
        ? smote
        : smote.copy(ParamMap.empty()).setSyntheticCol(table.freeName("spark_smote_synthetic"));
  }

  @Override
  public void write(Dataset<Row> rows, SmoteSummary summary, String place) throws IOException {
    CsvPrinter.Plan plan =
        CsvPrinter.Plan.of(table, dialect, layout, numbers == Numbers.IN_FULL, marks, weighs);
    header = new CsvPrinter(plan).header(table.headers(), table.schema().fieldNames(), added(rows));
    long total = summary.classes().stream().mapToLong(SmoteSummary.ClassRows::has).sum();
    Lines print = new Lines(plan, written, header, hasPlainEnds());
    try (FileParts parts = FileParts.of(rows, form.files(), total)) {
      new LineWriter(dialect, table.headers().lineEnd(), form.format().label())
          .write(parts.rows().mapPartitions(print, Encoders.STRING()), new Path(place), conf);
    }
  }

  /** The mark stands before the weight; one that the user did not ask for is not written. */
  private List<String> added(Dataset<Row> rows) {
    List<String> names = List.of(rows.columns());
    int mark = names.size() - (weighs ? 2 : 1);
    return names.subList(marks ? mark : mark + 1, names.size());
  }

  private boolean hasPlainEnds() {
    return dialect.lineSeparator() == null && table.reader().dialect().lineSeparator() == null;
  }

  /** The lines of a task, counted while they pass. */
  private record Lines(
      CsvPrinter.Plan plan, WrittenRows written, @Nullable String header, boolean plainEnds)
      implements MapPartitionsFunction<Row, String> {

    @Override
    public Iterator<String> call(Iterator<Row> rows) {
      CsvPrinter printer = new CsvPrinter(plan);
      Iterator<String> lines = new MappedIterator<>(rows, row -> counted(row, printer.print(row)));
      return header == null ? lines : LineWriter.headed(header, lines);
    }

    private String counted(Row row, String line) {
      TextHash hash = TextHash.ofRecord(line, plainEnds);
      written.addWritten(hash);
      String text = plan.layout().text(row);
      if (text == null || plan.layout().isMade(row)) {
        written.addMade();
      } else {
        written.addRead(text.equals(line) ? hash : TextHash.ofRecord(text, plainEnds));
      }

      return line;
    }
  }

  @Override
  public void requireComplete(Dataset<Row> input, SmoteSummary summary, String place)
      throws IOException {
    boolean drops = dropsInvalid && summary.invalidRows() > 0;
    TextHash read = table.profile().hash().minus(drops ? dropped(input) : TextHash.NOTHING);
    long gone = summary.takenAway();
    require(
        gone == 0 ? written.read().equals(read) : written.read().lines() == read.lines() - gone,
        "the rows that were read are not those of the input");
    require(
        written.made() == summary.made() - summary.removedSynthetic(),
        "not as many rows were made as was planned");

    ReadBack.Found found = ReadBack.read(table.spark(), new Path(place), readBackDialect(), conf);
    TextHash first = header == null ? TextHash.NOTHING : TextHash.ofRecord(header, hasPlainEnds());
    TextHash expected = written.written().plus(first.times(found.files()));
    require(
        found.lines().equals(expected),
        "of "
            + expected.lines()
            + " lines that were written, "
            + found.lines().lines()
            + " were read back, or some of them have changed");
  }

  /** The output as lines: what a record is plays no part. */
  private CsvDialect readBackDialect() {
    String lineEnd = table.headers().lineEnd();
    boolean usual = lineEnd.equals("\n") || lineEnd.equals("\r\n") || lineEnd.equals("\r");
    return dialect.lineSeparator() == null && !usual
        ? new CsvDialect(
            dialect.options().under(OptionMap.of(java.util.Map.of("linesep", lineEnd))),
            dialect.maxColumns())
        : dialect;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(
          "Cannot finish the output: " + otherwise + ". Nothing was put in place; run again.");
    }
  }

  /** The rows that the sampler leaves out, since a feature or the label is missing or infinite. */
  private TextHash dropped(Dataset<Row> input) {
    RowLayout rowLayout = layout;
    boolean plainEnds = hasPlainEnds();
    MapPartitionsFunction<Row, Row> sum =
        rows -> {
          TextHash all = TextHash.NOTHING;
          while (rows.hasNext()) {
            Row row = rows.next();
            String text = rowLayout.text(row);
            all =
                text == null || rowLayout.isValid(row)
                    ? all
                    : all.plus(TextHash.ofRecord(text, plainEnds));
          }

          return List.of(all.toRow()).iterator();
        };
    return TextHash.sum(input.mapPartitions(sum, Encoders.row(TextHash.SCHEMA)).collectAsList());
  }
}
