// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Smote;
import org.sparksmote.testing.Damage;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** Whatever is wrong with a saved stage, loading it ends in one error that says what (G9, H3). */
class SavedStagesTest extends SparkTest {

  private static String text = "";

  private final Path stage;

  SavedStagesTest(@TempDir Path dir) throws IOException {
    this.stage = dir.resolve("stage");
    Files.createDirectories(stage.resolve("metadata"));
    Files.writeString(stage.resolve("metadata/part-00000"), text);
  }

  @BeforeAll
  static void save(@TempDir Path dir) throws IOException {
    Path path = dir.resolve("stage");
    new Smote("smote_1").setKNeighbors(7).setHalo(0.25).setInputCols("a").save(path.toString());
    text = Files.readString(Damage.file(path));
  }

  private void set(String field, String value) {
    Damage.fields(stage, json -> Damage.put(json, field, value));
  }

  private void setParam(String map, String param, String value) {
    Damage.fields(stage, json -> Damage.put((ObjectNode) json.get(map), param, value));
  }

  private String refusal() {
    return Refusal.of(() -> Smote.load(stage.toString()));
  }

  private void assertRefused(String code, String reason) {
    assertThat(refusal())
        .isEqualTo(
            "[%s] Cannot load %s: %s. Check the path, or build the stage again and save it.",
            code, stage, reason);
  }

  @Test
  void undamagedStage_isLoaded() {
    assertThat(Smote.load(stage.toString()).getKNeighbors()).isEqualTo(7);
    assertThat(Smote.load(stage.toString()).uid()).isEqualTo("smote_1");
  }

  private static Stream<Arguments> damagedTexts() {
    UnaryOperator<String> half = text -> text.substring(0, text.length() / 2);
    return Stream.of(
        Arguments.of("cut in half", half),
        Arguments.of("a blank line", (UnaryOperator<String>) text -> "\n" + text),
        Arguments.of("no JSON", (UnaryOperator<String>) text -> "stage"),
        Arguments.of("an array", (UnaryOperator<String>) text -> "[" + text + "]"),
        Arguments.of("null", (UnaryOperator<String>) text -> "null"),
        Arguments.of("a number", (UnaryOperator<String>) text -> "3"),
        Arguments.of("a text", (UnaryOperator<String>) text -> "\"stage\""),
        Arguments.of("two objects", (UnaryOperator<String>) text -> text.strip() + text),
        Arguments.of(
            "a field twice",
            (UnaryOperator<String>) text -> text.replace("{\"class", "{\"uid\":\"x\",\"class")),
        Arguments.of("bytes", (UnaryOperator<String>) text -> "\u0000\u0001\uffff"),
        Arguments.of(
            "ten thousand levels",
            (UnaryOperator<String>) text -> "{\"class\":" + "[".repeat(10_000)),
        Arguments.of(
            "a number of a million digits",
            (UnaryOperator<String>) text -> "{\"timestamp\":" + "9".repeat(1_000_000) + "}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedTexts")
  void textThatIsNoObject_isRefused(String name, UnaryOperator<String> change) {
    Damage.text(stage, change);
    assertRefused("SMOTE-054", "in its metadata the text is no JSON object");
  }

  @Test
  void missingOrEmptyMetadata_isRefused() throws IOException {
    Path part = Damage.file(stage);
    Files.writeString(part, "");
    assertRefused("SMOTE-054", "its metadata is empty");
    Files.delete(part);
    Files.writeString(stage.resolve("metadata/_SUCCESS"), "");
    assertRefused("SMOTE-054", "its metadata is empty");
    Files.delete(stage.resolve("metadata/_SUCCESS"));
    Files.delete(stage.resolve("metadata"));
    assertRefused("SMOTE-054", "it has no metadata");
    Files.delete(stage);
    assertRefused("SMOTE-054", "it has no metadata");
  }

  @Test
  void fileThatIsNotWhatWasWritten_isRefused_andSaysWhoNoticed() throws IOException {
    new Smote().write().overwrite().save(stage.toString());
    Files.writeString(Damage.file(stage), text.replace("7", "8"));
    assertRefused("SMOTE-054", "its metadata cannot be read (ChecksumException)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "7", "[]", "\"\"", "\"org.sparksmote.SmoteModel\""})
  void otherClass_isRefused(String value) {
    set("class", value);
    assertThat(refusal())
        .isEqualTo(
            "[SMOTE-043] Cannot load %s: its metadata does not describe a Smote. Check the path, or"
                + " load it with the class that saved it.",
            stage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uid | '' | uid is missing",
        "uid | null | uid is null and not a text",
        "uid | 7 | uid is 7 and not a text",
        "uid | \"../../../../evil\" | uid is \"../../../../evil\" and not a plain name",
        "uid | \"a/b\" | uid is \"a/b\" and not a plain name",
        "uid | \"\" | uid is \"\" and not a plain name",
        "uid | \"a\\nb\" | uid is \"a\\nb\" and not a plain name",
        "paramMap | '' | paramMap is missing",
        "paramMap | null | paramMap is null and not an object",
        "paramMap | [] | paramMap is [] and not an object",
        "defaultParamMap | '' | defaultParamMap is missing",
        "defaultParamMap | \"x\" | defaultParamMap is \"x\" and not an object",
        "smoteVersion | null | smoteVersion is null and not a text",
        "smoteVersion | 1 | smoteVersion is 1 and not a text",
        "smoteVersion | \"\" | smoteVersion is \"\" and not a version",
        "smoteVersion | \"1-+\" | smoteVersion is \"1-+\" and not a version",
        "smoteVersion | \"new\" | smoteVersion is \"new\" and not a version",
        "smoteVersion | \"99999999999\" | smoteVersion is \"99999999999\" and not a version"
      })
  void damagedField_isRefusedByName(String field, String value, String reason) {
    set(field, value);
    assertRefused("SMOTE-054", "in its metadata " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kNeighbors | 3.7",
        "kNeighbors | 3.0",
        "kNeighbors | 1e3",
        "kNeighbors | 0",
        "kNeighbors | -7",
        "kNeighbors | 2147483648",
        "kNeighbors | 99999999999999999999999999",
        "kNeighbors | \"7\"",
        "kNeighbors | null",
        "kNeighbors | true",
        "kNeighbors | [7]",
        "seed | 0.5",
        "seed | 9223372036854775808",
        "seed | \"7\"",
        "maxClasses | 1",
        "allowRowsAbove | 0",
        "allowRowsAbove | 1e300",
        "halo | 0.51",
        "halo | -1e-9",
        "halo | 1e999",
        "halo | \"NaN\"",
        "halo | \"0.1\"",
        "halo | null",
        "shrinkage | 1e400",
        "shrinkage | \"Inf\"",
        "targetQuality | 0",
        "variant | \"smoter\"",
        "variant | null",
        "variant | 7",
        "variant | {\"type\":0}",
        "featuresCol | null",
        "featuresCol | [\"a\"]",
        "syntheticCol | \"\"",
        "samplingStrategy | \"majority\"",
        "samplingStrategy | 0.5",
        "inputCols | null",
        "inputCols | \"a\"",
        "inputCols | [\"a\",null]",
        "inputCols | [\"a\",1]",
        "inputCols | {\"0\":\"a\"}"
      })
  @DisplayName("H3 values that no setter takes")
  void badValue_isRefusedByName_setOrByDefault(String param, String value) {
    for (String map : new String[] {"paramMap", "defaultParamMap"}) {
      setParam("paramMap", param, "");
      setParam("defaultParamMap", param, "");
      setParam(map, param, value);
      assertThat(refusal())
          .startsWith(
              "[SMOTE-055] Cannot load " + stage + ": its param " + param + " has the value ")
          .contains(", which it does not take (" + new Smote().getParam(param).doc() + ")")
          .endsWith(". Build the stage again and save it, or bring back the file as it was.");
    }
  }

  @Test
  void refusal_showsTheValue_butNotAllOfALongOne() {
    setParam("paramMap", "variant", "\"" + "x".repeat(1000) + "\"");
    assertThat(refusal()).contains("has the value \"" + "x".repeat(56) + "..., which");
    setParam("paramMap", "variant", "\"a\\nb\"");
    assertThat(refusal()).contains("has the value \"a\\nb\", which");
  }

  @Test
  void numbersOfAnotherForm_areTakenWhereTheyFit() {
    setParam("paramMap", "halo", "0");
    setParam("paramMap", "seed", "-9223372036854775808");
    Smote loaded = Smote.load(stage.toString());
    assertThat(loaded.getHalo()).isZero();
    assertThat(loaded.getSeed()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void defaultsAreThoseOfTheVersionThatSavedTheStage() {
    setParam("defaultParamMap", "mNeighbors", "33");
    Smote loaded = Smote.load(stage.toString());
    assertThat(loaded.getMNeighbors()).isEqualTo(33);
    assertThat(loaded.isSet(loaded.mNeighbors())).isFalse();
  }

  @Test
  void numberThatNoDoubleHolds_isRefused() {
    Damage.text(stage, saved -> saved.replace("\"halo\":0.25", "\"halo\":1e999"));
    assertThat(refusal()).startsWith("[SMOTE-055]").contains("its param halo has the value");
  }

  private void assertNeedsAnotherVersion(String reason) {
    assertThat(refusal())
        .isEqualTo(
            "[SMOTE-056] Cannot load %s with version %s of spark-smote: it %s. Use the version that"
                + " saved it, or a later one.",
            stage, LibraryVersion.own(), reason);
  }

  @Test
  void stageOfALaterVersion_isRefused_whateverElseItHolds() {
    for (String later : new String[] {"99", "99.0.1", "99.1-SNAPSHOT", "0.1000"}) {
      set("smoteVersion", "\"" + later + "\"");
      assertNeedsAnotherVersion("was saved by version " + later);
    }

    setParam("paramMap", "fromTheFuture", "1");
    setParam("paramMap", "kNeighbors", "{}");
    assertNeedsAnotherVersion("was saved by version 0.1000");
  }

  @Test
  void paramThatThisVersionLacks_isRefused() {
    setParam("paramMap", "fromTheFuture", "1");
    assertNeedsAnotherVersion("has the param \"fromTheFuture\", which this one lacks");
    setParam("paramMap", "fromTheFuture", "");
    setParam("defaultParamMap", "summaryJson", "\"{}\"");
    assertNeedsAnotherVersion("has the param \"summaryJson\", which this one lacks");
  }

  @Test
  void stagesOfEarlierVersions_areLoaded_alsoWithoutOne() {
    for (String earlier : new String[] {"", "\"0.0.1\"", "\"0.1.0-ALPHA\"", "\"0\""}) {
      set("smoteVersion", earlier);
      assertThat(Smote.load(stage.toString()).getKNeighbors()).isEqualTo(7);
    }
  }

  @Test
  void everyStage_carriesTheVersion_besidesWhatSparkReads() {
    assertThat(text).contains("\"smoteVersion\":\"" + LibraryVersion.own() + "\"");
    assertThat(LibraryVersion.own()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(text)
        .contains("\"class\":\"org.sparksmote.Smote\"", "\"uid\":\"smote_1\"")
        .contains("\"sparkVersion\":\"" + spark.version() + "\"")
        .containsPattern("\"timestamp\":1\\d{12},");
  }
}
