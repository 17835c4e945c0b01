// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Rows like texts without stop words: of many columns some {@value #WORDS} are not 0. Half of a
 * row's words are those of its topic, the others any, by Zipf's law: how often the n-th of them
 * stands there is in proportion to 1 / ({@value #STOP_WORDS} + n).
 */
record Documents(int dims, long seed) implements Workload.RowMaker {

  static final int WORDS = 20;

  private static final int STOP_WORDS = 50;
  private static final int TOPICS = 1000;
  private static final int TOPIC_WORDS = 40;

  @Override
  public double[] row(long number) {
    return vector(number).toArray();
  }

  @Override
  public Vector vector(long number) {
    Draws draws = Draws.of(seed, number);
    long topic = draws.below(TOPICS);
    SortedMap<Integer, Double> values = new TreeMap<>();
    while (values.size() < Math.min(WORDS, dims)) {
      boolean own = draws.chance(0.5);
      Draws word = own ? Draws.of(seed + 1, topic * TOPIC_WORDS + draws.below(TOPIC_WORDS)) : draws;
      values.put(word(word), 0.1 + draws.uniform());
    }

    int[] columns = values.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] weights = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    return Vectors.sparse(dims, columns, weights);
  }

  private int word(Draws draws) {
    double rank = STOP_WORDS * (Math.pow(1 + (double) dims / STOP_WORDS, draws.uniform()) - 1);
    return Math.min(dims - 1, (int) rank);
  }
}
