// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.examples.testing.CsvCommandTest;

/** What is named is what is found, and what is found is what is read. */
class InputNamesTest extends CsvCommandTest {

  private static final List<String> ROWS = rows(i -> i + "," + label(i));

  private static final List<String> OTHERS = rows(i -> (i + 100) + "," + label(i));

  private Outcome resampleAll(String... inputs) {
    List<String> args = new ArrayList<>(List.of("resample", "--label-col", "label"));
    args.addAll(List.of("--output", dir + "/out", "--overwrite"));
    for (String input : inputs) {
      args.addAll(List.of("--input", input));
    }

    return run(args.toArray(String[]::new));
  }

  private Written resampledAll(String... inputs) throws IOException {
    Outcome outcome = resampleAll(inputs);
    assertThat(outcome.err()).isEmpty();
    return written(dir.resolve("out"), java.nio.charset.StandardCharsets.UTF_8, outcome);
  }

  private static List<String> both(List<String> one, List<String> two) {
    return IntStream.range(0, 2).boxed().flatMap(i -> (i == 0 ? one : two).stream()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "visits[2024].csv, visits\\[2024\\].csv, visits*.csv",
    "'a b.csv', 'a\\ b.csv', a?b.csv",
    "'{a,b}.csv', '\\{a,b\\}.csv', '*b}.csv'",
    "100%20.csv, 100\\%20.csv, 100*.csv",
    "run 10:30.csv, run 10\\:30.csv, run*30.csv"
  })
  void oddNames_arePlain_escaped_andMatched(String name, String escaped, String pattern)
      throws IOException {
    write("d/" + name, "x,label", ROWS);
    write("d/neighbour 11:45.txt", "x,label", OTHERS);
    for (String input : new String[] {name, escaped, pattern}) {
      Written out = resampledAll(dir + "/d/" + input);
      assertThat(out.madeBeside(ROWS)).as(input).hasSize(5);
      assertThat(out.outcome().out()).contains("1 file)");
    }
  }

  @Test
  void namesThatLookLikePatterns_areNotSearchedAgain() throws IOException {
    write("d/d1.csv", "x,label", ROWS);
    write("d/d[12].csv", "x,label", OTHERS);
    Written out = resampledAll(dir + "/d/*.csv");
    assertThat(out.madeBeside(both(ROWS, OTHERS))).hasSize(10);
    assertThat(out.outcome().out()).contains("2 files)");
  }

  @Test
  void subFolders_areRead() throws IOException {
    write("d/a.csv", "x,label", ROWS);
    write("d/2023/b.csv", "x,label", OTHERS);
    assertThat(resampledAll(dir + "/d").madeBeside(both(ROWS, OTHERS))).hasSize(10);
    Files.delete(dir.resolve("d/a.csv"));
    assertThat(resampledAll(dir + "/d").madeBeside(OTHERS)).hasSize(5);
  }

  @Test
  void sameFileTwice_isReadOnce() throws IOException {
    Path file = write("d/a.csv", "x,label", ROWS);
    Path link = Files.createSymbolicLink(dir.resolve("link.csv"), file);
    Written out = resampledAll("" + file, dir + "/d", dir + "/d/../d/a.csv", "" + link);
    assertThat(out.madeBeside(ROWS)).hasSize(5);
    assertThat(out.outcome().out()).contains("1 file)", "(named more than once)");
  }

  @Test
  void hiddenFiles_areNamed() throws IOException {
    write("d/a.csv", "x,label", ROWS);
    write("d/_old.csv", "x,label", OTHERS);
    write("d/.b.csv", "x,label", OTHERS);
    Written out = resampledAll(dir + "/d");
    assertThat(out.madeBeside(ROWS)).hasSize(5);
    assertThat(out.outcome().out()).contains("skipped   2: .b.csv, _old.csv");
    assertThat(resampledAll(dir + "/d/_old.csv").madeBeside(OTHERS)).hasSize(5);
    assertRefusedKeeping(resampleAll(dir + "/d/_*.csv"), "hidden files only");
  }

  private static void assertRefusedKeeping(Outcome outcome, String text) {
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains(text);
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void folders_tellColumns_asText() throws IOException {
    write("d/code=01/year=2023/a.csv", "x,label", ROWS);
    write("d/code=1/year=2024/a.csv", "x,label", OTHERS);
    Written out = resampledAll(dir + "/d/code=01", dir + "/d/code=1");
    assertThat(out.headers()).containsExactly("x,label,code,year");
    List<String> read =
        both(
            ROWS.stream().map(line -> line + ",01,2023").toList(),
            OTHERS.stream().map(line -> line + ",1,2024").toList());
    assertThat(out.madeBeside(read)).hasSize(10);
  }

  @Test
  void recursiveFileLookup_leavesTheColumnsOfFoldersOut() throws IOException {
    write("d/year=2023/a.csv", "x,label", ROWS);
    write("d/b.csv", "x,label", OTHERS);
    Outcome outcome = resample(dir.resolve("d"), dir.resolve("out"), FLAT);
    assertThat(outcome.err()).isEmpty();
    Written out = written(dir.resolve("out"), java.nio.charset.StandardCharsets.UTF_8, outcome);
    assertThat(out.headers()).containsExactly("x,label");
    assertThat(out.madeBeside(both(ROWS, OTHERS))).hasSize(10);
    Outcome typed = resample(dir.resolve("d"), dir.resolve("out.parquet"), FLAT);
    assertThat(typed.err()).isEmpty();
    Outcome again = resample(dir.resolve("out.parquet"), dir.resolve("again"), FLAT);
    assertThat(again.err()).isEmpty();
    assertThat(read(dir.resolve("again"), "parquet").columns()).containsExactly("x", "label");
  }

  private static final String[] FLAT = {"--input-option", "recursiveFileLookup=true"};

  @Test
  void pathGlobFilter_choosesFiles_alsoInSubFolders() throws IOException {
    write("d/a1.csv", "x,label", ROWS);
    write("d/e/a2.csv", "x,label", OTHERS);
    write("d/b.csv", "y,label", OTHERS);
    Outcome outcome =
        resample(dir.resolve("d"), dir.resolve("out"), "--input-option", "pathGlobFilter=a*.csv");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("2 files)");
    Written out = written(dir.resolve("out"), java.nio.charset.StandardCharsets.UTF_8, outcome);
    assertThat(out.madeBeside(both(ROWS, OTHERS))).hasSize(10);
    Outcome none =
        resample(dir.resolve("d"), dir.resolve("none"), "--input-option", "pathGlobFilter=*.json");
    assertThat(none.err()).contains("it holds no file");
  }

  @Test
  void foldersOfTwoKinds_areRefused() throws IOException {
    write("d/a.csv", "x,label", ROWS);
    write("d/year=2024/a.csv", "x,label", OTHERS);
    assertRefusedKeeping(resampleAll(dir + "/d"), "tell the columns");
  }

  @Test
  void headersInAnotherOrder_areMappedByName() throws IOException {
    write("d/1.csv", "x,name,label", rows(i -> i + ",\"n\"," + label(i)));
    write("d/2.csv", "label,x,name", rows(i -> label(i) + "," + (i + 100) + ",\"m,m\""));
    Written out = resampledAll(dir + "/d");
    assertThat(out.headers()).containsExactly("x,name,label");
    List<String> read =
        both(rows(i -> i + ",\"n\"," + label(i)), rows(i -> (i + 100) + ",\"m,m\"," + label(i)));
    assertThat(out.madeBeside(read)).hasSize(10);
  }

  @Test
  void otherColumns_areRefusedWithTheDifference() throws IOException {
    write("d/1.csv", "x,old,label", rows(i -> i + ",1," + label(i)));
    write("d/2.csv", "x,new,label", rows(i -> i + ",1," + label(i)));
    Outcome outcome = resampleAll(dir + "/d");
    assertRefusedKeeping(outcome, "2.csv has other columns than ");
    assertThat(outcome.err()).contains("it lacks [old], and it has besides [new]");
  }
}
