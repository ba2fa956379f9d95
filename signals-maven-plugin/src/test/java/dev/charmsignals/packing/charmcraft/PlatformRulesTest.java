package dev.charmsignals.packing.charmcraft;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformRulesTest {

  private static final String HEAD =
      "type: charm\nname: panel\nsummary: Shows.\ndescription: Shows what there is.\n";

  @TempDir private Path directory;

  @Test
  void readsOneBaseWithArchitectures() {
    String text =
        """
        base: ubuntu@24.04
        platforms:
          amd64:
          raspberry: {build-on: [amd64], build-for: [arm64]}
          old: {build-for: s390x}
        """;

    assertEquals(
        List.of(
            new Platform("ubuntu", "24.04", "amd64"),
            new Platform("ubuntu", "24.04", "arm64"),
            new Platform("ubuntu", "24.04", "s390x")),
        Charmcraft.read(directory, HEAD + text).platforms());
  }

  @Test
  void readsSeveralBases() {
    String text =
        """
        platforms:
          ubuntu@22.04:amd64:
          newer: {build-on: ["ubuntu@24.04:amd64"], build-for: ["ubuntu@24.04:all"]}
          almalinux@9:arm64:
        """;

    assertEquals(
        List.of(
            new Platform("ubuntu", "22.04", "amd64"),
            new Platform("ubuntu", "24.04", "all"),
            new Platform("almalinux", "9", "arm64")),
        Charmcraft.read(directory, HEAD + text).platforms());
  }

  @ParameterizedTest
  @CsvSource({
    "arm64, ubuntu-22.04_arm64 ubuntu-24.04_arm64",
    "ubuntu@24.04:arm64, ubuntu-24.04_arm64",
    "s390x, ''",
    "ubuntu@24.04, ''",
  })
  void areChosenByTheirArchitectureOrWithTheirBase(String name, String chosen) {
    String text =
        """
        platforms:
          ubuntu@22.04:arm64:
          ubuntu@24.04:arm64:
          ubuntu@24.04:amd64:
        """;

    assertEquals(
        chosen,
        Charmcraft.read(directory, HEAD + text).platformsCalled(name).stream()
            .map(Platform::label)
            .collect(joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'bases: []' => 5:1 \"bases\" is the old form; write \"base: ubuntu@24.04\" and \"platforms: {amd64: }\"",
        "'base: ubuntu@24.04' => '1:1 \"platforms\" is missing; write \"base: ubuntu@24.04\" and \"platforms: {amd64: }\"'",
        "'platforms: {amd64: }' => '5:13 platform \"amd64\" has no base; write \"base: ubuntu@24.04\", or \"ubuntu@24.04:amd64:\"'",
        "'base: ubuntu@24.04\nplatforms: {\"ubuntu@24.04:amd64\": }' => '6:13 platform \"ubuntu@24.04:amd64\" names a base, and so does \"base\" in line 5; remove one of the two'",
        "'platforms: {\"ubuntu@noble:amd64\": }' => '5:13 \"ubuntu@noble\" is no base; write for example \"ubuntu@24.04\"'",
        "'platforms: {\"debian@12:amd64\": }' => '5:13 \"debian@12\" is no base; write for example \"ubuntu@24.04\"'",
        "'base: ubunut@24.04\nplatforms: {amd64: }' => '5:1 \"ubunut@24.04\" is no base; write for example \"ubuntu@24.04\"'",
        "'base: ubuntu@24.04\nplatforms: {armhf: }' => '6:13 platform \"armhf\" has no architecture that Juju knows; it can be amd64, arm64, ppc64el, riscv64 or s390x'",
        "'base: ubuntu@24.04\nplatforms: {amd64: , pc: {build-for: amd64}}' => '6:38 a platform for ubuntu-24.04_amd64 is there already; remove this one'",
        "'base: ubuntu@24.04\nplatforms: {pc: {build-for: [amd64, arm64]}}' => '6:29 platform \"pc\": \"build-for\" names more than one; write \"build-for: [amd64]\"'",
        "'base: ubuntu@24.04\nplatforms: {amd64: yes}' => '6:13 platform \"amd64\" has the boolean yes; write \"amd64:\" and nothing behind it'",
      })
  void tellsWhatIsWrongWithAPlatform(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }
}
