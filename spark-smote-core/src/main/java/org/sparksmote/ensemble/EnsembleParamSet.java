// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.io.Serializable;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.strategy.AskedStrategy;
import org.sparksmote.sampler.Sampler;

/** The params of ensembles with their documentation, checks and defaults. */
final class EnsembleParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<ProbabilisticClassifier<Vector, ?, ?>> estimator;
  final Param<Sampler> sampler;
  final IntParam numEstimators;
  final IntParam parallelism;
  final LongParam seed;
  final Param<String> samplingStrategy;
  final BooleanParam withReplacement;
  final Param<String> weightCol;

  /**
   * Declares the params of {@code owner}, whose uid is set already.
   *
   * @param learners the classifiers that it takes
   * @param said what they are, in words
   */
  EnsembleParamSet(Params owner, Class<?> learners, String said) {
    ParamMaker make = new ParamMaker(owner);
    estimator = make.stage("estimator", said, learners);
    sampler =
        make.stage(
            "sampler",
            "sampler that makes a member's bag of all rows; by default a RandomUnderSampler by"
                + " samplingStrategy and withReplacement",
            Sampler.class);
    numEstimators = numEstimators(make);
    parallelism = make.positive("parallelism", "members that are trained at once, at most");
    seed =
        make.whole(
            "seed",
            "random seed: the same rows, settings and seed give the same bags",
            Long.MIN_VALUE);
    samplingStrategy =
        make.checked(
            "samplingStrategy",
            "which classes shrink to what size in a bag: auto, majority, not minority, not"
                + " majority, all, none, a ratio such as 0.5, or a JSON object from label to"
                + " wanted total",
            AskedStrategy.SIZES::isStrategy);
    withReplacement =
        new BooleanParam(
            owner.uid(),
            "withReplacement",
            "whether the rows of a bag are drawn with replacement, so that one may be in it"
                + " several times");
    weightCol =
        make.text("weightCol", "column of case weights, which the estimator must have a param for");
    setDefaults(owner);
  }

  /** How many members there are, which models tell too. */
  static IntParam numEstimators(ParamMaker make) {
    return make.positive("numEstimators", "members of the ensemble, each with a bag of its own");
  }

  private void setDefaults(Params owner) {
    owner.setDefault(numEstimators, 10);
    owner.setDefault(parallelism, 1);
    owner.setDefault(seed, (long) owner.getClass().getName().hashCode());
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(withReplacement, false);
  }
}
