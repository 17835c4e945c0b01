// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.sparksmote.params.SamplerParams;

/**
 * The settings that {@link Smote}, {@link SmoteModel} and {@link SmoteResampler} share. Names and
 * meanings follow Spark ML and imbalanced-learn.
 */
public interface SmoteParams extends SamplerParams, VariantParams {}
