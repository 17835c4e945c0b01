// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.Handle;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.tree.AbstractInsnNode;
import org.apache.xbean.asm9.tree.ClassNode;
import org.apache.xbean.asm9.tree.FieldInsnNode;
import org.apache.xbean.asm9.tree.InvokeDynamicInsnNode;
import org.apache.xbean.asm9.tree.MethodInsnNode;
import org.apache.xbean.asm9.tree.MethodNode;
import org.apache.xbean.asm9.tree.TypeInsnNode;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what classes refer to in the class files of some version of Spark, as a JVM would when
 * it runs them there; nothing is run.
 */
final class Links {

  /** What must come from the version's own jars; all else is of the JDK or of this class path. */
  private static final List<String> OF_THE_VERSION =
      List.of("org/apache/spark/", "scala/", "org/apache/hadoop/", "com/fasterxml/jackson/");

  private final Map<String, byte[]> jars = new HashMap<>();
  private final Map<String, @Nullable ClassNode> known = new HashMap<>();

  Links(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        add(file);
      }
    }
  }

  private void add(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            jars.put(entry.getName().replace(".class", ""), in.readAllBytes());
          }
        }
      }
    }
  }

  /** The classes below a directory, by name. */
  static Map<String, byte[]> classes(Path root) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        classes.put(
            root.relativize(file).toString().replace('\\', '/').replace(".class", ""),
            Files.readAllBytes(file));
      }
    }

    return classes;
  }

  /** What classes refer to and the version lacks, as "class -> reference". */
  Set<String> missing(Map<String, byte[]> classes) {
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      ClassNode type = read(entry.getValue(), 0);
      for (MethodNode method : type.methods) {
        for (AbstractInsnNode instruction : method.instructions) {
          for (String reference : unresolved(instruction)) {
            missing.add(entry.getKey() + " -> " + reference);
          }
        }
      }

      for (String method : unimplemented(type)) {
        missing.add(entry.getKey() + " lacks " + method);
      }
    }

    return missing;
  }

  private static ClassNode read(byte[] bytes, int options) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, options);
    return node;
  }

  private List<String> unresolved(AbstractInsnNode instruction) {
    List<String> missing = new ArrayList<>();
    if (instruction instanceof MethodInsnNode call) {
      addUnlessMethod(call.owner, call.name, call.desc, missing);
    } else if (instruction instanceof FieldInsnNode access) {
      if (!has(access.owner, type -> hasField(type, access))) {
        missing.add(access.owner + "." + access.name);
      }
    } else if (instruction instanceof TypeInsnNode use) {
      if (!use.desc.startsWith("[") && find(use.desc) == null) {
        missing.add(use.desc);
      }
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle handle && handle.getTag() > Opcodes.H_PUTSTATIC) {
          addUnlessMethod(handle.getOwner(), handle.getName(), handle.getDesc(), missing);
        }
      }
    }

    return missing;
  }

  private void addUnlessMethod(String owner, String name, String desc, List<String> missing) {
    boolean anySignature = owner.startsWith("java/lang/invoke/");
    if (!owner.startsWith("[")
        && !anySignature
        && !has(owner, type -> hasMethod(type, name, desc))) {
      missing.add(owner + "." + name + desc);
    }
  }

  private static boolean hasMethod(ClassNode type, String name, String desc) {
    return type.methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(desc));
  }

  private static boolean hasField(ClassNode type, FieldInsnNode access) {
    return type.fields.stream()
        .anyMatch(f -> f.name.equals(access.name) && f.desc.equals(access.desc));
  }

  /** Whether a class, or one above it, is as asked for. */
  private boolean has(String name, Predicate<ClassNode> wanted) {
    ClassNode type = find(name);
    return type != null
        && (wanted.test(type) || above(type).stream().anyMatch(other -> has(other, wanted)));
  }

  private static List<String> above(ClassNode type) {
    List<String> above = new ArrayList<>(type.interfaces);
    if (type.superName != null) {
      above.add(type.superName);
    }

    return above;
  }

  /** Abstract methods above a class that neither it nor anything above it implements. */
  private List<String> unimplemented(ClassNode type) {
    Map<String, Boolean> implemented = new TreeMap<>();
    if ((type.access & Opcodes.ACC_ABSTRACT) == 0) {
      collect(type, implemented, new HashSet<>());
    }

    implemented.values().removeIf(has -> has);
    return List.copyOf(implemented.keySet());
  }

  private void collect(ClassNode type, Map<String, Boolean> implemented, Set<String> seen) {
    if (!seen.add(type.name)) {
      return;
    }

    for (MethodNode method : type.methods) {
      if ((method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0) {
        boolean has = (method.access & Opcodes.ACC_ABSTRACT) == 0;
        implemented.merge(method.name + method.desc, has, Boolean::logicalOr);
      }
    }

    for (String name : above(type)) {
      ClassNode other = find(name);
      if (other != null) {
        collect(other, implemented, seen);
      }
    }
  }

  private @Nullable ClassNode find(String name) {
    if (!known.containsKey(name)) {
      byte[] bytes = jars.containsKey(name) ? jars.get(name) : elsewhere(name);
      known.put(name, bytes == null ? null : read(bytes, ClassReader.SKIP_CODE));
    }

    return known.get(name);
  }

  private static byte @Nullable [] elsewhere(String name) {
    if (OF_THE_VERSION.stream().anyMatch(name::startsWith)) {
      return null;
    }

    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
