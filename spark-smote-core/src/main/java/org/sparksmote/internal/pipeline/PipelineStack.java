// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.param.shared.HasLabelCol;
import org.apache.spark.ml.param.shared.HasPredictionCol;
import org.apache.spark.ml.tuning.ValidatorParams;
import org.sparksmote.params.EstimatorParams;
import org.sparksmote.params.FoldParams;

/**
 * Which pipelines are at work in this thread. Spark tells a stage nothing about the pipeline it
 * stands in; the call stack does.
 */
public final class PipelineStack {

  /** The method itself, and not the bridge that the compiler adds beside it. */
  private static final String MAKES_PIPELINE_MODEL = ")L" + internalName(PipelineModel.class) + ";";

  /** The package in which the server of Spark Connect calls stages. */
  private static final String CONNECT = "org.apache.spark.sql.connect.ml.";

  private PipelineStack() {}

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Whether a pipeline is being fitted inside the fit of another one. */
  public static boolean isInner() {
    return walk(frames -> frames.stream().filter(PipelineStack::isFit).count() > 1);
  }

  /** Whether a pipeline is being fitted. */
  public static boolean isInFit() {
    return walk(frames -> frames.stream().anyMatch(PipelineStack::isFit));
  }

  /** Whether a fitted pipeline is being applied inside the fit of another one. */
  public static boolean appliesInner() {
    return walk(
        frames -> {
          int apply = first(frames, PipelineStack::isApply);
          return apply >= 0
              && first(frames.subList(apply, frames.size()), PipelineStack::isFit) >= 0;
        });
  }

  /** Whether a stage of such a class is being fitted, as part of the innermost pipeline. */
  static boolean fits(Predicate<Class<?>> stage) {
    return walk(
        frames -> {
          int fit = first(frames, PipelineStack::isFit);
          List<StackFrame> inside = frames.subList(0, Math.max(0, fit));
          return first(inside, frame -> stage.test(frame.getDeclaringClass())) >= 0;
        });
  }

  /** Whether a client of Spark Connect asks, and no pipeline on the server's side. */
  public static boolean isAskedByConnect() {
    return walk(
        frames ->
            first(frames, PipelineStack::isFit) < 0
                && first(frames, frame -> frame.getClassName().startsWith(CONNECT)) >= 0);
  }

  private static boolean walk(Predicate<List<StackFrame>> question) {
    return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> question.test(frames.toList()));
  }

  private static int first(List<StackFrame> frames, Predicate<StackFrame> wanted) {
    for (int i = 0; i < frames.size(); i++) {
      if (wanted.test(frames.get(i))) {
        return i;
      }
    }

    return -1;
  }

  private static boolean isFit(StackFrame frame) {
    return frame.getMethodName().equals("fit")
        && Pipeline.class.isAssignableFrom(frame.getDeclaringClass())
        && frame.getDescriptor().endsWith(MAKES_PIPELINE_MODEL);
  }

  private static boolean isApply(StackFrame frame) {
    return frame.getMethodName().equals("transform")
        && frame.getDeclaringClass().equals(PipelineModel.class);
  }

  /** Whether stages of a class learn to predict a label. */
  public static boolean isPredictor(Class<?> stage) {
    return EstimatorParams.class.isAssignableFrom(stage)
        || (HasPredictionCol.class.isAssignableFrom(stage)
            && HasLabelCol.class.isAssignableFrom(stage));
  }

  /** Whether stages of a class split what they are fitted on to validate on a part of it. */
  public static boolean isValidator(Class<?> stage) {
    return ValidatorParams.class.isAssignableFrom(stage)
        || FoldParams.class.isAssignableFrom(stage);
  }
}
