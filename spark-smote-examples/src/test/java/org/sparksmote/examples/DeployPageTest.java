// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The commands of docs/deploy.md, which need a cluster each, as far as one can tell without: Spark
 * reads its options, the job reads its own, and files are called as the build calls them.
 */
class DeployPageTest {

  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String page;

  DeployPageTest() throws IOException {
    page = read("docs/deploy.md").replaceAll("\\\\\n\\s*", " ");
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static List<String> words(String command) {
    return Arrays.asList(command.trim().split("\\s+"));
  }

  /** What the ways of submitting hand to spark-submit, or to a service that is like it. */
  private List<List<String>> submitted() throws IOException {
    List<List<String>> calls = new ArrayList<>();
    found("^spark-submit (.+)$").forEach(call -> calls.add(words(call)));
    found("Args=\\[(.+?)\\]").forEach(call -> calls.add(List.of(call.split(","))));
    for (String call : found("^gcloud dataproc \\w+ submit spark (.+)$")) {
      calls.add(ofGcloud(words(call)));
    }

    Pattern json = Pattern.compile("--job-driver '(\\{.+?\\})'", Pattern.DOTALL);
    for (MatchResult match : json.matcher(page).results().toList()) {
      calls.add(ofServerless(JSON.readTree(match.group(1)).get("sparkSubmit")));
    }

    return calls;
  }

  /** The class, the jar that it is in, and the arguments after the dashes. */
  private static List<String> ofGcloud(List<String> words) {
    int dashes = words.indexOf("--");
    List<String> call = new ArrayList<>();
    call.addAll(List.of("--class", words.get(words.indexOf("--class") + 1)));
    call.add(words.get(words.indexOf("--jars") + 1));
    call.addAll(words.subList(dashes + 1, words.size()));
    return call;
  }

  private static List<String> ofServerless(JsonNode driver) {
    List<String> call = new ArrayList<>(words(driver.get("sparkSubmitParameters").asText()));
    call.add(driver.get("entryPoint").asText());
    driver.get("entryPointArguments").forEach(argument -> call.add(argument.asText()));
    return call;
  }

  private static SparkSubmitArguments parsed(List<String> call) {
    return new SparkSubmitArguments(
        CollectionConverters.asScala(call).toSeq(),
        scala.collection.immutable.Map$.MODULE$.from(
            CollectionConverters.asScala(Map.of("HADOOP_CONF_DIR", "/etc/hadoop"))));
  }

  @Test
  void commands_areReadBySparkAndByTheJob() throws Exception {
    List<List<String>> calls = submitted();
    assertThat(calls).hasSize(7);
    for (List<String> call : calls) {
      SparkSubmitArguments read = parsed(call);
      assertThat(read.mainClass()).as("%s", call).isEqualTo(SparkSmote.class.getName());
      assertThat(read.primaryResource()).as("%s", call).endsWith("job.jar");
      String[] ours = CollectionConverters.asJava(read.childArgs()).toArray(String[]::new);
      assertThat(ours[0]).as("%s", call).isEqualTo("resample");
      SparkSmote.commandLine().parseArgs(ours); // which knows every option, and has what it needs
    }
  }

  @Test
  void files_areCalledAsTheBuildCallsThem() throws IOException {
    String poms = read("pom.xml") + read("spark-smote-examples/pom.xml");
    assertThat(poms)
        .contains("<artifactId>spark-smote-core</artifactId>")
        .contains("<shadedClassifierName>job</shadedClassifierName>");
    String wheel = read("python/pyproject.toml");
    assertThat(wheel).contains("name = \"sparksmote\"");
    assertThat(found("([\\w.-]+-VERSION[\\w.-]*\\.(?:jar|whl))"))
        .isNotEmpty()
        .containsOnly(
            "spark-smote-core-VERSION.jar",
            "spark-smote-examples-VERSION-job.jar",
            "sparksmote-VERSION-py3-none-any.whl");
  }

  @Test
  void image_hasWhatTheCommandForKubernetesNames() throws IOException {
    String docker = read("docker/Dockerfile");
    assertThat(found("--target (\\w+)")).isNotEmpty();
    found("--target (\\w+)").forEach(stage -> assertThat(docker).contains(" AS " + stage + "\n"));
    assertThat(found("docker build -f (\\S+)"))
        .isNotEmpty()
        .allMatch(file -> Files.exists(ROOT.resolve(file)));
    assertThat(found("local://(\\S+\\.jar)"))
        .containsExactly("/opt/spark-smote/spark-smote-job.jar");
    assertThat(docker).contains("spark-smote-job.jar /opt/spark-smote/\n");
    assertThat(found("user is (\\d+)")).allMatch(user -> docker.contains("USER " + user + "\n"));
  }
}
