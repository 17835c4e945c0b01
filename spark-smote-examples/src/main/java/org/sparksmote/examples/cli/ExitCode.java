// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

/** What the exit codes mean; scripts rest on them. */
public final class ExitCode {

  public static final int OK = 0;

  /** A fault of this program. */
  public static final int INTERNAL = 1;

  /** Wrong without any look at the rows: an option, a value, a column name. */
  public static final int USAGE = 2;

  /** The rows do not allow what was asked, or do not parse. */
  public static final int DATA = 3;

  /** Missing input, refused output, failed read or write. */
  public static final int IO = 4;

  private ExitCode() {}
}
