// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;

/** A path that would put data at risk, refused before anything is touched. */
final class RefusedPathException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedPathException(String path, String reason) {
    super("Cannot write to " + path + ": " + reason);
  }
}
