// SPDX-License-Identifier: Apache-2.0
/**
 * Which files and tables are read and written, and that no run damages any.
 *
 * <p>Where to start reading: {@code InputFiles}, then {@code StagedOutput}.
 */
@NullMarked
package org.sparksmote.examples.files;

import org.jspecify.annotations.NullMarked;
