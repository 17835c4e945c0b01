// SPDX-License-Identifier: Apache-2.0
/**
 * Class imbalance on Apache Spark: SMOTE (Chawla, Bowyer, Hall and Kegelmeyer, 2002) as a Spark ML
 * stage.
 *
 * <p>Where to start reading: {@link org.sparksmote.Smote} is the estimator, {@link
 * org.sparksmote.ResamplingPipeline} the safe way to use it before a classifier, {@link
 * org.sparksmote.SmoteResampler} the stateless form. Behind them data flows one way:
 *
 * <ol>
 *   <li>{@code InputSchema} resolves columns and types without a Spark job;
 *   <li>{@code ClassCounter} counts the classes in one pass;
 *   <li>{@code SamplingStrategy} and {@code ClassPlanner} say how many rows each class gets;
 *   <li>{@code BucketPlanner} learns where rows go when a class is larger than one task;
 *   <li>{@code RowRouter} packs rows and sends them to their bucket, the one shuffle;
 *   <li>{@code SyntheticRows} and {@code CellSynthesis} find neighbours and make rows in the same
 *       task.
 * </ol>
 */
@NullMarked
package org.sparksmote;

import org.jspecify.annotations.NullMarked;
