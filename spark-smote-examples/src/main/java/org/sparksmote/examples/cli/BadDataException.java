// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

/** The input exists but cannot be used as a table. */
public final class BadDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadDataException(String message) {
    super(message);
  }
}
