// SPDX-License-Identifier: Apache-2.0
/**
 * The fraud study.
 *
 * <p>Where to start reading: {@code FraudStudy}.
 */
@NullMarked
package org.sparksmote.examples.demo;

import org.jspecify.annotations.NullMarked;
