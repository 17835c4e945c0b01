// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * How much of the time of this JVM's running threads goes into nothing but distances, told by the
 * JVM's flight recorder: of its samples of Java code, those inside the distance kernel.
 */
final class DistanceShare implements AutoCloseable {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(20);
  private static final String MEASURE = "measure";
  private static final Set<String> KERNELS =
      Set.of(
          "org.sparksmote.internal.knn.VectorColumns",
          "org.sparksmote.internal.knn.PortableColumns");

  private final Recording recording = new Recording();

  private DistanceShare() {}

  /** Starts to sample. */
  static DistanceShare start() {
    DistanceShare share = new DistanceShare();
    share.recording.enable(SAMPLE).withPeriod(PERIOD);
    share.recording.start();
    return share;
  }

  /** Ends sampling and returns the share, 0 to 1; 0 if there is no sample. */
  double stop() {
    recording.stop();
    try {
      Path file = Files.createTempFile("spark-smote-", ".jfr");
      try {
        recording.dump(file);
        return share(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what the flight recorder wrote", e);
    }
  }

  private static double share(Path file) throws IOException {
    long samples = 0;
    long measuring = 0;
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals(SAMPLE)) {
          samples++;
          measuring += isMeasuring(event) ? 1 : 0;
        }
      }
    }

    return samples == 0 ? 0 : (double) measuring / samples;
  }

  private static boolean isMeasuring(RecordedEvent sample) {
    return sample.getStackTrace() != null
        && sample.getStackTrace().getFrames().stream().anyMatch(DistanceShare::isKernel);
  }

  private static boolean isKernel(RecordedFrame frame) {
    return frame.getMethod().getName().equals(MEASURE)
        && KERNELS.contains(frame.getMethod().getType().getName());
  }

  @Override
  public void close() {
    recording.close();
  }
}
