// SPDX-License-Identifier: Apache-2.0
/**
 * Training data only, once per fit, for every sampler. For users.
 *
 * <p>Where to start reading: {@code Sampler}, then {@code SamplerModel}.
 */
@NullMarked
package org.sparksmote.sampler;

import org.jspecify.annotations.NullMarked;
