// SPDX-License-Identifier: Apache-2.0
/**
 * Which rows a cleaning sampler takes away. Internal: public types are doors for other rooms, and
 * may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.verdicts.Verdicts}.
 */
@NullMarked
package org.sparksmote.internal.verdicts;

import org.jspecify.annotations.NullMarked;
