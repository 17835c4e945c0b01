// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library is built as its table of rooms says, and docs/architecture.md shows the table. */
class RoomsTest {

  private static final Path TABLE = Path.of("src/test/resources/rooms.txt");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sparksmote");

  private static List<String> lines() {
    try {
      return Files.readAllLines(TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Rooms ROOMS = Rooms.of(lines());

  /** The table with one thing changed, which must be in it. */
  private static Rooms changed(String from, String to) {
    List<String> lines = lines();
    String all = String.join("\n", lines);
    assertThat(all).contains(from);
    return Rooms.of(all.replace(from, to).lines().toList());
  }

  @Test
  void everyPackage_isARoom() {
    assertThat(Rooms.unknown(CLASSES, ROOMS)).isEmpty();
    assertThat(Rooms.unknown(CLASSES, changed("\ninternal.exact |", "\ninternal.exactly |")))
        .containsExactly("internal.exact");
  }

  @Test
  void noArrowGoesUp() {
    assertThat(ROOMS.upwards()).isEmpty();
    assertThat(changed("| SmoteException | ", "| SmoteException | sampler").upwards())
        .containsExactly("errors uses sampler, which is not below it");
  }

  @Test
  void rooms_useOnlyWhatTheTableAllows() {
    assertThat(ROOMS.wrongArrows(CLASSES)).isEmpty();
    assertThat(
            changed(
                    "internal.exact internal.strategy internal.spark report",
                    "internal.exact internal.strategy report")
                .wrongArrows(CLASSES))
        .containsExactly("not in the table: internal.quality uses internal.spark");
    assertThat(
            changed("| SmoteException | ", "| SmoteException | internal.knn").wrongArrows(CLASSES))
        .containsExactly("only in the table: errors uses internal.knn");
  }

  @Test
  void whatOthersUse_isADoor_andEveryDoorIsUsed() {
    assertThat(ROOMS.wrongDoors(CLASSES)).isEmpty();
    assertThat(changed("| QualityCheck |", "| NeighborProbe |").wrongDoors(CLASSES))
        .containsExactly(
            "not in the table: internal.quality has QualityCheck",
            "only in the table: internal.quality has NeighborProbe");
    assertThat(changed("NeighborQuality Prior", "NeighborQuality").wrongDoors(CLASSES))
        .as("public in a public room")
        .containsExactly("not in the table: report has Prior");
  }

  @Test
  void pureRooms_knowNoSpark() {
    assertThat(ROOMS.impure(CLASSES)).isEmpty();
    assertThat(changed("internal.spark |  |", "internal.spark | pure |").impure(CLASSES))
        .isNotEmpty()
        .allMatch(arrow -> arrow.contains("internal.spark"));
  }

  @Test
  void everyRoom_saysWhatItIsFor_andWhereToStart() throws IOException {
    for (Rooms.Room room : ROOMS.all()) {
      String place = room.name().equals("-") ? "" : room.name().replace('.', '/') + "/";
      String info =
          Files.readString(Path.of("src/main/java/org/sparksmote/" + place + "package-info.java"));
      assertThat(info).as(room.name()).contains("Where to start reading", "@NullMarked");
    }
  }

  @Test
  void architecturePage_showsTheTable() throws IOException {
    Path page = Path.of("../docs/architecture.md");
    String text = Files.readString(page);
    String shown = ArchitecturePage.with(text, ROOMS);
    if (System.getProperty("pages", "").equals("write")) {
      Files.writeString(page, shown);
    }

    assertThat(Files.readString(page)).isEqualTo(shown);
  }
}
