package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.archive.CharmArchive;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.nio.file.Path;
import java.util.Map;

/**
 * A charm that can be deployed into a simulated Juju.
 *
 * <p>Made by one of the methods below, and may be deployed any number of times. Implement it only
 * to run hooks in a way of your own.
 */
public interface CharmUnderTest {

  /** Returns what the charm declares. */
  CharmMetadata metadata();

  /**
   * Unpacks the charm for one unit: when the unit is added, at every refresh, and in every new pod.
   *
   * @param revision the number that the controller gave the charm, from 0
   */
  HookProgram unpack(UnitSite site, int revision);

  /**
   * A charm class whose hooks run in this process, thousands a second.
   *
   * @param metadataYaml the text of {@code metadata.yaml} or {@code charmcraft.yaml}
   */
  static CharmUnderTest inProcess(CharmFactory factory, String metadataYaml) {
    CharmMetadata metadata = CharmMetadata.parse(metadataYaml);
    return new InProcessCharm(factory, metadata, CharmFiles.of(metadataYaml, ""));
  }

  /** The same, with the text of {@code config.yaml}. */
  static CharmUnderTest inProcess(CharmFactory factory, String metadataYaml, String configYaml) {
    CharmMetadata metadata = CharmMetadata.parse(metadataYaml, configYaml);
    return new InProcessCharm(factory, metadata, CharmFiles.of(metadataYaml, configYaml));
  }

  /** The same, with the YAML files of a charm directory. */
  static CharmUnderTest inProcess(CharmFactory factory, Path charmDirectory) {
    return new InPlaceCharm(factory, CharmMetadata.read(charmDirectory), charmDirectory);
  }

  /**
   * A few lines of test code that stand in for a charm, with every hook command at hand.
   *
   * @param metadataYaml the text of {@code metadata.yaml} or {@code charmcraft.yaml}
   * @param script called for every hook of every unit
   */
  static CharmUnderTest scripted(String metadataYaml, CharmScript script) {
    return new ScriptedCharm(CharmMetadata.parse(metadataYaml), script);
  }

  /**
   * A charm as it is published, {@code <name>_<base>_<arch>.charm}, in any language: checked as a
   * controller checks what is uploaded, unpacked for each unit as an agent does it, and each hook
   * is a process that is started as Juju starts it.
   *
   * @param archive the archive, or the directory in which packing has put one for this machine,
   *     such as {@code target}
   * @throws dev.charmsignals.testkit.world.ImpossibleWorldException when Juju would refuse it
   */
  static CharmUnderTest packed(Path archive) {
    return packed(archive, Map.of());
  }

  /**
   * The same, with variables that Juju would not set, such as a setting of a framework for tests.
   */
  static CharmUnderTest packed(Path archive, Map<String, String> variables) {
    return new PackedCharm(CharmArchive.read(archive), variables);
  }

  /**
   * A charm directory with a {@code dispatch}, in any language: each unit gets its copy, and each
   * hook is a process that is started as Juju starts it.
   */
  static CharmUnderTest directory(Path charmDirectory) {
    return directory(charmDirectory, Map.of());
  }

  /**
   * The same, with variables that Juju would not set, such as a setting of a framework for tests.
   */
  static CharmUnderTest directory(Path charmDirectory, Map<String, String> variables) {
    return new DirectoryCharm(CharmMetadata.read(charmDirectory), charmDirectory, variables);
  }
}
