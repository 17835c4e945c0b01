// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;

/** Where an output is made, until it is complete and gets its name. */
public interface Staging extends AutoCloseable {

  /** The directory or table to write to. */
  String place();

  /** Gives what was written the name of the output. */
  void publish() throws IOException;

  /** Removes what was written if it was not published. */
  @Override
  void close();
}
