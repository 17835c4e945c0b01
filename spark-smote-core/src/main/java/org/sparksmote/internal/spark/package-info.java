// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions, passes over partitions, and what versions of Spark do differently. Internal: public
 * types are doors for other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.spark.Passes}.
 */
@NullMarked
package org.sparksmote.internal.spark;

import org.jspecify.annotations.NullMarked;
