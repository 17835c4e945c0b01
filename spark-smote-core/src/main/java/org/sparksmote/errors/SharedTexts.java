// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.errors;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The texts of errors that the package for Python finds too; it reads them from our jar. */
final class SharedTexts {

  private static final String FILE = "shared.properties";

  private static final Properties TEXTS = read();

  private SharedTexts() {}

  static String of(String code) {
    return Objects.requireNonNull(TEXTS.getProperty(code), code);
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream file = SharedTexts.class.getResourceAsStream(FILE)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return texts;
  }
}
