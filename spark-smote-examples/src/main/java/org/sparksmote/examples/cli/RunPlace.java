// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which run made a hidden directory, as far as its name tells: where process numbers mean the same,
 * the number and its start, and a random part.
 *
 * <p>Hosts share names, and containers all are {@code localhost} and run process 1. Numbers mean
 * the same only under one boot of one kernel, in one namespace of processes. Where these cannot be
 * known, the place is random, so that no run takes another for dead.
 *
 * @param place where process numbers mean the same
 * @param pid the process
 * @param start when it was started, by its clock
 * @param token a random part
 */
public record RunPlace(String place, long pid, long start, String token) {

  private static final Pattern NAME =
      Pattern.compile(
          "(?<place>[0-9a-f]{32})-(?<pid>\\d{1,18})-(?<start>\\d{1,18})-(?<token>[0-9a-f]{32})");

  private static final String HERE = here();

  /** A new run of this process. */
  public static RunPlace ofThisRun() {
    ProcessHandle process = ProcessHandle.current();
    return new RunPlace(HERE, process.pid(), startMillis(process), hex(UUID.randomUUID()));
  }

  /** The run that a name tells of, or one elsewhere if it tells of none. */
  public static RunPlace parse(String name) {
    Matcher told = NAME.matcher(name);
    return told.matches()
        ? new RunPlace(
            told.group("place"),
            Long.parseLong(told.group("pid")),
            Long.parseLong(told.group("start")),
            told.group("token"))
        : new RunPlace("", 0, 0, name);
  }

  /** Whether its process is known to have ended. */
  public boolean hasEnded() {
    return place.equals(HERE)
        && ProcessHandle.of(pid).filter(process -> startMillis(process) == start).isEmpty();
  }

  /** Whether only its signs of life can tell, as it runs elsewhere. */
  public boolean isElsewhere() {
    return !place.equals(HERE);
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String here() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      String place = boot + " " + namespace + " " + host(); // of copies of a running machine, too
      return hex(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | UnsupportedOperationException e) {
      return hex(UUID.randomUUID());
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  /** The name, which {@link #parse} reads. */
  @Override
  public String toString() {
    return place + "-" + pid + "-" + start + "-" + token;
  }
}
