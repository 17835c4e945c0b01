// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A decision tree that remembers the bags that it and its copies learn from, and fails in a member
 * if it is told to.
 */
public final class BagRecorder extends DecisionTreeClassifier {

  private static final long serialVersionUID = 1L;

  private static final Map<String, List<List<Row>>> BAGS = new ConcurrentHashMap<>();
  private static final Map<String, Integer> FAILURES = new ConcurrentHashMap<>();

  public BagRecorder() {
    this(Identifiable$.MODULE$.randomUID("bagRecorder"));
  }

  /** With that uid, as copies have it. */
  public BagRecorder(String uid) {
    super(uid);
    setMaxDepth(2);
  }

  /** Lets the training fail that comes after so many. */
  BagRecorder failAfter(int trainings) {
    FAILURES.put(uid(), trainings);
    return this;
  }

  @Override
  public DecisionTreeClassificationModel train(Dataset<?> dataset) {
    List<List<Row>> bags =
        BAGS.computeIfAbsent(uid(), any -> Collections.synchronizedList(new ArrayList<>()));
    bags.add(dataset.toDF().collectAsList());
    if (FAILURES.getOrDefault(uid(), Integer.MAX_VALUE) < bags.size()) {
      throw new IllegalStateException("told to fail");
    }

    return super.train(dataset);
  }

  /** The bags, in the order of their trainings. */
  List<List<Row>> bags() {
    return List.copyOf(BAGS.getOrDefault(uid(), List.of()));
  }
}
