// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

/** An option that does not fit the other options or the columns of the input. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
