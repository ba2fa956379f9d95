package dev.charmsignals.testkit.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a controller makes of an archive (contract section 7). */
class CharmArchiveTest {

  private static final String PANEL = "name: panel";
  private static final String BASES =
      "; write manifest.yaml with \"" + HandmadeArchive.MANIFEST + '"';

  @TempDir Path directory;

  private CharmArchive read(HandmadeArchive archive) {
    return CharmArchive.read(archive.in(directory, "panel.charm"));
  }

  private String refusal(HandmadeArchive archive) {
    return refusal(archive, JujuFlavour.JUJU_4);
  }

  private String refusal(HandmadeArchive archive, JujuFlavour flavour) {
    return refusal(archive.in(directory, "panel.charm"), flavour);
  }

  private String refusal(Path file) {
    return refusal(file, JujuFlavour.JUJU_4);
  }

  /** Returns why an archive is refused, without its name, which every message begins with. */
  private String refusal(Path file, JujuFlavour flavour) {
    String message =
        assertThrows(ImpossibleWorldException.class, () -> CharmArchive.read(file).check(flavour))
            .getMessage();
    assertEquals(file + ": ", message.substring(0, file.toString().length() + 2));
    return message.substring(file.toString().length() + 2);
  }

  @Test
  void readsWhatACharmDeclares() {
    HandmadeArchive archive =
        HandmadeArchive.of("{name: panel, requires: {channel: {interface: signals}}}")
            .file("config.yaml", 0644, "options: {motto: {type: string}}")
            .file("actions.yaml", 0644, "{backup: {}}")
            .script("dispatch", "");

    CharmArchive read = read(archive);
    read.check(JujuFlavour.JUJU_4);

    assertEquals(Set.of("channel"), read.metadata().endpoints().keySet());
    assertEquals(Set.of("motto"), read.metadata().options().keySet());
    assertEquals(Set.of("backup"), read.metadata().actions().keySet());
  }

  @Test
  void readsFilesAndNotSectionsOfTheMetadata() {
    CharmArchive read =
        read(
            HandmadeArchive.of(
                "{name: panel, config: {options: {motto: {type: string}}}, actions: {backup: {}}}"));

    assertEquals(Set.of(), read.metadata().options().keySet());
    assertEquals(Set.of(), read.metadata().actions().keySet());
  }

  @Test
  void readsTheFirstOfSeveralFilesOfOneName() {
    CharmArchive read =
        read(HandmadeArchive.of("name: first").file("metadata.yaml", 0644, "name: last"));

    assertEquals("first", read.metadata().name());
  }

  @Test
  void keepsWhatWasUploaded() throws IOException {
    CharmArchive read = read(HandmadeArchive.of(PANEL));
    Files.delete(directory.resolve("panel.charm"));

    assertEquals(PANEL, read.members().text("metadata.yaml").orElse(""));
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    assertEquals(
        "zip: not a valid zip file",
        refusal(Files.writeString(directory.resolve("panel.charm"), "#!/bin/sh\n")));
  }

  @Test
  void saysHowToGetAnArchiveThatIsNotThere() {
    Path missing = directory.resolve("panel.charm");

    assertEquals(
        "There is no file "
            + missing
            + "; \"mvn package\" makes one, such as target/panel_ubuntu-24.04_amd64.charm",
        assertThrows(ImpossibleWorldException.class, () -> CharmArchive.read(missing))
            .getMessage());
  }

  @Test
  void findsTheArchiveForThisMachine() {
    HandmadeArchive.of("name: amd64").in(directory, "panel_ubuntu-24.04_amd64.charm");
    HandmadeArchive.of("name: arm64").in(directory, "panel_ubuntu-24.04_arm64.charm");
    String machine = System.getProperty("os.arch");

    assertEquals(
        machine.equals("aarch64") ? "arm64" : "amd64",
        CharmArchive.read(directory).metadata().name());
  }

  @Test
  void asksForANameWhereSeveralArchivesFit() {
    for (String architecture : List.of("amd64", "arm64")) {
      for (String base : List.of("22.04", "24.04")) {
        HandmadeArchive.of(PANEL)
            .in(directory, "panel_ubuntu-" + base + "_" + architecture + ".charm");
      }
    }

    assertEquals(
        "There are several archives for A in D; name one of [D/panel_ubuntu-22.04_A.charm,"
            + " D/panel_ubuntu-24.04_A.charm]",
        refusalToSearch());
  }

  @Test
  void saysHowToGetAnArchiveWhereThereIsNone() {
    assertEquals(
        "There is no archive for A in D; \"mvn package\" makes one, such as"
            + " panel_ubuntu-24.04_A.charm",
        refusalToSearch());
  }

  private String refusalToSearch() {
    return assertThrows(ImpossibleWorldException.class, () -> CharmArchive.read(directory))
        .getMessage()
        .replaceAll("amd64|arm64", "A")
        .replace(directory.toString(), "D");
  }

  @Test
  void refusesACharmWithoutMetadata() {
    assertEquals(
        "archive file \"metadata.yaml\" not found",
        refusal(HandmadeArchive.empty().script("dispatch", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./metadata.yaml", "panel/metadata.yaml"})
  void refusesMetadataThatIsNotNamedExactlySo(String name) {
    assertEquals(
        "archive file \"metadata.yaml\" not found; there is \"%s\", and its name is to be exact"
            .formatted(name),
        refusal(HandmadeArchive.empty().file(name, 0644, PANEL)));
  }

  @Test
  void needsAManifestInJuju4AndTheSeriesOfOldOrAManifestBefore() {
    HandmadeArchive series =
        HandmadeArchive.empty().file("metadata.yaml", 0644, "{name: panel, series: [jammy]}");

    assertEquals("charm metadata without bases in manifest not valid" + BASES, refusal(series));
    assertDoesNotThrow(() -> read(series).check(JujuFlavour.JUJU_3_6));
    assertEquals(
        "charm does not define any bases, not valid" + BASES,
        refusal(HandmadeArchive.empty().file("metadata.yaml", 0644, PANEL), JujuFlavour.JUJU_3_6));
    assertEquals(
        "charm does not define any bases, not valid" + BASES,
        refusal(series.file("manifest.yaml", 0644, "bases: []"), JujuFlavour.JUJU_3_6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bases: []| charm metadata without bases in manifest not valid",
        "bases: [{channel: '24.04'}]"
            + "| parsing \"manifest.yaml\" file: manifest: base without name not valid",
        "bases: [{name: ubuntu}]| parsing \"manifest.yaml\" file: manifest: channel not valid"
      })
  void needsBasesInTheManifest(String manifest, String why) {
    assertEquals(
        why + BASES,
        refusal(
            HandmadeArchive.empty()
                .file("metadata.yaml", 0644, PANEL)
                .file("manifest.yaml", 0644, manifest)));
  }

  @Test
  void refusesTheOldWayToAskForAVersionOfJuju() {
    assertEquals(
        "min-juju-version in metadata v2 not valid; write \"assumes: [juju >= 3.6]\"",
        refusal(HandmadeArchive.of("{name: panel, min-juju-version: 3.6.0}")));
  }

  @Test
  void refusesARevisionThatIsNoNumber() {
    assertEquals(
        "invalid revision file",
        refusal(HandmadeArchive.of(PANEL).file("revision", 0644, "seven")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "link| /etc/passwd| cannot extract \"link\": symlink \"/etc/passwd\" is absolute",
        "link| ../other| cannot extract \"link\": symlink \"../other\" leads out of scope",
        "lib/link| ../..| cannot extract \"lib/link\": symlink \"../..\" leads out of scope",
        "lib/link| a/../../../b"
            + "| cannot extract \"lib/link\": symlink \"a/../../../b\" leads out of scope"
      })
  void refusesLinksThatLeadOut(String name, String destination, String why) {
    assertEquals(
        "cannot install charm: " + why, refusal(HandmadeArchive.of(PANEL).link(name, destination)));
  }

  @ParameterizedTest
  @CsvSource({"link, metadata.yaml", "lib/link, ../metadata.yaml", "lib/up, ..", "loop, loop"})
  void takesLinksThatStayInside(String name, String destination) {
    assertDoesNotThrow(() -> read(HandmadeArchive.of(PANEL).link(name, destination)));
  }

  @Test
  void refusesWhatIsNeitherFileNorDirectoryNorLink() {
    assertEquals(
        "cannot install charm: cannot extract \"queue\": unknown file type 33554432",
        refusal(HandmadeArchive.of(PANEL).entry("queue", 0010644, "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/../..", "."})
  void touchesNoDirectoryThatIsNotTheCharms(String name) {
    assertEquals(
        "Juju would put it in the place of a directory of its own, and the simulated one does not",
        refusal(HandmadeArchive.of(PANEL).file(name, 0644, "")).replaceFirst("^.*\": ", ""));
  }
}
