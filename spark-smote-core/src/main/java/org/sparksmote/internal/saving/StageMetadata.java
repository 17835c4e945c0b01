// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.json.CheckedJson;
import scala.Option;

/** The metadata of a saved stage: the fields that Spark writes, and the version of this library. */
public final class StageMetadata {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String VERSION = "smoteVersion";

  /** Where Spark, and we as well, keep the uids of a pipeline's stages among its params. */
  private static final String STAGES = "stageUids";

  private static final String PARTS = "parts";

  private final String path;
  private final CheckedJson json;

  private StageMetadata(String path, CheckedJson json) {
    this.path = path;
    this.json = json;
  }

  private static String place(String path) {
    return new Path(path, "metadata").toString();
  }

  /** Writes the metadata of a stage, which is all there is of most. */
  public static void save(Params stage, String path, SparkSession session) {
    save(stage, path, session, Map.of(), List.of());
  }

  /** The metadata of a stage that holds other ones, saved beside it under these names. */
  public static void saveHolder(
      Params stage, List<String> parts, String path, SparkSession session) {
    save(stage, path, session, Map.of(), parts);
  }

  /** The metadata of a pipeline, which tell the order of its stages as Spark's own do. */
  public static void save(
      Pipeline pipeline, List<String> stages, String path, SparkSession session) {
    save(pipeline, path, session, Map.of(STAGES, stages), List.of());
  }

  private static void save(
      Params stage,
      String path,
      SparkSession session,
      Map<String, Object> more,
      List<String> parts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("class", stage.getClass().getName());
    fields.put("timestamp", Instant.now().toEpochMilli());
    fields.put("sparkVersion", session.version());
    fields.put(VERSION, LibraryVersion.own());
    fields.put("uid", StageUid.checked(stage.uid()));
    Map<String, Object> params = values(stage, stage::get);
    params.putAll(more);
    fields.put("paramMap", params);
    fields.put("defaultParamMap", values(stage, stage::getDefault));
    if (!parts.isEmpty()) {
      fields.put(PARTS, parts);
    }

    try {
      SavedText.write(place(path), JSON.writeValueAsString(fields), session);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // strings and numbers always have a JSON form
    }
  }

  private static Map<String, Object> values(
      Params stage, Function<Param<Object>, Option<Object>> lookup) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Param<Object> param : params(stage)) {
      Option<Object> value = lookup.apply(param);
      if (value.isDefined() && !(value.get() instanceof Params)) { // which are saved beside it
        values.put(param.name(), ParamJson.write(param, value.get()));
      }
    }

    return values;
  }

  /** The params that are kept in metadata; the stages of a pipeline have their own. */
  @SuppressWarnings("unchecked") // a value is checked against its param
  private static List<Param<Object>> params(Params stage) {
    return Arrays.stream(stage.params())
        .filter(param -> !(stage instanceof Pipeline && param.name().equals("stages")))
        .map(param -> (Param<Object>) param)
        .toList();
  }

  /** Reads what {@link #save}, or Spark for its own stages, wrote; a Spark job. */
  public static StageMetadata load(String path, SparkSession session) {
    String text =
        SavedText.read(place(path), session, reason -> SavingProblems.badMetadata(path, reason));
    return parse(path, text);
  }

  /** Metadata as text, which came from a place of this name. */
  public static StageMetadata parse(String path, String text) {
    return new StageMetadata(
        path,
        CheckedJson.of(
            text, reason -> SavingProblems.badMetadata(path, "in its metadata " + reason)));
  }

  /** The stage that it describes, if that is of a class below another, with its settings. */
  public <T extends Params> T create(Class<T> parent) {
    T stage;
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(className(), false, loader);
      stage = type.asSubclass(parent).getConstructor(String.class).newInstance(uid());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw SavingProblems.foreignMetadata(path, parent.getSimpleName());
    }

    restore(stage);
    return stage;
  }

  /** Refuses the metadata of another class, before anything is made of what it says. */
  public StageMetadata ofClass(Class<?> type) {
    if (!json.has("class", type.getName())) {
      throw SavingProblems.foreignMetadata(path, type.getSimpleName());
    }

    return this;
  }

  String className() {
    return json.text("class");
  }

  /** The uid, a plain name. */
  public String uid() {
    String uid = json.text("uid");
    if (!StageUid.isPlain(uid)) {
      throw json.isNot("uid", "a plain name");
    }

    return uid;
  }

  /** Refuses a stage that is called otherwise by the pipeline that it belongs to. */
  StageMetadata ofUid(String uid) {
    if (!uid().equals(uid)) {
      throw json.isNot("uid", "\"" + uid + "\", by which its pipeline calls it");
    }

    return this;
  }

  /** The uids of the stages of a pipeline of Spark's. */
  List<String> stageUids() {
    CheckedJson list = json.object("paramMap").list(STAGES);
    Set<String> uids = new LinkedHashSet<>();
    for (String place : list.fields().keySet()) {
      String uid = list.text(place);
      if (!StageUid.isPlain(uid)) {
        throw list.isNot(place, "a plain name");
      } else if (!uids.add(uid)) {
        throw list.wrong("", "has \"" + uid + "\" twice");
      }
    }

    return List.copyOf(uids);
  }

  /** Whether it says which stages a pipeline has; ours did not at first. */
  public boolean hasStageUids() {
    return json.object("paramMap").has(STAGES);
  }

  /** Whether a stage that this one holds was saved beside it. */
  public boolean hasPart(String name) {
    if (!json.has(PARTS)) {
      return false;
    }

    CheckedJson parts = json.list(PARTS);
    return parts.fields().keySet().stream().anyMatch(place -> parts.text(place).equals(name));
  }

  /** Refuses what a later version saved, even where it looks familiar. */
  public StageMetadata ofKnownVersion() {
    if (json.has(VERSION)) { // which it lacks if it is older than the field
      String version = json.text(VERSION);
      if (!LibraryVersion.isVersion(version)) {
        throw json.isNot(VERSION, "a version");
      } else if (LibraryVersion.isLater(version)) {
        throw unknown("was saved by version " + version);
      }
    }

    return this;
  }

  private SmoteException unknown(String reason) {
    return SavingProblems.savedByAnother(path, LibraryVersion.own(), reason);
  }

  /** Sets all params and defaults of a stage as they were saved. */
  public void restore(Params stage) {
    restore(json.object("paramMap"), stage, stage::set);
    restore(json.object("defaultParamMap"), stage, stage::setDefault);
  }

  private void restore(CheckedJson values, Params stage, BiConsumer<Param<Object>, Object> setter) {
    Map<String, Param<Object>> params = new LinkedHashMap<>();
    params(stage).forEach(param -> params.put(param.name(), param));
    values
        .fields()
        .forEach(
            (name, value) -> {
              Param<Object> param = params.get(name);
              if (param == null && stage instanceof Pipeline && name.equals(STAGES)) {
                return;
              }

              if (param == null) {
                throw unknown(
                    "has the param " + CheckedJson.shown(name) + ", which this one lacks");
              }

              setter.accept(param, ParamJson.read(path, param, value));
            });
  }
}
