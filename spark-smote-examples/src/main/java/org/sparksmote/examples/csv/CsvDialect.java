// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.InputFiles;
import scala.Tuple2;
import scala.collection.immutable.Map$;

/**
 * How CSV is written down: by Spark's options, with Spark's parser and writer. Only that a value is
 * missing or empty is not judged here: a field's text is what stands there.
 *
 * @param options Spark's options by lower-case name
 * @param maxColumns so many fields are in a record at most
 */
public record CsvDialect(OptionMap options, int maxColumns) implements Serializable {

  /** What Spark takes if nothing else is said. */
  private static final int MAX_COLUMNS = 20480;

  private static final Set<String> READ =
      Set.of(
          "sep",
          "encoding",
          "quote",
          "escape",
          "chartoescapequoteescaping",
          "comment",
          "header",
          "inferschema",
          "ignoreleadingwhitespace",
          "ignoretrailingwhitespace",
          "nullvalue",
          "emptyvalue",
          "nanvalue",
          "positiveinf",
          "negativeinf",
          "dateformat",
          "timestampformat",
          "timestampntzformat",
          "enabledatetimeparsingfallback",
          "preferdate",
          "timezone",
          "locale",
          "maxcolumns",
          "maxcharspercolumn",
          "mode",
          "multiline",
          "linesep",
          "inputbuffersize",
          "unescapedquotehandling",
          "enforceschema",
          InputFiles.NAME_FILTER,
          InputFiles.NO_FOLDER_COLUMNS);

  private static final Set<String> WRITTEN =
      Set.of(
          "sep",
          "encoding",
          "quote",
          "escape",
          "chartoescapequoteescaping",
          "header",
          "nullvalue",
          "emptyvalue",
          "quoteall",
          "escapequotes",
          "ignoreleadingwhitespace",
          "ignoretrailingwhitespace",
          "linesep",
          "compression");

  /**
   * What a table is written with as it was read, unless the user says otherwise; the delimiter too,
   * but not from CSV to TSV or back.
   */
  private static final Set<String> KEPT =
      Set.of("quote", "escape", "chartoescapequoteescaping", "header", "nullvalue");

  /** The dialect of an input, which is CSV or TSV. */
  public static CsvDialect ofInput(DataFormat format, Map<String, String> given) {
    OptionMap options = OptionMap.of(given);
    options.refuseAllBut(READ, "--input-option", format.name());
    CsvDialect dialect =
        new CsvDialect(OptionMap.of(format.readOptions()).under(options), MAX_COLUMNS);
    dialect.charset();
    return dialect;
  }

  /** The dialect of an output: that of the input where the user does not say otherwise. */
  public CsvDialect toOutput(DataFormat read, DataFormat format, Map<String, String> given) {
    OptionMap options = OptionMap.of(given);
    options.refuseAllBut(WRITTEN, "--output-option", format.name());
    OptionMap kept = OptionMap.of(format.writeOptions()).under(this.options.only(KEPT));
    kept = read == format ? kept.under(this.options.only(Set.of("sep"))) : kept;
    CsvDialect dialect = new CsvDialect(kept.under(options), maxColumns);
    dialect.charset();
    return dialect;
  }

  /** Room for so many columns, unless the user has set a limit. */
  CsvDialect withColumns(int columns) {
    return new CsvDialect(options, Math.max(maxColumns, columns));
  }

  Charset charset() {
    String name = options.get("encoding");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
      throw new UsageException(
          "Cannot use the encoding '"
              + name
              + "': Java knows none of this name. Try UTF-8,"
              + " ISO-8859-1, windows-1252 or UTF-16.");
    }
  }

  boolean hasHeader() {
    return options.isTrue("header");
  }

  boolean isMultiLine() {
    return options.isTrue("multiline");
  }

  /** Whether records may have fewer or more fields than there are columns. */
  boolean isLenient() {
    return "permissive".equalsIgnoreCase(options.get("mode"));
  }

  public @Nullable String lineSeparator() {
    return options.get("linesep");
  }

  /** Spark's own view of the options. */
  CSVOptions spark() {
    TreeMap<String, String> all = new TreeMap<>(options.values());
    all.remove("encoding"); // of which Spark knows fewer than Java
    all.putIfAbsent("maxcolumns", Integer.toString(maxColumns));
    CaseInsensitiveMap<String> map = CaseInsensitiveMap$.MODULE$.apply(Map$.MODULE$.empty());
    for (Map.Entry<String, String> option : all.entrySet()) {
      map = map.$plus(new Tuple2<>(option.getKey(), option.getValue()));
    }

    return new CSVOptions(map, false, "UTC", "_corrupt_record");
  }

  /** A parser that gives the text of a field, and null only where there is none. */
  CsvParser parser(String lineEnd) {
    CsvParserSettings settings = spark().asParserSettings();
    settings.setNullValue(null);
    settings.setEmptyValue("");
    settings.setLineSeparatorDetectionEnabled(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.getFormat().setLineSeparator(lineEnd);
    return new CsvParser(settings);
  }

  /** A writer that quotes only what needs it, and writes nothing for null. */
  CsvWriter writer() {
    CSVOptions spark = spark();
    CsvWriterSettings settings = spark.asWriterSettings();
    settings.setSkipEmptyLines(false);
    settings.setMaxColumns(maxColumns);
    settings.setNullValue("");
    settings.setIgnoreLeadingWhitespaces(options.isTrue("ignoreleadingwhitespace"));
    settings.setIgnoreTrailingWhitespaces(options.isTrue("ignoretrailingwhitespace"));
    if (!options.has("emptyvalue")) {
      settings.setEmptyValue("" + spark.quote() + spark.quote());
    }

    return new CsvWriter(new StringWriter(), settings);
  }

  /** Whether a record of this dialect is one of another as it stands. */
  boolean readsLike(CsvDialect other) {
    CSVOptions one = spark();
    CSVOptions two = other.spark();
    return one.delimiter().equals(two.delimiter())
        && one.quote() == two.quote()
        && one.escape() == two.escape()
        && one.nullValue().equals(two.nullValue())
        && one.charToEscapeQuoteEscaping().equals(two.charToEscapeQuoteEscaping())
        && !other.options.isTrue("quoteall")
        && !other.options.has("emptyvalue");
  }
}
