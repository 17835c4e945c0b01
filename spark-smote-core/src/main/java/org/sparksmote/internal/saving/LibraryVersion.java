// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** The version of this library, which the stages that it saves carry. */
public final class LibraryVersion {

  private static final Pattern VERSION =
      Pattern.compile("\\d{1,9}(\\.\\d{1,9})*(-[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?");

  private LibraryVersion() {}

  /** The version that the build wrote beside the classes. */
  public static String own() {
    try (InputStream file =
        LibraryVersion.class.getResourceAsStream("/org/sparksmote/version.txt")) {
      byte[] text = Objects.requireNonNull(file, "version.txt").readAllBytes();
      return new String(text, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** Whether a version comes after the own one; a snapshot comes before its release. */
  static boolean isLater(String version) {
    return Version.parse(version).compareTo(Version.parse(own())) > 0;
  }
}
