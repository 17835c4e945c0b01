// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Runs the Java blocks of documents in this JVM, one after the other. */
public final class DocsShell implements AutoCloseable {

  private static final Pattern BLOCK =
      Pattern.compile("```java\n(.*?)```(?:\n\n```text\n(.*?)```)?", Pattern.DOTALL);

  /** Code, and what it is said to print; empty if that is not said. */
  public record Block(String code, String output) {}

  private final JShell shell = JShell.builder().executionEngine("local").build();

  /** A shell without any import. */
  public DocsShell() {
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /** The Java blocks of a document, each with the text block that follows it at once. */
  public static List<Block> blocks(String file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", file)));
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2) == null ? "" : block.group(2)));
    }

    return blocks;
  }

  /** Runs code, which must compile and throw nothing. */
  public void run(String code) {
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source() == null ? rest : next.source())) {
        assertThat(event.status())
            .as(
                "%s: %s",
                event.snippet().source(),
                shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList())
            .isIn(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);
        assertThat(event.exception()).as(event.snippet().source()).isNull();
      }

      rest = next.remaining();
    }
  }

  /** What code prints, through Java's standard output or Scala's, which Spark prints by. */
  public String printedBy(String code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    PrintStream before = System.out;
    System.setOut(out);
    try {
      scala.Console.withOut(
          out,
          () -> {
            run(code);
            return null;
          });
    } finally {
      System.setOut(before);
    }

    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    shell.close();
  }
}
