// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

/** The input exists but cannot be used as a table. */
final class BadDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadDataException(String message) {
    super(message);
  }
}
