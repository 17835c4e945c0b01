// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.csv.CSVInferSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.files.TextHash;

/**
 * What all rows tell of the columns of a CSV table: their types as Spark infers them, and how their
 * numbers are written. Made record by record in each task, then merged.
 */
public final class CsvProfile {

  /** How a profile travels: a row for each task. */
  static final StructType SCHEMA =
      new StructType()
          .add("rows", DataTypes.LongType)
          .add("lines", DataTypes.LongType)
          .add("sum", DataTypes.LongType)
          .add("types", DataTypes.createArrayType(DataTypes.StringType))
          .add("styles", DataTypes.createArrayType(DataTypes.StringType))
          .add("words", DataTypes.createArrayType(FewWords.SCHEMA))
          .add("problem", DataTypes.StringType);

  private static final int PROBLEM = SCHEMA.fieldIndex("problem");

  private final CSVInferSchema inference;
  private final int label;
  private final String missing;
  private final boolean plainEnds;
  private final DataType[] types;
  private final ColumnStyle[] styles;
  private final FewWords[] words;
  private long rows;
  private TextHash hash = TextHash.NOTHING;
  private @Nullable String problem;

  /**
   * An empty profile.
   *
   * @param label the column of classes, or -1
   */
  CsvProfile(CsvDialect dialect, int columns, int label) {
    this.label = label;
    this.missing = dialect.spark().nullValue();
    this.inference = new CSVInferSchema(dialect.spark());
    boolean infers = !"false".equalsIgnoreCase(dialect.options().get("inferschema"));
    this.plainEnds = dialect.lineSeparator() == null;
    this.types = new DataType[columns];
    Arrays.fill(types, infers ? DataTypes.NullType : DataTypes.StringType);
    this.styles = new ColumnStyle[columns];
    Arrays.setAll(styles, i -> new ColumnStyle());
    this.words = new FewWords[columns];
    Arrays.setAll(words, i -> new FewWords());
  }

  /** Looks at all records of a task; stops at the first that is wrong, whose problem it keeps. */
  CsvProfile addAll(CsvRecords records) {
    try {
      while (records.hasNext()) {
        add(records.next());
      }
    } catch (BadDataException e) {
      problem = e.getMessage();
    }

    return this;
  }

  private void add(CsvRecord record) {
    rows++;
    hash = hash.plus(TextHash.ofRecord(record.text(), plainEnds));
    @Nullable String[] fields = record.fields();
    for (int i = 0; i < types.length; i++) {
      String text = fields[i];
      if (text != null && !(types[i] instanceof StringType)) {
        types[i] = isOfJava(text) ? DataTypes.StringType : inference.inferField(types[i], text);
        styles[i].add(text);
        if (i == label) {
          styles[i].addLabel(text);
        }
      }

      if (text != null && !text.isEmpty() && !text.equals(missing)) {
        words[i].add(text, types[i] instanceof NumericType);
      }
    }
  }

  /** Seat 12D is no number, although Java reads it as one of type double. */
  private static boolean isOfJava(String text) {
    int last = text.length() - 1;
    return last > 0
        && "dDfF".indexOf(text.charAt(last)) >= 0
        && (Character.isDigit(text.charAt(last - 1)) || text.charAt(last - 1) == '.');
  }

  Row toRow() {
    return RowFactory.create(
        rows,
        hash.lines(),
        hash.sum(),
        Arrays.stream(types).map(DataType::json).toArray(String[]::new),
        Arrays.stream(styles).map(ColumnStyle::toString).toArray(String[]::new),
        Arrays.stream(words).map(FewWords::toRow).toArray(Row[]::new),
        problem);
  }

  /** Takes in what another task found, in the order of the files: the first problem is thrown. */
  void merge(Row row) {
    if (!row.isNullAt(PROBLEM)) {
      throw new BadDataException(row.getString(PROBLEM));
    }

    rows += row.getLong(0);
    hash = hash.plus(new TextHash(row.getLong(1), row.getLong(2)));
    List<String> otherTypes = row.getList(3);
    List<String> otherStyles = row.getList(4);
    List<Row> otherWords = row.getList(5);
    DataType[] others = otherTypes.stream().map(DataType::fromJson).toArray(DataType[]::new);
    System.arraycopy(inference.mergeRowTypes(types, others), 0, types, 0, types.length);
    for (int i = 0; i < styles.length; i++) {
      styles[i] = styles[i].merge(ColumnStyle.parse(otherStyles.get(i)));
      words[i].merge(otherWords.get(i));
    }
  }

  public FewWords words(int column) {
    return words[column];
  }

  long rows() {
    return rows;
  }

  public TextHash hash() {
    return hash;
  }

  ColumnStyle style(int column) {
    return styles[column];
  }

  /** The types of all columns; one without a value is a text. */
  public List<DataType> types() {
    return IntStream.range(0, types.length)
        .mapToObj(i -> types[i] instanceof NullType ? DataTypes.StringType : types[i])
        .toList();
  }
}
