// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.esotericsoftware.kryo.Kryo;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;

/**
 * Refuses a plan whose jobs would die because Kryo may send registered classes only, and one that
 * is needed is not among them.
 */
final class KryoCheck {

  /** What Spark's own LinearSVC sends, which Spark does not register (found by running it). */
  private static final List<String> SENT_BY_SVM =
      List.of(
          "org.apache.spark.ml.stat.SummarizerBuffer",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$ComputeM2n$",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$ComputeMean$",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$ComputeWeightSum$",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$Mean$",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$Std$",
          "org.apache.spark.ml.stat.SummaryBuilderImpl$Count$",
          "org.apache.spark.ml.stat.MultiClassSummarizer",
          "org.apache.spark.ml.optim.aggregator.HingeBlockAggregator",
          "org.apache.spark.broadcast.TorrentBroadcast",
          "org.apache.spark.storage.BroadcastBlockId");

  private KryoCheck() {}

  /** Starts no job. */
  static void requireRegistered(SparkConf conf, VariantParts parts) {
    boolean strict =
        conf.get("spark.serializer", "").equals(KryoSerializer.class.getName())
            && conf.getBoolean("spark.kryo.registrationRequired", false);
    if (!strict) {
      return;
    }

    Kryo kryo = new KryoSerializer(conf).newKryo();
    List<String> missing = SmoteRegistrator.missing(kryo);
    if (!missing.isEmpty()) {
      throw Problems.notRegistered(String.join(", ", missing));
    }

    if (parts.baseWeight() == BaseWeight.SUPPORT_VECTORS) {
      List<String> ofLearner = missing(kryo, SENT_BY_SVM.stream());
      if (!ofLearner.isEmpty()) {
        throw Problems.learnerNotRegistered(
            parts.baseWeight().label(), String.join(",", ofLearner));
      }
    }
  }

  /** Another version of Spark need not have all of the classes. */
  private static List<String> missing(Kryo kryo, Stream<String> names) {
    return names
        .filter(
            name -> {
              try {
                Class<?> type = Class.forName(name, false, kryo.getClassLoader());
                return kryo.getClassResolver().getRegistration(type) == null;
              } catch (ClassNotFoundException e) {
                return false;
              }
            })
        .toList();
  }
}
