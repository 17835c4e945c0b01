// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of a file, or of a piece of one, in order; blank lines and comments are none.
 */
interface RecordSource extends Closeable {

  /**
   * The next record, or null behind the last one.
   *
   * @throws java.nio.charset.CharacterCodingException if its bytes are no text of the encoding
   * @throws com.univocity.parsers.common.TextParsingException if it cannot be taken apart
   */
  @Nullable CsvRecord next() throws IOException;

  /** The line of the file that was read last, from 1; it may take a look at all lines before. */
  long line() throws IOException;
}
