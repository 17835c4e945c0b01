// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Records whose quoted fields may hold line ends: only the parser can tell where one ends. */
final class QuotedRecords implements RecordSource {

  private static final int LOOK_AHEAD = 1 << 16;

  private final StrictReader strict;
  private final BufferedReader in;
  private final CsvParser parser;
  private final String quote;

  QuotedRecords(InputStream stream, CsvDialect dialect) throws IOException {
    this.strict = new StrictReader(stream, dialect.charset());
    this.in = new BufferedReader(strict, LOOK_AHEAD);
    String given = dialect.lineSeparator();
    this.parser = dialect.parser(given == null ? lineEnd() : given);
    this.quote = String.valueOf(dialect.spark().quote());
    parser.beginParsing(in);
  }

  /** With \n, lines that end with \r\n are found too; \r alone ends lines only where no \n is. */
  private String lineEnd() throws IOException {
    in.mark(LOOK_AHEAD);
    char[] start = new char[LOOK_AHEAD];
    String text = new String(start, 0, Math.max(0, in.read(start)));
    in.reset();
    return text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
  }

  @Override
  public @Nullable CsvRecord next() {
    @Nullable String[] fields = parser.parseNext();
    if (fields == null) {
      return null;
    }

    String text = parser.getContext().currentParsedContent();
    String record = text.replaceFirst("(\r\n|\n|\r)$", "");
    int last = fields.length - 1;
    boolean carriesReturn = fields[last] != null && fields[last].endsWith("\r");
    if (carriesReturn && text.endsWith("\r\n") && !record.endsWith(quote)) {
      fields[last] = fields[last].substring(0, fields[last].length() - 1);
      fields[last] = fields[last].isEmpty() ? null : fields[last];
    }

    return new CsvRecord(record, fields);
  }

  @Override
  public long line() {
    long failed = strict.failedLine();
    return failed > 0 ? failed : parser.getContext().currentLine();
  }

  @Override
  public void close() throws IOException {
    parser.stopParsing();
    in.close();
  }
}
