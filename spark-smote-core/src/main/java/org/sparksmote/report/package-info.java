// SPDX-License-Identifier: Apache-2.0
/**
 * What a run tells its user. For users.
 *
 * <p>Where to start reading: {@link org.sparksmote.report.SmoteSummary}.
 */
@NullMarked
package org.sparksmote.report;

import org.jspecify.annotations.NullMarked;
