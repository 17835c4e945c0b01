// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes what was saved, as a careless editor, a broken disk or an attacker would. */
public final class Damage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Damage() {}

  /** The file that holds the metadata of a saved stage. */
  public static Path file(Path stage) {
    try (Stream<Path> files = Files.list(stage.resolve("metadata"))) {
      return files.filter(file -> name(file).startsWith("part-")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Replaces the text of the metadata. */
  public static void text(Path stage, UnaryOperator<String> change) {
    try {
      Path file = file(stage);
      Files.deleteIfExists(file.resolveSibling("." + name(file) + ".crc"));
      Files.writeString(file, change.apply(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes fields of the metadata. */
  public static void fields(Path stage, Consumer<ObjectNode> change) {
    text(stage, text -> changed(text, change));
  }

  /** A JSON object with other fields. */
  public static String changed(String text, Consumer<ObjectNode> change) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(text);
      change.accept(json);
      return JSON.writeValueAsString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a value, which is written as JSON, or takes the field away if there is none. */
  public static void put(ObjectNode json, String field, String value) {
    try {
      json.remove(field);
      if (!value.isEmpty()) {
        json.set(field, JSON.readTree(value));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
