// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A classifier of Spark's that remembers the labels of the rows that it learns from; so do its
 * copies, under the same uid.
 */
public final class RecordingClassifier extends LogisticRegression {

  private static final long serialVersionUID = 1L;

  private static final Map<String, List<Map<Integer, Long>>> SEEN = new ConcurrentHashMap<>();

  public RecordingClassifier() {
    this(Identifiable$.MODULE$.randomUID("recordingClassifier"));
  }

  /** With that uid, as copies have it. */
  public RecordingClassifier(String uid) {
    super(uid);
    setMaxIter(1);
  }

  @Override
  public LogisticRegressionModel train(Dataset<?> dataset) {
    Map<Integer, Long> rowsOfLabel =
        dataset.select(getLabelCol()).toDF().collectAsList().stream()
            .collect(Collectors.groupingBy(RecordingClassifier::label, Collectors.counting()));
    SEEN.computeIfAbsent(uid(), any -> Collections.synchronizedList(new ArrayList<>()))
        .add(rowsOfLabel);
    return super.train(dataset);
  }

  private static int label(Row row) {
    return ((Number) row.get(0)).intValue();
  }

  /** Rows by label of every training. */
  public List<Map<Integer, Long>> trainings() {
    return List.copyOf(SEEN.getOrDefault(uid(), List.of()));
  }
}
