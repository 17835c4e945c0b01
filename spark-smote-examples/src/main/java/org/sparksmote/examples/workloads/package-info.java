// SPDX-License-Identifier: Apache-2.0
/**
 * Generated tables.
 *
 * <p>Where to start reading: {@code Workload}.
 */
@NullMarked
package org.sparksmote.examples.workloads;

import org.jspecify.annotations.NullMarked;
