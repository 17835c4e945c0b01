// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A part of a file that is read by one task.
 *
 * @param index the file's place among all
 * @param start the first byte
 * @param length bytes
 */
public record FilePiece(int index, InputFile file, long start, long length)
    implements Serializable {

  /** Below this size, opening a file costs more than reading it. */
  private static final long OPEN_COST = 4L << 20;

  /**
   * Cuts files into pieces and gives every task some that follow each other, about as Spark does.
   *
   * @param canCut whether a file may be read in pieces
   * @param most bytes of a task
   */
  public static List<List<FilePiece>> plan(
      List<InputFile> files, Predicate<InputFile> canCut, int tasks, long most) {
    long total = files.stream().mapToLong(file -> file.length() + OPEN_COST).sum();
    long wanted = Math.min(most, Math.max(OPEN_COST, total / Math.max(1, tasks)));
    List<List<FilePiece>> plan = new ArrayList<>();
    long room = 0;
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      long step = canCut.test(file) ? wanted : Math.max(1, file.length());
      for (long start = 0; start < file.length(); start += step) {
        long length = Math.min(step, file.length() - start);
        if (plan.isEmpty() || room < length) {
          plan.add(new ArrayList<>());
          room = wanted;
        }

        plan.get(plan.size() - 1).add(new FilePiece(i, file, start, length));
        room -= length + OPEN_COST;
      }
    }

    return plan;
  }
}
