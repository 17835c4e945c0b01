// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What the tasks that write have passed on: Spark adds up what each finished task counted, once,
 * however often it was tried.
 */
public final class WrittenRows implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LongAccumulator readLines;
  private final LongAccumulator readSum;
  private final LongAccumulator writtenLines;
  private final LongAccumulator writtenSum;
  private final LongAccumulator made;

  public WrittenRows(SparkContext context) {
    this.readLines = context.longAccumulator();
    this.readSum = context.longAccumulator();
    this.writtenLines = context.longAccumulator();
    this.writtenSum = context.longAccumulator();
    this.made = context.longAccumulator();
  }

  /** Counts the record of a row that was read. */
  public void addRead(TextHash record) {
    readLines.add(record.lines());
    readSum.add(record.sum());
  }

  public void addMade() {
    made.add(1);
  }

  /** Counts what is written, whatever it is. */
  public void addWritten(TextHash text) {
    writtenLines.add(text.lines());
    writtenSum.add(text.sum());
  }

  public TextHash read() {
    return new TextHash(readLines.sum(), readSum.sum());
  }

  public TextHash written() {
    return new TextHash(writtenLines.sum(), writtenSum.sum());
  }

  public long made() {
    return made.sum();
  }
}
